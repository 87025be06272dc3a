/* The text of an element as the engine reads it: a port of the room text. Offsets count code points, as the engine's
   do. The shared cases in tests/cases/anchoring hold the two together. */

const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table " +
    "tbody td tfoot th thead tr ul"
  ).split(" "),
)
const SKIPPED = new Set(
  "rt rp script style template noscript iframe object svg math audio video canvas select textarea".split(" "),
)
// White space as the engine's language has it; the browser's \s differs in a few signs.
const SPACES = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
const RUNS = new RegExp(`[${SPACES}]+`, "gu")
const ENDS = new RegExp(`^[${SPACES}]+|[${SPACES}]+$`, "gu")
const PIECES = new RegExp(`[${SPACES}]+|[^${SPACES}]+`, "gu")
const JOINING = "\\u0620-\\u08ff\\u0900-\\u0dff\\u1800-\\u18af\\ufb50-\\ufdff\\ufe70-\\ufefc\\u{1e900}-\\u{1e95f}"
const PICTURES = "\\u2190-\\u2bff\\ufe0f\\u{1f000}-\\u{1faff}"
// What nobody sees: soft hyphens, places for a break, marks of direction, and joiners of letters that do not join.
const UNSEEN = new RegExp(
  "[\\u00ad\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]|" +
    `(?<![${JOINING}])\\u200c|\\u200c(?![${JOINING}])|` +
    `(?<![${JOINING}${PICTURES}])\\u200d(?![${JOINING}${PICTURES}])`,
  "gu",
)

export const IS_SPACE = new RegExp(`^[${SPACES}]`, "u")

/** @param {string} text */
export const trim = text => text.replace(ENDS, "")

/**
 * Text as quotes are compared: NFC, runs of white space as one space, none at the ends.
 * @param {string} text
 */
export const normalise = text => trim(text.normalize("NFC").replace(UNSEEN, "").replace(RUNS, " "))

/**
 * The text cut where composition cannot reach across (Unicode Standard Annex 15, section 9), with offsets.
 * @param {string} text
 */
const clusters = text => {
  /** @type {[cluster: string, at: number][]} */
  const found = []
  let at = 0
  for (const sign of text) {
    const last = found.at(-1)
    const isApart = last && (last[0] + sign).normalize("NFC") === last[0].normalize("NFC") + sign.normalize("NFC")
    if (last && (/\p{M}/u.test(sign) || !isApart)) last[0] += sign
    else found.push([sign, at])
    at += sign.length
  }
  return found
}

/** @typedef {FlatText & {inLeaf: boolean, leaves: number}} SoFar what was read of a text */

/** @type {(read: SoFar, text: string, node: Node, start: number, end: number) => void} */
const add = (read, text, node, start, end) => {
  const { flat, from, inLeaf } = read
  if (!inLeaf && read.leaves++) {
    flat.push(" ")
    from.push(null)
  }
  read.inLeaf = true
  for (const sign of text) {
    flat.push(sign)
    from.push([node, start, end])
  }
}

/** @type {(read: SoFar, node: Node, start: number, end: number) => void} */
const addSpace = (read, node, start, end) => {
  if (read.inLeaf && read.flat.at(-1) !== " ") add(read, " ", node, start, end)
}

/** @param {SoFar} read */
const endLeaf = read => {
  if (read.inLeaf && read.flat.at(-1) === " ") {
    read.flat.pop()
    read.from.pop()
  }
  read.inLeaf = false
}

/** @type {(read: SoFar, node: Text, text: string, start: number) => void} */
const readWord = (read, node, text, start) => {
  if (text.normalize("NFC") === text) {
    let at = start
    for (const sign of text) {
      add(read, sign, node, at, at + sign.length)
      at += sign.length
    }
  } else
    for (const [cluster, at] of clusters(text))
      add(read, cluster.normalize("NFC"), node, start + at, start + at + cluster.length)
}

/** @type {(read: SoFar, node: Text) => void} */
const readData = (read, node) => {
  for (const piece of node.data.matchAll(PIECES)) {
    const [text] = piece
    const start = piece.index
    if (IS_SPACE.test(text)) addSpace(read, node, start, start + text.length)
    else if (text.search(UNSEEN) >= 0) {
      let at = 0
      for (const { index } of [...text.matchAll(UNSEEN), { index: text.length }]) {
        readWord(read, node, text.slice(at, index), start + at)
        at = index + 1
      }
    } else readWord(read, node, text, start)
  }
}

/** @type {(read: SoFar, node: Node) => void} */
const visit = (read, node) => {
  if (node.nodeType === Node.TEXT_NODE) return readData(read, /** @type {Text} */ (node))
  if (node.nodeType !== Node.ELEMENT_NODE) return
  const child = /** @type {Element} */ (node)
  const tag = child.localName
  const isBlock = BLOCKS.has(tag)
  if (isBlock) endLeaf(read)
  if (!SKIPPED.has(tag) && !child.hasAttribute("data-apparatus") && child.getAttribute("class") !== "headerlink") {
    if (tag === "br") addSpace(read, child, 0, 0)
    for (const within of child.childNodes) visit(read, within)
  }
  if (isBlock) endLeaf(read)
}

/** @type {(element: Element) => FlatText} */
export const readText = element => {
  /** @type {SoFar} */
  const read = { flat: [], from: [], inLeaf: false, leaves: 0 }
  for (const node of element.childNodes) visit(read, node)
  endLeaf(read)
  return read
}

/**
 * The range of the text that a DOM range covers: what it holds of `data-apparatus` counts for nothing. Or null.
 * @param {Range} selected
 * @param {FlatText} text
 * @returns {Span | null}
 */
export const rangeOf = (selected, { from }) => {
  /** @param {[Node, number, number] | null} place */
  const isOver = place => {
    if (!place || place[0].nodeType !== Node.TEXT_NODE) return false
    const [node, first, last] = place
    if (selected.comparePoint(node, last) < 0 || selected.comparePoint(node, first) > 0) return false
    const to = Math.min(last, selected.endContainer === node ? selected.endOffset : last)
    return to > Math.max(first, selected.startContainer === node ? selected.startOffset : first)
  }
  const over = from.map(isOver)
  return over.includes(true) ? [over.indexOf(true), over.lastIndexOf(true) + 1] : null
}

/**
 * The DOM range of a range of the text, in which there are words.
 * @param {Span} span
 * @param {FlatText} text
 */
export const domRange = ([start, end], { from }) => {
  const range = document.createRange()
  const places = from.slice(start, end).filter(place => place?.[0].nodeType === Node.TEXT_NODE)
  const [first, last] = /** @type {[Node, number, number][]} */ ([places[0], places.at(-1)])
  range.setStart(first[0], first[1])
  range.setEnd(last[0], last[2])
  return range
}

/** @type {(text: FlatText, range: Span | null) => string} the words that stand there */
export const textAt = (text, range) =>
  range
    ? text.flat
        .slice(...range)
        .join("")
        .trim()
    : ""
