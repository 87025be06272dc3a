/* What answers now: the words that shine, and their card or the note that has them at its head. One at a time. */
import { card, headOf, hideCard, sayWords, showCard } from "./card.js"
import { h } from "./element.js"
import { shine } from "./highlight.js"
import { place } from "./margin.js"
import { closeNotes, notesOf, openNotes } from "./notes.js"
import { all, edition, targetOf } from "./page.js"
import { sheet } from "./sheet.js"
import { isHiddenKind } from "./switches.js"
import { isTold } from "./words.js"

/** @type {{words: Word[], by: string, origin: HTMLElement | null}} what answers now: asked for by tap, rest or key */
export let now = { words: [], by: "", origin: null }

/** @param {Word[]} words */
const rangesOf = words => words.flatMap(word => [word.range, ...word.renderings])
/** @param {Range[]} ranges */
export const boxesOf = ranges => ranges.flatMap(range => [...range.getClientRects()])

/**
 * The marks over a word that lead to notes which are shown.
 * @param {Word} word
 */
export const marksOver = ({ leaf, range }) =>
  all(".mark", leaf).filter(
    mark => !mark.closest(".en") && range.intersectsNode(mark) && notesOf(mark).some(note => !isHiddenKind(note)),
  )

export const close = () => {
  if (!now.words.length) return
  if (card.contains(document.activeElement)) now.origin?.focus({ preventScroll: true })
  now = { words: [], by: "", origin: null }
  hideCard()
  shine([])
}

/** @param {Word} word */
export const goToNotes = word => {
  const [mark] = marksOver(word)
  const origin = now.origin
  close()
  openNotes(notesOf(mark), { focus: true, mark, origin })
  putAtHead(word)
}

const better = () =>
  edition.dataset.section && h("button", { type: "button", "data-compose": "interlinear" }, "A better gloss?")

/** @param {Word} word */
const toolsFor = word => {
  const isNoted = marksOver(word).length > 0
  const note = isNoted && h("button", { type: "button", onclick: () => goToNotes(word) }, "Its note")
  return [note, better()].filter(Boolean)
}

/**
 * Lets the words shine, and shows their card by the box.
 * @param {Word[]} words
 * @param {string} by
 * @param {Box} anchor
 */
export const show = (words, by, anchor) => {
  if (!sheet.hidden) closeNotes()
  now = { words, by, origin: /** @type {HTMLElement | null} */ (document.activeElement) }
  const ranges = rangesOf(words)
  shine(ranges)
  const tools = words.length === 1 ? toolsFor(words[0]) : []
  showCard(words, anchor, boxesOf(ranges), tools.length ? [h("p", { className: "tools" }, tools)] : [])
  if (by !== "rest") sayWords(words)
}

/**
 * Lets the words shine without their card.
 * @param {Word[]} words
 */
export const light = words => {
  close()
  now = { words, by: "rest", origin: null }
  shine(rangesOf(words))
}

/* -- a note opens with the word at its head, where that is not its own headword --------------------------------- */
/** @type {{element: HTMLElement, tools: HTMLElement, word: Word} | null} its elements, and the word that they tell */
export let head = null

/** @type {(button: Element) => Word | undefined} the word of the card, or of the note, in which the button stands */
export const wordBy = button => (card.contains(button) ? now.words[0] : head?.word)

const takeHead = () => {
  head?.element.remove()
  head?.tools.remove()
  head = null
}

/** @param {Word} word */
export const putAtHead = word => {
  takeHead()
  const note = sheet.hidden ? edition.querySelector(".note[open]") : sheet.querySelector(".note")
  if (!note || !isTold(word)) return
  const element = h("span", { className: "word-head", "data-apparatus": "" }, headOf(word))
  const tools = h("p", { className: "tools", "data-apparatus": "" }, better())
  const summary = note.querySelector("summary")
  const noted = summary?.querySelector("b[lang]")?.textContent // with spaces, where its Latin meets its Han
  if (noted?.replace(/\s/gu, "") !== word.form.replace(/\s/gu, "")) summary?.prepend(element)
  note.querySelector(".more")?.append(tools)
  head = { element, tools, word }
  shine(rangesOf([word]))
  place()
}
const dropHead = () => {
  takeHead()
  if (!now.words.length) shine([])
}
edition.addEventListener(
  "toggle",
  event => {
    const note = /** @type {Note} */ (event.target)
    if (head && !note.open && note.contains(head.tools)) dropHead()
  },
  true,
)

new MutationObserver(() => {
  if (!sheet.hidden) close()
  else if (head && !head.tools.isConnected) dropHead()
}).observe(sheet, { attributeFilter: ["hidden"] })
document.addEventListener("selectionchange", () => {
  const selection = getSelection()
  if (selection && !selection.isCollapsed && !card.contains(selection.anchorNode)) close()
})
document.addEventListener("focusin", event => {
  const target = targetOf(event)
  const isWithin = card.contains(target) || target.closest?.(".words") === now.words[0]?.leaf
  if (now.by === "key" && !isWithin) close()
})
let width = innerWidth
addEventListener("resize", () => {
  if (innerWidth !== width) close() // a phone's window grows and shrinks in height as its page is scrolled
  width = innerWidth
})
