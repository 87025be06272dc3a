// @ts-check
/* Where notes stand: level with their words, and each as near to them as the others allow. */
import { all, edition, targetOf, wide } from "./page.js"

const GAP = 7 // pixels between two notes
const ROOM = 64 // pixels that a paragraph gives to taller notes at most
const REACH = 60 // pixels from its words from which on a note says less, so that all come nearer

/**
 * @typedef {HTMLDetailsElement} Note
 * @typedef {{note: Note, wanted: number, height: number, line: number, lines: number, least: number, weight: number,
 *   offset: number, top: number}} Item a note to be placed: where it would stand, and where it comes to stand
 * @typedef {{sum: number, weight: number, items: Item[]}} Pool notes that touch
 */

/**
 * @param {Element} note
 * @returns {HTMLElement} the words in whose margin it stands
 */
export const wordsOf = note => /** @type {any} */ (note.parentElement?.previousElementSibling)
/** @param {ParentNode} [within] */
export const notesIn = (within = edition) => /** @type {Note[]} */ (all(".note", within))
/** @param {string | undefined} id */
export const marksOf = (id, within = edition) => all(`[data-notes~="${id}"]`, within)
/** @param {Note} note */
const isShown = note => note.offsetParent !== null

// Isotonic regression by pooling adjacent violators (Ayer et al. 1955): each note as near to its words as the
// others allow, an open one before all. What would collide moves up and down by equal shares.
/**
 * @param {Item[]} items
 * @param {number} floor
 */
const settle = (items, floor) => {
  /** @type {Pool[]} */
  const pools = []
  let offset = 0
  for (const item of items) {
    item.offset = offset
    offset += item.height + GAP
    let pool = { sum: (item.wanted - item.offset) * item.weight, weight: item.weight, items: [item] }
    for (let above = pools.at(-1); above && above.sum / above.weight >= pool.sum / pool.weight; above = pools.at(-1)) {
      pools.pop()
      pool = {
        sum: above.sum + pool.sum, weight: above.weight + pool.weight, items: above.items.concat(pool.items),
      }
    }
    pools.push(pool)
  }
  for (const pool of pools)
    for (const item of pool.items) item.top = Math.max(floor, pool.sum / pool.weight) + item.offset
  return pools
}

// Where many notes crowd on few words, each shows fewer of its lines at rest: the longest give first, a verdict keeps
// two.
/**
 * @param {Item[]} items
 * @param {number} floor
 */
const crowd = (items, floor) => {
  /** @param {Item} item */
  const isFar = item => Math.abs(item.top - item.wanted) > REACH
  for (;;) {
    const crowded = settle(items, floor).filter(pool => pool.items.some(isFar))
    const most = crowded.map(pool =>
      Math.max(0, ...pool.items.filter(item => item.lines > item.least).map(item => item.lines)))
    if (!most.some(Boolean)) return
    for (const [index, pool] of crowded.entries())
      for (const item of pool.items.filter(({ lines, least }) => lines === most[index] && lines > least)) {
        item.lines -= 1
        item.height -= item.line
        item.note.style.setProperty("--lines", String(item.lines))
      }
  }
}

// Each paragraph grows by what its notes at rest need beyond its own height.
/**
 * @param {Note[]} notes
 * @param {(note: Note) => number} heightOf
 */
const makeRoom = (notes, heightOf) => {
  /** @type {Map<HTMLElement, number>} */
  const needs = new Map()
  for (const note of notes) needs.set(wordsOf(note), (needs.get(wordsOf(note)) || 0) + heightOf(note) + GAP)
  edition.style.overflowAnchor = "none" // or Firefox scrolls along with the rooms that go, and not back with them
  for (const leaf of needs.keys()) leaf.style.paddingBottom = ""
  const rooms = [...needs].map(([leaf, need]) => ({ leaf, room: Math.min(ROOM, need - leaf.offsetHeight) }))
  for (const { leaf, room } of rooms) if (room > 0) leaf.style.paddingBottom = `${room}px`
  if (edition.offsetHeight) edition.style.overflowAnchor = ""
}

/** Puts every note level with its words. */
export const place = () => {
  if (!edition) return
  edition.classList.toggle("placed", !edition.style.visibility)
  if (!wide.matches) {
    edition.style.minHeight = ""
    for (const leaf of all(".words", edition)) leaf.style.paddingBottom = ""
    return
  }
  const base = edition.getBoundingClientRect().top
  const notes = notesIn().filter(isShown)
  const atRest = !notes.some(note => note.open)
  if (atRest) for (const note of notes) note.style.removeProperty("--lines")
  const line = notes.length ? parseFloat(getComputedStyle(notes[0]).lineHeight) : 0
  /** @param {Note} note */
  const leastOf = note => (note.matches(".check:not(.again)") ? 2 : 1)
  if (atRest) makeRoom(notes, note => line * leastOf(note))
  const items = notes.map(note => {
    const mark = marksOf(note.dataset.note, wordsOf(note))[0] || wordsOf(note)
    const height = note.offsetHeight
    return {
      note, wanted: mark.getClientRects()[0].top - base, height,
      line, lines: Math.round(height / line), least: leastOf(note), weight: note.open ? 1e4 : 1, offset: 0, top: 0,
    }
  })
  if (atRest) crowd(items, 0)
  // With one open, those above it may rise beside the section's head.
  const head = document.querySelector(".head")
  settle(items, head && items.some(item => item.note.open) ? head.getBoundingClientRect().top - base : 0)
  for (const { note, top } of items) note.style.top = `${top}px`
  const last = items.at(-1)
  edition.style.minHeight = last ? `${last.top + last.height}px` : ""
}

/** On a narrow screen a paragraph's notes are folded, and the browser's own search still finds their words. */
export const fold = () => {
  for (const note of notesIn().filter(one => one.matches(".margin *")))
    note.hidden = /** @type {any} */ (wide.matches || note.parentElement?.matches(".open") ? false : "until-found")
}

export const startMargin = () => {
  edition.addEventListener("click", event => {
    const chip = targetOf(event).closest(".chip")
    if (!chip?.parentElement) return
    chip.setAttribute("aria-expanded", String(chip.parentElement.classList.toggle("open")))
    fold()
  })
  edition.addEventListener("beforematch", event => {
    if (targetOf(event).id === location.hash.slice(1)) return // it is arrived at, and opens where its words are
    /** @type {HTMLElement | null | undefined} */
    const chip = targetOf(event).closest(".margin")?.querySelector(".chip[aria-expanded=false]")
    chip?.click()
  })
  // Paper is the stylesheet's, but in WebKit, and where nothing styles what a closed note holds.
  if (navigator.vendor.startsWith("Apple") || !CSS.supports("selector(::details-content)"))
    import("./paper.js").then(({ prepare }) => prepare(edition, () => place()), () => {})
}
