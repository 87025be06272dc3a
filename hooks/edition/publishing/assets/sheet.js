/* The sheet: notes that stand elsewhere, and parts of other pages, shown beside the words or, on a narrow screen, from
   below. */
import { all, calm, edition, wide } from "./page.js"

export const sheet = /** @type {HTMLElement} */ (document.querySelector(".sheet")) // beside the text

let timer = 0
/** @type {(() => unknown) | null} */
let delayed = null // what comes when the pointer has rested, until it is done

/**
 * Does something once the pointer has rested, in place of what waited before; answers with a sign of this wait.
 * @param {() => unknown} [what]
 */
export const afterRest = what => {
  clearTimeout(timer)
  delayed = what || null
  timer = what
    ? setTimeout(() => {
        delayed = null
        what()
      }, 250)
    : 0
  return timer
}
/**
 * Whether nothing was asked for since the wait of this sign.
 * @param {number} sign
 */
export const isLatest = sign => sign === timer
/** The pointer moves on: what waits, waits anew. */
export const waitAnew = () => {
  if (delayed) afterRest(delayed)
}

export const closeSheet = () => {
  sheet.hidden = true
  document.body.style.paddingBottom = ""
  sheet.replaceChildren()
}

/**
 * Where a note's file is mended; each note's own page has the same without script.
 * @param {HTMLElement} note
 */
export const bringEditLinks = async note => {
  if (edition.dataset.edit)
    await import("./elsewhere.js").then(
      ({ addEditLinks }) => addEditLinks(note, edition.dataset),
      () => {},
    )
}

// How far down the window the header reaches, with its tabs where it has some, and a line's room.
const headroom = () => all(".md-header").reduce((room, header) => room + header.offsetHeight, 31)

/**
 * Scrolls as little as brings the elements between the header and the line `floor`: their beginning, where there is
 * no room for all. Answers with how far.
 * @param {Element[]} elements
 */
export const reveal = (elements, { floor = innerHeight - 20, atOnce = false } = {}) => {
  const boxes = elements.map(element => element.getBoundingClientRect())
  const top = Math.min(...boxes.map(box => box.top)) - headroom()
  const by = top < 0 ? top : Math.min(top, Math.max(0, Math.max(...boxes.map(box => box.bottom)) - floor))
  if (by) scrollBy({ top: by, behavior: calm.matches || atOnce ? "instant" : "smooth" })
  return by
}

/**
 * @param {Element} part
 * @param {number} index
 */
const copyOf = (part, index) => {
  const copy = /** @type {HTMLDetailsElement} */ (part.cloneNode(true))
  copy.removeAttribute("id")
  copy.removeAttribute("style")
  copy.hidden = false
  copy.open = index === 0
  return copy
}

/**
 * Puts the sheet so far down the window.
 * @param {number} top
 */
export const standAt = top => {
  const around = /** @type {Element} */ (sheet.offsetParent)
  sheet.style.top = `${top - around.getBoundingClientRect().top}px`
}

// Where the words will stand counts, and not where a smooth scroll has come.
/**
 * @param {Element} mark
 * @param {number} by how far the page is being scrolled
 */
const standBeside = (mark, by) => {
  const top = mark.getClientRects()[0].top - by
  const isAsWanted = top < 0 || top > innerHeight
  standAt(by + (isAsWanted ? top : Math.max(headroom(), Math.min(top, innerHeight - sheet.offsetHeight - 8))))
}

/**
 * Shows copies of notes, or parts of other pages, for a mark.
 * @param {Element[]} parts
 * @param {Element} mark
 */
export const present = (parts, mark, { focus = false, atOnce = false, stand = standBeside } = {}) => {
  const button = document.createElement("button")
  button.className = "close"
  button.textContent = "Close"
  const copies = parts.map(copyOf)
  const withLinks = Promise.all(copies.map(bringEditLinks))
  sheet.replaceChildren(...copies, button)
  sheet.hidden = false
  sheet.scrollTop = 0
  sheet.removeAttribute("style") // where it stood last, perhaps in a wider window
  if (wide.matches) {
    stand(mark, focus ? reveal([mark], { atOnce }) : 0)
    if (focus) sheet.focus({ preventScroll: true })
    return
  }
  if (focus) sheet.focus()
  const clear = () => {
    document.body.style.paddingBottom = `${sheet.offsetHeight}px` // so that the last words can rise above it
    if (mark) reveal([mark], { floor: sheet.getBoundingClientRect().top - 12, atOnce })
  }
  clear()
  if (edition.dataset.edit)
    withLinks.then(() => {
      if (!sheet.hidden) clear()
    })
}
