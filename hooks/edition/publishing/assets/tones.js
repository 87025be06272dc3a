/* Pinyin with digits for its tones, and the same with marks: the engine's rules, in anchoring/pinyin. */

const LATIN = /[A-Za-z0-9][A-Za-z0-9.+-]*/g
const HAN = /[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu
const VOWELS = "aeiouvüêāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
const ALONE = "(?<![\\p{L}\\p{N}_])(?:ng|r)(?![\\p{L}\\p{N}_])"
const SYLLABLE = new RegExp(`(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[${VOWELS}]+(?:ng(?![${VOWELS}])|n(?![${VOWELS}])|r(?![${VOWELS}]))?|${ALONE}`, "giu")
const NEUTRAL = new Set("de di le ma ne ba a ya wa la na lo o zhe guo me men zi er r ge".split(" "))
const MARKS = ["", "\u0304", "\u0301", "\u030c", "\u0300"]

const toneless = text => text.normalize("NFD").replace(/[\u0300\u0301\u0304\u030c]/g, "").normalize("NFC")
const like = (text, written) => /^\p{Lu}/u.test(written) ? text[0].toUpperCase() + text.slice(1) : text

/* The line cut into pinyin and what the words have in Latin letters themselves: [text, is Latin]. */
function parts(pinyin, words) {
  const found = []
  for (const [latin] of words.matchAll(LATIN)) {
    const at = pinyin.indexOf(latin)
    if (at < 0) continue
    found.push([pinyin.slice(0, at), false], [latin, true])
    pinyin = pinyin.slice(at + latin.length)
  }
  return [...found, [pinyin, false]]
}

/* A syllable with its mark: on a or e, on the o of ou, else on the last vowel. */
function mark(syllable, tone) {
  const at = [/[aeê]/, /o(?=u)/, /[iouü](?=[^iouü]*$)/].map(where => syllable.search(where)).find(index => index >= 0)
  return at === undefined ? syllable : (syllable.slice(0, at + 1) + (MARKS[tone] || "") + syllable.slice(at + 1)).normalize("NFC")
}

const marked = pinyin => pinyin.replace(/((?:[uU]:|\p{L})+)([0-5])(?!\d)/gu, (written, letters, tone, at, whole) => {
  const plain = letters.toLowerCase().replace(/u:|v/g, "ü"), cut = [...plain.matchAll(SYLLABLE)]
  const ending = /[ng]r$/.test(plain) ? "r" : "" // 玩儿, in one syllable
  if (!cut.length || cut.map(item => item[0]).join("") + ending !== plain || toneless(plain) !== plain) return written
  const last = cut.at(-1).index
  return (/\d/.test(whole[at - 1] || "") && /^[aoe]/.test(plain) ? "’" : "") + like(plain.slice(0, last) + mark(plain.slice(last), tone), letters)
})

/** The pinyin of the words with its tones as marks that were digits: `chuang4ye4` gives `chuàngyè`, `lv4` `lǜ`. */
export const withMarks = (pinyin, words = "") => parts(pinyin, words).map(([part, latin]) => latin ? part : marked(part)).join("")

/** How many characters there are, each of which wants a syllable. */
export const countCharacters = words => (words.match(HAN) || []).length

/** The syllables for the characters of the words. Latin words stand in both, and are passed over. */
export const syllablesOf = (pinyin, words) =>
  ((words.match(LATIN) || []).reduce((rest, latin) => rest.replace(latin, " "), pinyin).match(SYLLABLE) || []).map(syllable => syllable.toLowerCase())

/** Whether a line of pinyin marks no tone at all, and is not of particles alone. */
export function lacksTones(pinyin, words) {
  const spoken = syllablesOf(pinyin, words)
  return spoken.length > 0 && spoken.every(syllable => toneless(syllable) === syllable) && !spoken.every(syllable => NEUTRAL.has(syllable)) && withMarks(pinyin, words) === pinyin
}
