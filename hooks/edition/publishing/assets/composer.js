/* The composer: from words that a reader chose to a note that the engine takes. Loaded on first use. */
import { describe, domRange, match, rangeOf, readText } from "./anchoring.js"
import { wish } from "./elsewhere.js"
import { form } from "./form.js"
import { KINDS } from "./note.js"
import { h } from "./preview.js"
import { fetchWords } from "./words.js"

const edition = document.querySelector(".edition")
const section = edition.dataset.section
const narrow = matchMedia("(max-width: 59.99em)")
const WORDS = ["bios", "fact-checks", "glosses"] // what is said of words; a variant is begun in the form

const style = h("link", { rel: "stylesheet", href: new URL("composer.css", import.meta.url).href })
const styled = new Promise(resolve => { style.onload = style.onerror = resolve })
document.head.append(style)
const data = fetch(new URL("composer.json", import.meta.url)).then(answer => answer.json())

/* -- the words that are chosen ---------------------------------------------------------------------- */
const elementAt = node => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)
/* What was chosen in the English stands for the sentences, or the paragraph, that it renders. */
const originalOf = chosen => {
  const [first, last] = [chosen.startContainer, chosen.endContainer].map(node => elementAt(node).closest(".en"))
  if (!first || (last && last !== first)) return null
  const block = first.closest(".words"), sentences = [chosen.startContainer, chosen.endContainer].map(node => elementAt(node).closest(".en .s")?.getAttribute("style"))
  const rendered = [...block.querySelectorAll(".s")].filter(part => !part.closest(".en") && sentences.includes(part.getAttribute("style")))
  const range = document.createRange()
  range.selectNodeContents(block)
  range.setEndBefore(first)
  if (rendered.length && sentences.every(Boolean)) {
    range.setStartBefore(rendered[0])
    range.setEndAfter(rendered.at(-1))
  }
  return range
}

const chosen = () => {
  const selection = getSelection()
  if (!selection.rangeCount || selection.isCollapsed || !selection.getRangeAt(0).intersectsNode(edition)) return null
  const text = readText(edition), own = selection.getRangeAt(0), range = rangeOf(originalOf(own) || own, text)
  return range && describe(text, ...range) ? { text, range } : range && { text, range, vague: true }
}

/* -- the menu ------------------------------------------------------------------------------------------ */
let words = null // { text, range } under the menu
const wishes = edition.dataset.report && h("a", { target: "_blank", rel: "noopener external", title: "Ask for a note on these words, and leave it to others to write it" }, "Ask for one")
let before = null // what had the focus before the menu
const menu = h("div", { className: "composer-menu", lang: "en", "data-apparatus": "", role: "toolbar", "aria-label": "Add a note on the words you chose" },
  h("span", {}, "Add"), WORDS.map(kind => h("button", { type: "button", onclick: () => compose(kind, words) }, KINDS[kind].label)), wishes, h("kbd", { title: "Press A to come here" }, "A"))
menu.hidden = true
edition.parentElement.append(menu)

const hideMenu = () => {
  if (menu.hidden) return
  if (menu.contains(document.activeElement) && before?.isConnected) before.focus({ preventScroll: true })
  menu.hidden = true
}

const dismiss = () => {
  if (!menu.hidden) dismissed = String(words.range)
  hideMenu()
}

const showMenu = found => {
  words = found
  if (wishes) wishes.href = wish(section, found.text.flat.slice(...found.range).join("").trim())
  menu.hidden = false
  menu.style.left = menu.style.top = ""
  if (narrow.matches || matchMedia("(pointer: coarse)").matches) return // a bar below, out of the way of the device's own menu
  const last = [...domRange(found.range, found.text).getClientRects()].at(-1)
  menu.style.left = `${Math.max(8, Math.min(last.right - menu.offsetWidth / 2, innerWidth - menu.offsetWidth - 16)) + scrollX}px`
  menu.style.top = `${last.bottom + 8 + scrollY}px`
}

let pressed = false, waiting = 0
let dismissed = "" // the words for which the menu was sent away, as long as they stay chosen
const settle = () => {
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    if (pressed || panel.open || menu.contains(document.activeElement)) return
    const found = chosen()
    if (!found) dismissed = ""
    if (found && String(found.range) !== dismissed) showMenu(found)
    else hideMenu()
  }, 150)
}
menu.addEventListener("pointerdown", event => event.preventDefault()) // or the words would no longer be chosen
menu.addEventListener("keydown", event => {
  event.stopPropagation()
  const buttons = [...menu.querySelectorAll("button, a")], at = buttons.indexOf(document.activeElement)
  if (event.key === "Escape") dismiss()
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step) buttons.at((at + step) % buttons.length).focus()
})

/* -- the panel -------------------------------------------------------------------------------------------- */
const panel = { open: false }
const place = () => {
  const { element } = panel
  if (!element) return
  element.style.left = element.style.width = ""
  if (narrow.matches) return
  const beside = edition.querySelector(".words").getBoundingClientRect()
  element.style.left = `${Math.min(beside.right + 32, innerWidth - 340)}px`
  element.style.width = `${Math.min(440, innerWidth - Math.min(beside.right + 32, innerWidth - 340) - 16)}px`
}
addEventListener("resize", place)

const highlight = (range, text) => {
  CSS.highlights?.delete("composed")
  if (range && CSS.highlights) CSS.highlights.set("composed", new Highlight(domRange(range, text)))
}

const close = () => {
  if (!panel.open) return
  const { element, origin, range, kind } = panel
  element.remove()
  highlight()
  Object.assign(panel, { open: false, element: null })
  document.body.style.paddingBottom = ""
  if (origin?.isConnected && (origin.tabIndex >= 0 || !range)) return origin.focus({ preventScroll: true })
  if (!range) return
  // Chosen with the pointer, which leaves the focus to no link or button: the words have it, and are chosen still.
  const text = readText(edition), back = domRange(range, text)
  const block = back.startContainer.parentElement.closest(".words")
  block.tabIndex = -1
  block.focus({ preventScroll: true })
  if (kind === "interlinear") return
  getSelection().removeAllRanges()
  getSelection().addRange(back)
  dismissed = String(range)
}

/** Opens the composer on these words, or on none: then they are written into it. */
async function compose(kind, found, given) {
  document.querySelector(".sheet:not([hidden]) .close")?.click() // or it would lie on the field that has the focus
  const origin = menu.contains(document.activeElement) ? before : document.activeElement
  before = null
  hideMenu()
  close()
  const known = await data
  await styled
  if (kind === "interlinear" && !(await fetchWords())) return
  const text = found?.text || readText(edition)
  const element = form({
    kind, text, section, range: found?.range || null, data: known, original: { lang: edition.lang, dir: edition.dir }, close, given,
    again: (next, with_) => compose(next, panel.range && { text: readText(edition), range: panel.range }, with_),
    rangeChanged: range => { panel.range = range; highlight(range, text) },
  })
  element.addEventListener("keydown", event => {
    event.stopPropagation() // the page's own keys rest meanwhile
    if (event.key === "Escape") { event.preventDefault(); close() }
  })
  Object.assign(panel, { open: true, kind, element, origin: origin?.closest?.(".composer") ? panel.origin : origin })
  edition.parentElement.append(element)
  place()
  element.ready()
  element.querySelector("[data-first]")?.focus({ preventScroll: true })
  if (!narrow.matches || !panel.range) return
  document.body.style.paddingBottom = `${element.offsetHeight}px` // so that the last words can rise above it
  const over = domRange(panel.range, text).getBoundingClientRect().bottom + 16 - element.getBoundingClientRect().top
  if (over > 0) scrollBy({ top: over })
}

/** Opens it on the row of the word that the button is by. */
const composeWord = async button => {
  const { close: closeCard, wordBy } = await import("./shown.js")
  const { range } = wordBy(button), text = readText(edition)
  closeCard()
  compose("interlinear", { text, range: rangeOf(range, text) })
}

/* -- what leads here ---------------------------------------------------------------------------------------- */
const isTyping = target => target.closest?.("input, textarea, select, [contenteditable]")
document.addEventListener("selectionchange", settle)
addEventListener("pointerdown", () => { pressed = true; dismissed = "" })
for (const type of ["pointerup", "pointercancel"]) addEventListener(type, () => { pressed = false; settle() })

/** Takes up the event on which this module was loaded, and every later one. */
export function start(event) {
  if (event.type === "selectionchange") { settle(); return }
  if (event.type === "click") {
    const button = event.target.closest("[data-compose]")
    if (button?.dataset.compose === "interlinear") composeWord(button)
    else if (button) compose("fact-checks", chosen())
    return
  }
  if (event.key === "Escape") { if (panel.open) close(); else dismiss(); return }
  if (event.key !== "a" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  event.preventDefault()
  const found = chosen()
  if (!found) { compose("fact-checks", null); return }
  showMenu(found)
  before = document.activeElement
  menu.querySelector("button").focus({ preventScroll: true })
}
addEventListener("click", start)
addEventListener("keydown", start)
