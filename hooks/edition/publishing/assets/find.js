/* What a search finds: words of any script inside running text, pinyin with and without spaces, English by the
   beginnings of words. The text is looked through as it stands: nothing is cut into words, so nothing is lost between
   them. */
import { DENSE, fold, PIECE, SPACED } from "./fold.js"

/**
 * @typedef {{location: string, title: string, names?: string[], original?: string, spoken?: string,
 *   text?: string}} Entry
 * @typedef {{names: string, title: string, original: string, text: string}} Fields
 * @typedef {Partial<Record<keyof Fields, number>>} Weights
 * @typedef {{location: string, order: number, weights: Weights, fields: Fields, folded: Fields, called: string[],
 *   spoken: string}} Doc what can be found, as it stands and as it is compared
 * @typedef {{piece: string, least: string, forms: [RegExp, number][]}} Asked a word of a query: `least` is in all that
 *   its forms find, and to look for it first spares most of the work
 * @typedef {{doc: Doc, score: number, show: RegExp[], spoken: RegExp[], missing: string[]}} Found
 */

const START = `(?<!${SPACED})` // of a word
const END = `(?!${SPACED})`
const JOINED = /[\p{sc=Arabic}\p{sc=Hebrew}]/u // in these the article, “and” and “in” are written with their word
const WEIGHTS = { names: 10, title: 5, original: 4, text: 2 }
const PARAGRAPH = { ...WEIGHTS, title: 1, original: 6, text: 5 } // its title is its section's
const SOURCE = { title: 1, text: 1 }
const SIGN = /.[\u3099\u309a]?/gsu // with the marks of kana, which are signs of their own where texts are compared
const NAMED = 100 // what is called just so comes first
const WHOLE = 6 // more for the words of a query side by side
const SPOKEN = 8

const plain = (text = "") => text.replaceAll("\u200b", "")

/** @param {string} location */
const weightsAt = location => {
  if (location.includes("#p-")) return PARAGRAPH
  return /^sources\/(index\.html)?#/.test(location) ? SOURCE : WEIGHTS
}

/**
 * What can be found, made ready to be compared.
 * @param {Entry[]} entries
 * @returns {Doc[]}
 */
export const prepare = entries =>
  entries.map(({ location, title, names = [], original, spoken = "", text }, order) => {
    const called = names.map(plain).map(fold)
    const fields = { names: names.join("\n"), title: plain(title), original: plain(original), text: plain(text) }
    const { title: titled, original: words, text: english } = fields
    const folded = { names: called.join("\n"), title: fold(titled), original: fold(words), text: fold(english) }
    return { location, order, weights: weightsAt(location), fields, folded, called, spoken }
  })

/** @param {string} word */
const stem = word => {
  const short = word.replace(/(?:ies|ing|ed|es|s|e)$/, "")
  return short.length < 4 ? word : short
}

/**
 * @param {string} piece
 * @returns {Asked}
 */
const asked = piece => {
  /** @type {[string, number][]} */
  const forms = DENSE.test(piece)
    ? [[piece, 3]]
    : [
        [START + piece + END, 3],
        [START + piece, 2],
        [JOINED.test(piece) ? piece : START + stem(piece), 1],
      ]
  const least = DENSE.test(piece) ? piece : stem(piece)
  return { piece, least, forms: forms.map(([form, weight]) => [new RegExp(form, "gu"), weight]) }
}

/**
 * Letters as pinyin: `xisikongji` and `xi si kong ji` alike, from the beginning of a syllable on.
 * @param {string} query
 */
const syllables = query => {
  const letters = query.replace(/[\s'’-]+/g, "").replace(/([ln])v/g, "$1u")
  return /^[a-z]{2,}$/.test(letters) ? new RegExp(`(?<![a-z])${[...letters].join("[ '’-]?")}`, "g") : null
}

/**
 * @param {Doc} doc
 * @param {Asked} asked
 */
const weigh = (doc, { forms, least }) => {
  let best = 0
  let count = 0
  const names = /** @type {(keyof Fields)[]} */ (Object.keys(doc.weights))
  const fields = names.filter(name => doc.folded[name].includes(least))
  for (const [form, weight] of forms) {
    for (const name of fields) {
      const found = doc.folded[name].match(form)
      if (!found) continue
      best = Math.max(best, (doc.weights[name] ?? 0) * weight)
      count += found.length
    }
    if (best) break
  }
  return best && best + Math.log2(1 + count) / 2
}

/**
 * One syllable alone is too often an English word: it counts as pinyin only where it is the whole of a name's.
 * @param {Doc} doc
 * @param {RegExp | null} sound
 */
const sounds = (doc, sound) => {
  const found = sound && doc.spoken ? doc.spoken.match(sound) : null
  if (!found) return 0
  if (doc.spoken.split(" · ").includes(found[0])) return NAMED
  return found[0].includes(" ") ? SPOKEN : 0
}

/** @param {Asked[]} all */
const formsOf = all => all.flatMap(one => one.forms.map(([form]) => form))
/** @param {number[]} numbers */
const sum = numbers => numbers.reduce((one, other) => one + other, 0)

/**
 * What has all of the query.
 * @param {Doc[]} docs
 * @param {string} whole
 * @param {string[]} pieces
 * @returns {Found[]}
 */
const findAll = (docs, whole, pieces) => {
  const sound = syllables(whole)
  const words = pieces.map(piece => ({ ...asked(piece), sound: pieces.length > 1 ? syllables(piece) : null }))
  /** @param {Doc} doc */
  const score = doc => {
    const parts = words.map(word => weigh(doc, word) || sounds(doc, word.sound))
    const all = parts.every(Boolean) ? sum(parts) : 0
    const isWhole = all && pieces.length > 1 && Object.values(doc.folded).some(text => text.includes(whole))
    return Math.max(all + (isWhole ? WHOLE : 0), sounds(doc, sound)) + (doc.called.includes(whole) ? NAMED : 0)
  }
  const show = formsOf([...words].sort((one, other) => other.piece.length - one.piece.length))
  const spoken = [sound, ...words.map(word => word.sound)].filter(one => one !== null)
  return docs.map(doc => ({ doc, score: score(doc), show, spoken, missing: [] })).filter(found => found.score)
}

/**
 * What has most of the query, in pairs of characters.
 * @param {Doc[]} docs
 * @param {string[]} pieces
 * @returns {Found[]}
 */
const findMost = (docs, pieces) => {
  /** @param {string[]} signs */
  const paired = signs => signs.slice(1).map((second, index) => signs[index] + second)
  const pairs = pieces.flatMap(piece => {
    const signs = piece.match(SIGN) || []
    return DENSE.test(piece) && signs.length > 2 ? paired(signs) : [piece]
  })
  if (pairs.length < 2) return []
  const words = pairs.map(asked)
  const show = formsOf(words)
  const close = docs
    .map(doc => {
      const parts = words.map(word => weigh(doc, word))
      const missing = pairs.filter((_, index) => !parts[index])
      return { doc, score: sum(parts), show, spoken: [], missing }
    })
    .filter(({ missing }) => missing.length <= pairs.length / 2)
  const fewest = Math.min(...close.map(({ missing }) => missing.length))
  return close.filter(({ missing }) => missing.length === fewest)
}

/**
 * What is found, the best first.
 * @param {Doc[]} docs
 * @param {string} query
 */
export const find = (docs, query) => {
  const whole = fold(query).trim()
  const pieces = [...new Set(whole.match(PIECE) || [])]
  if (!pieces.length) return []
  const all = findAll(docs, whole, pieces)
  const found = all.length ? all : findMost(docs, pieces)
  return found.sort((one, other) => other.score - one.score || one.doc.order - other.doc.order)
}
