/* What answers now: the words that shine, and their card or the note that has them at its head. One at a time. */
import { card, headOf, hideCard, sayWords, showCard } from "./card.js"
import { place } from "./margin.js"
import { closeNotes, notesOf, openNotes } from "./notes.js"
import { all, edition } from "./page.js"
import { h } from "./preview.js"
import { sheet } from "./sheet.js"
import { shine } from "./shine.js"
import { isHiddenKind } from "./switches.js"
import { isTold } from "./words.js"

/** @typedef {import("./words.js").Word} Word */

/** @type {{words: Word[], by: string, origin: Element | null}} what answers now: asked for by tap, rest or key */
export let now = { words: [], by: "", origin: null }

export const rangesOf = words => words.flatMap(word => [word.range, ...word.renderings])
export const boxesOf = ranges => ranges.flatMap(range => [...range.getClientRects()])

/** The marks over a word that lead to notes which are shown. */
export const marksOver = ({ leaf, range }) => all(".mark", leaf).filter(mark =>
  !mark.closest(".en") && range.intersectsNode(mark) && notesOf(mark).some(note => !isHiddenKind(note)))

export const close = () => {
  if (!now.words.length) return
  if (card.contains(document.activeElement)) now.origin?.focus({ preventScroll: true })
  now = { words: [], by: "", origin: null }
  hideCard()
  shine([])
}

export const goToNotes = word => {
  const [mark] = marksOver(word)
  const origin = now.origin
  close()
  openNotes(notesOf(mark), { focus: true, mark, origin })
  putAtHead(word)
}

const better = () => edition.dataset.section &&
  h("button", { type: "button", "data-compose": "interlinear" }, "A better gloss?")

const toolsFor = word => [
  marksOver(word).length > 0 && h("button", { type: "button", onclick: () => goToNotes(word) }, "Its note"),
  better(),
].filter(Boolean)

/** Lets the words shine, and shows their card by the box. */
export const show = (words, by, anchor) => {
  if (!sheet.hidden) closeNotes()
  now = { words, by, origin: document.activeElement }
  const ranges = rangesOf(words)
  shine(ranges)
  const tools = words.length === 1 ? toolsFor(words[0]) : []
  showCard(words, anchor, boxesOf(ranges), tools.length ? [h("p", { className: "tools" }, tools)] : [])
  if (by !== "rest") sayWords(words)
}

/** Lets the words shine without their card. */
export const light = words => {
  close()
  now = { words, by: "rest", origin: null }
  shine(rangesOf(words))
}

/* -- a note opens with the word at its head ------------------------------------------------------------------ */
export let head = null // its elements, and the word that they tell

/** The word of the card, or of the note, in which the button stands. */
export const wordBy = button => (card.contains(button) ? now.words[0] : head.word)

const takeHead = () => {
  head?.element.remove()
  head?.tools.remove()
  head = null
}

export const putAtHead = word => {
  takeHead()
  const note = sheet.hidden ? edition.querySelector(".note[open]") : sheet.querySelector(".note")
  if (!note || !isTold(word)) return
  const element = h("span", { className: "word-head", "data-apparatus": "" }, headOf(word))
  const tools = h("p", { className: "tools", "data-apparatus": "" }, better())
  note.querySelector("summary").prepend(element)
  note.querySelector(".more").append(tools)
  head = { element, tools, word }
  shine(rangesOf([word]))
  place()
}
const dropHead = () => {
  takeHead()
  if (!now.words.length) shine([])
}
edition.addEventListener("toggle", event => {
  if (head && !event.target.open && event.target.contains(head.element)) dropHead()
}, true)

new MutationObserver(() => {
  if (!sheet.hidden) close()
  else if (head && !head.element.isConnected) dropHead()
}).observe(sheet, { attributeFilter: ["hidden"] })
document.addEventListener("selectionchange", () => {
  const selection = getSelection()
  if (!selection.isCollapsed && !card.contains(selection.anchorNode)) close()
})
document.addEventListener("focusin", event => {
  const isWithin = card.contains(event.target) || event.target.closest?.(".words") === now.words[0]?.leaf
  if (now.by === "key" && !isWithin) close()
})
let width = innerWidth
addEventListener("resize", () => {
  if (innerWidth !== width) close() // a phone's window grows and shrinks in height as its page is scrolled
  width = innerWidth
})
