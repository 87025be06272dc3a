/* The composer's fields: which each kind of note has, and the note that is made of what was written in them. */
import { normalise } from "./text.js"

// Ends, controls, and what turns the direction of words or cannot be seen.
const UNSEEN =
  "\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069" +
  "\\ufeff\\ufffe\\uffff"
export const FORBIDDEN = new RegExp(`[${UNSEEN}]|\\p{Cs}`, "gu")
export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/**
 * @typedef {object} Form
 * @property {string} label
 * @property {string} form the repository's form for it, if there is one
 * @property {TextField} names the field that names the note
 * @property {Partial<Record<Field, FieldType>>} fields in the order of the file
 */

/** @type {Record<Kind, Form>} what is written there of each kind, and how it is asked for */
export const KINDS = {
  bios: {
    label: "Bio",
    form: "bio.yml",
    names: "name",
    fields: {
      name: "text",
      name_original: "text",
      kind: "choice",
      terms: "lines",
      summary: "text",
      except: "lines",
      body: "long",
      sources: "ids",
    },
  },
  "fact-checks": {
    label: "Fact check",
    form: "fact-check.yml",
    names: "claim",
    fields: {
      target: "target",
      claim: "text",
      rating: "choice",
      summary: "text",
      explanation: "long",
      evidence: "evidence",
      checked: "day",
    },
  },
  glosses: {
    label: "Gloss",
    form: "gloss.yml",
    names: "reading",
    fields: {
      terms: "lines",
      target: "target",
      reading: "text",
      literal: "text",
      meaning: "text",
      register: "choice",
      except: "lines",
      note: "long",
      sources: "ids",
    },
  },
  variants: {
    label: "Variant",
    form: "",
    names: "exact",
    fields: { target: "target", position: "choice", readings: "readings", note: "long", sources: "ids" },
  },
  interlinear: {
    label: "Word",
    form: "word.yml",
    names: "form",
    fields: { form: "fixed", reading: "text", gloss: "text", rendering: "text" },
  },
  sources: {
    label: "Source",
    form: "",
    names: "title",
    fields: {
      type: "choice",
      title: "text",
      author: "lines",
      "container-title": "text",
      publisher: "text",
      issued: "date",
      URL: "url",
      accessed: "day",
    },
  },
}

/** @type {Field[]} the fields of a gloss that goes by its words, wherever they stand, and not by a target */
export const BY_TERMS = ["terms", "except"]

/** @param {Kind} kind */
export const fieldsOf = kind => /** @type {[Field, FieldType][]} */ (Object.entries(KINDS[kind].fields))

/**
 * Text as a file may hold it: NFC, without signs that nobody sees. A text of one line has white space as one space.
 * @param {string | undefined} text
 */
const clean = (text, isLong = false) => {
  const ends = (text || "").replace(/\r\n?/g, "\n").replace(/\t/g, " ")
  const visible = ends
    .replace(/[\u0085\u2028\u2029]/g, isLong ? "\n" : " ")
    .replace(FORBIDDEN, "")
    .normalize("NFC")
  if (!isLong) return normalise(visible)
  const lines = visible.split("\n").map(line => line.trimEnd())
  return lines.join("\n").replace(/^\n+|\s+$/g, "")
}

/** @type {Record<string, string>} letters that are no others with a mark, as in text/romanized */
const SPELLED = { ß: "ss", æ: "ae", œ: "oe", ø: "oe", ð: "d", đ: "d", þ: "th", ł: "l", ħ: "h", ŧ: "t", ı: "i", ŋ: "ng" }

/**
 * The id nearest to a text: `GPT-4 (2023)` gives `gpt-4-2023`.
 * @param {string | undefined} text
 */
export const asId = (text, words = 5) => {
  const small = (text || "").toLowerCase().replace(/[ßæœøðđþłħŧıŋ]/g, letter => SPELLED[letter])
  const plain = small.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  return (plain.match(/[a-z0-9]+/g) ?? []).slice(0, words).join("-")
}

/** @param {string} text */
const lines = text => {
  const found = text.split("\n").map(line => clean(line))
  return found.filter(Boolean)
}
/**
 * Ids are parted by commas or spaces; what is a sentence stays whole, so that it can be told of.
 * @param {string} text
 */
const ids = text => {
  const parts = text.split(/[,，、\n]+/u).map(part => clean(part))
  return parts.filter(Boolean).flatMap(part => {
    const pieces = part.split(" ")
    return pieces.every(piece => ID.test(piece)) ? pieces : [part]
  })
}

/** @param {Evidence} row */
const evidenceOf = ({ source, stance, note }) => ({
  source: clean(source),
  stance,
  ...(clean(note) && { note: clean(note) }),
})
/** @param {Reading} row */
const readingOf = ({ witness, text }) => ({ witness, ...(clean(text) ? { text: clean(text) } : { omits: true }) })

/** @type {(values: Values, name: Field, type: FieldType) => unknown} what the form holds for a field of the note */
const heldIn = (values, name, type) => {
  if (type === "evidence") return (values.evidence ?? []).filter(row => row.source || row.note).map(evidenceOf)
  if (type === "readings") return (values.readings ?? []).filter(row => row.witness).map(readingOf)
  const written = values[/** @type {TextField} */ (name)] || ""
  if (type === "fixed") return written
  if (type === "lines") return lines(written)
  return type === "ids" ? ids(written) : clean(written, type === "long")
}

/**
 * What the form's values make: field to text, list or record; what is left out is not there.
 * @param {Kind} kind
 * @param {Values} values
 * @param {Quote | null} quote
 * @param {string} section
 */
export const noteOf = (kind, values, quote, section) => {
  /** @type {Field[]} */
  const left = kind === "glosses" ? (values.where === "here" ? BY_TERMS : ["target"]) : []
  /** @type {NewNote} */
  const note = {}
  for (const [name, type] of fieldsOf(kind)) {
    if (left.includes(name)) continue
    const value = type === "target" ? quote && { section, ...quote } : heldIn(values, name, type)
    if (Array.isArray(value) ? value.length : value) Object.assign(note, { [name]: value })
  }
  return note
}
