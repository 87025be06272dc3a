/* A note of the composer: its fields, the engine's rules for them, its file, and the addresses that propose it. */
import { match, normalise, termRanges } from "./anchoring.js"
import { lacksTones, withMarks } from "./tones.js"

export const LONGEST = 7500 // bytes of an address that every browser and forge take
const ROOM = { bios: 90, "fact-checks": 135 } // letters that the margin has at rest, as the engine counts them
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u
const length = text => [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : /\p{Mn}/u.test(sign) ? 0 : 1), 0)
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const URL_ = /^https?:\/\/[^\s/?#<>"]+\.?[^\s<>"]*$/i
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu

/** The fields of a gloss that goes by its words, wherever they stand, and not by a target. */
export const BY_TERMS = ["terms", "except"]

/** The kinds; `fields` in the order of the file: what is written there, and how it is asked for. */
export const KINDS = {
  bios: {
    label: "Bio", form: "bio.yml", names: "name",
    fields: { name: "text", name_original: "text", kind: "choice", terms: "lines", summary: "text", except: "lines", body: "long", sources: "ids" },
  },
  "fact-checks": {
    label: "Fact check", form: "fact-check.yml", names: "claim",
    fields: { target: "target", claim: "text", rating: "choice", summary: "text", explanation: "long", evidence: "evidence", checked: "day" },
  },
  glosses: {
    label: "Gloss", form: "gloss.yml", names: "reading",
    fields: { terms: "lines", target: "target", reading: "text", literal: "text", meaning: "text", register: "choice", except: "lines", note: "long", sources: "ids" },
  },
  variants: {
    label: "Variant", form: "", names: "exact",
    fields: { target: "target", position: "choice", readings: "readings", note: "long", sources: "ids" },
  },
  interlinear: { label: "Word", form: "word.yml", names: "", fields: { form: "fixed", reading: "text", gloss: "text", rendering: "text" } },
  sources: {
    label: "Source", form: "", names: "title",
    fields: { type: "choice", title: "text", author: "lines", "container-title": "text", publisher: "text", issued: "date", URL: "url", accessed: "day" },
  },
}

/** Text as a file may hold it: NFC, without signs that nobody sees. A text of one line has white space as one space. */
export const clean = (text, long = false) => {
  const visible = (text || "").replace(/\r\n?/g, "\n").replace(/\t/g, " ").replace(/[\u0085\u2028\u2029]/g, long ? "\n" : " ").replace(FORBIDDEN, "").normalize("NFC")
  return long ? visible.split("\n").map(line => line.trimEnd()).join("\n").replace(/^\n+|\s+$/g, "") : normalise(visible)
}

/** The id nearest to a text: `GPT-4 (2023)` gives `gpt-4-2023`. */
export const asId = (text, words = 5) =>
  ((text || "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[a-z0-9]+/g) || []).slice(0, words).join("-")

const lines = text => (text || "").split("\n").map(line => clean(line)).filter(Boolean)
// Ids are parted by commas or spaces; what is a sentence stays whole, so that it can be told of.
const ids = text => (text || "").split(/[,，、\n]+/u).map(part => clean(part)).filter(Boolean).flatMap(part => part.split(" ").every(piece => ID.test(piece)) ? part.split(" ") : [part])

/** What the form's values make: field to text, list or record; what is left out is not there. */
export function noteOf(kind, values, selector, section) {
  const note = {}
  for (const [name, type] of Object.entries(KINDS[kind].fields)) {
    if (kind === "glosses" && (values.where === "here" ? BY_TERMS : ["target"]).includes(name)) continue
    let value = type === "evidence" || type === "readings" ? "" : clean(values[name], type === "long")
    if (type === "fixed") value = values[name]
    if (type === "lines") value = lines(values[name])
    if (type === "ids") value = ids(values[name])
    if (type === "target") value = selector && { section, ...selector }
    if (type === "evidence") value = (values.evidence || []).filter(item => item.source || item.note).map(item => ({ source: clean(item.source), stance: item.stance, ...(clean(item.note) && { note: clean(item.note) }) }))
    if (type === "readings") value = (values.readings || []).filter(item => item.witness).map(({ witness, text }) => ({ witness, ...(clean(text) ? { text: clean(text) } : { omits: true }) }))
    if (value?.length || value?.exact) note[name] = value
  }
  return note
}

const markdownProblem = text => {
  const bare = text.replace(/\\[!-/:-@[-`{-~]/g, "").replace(/(`+)[^`]*\1/g, "")
  if (/<\/?[A-Za-z][^<>]*>|<!|<\?/.test(bare.replace(/<(?:https?:\/\/|note:)[^<>\s]*>/g, ""))) return "HTML is not let through: use Markdown, such as *emphasis*; a sign < goes in `backticks`."
  if (/!\[[^\]]*\][([]/.test(bare)) return "Notes hold no pictures: link to it instead, [words](https://…)."
  if (/\]\(\s*<?(?!https?:\/\/|note:)/.test(bare)) return "A link goes to http://, https:// or, as note:ID, to another note."
  return ""
}

const dayProblem = (text, whole) => {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text)
  if (!parts || (whole && !parts[3])) return `Write it as ${whole ? "2026-01-05" : "2026-01-05, 2026-01 or 2026"}.`
  const [year, month, day] = [parts[1], parts[2] || "01", parts[3] || "01"]
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return year === "0000" || isNaN(date) || date.toISOString().slice(0, 10) !== `${year}-${month}-${day}` ? `There is no ${text} in the calendar.` : ""
}

const noSource = text => `${text ? `“${text}” is no id of a source.` : "Here the id of a source is wanted."} A source is a file of its own, annotations/sources/ID.yml, and ID is what goes here. Begin to type to choose one that is there.`

const wordOf = note => note.terms?.[0] || note.target?.exact || ""
/** A gloss's reading, as pinyin with its tones as marks. */
export const marksOf = note => withMarks(note.reading, wordOf(note))

/** The notes that the edition has of the same words: [the words, id]. */
export function rivalsOf(note, data) {
  const words = [...(note.terms || []), note.name, note.name_original, !note.terms && !note.name && note.target?.exact].filter(Boolean)
  return words.flatMap(word => (data.words[normalise(word).toLowerCase()] || []).map(id => [word, id])).filter(([, id], index, all) => all.findIndex(other => other[1] === id) === index)
}

/** The notes that would show nowhere any more, since longer terms of this one take their places: [their term, id]. */
export function hiddenBy(note, text, section, data) {
  const own = (note.terms || []).map(normalise), after = [...data.terms, ...own]
  return Object.entries(data.notes).flatMap(([id, { terms, places }]) => {
    const within = terms.filter(term => own.some(longer => longer !== term && longer.includes(term)))
    if (!within.length || own.some(term => terms.includes(term))) return []
    const lost = within.reduce((sum, term) => sum + termRanges(term, data.terms, text).length - termRanges(term, after, text).length, 0)
    return lost && lost >= (places[section] || 0) ? [[within[0], id, Object.keys(places).length < 2]] : []
  })
}

/** What is wrong, by field: the rules by which the engine reads the file. `data` is what the edition has already. */
export function problemsOf(kind, id, note, text, data) {
  const found = {}, shape = data.kinds[kind]
  const say = (name, message) => { if (message) found[name] ||= message }
  if (!ID.test(id)) say("id", "An id is made of small letters a–z, digits and single hyphens.")
  else if (data.ids.includes(id)) say("id", `“${id}” is taken: choose another.`)
  for (const name of shape.required) if (!note[name]) say(name, "This is needed.")
  for (const [name, type] of Object.entries(KINDS[kind].fields)) {
    const value = note[name]
    if (!value) continue
    if (type === "long") say(name, markdownProblem(value))
    if (type === "day" || type === "date") say(name, dayProblem(value, type === "day"))
    if (type === "url" && !URL_.test(value)) say(name, "Give a whole address that begins with http:// or https://.")
    if (type === "choice" && !shape.fields[name].choices.includes(value)) say(name, "Choose one.")
    if (type === "ids") say(name, value.filter(item => !ID.test(item)).map(noSource)[0])
    if (type === "evidence") say(name, value.filter(item => !ID.test(item.source)).map(item => noSource(item.source))[0])
  }
  if (kind === "glosses" && note.reading && data.reading === "pinyin" && marksOf(note) !== note.reading) say("reading", `Tones are written as marks, not as digits: ${marksOf(note)}`)
  if (kind === "variants") {
    if (!note.target) say("target", "Take the words that read otherwise there from the article.")
    if (!Object.keys(data.witnesses).length) say("readings", "No other copy is named yet: an editor does so, under “witnesses” in annotations/edition.yml.")
    if (note.position && note.position !== "replaces" && note.readings?.some(item => item.omits)) say("readings", "What stands before or after has words: write them.")
  }
  if (kind === "fact-checks" && !note.target) say("target", "Take the words that make the claim from the article.")
  if (kind === "glosses" && !note.target && !note.terms) say("terms", "Take the words from the article."), say("target", "Take the words from the article.")
  const idle = note.except?.find(words => !(note.terms || []).some(term => normalise(words).includes(normalise(term))))
  if (idle) say("except", `“${idle}” holds none of the note’s words, and excepts nothing.`)
  if (kind !== "sources" && note.terms && !note.terms.some(term => termRanges(term, [...data.terms, ...note.terms], text).length))
    say("terms", note.terms.some(term => match({ exact: term }, text).length) ? "These words stand here only within a longer word or term." : "None of these words stands in this section.")
  return found
}

/** The ids of sources that the note names and the edition does not have. */
export const missingSources = (note, data) => [...(note.sources || []), ...(note.evidence || []).map(item => item.source)].filter(id => ID.test(id) && !(id in data.sources))

/** What is legal and yet worth a look, by field. */
export function hintsOf(kind, note, data) {
  const found = {}
  const missing = missingSources(note, data)
  if (missing.length) found[note.evidence ? "evidence" : "sources"] = `Not yet in the bibliography: ${missing.join(", ")}. A source is a file of its own, with that id: write it and send it first.`
  if (kind === "glosses" && note.reading && data.reading === "pinyin" && /\p{Script=Han}/u.test(wordOf(note)) && lacksTones(note.reading, wordOf(note))) found.reading = "No tone is marked here: mā, má, mǎ, mà."
  const shown = [kind === "bios" ? [note.name, note.name_original].filter(Boolean).join(" ") : `? ${note.rating}.`, note.summary].join(" ")
  if (note.summary && length(shown) > ROOM[kind]) found.summary = `The margin has some ${ROOM[kind]} letters for it; with the ${kind === "bios" ? "name" : "verdict"} it has ${length(shown)}.`
  const telling = new Set((note.evidence || []).filter(item => item.stance !== "context").map(item => item.source))
  if (["misleading", "inaccurate"].includes(note.rating) && telling.size < 2) found.evidence ||= "A disputed verdict wants two sources that are independent of each other."
  return found
}

/* -- the file ------------------------------------------------------------------------------------- */

// A scalar of JSON is one of YAML; what JSON lets stand and YAML does not was taken out, and is escaped all the same.
export const quoted = text => JSON.stringify(text).replace(FORBIDDEN, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)
const plain = text => /^[a-z][a-z0-9-]*$/.test(text) && !/^(?:null|true|false|yes|no|on|off|y|n)$/.test(text) ? text : quoted(text)
const flow = record => `{${Object.entries(record).map(([key, value]) => `${key}: ${key === "exact" || key === "prefix" || key === "suffix" || key === "note" || key === "text" ? quoted(value) : value === true ? value : plain(value)}`).join(", ")}}`
const block = text => /^\s|^$/.test(text) ? quoted(text) : `|\n${text.split("\n").map(line => line && `  ${line}`).join("\n")}`

/** The note's file. */
export function yamlOf(kind, note) {
  const written = [`# yaml-language-server: $schema=../schemas/${kind}.json`]
  for (const [name, type] of Object.entries(KINDS[kind].fields)) {
    const value = note[name]
    if (!value) continue
    if (type === "long") written.push(`${name}: ${block(value)}`)
    else if (type === "lines") written.push(`${name}: [${value.map(quoted).join(", ")}]`)
    else if (type === "ids") written.push(`${name}: [${value.map(plain).join(", ")}]`)
    else if (type === "target") written.push(`${name}: ${flow(value)}`)
    else if (type === "readings") written.push(`${name}:`, ...value.map(item => `  - ${flow(item)}`))
    else if (type === "evidence") written.push(`${name}:`, ...value.map(item => `  - ${flow(item)}`))
    else if (type === "choice") written.push(`${name}: ${/^[a-z][a-z _-]*$/.test(value) ? value : quoted(value)}`)
    else if (type === "day" || type === "date") written.push(`${name}: ${/^[\d-]+$/.test(value) ? value : quoted(value)}`)
    else written.push(`${name}: ${quoted(value)}`)
  }
  return written.join("\n") + "\n"
}

/* -- addresses -------------------------------------------------------------------------------------- */

export const pathOf = (kind, id) => `annotations/${kind}/${id}.yml`
const query = fields => Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%2F/g, "/")}`).join("&")
const within = (whole, part) => whole.length <= LONGEST ? { address: whole, whole: true } : { address: part, whole: false }

const filled = (page, fields) => Object.entries(fields).reduce((address, [name, value]) => address.replace(`{${name}}`, () => encodeURIComponent(value).replace(/%2F/g, "/")), page)

/** The forge's page for a new file. Where the address would be too long it holds the path only (`whole` is false). */
export const newFile = ({ forge }, path, yaml) => within(filled(forge.new, { path, text: yaml }), filled(forge.new, { path, text: "" }))

/** The forge's page on which a file is edited. */
export const editPage = ({ forge }, path) => ({ address: filled(forge.edit, { path }), whole: true })

/** The issue of the kind, filled in; where the address would be too long it holds the title only. `told` is what an
 * issue says of a word's row. */
export function issueForm({ forge }, kind, id, note, told = null) {
  const { form, label } = KINDS[kind], page = filled(forge.issue, { form, title: `${label}: ${id}` })
  if (!forge.hasForms) return within(filled(page, { said: ["```yaml", (told?.said ?? yamlOf(kind, note)) + "```"].join("\n") }), filled(page, { said: "" }))
  if (told) return within(`${page}&${query(told.fields)}`, page)
  const { target, evidence, body, ...rest } = note
  if (body) rest.more = body // GitHub keeps the word “body” for itself
  const fields = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, Array.isArray(value) ? value.join((kind === "bios" && name === "terms") || name === "except" ? "\n" : ", ") : value]))
  if (target) {
    Object.assign(fields, { section: target.section, exact: target.exact })
    if (target.prefix || target.suffix) fields.around = [target.prefix && `prefix: ${target.prefix}`, target.suffix && `suffix: ${target.suffix}`].filter(Boolean).join("\n")
  }
  if (evidence) fields.evidence = evidence.map(item => [item.source, item.stance, item.note].filter(Boolean).join(" · ")).join("\n")
  return within(`${page}&${query(fields)}`, page)
}
