/* The composer: from words that a reader chose to a note that the engine takes. Loaded on first use. */
import { chosen } from "./chosen.js"
import { onElsewhere } from "./drafts.js"
import { form } from "./form.js"
import { edition, targetOf, wide } from "./page.js"
import { styled } from "./styled.js"
import { domRange, rangeOf, readText } from "./text.js"
import { dismiss, dismissFor, enter, leave, startToolbar } from "./toolbar.js"
import { fetchWords } from "./words.js"

const section = edition.dataset.section ?? ""
const style = styled("composer.css")
/** @type {Promise<Known>} */
const data = fetch(new URL("composer.json", import.meta.url)).then(answer => answer.json())

/** @type {{element: HTMLElement, kind: Kind, origin: HTMLElement | null, keepUp: () => void} | null} its origin had the
    focus before */
let panel = null
/** @type {Span | null} the words that it is about */
let composed = null

const place = () => {
  if (!panel) return
  const { style } = panel.element
  style.left = style.width = ""
  const beside = edition.querySelector(".words")?.getBoundingClientRect()
  if (!wide.matches || !beside) return
  const left = Math.min(beside.right + 32, innerWidth - 340)
  style.left = `${left}px`
  style.width = `${Math.min(440, innerWidth - left - 16)}px`
}
addEventListener("resize", place)

// A keyboard on the screen lies over the window's foot and makes it no lower: the form stands on it.
/** @param {Event} [event] */
const standOnKeyboard = event => {
  const { height, offsetTop, scale } = /** @type {VisualViewport} */ (visualViewport)
  if (!panel || wide.matches) return
  const under = scale > 1.01 ? 0 : Math.round(innerHeight - offsetTop - height)
  const isUp = under > 60 // and no bar of the browser's, which comes and goes
  const { style } = panel.element
  style.bottom = isUp ? `${under}px` : ""
  style.maxHeight = isUp ? `${height - 8}px` : ""
  const focused = document.activeElement
  if (isUp && event?.type === "resize" && panel.element.contains(focused)) focused?.scrollIntoView({ block: "nearest" })
}
for (const type of ["resize", "scroll"]) globalThis.visualViewport?.addEventListener(type, standOnKeyboard)

/** @type {(range: Span | null, text: FlatText) => void} */
const highlight = (range, text) => {
  CSS.highlights?.delete("composed")
  if (range && CSS.highlights) CSS.highlights.set("composed", new Highlight(domRange(range, text)))
}

const close = () => {
  if (!panel) return
  const { element, kind, origin } = panel
  element.remove()
  CSS.highlights?.delete("composed")
  panel = null
  document.body.style.paddingBottom = ""
  if (origin?.isConnected && (origin.tabIndex >= 0 || !composed)) return origin.focus({ preventScroll: true })
  if (!composed) return
  // Chosen with the pointer, which leaves the focus to no link or button: the words have it, and are chosen still.
  const back = domRange(composed, readText(edition))
  /** @type {HTMLElement | null | undefined} */
  const block = back.startContainer.parentElement?.closest(".words")
  if (!block) return
  block.tabIndex = -1
  block.focus({ preventScroll: true })
  if (kind === "interlinear") return
  getSelection()?.removeAllRanges()
  getSelection()?.addRange(back)
  dismissFor(composed)
}

/**
 * Opens the composer on these words, or on none: then they are written into it.
 * @param {Kind} kind
 * @param {Chosen | null} found
 * @param {Given} [given]
 */
const compose = async (kind, found, given) => {
  /** @type {HTMLElement | null} */
  const covering = document.querySelector(".sheet:not([hidden]) .close")
  covering?.click() // or it would lie on the field that has the focus
  const focused = leave()
  const origin = focused?.closest?.(".composer") ? (panel?.origin ?? null) : focused
  close()
  const known = await data
  await style
  if (kind === "interlinear" && !(await fetchWords())) return
  const text = found?.text || readText(edition)
  const { element, ready, keepUp } = form({
    kind,
    text,
    section,
    range: found?.range ?? null,
    data: known,
    original: { lang: edition.lang, dir: edition.dir },
    given,
    close,
    again: (next, more) => compose(next, composed && { text: readText(edition), range: composed }, more),
    rangeChanged: range => {
      composed = range
      highlight(range, text)
    },
  })
  element.addEventListener("keydown", event => {
    event.stopPropagation() // the page's own keys rest meanwhile
    if (event.key !== "Escape") return
    event.preventDefault()
    close()
  })
  panel = { element, kind, origin, keepUp }
  edition.parentElement?.append(element)
  place()
  if (globalThis.visualViewport) standOnKeyboard()
  ready()
  /** @type {HTMLElement | null} */
  const first = element.querySelector("[data-first]")
  first?.focus({ preventScroll: true })
  first?.scrollIntoView({ block: "nearest" }) // within the form, which in a low window shows little at a time
  if (wide.matches || !composed) return
  document.body.style.paddingBottom = `${element.offsetHeight}px` // so that the last words can rise above it
  const over = domRange(composed, text).getBoundingClientRect().bottom + 16 - element.getBoundingClientRect().top
  if (over > 0) scrollBy({ top: over })
}

/** @param {Element} button opens the composer on the row of the word that the button is by */
const composeRow = async button => {
  const { close: closeCard, wordBy } = await import("./active-words.js")
  const word = wordBy(button)
  const text = readText(edition)
  const range = word && rangeOf(word.range, text)
  closeCard()
  if (range) compose("interlinear", { text, range })
}

const settle = startToolbar(compose, () => panel !== null, style)

/** @param {KeyboardEvent} event */
const press = event => {
  if (event.key === "Escape") return panel ? close() : dismiss()
  const isTyping = targetOf(event).closest?.("input, textarea, select, [contenteditable]")
  if (event.key !== "a" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return
  event.preventDefault()
  const found = chosen()
  if (found) style.then(() => enter(found))
  else compose("fact-checks", null)
}

/**
 * Takes up the event on which this module was loaded, and every later one.
 * @param {Event} event
 */
export const start = event => {
  if (event.type === "selectionchange") return settle()
  if (event instanceof KeyboardEvent) return press(event)
  /** @type {HTMLElement | null} */
  const button = targetOf(event).closest("[data-compose]")
  if (button?.dataset.compose === "interlinear") composeRow(button)
  else if (button) compose("fact-checks", chosen())
}
onElsewhere(() => panel?.keepUp())
addEventListener("click", start)
addEventListener("keydown", start)
