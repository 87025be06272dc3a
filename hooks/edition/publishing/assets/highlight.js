/* Words that shine, here and in the English: painted by the browser's highlights, or by boxes where it has none. */
import { edition } from "./page.js"

const NAME = "word"
/** @type {HTMLElement | null} */
let boxes = null

/** @param {Range[]} ranges */
const boxesOver = ranges => {
  const layer = document.createElement("div")
  layer.className = "shine"
  layer.setAttribute("data-apparatus", "")
  layer.ariaHidden = "true"
  edition.append(layer)
  const base = layer.getBoundingClientRect()
  for (const { left, top, width, height } of ranges.flatMap(range => [...range.getClientRects()])) {
    const box = document.createElement("span")
    box.style.cssText = `left:${left - base.left}px;top:${top - base.top}px;width:${width}px;height:${height}px`
    layer.append(box)
  }
  return layer
}

/** @param {Range[]} ranges what shines from now on; nothing where there are none */
export const shine = ranges => {
  boxes?.remove()
  boxes = null
  if (window.CSS?.highlights && window.Highlight) {
    if (ranges.length) CSS.highlights.set(NAME, new Highlight(...ranges))
    else CSS.highlights.delete(NAME)
  } else if (ranges.length) boxes = boxesOver(ranges)
}
