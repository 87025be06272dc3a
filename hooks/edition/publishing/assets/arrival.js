/* Coming to the page, to a place in it that the address names, and to another width. */
import { fold, marksOf, place, wordsOf } from "./margin.js"
import { closeNotes, openNotes } from "./notes.js"
import { all, edition, wide } from "./page.js"
import { sheet } from "./sheet.js"
import { areWordsWritten, writeWords } from "./switches.js"

const LATE = 2000 // milliseconds for which the text waits for what is written over it

const arrive = () => {
  const target = document.getElementById(location.hash.slice(1))
  if (target?.matches(".note")) {
    fold()
    // And then what opens makes room.
    marksOf(target.dataset.note, wordsOf(target))[0]?.scrollIntoView({ block: "center", behavior: "instant" })
    openNotes([target], { atOnce: true })
    // An engine that goes there once more, as WebKit does a while after loading, then comes to the same place.
    target.style.scrollMarginTop = `${target.getBoundingClientRect().top}px`
  } else if (edition.contains(target)) target.scrollIntoView({ behavior: "instant" })
}

const placeAnew = () => {
  closeNotes()
  fold()
  for (const note of all(".note", edition)) {
    note.style.top = ""
    note.style.removeProperty("--lines")
  }
  place()
}

export const startArrival = () => {
  fold()
  const begin = () => {
    place()
    arrive()
  }
  if (areWordsWritten()) {
    // What would move the text comes before it is seen, unless it is late.
    edition.style.visibility = "hidden"
    Promise.race([writeWords(), new Promise(resolve => setTimeout(resolve, LATE))]).then(() => {
      edition.style.visibility = ""
      begin()
    })
  } else begin()
  addEventListener("hashchange", arrive)
  // The browser has scrolled before the notes were placed.
  const isThere = () => wide.matches && sheet.hidden && document.querySelector(".note:target")
  addEventListener("load", () => setTimeout(() => { if (!isThere()) arrive() }))
  new ResizeObserver(() => requestAnimationFrame(place)).observe(edition) // placing changes the size
  document.fonts?.ready.then(place)
  wide.addEventListener("change", placeAnew)
}
