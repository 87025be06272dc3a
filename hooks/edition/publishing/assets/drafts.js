/* Drafts of notes, kept by this browser alone: one for each kind and the words it speaks of, in this edition. */
import { KINDS } from "./note.js"
import { h } from "./preview.js"

const KEY = `edition.drafts:${new URL("..", import.meta.url).pathname}` // two editions of one host have nothing in common
const MOST = 30

/* Every draft, the last that was written first. */
const drafts = () => { try { return JSON.parse(localStorage.getItem(KEY))?.reverse() || [] } catch { return [] } }
const write = all => { try { localStorage.setItem(KEY, JSON.stringify(all.slice(0, MOST).reverse())) } catch { /* private mode, or full */ } }
const same = (one, other) => ["kind", "section", "words"].every(name => one[name] === other[name])
const others = draft => drafts().filter(other => !same(other, draft))

/** The draft of this kind for these words; where there are no words, the last one of the kind in the section that was
 * not sent. */
export const recall = wanted => drafts().find(draft => wanted.words ? same(draft, wanted) : draft.kind === wanted.kind && draft.section === wanted.section && !draft.sent)
export const keep = draft => write([draft, ...others(draft)])
export const forget = draft => write(others(draft))

/** Every draft but this one, as a list: one of the section's own is taken up again, another is one page away. */
export const draftList = ({ draft, section, data, original, resume }) => {
  const listed = (draft ? others(draft) : drafts()).filter(({ kind }) => kind in KINDS)
  const called = ({ kind, words, values }) => `${KINDS[kind].label}: ${words || values.id || "no words yet"}`
  const place = other => {
    const { title, address } = data.sections[other.section] || { title: other.section }
    return [called(other), " in ", address ? h("a", { href: new URL(`../${address}`, import.meta.url).href }, title) : title]
  }
  return h("details", { className: "drafts", hidden: !listed.length }, h("summary", {}, `Drafts (${listed.length})`),
    h("ul", {}, listed.map(other => h("li", original,
      other.section === section ? h("button", { type: "button", onclick: () => resume(other) }, called(other)) : place(other),
      other.sent && h("span", { lang: "en", dir: "ltr" }, ` · sent on ${other.sent}`)))))
}
