/* The composer's picture of the note as it will stand in the margin. Built of nodes, so that no text becomes HTML. */

/** An element with properties, attributes (`data-…`, `aria-…`, `for`, `list`) and children. */
export const h = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties))
    if (name in element && !name.includes("-") && name !== "list") element[name] = value
    else if (value !== null && value !== false) element.setAttribute(name, value)
  element.append(...children.flat(Infinity).filter(child => child || child === 0))
  return element
}

/** The language of a reading: as the engine's `tagged_reading`. */
const readingLang = (reading, { lang }) => /\p{Script=Latin}/u.test(reading) ? `${lang.split("-")[0]}-Latn${lang.startsWith("zh") ? "-pinyin" : ""}` : lang

/* Paragraphs, lists, emphasis, code and links of the notes' Markdown: enough to see what it will look like. */
const inline = text => {
  const parts = []
  let last = 0
  for (const found of text.matchAll(/`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+|note:[a-z0-9-]+)\)/g)) {
    parts.push(text.slice(last, found.index))
    const [whole, code, strong, emphasis, words, address] = found
    parts.push(code ? h("code", {}, code) : strong ? h("strong", {}, strong) : emphasis ? h("em", {}, emphasis) : h("a", { href: address.startsWith("note:") ? "#" : address, rel: "external noopener", target: "_blank" }, words))
    last = found.index + whole.length
  }
  return [...parts, text.slice(last)]
}
const markdown = text => text.split(/\n\s*\n/).filter(Boolean).map(part => {
  const items = part.split("\n")
  return items.every(item => /^[-*+] /.test(item)) ? h("ul", {}, items.map(item => h("li", {}, inline(item.slice(2))))) : h("p", {}, inline(part))
})

const SIGNS = { supports: ["+", "Supports"], contradicts: ["−", "Contradicts"], context: ["·", "Context"] }
const cite = (id, data) => data.sources[id] || id
const sourceList = (ids, data) => ids && h("ul", { className: "sources" }, ids.map(id => h("li", {}, cite(id, data))))

/** The note, open. `exact` are the words that were chosen. */
export function preview(kind, note, { data, exact, original }) {
  const missing = text => text || "…"
  const details = (name, short, ...more) => h("details", { className: `note ${name}`, open: true }, h("summary", {}, short), h("div", { className: "more" }, more))
  if (kind === "bios")
    return details("bio", [h("b", {}, missing(note.name)), " ", note.name_original && [h("span", original, note.name_original), " "], missing(note.summary)].flat(), markdown(note.body || "").concat(sourceList(note.sources, data) || []))
  if (kind === "fact-checks") {
    const [sign, label] = data.ratings[note.rating] || ["·", "Verdict"]
    const evidence = (note.evidence || []).map(item => h("li", { className: item.stance }, h("span", { className: "stance" }, SIGNS[item.stance].join(" ")), " ", cite(item.source, data), item.note && [" ", h("span", { className: "shows" }, item.note)]))
    const check = details("check", [h("b", { className: "verdict" }, h("span", { className: "sign" }, sign), ` ${label}.`), " ", missing(note.summary)],
      h("p", { className: "claim" }, h("span", { className: "label" }, "Claim"), " ", missing(note.claim)), markdown(note.explanation || ""), h("ul", { className: "evidence" }, evidence), note.checked && h("p", { className: "tools" }, `Checked ${note.checked}`))
    if (note.rating) check.dataset.rating = note.rating
    return check
  }
  if (kind === "variants")
    return details("variant", [h("b", original, missing(note.target?.exact || exact))],
      h("ul", { className: "readings" }, (note.readings || []).map(({ witness, text }) => h("li", {}, h("span", { className: "siglum" }, witness), " ", text ? h("span", original, text) : h("em", {}, "lacks the words")))), markdown(note.note || ""), sourceList(note.sources, data))
  if (kind === "glosses")
    return details("gloss", [h("b", original, missing(note.terms?.[0] || note.target?.exact || exact)), " ", note.reading && h("i", { lang: readingLang(note.reading, original) }, note.reading), " ", missing(note.meaning)],
      h("p", {}, h("span", { className: "label" }, "Literally"), ` ${missing(note.literal)} · ${missing(note.register)}`), markdown(note.note || ""), sourceList(note.sources, data))
  if (kind === "interlinear")
    return details("gloss", [h("b", original, note.form), " ", note.reading && h("i", { lang: readingLang(note.reading, original) }, note.reading), " ", missing(note.gloss)])
  return h("p", { className: "source" }, note.author && `${note.author.join(", ")}. `, h("cite", {}, missing(note.title)), [note["container-title"] || note.publisher, note.issued].filter(Boolean).map(part => `, ${part}`), ".")
}
