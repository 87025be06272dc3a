/* Pinyin with digits for its tones, and the same with marks: the engine's rules, in text/pinyin. */

const LATIN = /[A-Za-z0-9][A-Za-z0-9.+-]*/g
const HAN = /[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu
const VOWELS = "aeiouvüêāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
const ALONE = "(?<![\\p{L}\\p{N}_])(?:ng|r)(?![\\p{L}\\p{N}_])"
const SYLLABLE = new RegExp(
  `(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[${VOWELS}]+(?:ng(?![${VOWELS}])|n(?![${VOWELS}])|r(?![${VOWELS}]))?|${ALONE}`,
  "giu",
)
const NEUTRAL = new Set("de di le ma ne ba a ya wa la na lo o zhe guo me men zi er r ge".split(" "))
const MARKS = ["", "\u0304", "\u0301", "\u030c", "\u0300"]

/** @param {string} text */
const toneless = text =>
  text
    .normalize("NFD")
    .replace(/[\u0300\u0301\u0304\u030c]/g, "")
    .normalize("NFC")
/** @type {(text: string, written: string) => string} */
const like = (text, written) => (/^\p{Lu}/u.test(written) ? text[0].toUpperCase() + text.slice(1) : text)

/**
 * The line cut into pinyin and what the words have in Latin letters themselves.
 * @param {string} pinyin
 * @param {string} words
 */
const parts = (pinyin, words) => {
  /** @type {[text: string, isLatin: boolean][]} */
  const found = []
  let rest = pinyin
  for (const [latin] of words.matchAll(LATIN)) {
    const at = rest.indexOf(latin)
    if (at < 0) continue
    found.push([rest.slice(0, at), false], [latin, true])
    rest = rest.slice(at + latin.length)
  }
  found.push([rest, false])
  return found
}

/** @type {(syllable: string, tone: number) => string} its mark is on a or e, on the o of ou, else on the last vowel */
const mark = (syllable, tone) => {
  const places = [/[aeê]/, /o(?=u)/, /[iouü](?=[^iouü]*$)/].map(where => syllable.search(where))
  const at = places.find(index => index >= 0)
  if (at === undefined) return syllable
  return (syllable.slice(0, at + 1) + (MARKS[tone] || "") + syllable.slice(at + 1)).normalize("NFC")
}

/** @param {string} pinyin */
const marked = pinyin =>
  pinyin.replace(/((?:[uU]:|\p{L})+)([0-5])(?!\d)/gu, (written, letters, tone, at, whole) => {
    const plain = letters.toLowerCase().replace(/u:|v/g, "ü")
    const cut = [...plain.matchAll(SYLLABLE)]
    const ending = /[ng]r$/.test(plain) ? "r" : "" // 玩儿, in one syllable
    const last = cut.at(-1)?.index
    if (last === undefined || cut.map(item => item[0]).join("") + ending !== plain || toneless(plain) !== plain)
      return written
    const isAfterDigit = /\d/.test(whole[at - 1] || "") && /^[aoe]/.test(plain)
    return (isAfterDigit ? "’" : "") + like(plain.slice(0, last) + mark(plain.slice(last), Number(tone)), letters)
  })

/**
 * The pinyin of the words with its tones as marks that were digits: `chuang4ye4` gives `chuàngyè`, `lv4` `lǜ`.
 * @param {string} pinyin
 */
export const withMarks = (pinyin, words = "") =>
  parts(pinyin, words)
    .map(([part, isLatin]) => (isLatin ? part : marked(part)))
    .join("")

/**
 * How many characters there are, each of which wants a syllable.
 * @param {string} words
 */
export const countCharacters = words => (words.match(HAN) ?? []).length

/**
 * The syllables for the characters of the words. Latin words stand in both, and are passed over.
 * @param {string} pinyin
 * @param {string} words
 */
export const syllablesOf = (pinyin, words) => {
  const latin = words.match(LATIN) ?? []
  const rest = latin.reduce((left, word) => left.replace(word, " "), pinyin)
  return (rest.match(SYLLABLE) ?? []).map(syllable => syllable.toLowerCase())
}

/**
 * Whether a line of pinyin marks no tone at all, and is not of particles alone.
 * @param {string} pinyin
 * @param {string} words
 */
export const lacksTones = (pinyin, words) => {
  const spoken = syllablesOf(pinyin, words)
  const isBare = spoken.length > 0 && spoken.every(syllable => toneless(syllable) === syllable)
  return isBare && !spoken.every(syllable => NEUTRAL.has(syllable)) && withMarks(pinyin, words) === pinyin
}
