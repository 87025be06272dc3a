/* English that waits until its sentence is asked for: by a press on the sentence, or on what stands for its English, or
   by the key E. Loaded on first use. */
import { all, edition, endsChoice, hidden, isForBrowser, isOwnKey, targetOf } from "./page.js"
import { reveal } from "./sheet.js"
import { styled } from "./styled.js"

const style = styled("english.css")

const isOn = () => !hidden().has("asked")
/** @param {HTMLElement} part */
const numberOf = part => part.style.getPropertyValue("--s").trim()
const waiting = () => all(".en:is(.heading), .en .s", edition)

/**
 * The English of a sentence of the text, or of a heading.
 * @param {HTMLElement} sentence
 */
const englishOf = sentence => {
  /** @type {HTMLElement | null | undefined} */
  const english = sentence.closest(".words")?.querySelector(":scope > .en, :scope > * > .en")
  if (!sentence.matches(".s")) return english
  return all(".s", english ?? undefined).find(part => numberOf(part) === numberOf(sentence)) ?? english
}

/** @type {(english: HTMLElement, isShown: boolean) => void} */
const show = (english, isShown) => {
  english.classList.toggle("asked", isShown)
  english.previousElementSibling?.toggleAttribute("hidden", isShown)
}

/** @param {HTMLElement} english */
const letBeAskedFor = english => {
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "ask",
    lang: "en",
    ariaLabel: "Show the English of this sentence",
    ariaKeyShortcuts: "E",
  })
  button.dataset.apparatus = ""
  button.style.setProperty("--s", numberOf(english))
  english.before(button)
}

/**
 * The sentence of the text, or the heading, at which a reader is: under the pointer, or where the focus is.
 * @returns {HTMLElement | null | undefined}
 */
const atHand = () => {
  /** @type {HTMLElement | null} */
  const over = edition.querySelector(".words :is(.s:not(.en .s), h1, h2, h3):hover")
  return over ?? document.activeElement?.closest(".words :is(.s, h1, h2, h3)")
}

/** The next English that still waits: from the sentence at hand on, or from the first paragraph in sight. */
const next = () => {
  const all = waiting()
  const here = atHand()
  const focused = document.activeElement?.closest(".edition .words")
  const english = here && englishOf(here)
  /** @param {HTMLElement} one */
  const isNext = one => {
    const words = one.closest(".words")
    return focused ? focused === words : words && words.getBoundingClientRect().bottom > 80
  }
  const from = all.findIndex(here ? one => one === english : isNext)
  return all.slice(Math.max(from, 0)).find(one => !one.classList.contains("asked"))
}

/** @param {MouseEvent} event */
const press = event => {
  if (!isOn() || isForBrowser(event)) return
  const button = targetOf(event).closest(".ask")
  if (button) {
    const english = /** @type {HTMLElement} */ (button.nextElementSibling)
    show(english, true)
    english.tabIndex = -1
    if (!event.detail) english.focus({ preventScroll: true }) // the button is gone
    return
  }
  /** @type {HTMLElement | null} */
  const sentence = targetOf(event).closest(".words :is(.s:not(.en .s), h1, h2, h3)")
  if (!sentence || targetOf(event).closest("a, button, .mark") || endsChoice()) return
  const english = englishOf(sentence)
  if (english) show(english, !english.classList.contains("asked"))
}

let isStarted = false

/** Puts something to press in the place of each sentence's English. */
export const write = async () => {
  if (isStarted) return
  isStarted = true
  await style
  for (const english of waiting()) letBeAskedFor(english)
  edition.addEventListener("click", press)
  addEventListener("keydown", event => {
    if (event.key.toLowerCase() !== "e" || !isOwnKey(event) || !isOn()) return
    const english = next()
    if (!english) return
    show(english, true)
    reveal([english])
  })
}
