/* The ways on which a composed note leaves: a new file of the repository, an issue, the clipboard. */
import { copyText } from "./clipboard.js"
import { h } from "./element.js"
import { KINDS } from "./fields.js"
import { editPage, issueForm, newFile, pathOf, yamlOf } from "./proposal.js"
import { toldOfRow, written } from "./row.js"

/**
 * @param {Composition} composition
 * @param {Known} data
 * @param {() => HTMLElement | null} firstAmiss what keeps the note from being sent, if something does
 * @param {() => void} sent
 */
export const sendingOf = ({ kind, section, values, row }, { forge }, firstAmiss, sent) => {
  const isRow = kind === "interlinear" // which stands in a file with others: it is mended there
  const [title, label] = isRow ? ["The row", "The word’s row"] : ["The file", "The note’s file"]
  const inPlace = row && `it goes in the place of ${written(row.row)} in line ${row.line} of the file.`
  const file = h("textarea", { readOnly: true, rows: 6, spellcheck: false, "aria-label": label })
  const shown = h("details", { className: "file" }, h("summary", {}, title), file)
  const status = h("p", { className: "status", role: "status" })
  const where = h("code", {})

  /** @param {string} said */
  const copy = async said => {
    status.textContent = said
    if (await copyText(file.value)) return
    status.textContent = `This browser lets no page copy: the text is chosen below “${title}”; copy it by hand.`
    shown.open = true
    file.focus()
    file.select()
  }
  /** @param {Event} event */
  const isReady = event => {
    const amiss = firstAmiss()
    if (!amiss) return true
    event.preventDefault()
    status.textContent = "Not yet: see the marked fields."
    amiss.focus()
    return false
  }
  /** @type {(label: string, said: () => string) => HTMLAnchorElement} */
  const linkOut = (label, said) => {
    /** @param {Event} event */
    const onclick = event => {
      if (!isReady(event)) return
      copy(said())
      sent()
    }
    return h("a", { className: "way", target: "_blank", rel: "noopener external", onclick }, label)
  }
  const name = forge?.name
  const page = linkOut(`Propose on ${name}`, () => {
    const copied = isRow ? `The row is copied: ${inPlace}` : "The text is copied as well."
    const rest = ` The text is too long for an address: paste it into the page of ${name}.`
    return `${copied} On ${name} ${forge?.proposing}.${page.dataset.whole ? "" : rest}`
  })
  const issue = linkOut("Send as an issue", () => {
    const rest = " The text is too long for an address: paste it into the form’s last field."
    return `Copied as well.${issue.dataset.whole ? "" : rest}`
  })
  /** @param {Event} event */
  const takeAway = event => {
    if (!isReady(event)) return
    copy(isRow ? `Copied: ${inPlace}` : `Copied. Save it as ${where.textContent}.`)
    if (!forge) sent()
  }
  const taken = h("button", { type: "button", className: "way", onclick: takeAway }, "Copy")

  /** @param {NewNote} note */
  const update = note => {
    const path = pathOf(kind, isRow ? section : values.id || "ID")
    file.value = isRow ? `${written(note)}\n` : yamlOf(kind, note)
    where.textContent = row ? `${path}, line ${row.line}` : path
    if (!forge) return
    /** @type {(link: HTMLAnchorElement, to: {address: string, whole: boolean}) => void} */
    const lead = (link, { address, whole }) => {
      link.href = address
      link.dataset.whole = whole ? "whole" : ""
    }
    lead(page, isRow ? editPage(forge, path) : newFile(forge, path, file.value))
    const told = row && toldOfRow(note, row, section)
    if (KINDS[kind].form) lead(issue, issueForm(forge, kind, row?.called || values.id || "", note, told))
  }
  const ways = h("p", { className: "ways" }, forge && page, forge && KINDS[kind].form && issue, taken)
  const elements = [shown, h("p", { className: "where" }, where), h("footer", {}, status, ways)]
  return { elements, update }
}
