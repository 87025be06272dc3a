/* Glosses over the words from a level on, which the reader chooses once. Loaded on first use, behind interlinear.js. */
import { all, edition } from "./page.js"

/** Lets the words from the chosen level on have their glosses over them. */
export const write = () => {
  /** @type {HTMLSelectElement | null} */
  const level = document.querySelector("select[data-level]")
  const from = Number(level?.value)
  for (const word of all("ruby.word", edition)) word.classList.toggle("glossed", Number(word.dataset.level) >= from)
}
