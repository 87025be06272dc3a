// @ts-check
/* A word's row: what it says now, the engine's rules for it, and how it is written. As in checking/interlinear. */
import { domRange, normalise, rangeOf, readText, termRanges } from "./anchoring.js"
import { quoted } from "./note.js"
import { countCharacters, syllablesOf } from "./tones.js"
import { isSame, wordsIn } from "./words.js"

/**
 * @typedef {{flat: string[], from: ([Node, number, number] | null)[]}} Text as `readText` has it
 * @typedef {{form: string, reading?: string, gloss?: string, rendering?: string}} Row
 * @typedef {{row: Row, english: Text, paragraph: string, line: number, called: string}} Known what the page knows of a
 *   word: its row, the English of its paragraph, where it stands, and how it is called in a list of drafts
 */

const APART = " … "
const NUMBERED = /^(?<words>.*\S)\s*#(?<number>\d{1,4})$/su
const PLAIN = /^\p{L}+(?:[ ’-]\p{L}+)*$/u
const NO_TEXT = /^(?:y|n|yes|no|on|off|true|false|null)$/i // what YAML takes for something else

/**
 * @param {[number, number]} range
 * @param {Text} text
 * @returns {[import("./words.js").Word | undefined, import("./words.js").Word[]]}
 */
const wordAt = (range, text) => {
  const at = domRange(range, text)
  const leaf = at.startContainer.parentElement?.closest(".words")
  const words = leaf ? wordsIn(/** @type {HTMLElement} */ (leaf)) : []
  return [words.find(one => isSame(one.range, at)), words]
}

/**
 * @param {string} words
 * @param {Text} english
 * @returns {number[][]}
 */
const placesOf = (words, english) => termRanges(words, [], english)

/**
 * The words of a rendering that stand together, each with its places in the English.
 * @param {string} rendering
 * @param {Text} english
 */
const partsOf = (rendering, english) => {
  const parts = placesOf(rendering, english).length ? [rendering] : rendering.split(APART)
  return parts.map(part => part.trim()).map(words => {
    const numbered = NUMBERED.exec(words)?.groups
    if (!numbered || placesOf(words, english).length) return { words, number: 0, places: placesOf(words, english) }
    return { words: numbered.words, number: Number(numbered.number), places: placesOf(numbered.words, english) }
  })
}

/**
 * The words of the English at these ranges as a row names them.
 * @param {(number[] | null)[]} ranges
 * @param {Text} english
 */
const named = (ranges, english) => ranges.filter(range => range !== null).map(([start, end]) => {
  const words = english.flat.slice(start, end).join(""), places = placesOf(words, english)
  return places.length > 1 ? `${words}#${places.findIndex(place => place[0] === start) + 1}` : words
}).join(APART)

/**
 * What is known of the word at a range of the text; null where no word stands there.
 * @param {[number, number]} range
 * @param {Text} text
 * @returns {Known | null}
 */
export const rowAt = (range, text) => {
  const [word, words] = wordAt(range, text)
  if (!word) return null
  const { leaf, form, reading, gloss } = word
  const paragraph = /** @type {HTMLElement | null} */ (leaf.querySelector(".number"))?.dataset.number ?? "0"
  const same = words.filter(one => one.form === form)
  const shown = leaf.querySelector(".en")
  /** @type {Text} */
  const english = shown ? readText(shown) : { flat: [], from: [] }
  const rendering = named(word.renderings.map(part => rangeOf(part, english)), english)
  const which = same.length > 1 ? `#${same.indexOf(word) + 1}` : ""
  const called = `${form}${which}, ${Number(paragraph) > 0 ? `¶ ${paragraph}` : "heading"}`
  return { row: { form, reading, gloss, rendering }, english, paragraph, line: word.line, called }
}

/** @param {string} text */
const value = text => PLAIN.test(text) && !NO_TEXT.test(text) ? text : quoted(text)

/**
 * The row as it is written in the section's file.
 * @param {Row} row
 */
export const written = ({ form, reading = "", gloss = "", rendering = "" }) =>
  `[${[form, reading, gloss, ...(rendering ? [rendering] : [])].map(value).join(", ")}]`

/**
 * What an issue says of it: the fields of its form, and the same as text.
 * @param {Row} row
 * @param {Known} word
 * @param {string} section
 */
export const toldOf = (row, { row: was, paragraph, line }, section) => ({
  fields: { better: row.gloss ?? "", form: row.form, section, paragraph, was: written(was), row: written(row) },
  said: `# annotations/interlinear/${section}.yml, line ${line}: ${written(was)} becomes\n${written(row)}\n`,
})

/**
 * @param {string} rendering
 * @param {Text} english
 */
const notRendered = (rendering, english) => {
  if (!english.flat.length) return "The paragraph has no translation in which these words could stand."
  for (const { words, number, places } of partsOf(normalise(rendering), english)) {
    const stands = `“${words}” stands ${places.length} times in the English of the paragraph`
    const around = (/** @type {number[]} */ [start, end]) =>
      english.flat.slice(Math.max(0, start - 12), end + 12).join("").trim()
    if (!places.length)
      return `“${words}” is not in the English of the paragraph: copy whole words from it, or leave it out.`
    if (places.length > 1 && !places[number - 1]) {
      const choices = places.map((place, at) => `${words}#${at + 1} (…${around(place)}…)`).join(", ")
      return `${stands}${number ? `, and there is no ${number}` : ""}. Say which: ${choices}.`
    }
    if (places.length === 1 && number > 1)
      return `“${words}” stands once in the English of the paragraph: write it without a number.`
  }
  return ""
}

/**
 * What is wrong with how it is read.
 * @param {Row} row
 * @param {{reading: string}} data of which `reading` is what readings are called in the article's language
 */
const misread = ({ form, reading = "" }, data) => {
  const wanted = countCharacters(form), found = syllablesOf(reading, form).length
  if (!reading) return wanted ? "Write how it is read here." : ""
  if (data.reading !== "pinyin") return ""
  if (!wanted) return "The word has no Chinese character: leave its reading out."
  if (found === wanted) return ""
  const counted = (/** @type {number} */ number, /** @type {string} */ noun) =>
    `${number} ${noun}${number === 1 ? "" : "s"}`
  return `${counted(found, "syllable")} for ${counted(wanted, "character")}. An apostrophe parts what runs together.`
}

/**
 * What is wrong with the row, by field.
 * @param {Row} row
 * @param {Known | null} word what `rowAt` knows of it
 * @param {{reading: string}} data
 * @returns {Record<string, string>}
 */
export const problemsOfRow = (row, word, data) => {
  if (!word) return { gloss: "Its word stands no more in this section." }
  const rendering = row.rendering ? notRendered(row.rendering, word.english) : ""
  const found = { reading: misread(row, data), rendering, gloss: "" }
  if (written(row) === written(word.row)) found.gloss = "This is what it says now: write what is better."
  return Object.fromEntries(Object.entries(found).filter(([, told]) => told))
}
