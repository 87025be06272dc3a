/* Opening and closing notes: in the margin where they stand near their words, else in the sheet. */
import { holdRows, isBeside, markOf, marksOf, notesIn, place, wordsOf } from "./margin.js"
import { all, edition, endsChoice, isForBrowser, isOwnKey, nameInAddress, pointer, targetOf, wide } from "./page.js"
import { afterRest, bringEditLinks, closeSheet, present, reveal, sheet } from "./sheet.js"
import { isHiddenKind } from "./switches.js"

const FAR = 120 // pixels from its words from which on an opened note is shown beside them instead

/** @type {HTMLElement | null} */
let focusedBefore = null // what had the focus before a note was opened
/** @type {HTMLElement | null} */
let pinned = null // the mark whose notes were opened by hand, and not by passing over it
/** @type {Note[]} */
let opened = [] // those notes

/** Whether notes were opened by hand. */
export const isPinned = () => pinned !== null

/**
 * Lets the words and the notes of these ids shine, or no longer.
 * @param {(string | undefined)[]} ids
 * @param {boolean} on
 */
export const light = (ids, on) => {
  for (const id of ids)
    for (const element of [...marksOf(id), ...all(`.note[data-note="${id}"]`, edition)])
      element.classList.toggle("lit", on)
}

const hasFocus = () => document.activeElement?.closest(".sheet, .note[open]")

export const closeNotes = () => {
  const isWithin = hasFocus()
  for (const note of notesIn()) note.open = false
  closeSheet()
  for (const element of all(".lit")) element.classList.remove("lit")
  if (isWithin) focusedBefore?.focus()
  afterRest() // the focus that comes back asks for no preview
  focusedBefore = pinned = null
}

/**
 * @typedef {{focus?: boolean, mark?: HTMLElement, origin?: Element | null, atOnce?: boolean}} Options whether the focus
 *   goes there, for which mark, whither it comes back, and whether without scrolling smoothly
 */

/**
 * @param {Note[]} notes
 * @param {Options} options
 */
export const openNotes = (notes, options = {}) => {
  const { focus = false, mark = markOf(notes[0]), origin = document.activeElement, atOnce = false } = options
  closeNotes()
  focusedBefore = /** @type {HTMLElement | null} */ (origin)
  pinned = mark || notes[0]
  opened = notes
  light(
    notes.map(note => note.dataset.note),
    true,
  )
  // A word that comes again has its note far up, and in a crowd a note may find no room beside its words.
  if (isBeside(notes[0]) && (!mark || wordsOf(notes[0]) === mark.closest(".words"))) {
    const [note] = notes
    holdRows()
    note.open = true
    place()
    const away = mark ? note.getBoundingClientRect().top - mark.getClientRects()[0].top : 0
    if (Math.abs(away) < FAR) {
      reveal([note, mark || note], { atOnce })
      if (focus) /** @type {HTMLElement} */ (note.firstElementChild).focus({ preventScroll: true })
      return
    }
    note.open = false
    place()
  }
  present(notes, /** @type {HTMLElement} */ (mark), { focus, atOnce })
}

/** Shows what is open where a window of another width has it. */
export const openAnew = () => {
  const [mark, focus, origin] = [pinned, !!hasFocus(), focusedBefore]
  closeNotes()
  place()
  if (mark) openNotes(opened, { mark: mark === opened[0] ? undefined : mark, focus, origin, atOnce: true })
}

/**
 * The note to which a mark or a sign leads.
 * @param {HTMLElement} mark
 */
export const leadsTo = mark => document.getElementById((mark.getAttribute("href") || mark.dataset.href || "").slice(1))

/**
 * The notes of a mark: those in its paragraph's margin first, else where the note stands in this section.
 * @param {HTMLElement} mark
 * @returns {Note[]}
 */
export const notesOf = mark => {
  const margin = mark.closest(".words")?.nextElementSibling
  const ids = (mark.dataset.notes || "").split(" ").filter(Boolean)
  const found = ids
    .reverse()
    .map(id => margin?.querySelector(`.note[data-note="${id}"]`) || document.getElementById(`note-${id}`))
  return /** @type {Note[]} */ ([...new Set([leadsTo(mark), ...found])].filter(note => note?.matches(".note")))
}

/** @param {MouseEvent} event the press of marked words, which opens their notes or closes them */
const answer = event => {
  /** @type {HTMLElement | null} */
  const mark = targetOf(event).closest(".words :is(.mark, .sign)")
  if (!mark || isForBrowser(event)) return
  const behind = notesOf(mark)
  const shown = behind.filter(note => !isHiddenKind(note))
  // Where none is shown, a tap is the word's; a key has but the link.
  const notes = shown.length || event.detail ? shown : behind
  event.preventDefault()
  if (!notes.length || endsChoice()) return
  if ((wide.matches && notes[0].open) || pinned === mark) return closeNotes()
  const origin = mark.matches("a") ? mark : document.activeElement
  openNotes(notes, { focus: !event.detail || !pointer.isLast, mark, origin })
  nameInAddress(`#${notes[0].id}`)
}

export const startNotes = () => {
  // Which note it is; a copy in the sheet has no id, and one that stands twice has a second.
  for (const note of notesIn()) note.dataset.note = note.id.replace(/^note-|--\d+$/g, "")
  sheet.addEventListener("click", event => {
    if (targetOf(event).matches(".close")) closeNotes()
  })
  edition.addEventListener("click", answer)
  // A link under the pointer would be dragged along, and words that begin with it could not be chosen.
  edition.addEventListener("pointerdown", event => {
    const link = targetOf(event).closest("a")
    if (link) link.draggable = false
  })
  edition.addEventListener(
    "toggle",
    event => {
      if (!targetOf(event).matches?.(".note")) return
      place()
      bringEditLinks(targetOf(event)).then(place)
    },
    true,
  )
  addEventListener("keydown", event => {
    if (event.key === "Escape" && isOwnKey(event) && !targetOf(event).closest?.(".cite")) closeNotes()
  })
}
