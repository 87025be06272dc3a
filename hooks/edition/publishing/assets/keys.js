/* The keys of the text: [ and ] walk through the notes, Escape closes, A adds one. */
import { wordsOf } from "./margin.js"
import { closeNotes, openNotes } from "./notes.js"
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

// The composer comes when it is first asked for: by words that are chosen, a link or a key.
const letNotesBeAdded = () => {
  const types = ["selectionchange", "click", "keydown"]
  const isAskedFor = event => {
    if (event.type === "click") return event.target.closest("[data-compose]")
    if (event.type === "keydown") return event.key === "a" && isOwnKey(event)
    const selection = getSelection()
    return !selection.isCollapsed && edition.contains(selection.anchorNode)
  }
  const compose = event => {
    if (!isAskedFor(event)) return
    for (const type of types) document.removeEventListener(type, compose)
    import("./composer.js").then(composer => composer.start(event), listen)
  }
  const listen = () => { for (const type of types) document.addEventListener(type, compose) }
  listen()
}

export const startKeys = () => {
  addEventListener("keydown", event => {
    if (!isOwnKey(event) || event.target.closest?.(".cite")) return
    if (event.key === "Escape") closeNotes()
    else if (event.key === "[") walk(-1)
    else if (event.key === "]") walk(1)
  })
  if (edition.dataset.section) letNotesBeAdded()
}
