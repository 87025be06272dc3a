/* The keys [ and ] walk through the notes. Loaded on first use. */
import { wordsOf } from "./margin.js"
import { openNotes } from "./notes.js"
import { all, edition, isOwnKey } from "./page.js"
import { isHiddenKind } from "./switches.js"

let current = -1

const walk = step => {
  const notes = all(".note", edition).filter(note => !isHiddenKind(note))
  if (!notes.length) return
  const now = notes.findIndex(note => note.open || note.contains(document.activeElement))
  current = ((now >= 0 ? now : current) + step + notes.length) % notes.length
  // Escape then leads to the words of the note to which the walk has come.
  const note = notes[current]
  const origin = wordsOf(note).querySelector(`a[href="#${note.id}"]`) || document.activeElement
  openNotes([note], { focus: true, origin })
}

const answer = event => {
  if (!isOwnKey(event) || event.target.closest?.(".cite")) return
  if (event.key === "[") walk(-1)
  else if (event.key === "]") walk(1)
}

/** Answers the keys that brought this module, and all that follow. */
export const start = events => {
  addEventListener("keydown", answer)
  events.forEach(answer)
}
