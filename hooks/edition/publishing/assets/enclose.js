/* Puts what a range of the text holds into an element, and leaves its marks and links whole. */

/** The article's texts in a range: each node, and where it begins and ends in it.
 * @param {Range} range */
const textsIn = range => {
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT)
  const texts = []
  for (let text = /** @type {Node | null} */ (walker.currentNode); text; text = walker.nextNode()) {
    if (!(text instanceof Text) || !range.intersectsNode(text)) continue
    if (text.parentElement?.closest("[data-apparatus]")) continue // the number that a note has on paper
    const from = text === range.startContainer ? range.startOffset : 0
    const to = text === range.endContainer ? range.endOffset : text.length
    if (to > from) texts.push({ text, from, to })
  }
  return texts
}

/** The pieces of a range of which each can be enclosed: itself, or its texts where a link ends within it.
 * @param {Range} range */
export const piecesOf = range => {
  const texts = textsIn(range)
  const links = new Set(texts.flatMap(({ text }) => text.parentElement?.closest("a") ?? []))
  const isWhole = (/** @type {HTMLAnchorElement} */ link) => {
    const within = texts.filter(({ text }) => link.contains(text))
    const length = within.reduce((sum, { from, to }) => sum + to - from, 0)
    return within.length === texts.length || length === link.textContent?.length
  }
  if ([...links].every(isWhole)) return [range]
  return texts.map(({ text, from, to }) => {
    const piece = document.createRange()
    piece.setStart(text, from)
    piece.setEnd(text, to)
    return piece
  })
}

/** The range from before the elements that it covers whole: taken out of them, it would leave them empty behind.
 * @param {Range} range */
const widen = range => {
  const root = range.commonAncestorContainer
  const isBelow = (/** @type {Node} */ node) => node !== root && node.parentNode !== root
  let { startContainer: first, endContainer: last } = range
  const isAtStart = range.startOffset === 0
  const isAtEnd = range.endOffset === (last instanceof Text ? last.length : last.childNodes.length)
  while (isAtStart && isBelow(first) && !first.previousSibling) first = /** @type {Node} */ (first.parentNode)
  while (isAtEnd && isBelow(last) && !last.nextSibling) last = /** @type {Node} */ (last.parentNode)
  if (isAtStart && first !== root) range.setStartBefore(first)
  if (isAtEnd && last !== root) range.setEndAfter(last)
}

/** @param {Node | null | undefined} piece */
const asMark = piece => (piece instanceof HTMLElement && piece.matches("span.mark") ? piece : null)

/** Puts what the range holds into the element. A mark that it cuts is two marks then, of which one begins the passage
 * and one ends it.
 * @param {Range} range
 * @param {HTMLElement} element */
export const enclose = (range, element) => {
  widen(range)
  const around = [range.startContainer, range.endContainer].map(node =>
    (node instanceof Element ? node : node.parentElement)?.closest("span.mark"),
  )
  const taken = range.extractContents()
  const [before, after] = around.map(asMark)
  const [first, last] = [taken.firstChild, taken.lastChild].map(asMark)
  if (before && first && first.dataset.notes === before.dataset.notes) {
    before.classList.remove("ends")
    first.classList.remove("begins")
  }
  if (after && last && last.dataset.notes === after.dataset.notes) {
    after.classList.remove("begins")
    last.classList.remove("ends")
  }
  element.prepend(taken)
  range.insertNode(element)
  // The empty texts that this leaves would keep the next range from being the whole of its mark.
  for (const beside of [element.previousSibling, element.nextSibling])
    if (beside instanceof Text && !beside.length) beside.remove()
}

/** The outermost node that the node begins, or ends, below its block.
 * @param {Node | undefined} node
 * @param {"previousSibling" | "nextSibling"} side
 * @param {Element} block */
export const outermost = (node, side, block) => {
  let outer = /** @type {Node} */ (node)
  while (!outer[side] && outer.parentNode && outer.parentNode !== block) outer = outer.parentNode
  return outer
}
