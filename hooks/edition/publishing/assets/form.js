/* The composer's form: what is asked for a kind, the note as it will look, and the ways to propose it. */
import { mendsOf, neighboursOf, toldOf } from "./advice.js"
import { begin, keepDraft, keepSent, quoteOf } from "./composition.js"
import { controlsOf } from "./controls.js"
import { asKept, draftList, forget } from "./drafts.js"
import { h } from "./element.js"
import { asId, BY_TERMS, fieldsOf, KINDS, noteOf } from "./fields.js"
import { preview } from "./preview.js"
import { sendingOf } from "./sending.js"

/** @type {(composition: Composition, note: NewNote) => string} the id that is proposed for the note */
const idFor = ({ kind, values }, note) => {
  const most = kind === "sources" ? 4 : 5
  const id = asId(values[KINDS[kind].names], most) || (kind === "glosses" ? asId(values.meaning, most) : "")
  return kind === "sources" && id && note.issued ? `${id}-${note.issued.slice(0, 4)}` : id
}

/** @type {(kind: Kind, again: FormRequest["again"]) => HTMLElement} */
const kindsOf = (kind, again) => {
  const offered = Object.entries(KINDS).filter(([value]) => value !== "interlinear" || value === kind) // no row is new
  const options = offered.map(([value, { label }]) => h("option", { value, selected: value === kind }, label))
  const onchange = () => again(/** @type {Kind} */ (kinds.value))
  const kinds = h("select", { "aria-label": "Kind of note", onchange }, ...options)
  return kinds
}

/** @type {(values: Values, changed: () => void) => HTMLElement} */
const scopeOf = (values, changed) => {
  const choices = Object.entries({ everywhere: "wherever these words stand", here: "in this place only" })
  const labels = choices.map(([value, words]) => {
    const onchange = () => {
      values.where = value
      changed()
    }
    const radio = h("input", { type: "radio", name: "where", value, checked: values.where === value, onchange })
    return h("label", {}, radio, ` ${words}`)
  })
  return h("fieldset", { className: "field" }, h("legend", {}, "Show it"), ...labels)
}

/** @type {(holder: Holder, words: Child[], isProblem: boolean) => void} */
const tell = ({ single, said }, words, isProblem) => {
  const told = h("span", {}, ...words)
  if (said.textContent !== told.textContent) said.replaceChildren(...told.childNodes) // or a pressed button would go
  said.classList.toggle("problem", isProblem)
  single?.setAttribute("aria-invalid", String(isProblem))
}

/** @type {(holders: [Field, Holder][], isHere: boolean) => void} shows what says where a gloss is shown */
const showByScope = (holders, isHere) => {
  for (const [name, { box }] of holders)
    if (name === "target" || BY_TERMS.includes(name)) box.hidden = isHere !== (name === "target")
}

/** @type {(draft: Draft | undefined, onclick: () => void) => HTMLElement} */
const restoredOf = (draft, onclick) => {
  const sentOn = draft?.sent ? `You sent this on ${draft.sent}. ` : "Your draft is back. "
  const discarding = h("button", { type: "button", onclick }, "Discard it")
  return h("p", { className: "restored", hidden: !draft }, sentOn, discarding)
}

/** @param {Known["sources"]} known */
const sourcesOf = known => {
  const titles = Object.entries(known).map(([value, title]) => h("option", { value }, title))
  return h("datalist", { id: "compose-known" }, ...titles)
}

/** @type {(request: FormRequest, isRow: boolean, content: Child[]) => HTMLElement} what is asked, under its heading */
const dialogOf = ({ kind, close, again }, isRow, content) => {
  const attributes = { type: "button", className: "close", "aria-label": "Close; your draft is kept" }
  const closing = h("button", { ...attributes, onclick: close }, "Close")
  return h(
    "div",
    { className: "composer", lang: "en", "data-apparatus": "", role: "dialog", "aria-label": "Write a note" },
    h("header", {}, h("b", {}, isRow ? "Better" : "New"), " ", kindsOf(kind, again), closing),
    content,
  )
}

/** @type {(holders: [Field, Holder][], gloss: Holder | null | undefined) => void} marks the one that is to be filled */
const markFirst = (holders, gloss) => {
  const [, empty] = holders.find(([, { single }]) => single && !single.value) ?? holders[0]
  const first = gloss || empty
  first.control.setAttribute("data-first", "")
}

/** @param {FormRequest} request */
export const form = request => {
  const { kind, section, data, original, again, rangeChanged } = request
  const composition = begin(request)
  const { values, draft, row } = composition
  const isRow = kind === "interlinear"
  let areAllTold = false // all problems, or only those of fields that were left

  let kept = asKept(composition)
  const changed = () => {
    refresh()
    keepDraft(composition)
    kept = asKept(composition)
  }
  // What another window has made of the draft is gone on with, or the next letter here would undo it.
  const keepUp = () => {
    const now = asKept(composition)
    if (now !== kept) return again(kind, now ? { resumed: JSON.parse(now) } : {})
    const shown = list
    list = listed()
    list.open = shown.open
    shown.replaceWith(list)
  }
  const { ask, id, find, holders, left } = controlsOf(composition, request, { changed, refresh: () => refresh() })
  const firstAmiss = () => {
    areAllTold = true
    const first = refresh()
    return first ? first.control : null
  }
  const sent = () => {
    keepSent(composition)
    kept = asKept(composition)
  }
  const sending = sendingOf(composition, data, firstAmiss, sent)

  const picture = h("div", { className: "preview", "aria-label": "The note as it will look", role: "group" })
  const discard = () => {
    if (draft) forget(draft)
    again(kind)
  }
  const listed = () =>
    draftList({ draft, section, data, original, resume: other => again(other.kind, { resumed: other }) })
  let list = listed()
  const scope = kind === "glosses" && scopeOf(values, changed)
  const fields = fieldsOf(kind).map(([name, type]) => ask(name, type))
  const body = h("div", { className: "fields" }, scope, ...fields, !isRow && id())
  const parts = [restoredOf(draft, discard), list, picture, body, sourcesOf(data.sources), sending.elements]
  const element = dialogOf(request, isRow, parts)
  const all = /** @type {[Field, Holder][]} */ (Object.entries(holders))
  markFirst(all, row && holders.gloss)

  /** @param {string} reading */
  const writeReading = reading => {
    values.reading = reading
    if (holders.reading?.single) holders.reading.single.value = reading
    changed()
  }
  /** @param {NewNote} note */
  const proposeId = note => {
    values.id = idFor(composition, note)
    if (holders.id?.single) holders.id.single.value = values.id
  }
  /** @param {Field} name */
  const isDue = name => areAllTold || left.has(name) || (name === "target" && values.exact)
  /** @type {(name: Field, holder: Holder, note: NewNote, told: {problems: Told, hints: Told}) => void} */
  const advise = (name, holder, note, { problems, hints }) => {
    const problem = isDue(name) ? problems[name] : ""
    const words = problem || hints[name]
    const mends = words ? mendsOf(name, note, data, writeReading, again) : []
    const subject = kind === "glosses" && values.where === "here" ? "target" : "terms"
    const beside = name === subject ? neighboursOf(note, composition, data) : []
    tell(holder, [words, mends, beside.length > 0 && [" ", beside]], Boolean(problem))
  }
  /** @returns {Holder | undefined} the first field of which something is wrong */
  const refresh = () => {
    const note = noteOf(kind, values, quoteOf(composition), section)
    if (!composition.isNamed && !isRow) proposeId(note)
    if (scope) showByScope(all, values.where === "here")
    const told = toldOf(note, composition, data)
    for (const [name, holder] of all) advise(name, holder, note, told)
    sending.update(note)
    picture.replaceChildren(preview(kind, note, { data, exact: values.exact ?? "", original }))
    return all.find(([name, { box }]) => told.problems[name] && !box.hidden)?.[1]
  }

  const ready = () => {
    if (holders.target) find()
    else rangeChanged(composition.range)
    refresh()
  }
  return { element, ready, keepUp }
}
