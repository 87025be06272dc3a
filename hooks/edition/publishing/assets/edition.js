/* The reader's comfort: notes level with their words, opened where they are wanted. Without it all is still there. */
import { startArrival } from "./arrival.js"
import { startAsking } from "./asking.js"
import { startHover } from "./hover.js"
import { startKeys } from "./keys.js"
import { startMargin } from "./margin.js"
import { startMarks } from "./marks.js"
import { startNotes } from "./notes.js"
import { all, edition, isForBrowser, isOwnKey, nameInAddress } from "./page.js"
import { startSwitches } from "./switches.js"

// The address and the citation of a paragraph or a note.
const letPlacesBeCited = () => document.addEventListener("click", event => {
  const cited = event.target.closest(".number, [data-cite]")
  if (!cited || isForBrowser(event)) return
  if (cited.hash) event.preventDefault() // to go there would take the focus from the menu
  import("./cite.js").then(({ cite }) => {
    if (cited.hash) nameInAddress(cited.hash)
    cite(cited)
  }, () => { if (cited.hash) location.hash = cited.hash })
})

// The theme's script comes when its search or its choice of colours is reached for.
const letThemeCome = () => {
  // The theme's search listens to keys alone; what is pasted or spoken is looked for, too.
  document.querySelector("[name=query]")?.addEventListener("input", event =>
    event.target.dispatchEvent(new Event("keyup")))
  const later = document.querySelector("script[data-later]")
  const scheme = document.body.dataset.mdColorScheme
  const colours = all("[data-md-component=palette] input").find(input => input.dataset.mdColorScheme === scheme)
  if (colours) colours.nextElementSibling.hidden = false
  const bring = event => {
    const { type, key, target } = event
    if (key && !(["/", "f", "s"].includes(key) && isOwnKey(event))) return
    const isMoved = event.movementX || event.movementY
    if (type === "pointermove" && !(later.isConnected && isMoved)) return // nothing is reached for
    if (key && later.isConnected) event.preventDefault()
    import("./theme.js").then(({ bring }) => bring(later, type, target), () => {})
  }
  if (!later) return
  for (const type of ["pointermove", "pointerdown", "focusin", "click"])
    document.querySelector(".md-header")?.addEventListener(type, bring)
  addEventListener("keydown", bring)
}

// What reads the text aloud comes where the browser has voices at all; some browsers tell late which they have.
const letBeHeard = () => {
  const speech = globalThis.speechSynthesis
  const look = () => {
    if (!speech.getVoices().length) return
    speech.removeEventListener?.("voiceschanged", look)
    import("./voice.js").then(({ startVoice }) => startVoice(), () => {})
  }
  speech?.addEventListener?.("voiceschanged", look)
  if (speech) look()
}

startSwitches()
letPlacesBeCited()
letThemeCome()
if (edition) {
  startMargin()
  startNotes()
  startMarks()
  startHover()
  startKeys()
  letBeHeard()
  startAsking()
  startArrival()
}
