/* Drafts of notes, kept by this browser alone: one for each kind and the words it speaks of. */
const KEY = "edition.drafts"
const MOST = 30

const all = () => { try { return JSON.parse(localStorage.getItem(KEY)) || [] } catch { return [] } }
const write = drafts => { try { localStorage.setItem(KEY, JSON.stringify(drafts.slice(-MOST))) } catch { /* private mode, or full */ } }
const same = (one, other) => ["kind", "section", "words"].every(name => one[name] === other[name])

/** The draft of this kind for these words; where there are no words, the last one of the kind in the section. */
export const recall = wanted => all().findLast(draft => wanted.words ? same(draft, wanted) : draft.kind === wanted.kind && draft.section === wanted.section)
export const keep = draft => write([...all().filter(other => !same(other, draft)), draft])
export const forget = draft => write(all().filter(other => !same(other, draft)))
