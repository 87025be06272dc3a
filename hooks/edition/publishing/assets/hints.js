/* What is legal in a note that the composer makes, and yet worth a look; the engine warns of it. */
import { missingSources, wordOf } from "./rules.js"
import { lacksTones } from "./tones.js"

const WIDE = new RegExp(
  "[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\u4dbf\\u4e00-\\u9fff\\ua960-\\ua97c\\uac00-\\ud7a3\\uf900-\\ufaff" +
    "\\ufe30-\\ufe6f\\uff01-\\uff60\\uffe0-\\uffe6\\u{20000}-\\u{3fffd}]",
  "u",
)
/** @param {string} text */
const lengthOf = text => [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : /\p{Mn}/u.test(sign) ? 0 : 1), 0)

/**
 * What is legal and yet worth a look, by field.
 * @param {Kind} kind
 * @param {NewNote} note
 * @param {Known} data
 */
export const hintsOf = (kind, note, data) => {
  /** @type {Told} */
  const found = {}
  const missing = missingSources(note, data)
  if (missing.length)
    found[note.evidence ? "evidence" : "sources"] =
      `Not yet in the bibliography: ${missing.join(", ")}. A source is a file of its own, with that id: write it and ` +
      "send it first."
  const isPinyin = kind === "glosses" && data.reading === "pinyin" && /\p{Script=Han}/u.test(wordOf(note))
  if (note.reading && isPinyin && lacksTones(note.reading, wordOf(note)))
    found.reading = "No tone is marked here: mā, má, mǎ, mà."
  const isBio = kind === "bios"
  const named = isBio ? [note.name, note.name_original].filter(Boolean).join(" ") : `? ${note.rating}.`
  const beside = isBio ? "name" : "verdict"
  const shown = lengthOf([named, note.summary].join(" "))
  const room = data.room[kind]
  if (note.summary && room && shown > room)
    found.summary = `The margin has some ${room} letters for it; with the ${beside} it has ${shown}.`
  const telling = new Set((note.evidence ?? []).filter(item => item.stance !== "context").map(item => item.source))
  if (data.disputed.includes(note.rating ?? "") && telling.size < 2)
    found.evidence ||= "A disputed verdict wants two sources that are independent of each other."
  return found
}
