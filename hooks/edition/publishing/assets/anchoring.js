/* The engine's rules of anchoring, for the composer: a port of the rooms anchoring/text, quotes and anchor.
   Offsets count code points, as the engine's do. The shared cases in tests/cases/anchoring hold the two together. */

const BLOCKS = new Set(("address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure " +
  "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table " +
  "tbody td tfoot th thead tr ul").split(" "))
const SKIPPED = new Set("rt rp script style template noscript iframe object svg math audio video canvas select textarea".split(" "))
// White space as the engine's language has it; the browser's \s differs in a few signs.
const SPACES = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
const RUNS = new RegExp(`[${SPACES}]+`, "gu")
const JOINING = "\\u0620-\\u08ff\\u0900-\\u0dff\\u1800-\\u18af\\ufb50-\\ufdff\\ufe70-\\ufefc\\u{1e900}-\\u{1e95f}", PICTURES = "\\u2190-\\u2bff\\ufe0f\\u{1f000}-\\u{1faff}"
// What nobody sees: soft hyphens, places for a break, and joiners between letters that do not join.
const UNSEEN = new RegExp(`[\\u00ad\\u200b\\u2060\\ufeff]|(?<![${JOINING}])\\u200c|\\u200c(?![${JOINING}])|(?<![${JOINING}${PICTURES}])\\u200d(?![${JOINING}${PICTURES}])`, "gu")
const PIECES = new RegExp(`[${SPACES}]+|[^${SPACES}]+`, "gu")
const IS_SPACE = new RegExp(`^[${SPACES}]`, "u")
const UNSPACED = /^[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u31ff\u3400-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\u{20000}-\u{3ffff}]/u
const ALNUM = /^[\p{L}\p{N}]/u

const trim = text => text.replace(new RegExp(`^[${SPACES}]+|[${SPACES}]+$`, "gu"), "")

const FURTHEST = 100 // characters around a quote that may tell it from another, as in the engine

/** Text as quotes are compared: NFC, runs of white space as one space, none at the ends. */
export const normalise = text => trim(text.normalize("NFC").replace(UNSEEN, "").replace(RUNS, " "))

/** The text of an element: `flat`, its characters, and `from`, where each stands: [text node, start, end]. */
export function readText(element) {
  const flat = [], from = []
  let inLeaf = false, leaves = 0
  const add = (text, node, start, end) => {
    if (!inLeaf) {
      if (leaves++) { flat.push(" "); from.push(null) }
      inLeaf = true
    }
    for (const sign of text) { flat.push(sign); from.push([node, start, end]) }
  }
  const addSpace = (node, start, end) => { if (inLeaf && flat.at(-1) !== " ") add(" ", node, start, end) }
  const endLeaf = () => {
    if (inLeaf && flat.at(-1) === " ") { flat.pop(); from.pop() }
    inLeaf = false
  }
  const readData = node => {
    for (const piece of node.data.matchAll(PIECES)) {
      const [text] = piece, start = piece.index
      if (IS_SPACE.test(text)) addSpace(node, start, start + text.length)
      else if (text.search(UNSEEN) >= 0) {
        let at = 0
        for (const { index } of [...text.matchAll(UNSEEN), { index: text.length }]) {
          readWord(node, text.slice(at, index), start + at)
          at = index + 1
        }
      } else readWord(node, text, start)
    }
  }
  const readWord = (node, text, start) => {
    if (text.normalize("NFC") === text) {
      let at = start
      for (const sign of text) { add(sign, node, at, at + sign.length); at += sign.length }
    } else for (const [cluster, at] of clusters(text)) add(cluster.normalize("NFC"), node, start + at, start + at + cluster.length)
  }
  const visit = node => {
    if (node.nodeType === 3) return readData(node)
    if (node.nodeType !== 1) return
    const tag = node.localName, block = BLOCKS.has(tag)
    if (block) endLeaf()
    if (!SKIPPED.has(tag) && !node.hasAttribute("data-apparatus") && node.getAttribute("class") !== "headerlink") {
      if (tag === "br") addSpace(node, 0, 0)
      node.childNodes.forEach(visit)
    }
    if (block) endLeaf()
  }
  element.childNodes.forEach(visit)
  endLeaf()
  return { flat, from }
}

/* The text cut where composition cannot reach across (Unicode Standard Annex 15, section 9), with offsets. */
function clusters(text) {
  const found = []
  let at = 0
  for (const sign of text) {
    const last = found.at(-1)
    if (last && (/\p{M}/u.test(sign) || (last[0] + sign).normalize("NFC") !== last[0].normalize("NFC") + sign.normalize("NFC"))) last[0] += sign
    else found.push([sign, at])
    at += sign.length
  }
  return found
}

const standsAt = (flat, wanted, start) => wanted.every((sign, index) => flat[start + index] === sign)
const slice = (flat, start, end) => flat.slice(Math.max(0, start), end).join("")

function fits(flat, start, end, prefix, suffix) {
  const before = [...normalise(prefix || "")].length, after = [...normalise(suffix || "")].length
  if (before && !trim(slice(flat, start - before - 1, start)).endsWith(normalise(prefix))) return false
  return !after || trim(slice(flat, end, end + after + 1)).startsWith(normalise(suffix))
}

/** Every range [start, end] that the selector fits, overlapping ones too; none for an empty quote. */
export function match({ exact, prefix, suffix }, { flat }) {
  const wanted = [...normalise(exact)], found = []
  if (!wanted.length) return found
  for (let start = 0; start + wanted.length <= flat.length; start++)
    if (standsAt(flat, wanted, start) && fits(flat, start, start + wanted.length, prefix, suffix)) found.push([start, start + wanted.length])
  return found
}

/* A sign as it is compared where a keyboard may have written it otherwise than the article: as in anchoring/proposals. */
const SHAPES = Object.fromEntries([
  ["“”„‟«»「」『』＂", '"'], ["‘’‚‛‹›＇", "'"], ["【〔［", "["], ["】〕］", "]"], ["‐‑‒–—―－", "-"],
  ["〜∼～", "~"], ["、،", ","], ["。", "."], ["؟", "?"], ["؛", ";"], ["⋯", "…"],
].flatMap(([signs, plain]) => [...signs].map(sign => [sign, plain])))
const plainSign = sign => {
  const narrow = /[\uff01-\uffee]/.test(sign) ? sign.normalize("NFKC") : sign
  return SHAPES[sign] ?? SHAPES[narrow] ?? narrow
}

/** Where words stand that are the quote but for white space and the width or shape of signs: all ranges. */
export function articleForms(quote, { flat }) {
  const kept = [...flat.keys()].filter(index => !IS_SPACE.test(flat[index]))
  const folded = kept.map(index => plainSign(flat[index])), wanted = [...normalise(quote)].filter(sign => !IS_SPACE.test(sign)).map(plainSign), found = []
  if (!wanted.length) return found
  for (let start = 0; start + wanted.length <= folded.length; start++)
    if (standsAt(folded, wanted, start)) found.push([kept[start], kept[start + wanted.length - 1] + 1])
  return found
}

/** In a sentence, where words first differ from the article's own form of them; nothing where they do not. */
export function difference(quote, own) {
  const signs = text => [...text].filter(sign => !IS_SPACE.test(sign)), has = signs(own)
  const index = signs(quote).findIndex((sign, at) => sign !== has[at])
  if (index >= 0) return `The article has ${has[index]} where you wrote ${signs(quote)[index]}`
  return normalise(quote) === normalise(own) ? "" : "The article has other spaces"
}

/** The shortest selector that fits only this range of the text; null where there is none. */
export function describe(text, start, end) {
  const { flat } = text
  while (start < end && flat[start] === " ") start++
  while (end > start && flat[end - 1] === " ") end--
  if (start === end) return null
  const exact = slice(flat, start, end)
  const rivals = match({ exact }, text).filter(found => found[0] !== start)
  if (!rivals.length) return { exact }
  let left = rivals, right = rivals // those that the prefix, the suffix do not yet tell from this range
  for (let length = 1; length <= Math.min(Math.max(start, flat.length - end), FURTHEST); length++) {
    left = left.filter(found => flat[found[0] - length] === flat[start - length])
    right = right.filter(found => flat[found[1] + length - 1] === flat[end + length - 1])
    if (left.some(found => right.includes(found))) continue
    const prefix = trim(slice(flat, start - length, start)), suffix = trim(slice(flat, end, end + length))
    for (const around of [{ prefix }, { suffix }, { prefix, suffix }]) {
      const selector = { exact, ...around }
      const found = match(selector, text) // white space beside a quote counts for nothing
      if (found.length === 1 && found[0][0] === start) return Object.fromEntries(Object.entries(selector).filter(([, value]) => value))
    }
  }
  return null
}

/** Whether the words are as short as a term is, which is glossed wherever it stands, and no phrase. */
export const isTerm = words => [...words].length <= 8 || (words.split(/\s+/u).length <= 3 && ![...words].some(sign => UNSPACED.test(sign)))
const joined = (before, after) => ALNUM.test(before) && ALNUM.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after)

/** Every range where the term stands as a word of its own, outside the longer ones among `terms`. */
export function termRanges(term, terms, text) {
  const { flat } = text, wanted = normalise(term), taken = []
  const whole = ([start, end]) => !(start && joined(flat[start - 1], flat[start])) && !(end < flat.length && joined(flat[end - 1], flat[end]))
  const longer = [...new Set(terms.map(normalise))].filter(other => other.length > wanted.length)
  for (const other of longer) taken.push(...match({ exact: other }, text).filter(whole))
  return match({ exact: wanted }, text).filter(whole).filter(([start, end]) => !taken.some(range => start < range[1] && range[0] < end))
}

/** The range of the text that a DOM range covers: what it holds of `data-apparatus` counts for nothing. Or null. */
export function rangeOf(selected, { from }) {
  let start = -1, end = -1
  from.forEach((at, index) => {
    if (!at || at[0].nodeType !== 3) return
    if (selected.comparePoint(at[0], at[2]) < 0 || selected.comparePoint(at[0], at[1]) > 0) return
    const over = Math.min(at[2], selected.endContainer === at[0] ? selected.endOffset : at[2]) - Math.max(at[1], selected.startContainer === at[0] ? selected.startOffset : at[1])
    if (over <= 0) return
    if (start < 0) start = index
    end = index + 1
  })
  return start < 0 ? null : [start, end]
}

/** The DOM range of a range of the text. */
export function domRange([start, end], { from }) {
  const range = document.createRange()
  const first = from.slice(start, end).find(at => at?.[0].nodeType === 3), last = from.slice(start, end).findLast(at => at?.[0].nodeType === 3)
  range.setStart(first[0], first[1])
  range.setEnd(last[0], last[2])
  return range
}

/* Whether two neighbours are parts of one word between spaces, or of one letter. */
const inOneWord = (one, other) => /^[\p{M}\u200c\u200d]/u.test(other) || /\u200d$/u.test(one) ||
  [one, other].every(sign => /^[\p{L}\p{N}\p{M}\u200c\u00ad]/u.test(sign) && (!UNSPACED.test(sign) || /^\p{Script=Hangul}/u.test(sign)))

function edge(flat, at, step) {
  while (at > 0 && at < flat.length && inOneWord(flat[at - 1], flat[at])) at += step
  return Math.min(Math.max(at, 0), flat.length)
}

/** A range with a few signs around it, as a choice shows it: no word is cut. */
export function excerpt(flat, [start, end]) {
  const cut = Math.min(end, edge(flat, start + 12, 1))
  return `…${slice(flat, edge(flat, start - 8, -1), start)}⟦${slice(flat, start, cut)}${cut < end ? "…" : ""}⟧${slice(flat, end, edge(flat, end + 8, 1))}…`
}
