/* What is being composed: the words, the draft of before, and what is written so far. */
import { describe, isTerm, match } from "./anchoring.js"
import { keep, recall } from "./drafts.js"
import { rowAt } from "./row.js"
import { textAt } from "./text.js"

const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 6e4).toISOString().slice(0, 10)

/** @returns {Evidence} */
export const blankEvidence = () => ({ source: "", stance: "supports", note: "" })

/**
 * @param {FormRequest} request
 * @returns {Composition}
 */
export const begin = ({ kind, text, section, range: chosen, data, given = {} }) => {
  const { resumed, ...filledIn } = given
  /** @param {Span | null} range */
  const rowOf = range => (kind === "interlinear" && range ? rowAt(range, text) : null)
  const called = rowOf(chosen)?.called ?? textAt(text, chosen)
  const draft = resumed || recall({ kind, section, words: given.id || called })
  const isFound = draft && (resumed || !chosen)
  const range = isFound ? (match(draft.selector || { exact: draft.words }, text)[0] ?? null) : chosen
  const row = rowOf(range)
  const words = given.id || (draft?.words ?? called)
  const values = {
    terms: kind === "sources" ? "" : words,
    exact: textAt(text, range),
    checked: today(),
    where: words && isTerm(words) ? "everywhere" : "here",
    evidence: [blankEvidence()],
    readings: [{ witness: Object.keys(data.witnesses)[0] || "", text: "" }],
    id: "",
    ...(kind === "sources" && { accessed: today() }),
    ...row?.row,
    ...draft?.values,
    ...filledIn,
  }
  return { kind, section, text, words, range, values, draft, row, isNamed: Boolean(values.id), rewritten: {} }
}

/** @param {Composition} composition */
export const quoteOf = ({ text, range }) => range && describe(text, ...range)

/**
 * Keeps it as a draft. An id that was proposed goes on following the words.
 * @param {Composition} composition
 */
export const keepDraft = composition => {
  const { kind, section, words, values, isNamed } = composition
  keep({ kind, section, words, selector: quoteOf(composition), values: isNamed ? values : { ...values, id: "" } })
}

/** @param {Composition} composition keeps it as one that was sent today */
export const keepSent = composition => {
  const { kind, section, words, values } = composition
  keep({ kind, section, words, selector: quoteOf(composition), values, sent: today() })
}
