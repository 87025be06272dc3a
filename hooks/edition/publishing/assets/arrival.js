/* Coming to the page, to a place in it that the address names, and to another width. */
import { foldInTurn, marksOf, place, wordsOf } from "./margin.js"
import { openAnew, openNotes } from "./notes.js"
import { edition, wide } from "./page.js"
import { sheet } from "./sheet.js"
import { isToBeWritten, writeOver } from "./switches.js"

const arrive = () => {
  const target = document.getElementById(location.hash.slice(1))
  if (target instanceof HTMLDetailsElement && target.matches(".note")) {
    // And then what opens makes room.
    marksOf(target.dataset.note, wordsOf(target))[0]?.scrollIntoView({ block: "center", behavior: "instant" })
    openNotes([target], { atOnce: true })
    // An engine that goes there once more, as WebKit does a while after loading, then comes to the same place.
    target.style.scrollMarginTop = `${target.getBoundingClientRect().top}px`
  } else if (target && edition.contains(target)) target.scrollIntoView({ behavior: "instant" })
}

export const startArrival = () => {
  place()
  requestAnimationFrame(foldInTurn)
  arrive()
  if (isToBeWritten()) writeOver().then(arrive)
  addEventListener("hashchange", arrive)
  // The browser has scrolled before the notes were placed.
  const isThere = () => wide.matches && sheet.hidden && document.querySelector(".note:target")
  addEventListener("load", () =>
    setTimeout(() => {
      if (!isThere()) arrive()
      document.fonts?.ready.then(place) // to ask for them lays out the page
    }),
  )
  new ResizeObserver(() => requestAnimationFrame(place)).observe(edition) // placing changes the size
  wide.addEventListener("change", openAnew)
}
