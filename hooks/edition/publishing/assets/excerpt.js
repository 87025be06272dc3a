/* What is shown of what was found: a stretch about the words that were asked for, which are marked. */
import { fold } from "./fold.js"

/**
 * @typedef {import("./find.js").Found} Found
 * @typedef {{words: string, isMarked: boolean, isOriginal: boolean}} Piece words, whether they were asked for, and
 *   whether they are of the article's language
 * @typedef {{location: string, title: Piece[], original: Piece[], text: Piece[], missing: string[]}} Result
 */

const IN_A_WORD = /[\p{sc=Latin}\p{N}\p{Cs}]/u
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

/**
 * @param {string} words
 * @param {boolean} isMarked
 * @returns {Piece[]}
 */
const byLanguage = (words, isMarked) =>
  (own ? words.split(own) : [words]) // each other part is the article's
    .map((part, index) => ({ words: part, isMarked, isOriginal: index % 2 === 1 }))
    .filter(part => part.words)

/**
 * @param {string} text
 * @param {Uint8Array} taken
 */
const pieces = (text, taken, from = 0, to = text.length) => {
  const found = from ? byLanguage("…", false) : []
  for (let start = from; start < to; ) {
    let end = start
    while (end < to && taken[end] === taken[start]) end++
    found.push(...byLanguage(text.slice(start, end), taken[start] === 1))
    start = end
  }
  return to < text.length ? [...found, ...byLanguage("…", false)] : found
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
  // Not in the middle of an English word, nor of a sign of two code units.
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
