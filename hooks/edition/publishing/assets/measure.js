/* What is drawn over a word and how wide it is, so that the stylesheet can set words apart by it. */
import { hiragana } from "./fold.js"

const APART = 0.22 // of its own size that a reading keeps from the next
const NARROW = 0.5 // of a character's width that a sign between two words has at least

const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"))
/** @param {string} face the face that readings and glosses have */
export const measureIn = face => {
  pen.font = `100px ${face}`
}
/** @type {Map<string, number>} */
const known = new Map()
/** @type {(text: string) => number} how wide it is, in ems of its own */
const widthOf = text => {
  const width = known.get(text) ?? pen.measureText(text).width / 100
  known.set(text, width)
  return width
}

const KANA = /[\u3041-\u3096\u30a1-\u30fc]/

/** What is drawn over a word, and how many characters stand before and behind those that it is of: over 答え only こた,
 * over 答. Kana need no reading of themselves.
 * @param {Word} word
 * @returns {[string, number, number]} */
export const drawnOver = ({ form, reading }) => {
  const [signs, spoken] = [[...form], [...reading]]
  /** @type {(step: number) => number} */
  const shared = step => {
    const [one, other] = step > 0 ? [signs, spoken] : [[...signs].reverse(), [...spoken].reverse()]
    let count = 0
    while (count < one.length && KANA.test(one[count]) && hiragana(one[count]) === hiragana(other[count] ?? "")) count++
    return count
  }
  const before = shared(1)
  if (before === signs.length) return ["", 0, 0]
  const behind = shared(-1)
  if (before + behind >= spoken.length) return [reading, 0, 0]
  return [spoken.slice(before, spoken.length - behind).join(""), before, behind]
}

/** How wide each word of a paragraph is, alone and with its company, its reading and its gloss, and how wide from its
 * middle to that of the next. The stylesheet sets words apart by it: engines differ in how far ruby moves them.
 * @param {Word[]} words
 * @param {Range[]} wholes */
export const measure = (words, wholes) => {
  const block = words[0].range.startContainer.parentElement?.closest(".words > *, .words")
  const { fontSize } = getComputedStyle(/** @type {Element} */ (block))
  /** @param {Range} range */
  const widthIn = range => [...range.getClientRects()].reduce((sum, box) => sum + box.width, 0) / parseFloat(fontSize)
  const bases = words.map(({ range }) => widthIn(range))
  const drawn = words.map(drawnOver)
  const readings = drawn.map(([reading]) => widthOf(reading))
  const beside = drawn.map(([, before, behind], at) => ((before - behind) / 2) * (bases[at] / words[at].form.length))
  return words.map((word, index) => {
    const [next, base] = [words[index + 1], bases[index]]
    const gap = next ? (next.span[0] - word.span[1]) * NARROW : 0
    const isFree = !next || !readings[index] || !readings[index + 1]
    return {
      "--base": base,
      "--whole": widthIn(wholes[index]),
      "--read": readings[index],
      "--beside": beside[index],
      "--says": widthOf(word.gloss),
      "--step": isFree ? 0 : (base + bases[index + 1]) / 2 + gap + beside[index + 1] - beside[index],
      "--wanted": isFree ? 0 : (readings[index] + readings[index + 1]) / 2 + APART,
    }
  })
}
