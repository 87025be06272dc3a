/* Every word answers: to a tap, to a pointer that rests on it, and to the arrow keys. Loaded at the first of these. */
import { boxesOf, close, head, light, marksOver, now, putAtHead, show } from "./active-words.js"
import { card } from "./card.js"
import { notesOf } from "./notes.js"
import { endsChoice, isForBrowser, targetOf } from "./page.js"
import { sheet } from "./sheet.js"
import { isHiddenKind } from "./switches.js"
import { press } from "./word-keys.js"
import { fetchWords, isTold, wordsAt } from "./words.js"

const REST = 300 // milliseconds on a word: longer than a note out of sight takes to come, before which a card goes back

/* -- a tap --------------------------------------------------------------------------------------------------- */
/** @type {(words: Word[], x: number, y: number, target: Element) => Box} */
const boxAt = (words, x, y, target) => {
  const ranges = target.closest(".en") ? words.flatMap(word => word.renderings) : words.map(word => word.range)
  const boxes = boxesOf(ranges)
  return boxes.find(box => x >= box.left - 1 && x <= box.right && y >= box.top - 6 && y <= box.bottom + 6) || boxes[0]
}

/** @param {MouseEvent} event */
const isTap = event => !card.contains(targetOf(event)) && !event.button && !isForBrowser(event)

/** @typedef {{target: Element, words: Word[], box: Box | null}} Tapped */

/** @type {(target: Element, x: number, y: number) => Tapped} before a note opens for it and the text moves */
const tapped = (target, x, y) => {
  const words = target.closest(".edition .words") ? wordsAt(x, y, target).filter(isTold) : []
  return { target, words, box: words.length ? boxAt(words, x, y, target) : null }
}

/** @param {Tapped} tapped */
const answerTap = ({ target, words, box }) => {
  if (!target.closest(".edition .words") || target.closest("button, .number") || endsChoice()) return close()
  /** @type {HTMLElement | null} */
  const mark = target.closest(".mark, .sign")
  if (mark && notesOf(mark).some(note => !isHiddenKind(note))) {
    close()
    if (words.length && !target.closest(".en, .sign")) putAtHead(words[0])
    return
  }
  const isAgain = now.by === "tap" && words.length === now.words.length && words[0] === now.words[0]
  if (!box || isAgain) close()
  else show(words, "tap", box)
  sentAway = isAgain ? words[0] : null
}

/**
 * With a note open, another word under the same mark takes the head of it, and the note stays.
 * @param {Tapped} tapped
 */
const takesHead = ({ target, words: [word] }) => {
  /** @type {HTMLElement | null} */
  const mark = target.closest(".mark:not(.en *)")
  return (
    head &&
    mark &&
    word &&
    word !== head.word &&
    !endsChoice() &&
    marksOver(head.word).some(one => one.dataset.notes === mark.dataset.notes)
  )
}

/** @type {Tapped | null} */
let last = null
/** @param {MouseEvent} event */
const beforeTap = event => {
  last = isTap(event) ? tapped(targetOf(event), event.clientX, event.clientY) : null
  if (!last || !takesHead(last)) return
  event.preventDefault()
  event.stopPropagation()
  putAtHead(last.words[0])
}
/** @param {MouseEvent} event */
const tap = event => {
  if (last && isTap(event)) answerTap(last)
}

/* -- a pointer that rests ------------------------------------------------------------------------------------ */
let resting = 0
/** @type {Word | null} the word whose card was closed by a tap: it comes again when the pointer does */
let sentAway = null

/** @param {MouseEvent} event */
const isBusy = event =>
  event.buttons ||
  !sheet.hidden ||
  !getSelection()?.isCollapsed ||
  document.querySelector(".composer-menu:not([hidden])")

/** @param {MouseEvent} event */
const rest = event => {
  const { clientX, clientY } = event
  const target = targetOf(event)
  if (isBusy(event) || !target.isConnected) return
  const words = target.closest?.(".edition .words") ? wordsAt(clientX, clientY, target).filter(isTold) : []
  if (words.length && [now.words[0], head?.word].includes(words[0])) return
  if (words[0] === sentAway) return
  sentAway = null
  if (!words.length) {
    if (now.by === "rest") close()
    return
  }
  if (now.by === "key") return
  if (target.closest(".en") || target.closest("a.mark, .sign")) {
    // English is read, and a note shines by itself
    if (now.by !== "tap") light(words)
  } else show(words, "rest", boxAt(words, clientX, clientY, target))
}

/** @param {PointerEvent} event */
const move = event => {
  if (event.pointerType !== "mouse") return
  clearTimeout(resting)
  if (!card.contains(targetOf(event))) resting = setTimeout(() => rest(event), REST)
}

const listen = () => {
  document.addEventListener("click", beforeTap, true)
  document.addEventListener("click", tap)
  addEventListener("pointermove", move)
  addEventListener("keydown", press)
}

/**
 * Takes up the event on which this module was loaded, at a point of its paragraph; later ones come by themselves.
 * @param {Event} event
 * @param {HTMLElement} leaf
 * @param {number} x
 * @param {number} y
 */
export const answer = async (event, leaf, x, y) => {
  if (!(await fetchWords())) return false
  listen()
  const { left, top } = leaf.getBoundingClientRect()
  if (event instanceof KeyboardEvent) press(event)
  else if (!(event instanceof MouseEvent)) return true
  else if (event.type === "pointermove") rest(event)
  else if (isTap(event)) answerTap(tapped(targetOf(event), left + x, top + y))
  return true
}
