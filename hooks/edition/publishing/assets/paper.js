/* Paper where its stylesheet is not enough. Loaded at the start where that is so. */

// WebKit cuts through a line at the foot of a page where the text is a flex column.
const slices = navigator.vendor.startsWith("Apple")

/** @param {HTMLElement} note */
const numberOf = note => Number(note.style.getPropertyValue("--n"))

/**
 * For as long as the page is printed its notes are open, and those in tables and numbered lists, in WebKit all, stand
 * behind the text, where in other engines `order` sends the rest; then all is as it was, and `place` is called.
 * @param {Element} edition
 * @param {() => void} place
 */
export const prepare = (edition, place) => {
  /** @type {HTMLDetailsElement[]} */
  let closed = []
  /** @type {[Element, HTMLDetailsElement][]} */
  let margins = []
  addEventListener("beforeprint", () => {
    if (margins.length) return // told twice
    const notes = /** @type {HTMLDetailsElement[]} */ ([...edition.querySelectorAll(".margin .note")])
    closed = notes.filter(note => !note.open)
    for (const note of closed) note.open = true
    const moved = slices ? notes : notes.filter(note => note.closest("table, ol"))
    margins = moved.map(note => [/** @type {Element} */ (note.parentElement), note])
    edition.append(...moved.sort((one, other) => numberOf(one) - numberOf(other)))
    edition.classList.toggle("in-blocks", slices)
  })
  addEventListener("afterprint", () => {
    edition.classList.remove("in-blocks")
    for (const [margin, note] of margins) margin.insertBefore(note, margin.querySelector(".rest"))
    for (const note of closed) note.open = false
    margins = closed = []
    place()
  })
}
