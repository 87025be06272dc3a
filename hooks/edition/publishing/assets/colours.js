/* The choice of colours: a button for each of the site's, of which that of the present ones leads to the next. */
import { all } from "./page.js"

export const startColours = () => {
  const buttons = /** @type {HTMLButtonElement[]} */ (all("[data-colours]"))
  const { mdColorScheme } = document.body.dataset
  if (buttons.every(button => button.hidden))
    // a host lets no script within the page run
    for (const button of buttons) button.hidden = button.dataset.scheme !== mdColorScheme
  for (const [index, button] of buttons.entries())
    button.addEventListener("click", () => {
      const next = buttons[(index + 1) % buttons.length]
      for (const name of ["scheme", "primary", "accent"])
        document.body.setAttribute(`data-md-color-${name}`, next.dataset[name] ?? "")
      button.hidden = true
      next.hidden = false
      next.focus({ preventScroll: true })
      try {
        localStorage.setItem("edition.colours", next.dataset.colours ?? "")
      } catch {
        /* private mode */
      }
    })
}
