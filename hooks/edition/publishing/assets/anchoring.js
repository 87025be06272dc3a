/* The engine's rules of anchoring, for the composer: a port of the room anchoring. Offsets count code points, as the
   engine's do. The shared cases in tests/cases/anchoring hold the two together. */
import { normalise, trim } from "./text.js"

const UNSPACED = new RegExp(
  "^[\\u0e00-\\u0eff\\u1000-\\u109f\\u1100-\\u11ff\\u1780-\\u17ff\\u2e80-\\u31ff\\u3400-\\u9fff\\ua960-\\ua97f" +
    "\\uac00-\\ud7ff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]",
  "u",
)
const ALNUM = /^[\p{L}\p{N}]/u
const FURTHEST = 100 // characters around a quote that may tell it from another, as in the engine

/** @type {(flat: string[], wanted: string[], start: number) => boolean} */
export const standsAt = (flat, wanted, start) => wanted.every((sign, index) => flat[start + index] === sign)
/** @type {(flat: string[], start: number, end: number) => string} */
const slice = (flat, start, end) => flat.slice(Math.max(0, start), end).join("")

/** @type {(flat: string[], start: number, end: number, prefix?: string, suffix?: string) => boolean} */
const fits = (flat, start, end, prefix = "", suffix = "") => {
  const before = [...normalise(prefix)].length
  const after = [...normalise(suffix)].length
  if (before && !trim(slice(flat, start - before - 1, start)).endsWith(normalise(prefix))) return false
  return !after || trim(slice(flat, end, end + after + 1)).startsWith(normalise(suffix))
}

/**
 * Every range that the quote fits, overlapping ones too; none for an empty one.
 * @param {Quote} quote
 * @param {{flat: string[]}} text
 */
export const match = ({ exact, prefix, suffix }, { flat }) => {
  const wanted = [...normalise(exact)]
  /** @type {Span[]} */
  const found = []
  if (!wanted.length) return found
  for (let start = 0; start + wanted.length <= flat.length; start++)
    if (standsAt(flat, wanted, start) && fits(flat, start, start + wanted.length, prefix, suffix))
      found.push([start, start + wanted.length])
  return found
}

/**
 * The shortest quote that fits only this range of the text; null where there is none.
 * @param {{flat: string[]}} text
 * @param {number} start
 * @param {number} end
 * @returns {Quote | null}
 */
export const describe = (text, start, end) => {
  const { flat } = text
  while (start < end && flat[start] === " ") start++
  while (end > start && flat[end - 1] === " ") end--
  if (start === end) return null
  const exact = slice(flat, start, end)
  const rivals = match({ exact }, text).filter(found => found[0] !== start)
  if (!rivals.length) return { exact }
  let [left, right] = [rivals, rivals] // those that the prefix, the suffix do not yet tell from this range
  for (let length = 1; length <= Math.min(Math.max(start, flat.length - end), FURTHEST); length++) {
    left = left.filter(found => flat[found[0] - length] === flat[start - length])
    right = right.filter(found => flat[found[1] + length - 1] === flat[end + length - 1])
    if (left.some(found => right.includes(found))) continue
    const prefix = trim(slice(flat, start - length, start))
    const suffix = trim(slice(flat, end, end + length))
    /** @type {Quote[]} */
    const quotes = [{ prefix }, { suffix }, { prefix, suffix }].map(around => ({ exact, ...around }))
    const quote = quotes.find(one => isOf(match(one, text), start)) // white space beside a quote counts for nothing
    if (quote) return /** @type {Quote} */ (Object.fromEntries(Object.entries(quote).filter(([, words]) => words)))
  }
  return null
}

/** @type {(found: Span[], start: number) => boolean} whether nothing was found but what begins there */
const isOf = (found, start) => found.length === 1 && found[0][0] === start

/** @type {(before: string, after: string) => boolean} */
const isJoined = (before, after) =>
  ALNUM.test(before) && ALNUM.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after)

/** @type {(words: string) => boolean} whether they are as short as a term, glossed wherever it stands, and no phrase */
export const isTerm = words =>
  [...words].length <= 8 || (words.split(/\s+/u).length <= 3 && ![...words].some(sign => UNSPACED.test(sign)))

/**
 * Every range where the term stands as a word of its own, outside the longer ones among `terms`.
 * @param {string} term
 * @param {string[]} terms
 * @param {{flat: string[]}} text
 */
export const termRanges = (term, terms, text) => {
  const { flat } = text
  const wanted = normalise(term)
  /** @param {Span} span */
  const isWhole = ([start, end]) =>
    !(start && isJoined(flat[start - 1], flat[start])) && !(end < flat.length && isJoined(flat[end - 1], flat[end]))
  const longer = [...new Set(terms.map(normalise))].filter(other => other.length > wanted.length)
  const taken = longer.flatMap(other => match({ exact: other }, text).filter(isWhole))
  return match({ exact: wanted }, text)
    .filter(isWhole)
    .filter(([start, end]) => !taken.some(range => start < range[1] && range[0] < end))
}

const IN_A_WORD = /^[\p{L}\p{N}\p{M}\u200c\u00ad]/u
/** @type {(one: string, other: string) => boolean} whether two neighbours are parts of one word, or of one letter */
const inOneWord = (one, other) =>
  /^[\p{M}\u200c\u200d]/u.test(other) ||
  /\u200d$/u.test(one) ||
  [one, other].every(sign => IN_A_WORD.test(sign) && (!UNSPACED.test(sign) || /^\p{Script=Hangul}/u.test(sign)))

/** @type {(flat: string[], at: number, step: number) => number} */
const edge = (flat, at, step) => {
  while (at > 0 && at < flat.length && inOneWord(flat[at - 1], flat[at])) at += step
  return Math.min(Math.max(at, 0), flat.length)
}

/**
 * A range with a few signs around it, as a choice shows it: no word is cut.
 * @param {string[]} flat
 * @param {Span} span
 */
export const excerpt = (flat, [start, end]) => {
  const cut = Math.min(end, edge(flat, start + 12, 1))
  const [before, after] = [slice(flat, edge(flat, start - 8, -1), start), slice(flat, end, edge(flat, end + 8, 1))]
  return `…${before}⟦${slice(flat, start, cut)}${cut < end ? "…" : ""}⟧${after}…`
}
