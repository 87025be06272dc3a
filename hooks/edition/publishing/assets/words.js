/* The words of the text as the edition's rows have them: where each stands, what it says, which English renders it, and
   where else it stands. */
import { all, edition } from "./page.js"
import { domRange, readText } from "./text.js"

/** @type {WordsFile | null} */
let file = null
/** @type {Promise<WordsFile | null> | null} */
let asked = null

/** Fetches the page's words at the first call; answers whether they are there. Without a connection: asked again. */
export const fetchWords = () => {
  asked ||= fetch(edition.dataset.words ?? "")
    .then(answer => (answer.ok ? answer.json() : null))
    .catch(() => null)
  return asked.then(found => {
    if (found) file = found
    else asked = null
    return Boolean(file)
  })
}

/**
 * The language of a reading, and the way in which it runs: as the engine's `tagged_reading`.
 * @param {string} reading
 */
export const tagsOf = reading => {
  const { lang, dir } = edition
  return file && /\p{Script=Latin}/u.test(reading) ? { lang: file.language, dir: "ltr" } : { lang, dir }
}

/** @type {Map<HTMLElement, {text: FlatText, words: Word[]}>} */
const known = new Map()
/** Lets the words be found anew, where the text's elements have changed. */
export const forgetWords = () => known.clear()

/** @type {(numbers: number[]) => Span[]} */
const pairs = numbers => numbers.flatMap((one, index) => (index % 2 ? [] : [[one, numbers[index + 1]]]))

/** @param {HTMLElement} leaf */
const read = leaf => {
  /** @param {Word} word */
  const isAsItWas = ({ range }) => range.startContainer instanceof Text && range.startContainer.isConnected
  const before = known.get(leaf)
  if (before?.words.every(isAsItWas)) return before
  const text = readText(leaf)
  const english = leaf.querySelector(".en")
  const translation = english && readText(english)
  const at = all(".words", edition).indexOf(leaf)
  const rows = file?.leaves[at] || []
  let line = 0
  const lines = (file?.lines[at] ?? []).map(step => {
    line += step
    return line
  })
  /** @type {Word[]} */
  const words = rows.map(([start, end, reading, gloss, ...rendered], index) => ({
    leaf,
    reading,
    gloss,
    span: [start, end],
    level: Number(file?.levels?.[at]?.[index] ?? 0),
    line: lines[index],
    form: text.flat.slice(start, end).join(""),
    range: domRange([start, end], text),
    renderings: translation ? pairs(rendered).map(part => domRange(part, translation)) : [],
  }))
  known.set(leaf, { text, words })
  return { text, words }
}

/**
 * @param {HTMLElement} leaf
 * @returns {Word[]} the words of a paragraph, in order
 */
export const wordsIn = leaf => read(leaf).words

// Some articles have spaces there.
const OPENING = /(?:[\p{Ps}\p{Pi}]\s*)+$/u
const CLOSING = /^(?:[\p{Pe}\p{Pf}\p{Po}]|\s(?=[\p{Pe}\p{Pf}，。；：！？、,.;:!?…]))+/u

/**
 * A word with the signs around it that no line's end may part from it.
 * @param {Word} word
 */
export const rangeWithSigns = ({ leaf, span: [start, end] }) => {
  const { text } = read(leaf)
  const before = OPENING.exec(text.flat.slice(0, start).join(""))?.[0] ?? ""
  const behind = CLOSING.exec(text.flat.slice(end).join(""))?.[0] ?? ""
  return domRange([start - before.length, end + behind.length], text)
}

/**
 * Whether there is something to say of the word.
 * @param {Word} word
 */
export const isTold = word => Boolean(word.gloss || word.reading)

const SLACK = 5 // pixels over and under a line's letters that are still the line's
/** @type {(range: Range, x: number, y: number) => number} */
const distance = (range, x, y) =>
  Math.min(
    ...[...range.getClientRects()].map(({ left, right, top, bottom }) => {
      const isOn = x >= left && x < right && y >= top - SLACK && y <= bottom + SLACK
      return isOn ? Math.abs(y - (top + bottom) / 2) : Infinity
    }),
  )
/** @type {(ranges: Range[], x: number, y: number) => number} */
const nearest = (ranges, x, y) => {
  const distances = ranges.map(range => distance(range, x, y))
  const least = Math.min(...distances)
  return least < Infinity ? distances.indexOf(least) : -1
}

/** @type {(one: Range, other: Range) => boolean} */
export const isSame = (one, other) =>
  one.compareBoundaryPoints(Range.START_TO_START, other) === 0 &&
  one.compareBoundaryPoints(Range.END_TO_END, other) === 0

/**
 * @param {number} x
 * @param {number} y
 * @param {Element} target
 * @returns {Word[]} the word at a point of the window; several where words of the English render several
 */
export const wordsAt = (x, y, target) => {
  /** @type {HTMLElement | null} */
  const leaf = target.closest?.(".edition .words")
  const words = leaf ? wordsIn(leaf) : []
  const drawn = target.closest?.("ruby.word") // its reading or its gloss may be at the point
  if (drawn) return words.filter(word => word.range.intersectsNode(drawn)).slice(0, 1)
  if (!target.closest?.(".en")) {
    const at = nearest(
      words.map(word => word.range),
      x,
      y,
    )
    return at < 0 ? [] : [words[at]]
  }
  const renderings = words.flatMap(word => word.renderings)
  const found = renderings[nearest(renderings, x, y)]
  return found ? words.filter(word => word.renderings.some(range => isSame(range, found))) : []
}

/**
 * The other paragraphs in which the word stands: where, and what they are called.
 * @param {Word} word
 */
export const placesOf = word => {
  /** @type {HTMLAnchorElement | null} */
  const number = word.leaf.querySelector(".number")
  const own = number?.hash.slice(1) || ""
  /** @type {(id: string, address: string) => boolean} */
  const isOwn = (id, address) =>
    id ? id === own : !own && new URL(address, location.href).pathname === location.pathname
  const places = (file?.places[word.form] || []).map(([section, number]) => {
    const id = number ? `p-${number}` : ""
    const address = file?.sections[section] + (id && `#${id}`)
    const isHere = id && document.getElementById(id)
    return { id, address: isHere ? `#${id}` : address, label: number ? String(number) : `§ ${section + 1}` }
  })
  return places.filter(({ id, address }) => !isOwn(id, address))
}
