/* A word is asked for by a tap, a pointer at rest on it, or an arrow key in its paragraph: then comes what answers. */
import { all, edition, isOwnKey } from "./page.js"

const REST = 200 // milliseconds on the text

export const startAsking = () => {
  if (!edition.dataset.words) return
  for (const block of all(".words > :is(p, h1, h2, h3, h4, h5, h6):not(.en)", edition)) block.tabIndex = -1
  let timer = 0
  // What is asked while the module comes is answered after what brought it.
  const bring = (event, leaf) => {
    clearTimeout(timer)
    const { left, top } = leaf.getBoundingClientRect() // before a note opens, and the text moves
    import("./answer.js").then(({ answer }) => answer(event, leaf, event.clientX - left, event.clientY - top))
      .then(isAnswered => { if (isAnswered) stop() }, () => {})
  }
  const leafOf = element => element?.closest?.(".edition .words")
  const asks = {
    click: event => { if (leafOf(event.target)) bring(event, leafOf(event.target)) },
    keydown: event => {
      const leaf = leafOf(document.activeElement)
      if (leaf && /^Arrow(?:Left|Right)$/.test(event.key) && isOwnKey(event)) bring(event, leaf)
    },
    pointermove: event => {
      clearTimeout(timer)
      const leaf = leafOf(event.target)
      if (event.pointerType === "mouse" && !event.buttons && leaf) timer = setTimeout(() => bring(event, leaf), REST)
    },
  }
  const stop = () => {
    clearTimeout(timer)
    for (const type in asks) document.removeEventListener(type, asks[type], true)
  }
  for (const type in asks) document.addEventListener(type, asks[type], true)
}
