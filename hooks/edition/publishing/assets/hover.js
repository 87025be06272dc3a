// @ts-check
/* What is out of sight comes beside the words while the pointer or the focus rests on them. Loaded on first use. */
import { isPinned, notesOf } from "./notes.js"
import { fetched, targetOf, wide } from "./page.js"
import { afterRest, closeSheet, isLatest, present, sheet, waitAnew } from "./sheet.js"
import { isHiddenKind } from "./switches.js"

/** @param {HTMLElement} note */
const isOutOfSight = note => {
  const { top, bottom } = note.getBoundingClientRect()
  return note.hidden || bottom < 60 || top > innerHeight - 20
}

/** @param {HTMLAnchorElement} link */
const partsBehind = async link => {
  const id = link.hash.slice(1) || link.pathname.replace("index.html", "").split("/").filter(Boolean).at(-1)
  const own = document.getElementById(`note-${id}`)
  if (own) return [own]
  const html = await fetched(link.href)
  return html ? (await import("./elsewhere.js")).linked(link, id, html) : []
}

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
    if (!isLatest(asked)) return // what was asked for since then goes before
    if (!parts.length) return closeSheet()
    present(parts, target)
    if (isLink) sheet.firstElementChild?.classList.add("linked")
  })
}

/**
 * Answers the events that brought this module, and all that follow.
 * @param {Event[]} events
 */
export const start = events => {
  addEventListener("pointerover", event => { if (event.pointerType === "mouse") showAtRest(event) })
  // A pointer under way to the notes passes over other words: nothing changes until it rests or turns back.
  addEventListener("pointermove", event => { if (!sheet.hidden && event.movementX > 0) waitAnew() })
  addEventListener("focusin", showAtRest)
  events.forEach(showAtRest)
}
