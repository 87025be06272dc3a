/* What leads out of a section: a note's file, and what stands on other pages. Loaded on first use. */
import { edition } from "./page.js"

const style = () => {
  if (!document.querySelector("[href$='pages.css']")) document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("pages.css", import.meta.url) }))
}

/** The page of the forge's, with what it is about. */
const filled = (page, path, name, said = "") => page.replaceAll("{path}", path).replaceAll("{name}", encodeURIComponent(name)).replaceAll("{said}", encodeURIComponent(said))
const linksTo = ({ edit, history, report }, path, name, said) =>
  Object.entries({ Edit: edit, History: history, Report: report }).map(([textContent, page]) =>
    Object.assign(document.createElement("a"), { href: filled(page, path, name, said), textContent }))

/** Where the English of a paragraph is mended: the section's file, and the page that takes what would be better. */
export const waysOfParagraph = (number, section, original, english) =>
  linksTo(edition.dataset, `annotations/translations/${section}.yml`, `paragraph ${number} (${section})`, [original, english, "Better: "].filter(Boolean).join("\n\n"))
    .filter(link => link.textContent !== "History")

/** Where one asks the editors for a note on these words. */
export const wish = (section, words) =>
  filled(edition.dataset.report, "", section, `These words need a note: “${words}”`).replace("Report%3A%20", "Note%20wanted%3A%20")

/* Where a note's file is mended; each note's own page has the same without script. */
const FOLDERS = { bio: "bios", check: "fact-checks", gloss: "glosses", variant: "variants" }
export const ways = (note, pages) => {
  const more = note.querySelector(":scope > .more")
  if (!more || more.querySelector(".ways")) return
  style()
  const name = `${FOLDERS[note.classList[1]]}/${note.dataset.note}`
  const line = document.createElement("p")
  line.className = "ways"
  line.append(...linksTo(pages, `annotations/${name}.yml`, name).flatMap((link, index) => [index ? " · " : "", link]))
  more.append(line)
}

/* The part of another page to which a link leads, as parts for the sheet; `html` is that page. */
export const linked = (link, id, html) => {
  const page = new DOMParser().parseFromString(html, "text/html")
  const part = (link.hash && page.getElementById(id)) || page.querySelector(".leaf")
  if (!part) return []
  style()
  // What names a place from its own page is to lead there from this one, and what cites would cite this one.
  part.querySelectorAll("[href]").forEach(element => { element.href = new URL(element.getAttribute("href"), link.href) })
  part.querySelectorAll("section, aside, [data-cite]").forEach(more => more.remove())
  part.querySelectorAll("[id]").forEach(element => element.removeAttribute("id"))
  return [document.adoptNode(part)]
}
