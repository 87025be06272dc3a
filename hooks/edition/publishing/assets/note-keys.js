/* The keys [ and ] walk through the notes. Loaded on first use. */
import { notesIn, wordsOf } from "./margin.js"
import { openNotes } from "./notes.js"
import { isOwnKey, targetOf } from "./page.js"
import { isHiddenKind } from "./switches.js"

let current = -1

/** @param {number} step */
const walk = step => {
  const notes = notesIn().filter(note => !isHiddenKind(note))
  if (!notes.length) return
  const now = notes.findIndex(note => note.open || note.contains(document.activeElement))
  current = ((now >= 0 ? now : current) + step + notes.length) % notes.length
  // Escape then leads to the words of the note to which the walk has come.
  const note = notes[current]
  const origin = wordsOf(note).querySelector(`a[href="#${note.id}"]`) || document.activeElement
  openNotes([note], { focus: true, origin })
}

/** @param {KeyboardEvent} event */
const answer = event => {
  if (!isOwnKey(event) || targetOf(event).closest?.(".cite")) return
  if (event.key === "[") walk(-1)
  else if (event.key === "]") walk(1)
}

/**
 * Answers the keys that brought this module, and all that follow.
 * @param {KeyboardEvent[]} events
 */
export const start = events => {
  addEventListener("keydown", answer)
  events.forEach(answer)
}
