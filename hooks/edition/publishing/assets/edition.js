/* The reader's comfort: notes level with their words, opened where they are wanted. Without it all is still there. */
import { startArrival } from "./arrival.js"
import { startAsking } from "./asking.js"
import { startMargin } from "./margin.js"
import { startMarks } from "./marks.js"
import { startNotes } from "./notes.js"
import { all, edition, isForBrowser, isOwnKey, nameInAddress, onFirstUse, targetOf, tellLoss } from "./page.js"
import { startSwitches } from "./switches.js"

// The address and the citation of a paragraph or a note.
const letPlacesBeCited = () =>
  document.addEventListener("click", event => {
    /** @type {HTMLAnchorElement | null} */
    const cited = targetOf(event).closest(".number, [data-cite]")
    if (!cited || isForBrowser(event)) return
    if (cited.hash) {
      event.preventDefault() // to go there would take the focus from the menu
      nameInAddress(cited.hash)
    }
    import("./cite.js").then(({ cite }) => cite(cited), tellLoss)
  })

// What changes the colours comes with the first press, or where none of them has its button yet.
const letColoursChange = () => {
  const colours = () => import("./colours.js")
  const bring = () => colours().then(({ start }) => start)
  onFirstUse(["click"], event => event.target.closest("[data-colours]"), bring)
  const buttons = all("[data-colours]")
  if (buttons.length && buttons.every(button => button.hidden)) bring().catch(() => {})
  addEventListener("storage", event => {
    if (event.key === "edition.colours")
      colours().then(
        ({ follow }) => follow(event.newValue),
        () => {},
      )
  })
}

// The search opens at once, and its script comes with the first use.
const letSearchOpen = () => {
  /** @type {HTMLDialogElement | null} */
  const dialog = document.querySelector("dialog.search")
  /** @type {HTMLInputElement | null | undefined} */
  const field = dialog?.querySelector("[name=query]")
  if (!dialog || !field) return
  const open = () => {
    if (!dialog.open) dialog.showModal()
    field.focus()
    field.select() // at once, or what is typed next would be selected
    import("./search.js").then(
      ({ begin }) => begin(),
      () => {
        dialog.close() // what stands behind it cannot be read
        tellLoss()
      },
    )
  }
  document.querySelector("[data-search]")?.addEventListener("click", open)
  addEventListener("keydown", event => {
    if (!["/", "f", "s"].includes(event.key) || !isOwnKey(event)) return
    event.preventDefault()
    open()
  })
}

// What answers the pointer, the focus and keys comes with the first of them; the composer by words that are chosen, by
// a link or a key.
const letComeOnUse = () => {
  /** @param {PointerEvent} event */
  const isOfMouse = event => event.type === "focusin" || event.pointerType === "mouse"
  onFirstUse(["pointerover", "focusin"], isOfMouse, () => import("./hover.js").then(({ start }) => start))
  /** @param {KeyboardEvent} event */
  const isOfNotes = event => ["[", "]"].includes(event.key) && isOwnKey(event)
  onFirstUse(["keydown"], isOfNotes, () => import("./note-keys.js").then(({ start }) => start))
  /** @param {any} event */
  const isToAdd = event => {
    if (event.type === "click") return event.target.closest("[data-compose]")
    if (event.type === "keydown") return event.key === "a" && isOwnKey(event)
    const selection = getSelection()
    return selection && !selection.isCollapsed && edition.contains(selection.anchorNode)
  }
  if (edition.dataset.section)
    onFirstUse(["selectionchange", "click", "keydown"], isToAdd, () =>
      import("./composer.js").then(
        ({ start }) =>
          ([event]) =>
            start(event),
      ),
    )
}

// What reads the text aloud comes where the browser has voices at all; some browsers tell late which they have.
const letBeHeard = () => {
  const speech = globalThis.speechSynthesis
  const look = () => {
    if (speech.getVoices().length) import("./voice.js").catch(() => {}) // once: then it listens by itself
  }
  speech?.addEventListener?.("voiceschanged", look)
  if (speech) look()
}

startSwitches()
letPlacesBeCited()
letColoursChange()
letSearchOpen()
if (edition) {
  startMargin()
  startNotes()
  startMarks()
  letBeHeard()
  startAsking()
  startArrival()
  letComeOnUse()
}
