/* The marked words themselves: what those who listen hear, and how they are chosen. */

import { leadsTo } from "./notes.js"
import { all, edition, isForBrowser, targetOf } from "./page.js"

// Where a passage begins and ends, and of which kind it is. The stylesheet says it: words in the text itself would
// stand between those that a search in the page looks for.
const tellEnds = () => {
  /** @type {Map<string | undefined, Element>} */
  const begun = new Map() // each claim that has begun, and the last of its pieces so far
  for (const piece of all(".words :is(.mark, .sign[data-rating]):not(.en *)", edition)) {
    if (piece.matches(".sign")) {
      const id = leadsTo(piece)?.dataset.note
      begun.get(id)?.classList.add("ends")
      begun.delete(id)
    }
    for (const id of (piece.dataset.notes || "").split(" ")) {
      if (!document.getElementById(`note-${id}`)?.matches(".check")) continue
      if (!begun.has(id)) piece.classList.add("begins")
      begun.set(id, piece)
    }
  }
}

// An engine drags a link, and opens a menu where a finger rests on one: while pressed, its words are but words.
const letWordsBeChosen = () => {
  /** @type {HTMLElement | null} */
  let held = null
  let address = ""
  const release = () => {
    held?.setAttribute("href", address)
    held = null
  }
  edition.addEventListener("pointerdown", event => {
    release()
    if (event.button || event.altKey || isForBrowser(event)) return
    held = targetOf(event).closest(".words a.mark")
    address = held?.getAttribute("href") ?? ""
    held?.removeAttribute("href")
  })
  for (const type of ["pointerup", "pointercancel", "blur"]) addEventListener(type, release) // the window's blur alone

  // What is selected leaves out the notes on its way, unless it begins in one: which a press tells before an engine
  // asks what may be chosen, then the event that comes first, and for what is begun by keys the one that comes last.
  for (const type of ["pointerdown", "selectstart", "selectionchange"])
    document.addEventListener(type, event => {
      /** @type {any} */
      const from = type === "selectionchange" ? getSelection()?.anchorNode : event.target
      const element = from?.closest ? from : from?.parentElement
      edition.classList.toggle("selecting", Boolean(element) && !element.closest(".margin"))
    })
}

// A browser that translates the page leaves the article's words, which have their English, and by which all else is
// placed: the notes that it marks, and the words under their readings.
const keepFromTranslation = () => {
  for (const words of all(".words, .en", edition)) words.translate = words.matches(".en")
}

export const startMarks = () => {
  keepFromTranslation()
  tellEnds()
  letWordsBeChosen()
}
