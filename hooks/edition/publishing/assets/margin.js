/* Where notes stand once one is open: near their words at rest, as the stylesheet puts them, and out of its way. */
import { all, edition, root, targetOf, wide } from "./page.js"

const GAP = 7 // pixels between two notes

/**
 * The words beside whose margin a note stands.
 * @param {HTMLElement} note
 */
export const wordsOf = note => /** @type {HTMLElement} */ (note.parentElement?.previousElementSibling)
/**
 * @param {ParentNode} [within]
 * @returns {Note[]}
 */
export const notesIn = (within = edition) => /** @type {Note[]} */ (all(".note", within))
/** @type {(id: string | undefined, within?: ParentNode) => HTMLElement[]} */
export const marksOf = (id, within = edition) => all(`[data-notes~="${id}"]`, within)
/** @type {(note: HTMLElement) => HTMLElement | undefined} */
export const markOf = note => marksOf(note.dataset.note, wordsOf(note))[0]

/**
 * Whether a note has a margin to stand in: on a wide screen, and beside no cell of a table.
 * @type {(note: Element) => boolean}
 */
export const isBeside = note => wide.matches && !note.closest("table")

let heldAt = "" // the width of the text, and what was hidden, when rows were held

const margins = () => all(".margin", edition).filter(isBeside)
/** @param {HTMLElement} note */
const rowOf = note => note.style.getPropertyValue("--row")
/** @param {Element} note where words are not explained, there is room for all else */
const isSpare = note =>
  note.matches(".spare, [data-hide~=english] .spare-alone") && !note.matches("[data-hide~=words] .note:not(.gloss)")

// Isotonic regression by pooling adjacent violators (Ayer et al. 1955): each item as near to where it wants to be as
// the others allow, the heaviest before all. What would collide moves up and down by equal shares.
/**
 * @typedef {{wanted: number, height: number, weight: number, offset: number, top: number}} Item
 * @type {(items: Item[], floor: number) => void}
 */
const settle = (items, floor) => {
  /** @type {{sum: number, weight: number, items: Item[]}[]} */
  const pools = []
  let offset = 0
  for (const item of items) {
    item.offset = offset
    offset += item.height + GAP
    let pool = { sum: (item.wanted - item.offset) * item.weight, weight: item.weight, items: [item] }
    for (let above = pools.at(-1); above && above.sum / above.weight >= pool.sum / pool.weight; above = pools.at(-1)) {
      pools.pop()
      pool = {
        sum: above.sum + pool.sum,
        weight: above.weight + pool.weight,
        items: above.items.concat(pool.items),
      }
    }
    pools.push(pool)
  }
  for (const pool of pools)
    for (const item of pool.items) item.top = Math.max(floor, pool.sum / pool.weight) + item.offset
}

const letRowsGo = () => {
  for (const margin of all(".margin", edition)) margin.style.gridTemplateRows = ""
  edition.style.minHeight = ""
}

/** Holds the rows of every margin as they are at rest, so that what opens in one moves no text. */
export const holdRows = () => {
  const state = `${edition.offsetWidth} ${root.dataset.hide}`
  if (state !== heldAt) letRowsGo()
  heldAt = state
  const free = margins().filter(margin => !margin.style.gridTemplateRows)
  if (!free.length) return
  const opened = all(":is(.note[open], .margin.open)", edition)
  /** @param {boolean} on */
  const turn = on => {
    for (const one of opened)
      if (one instanceof HTMLDetailsElement) one.open = on
      else one.classList.toggle("open", on)
  }
  turn(false)
  const rows = free.map(margin => getComputedStyle(margin).gridTemplateRows)
  turn(true)
  for (const [index, margin] of free.entries()) margin.style.gridTemplateRows = rows[index]
}

// What moves as one: a note, two that share a line, or the count of those that are spared.
/** @param {Note[]} shown */
const stacked = shown => {
  /** @type {Note[][]} */
  const stacks = []
  for (const one of shown) {
    const last = stacks.at(-1)?.[0]
    const shares = last && rowOf(one) && rowOf(last) === rowOf(one) && last.parentElement === one.parentElement
    if (shares && !last.open && !one.open) stacks.at(-1)?.push(one)
    else stacks.push([one])
  }
  return stacks
}

/** Lets the notes make way for those that are open; at rest all stand where the stylesheet puts them. */
export const place = () => {
  if (!edition) return
  edition.dataset.placed = "" // no class: by those the theme styles what follows, all of it
  fold()
  const notes = /** @type {Note[]} */ (all(".margin > :is(.note, .rest)", edition)) // those that are spared never open
  const isOpen = notes.some(note => isBeside(note) && (note.open || note.parentElement?.matches(".open")))
  if (isOpen) holdRows()
  else letRowsGo()
  const shown = notes.filter(note => isOpen && isBeside(note) && !note.hidden && note.getClientRects().length)
  for (const note of notes) if (!shown.includes(note)) note.style.top = ""
  if (!isOpen) return
  const base = edition.getBoundingClientRect().top
  const items = stacked(shown).map(elements => {
    const [note] = elements
    // Where it would stand by itself: to put all back before each look costs a style of each of them.
    const top = note.getBoundingClientRect().top - base - (parseFloat(note.style.top) || 0)
    const mark = note.open && markOf(note)
    return {
      elements,
      offset: 0,
      top,
      rest: top,
      wanted: mark ? mark.getClientRects()[0].top - base : top,
      height: Math.max(...elements.map(element => element.offsetHeight)),
      weight: note.open ? 1e4 : 1,
    }
  })
  // Those above an open one may rise beside the section's head.
  const head = document.querySelector(".head")
  settle(items, head ? head.getBoundingClientRect().top - base : 0)
  for (const { elements, top, rest } of items)
    for (const element of elements) element.style.top = `${Math.round(top - rest)}px`
  const last = items.at(-1)
  if (last) edition.style.minHeight = `${last.top + last.height}px`
}

let folded = 0 // how many notes were looked at, in their order

/** What is not shown until it is asked for: the browser's own search still finds its words. */
const fold = () => {
  for (const note of notesIn().slice(0, folded)) {
    const isShown = note.parentElement?.matches(".open") || (isBeside(note) && (note.open || !isSpare(note)))
    const hidden = isShown ? null : "until-found"
    if (note.getAttribute("hidden") !== hidden) Object.assign(note, { hidden: hidden ?? false })
  }
}

/**
 * Folds all, some at each frame: together they would hold up whoever touches the page, and the stylesheet hides them
 * until then as well.
 */
export const foldInTurn = () => {
  folded += 16
  fold()
  if (folded < notesIn().length) requestAnimationFrame(foldInTurn)
  else folded = Infinity
}

/** @param {Element} margin */
const unfold = margin => {
  holdRows()
  const isOpen = margin.classList.toggle("open")
  for (const one of all(".chip, .rest", margin)) one.setAttribute("aria-expanded", String(isOpen))
  place()
}

export const startMargin = () => {
  edition.addEventListener("click", event => {
    const margin = targetOf(event).closest(".chip, .rest")?.parentElement
    if (!margin) return
    event.preventDefault()
    unfold(margin)
  })
  // Before the browser opens a note itself.
  edition.addEventListener(
    "click",
    event => {
      if (targetOf(event).closest(".margin summary")) holdRows()
    },
    true,
  )
  edition.addEventListener("beforematch", event => {
    const target = targetOf(event)
    if (target.id === location.hash.slice(1)) return // it is arrived at, and opens where its words are
    const margin = target.closest(".margin:not(.open)")
    if (margin) unfold(margin)
  })
  // Paper is the stylesheet's, but in WebKit, for tables and numbers, and where nothing styles what closed notes hold.
  const isOfSheet = CSS.supports("selector(::details-content)") && !edition.querySelector(":is(table, ol) .note")
  if (navigator.vendor.startsWith("Apple") || !isOfSheet)
    import("./paper.js").then(
      ({ prepare }) => prepare(edition, place),
      () => {},
    )
}
