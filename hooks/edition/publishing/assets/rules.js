/* The engine's rules for a note that the composer makes: what is wrong with it. */
import { match, termRanges } from "./anchoring.js"
import { fieldsOf, ID } from "./fields.js"
import { normalise } from "./text.js"
import { withMarks } from "./tones.js"

const ADDRESS = /^https?:\/\/[^\s/?#<>"]+\.?[^\s<>"]*$/i

/** @param {string} text */
const markdownProblem = text => {
  const bare = text.replace(/\\[!-/:-@[-`{-~]/g, "").replace(/(`+)[^`]*\1/g, "")
  if (/<\/?[A-Za-z][^<>]*>|<!|<\?/.test(bare.replace(/<(?:https?:\/\/|note:)[^<>\s]*>/g, "")))
    return "HTML is not let through: use Markdown, such as *emphasis*; a sign < goes in `backticks`."
  if (/!\[[^\]]*\][([]/.test(bare)) return "Notes hold no pictures: link to it instead, [words](https://…)."
  if (/\]\(\s*<?(?!https?:\/\/|note:)/.test(bare))
    return "A link goes to http://, https:// or, as note:ID, to another note."
  return ""
}

/**
 * @param {string} text
 * @param {boolean} isWhole whether a month or a year is not enough
 */
const dayProblem = (text, isWhole) => {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text)
  if (!parts || (isWhole && !parts[3])) return `Write it as ${isWhole ? "2026-01-05" : "2026-01-05, 2026-01 or 2026"}.`
  const day = `${parts[1]}-${parts[2] || "01"}-${parts[3] || "01"}`
  const date = new Date(`${day}T00:00:00Z`)
  const isThere = parts[1] !== "0000" && !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day
  return isThere ? "" : `There is no ${text} in the calendar.`
}

/** @param {string} text */
const noSource = text =>
  `${text ? `“${text}” is no id of a source.` : "Here the id of a source is wanted."} A source is a file of its own, ` +
  "annotations/sources/ID.yml, and ID is what goes here. Begin to type to choose one that is there."

/** @param {NewNote} note */
export const wordOf = note => note.terms?.[0] || note.target?.exact || ""
/**
 * A gloss's reading, as pinyin with its tones as marks.
 * @param {NewNote} note
 */
export const marksOf = note => withMarks(note.reading ?? "", wordOf(note))

/**
 * The notes that the edition has of the same words.
 * @param {NewNote} note
 * @param {Known} data
 * @returns {[word: string, id: string][]}
 */
export const rivalsOf = (note, data) => {
  const quoted = note.terms || note.name ? undefined : note.target?.exact
  const words = [...(note.terms ?? []), note.name, note.name_original, quoted].filter(word => word !== undefined)
  /** @type {Map<string, string>} */
  const found = new Map()
  for (const word of words)
    for (const id of data.words[normalise(word).toLowerCase()] ?? []) if (!found.has(id)) found.set(id, word)
  return [...found].map(([id, word]) => [word, id])
}

/**
 * The notes that would show nowhere any more, since longer terms of this one take their places, and whether so in the
 * whole edition.
 * @param {NewNote} note
 * @param {FlatText} text
 * @param {string} section
 * @param {Known} data
 * @returns {[term: string, id: string, isEverywhere: boolean][]}
 */
export const hiddenBy = (note, text, section, data) => {
  const own = (note.terms ?? []).map(normalise)
  const after = [...data.terms, ...own]
  return Object.entries(data.notes).flatMap(([id, { terms, places }]) => {
    const within = terms.filter(term => own.some(longer => longer !== term && longer.includes(term)))
    if (!within.length || own.some(term => terms.includes(term))) return []
    /** @type {(term: string, all: string[]) => number} */
    const count = (term, all) => termRanges(term, all, text).length
    const lost = within.reduce((sum, term) => sum + count(term, data.terms) - count(term, after), 0)
    const isHidden = lost > 0 && lost >= (places[section] || 0)
    return isHidden ? [[within[0], id, Object.keys(places).length < 2]] : []
  })
}

/** @type {(name: Field, type: string, note: NewNote, choices?: string[]) => string | undefined} what is amiss in it */
const fieldProblem = (name, type, note, choices) => {
  const value = String(note[name])
  switch (type) {
    case "long":
      return markdownProblem(value)
    case "day":
    case "date":
      return dayProblem(value, type === "day")
    case "url":
      return ADDRESS.test(value) ? "" : "Give a whole address that begins with http:// or https://."
    case "choice":
      return choices?.includes(value) ? "" : "Choose one."
    case "ids":
    case "evidence":
      return sourcesOf(note, type)
        .filter(one => !ID.test(one))
        .map(noSource)[0]
    default:
      return ""
  }
}

/** @typedef {(name: Field, message: string | undefined) => void} Say tells what is wrong with a field, once */

/** @type {{[kind in Kind]?: (note: NewNote, data: Known, say: Say) => void}} what a kind needs beyond its fields */
const NEEDS = {
  glosses: (note, data, say) => {
    const hasOtherMarks = note.reading && data.reading === "pinyin" && marksOf(note) !== note.reading
    if (hasOtherMarks) say("reading", `Tones are written as marks, not as digits: ${marksOf(note)}`)
    if (note.target || note.terms) return
    for (const name of /** @type {Field[]} */ (["terms", "target"])) say(name, "Take the words from the article.")
  },
  variants: (note, data, say) => {
    if (!note.target) say("target", "Take the words that read otherwise there from the article.")
    if (!Object.keys(data.witnesses).length)
      say("readings", "No other copy is named yet: an editor does so, under “witnesses” in annotations/edition.yml.")
    if (note.position && note.position !== "replaces" && note.readings?.some(item => item.omits))
      say("readings", "What stands before or after has words: write them.")
  },
  "fact-checks": (note, _, say) => {
    if (!note.target) say("target", "Take the words that make the claim from the article.")
  },
}

/**
 * What is wrong, by field: the rules by which the engine reads the file.
 * @param {Kind} kind
 * @param {string} id
 * @param {NewNote} note
 * @param {FlatText} text
 * @param {Known} data what the edition has already
 */
export const problemsOf = (kind, id, note, text, data) => {
  /** @type {Told} */
  const found = {}
  const shape = data.kinds[kind]
  /** @type {Say} */
  const say = (name, message) => {
    if (message) found[name] ||= message
  }
  if (!ID.test(id)) say("id", "An id is made of small letters a–z, digits and single hyphens.")
  else if (data.ids.includes(id)) say("id", `“${id}” is taken: choose another.`)
  for (const name of shape.required) if (!note[name]) say(name, "This is needed.")
  for (const [name, type] of fieldsOf(kind))
    if (note[name]) say(name, fieldProblem(name, type, note, shape.fields[name]?.choices))
  NEEDS[kind]?.(note, data, say)
  const idle = note.except?.find(words => !note.terms?.some(term => normalise(words).includes(normalise(term))))
  if (idle) say("except", `“${idle}” holds none of the note’s words, and excepts nothing.`)
  if (kind !== "sources" && note.terms) say("terms", termsProblem(note.terms, text, data))
  return found
}

/** @type {(terms: string[], text: FlatText, data: Known) => string} */
const termsProblem = (terms, text, data) => {
  if (terms.some(term => termRanges(term, [...data.terms, ...terms], text).length)) return ""
  const isWithin = terms.some(term => match({ exact: term }, text).length)
  return isWithin
    ? "These words stand here only within a longer word or term."
    : "None of these words stands in this section."
}

/** @type {(note: NewNote, type: "ids" | "evidence") => string[]} */
const sourcesOf = (note, type) =>
  type === "ids" ? (note.sources ?? []) : (note.evidence ?? []).map(({ source }) => source)

/**
 * The ids of sources that the note names and the edition does not have.
 * @param {NewNote} note
 * @param {Known} data
 */
export const missingSources = (note, data) =>
  [...sourcesOf(note, "ids"), ...sourcesOf(note, "evidence")].filter(id => ID.test(id) && !(id in data.sources))
