/* The arrow keys walk through the words of the paragraph that has the focus; Enter goes into what answers. */

import { close, goToNotes, marksOver, now, show } from "./active-words.js"
import { card } from "./card.js"
import { all, isOwnKey, targetOf } from "./page.js"
import { isTold, wordsIn } from "./words.js"

/** @param {string} key */
const isVertical = key => key === "ArrowUp" || key === "ArrowDown"
/** @param {Word} word */
const middle = word => {
  const { left, right, top } = word.range.getClientRects()[0]
  return { x: (left + right) / 2, top }
}

/** @type {(words: Word[], word: Word, step: number) => Word | undefined} the nearest of the next line up or down */
const inNextLine = (words, word, step) => {
  const from = middle(word)
  const beyond = words.map(one => ({ one, ...middle(one) })).filter(({ top }) => (top - from.top) * step > 8)
  const top = beyond.length ? beyond[step > 0 ? 0 : beyond.length - 1].top : 0
  const line = beyond.filter(one => Math.abs(one.top - top) <= 8)
  return line.sort((one, other) => Math.abs(one.x - from.x) - Math.abs(other.x - from.x))[0]?.one
}

/** @type {(words: Word[], focused: Element | null) => Word | null | undefined} */
const firstFrom = (words, focused) => {
  const mark = focused?.closest(".mark:not(.en *)")
  return mark && words.find(word => word.range.intersectsNode(mark))
}

/** @type {(key: string, leaf: HTMLElement) => Word | null | undefined} to which word of a paragraph an arrow leads */
const nextWord = (key, leaf) => {
  const words = wordsIn(leaf).filter(isTold)
  const forward = getComputedStyle(leaf).direction === "ltr" ? "ArrowRight" : "ArrowLeft"
  const step = key === forward || key === "ArrowDown" ? 1 : -1
  const current = now.by === "key" && now.words[0]?.leaf === leaf ? now.words[0] : null
  if (isVertical(key)) return current && inNextLine(words, current, step)
  if (current) return words[words.indexOf(current) + step] || current
  return firstFrom(words, document.activeElement) || words.at(step > 0 ? 0 : -1)
}

/** @type {(event: KeyboardEvent, leaf: HTMLElement) => void} */
const walk = (event, leaf) => {
  const next = nextWord(event.key, leaf)
  if (!next) return
  event.preventDefault()
  const box = next.range.getClientRects()[0]
  const by = box.top < 80 ? box.top - 80 : Math.max(0, box.bottom + 140 - innerHeight)
  if (by) scrollBy({ top: by, behavior: "instant" })
  show([next], "key", next.range.getClientRects()[0])
}

/** @param {KeyboardEvent} event */
export const press = event => {
  if (!isOwnKey(event) || event.shiftKey || targetOf(event).closest?.(".cite, .composer, .composer-menu")) return
  if (event.key === "Escape") {
    if (now.words.length) close()
    return
  }
  /** @type {HTMLElement | null | undefined} */
  const leaf = document.activeElement?.closest?.(".edition .words")
  if (event.key.startsWith("Arrow") && leaf) walk(event, leaf)
  if (event.key !== "Enter" || now.by !== "key" || !leaf) return
  event.preventDefault() // what has the focus is the paragraph, or a link in it: the word was walked to
  if (marksOver(now.words[0]).length) goToNotes(now.words[0])
  else (all("a, button", card)[0] ?? card).focus({ preventScroll: true })
}
