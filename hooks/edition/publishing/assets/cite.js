/* The address and the citation of a paragraph or a note, to copy: in words, as BibTeX, as CSL-JSON. Loaded on first
   use. */
import { copyText } from "./clipboard.js"
import { all, edition, targetOf } from "./page.js"
import { styled } from "./styled.js"

/** @typedef {{title: string, URL: string, site: string, now: Date}} Cited its title in words, and what holds it */

/** @param {Element | null | undefined} element */
const words = element => {
  const copy = /** @type {Element | undefined} */ (element?.cloneNode(true))
  for (const part of copy?.querySelectorAll("[data-apparatus]") ?? []) part.remove() // pinyin and signs in a heading
  return copy?.textContent?.replace(/\s+/g, " ").trim() ?? ""
}
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" })

/** @param {number} number */
const two = number => String(number).padStart(2, "0")

/**
 * @param {HTMLElement} element
 * @returns {Cited}
 */
const record = element => {
  /** @type {HTMLElement | null} */
  const note = element.closest(".note, .entry")
  const number = element.dataset.number ?? ""
  const page = words(document.querySelector("h1")).replace(/^Claim /, "") || document.title
  const id = note?.dataset.note ? `note-${note.dataset.note}` : note?.id
  const hash = number ? `#p-${number}` : id ? `#${id}` : ""
  const name = words(note?.querySelector("summary b, dt"))
  const claim = name && words(note?.querySelector(".claim")).replace(/^Claim /, "")
  const title = number ? `¶ ${number}, ${page}` : claim || name || page
  const URL = location.href.replace(/[?#].*/, "") + hash
  return { title, URL, site: words(document.querySelector(".md-nav__title")), now: new Date() }
}

/** @param {Cited} cited */
const bibtex = ({ title, URL, site, now }) => {
  const key = URL.replace(/(\/index)?\.html/, "").replace(/^.*?([\w-]+)\/?$/, "$1")
  /** @param {string} text */
  const escaped = text => text.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, "\\$&")
  const fields = {
    title: escaped(title),
    howpublished: escaped(site),
    url: URL,
    urldate: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
  }
  const written = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`)
  return `@misc{${key},\n${written.join(",\n")}\n}`
}

/** @param {Cited} cited */
const csl = ({ title, URL, site, now }) => {
  const accessed = { "date-parts": [[now.getFullYear(), now.getMonth() + 1, now.getDate()]] }
  const item = { id: URL, type: "webpage", title, "container-title": site, URL, language: "en", accessed }
  return JSON.stringify([item], null, 2)
}

/** @type {Record<string, (cited: Cited) => string>} */
const FORMS = {
  "Copy the link": ({ URL }) => URL,
  "Copy a citation": ({ title, URL, site, now }) => `“${title}”, in ${site}, ${URL} (accessed ${day.format(now)}).`,
  "Copy BibTeX": bibtex,
  "Copy CSL-JSON": csl,
}

await styled("cite.css") // the menu is measured as it looks
const menu = document.createElement("div")
menu.className = "cite"
menu.hidden = true
menu.setAttribute("aria-label", "Link and citation")
menu.dataset.apparatus = ""
document.querySelector("main")?.append(menu)

/** @type {HTMLElement | null} what has asked for the menu */
let opener = null
/** Closes the menu; the focus goes back to where it came from, unless it has gone elsewhere. */
const close = () => {
  const focused = menu.contains(document.activeElement)
  menu.hidden = true
  if (focused) opener?.focus({ preventScroll: true })
}
addEventListener(
  "pointerdown",
  event => {
    if (!menu.contains(targetOf(event))) menu.hidden = true
  },
  true,
)
menu.addEventListener("focusout", event => {
  const next = /** @type {Element | null} */ (event.relatedTarget)
  if (next && !menu.contains(next)) menu.hidden = true
})
menu.addEventListener("keydown", event => {
  if (event.key === "Escape" || event.key === "Tab") close() // the next Tab goes on from there
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const items = /** @type {HTMLElement[]} */ ([...menu.children])
  const now = items.indexOf(/** @type {HTMLElement} */ (document.activeElement))
  items.at((now + step) % items.length)?.focus()
})

/** @type {Record<string, string>} by what the links are called elsewhere */
const MENDING = { Edit: "Edit the English", Report: "Suggest a better translation" }
/**
 * For a paragraph, where its English is mended.
 * @param {HTMLElement} element
 */
const mending = async element => {
  if (!element.dataset.number || !edition?.dataset.edit) return []
  const before = all(".section[id^='section-']", edition).filter(
    title => title.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  const section = edition.dataset.section ?? before.at(-1)?.id.slice("section-".length)
  const paragraph = element.closest(".words")
  const english = paragraph?.querySelector(".en")
  const { editLinksOfParagraph } = await import("./elsewhere.js")
  const links = editLinksOfParagraph(element.dataset.number, section, words(paragraph), words(english))
  return links
    .filter(link => english || link.textContent !== "Edit")
    .map(link => {
      link.textContent = english ? MENDING[link.textContent ?? ""] : "Report a mistake"
      link.setAttribute("role", "menuitem")
      Object.assign(link, { target: "_blank", rel: "noopener external" })
      return link
    })
}

/**
 * Opens the menu beside the element that asks for it.
 * @param {HTMLElement} element
 */
export const cite = async element => {
  const found = record(element)
  menu.replaceChildren(
    ...Object.entries(FORMS).map(([label, form]) => {
      const item = document.createElement("button")
      item.type = "button"
      item.textContent = label
      item.setAttribute("role", "menuitem")
      item.addEventListener("click", async () => {
        if (await copyText(form(found))) {
          item.textContent = "Copied"
          setTimeout(() => {
            if (item.isConnected) close()
          }, 700)
          return
        }
        const text = Object.assign(document.createElement("textarea"), { value: form(found), readOnly: true, rows: 4 })
        text.setAttribute("aria-label", `${label}: the text, to copy by hand`)
        item.replaceWith(text)
        menu.setAttribute("role", "group")
        text.select()
      })
      return item
    }),
  )
  menu.append(...(await mending(element).catch(() => /** @type {HTMLElement[]} */ ([]))))
  menu.setAttribute("role", "menu")
  opener = element
  menu.hidden = false
  const { left, bottom } = element.getBoundingClientRect()
  menu.style.left = `${Math.max(8, Math.min(left, innerWidth - menu.offsetWidth - 8))}px`
  menu.style.top = `${Math.max(8, Math.min(bottom + 4, innerHeight - menu.offsetHeight - 8))}px`
  menu.querySelector("button")?.focus({ preventScroll: true })
}
