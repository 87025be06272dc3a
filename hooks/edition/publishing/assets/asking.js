/* A word is asked for by a tap, a pointer at rest on it, or an arrow key in its paragraph: then comes what answers. */
import { all, edition, isOwnKey, targetOf, tellLoss } from "./page.js"

const REST = 200 // milliseconds on the text

export const startAsking = () => {
  if (!edition.dataset.words) return
  for (const block of all(".words > :is(p, h1, h2, h3, h4, h5, h6):not(.en)", edition)) block.tabIndex = -1
  let timer = 0
  /**
   * What is asked while the module comes is answered after what brought it.
   * @param {Event} event
   * @param {HTMLElement} leaf
   */
  const bring = (event, leaf) => {
    clearTimeout(timer)
    const { left, top } = leaf.getBoundingClientRect() // before a note opens, and the text moves
    const at = event instanceof MouseEvent ? [event.clientX - left, event.clientY - top] : [0, 0]
    import("./answer.js")
      .then(({ answer }) => answer(event, leaf, at[0], at[1]))
      .catch(() => false)
      .then(isAnswered => {
        if (isAnswered) stop()
        // A link has done its own, and a choice of words asks for nothing.
        else if (event.type !== "pointermove" && !targetOf(event).closest("a") && getSelection()?.isCollapsed)
          tellLoss()
      })
  }
  /** @type {(element: Element | null) => HTMLElement | null | undefined} */
  const leafOf = element => element?.closest?.(".edition .words")
  const asks = {
    /** @param {MouseEvent} event */
    click: event => {
      const leaf = leafOf(targetOf(event))
      if (leaf) bring(event, leaf)
    },
    /** @param {KeyboardEvent} event */
    keydown: event => {
      const leaf = leafOf(document.activeElement)
      if (leaf && /^Arrow(?:Left|Right)$/.test(event.key) && isOwnKey(event)) bring(event, leaf)
    },
    /** @param {PointerEvent} event */
    pointermove: event => {
      clearTimeout(timer)
      const leaf = leafOf(targetOf(event))
      if (event.pointerType === "mouse" && !event.buttons && leaf) timer = setTimeout(() => bring(event, leaf), REST)
    },
  }
  const listeners = /** @type {[string, EventListener][]} */ (Object.entries(asks))
  const stop = () => {
    clearTimeout(timer)
    for (const [type, ask] of listeners) document.removeEventListener(type, ask, true)
  }
  for (const [type, ask] of listeners) document.addEventListener(type, ask, true)
}
