/* The words that a reader chose, as the composer takes them. */
import { edition } from "./page.js"
import { rangeOf, readText } from "./text.js"

/** @param {Node} node */
const elementAt = node => (node instanceof Element ? node : node.parentElement)

/**
 * What was chosen in the English stands for the sentences, or the paragraph, that it renders.
 * @param {Range} chosen
 */
const originalOf = chosen => {
  const ends = [chosen.startContainer, chosen.endContainer].map(elementAt)
  const [first, last] = ends.map(end => end?.closest(".en"))
  const block = first?.closest(".words")
  if (!first || !block || (last && last !== first)) return null
  const sentences = ends.map(end => end?.closest(".en .s")?.getAttribute("style"))
  const parts = [...block.querySelectorAll(".s")].filter(part => !part.closest(".en"))
  const rendered = parts.filter(part => sentences.includes(part.getAttribute("style")))
  const range = document.createRange()
  range.selectNodeContents(block)
  range.setEndBefore(first)
  if (rendered.length && sentences.every(Boolean)) {
    range.setStartBefore(rendered[0])
    range.setEndAfter(rendered[rendered.length - 1])
  }
  return range
}

/** @returns {Chosen | null} */
export const chosen = () => {
  const selection = getSelection()
  if (!selection?.rangeCount || selection.isCollapsed) return null
  const own = selection.getRangeAt(0)
  if (!own.intersectsNode(edition)) return null
  const text = readText(edition)
  const range = rangeOf(originalOf(own) || own, text)
  return range && { text, range }
}
