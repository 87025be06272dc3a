/* Every word answers: to a tap, to a pointer that rests on it, and to the arrow keys. Loaded at the first of these. */
import { card } from "./card.js"
import { notesOf } from "./notes.js"
import { isForBrowser, pointer } from "./page.js"
import { sheet } from "./sheet.js"
import { boxesOf, close, head, light, marksOver, now, putAtHead, show } from "./shown.js"
import { isHiddenKind } from "./switches.js"
import { press } from "./walk.js"
import { fetchWords, isTold, wordsAt } from "./words.js"

const REST = 300 // milliseconds on a word: longer than a note out of sight takes to come, before which a card goes back

/* -- a tap --------------------------------------------------------------------------------------------------- */
const boxAt = (words, x, y, target) => {
  const ranges = target.closest(".en") ? words.flatMap(word => word.renderings) : words.map(word => word.range)
  const boxes = boxesOf(ranges)
  return boxes.find(box => x >= box.left - 1 && x <= box.right && y >= box.top - 6 && y <= box.bottom + 6) || boxes[0]
}

const chooses = () => {
  const chosen = String(getSelection())
  return pointer.isLast && chosen && chosen !== pointer.chosen // it ends the choice of words: asks for nothing
}

const isTap = event => !card.contains(event.target) && !event.button && !isForBrowser(event)

/** What was tapped, before a note opens for it and the text moves. */
const tapped = (target, x, y) => {
  const words = target.closest(".edition .words") ? wordsAt(x, y, target).filter(isTold) : []
  return { target, words, box: words.length ? boxAt(words, x, y, target) : null }
}

const answerTap = ({ target, words, box }) => {
  if (!target.closest(".edition .words") || target.closest("button, .number") || chooses()) return close()
  const mark = target.closest(".mark, .sign")
  if (mark && notesOf(mark).some(note => !isHiddenKind(note))) {
    close()
    if (words.length && !target.closest(".en, .sign")) putAtHead(words[0])
    return
  }
  const isAgain = now.by === "tap" && words.length === now.words.length && words[0] === now.words[0]
  if (!words.length || isAgain) close()
  else show(words, "tap", box)
  sentAway = isAgain ? words[0] : null
}

// With a note open, another word under the same mark takes the head of it, and the note stays.
const takesHead = ({ target, words: [word] }) => {
  const mark = target.closest(".mark:not(.en *)")
  return head && mark && word && word !== head.word && !chooses() &&
    marksOver(head.word).some(one => one.dataset.notes === mark.dataset.notes)
}

let last = null
const beforeTap = event => {
  last = isTap(event) ? tapped(event.target, event.clientX, event.clientY) : null
  if (!last || !takesHead(last)) return
  event.preventDefault()
  event.stopPropagation()
  putAtHead(last.words[0])
}
const tap = event => { if (last && isTap(event)) answerTap(last) }

/* -- a pointer that rests ------------------------------------------------------------------------------------ */
let resting = 0
let sentAway = null // the word whose card was closed by a tap: it comes again when the pointer does

const isBusy = event => event.buttons || !sheet.hidden || !getSelection().isCollapsed ||
  document.querySelector(".composer-menu:not([hidden])")

const rest = event => {
  const { target, clientX, clientY } = event
  if (isBusy(event) || !target.isConnected) return
  const words = target.closest?.(".edition .words") ? wordsAt(clientX, clientY, target).filter(isTold) : []
  if (words.length && [now.words[0], head?.word].includes(words[0])) return
  if (words[0] === sentAway) return
  sentAway = null
  if (!words.length) { if (now.by === "rest") close(); return }
  if (now.by === "key") return
  if (target.closest(".en") || target.closest("a.mark, .sign")) { // English is read, and a note shines by itself
    if (now.by !== "tap") light(words)
  } else show(words, "rest", boxAt(words, clientX, clientY, target))
}

const move = event => {
  if (event.pointerType !== "mouse") return
  clearTimeout(resting)
  if (!card.contains(event.target)) resting = setTimeout(() => rest(event), REST)
}

const listen = () => {
  document.addEventListener("click", beforeTap, true)
  document.addEventListener("click", tap)
  addEventListener("pointermove", move)
  addEventListener("keydown", press)
}

/** Takes up the event on which this module was loaded, at a point of its paragraph; later ones come by themselves. */
export const answer = async (event, leaf, x, y) => {
  if (!(await fetchWords())) return false
  listen()
  const { left, top } = leaf.getBoundingClientRect()
  if (event.type === "click" && isTap(event)) answerTap(tapped(event.target, left + x, top + y))
  else if (event.type === "keydown") press(event)
  else if (event.type === "pointermove") rest(event)
  return true
}
