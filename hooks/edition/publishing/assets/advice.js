/* What the composer tells beside a field: problems, hints, other notes of the same words, and what mends it. */

import { h } from "./element.js"
import { BY_TERMS, KINDS } from "./fields.js"
import { hintsOf } from "./hints.js"
import { difference } from "./own-forms.js"
import { problemsOfRow } from "./row.js"
import { hiddenBy, marksOf, missingSources, problemsOf, rivalsOf } from "./rules.js"
import { textAt } from "./text.js"

/**
 * What the edition has already of these words, and what would show no more: with the notes' own addresses.
 * @param {NewNote} note
 * @param {Composition} composition
 * @param {Known} data
 * @returns {Child[]}
 */
export const neighboursOf = (note, { kind, text, section }, data) => {
  /** @param {string} id */
  const link = id => {
    const href = new URL(`../${data.notes[id].address}`, import.meta.url).href
    return h("a", { href, target: "_blank", rel: "noopener" }, id)
  }
  /** @param {string} id */
  const called = id => data.nouns[data.notes[id].kind]
  const way =
    kind === "glosses" ? "Show this one “in this place only”. " : "Choose others, or have that note go by a target. "
  const rivals = rivalsOf(note, data).map(([word, id]) => [
    `“${word}” has a ${called(id)} already: `,
    link(id),
    ". Mend that one, unless both are needed. ",
  ])
  const hidden = hiddenBy(note, text, section, data).map(([term, id, isEverywhere]) => [
    `These words take each place of “${term}” from the ${called(id)} `,
    link(id),
    isEverywhere ? ", which would show nowhere. " : " in this section; it must still show in another. ",
    way,
  ])
  return [...rivals, ...hidden]
}

/** @type {(words: string, onclick: () => void) => Child} */
const button = (words, onclick) => [" ", h("button", { type: "button", onclick }, words)]

/**
 * Buttons that mend what a field says.
 * @param {Field} name
 * @param {NewNote} note
 * @param {Known} data
 * @param {(reading: string) => void} write
 * @param {FormRequest["again"]} again
 * @returns {Child[]}
 */
export const mendsOf = (name, note, data, write, again) => {
  if (name === "reading" && note.reading && data.reading === "pinyin" && marksOf(note) !== note.reading)
    return [button("Write it so", () => write(marksOf(note)))]
  if (name === "sources" || name === "evidence")
    return missingSources(note, data).map(id => button(`Write “${id}”`, () => again("sources", { id })))
  return []
}

/**
 * What is wrong with the note, and what is worth a look, by field.
 * @param {NewNote} note
 * @param {Composition} composition
 * @param {Known} data
 */
export const toldOf = (note, composition, data) => {
  const { kind, text, values, range, row, rewritten } = composition
  const problems = {
    ...(kind === "interlinear" && problemsOfRow(note, row, data)),
    ...problemsOf(kind, values.id ?? "", note, text, data),
  }
  const hints = hintsOf(kind, note, data)
  const isQuoted = "target" in KINDS[kind].fields && (kind !== "glosses" || values.where === "here")
  if (isQuoted && values.exact && !note.target)
    problems.target = range
      ? "Nothing around these words tells them from another place: take in more."
      : "These words do not stand in this section."
  const other = note.target && values.exact && difference(values.exact, textAt(text, range))
  if (other) hints.target ||= `${other}: its own form is taken.`
  for (const name of BY_TERMS) if (rewritten[name]) hints[name] ||= `${rewritten[name]}: its own form is taken.`
  return { problems, hints }
}
