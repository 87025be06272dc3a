/* A small card by a word: how it is read, what it says here, where else it stands. One at a time. */
import { h } from "./element.js"
import { edition } from "./page.js"
import { styled } from "./styled.js"
import { isTold, placesOf, tagsOf } from "./words.js"

const SHOWN = 8 // of the places where a word stands also; the others come when they are asked for
const GAP = 6 // pixels between the word and its card
const HEADER = 60 // pixels at the top of the window that the page's header covers

const style = styled("words.css")

export const card = h("aside", {
  className: "word-card",
  lang: "en",
  "data-apparatus": "",
  "aria-label": "The word",
  tabIndex: -1,
  hidden: true,
})
// What a screen reader says of the word that is come to: the card itself has more, and is gone to.
const said = h("p", { className: "word-said", lang: "en", "data-apparatus": "", role: "status" })
edition.parentElement?.append(card, said)

/**
 * A word's form, reading and gloss, as they stand at the head of its card and of its note.
 * @type {(word: Word) => (Node | string)[]}
 */
export const headOf = word => [
  h("b", { lang: edition.lang, dir: edition.dir }, word.form),
  " ",
  word.reading && h("i", tagsOf(word.reading), word.reading),
  word.reading && " ",
  h("span", { className: "sense" }, word.gloss || "not yet written"),
]

/** @param {{address: string, label: string}} place */
const linkTo = ({ address, label }) => h("a", { href: address }, label)

/** @param {Word} word */
const placesIn = word => {
  const places = placesOf(word)
  if (!places.length) return null
  const list = h(
    "span",
    {},
    places.slice(0, SHOWN).flatMap((place, at) => [at ? " " : "", linkTo(place)]),
  )
  const rest = places.slice(SHOWN)
  /** @type {HTMLElement | false} */
  const more =
    rest.length > 0 &&
    h(
      "button",
      {
        type: "button",
        onclick: () => {
          list.append(...rest.flatMap(place => [" ", linkTo(place)]))
          list.querySelectorAll("a")[SHOWN].focus()
          if (more) more.remove()
        },
      },
      `and ${rest.length} more`,
    )
  return h("p", { className: "places" }, "Also in ¶ ", list, more && " ", more)
}

/** @param {Box} box */
const fits = ({ top, bottom }) => top >= HEADER && bottom <= innerHeight - GAP
/** @type {(card: Box, boxes: Box[]) => boolean} */
const covers = (card, boxes) =>
  boxes.some(box => box.left < card.right && box.right > card.left && box.top < card.bottom && box.bottom > card.top)

// Under its word; over it where there is no room, or where it would lie on what shines.
/** @type {(anchor: Box, lit: Box[]) => void} */
const stand = (anchor, lit) => {
  const { width, height } = card.getBoundingClientRect()
  const left = Math.max(8, Math.min(anchor.left - 10, document.documentElement.clientWidth - width - 8))
  /** @param {number} top */
  const boxAt = top => ({ left, right: left + width, top, bottom: top + height })
  const choices = [boxAt(anchor.bottom + GAP), boxAt(anchor.top - GAP - height)]
  const best = choices.find(box => fits(box) && !covers(box, lit)) || choices.find(fits) || choices[0]
  const base = /** @type {Element} */ (card.offsetParent).getBoundingClientRect()
  card.style.left = `${best.left - base.left}px`
  card.style.top = `${best.top - base.top}px`
}

/**
 * Shows the card of these words by a box of the window, and elements that stand under what it says.
 * @param {Word[]} words
 * @param {Box} anchor
 * @param {Box[]} lit
 * @param {HTMLElement[]} more
 */
export const showCard = (words, anchor, lit, more = []) => {
  card.replaceChildren(
    ...words.filter(isTold).map(word => h("p", { className: "entry" }, headOf(word))),
    ...(words.length === 1 ? [placesIn(words[0])] : []).filter(one => one !== null),
    ...more,
  )
  card.hidden = false
  card.style.left = card.style.top = "0"
  // The first card comes before its stylesheet, without which it has another size, and may be gone before as well.
  style.then(() => card.hidden || stand(anchor, lit))
}

/**
 * Has a screen reader say the words' forms, readings and glosses.
 * @param {Word[]} words
 */
export const sayWords = words => said.replaceChildren(...words.flatMap(word => [...headOf(word), " "]).filter(Boolean))

export const hideCard = () => {
  card.hidden = true
  card.replaceChildren()
}
