/* The article's own form of words that a keyboard writes otherwise: a port of anchoring/proposals. */
import { standsAt } from "./anchoring.js"
import { plainDigits } from "./fold.js"
import { IS_SPACE, normalise } from "./text.js"

/** @type {[signs: string, plain: string][]} as in anchoring/proposals: what a keyboard may have written otherwise */
const ALIKE = [
  ["“”„‟«»「」『』＂״", '"'],
  ["‘’‚‛‹›＇׳", "'"],
  ["【〔［", "["],
  ["】〕］", "]"],
  ["‐‑‒–—―－־", "-"],
  ["〜∼～", "~"],
  ["、،", ","],
  ["。", "."],
  ["؟", "?"],
  ["؛", ";"],
  ["⋯", "…"],
  ["ي", "ی"],
  ["ك", "ک"],
]
const SHAPES = new Map(ALIKE.flatMap(([signs, plain]) => [...signs].map(sign => [sign, plain])))
/** The vowels that Arabic and Hebrew may write, or leave out, and the stroke that draws an Arabic word out. */
const VOWEL = new RegExp(
  "[\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670" +
    "\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed]",
)
// White space, and what joins or parts letters within a word of Persian, where many write a space or nothing.
/** @param {string} sign */
const isGap = sign => IS_SPACE.test(sign) || /[\u200c\u200d]/.test(sign)
/** @param {string} sign */
const isKept = sign => !isGap(sign) && !VOWEL.test(sign)
/** @param {string} text */
const bare = text => [...text].filter(sign => !VOWEL.test(sign)).join("")
/**
 * What words bring along that are copied out of a PDF: radicals for characters, letters that are joined or shaped.
 * @param {string} sign
 */
const letters = sign => {
  const plain = /[\u2e80-\u2fd5\ufb00-\ufefc]/.test(sign) ? sign.normalize("NFKC") : sign
  return /^[\p{L}\p{N}]+$/u.test(plain) ? plain : sign
}
/** @param {string} sign */
const plainSign = sign => {
  const narrow = /[\uff01-\uffee]/.test(sign) ? sign.normalize("NFKC") : sign
  return SHAPES.get(sign) ?? SHAPES.get(narrow) ?? plainDigits(narrow)
}
/** @param {string} sign */
const plainSigns = sign => [...letters(sign)].map(plainSign)

/**
 * Where words stand that are the quote but for white space, the form of signs, and written vowels: all ranges.
 * @param {string} quote
 * @param {{flat: string[]}} text
 */
export const articleForms = (quote, { flat }) => {
  const forms = flat.map(sign => (isKept(sign) ? plainSigns(sign) : []))
  const kept = forms.flatMap((form, index) => form.map(() => index))
  const folded = forms.flat()
  const wanted = [...normalise(quote)].filter(isKept).flatMap(plainSigns)
  /** @type {Span[]} */
  const found = []
  if (!wanted.length) return found
  for (let start = 0; start + wanted.length <= folded.length; start++) {
    if (!standsAt(folded, wanted, start)) continue
    let end = kept[start + wanted.length - 1] + 1
    while (end < flat.length && VOWEL.test(flat[end])) end++
    found.push([kept[start], end])
  }
  return found
}

/**
 * What is told of the text that has this sign where the other has that: to a joined one, its letters.
 * @param {string} that
 * @param {string} sign
 */
const opposite = (that, sign) => (letters(that) !== that && letters(sign) === sign ? letters(that) : sign)
/** @param {string} text */
const signsOf = text => [...text].filter(isKept)

/**
 * In a sentence, where words first differ from the article's own form of them; nothing where they do not.
 * @param {string} quote
 * @param {string} own
 */
export const difference = (quote, own) => {
  if (normalise(quote) !== normalise(own) && bare(normalise(quote)) === bare(normalise(own)))
    return "The article has other vowels over or under the letters"
  const written = signsOf(quote)
  const has = signsOf(own)
  const index = written.findIndex((sign, at) => sign !== has[at])
  if (index >= 0) {
    const [there, here] = [has[index], written[index]]
    return `The article has ${opposite(here, there)} where you wrote ${opposite(there, here)}`
  }
  return normalise(quote) === normalise(own) ? "" : "The article has other spaces"
}
