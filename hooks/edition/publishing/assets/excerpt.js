/* What is shown of what was found: a stretch about the words that were asked for, which are marked. */
import { fold, SPACED } from "./fold.js"

/**
 * @typedef {import("./find.js").Found} Found
 * @typedef {{words: string, isMarked: boolean, isOriginal: boolean}} Piece words, whether they were asked for, and
 *   whether they are of the article's language
 * @typedef {{location: string, title: Piece[], original: Piece[], text: Piece[], missing: string[]}} Result
 */

// And the halves of a sign of two code units.
const IN_A_WORD = new RegExp(`${SPACED}|\\p{Cs}`, "u")
const BRIEF = 60 // characters of the original, and of the English
const LONG = 150

/** @type {Map<string, string>} */
const folds = new Map()
/** @param {string} sign */
const foldOne = sign => {
  const known = folds.get(sign) ?? fold(sign)
  folds.set(sign, known)
  return known
}

/**
 * The places where the forms stand in a text, whose folded characters are counted back to its own.
 * @param {string} text
 * @param {RegExp[]} forms
 */
const places = (text, forms) => {
  let folded = ""
  /** @type {number[]} */
  const origin = []
  let offset = 0
  for (const character of text) {
    const short = foldOne(character)
    for (let index = 0; index < short.length; index++) origin.push(offset)
    folded += short
    offset += character.length
  }
  origin.push(offset)
  const taken = new Uint8Array(text.length)
  for (const form of forms)
    for (const { 0: found, index } of folded.matchAll(form))
      taken.fill(1, origin[index], Math.max(origin[index] + 1, origin[index + found.length]))
  return taken
}

/**
 * Marks the words of the original that are read so.
 * @param {Found} found
 * @param {Uint8Array} taken
 */
const markSpoken = ({ doc, spoken }, taken) => {
  const signs = [...doc.fields.original.matchAll(/\p{sc=Han}/gu)]
  for (const form of spoken)
    for (const { 0: found, index } of doc.spoken.matchAll(form)) {
      if (!found.includes(" ")) continue
      const first = doc.spoken.slice(0, index).split(" ").length - 1
      for (const sign of signs.slice(first, first + found.split(" ").length))
        taken.fill(1, sign.index, sign.index + sign[0].length)
    }
}

/** @type {RegExp | null} the article's words amid English, where its letters tell them */
let own = null
/** @param {string} letters of the article's language, as a class of a regular expression has them */
export const knowLetters = letters => {
  own = letters ? new RegExp(`([${letters}](?:[^A-Za-z&;]*[${letters}\\p{M}])?)`, "u") : null
}

const MORE = { words: "…", isMarked: false, isOriginal: false }

/**
 * Parted by language first, so that marks part no words of the article from each other.
 * @param {string} text
 * @param {Uint8Array} taken
 */
const pieces = (text, taken, from = 0, to = text.length) => {
  const stretch = text.slice(from, to)
  /** @type {Piece[]} */
  const found = from ? [MORE] : []
  let start = from
  for (const [index, part] of (own ? stretch.split(own) : [stretch]).entries())
    for (const stop = start + part.length; start < stop; ) {
      let end = start
      while (end < stop && taken[end] === taken[start]) end++
      // Each other part is the article's.
      found.push({ words: text.slice(start, end), isMarked: taken[start] === 1, isOriginal: index % 2 === 1 })
      start = end
    }
  return to < text.length ? [...found, MORE] : found
}

/**
 * A stretch of the text about its longest word that was asked for: the short ones stand everywhere.
 * @param {string} text
 * @param {RegExp[]} forms the longest first
 * @param {number} room
 */
const around = (text, forms, room, taken = places(text, forms)) => {
  const first = forms.map(form => places(text, [form]).indexOf(1)).find(place => place >= 0) ?? taken.indexOf(1)
  let from = Math.max(0, first - Math.floor(room / 4))
  if (text.length - from < room) from = Math.max(0, text.length - room)
  let to = Math.min(text.length, from + room)
  // Not in the middle of a word, nor of a sign of two code units.
  while (from > 0 && IN_A_WORD.test(text[from - 1]) && IN_A_WORD.test(text[from])) from--
  while (to < text.length && IN_A_WORD.test(text[to - 1]) && IN_A_WORD.test(text[to])) to++
  return pieces(text, taken, from, to)
}

/**
 * @param {Found} found
 * @returns {Result}
 */
export const excerpt = found => {
  const { doc, show, missing } = found
  const { title, original, text } = doc.fields
  const taken = places(original, show)
  markSpoken(found, taken)
  return {
    location: doc.location,
    title: pieces(title, places(title, show)),
    original: around(original, show, BRIEF, taken),
    text: around(text, show, LONG),
    missing,
  }
}
