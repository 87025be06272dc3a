/* Coming to the page, to a place in it that the address names, and to another width. */
import { foldInTurn, markOf, place } from "./margin.js"
import { openAnew, openNotes } from "./notes.js"
import { attempt, edition, nameInAddress, wide } from "./page.js"
import { sheet } from "./sheet.js"
import { isToBeWritten, writeOver } from "./switches.js"

/** @type {string | null | undefined} how far down the page the reader was who comes again, by reloading or back */
let left
const keep = () => attempt(() => sessionStorage.setItem(location.href, String(scrollY)))

const arrive = () => {
  if (left) scrollTo({ top: +left, behavior: "instant" })
  const target = document.getElementById(location.hash.slice(1))
  if (!target || !edition.contains(target)) return
  const isNote = target instanceof HTMLDetailsElement
  const words = (isNote && markOf(target)) || target
  if (!left) words.scrollIntoView({ block: isNote ? "center" : "start", behavior: "instant" })
  const { top } = words.getBoundingClientRect()
  // Who has read on is where they were, and no engine goes where the address led.
  if (left && (top < 0 || top > innerHeight)) nameInAddress(location.href.split("#")[0])
  else if (isNote) openNotes([target], { atOnce: true }) // and then what opens makes room
}

const come = () => {
  // An address that a link brings has no state yet.
  left = attempt(() => location.hash && history.state && sessionStorage.getItem(location.href))
  arrive()
  nameInAddress(location.href)
}

export const startArrival = () => {
  place()
  requestAnimationFrame(foldInTurn)
  come()
  if (isToBeWritten()) writeOver().then(arrive)
  addEventListener("visibilitychange", keep)
  addEventListener("click", keep, true) // perhaps on a link that leads on within the page
  addEventListener("hashchange", come)
  // The browser has scrolled before the notes were placed.
  addEventListener("load", () =>
    setTimeout(() => {
      if (!wide.matches || !sheet.hidden || !document.querySelector(".note:target")) arrive()
      left = ""
      document.fonts?.ready.then(place) // to ask for them lays out the page
    }),
  )
  new ResizeObserver(() => requestAnimationFrame(place)).observe(edition) // placing changes the size
  wide.addEventListener("change", openAnew)
}
