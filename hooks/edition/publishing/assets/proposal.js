/* A note of the composer on its way out: its file, and the repository's pages that propose it. */
import { FORBIDDEN, fieldsOf, KINDS } from "./fields.js"

const LONGEST = 7500 // bytes of an address that every browser and forge take

/* -- the file ------------------------------------------------------------------------------------------------------ */

/**
 * A scalar of JSON is one of YAML; what JSON lets stand and YAML does not was taken out, and is escaped all the same.
 * @param {string} text
 */
export const quoted = text =>
  JSON.stringify(text).replace(FORBIDDEN, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)
/** What YAML takes for something else than a text. */
export const NO_TEXT = /^(?:y|n|yes|no|on|off|true|false|null)$/i
/** @param {string} text */
const plain = text => (/^[a-z][a-z0-9-]*$/.test(text) && !NO_TEXT.test(text) ? text : quoted(text))
const WORDS = ["exact", "prefix", "suffix", "note", "text"] // fields of a record that hold words, and so are quoted
/** @param {object} record */
const flow = record => {
  const parts = Object.entries(record).map(([key, value]) => {
    return `${key}: ${WORDS.includes(key) ? quoted(value) : value === true ? value : plain(value)}`
  })
  return `{${parts.join(", ")}}`
}
/** @param {string} text */
const block = text => {
  if (/^\s|^$/.test(text)) return quoted(text)
  const lines = text.split("\n").map(line => line && `  ${line}`)
  return `|\n${lines.join("\n")}`
}

/** @type {(type: FieldType, value: any) => string} how a value stands in the file; it is as its field wants it */
const written = (type, value) => {
  switch (type) {
    case "long":
      return block(value)
    case "lines":
      return `[${value.map(quoted).join(", ")}]`
    case "ids":
      return `[${value.map(plain).join(", ")}]`
    case "target":
      return flow(value)
    case "choice":
      return /^[a-z][a-z _-]*$/.test(value) ? value : quoted(value)
    case "day":
    case "date":
      return /^[\d-]+$/.test(value) ? value : quoted(value)
    case "readings":
    case "evidence":
      return ["", ...value.map(flow)].join("\n  - ")
    default:
      return quoted(value)
  }
}

/**
 * The note's file.
 * @param {Kind} kind
 * @param {NewNote} note
 */
export const yamlOf = (kind, note) => {
  const lines = [`# yaml-language-server: $schema=../schemas/${kind}.json`]
  for (const [name, type] of fieldsOf(kind)) {
    if (!note[name]) continue
    const text = written(type, note[name])
    lines.push(`${name}:${text.startsWith("\n") ? "" : " "}${text}`)
  }
  return `${lines.join("\n")}\n`
}

/** @type {(kind: Kind, id: string) => string} */
export const pathOf = (kind, id) => `annotations/${kind}/${id}.yml`

/* -- addresses ----------------------------------------------------------------------------------------------------- */

/** @param {string} text */
const encoded = text => encodeURIComponent(text).replace(/%2F/g, "/")
/** @param {Record<string, string>} fields */
const queryOf = fields =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encoded(value)}`)
    .join("&")
/** @type {(page: string, fields: Record<string, string>) => string} */
const filled = (page, fields) =>
  Object.entries(fields).reduce((address, [name, value]) => address.replace(`{${name}}`, () => encoded(value)), page)
/** @type {(whole: string, part: string) => {address: string, whole: boolean}} */
const within = (whole, part) =>
  whole.length <= LONGEST ? { address: whole, whole: true } : { address: part, whole: false }

/**
 * The forge's page for a new file. Where the address would be too long it holds the path only (`whole` is false).
 * @param {Forge} forge
 * @param {string} path
 * @param {string} yaml
 */
export const newFile = (forge, path, yaml) =>
  within(filled(forge.new, { path, text: yaml }), filled(forge.new, { path, text: "" }))

/** @type {(forge: Forge, path: string) => {address: string, whole: boolean}} the page on which a file is edited */
export const editPage = (forge, path) => ({ address: filled(forge.edit, { path }), whole: true })

/**
 * The issue of the kind, filled in; where the address would be too long it holds the title only.
 * @param {Forge} forge
 * @param {Kind} kind
 * @param {string} id
 * @param {NewNote} note
 * @param {ToldRow | null} told what an issue says of a word's row
 */
export const issueForm = (forge, kind, id, note, told = null) => {
  const { form, label } = KINDS[kind]
  const page = filled(forge.issue, { form, title: `${label}: ${id}` })
  if (!forge.hasForms) {
    const said = `\`\`\`yaml\n${told?.said ?? yamlOf(kind, note)}\`\`\``
    return within(filled(page, { said }), filled(page, { said: "" }))
  }
  return within(`${page}&${queryOf(told?.fields ?? issueFields(kind, note))}`, page)
}

/** @type {(kind: Kind, note: NewNote) => Record<string, string>} the fields of an issue, as its form has them */
const issueFields = (kind, note) => {
  const { target, evidence, readings, body, ...rest } = note
  /** @param {string} name */
  const isByLine = name => name === "except" || (kind === "bios" && name === "terms")
  /** @type {Record<string, string>} */
  const fields = {}
  for (const [name, value] of Object.entries(rest))
    fields[name] = Array.isArray(value) ? value.join(isByLine(name) ? "\n" : ", ") : value
  if (body) fields.more = body // GitHub keeps the word “body” for itself
  if (target) {
    const { section, exact, prefix, suffix } = target
    Object.assign(fields, { section, exact })
    const around = [prefix && `prefix: ${prefix}`, suffix && `suffix: ${suffix}`].filter(Boolean)
    if (around.length) fields.around = around.join("\n")
  }
  if (evidence) {
    const rows = evidence.map(item => [item.source, item.stance, item.note].filter(Boolean).join(" · "))
    fields.evidence = rows.join("\n")
  }
  return fields
}
