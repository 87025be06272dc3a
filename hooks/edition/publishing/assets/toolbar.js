/* The bar by words that a reader chose: which note to write on them, or to whom to leave it. */
import { chosen } from "./chosen.js"
import { h } from "./element.js"
import { requestPage } from "./elsewhere.js"
import { KINDS } from "./fields.js"
import { edition, wide } from "./page.js"
import { domRange, textAt } from "./text.js"

/** What is said of words; a variant is begun in the form. */
const OF_WORDS = /** @type {Kind[]} */ (["bios", "fact-checks", "glosses"])

/** @type {Chosen | null} the words that it is about */
let words = null
/** @type {HTMLElement | null} what had the focus before it */
let before = null
let dismissed = "" // the words for which it was sent away, as long as they stay chosen
let waiting = 0

const asking = {
  target: "_blank",
  rel: "noopener external",
  title: "Ask for a note on these words, and leave it to others to write it",
}
const request = edition.dataset.report ? h("a", asking, "Ask for one") : null
const toolbar = h("div", {
  className: "composer-menu",
  lang: "en",
  "data-apparatus": "",
  role: "toolbar",
  "aria-label": "Add a note on the words you chose",
  hidden: true,
})

const hide = () => {
  if (toolbar.hidden) return
  if (toolbar.contains(document.activeElement) && before?.isConnected) before.focus({ preventScroll: true })
  toolbar.hidden = true
}

/** @type {(range: Span) => void} the bar does not come for these words as long as they stay chosen */
export const dismissFor = range => {
  dismissed = String(range)
}

/** Sends the bar away. */
export const dismiss = () => {
  if (!toolbar.hidden && words) dismissFor(words.range)
  hide()
}

/** @param {Chosen} found */
const show = found => {
  words = found
  const { text, range } = found
  if (request) request.href = requestPage(edition.dataset.section ?? "", textAt(text, range))
  toolbar.hidden = false
  toolbar.style.left = toolbar.style.top = ""
  // Else it is a bar below, out of the way of the device's own menu.
  if (!wide.matches || matchMedia("(pointer: coarse)").matches) return
  const lines = [...domRange(range, text).getClientRects()]
  const last = lines.at(-1)
  if (!last) return
  const { offsetWidth, offsetHeight } = toolbar
  const left = Math.min(last.right - offsetWidth / 2, innerWidth - offsetWidth - 16)
  const under = last.bottom + 8
  const top = under + offsetHeight > innerHeight ? lines[0].top - offsetHeight - 8 : under
  const base = /** @type {Element} */ (toolbar.offsetParent).getBoundingClientRect()
  toolbar.style.left = `${Math.max(8, left) - base.left}px`
  toolbar.style.top = `${top - base.top}px`
}

/** @param {Chosen} found shows the bar for these words, and brings the focus into it */
export const enter = found => {
  show(found)
  before = /** @type {HTMLElement | null} */ (document.activeElement)
  toolbar.querySelector("button")?.focus({ preventScroll: true })
}

/** Lets the bar go; answers with what has the focus, or had it before the bar. */
export const leave = () => {
  const focused = toolbar.contains(document.activeElement) ? before : document.activeElement
  before = null
  hide()
  return /** @type {HTMLElement | null} */ (focused)
}

/**
 * @param {(kind: Kind, found: Chosen | null) => void} compose
 * @param {() => boolean} isComposing
 * @param {Promise<unknown>} style without it the bar would stand where a styled one does not
 * @returns {() => void} lets the bar come or go as words are chosen or not
 */
export const startToolbar = (compose, isComposing, style) => {
  const buttons = OF_WORDS.map(kind => {
    const onclick = () => compose(kind, words)
    return h("button", { type: "button", onclick }, KINDS[kind].label)
  })
  const key = h("kbd", { title: "Press A to come here" }, "A")
  toolbar.append(h("span", {}, "Add"), ...buttons, ...(request ? [request] : []), key)
  edition.parentElement?.append(toolbar)

  const settle = () => {
    clearTimeout(waiting)
    waiting = setTimeout(async () => {
      await style
      if (document.querySelector(":active")) return settle() // still pressed, maybe since before this module came
      if (isComposing() || toolbar.contains(document.activeElement)) return
      const found = chosen()
      if (!found) dismissed = ""
      if (found && String(found.range) !== dismissed) show(found)
      else hide()
    }, 150)
  }
  toolbar.addEventListener("pointerdown", event => event.preventDefault()) // or the words would no longer be chosen
  toolbar.addEventListener("keydown", event => {
    event.stopPropagation()
    const tools = /** @type {HTMLElement[]} */ ([...toolbar.querySelectorAll("button, a")])
    const at = tools.indexOf(/** @type {HTMLElement} */ (document.activeElement))
    if (event.key === "Escape") dismiss()
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step) tools.at((at + step) % tools.length)?.focus()
  })
  document.addEventListener("selectionchange", settle)
  addEventListener("pointerdown", () => {
    dismissed = ""
    settle()
  })
  return settle
}
