/* The words of the text as the edition's rows have them: where each stands, what it says, which English renders it, and
   where else it stands. */
import { domRange, readText } from "./anchoring.js"
import { all, edition } from "./page.js"

/**
 * @typedef {object} Word
 * @property {HTMLElement} leaf the element of its paragraph
 * @property {number[]} span where it begins and ends in the paragraph
 * @property {string} form
 * @property {string} reading empty where it needs none
 * @property {string} gloss what it says here; a name that needs none has neither
 * @property {number} line where its row stands in the section's file of rows
 * @property {number} level at which learners meet it; 0 where words have none
 * @property {Range} range
 * @property {Range[]} renderings the words of the translation that render it
 */

/** What the page's file has: see exports/words.py. */
let file = null
let asked = null

/** Fetches the page's words at the first call; answers whether they are there. Without a connection: asked again. */
export const fetchWords = () => {
  asked ||= fetch(edition.dataset.words).then(answer => (answer.ok ? answer.json() : null)).catch(() => null)
  return asked.then(found => {
    if (found) file = found
    else asked = null
    return Boolean(file)
  })
}

/** The language of a reading, and the way in which it runs: as the engine's `tagged_reading`. */
export const tagsOf = reading =>
  /\p{Script=Latin}/u.test(reading) ? { lang: file.language, dir: "ltr" } : { lang: edition.lang, dir: edition.dir }

/** @type {Map<HTMLElement, {text: {flat: string[]}, words: Word[]}>} */
const known = new Map()
/** Lets the words be found anew, where the text's elements have changed. */
export const forgetWords = () => known.clear()

const pairs = numbers => numbers.flatMap((one, index) => (index % 2 ? [] : [[one, numbers[index + 1]]]))

const read = leaf => {
  const isAsItWas = ({ range }) => range.startContainer instanceof Text && range.startContainer.isConnected
  if (known.get(leaf)?.words.every(isAsItWas)) return known.get(leaf)
  const text = readText(leaf)
  const english = leaf.querySelector(".en")
  const translation = english && readText(english)
  const at = all(".words", edition).indexOf(leaf)
  const rows = file.leaves[at] || []
  let line = 0
  const words = rows.map(([start, end, reading, gloss, ...rendered], index) => ({
    leaf, reading, gloss, span: [start, end], level: Number(file.levels?.[at]?.[index] ?? 0),
    line: (line += file.lines[at][index]),
    form: text.flat.slice(start, end).join(""),
    range: domRange([start, end], text),
    renderings: translation ? pairs(rendered).map(part => domRange(part, translation)) : [],
  }))
  known.set(leaf, { text, words })
  return known.get(leaf)
}

/** @returns {Word[]} the words of a paragraph, in order */
export const wordsIn = leaf => read(leaf).words

// Some articles have spaces there.
const OPENING = /(?:[\p{Ps}\p{Pi}]\s*)+$/u
const CLOSING = /^(?:[\p{Pe}\p{Pf}\p{Po}]|\s(?=[\p{Pe}\p{Pf}，。；：！？、,.;:!?…]))+/u

/** A word with the signs around it that no line's end may part from it. */
export const rangeWithSigns = ({ leaf, span: [start, end] }) => {
  const { text } = read(leaf)
  const before = OPENING.exec(text.flat.slice(0, start).join(""))?.[0] ?? ""
  const behind = CLOSING.exec(text.flat.slice(end).join(""))?.[0] ?? ""
  return domRange([start - before.length, end + behind.length], text)
}

/** Whether there is something to say of the word. */
export const isTold = word => Boolean(word.gloss || word.reading)

const SLACK = 5 // pixels over and under a line's letters that are still the line's
const distance = (range, x, y) => Math.min(...[...range.getClientRects()].map(({ left, right, top, bottom }) => {
  const isOn = x >= left && x < right && y >= top - SLACK && y <= bottom + SLACK
  return isOn ? Math.abs(y - (top + bottom) / 2) : Infinity
}))
const nearest = (ranges, x, y) => {
  const distances = ranges.map(range => distance(range, x, y))
  const least = Math.min(...distances)
  return least < Infinity ? distances.indexOf(least) : -1
}

/** Whether two ranges are the same. */
export const isSame = (one, other) => one.compareBoundaryPoints(Range.START_TO_START, other) === 0 &&
  one.compareBoundaryPoints(Range.END_TO_END, other) === 0

/** @returns {Word[]} the word at a point of the window; several where words of the English render several */
export const wordsAt = (x, y, target) => {
  const leaf = target.closest?.(".edition .words")
  const words = leaf ? wordsIn(leaf) : []
  const drawn = target.closest?.("ruby.word") // its reading or its gloss may be at the point
  if (drawn) return words.filter(word => word.range.intersectsNode(drawn)).slice(0, 1)
  if (!target.closest?.(".en")) {
    const at = nearest(words.map(word => word.range), x, y)
    return at < 0 ? [] : [words[at]]
  }
  const renderings = words.flatMap(word => word.renderings)
  const found = renderings[nearest(renderings, x, y)]
  return found ? words.filter(word => word.renderings.some(range => isSame(range, found))) : []
}

/** The other paragraphs in which the word stands: where, and what they are called. */
export const placesOf = word => {
  const own = word.leaf.querySelector(".number")?.hash.slice(1) || ""
  const isOwn = (id, address) => (id ? id === own : !own && new URL(address, location).pathname === location.pathname)
  const places = (file.places[word.form] || []).map(([section, number]) => {
    const id = number ? `p-${number}` : ""
    const address = file.sections[section] + (id && `#${id}`)
    const isHere = id && document.getElementById(id)
    return { id, address: isHere ? `#${id}` : address, label: number ? String(number) : `§ ${section + 1}` }
  })
  return places.filter(({ id, address }) => !isOwn(id, address))
}
