/* Words and notes light up together under the pointer and the focus, and while these rest on words, what is out of
   sight comes beside them. Loaded on first use. */
import { fetched } from "./fetched.js"
import { isPinned, leadsTo, light, notesOf } from "./notes.js"
import { edition, targetOf, wide } from "./page.js"
import { afterRest, closeSheet, isLatest, present, sheet, standAt, waitAnew } from "./sheet.js"
import { isHiddenKind } from "./switches.js"

/** @param {HTMLElement} note */
const isOutOfSight = note => {
  const { top, bottom } = note.getBoundingClientRect()
  return note.hidden || bottom < 60 || top > innerHeight - 20
}

/** @param {HTMLAnchorElement} link */
const partsBehind = async link => {
  const id = link.hash.slice(1) || link.pathname.replace("index.html", "").split("/").filter(Boolean).at(-1) || ""
  const own = document.getElementById(`note-${id}`)
  if (own) return [own]
  const html = await fetched(link.href)
  return html ? (await import("./elsewhere.js")).linked(link, id, html) : []
}

// A link within a note is in the same column: what it leads to stands under it, or over it, and leaves it in reach.
/** @param {Element} link */
const standByLink = link => {
  const { top, bottom } = link.getBoundingClientRect()
  const below = innerHeight - bottom - 12
  const over = top - 64
  const isUnder = sheet.offsetHeight <= below || below >= over
  sheet.style.maxHeight = `${isUnder ? below : over}px`
  standAt(isUnder ? bottom + 4 : top - sheet.offsetHeight - 4)
}

/** @param {Event} event */
const isChoosing = event =>
  (event instanceof MouseEvent && event.buttons > 0) || document.querySelector(".composer-menu:not([hidden])")

/** @param {Event} event */
const showAtRest = event => {
  afterRest()
  const over = targetOf(event)
  if (!wide.matches || sheet.contains(over) || over.closest?.(".cite")) return
  /** @type {any} */
  const target = over.closest?.(".words :is(.mark, a.sign), .note .note-link")
  const isLink = target?.matches(".note-link")
  if (isPinned() && !isLink && !sheet.querySelector(".linked")) return
  const asked = afterRest(async () => {
    if (!target) return closeSheet()
    const unseen = () => notesOf(target).filter(note => !isHiddenKind(note) && isOutOfSight(note))
    const parts = isLink ? await partsBehind(target).catch(() => []) : unseen()
    if (!isLatest(asked) || isChoosing(event)) return // what was asked for since then goes before
    if (!parts.length) return closeSheet()
    present(parts, target, isLink ? { stand: standByLink } : {})
    if (isLink) sheet.firstElementChild?.classList.add("linked")
  })
}

/** @param {HTMLElement} target */
const idsAt = target => {
  /** @type {any} */
  const found = target.closest?.("[data-notes], .note, a.sign")
  const element = found?.matches(".sign") ? leadsTo(found) : found
  const { notes, note } = element?.dataset ?? {}
  return /** @type {string} */ (notes || note || "").split(" ").filter(Boolean)
}

/** @type {string[]} */
let lit = []
/** @param {Event} event */
const lightUp = event => {
  if (!edition.contains(targetOf(event))) return
  light(lit, false)
  lit = idsAt(targetOf(event))
  light(lit, true)
}

let [x, y] = [-9, -9] // where the pointer was last
/** @param {MouseEvent} event */
const hasMoved = ({ clientX, clientY }) => {
  if (Math.hypot(clientX - x, clientY - y) <= 1) return false // an engine tells fractions of one place
  x = clientX
  y = clientY
  return true
}

/** @type {Event | null} */
let met = null // what came under the pointer as the page was scrolled: nobody asks for it until the pointer moves
/** @param {PointerEvent} event */
const meet = event => {
  if (event.pointerType !== "mouse") return
  lightUp(event)
  met = hasMoved(event) ? null : event
  if (!met) showAtRest(event)
}
/** @param {PointerEvent} event */
const move = event => {
  if (!sheet.hidden && event.movementX > 0) waitAnew()
  if (!hasMoved(event) || !met) return
  showAtRest(met)
  met = null
}

/** @param {FocusEvent} event */
const enter = event => {
  lightUp(event)
  showAtRest(event)
}

/** @param {any} event */
const answer = event => (event.type === "focusin" ? enter(event) : meet(event))

/**
 * Answers the events that brought this module, and all that follow.
 * @param {Event[]} events
 */
export const start = events => {
  addEventListener("pointerover", meet)
  // A pointer under way to the notes passes over other words: nothing changes until it rests or turns back.
  addEventListener("pointermove", move)
  addEventListener("focusin", enter)
  events.forEach(answer)
}
