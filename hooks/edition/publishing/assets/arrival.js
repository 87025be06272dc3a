// @ts-check
/* Coming to the page, to a place in it that the address names, and to another width. */
import { fold, marksOf, notesIn, place, wordsOf } from "./margin.js"
import { closeNotes, openNotes } from "./notes.js"
import { edition, wide } from "./page.js"
import { sheet } from "./sheet.js"
import { hidden, writePinyin } from "./switches.js"

const LATE = 2000 // milliseconds for which the text waits for its pinyin

const arrive = () => {
  const target = document.getElementById(location.hash.slice(1))
  if (target?.matches(".note")) {
    fold()
    // And then what opens makes room.
    marksOf(target.dataset.note, wordsOf(target))[0]?.scrollIntoView({ block: "center", behavior: "instant" })
    openNotes([/** @type {import("./margin.js").Note} */ (target)], { atOnce: true })
    // An engine that goes there once more, as WebKit does a while after loading, then comes to the same place.
    target.style.scrollMarginTop = `${target.getBoundingClientRect().top}px`
  } else if (edition.contains(target)) target?.scrollIntoView({ behavior: "instant" })
}

const placeAnew = () => {
  closeNotes()
  fold()
  for (const note of notesIn()) {
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
  if (edition.dataset.pinyin && !hidden().has("pinyin")) {
    // What would move the text comes before it is seen, unless it is late.
    edition.style.visibility = "hidden"
    Promise.race([writePinyin(), new Promise(resolve => setTimeout(resolve, LATE))]).then(() => {
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
