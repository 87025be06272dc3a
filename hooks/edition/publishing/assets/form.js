/* The composer's form: what is asked for a kind, the note as it will look, and the ways to propose it. */
import { articleForms, describe, difference, excerpt, isTerm, match } from "./anchoring.js"
import { copyText } from "./clipboard.js"
import { draftList, forget, keep, recall } from "./drafts.js"
import { BY_TERMS, KINDS, asId, hiddenBy, hintsOf, issueForm, marksOf, missingSources, newFile, noteOf, pathOf, problemsOf, rivalsOf, yamlOf } from "./note.js"
import { h, preview } from "./preview.js"

const LABELS = { id: "Id: the file’s name", name_original: "Name in the article’s language", same_as: "Elsewhere", "container-title": "Stands in", URL: "Address", terms: "Words, one form a line", except: "But not within, one a line", sources: "Sources, by id", evidence: "Evidence", checked: "Checked on", target: "The article’s words" }
const label = (name, data) => name === "reading" && data.reading ? data.reading[0].toUpperCase() + data.reading.slice(1) : LABELS[name] || name[0].toUpperCase() + name.slice(1).replace(/_/g, " ")
const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 6e4).toISOString().slice(0, 10)

export function form({ kind, text, section, range, data, original, close, again, rangeChanged, given = {} }) {
  const { fields } = KINDS[kind], shape = data.kinds[kind].fields
  const spoken = found => found ? text.flat.slice(...found).join("").trim() : ""
  const { resumed, ...filledIn } = given
  const draft = resumed || recall({ kind, section, words: given.id || spoken(range) })
  if (draft && (resumed || !range)) [range = null] = match(draft.selector || { exact: draft.words }, text)
  const words = given.id || (draft?.words ?? spoken(range))
  const kept = draft?.values || {}
  const values = {
    terms: kind === "sources" ? "" : words, exact: spoken(range), checked: today(), where: words && isTerm(words) ? "everywhere" : "here",
    evidence: [{ source: "", stance: "supports", note: "" }], readings: [{ witness: Object.keys(data.witnesses)[0] || "", text: "" }], id: "", ...(kind === "sources" && { accessed: today() }), ...kept, ...filledIn,
  }
  let named = Boolean(values.id) // whether the id was written by hand
  let asked = false // whether all problems are shown, or only those of fields that were left
  const left = new Set(), holders = {}

  /* -- fields ---------------------------------------------------------------------------------------- */
  const changed = () => {
    refresh()
    keep({ kind, section, words, selector: selector(), values: named ? values : { ...values, id: "" } }) // an id that was proposed goes on following the words
  }
  const bind = (control, name) => {
    control.id = `compose-${name}`
    control.value = values[name] || ""
    control.addEventListener("input", () => { values[name] = control.value; if (name === "id") named = Boolean(control.value); changed() })
    control.addEventListener("blur", () => { left.add(name); refresh() })
    control.setAttribute("aria-describedby", `compose-${name}-said`)
    return control
  }
  const field = (name, control, doc) => {
    const said = h("small", { id: `compose-${name}-said`, className: "said" })
    const needed = data.kinds[kind].required.includes(name) || name === "id"
    const single = "value" in control // evidence has a control for each of its parts
    const words = [label(name, data), needed && h("span", { className: "needed", title: "needed" }, " *")]
    holders[name] = { control, said, single, box: h("p", { className: `field ${name}` }, single ? h("label", { for: control.id }, words) : h("span", { className: "label" }, words), doc && h("small", { className: "doc" }, doc), control, said) }
    if (needed && single) control.setAttribute("aria-required", "true")
    return holders[name].box
  }
  const choice = (name, choices) => h("select", {}, h("option", { value: "" }, "Choose…"), choices.map(value => h("option", { value, title: data.ratings[value]?.[2] || "" }, name === "rating" ? `${data.ratings[value][0]} ${data.ratings[value][1]}` : value)))
  const sourceIds = h("datalist", { id: "compose-known" }, Object.entries(data.sources).map(([value, title]) => h("option", { value }, title)))
  const ask = (name, type) => {
    const doc = shape[name]?.doc
    if (type === "choice") return field(name, bind(choice(name, shape[name].choices), name), doc)
    if (type === "long") return field(name, bind(h("textarea", { rows: 4 }), name), `${doc} Markdown.`)
    if (type === "lines") return field(name, BY_TERMS.includes(name) ? ownForms(bind(h("textarea", { rows: 2, ...original }), name), name) : bind(h("textarea", { rows: 2, lang: "en" }), name), doc)
    if (type === "ids") return field(name, bind(h("input", { autocomplete: "off", spellcheck: false, list: "compose-known" }), name), doc)
    if (type === "day") return field(name, bind(h("input", { type: "date" }), name), doc)
    if (type === "target") return quote()
    if (type === "evidence") return rows("evidence", "Evidence", shape.evidence.doc, () => ({ source: "", stance: "supports", note: "" }), {
      stance: ["Stance", () => h("select", {}, ["supports", "contradicts", "context"].map(value => h("option", { value }, value)))],
      source: ["Source", () => h("input", { list: "compose-known", placeholder: "id of a source", autocomplete: "off" })],
      note: ["What it shows", () => h("input", { placeholder: "What it shows, in a line" })],
    })
    if (type === "readings") return rows("readings", "What other copies have", `${shape.readings.doc} Leave the words empty where the copy lacks them.`, () => ({ witness: "", text: "" }), {
      witness: ["Copy", () => h("select", {}, h("option", { value: "" }, "Choose…"), Object.entries(data.witnesses).map(([value, title]) => h("option", { value }, `${value}: ${title}`)))],
      text: ["Its words", () => h("input", { ...original, placeholder: "Its words", autocomplete: "off" })],
    })
    return field(name, bind(h("input", { autocomplete: "off", ...(name === "name_original" ? original : { lang: "en" }) }), name), doc)
  }

  /* -- the article's words ------------------------------------------------------------------------------- */
  const selector = () => range && describe(text, ...range)
  const places = h("select", { id: "compose-place", "aria-label": "Which of the places" })
  const find = () => {
    let found = match({ exact: values.exact }, text)
    if (!found.length) found = articleForms(values.exact, text)
    if (!found.some(([start, end]) => start === range?.[0] && end === range?.[1])) range = found[0] || null
    rangeChanged(range)
    places.hidden = found.length < 2
    places.replaceChildren(...found.map((place, index) => h("option", { value: index, selected: place[0] === range[0] }, excerpt(text.flat, place))))
    places.onchange = () => { range = found[places.value]; rangeChanged(range); changed() }
  }
  const quote = () => {
    const control = bind(h("textarea", { rows: 2, ...original }), "exact")
    control.addEventListener("input", () => { find(); refresh() })
    const box = field("target", control, "Exactly as they stand in this section.")
    box.append(places)
    return box
  }

  /* Terms that are the article's but for the form of a sign are written in its own when the field is left. */
  const rewritten = {}
  const ownForms = (control, name) => {
    control.addEventListener("input", () => { rewritten[name] = "" })
    control.addEventListener("change", () => {
      const own = words => {
        const [range] = match({ exact: words }, text).length ? [] : articleForms(words, text)
        return range ? text.flat.slice(...range).join("") : words
      }
      const lines = control.value.split("\n"), taken = lines.map(own)
      if (String(lines) === String(taken)) return
      rewritten[name] = lines.map((line, index) => difference(line, taken[index])).find(Boolean)
      control.value = values[name] = taken.join("\n")
      changed()
    })
    return control
  }

  /* -- rows of several parts: evidence, readings ------------------------------------------------------------ */
  const rows = (name, title, doc, blank, parts) => {
    const holder = h("span", { className: "rows", id: `compose-${name}`, tabIndex: -1, role: "group", "aria-label": title, "aria-describedby": `compose-${name}-said` })
    const row = item => h("span", { className: "row" }, Object.entries(parts).map(([part, [words, control]]) => {
      const made = control()
      made.value = item[part] || ""
      made.setAttribute("aria-label", words)
      made.addEventListener("input", () => { item[part] = made.value; changed() })
      return made
    }))
    holder.append(...values[name].map(row))
    const more = h("button", { type: "button", onclick: () => { const item = blank(); values[name].push(item); holder.append(row(item)); holder.lastChild.querySelector("input, select").focus() } }, "One more")
    const box = field(name, holder, doc)
    box.append(more)
    return box
  }

  /* -- what is told beside a field --------------------------------------------------------------------------- */
  const noteLink = id => h("a", { href: new URL(`../${data.notes[id].address}`, import.meta.url).href, target: "_blank", rel: "noopener" }, id)
  const button = (words, onclick) => [" ", h("button", { type: "button", onclick }, words)]
  const CALLED = { bios: "bio", "fact-checks": "fact check", glosses: "gloss", variants: "variant" }

  /* What the edition has already of these words, and what would show no more: with the notes' own addresses. */
  const neighbours = note => [
    ...rivalsOf(note, data).map(([word, id]) => [`“${word}” has a ${CALLED[data.notes[id].kind]} already: `, noteLink(id), ". Mend that one, unless both are needed. "]),
    ...hiddenBy(note, text, section, data).map(([term, id, everywhere]) => [`These words take each place of “${term}” from the ${CALLED[data.notes[id].kind]} `, noteLink(id), everywhere ? ", which would show nowhere. " : " in this section; it must still show in another. ",
      kind === "glosses" ? "Show this one “in this place only”. " : "Choose others, or have that note go by a target. "]),
  ]
  const mends = (name, note) => {
    if (name === "reading" && note.reading && data.reading === "pinyin" && marksOf(note) !== note.reading) return button("Write it so", () => { holders.reading.control.value = values.reading = marksOf(note); changed() })
    if (name === "sources" || name === "evidence") return missingSources(note, data).map(id => button(`Write “${id}”`, () => again("sources", { id })))
    return []
  }

  /* -- ways out ---------------------------------------------------------------------------------------------- */
  const file = h("textarea", { readOnly: true, rows: 6, spellcheck: false, "aria-label": "The note’s file" })
  const shown = h("details", { className: "file" }, h("summary", {}, "The file"), file)
  const status = h("p", { className: "status", role: "status" })
  const copy = async said => {
    status.textContent = said
    if (await copyText(file.value)) return
    status.textContent = "This browser lets no page copy: the text is chosen below “The file”; copy it by hand."
    shown.open = true
    file.focus()
    file.select()
  }
  const ready = event => {
    asked = true
    const first = refresh()
    if (!first) return true
    event.preventDefault()
    status.textContent = "Not yet: see the marked fields."
    const { control } = holders[first]
    control.focus()
    return false
  }
  const sent = () => keep({ kind, section, words, selector: selector(), values, sent: today() })
  const leave = words => event => { if (ready(event)) { copy(words()); sent() } }
  const page = h("a", { className: "way", target: "_blank", rel: "noopener external", onclick: leave(() => `The text is copied as well. On ${data.forge.name} ${data.forge.proposing}.${page.dataset.whole ? "" : ` The text is too long for an address: paste it into the page of ${data.forge.name}.`}`) }, `Propose on ${data.forge?.name}`)
  const issue = h("a", { className: "way", target: "_blank", rel: "noopener external", onclick: leave(() => `Copied as well.${issue.dataset.whole ? "" : " The text is too long for an address: paste it into the form’s last field."}`) }, "Send as an issue")
  const taken = h("button", { type: "button", className: "way", onclick: event => { if (!ready(event)) return; copy(`Copied. Save it as ${where.textContent}.`); if (!data.forge) sent() } }, "Copy")
  const where = h("code", {})
  const ways = h("p", { className: "ways" }, data.forge && page, data.forge && KINDS[kind].form && issue, taken)

  /* -- all of it ------------------------------------------------------------------------------------------------ */
  const picture = h("div", { className: "preview", "aria-label": "The note as it will look", role: "group" })
  const restored = h("p", { className: "restored", hidden: !draft }, draft?.sent ? `You sent this on ${draft.sent}. ` : "Your draft is back. ", h("button", { type: "button", onclick: () => { forget(draft); again(kind) } }, "Discard it"))
  const list = draftList({ draft, section, data, original, resume: other => again(other.kind, { resumed: other }) })
  const kinds = h("select", { "aria-label": "Kind of note", onchange: () => again(kinds.value) }, Object.entries(KINDS).map(([value, { label: words }]) => h("option", { value, selected: value === kind }, words)))
  const scope = kind === "glosses" && h("fieldset", { className: "field" }, h("legend", {}, "Show it"), [["everywhere", "wherever these words stand"], ["here", "in this place only"]].map(([value, words]) =>
    h("label", {}, h("input", { type: "radio", name: "where", value, checked: values.where === value, onchange: () => { values.where = value; changed() } }), ` ${words}`)))
  const body = h("div", { className: "fields" }, scope, Object.entries(fields).map(([name, type]) => ask(name, type)), field("id", bind(h("input", { autocomplete: "off", spellcheck: false, autocapitalize: "off" }), "id")))
  const element = h("div", { className: "composer", lang: "en", "data-apparatus": "", role: "dialog", "aria-label": "Write a note" },
    h("header", {}, h("b", {}, "New"), " ", kinds, h("button", { type: "button", className: "close", onclick: close, "aria-label": "Close; your draft is kept" }, "Close")),
    restored, list, picture, body, sourceIds, shown, h("p", { className: "where" }, where), h("footer", {}, status, ways))
  const first = Object.values(holders).find(({ control, single }) => single && !control.value) || Object.values(holders)[0]
  first.control.setAttribute("data-first", "")

  function refresh() {
    const note = noteOf(kind, values, selector(), section)
    if (!named) {
      const most = kind === "sources" ? 4 : 5
      values.id = asId(values[KINDS[kind].names], most) || (kind === "glosses" ? asId(values.meaning, most) : "")
      if (kind === "sources" && values.id && note.issued) values.id += `-${note.issued.slice(0, 4)}`
      holders.id.control.value = values.id
    }
    if (scope) for (const name of [...BY_TERMS, "target"]) holders[name].box.hidden = (values.where === "here") !== (name === "target")
    const problems = problemsOf(kind, values.id, note, text, data), hints = hintsOf(kind, note, data)
    if (holders.target && values.exact && !note.target && !holders.target.box.hidden)
      problems.target = range ? "Nothing around these words tells them from another place: take in more." : "These words do not stand in this section."
    const own = range && spoken(range)
    if (note.target && values.exact && difference(values.exact, own)) hints.target ||= `${difference(values.exact, own)}: its own form is taken.`
    for (const [name, other] of Object.entries(rewritten)) if (other) hints[name] ||= `${other}: its own form is taken.`
    for (const [name, { control, said, single }] of Object.entries(holders)) {
      const problem = (asked || left.has(name) || (name === "target" && values.exact)) && problems[name]
      const beside = name === (kind === "glosses" && values.where === "here" ? "target" : "terms") ? neighbours(note) : []
      const told = [problem || hints[name] || "", problem || hints[name] ? mends(name, note) : [], beside.length ? [" ", beside] : []].flat(Infinity)
      const words = told.map(part => part.textContent ?? part).join("")
      if (said.textContent !== words) said.replaceChildren(...told) // or a button would go while it is pressed
      said.classList.toggle("problem", Boolean(problem))
      if (single) control.setAttribute("aria-invalid", String(Boolean(problem)))
    }
    const path = pathOf(kind, values.id || "ID")
    file.value = yamlOf(kind, note)
    where.textContent = path
    if (data.forge) {
      for (const [link, { address, whole }] of [[page, newFile(data, path, file.value)], [issue, KINDS[kind].form ? issueForm(data, kind, values.id, note) : { address: "", whole: true }]]) {
        link.href = address
        link.dataset.whole = whole ? "whole" : ""
      }
    }
    picture.replaceChildren(preview(kind, note, { data, exact: values.exact, original }))
    return Object.keys(holders).find(name => problems[name] && !holders[name].box.hidden)
  }
  element.ready = () => { if (holders.target) find(); else rangeChanged(range); refresh() }
  return element
}
