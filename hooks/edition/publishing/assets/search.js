/* The search: a dialog over the page, with a list of links. Loaded on first use. */
import { styled } from "./styled.js"

/**
 * @typedef {import("./excerpt.js").Piece} Piece
 * @typedef {import("./excerpt.js").Result} Result
 */

const SHOWN = 30 // results, until more are asked for
const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("dialog.search"))
/** @type {<Kind extends Element>(selector: string) => Kind} */
const within = selector => /** @type {any} */ (dialog.querySelector(selector))
/** @type {HTMLInputElement} */
const field = within("[name=query]")
const status = within("[role=status]")
const list = within("ol")
/** @type {HTMLButtonElement} */
const more = within(".more")
/** @type {HTMLTemplateElement} */
const template = within("template")
const entries = new URL(dialog.dataset.entries ?? "", location.href)
const root = new URL("..", entries)
const worker = new Worker(new URL("search-worker.js", import.meta.url), { type: "module" })

const style = styled("search.css")

/** @type {{language: string, direction: string, results: Result[]}} */
let found = { language: "", direction: "", results: [] }

/** @param {Element} element */
const asOriginal = element => Object.assign(element, { lang: found.language, dir: found.direction })

/**
 * Neighbouring words of the article stand in one element: each that has a direction is a place of its own in the line,
 * and those that run from right to left would stand in the wrong order.
 * @param {Element} element
 * @param {Piece[]} pieces
 * @param {boolean} isWhole whether all of it is the article's
 */
const fill = (element, pieces, isWhole = false) => {
  if (!pieces.length) element.remove()
  let around = isWhole ? asOriginal(element) : element
  let wasOriginal = false
  for (const { words, isMarked, isOriginal } of pieces) {
    if (!isWhole && isOriginal !== wasOriginal)
      around = isOriginal ? element.appendChild(asOriginal(document.createElement("span"))) : element
    wasOriginal = isOriginal
    const part = isMarked ? document.createElement("mark") : document.createTextNode("")
    part.textContent = words
    around.append(part)
  }
}

/** @param {Result} result */
const item = ({ location: address, title, original, text, missing }) => {
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true))
  const [link, heading, words, english, lacking] = ["a", "h2", ".original", ".english", ".missing"].map(
    name => /** @type {Element} */ (copy.querySelector(name)),
  )
  link.setAttribute("href", new URL(address, root).href)
  fill(heading, title)
  fill(words, original, true)
  fill(english, text)
  if (missing.length) lacking.append(missing.join(", "))
  else lacking.remove()
  return copy
}

const showMore = () => {
  const first = list.children.length
  list.append(...found.results.slice(first, first + SHOWN).map(item))
  more.hidden = list.children.length >= found.results.length
  return first
}

/** @param {number | null} count null where there was nothing to look in */
const told = count => {
  if (count === null) return "The search could not be fetched: type on to try again."
  const { none = "", one = "", other = "" } = dialog.dataset
  return count ? (count === 1 ? one : other).replace("#", String(count)) : none
}

const links = () => [...dialog.querySelectorAll("a")]
const look = () => {
  if (field.value.trim()) return worker.postMessage({ query: field.value, entries: entries.href })
  list.replaceChildren()
  more.hidden = true
  status.textContent = dialog.dataset.begin ?? ""
}

worker.addEventListener("message", ({ data: { query, language, direction, count, results } }) => {
  if (query !== field.value) return
  found = { language, direction, results }
  const isWithin = list.contains(document.activeElement)
  list.replaceChildren()
  status.textContent = told(count)
  showMore()
  if (isWithin) (links()[0] ?? field).focus() // who has gone on to the results is not thrown out of them
})
field.addEventListener("input", look)
more.addEventListener("click", () => links()[showMore()].focus())
dialog.addEventListener("submit", event => {
  // by Enter in the field: to the first, the best
  event.preventDefault()
  links()[0]?.click()
})
dialog.addEventListener("keydown", event => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const stops = [field, ...links()]
  const now = stops.indexOf(/** @type {any} */ (document.activeElement))
  stops[Math.max(0, Math.min(now + step, stops.length - 1))].focus()
})
dialog.addEventListener("click", event => {
  const target = /** @type {Element} */ (event.target)
  if (target === dialog || target.closest("a, .close")) dialog.close() // a link may lead to a place of this page
})

/** The dialog is open: it is shown, and what was typed meanwhile is looked for. */
export const begin = async () => {
  await style
  dialog.classList.add("ready")
  look()
}
