/* The ways on which a composed note leaves: a new file of the repository, an issue, the clipboard. */
import { copyText } from "./clipboard.js"
import { h } from "./element.js"
import { KINDS } from "./fields.js"
import { editPage, issueForm, newFile, pathOf, yamlOf } from "./proposal.js"
import { toldOfRow, written } from "./row.js"

/** @type {(isRow: boolean) => {title: string, file: HTMLTextAreaElement, shown: HTMLDetailsElement}} what is sent */
const fileOf = isRow => {
  const [title, label] = isRow ? ["The row", "The word’s row"] : ["The file", "The note’s file"]
  const file = h("textarea", { readOnly: true, rows: 6, spellcheck: false, "aria-label": label })
  return { title, file, shown: h("details", { className: "file" }, h("summary", {}, title), file) }
}

/** @type {(label: string, onclick: (event: Event) => void) => HTMLAnchorElement} */
const linkOut = (label, onclick) =>
  h("a", { className: "way", target: "_blank", rel: "noopener external", onclick }, label)

/** @type {(link: HTMLAnchorElement, to: {address: string, whole: boolean}) => void} */
const lead = (link, { address, whole }) => {
  link.href = address
  link.dataset.whole = whole ? "whole" : ""
}

/**
 * @param {Composition} composition
 * @param {Known} data
 * @param {() => HTMLElement | null} firstAmiss what keeps the note from being sent, if something does
 * @param {() => void} sent
 */
export const sendingOf = ({ kind, section, values, row }, { forge }, firstAmiss, sent) => {
  const isRow = kind === "interlinear" // which stands in a file with others: it is mended there
  const inPlace = row && `it goes in the place of ${written(row.row)} in line ${row.line} of the file.`
  const { title, file, shown } = fileOf(isRow)
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
  /** @type {(said: () => string, isSent: boolean) => (event: Event) => void} what is done where nothing is amiss */
  const taking = (said, isSent) => event => {
    const amiss = firstAmiss()
    if (amiss) {
      event.preventDefault()
      status.textContent = "Not yet: see the marked fields."
      return amiss.focus()
    }
    copy(said())
    if (isSent) sent()
  }
  const name = forge?.name
  const saidOfPage = () => {
    const copied = isRow ? `The row is copied: ${inPlace}` : "The text is copied as well."
    const rest = ` The text is too long for an address: paste it into the page of ${name}.`
    return `${copied} On ${name} ${forge?.proposing}.${page.dataset.whole ? "" : rest}`
  }
  const saidOfIssue = () => {
    const rest = " The text is too long for an address: paste it into the form’s last field."
    return `Copied as well.${issue.dataset.whole ? "" : rest}`
  }
  const page = linkOut(`Propose on ${name}`, taking(saidOfPage, true))
  const issue = linkOut("Send as an issue", taking(saidOfIssue, true))
  const saidOfCopy = () => (isRow ? `Copied: ${inPlace}` : `Copied. Save it as ${where.textContent}.`)
  const taken = h("button", { type: "button", className: "way", onclick: taking(saidOfCopy, !forge) }, "Copy")

  /** @param {NewNote} note */
  const update = note => {
    const path = pathOf(kind, isRow ? section : values.id || "ID")
    file.value = isRow ? `${written(note)}\n` : yamlOf(kind, note)
    where.textContent = row ? `${path}, line ${row.line}` : path
    if (!forge) return
    lead(page, isRow ? editPage(forge, path) : newFile(forge, path, file.value))
    const told = row && toldOfRow(note, row, section)
    if (KINDS[kind].form) lead(issue, issueForm(forge, kind, row?.called || values.id || "", note, told))
  }
  const ways = h("p", { className: "ways" }, forge && page, forge && KINDS[kind].form && issue, taken)
  return { elements: [shown, h("p", { className: "where" }, where), h("footer", {}, status, ways)], update }
}
