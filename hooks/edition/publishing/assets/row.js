/* A word's row: what it says now, the engine's rules for it, and how it is written. As in checking/interlinear. */
import { termRanges } from "./anchoring.js"
import { NO_TEXT, quoted } from "./proposal.js"
import { domRange, normalise, rangeOf, readText } from "./text.js"
import { countCharacters, syllablesOf } from "./tones.js"
import { isSame, wordsIn } from "./words.js"

const APART = " … "
const NUMBERED = /^(?<words>.*\S)\s*#(?<number>\d{1,4})$/su
const PLAIN = /^\p{L}+(?:[ ’-]\p{L}+)*$/u

/** @type {(words: string, english: FlatText) => Span[]} */
const placesOf = (words, english) => termRanges(words, [], english)

/**
 * The words of a rendering that stand together, each with its places in the English.
 * @param {string} rendering
 * @param {FlatText} english
 */
const partsOf = (rendering, english) => {
  const parts = placesOf(rendering, english).length ? [rendering] : rendering.split(APART)
  return parts.map(part => {
    const words = part.trim()
    const numbered = NUMBERED.exec(words)?.groups
    if (!numbered || placesOf(words, english).length) return { words, number: 0, places: placesOf(words, english) }
    return { words: numbered.words, number: Number(numbered.number), places: placesOf(numbered.words, english) }
  })
}

/** @type {(spans: Span[], english: FlatText) => string} the words that stand there as a row names them */
const named = (spans, english) => {
  const parts = spans.map(([start, end]) => {
    const words = english.flat.slice(start, end).join("")
    const places = placesOf(words, english)
    return places.length > 1 ? `${words}#${places.findIndex(place => place[0] === start) + 1}` : words
  })
  return parts.join(APART)
}

/**
 * What is known of the word at a range of the text; null where no word stands there.
 * @param {Span} range
 * @param {FlatText} text
 * @returns {KnownRow | null}
 */
export const rowAt = (range, text) => {
  const at = domRange(range, text)
  /** @type {HTMLElement | null | undefined} */
  const leaf = at.startContainer.parentElement?.closest(".words")
  const words = leaf ? wordsIn(leaf) : []
  const word = words.find(one => isSame(one.range, at))
  if (!leaf || !word) return null
  const { form, reading, gloss } = word
  /** @type {HTMLElement | null} */
  const number = leaf.querySelector(".number")
  const paragraph = number?.dataset.number ?? "0"
  const same = words.filter(one => one.form === form)
  const shown = leaf.querySelector(".en")
  const english = shown ? readText(shown) : { flat: [], from: [] }
  const spans = word.renderings.map(part => rangeOf(part, english)).filter(span => span !== null)
  const which = same.length > 1 ? `#${same.indexOf(word) + 1}` : ""
  const called = `${form}${which}, ${Number(paragraph) > 0 ? `¶ ${paragraph}` : "heading"}`
  const row = { form, reading, gloss, rendering: named(spans, english) }
  return { row, english, paragraph, line: word.line, called }
}

/** @param {string} text */
const value = text => (PLAIN.test(text) && !NO_TEXT.test(text) ? text : quoted(text))

/**
 * The row as it is written in the section's file.
 * @param {NewNote} row
 */
export const written = ({ form = "", reading = "", gloss = "", rendering = "" }) =>
  `[${[form, reading, gloss, ...(rendering ? [rendering] : [])].map(value).join(", ")}]`

/**
 * What an issue says of it: the fields of its form, and the same as text.
 * @param {NewNote} row
 * @param {KnownRow} known
 * @param {string} section
 * @returns {ToldRow}
 */
export const toldOfRow = (row, { row: was, paragraph, line }, section) => {
  const { gloss: better = "", form = "" } = row
  return {
    fields: { better, form, section, paragraph, was: written(was), row: written(row) },
    said: `# annotations/interlinear/${section}.yml, line ${line}: ${written(was)} becomes\n${written(row)}\n`,
  }
}

/** @type {(rendering: string, english: FlatText) => string} */
const notRendered = (rendering, english) => {
  if (!english.flat.length) return "The paragraph has no translation in which these words could stand."
  for (const { words, number, places } of partsOf(normalise(rendering), english)) {
    const stands = `“${words}” stands ${places.length} times in the English of the paragraph`
    /** @param {Span} span */
    const around = ([start, end]) =>
      english.flat
        .slice(Math.max(0, start - 12), end + 12)
        .join("")
        .trim()
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
 * @param {NewNote} row
 * @param {Known} data
 */
const misread = ({ form = "", reading = "" }, data) => {
  const wanted = countCharacters(form)
  const found = syllablesOf(reading, form).length
  if (!reading) return wanted ? "Write how it is read here." : ""
  if (data.reading !== "pinyin") return ""
  if (!wanted) return "The word has no Chinese character: leave its reading out."
  if (found === wanted) return ""
  /** @type {(number: number, noun: string) => string} */
  const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`
  return `${counted(found, "syllable")} for ${counted(wanted, "character")}. An apostrophe parts what runs together.`
}

/**
 * What is wrong with the row, by field.
 * @param {NewNote} row
 * @param {KnownRow | null} known
 * @param {Known} data
 * @returns {Told}
 */
export const problemsOfRow = (row, known, data) => {
  if (!known) return { gloss: "Its word no longer stands in this section." }
  /** @type {Told} */
  const found = {}
  const reading = misread(row, data)
  const rendering = row.rendering ? notRendered(row.rendering, known.english) : ""
  if (reading) found.reading = reading
  if (rendering) found.rendering = rendering
  if (written(row) === written(known.row)) found.gloss = "This is what it says now: write what is better."
  return found
}
