/* What is out of sight comes beside the words while the pointer or the focus rests on them. */
import { isPinned, notesOf } from "./notes.js"
import { fetched, wide } from "./page.js"
import { afterRest, closeSheet, isLatest, present, sheet, waitAnew } from "./sheet.js"
import { isHiddenKind } from "./switches.js"

const isOutOfSight = note => {
  const { top, bottom } = note.getBoundingClientRect()
  return bottom < 60 || top > innerHeight - 20
}

const partsBehind = async link => {
  const id = link.hash.slice(1) || link.pathname.replace("index.html", "").split("/").filter(Boolean).at(-1)
  const own = document.getElementById(`note-${id}`)
  if (own) return [own]
  const html = await fetched(link.href)
  return html ? (await import("./elsewhere.js")).linked(link, id, html) : []
}

const showAtRest = event => {
  afterRest()
  const over = event.target
  if (!wide.matches || sheet.contains(over) || over.closest?.(".cite")) return
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
    if (isLink) sheet.firstElementChild.classList.add("linked")
  })
}

export const startHover = () => {
  addEventListener("pointerover", event => { if (event.pointerType === "mouse") showAtRest(event) })
  // A pointer under way to the notes passes over other words: nothing changes until it rests or turns back.
  addEventListener("pointermove", event => { if (!sheet.hidden && event.movementX > 0) waitAnew() })
  addEventListener("focusin", showAtRest)
}
