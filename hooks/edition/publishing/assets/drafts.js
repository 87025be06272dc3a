/* Drafts of notes, kept by this browser alone: one for each kind and the words it speaks of, in this edition. */
import { h } from "./element.js"
import { KINDS } from "./fields.js"
import { attempt } from "./page.js"

// Two editions of one host have nothing in common.
const KEY = `edition.drafts:${new URL("..", import.meta.url).pathname}`
const MOST = 30

/** @returns {Draft[]} every draft, the last that was written first */
const drafts = () => attempt(() => JSON.parse(localStorage.getItem(KEY) ?? "null")?.reverse()) || []
/** @param {Draft[]} all */
const write = all => attempt(() => localStorage.setItem(KEY, JSON.stringify(all.slice(0, MOST).reverse())))
/** @type {(one: DraftKey, other: DraftKey) => boolean} */
const isSame = (one, other) => one.kind === other.kind && one.section === other.section && one.words === other.words
/** @param {DraftKey} draft */
const others = draft => drafts().filter(other => !isSame(other, draft))

/**
 * The draft of this kind for these words; where there are no words, the last one of the kind in the section that was
 * not sent.
 * @param {DraftKey} wanted
 */
export const recall = wanted =>
  drafts().find(draft =>
    wanted.words
      ? isSame(draft, wanted)
      : draft.kind === wanted.kind && draft.section === wanted.section && !draft.sent,
  )
/** @type {(wanted: DraftKey) => string} a draft as it is kept; nothing, where none is */
export const asKept = wanted => JSON.stringify(drafts().find(draft => isSame(draft, wanted))) ?? ""
/** @param {() => unknown} look what is done when another window has changed the drafts, or may have */
export const onElsewhere = look => {
  addEventListener("storage", event => {
    if (event.key === KEY || event.key === null) look()
  })
  addEventListener("pageshow", event => {
    if (event.persisted) look() // it slept meanwhile, and was told nothing
  })
}
/** @param {Draft} draft */
export const keep = draft => write([draft, ...others(draft)])
/** @param {DraftKey} draft */
export const forget = draft => write(others(draft))

/**
 * Every draft but this one, as a list: one of the section's own is taken up again, another is one page away.
 * @param {{draft?: Draft, section: string, data: Known, original: Tags, resume: (draft: Draft) => void}} options
 */
export const draftList = ({ draft, section, data, original, resume }) => {
  const listed = (draft ? others(draft) : drafts()).filter(({ kind }) => kind in KINDS)
  /** @type {(draft: Draft) => Child[]} its words run their own way in a line of English */
  const called = ({ kind, words, values }) => [
    `${KINDS[kind].label}: `,
    words ? h("bdi", { ...original }, words) : values.id || "no words yet",
  ]
  /** @param {Draft} other */
  const place = other => {
    const { title, address } = data.sections[other.section] || { title: other.section }
    const page = address && h("a", { href: new URL(`../${address}`, import.meta.url).href }, title)
    return [...called(other), " in ", page || title]
  }
  /** @param {Draft} other */
  const item = other => {
    const isHere = other.section === section
    const taken = isHere && h("button", { type: "button", onclick: () => resume(other) }, ...called(other))
    return h("li", {}, taken || place(other), other.sent && ` (sent on ${other.sent})`)
  }
  const head = h("summary", {}, `Drafts (${listed.length})`)
  return h("details", { className: "drafts", hidden: !listed.length }, head, h("ul", {}, ...listed.map(item)))
}
