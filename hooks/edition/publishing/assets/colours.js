/* The choice of colours: a button for each of the site's, of which that of the present ones leads to the next.
   Loaded on first use. */
import { all, attempt, targetOf } from "./page.js"

const buttons = /** @type {HTMLButtonElement[]} */ (all("[data-colours]"))
const { mdColorScheme } = document.body.dataset
if (buttons.every(button => button.hidden))
  // a host lets no script within the page run
  for (const button of buttons) button.hidden = button.dataset.scheme !== mdColorScheme

/** @param {HTMLButtonElement} next of which the colours are to be the page's */
const wear = next => {
  for (const name of ["scheme", "primary", "accent"])
    document.body.setAttribute(`data-md-color-${name}`, next.dataset[name] ?? "")
  for (const button of buttons) button.hidden = button !== next
}

/** @param {string | null} chosen takes on what the reader has chosen in another window */
export const follow = chosen => {
  const next = buttons.find(button => button.dataset.colours === chosen)
  if (next) wear(next)
}

const turn = () => {
  const present = buttons.findIndex(button => !button.hidden)
  const next = buttons[(present + 1) % buttons.length]
  wear(next)
  next.focus({ preventScroll: true })
  attempt(() => localStorage.setItem("edition.colours", next.dataset.colours ?? ""))
}

/**
 * Answers the presses that brought this module, and all that follow.
 * @param {Event[]} events
 */
export const start = events => {
  document.addEventListener("click", event => {
    if (targetOf(event).closest("[data-colours]")) turn()
  })
  events.forEach(turn)
}
