/* What leads out of a section: a note's file, and what stands on other pages. Loaded on first use. */
import { edition } from "./page.js"
import { styled } from "./styled.js"

const ROOM = 3000 // bytes of what is told in an address; forges refuse one that has more than some 8,000 in all

const style = () => {
  if (!document.querySelector("[href$='pages.css']")) styled("pages.css")
}

/** @type {(text: string) => string} as much of it as has room in an address */
const brief = text => {
  const signs = [...text]
  let left = ROOM
  const end = signs.findIndex(sign => {
    left -= encodeURIComponent(sign).length
    return left < 0
  })
  return end < 0 ? text : `${signs.slice(0, end).join("")}…`
}
/** @type {(page: string, path: string, name: string, said?: string) => string} the forge's, with what it is about */
const filled = (page, path, name, said = "") =>
  page
    .replaceAll("{path}", path)
    .replaceAll("{name}", encodeURIComponent(name))
    .replaceAll("{said}", encodeURIComponent(said))
/** @type {(pages: DOMStringMap, path: string, name: string, said?: string) => HTMLAnchorElement[]} */
const linksTo = ({ edit, history, report }, path, name, said) =>
  Object.entries({ Edit: edit, History: history, Report: report }).map(([textContent, page = ""]) =>
    Object.assign(document.createElement("a"), { href: filled(page, path, name, said), textContent }),
  )

/**
 * Where the English of a paragraph is mended: the section's file, and the page that takes what would be better.
 * @param {string} number
 * @param {string | undefined} section
 * @param {string} original
 * @param {string} english
 */
export const editLinksOfParagraph = (number, section, original, english) => {
  const said = [brief(original), brief(english), "Better: "].filter(Boolean).join("\n\n")
  const [path, name] = [`annotations/translations/${section}.yml`, `paragraph ${number} (${section})`]
  return linksTo(edition.dataset, path, name, said).filter(link => link.textContent !== "History")
}

/**
 * Where one asks the editors for a note on these words.
 * @param {string} section
 * @param {string} words
 */
export const requestPage = (section, words) => {
  const page = filled(edition.dataset.report ?? "", "", section, `These words need a note: “${brief(words)}”`)
  return page.replace("Report%3A%20", "Note%20wanted%3A%20")
}

/**
 * Says where a note's file is mended; each note's own page has the same without script.
 * @param {HTMLElement} note
 * @param {DOMStringMap} pages
 */
export const addEditLinks = (note, pages) => {
  const more = note.querySelector(":scope > .more")
  if (!more || more.querySelector(".ways")) return
  style()
  const name = `${note.dataset.kind}/${note.dataset.note}`
  const line = document.createElement("p")
  line.className = "ways"
  for (const link of linksTo(pages, `annotations/${name}.yml`, name)) line.append(line.firstChild ? "\xa0· " : "", link)
  more.append(line)
}

/**
 * The part of another page to which a link leads, as parts for the sheet.
 * @param {HTMLAnchorElement} link
 * @param {string} id
 * @param {string} html that page
 */
export const linked = (link, id, html) => {
  const page = new DOMParser().parseFromString(html, "text/html")
  const part = (link.hash && page.getElementById(id)) || page.querySelector(".leaf")
  if (!part) return []
  style()
  // What names a place from its own page is to lead there from this one, and what cites would cite this one.
  for (const element of part.querySelectorAll("[href]"))
    element.setAttribute("href", new URL(element.getAttribute("href") ?? "", link.href).href)
  for (const more of part.querySelectorAll("section, aside, .act, [data-cite]")) more.remove()
  for (const element of part.querySelectorAll("[id]")) element.removeAttribute("id")
  return [document.adoptNode(part)]
}
