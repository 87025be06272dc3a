/* The composer's picture of the note as it will stand in the margin. */
import { h } from "./element.js"

/** @typedef {{data: Known, exact: string, original: Tags}} Context `exact` are the words that were chosen */

/** @type {(reading: string, original: Tags) => string} the language of a reading: as the engine's `tagged_reading` */
const readingLang = (reading, { lang }) => {
  if (!/\p{Script=Latin}/u.test(reading)) return lang
  return `${lang.split("-")[0]}-Latn${lang.startsWith("zh") ? "-pinyin" : ""}`
}

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+|note:[a-z0-9-]+)\)/g
/** @type {(found: string[]) => HTMLElement} */
const marked = ([, code, strong, emphasis, words, address]) => {
  if (code) return h("code", {}, code)
  if (strong) return h("strong", {}, strong)
  if (emphasis) return h("em", {}, emphasis)
  const href = address.startsWith("note:") ? "#" : address
  return h("a", { href, rel: "external noopener", target: "_blank" }, words)
}
/**
 * Emphasis, code and links of the notes' Markdown: enough to see what it will look like.
 * @param {string} text
 */
const inline = text => {
  /** @type {Child[]} */
  const parts = []
  let last = 0
  for (const found of text.matchAll(INLINE)) {
    parts.push(text.slice(last, found.index), marked(found))
    last = found.index + found[0].length
  }
  return [...parts, text.slice(last)]
}
/** @param {string} [text] paragraphs and lists */
const markdown = (text = "") => {
  const parts = text.split(/\n\s*\n/).filter(Boolean)
  return parts.map(part => {
    const items = part.split("\n")
    if (!items.every(item => /^[-*+] /.test(item))) return h("p", {}, inline(part))
    return h("ul", {}, ...items.map(item => h("li", {}, inline(item.slice(2)))))
  })
}

/** @type {(date: string) => string} a date of ISO 8601 as readers see it; one not yet written to its end, as it is */
const inWords = date => {
  const [whole, month, day] = date.match(/^\d{4}(-\d\d)?(-\d\d)?$/) ?? []
  const at = new Date(date)
  if (!whole || Number.isNaN(at.valueOf())) return date
  const parts = { month: month && "long", day: day && "numeric" }
  return at.toLocaleDateString("en-GB", /** @type {any} */ ({ year: "numeric", timeZone: "UTC", ...parts }))
}

/** @type {(id: string, data: Known) => string} */
const cite = (id, data) => data.sources[id] || id
/** @type {(note: NewNote, data: Known) => Child} */
const sourceList = ({ sources }, data) =>
  sources && h("ul", { className: "sources" }, ...sources.map(id => h("li", {}, cite(id, data))))

/** @param {string} [text] */
const orMissing = text => text || "…"
/** @param {string} words */
const label = words => h("span", { className: "label" }, words)
/** @type {(name: string, short: Child, ...more: Child[]) => Note} */
const details = (name, short, ...more) =>
  h(
    "details",
    { className: `note ${name}`, open: true },
    h("summary", {}, short),
    h("div", { className: "more" }, more),
  )

/** @type {(note: NewNote, context: Context) => HTMLElement} */
const bio = (note, { data, original }) => {
  const name = note.name_original && [h("span", { ...original }, note.name_original), " "]
  const short = [h("b", {}, orMissing(note.name)), " ", name, orMissing(note.summary)]
  return details("bio", short, markdown(note.body), sourceList(note, data))
}

/** @type {(row: Evidence, data: Known) => HTMLElement} */
const evidenceRow = ({ source, stance, note }, data) => {
  const shows = note && [" ", h("span", { className: "shows" }, note)]
  return h(
    "li",
    { className: stance },
    h("span", { className: "stance" }, data.stances[stance].join(" ")),
    " ",
    cite(source, data),
    shows,
  )
}
/** @type {(note: NewNote, context: Context) => HTMLElement} */
const check = (note, { data }) => {
  const [sign, words] = data.ratings[note.rating ?? ""] || ["·", "Verdict"]
  const verdict = h("b", { className: "verdict" }, h("span", { className: "sign" }, sign), ` ${words}.`)
  const evidence = (note.evidence ?? []).map(row => evidenceRow(row, data))
  const element = details(
    "check",
    [verdict, " ", orMissing(note.summary)],
    h("p", { className: "claim" }, label("Claim"), " ", orMissing(note.claim)),
    markdown(note.explanation),
    h("ul", { className: "evidence" }, ...evidence),
    note.checked && h("p", { className: "tools" }, `Checked ${inWords(note.checked)}`),
  )
  if (note.rating) element.dataset.rating = note.rating
  return element
}

/** @type {(note: NewNote, context: Context) => HTMLElement} */
const variant = (note, { data, exact, original }) => {
  const readings = (note.readings ?? []).map(({ witness, text }) => {
    const words = text ? h("span", { ...original }, text) : h("em", {}, "lacks the words")
    return h("li", {}, h("span", { className: "siglum" }, witness), " ", words)
  })
  const short = h("b", { ...original }, orMissing(note.target?.exact || exact))
  const list = h("ul", { className: "readings" }, ...readings)
  return details("variant", short, list, markdown(note.note), sourceList(note, data))
}

/** @type {(note: NewNote, context: Context) => HTMLElement} */
const gloss = (note, { data, exact, original }) => {
  const words = h("b", { ...original }, orMissing(note.terms?.[0] || note.target?.exact || exact))
  const reading = note.reading && h("i", { lang: readingLang(note.reading, original) }, note.reading)
  const literal = h("p", {}, label("Literally"), ` ${orMissing(note.literal)}\u00a0· ${orMissing(note.register)}`)
  const short = [words, " ", reading, " ", orMissing(note.meaning)]
  return details("gloss", short, literal, markdown(note.note), sourceList(note, data))
}

/** @type {(note: NewNote, context: Context) => HTMLElement} */
const source = note => {
  const told = [note["container-title"] || note.publisher, note.issued && inWords(note.issued)]
  const where = told.filter(Boolean).map(part => `, ${part}`)
  const authors = note.author && `${note.author.join(", ")}. `
  return h("p", { className: "source" }, authors, h("cite", {}, orMissing(note.title)), where, ".")
}

/** @type {(note: NewNote, context: Context) => HTMLElement} */
const row = (note, { original }) => {
  const reading = note.reading && h("i", { lang: readingLang(note.reading, original) }, note.reading)
  return details("gloss", [h("b", { ...original }, note.form), " ", reading, " ", orMissing(note.gloss)])
}

const PICTURES = {
  bios: bio,
  "fact-checks": check,
  glosses: gloss,
  variants: variant,
  interlinear: row,
  sources: source,
}

/** @type {(kind: Kind, note: NewNote, context: Context) => HTMLElement} the note, open */
export const preview = (kind, note, context) => PICTURES[kind](note, context)
