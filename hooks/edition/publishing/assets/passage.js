/* The article's words in the composer: where those of the field stand, and terms in the article's own form. */
import { excerpt, match } from "./anchoring.js"
import { h } from "./element.js"
import { articleForms, difference } from "./own-forms.js"

/**
 * The places of the words, of which one is chosen where there are several.
 * @param {Composition} composition
 * @param {(range: Span | null) => void} rangeChanged
 * @param {() => void} changed
 */
export const placesOf = (composition, rangeChanged, changed) => {
  const { text, values } = composition
  const places = h("select", { id: "compose-place", "aria-label": "Which of the places" })
  /** @param {Span | null} range */
  const choose = range => {
    composition.range = range
    rangeChanged(range)
  }
  const find = () => {
    const exact = values.exact ?? ""
    const same = match({ exact }, text)
    const found = same.length ? same : articleForms(exact, text)
    const { range } = composition
    const isThere = found.some(([start, end]) => start === range?.[0] && end === range?.[1])
    choose(isThere ? range : (found[0] ?? null))
    places.hidden = found.length < 2
    const options = found.map((place, index) => {
      const selected = place[0] === composition.range?.[0]
      return h("option", { value: index, selected }, excerpt(text.flat, place))
    })
    places.replaceChildren(...options)
    places.onchange = () => {
      choose(found[Number(places.value)])
      changed()
    }
  }
  return { places, find }
}

/**
 * Terms that are the article's but for the form of a sign are written in its own when the field is left.
 * @param {Composition} composition
 * @param {HTMLTextAreaElement} control
 * @param {TextField} name
 * @param {() => void} changed
 */
export const keepOwnForms = (composition, control, name, changed) => {
  const { text, values, rewritten } = composition
  /** @param {string} words */
  const own = words => {
    const [range] = match({ exact: words }, text).length ? [] : articleForms(words, text)
    return range ? text.flat.slice(...range).join("") : words
  }
  control.addEventListener("input", () => {
    rewritten[name] = ""
  })
  control.addEventListener("change", () => {
    const lines = control.value.split("\n")
    const taken = lines.map(own)
    if (String(lines) === String(taken)) return
    rewritten[name] = lines.map((line, index) => difference(line, taken[index])).find(Boolean) ?? ""
    control.value = values[name] = taken.join("\n")
    changed()
  })
}
