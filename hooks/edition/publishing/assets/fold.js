/* How texts are compared: without marks, and small; and where words end. */

const WITHOUT_SPACES =
  "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u3099\\u309a\\u30fc" + // kana's marks and long vowels are of no script
  "\\p{sc=Bopomofo}\\p{sc=Yi}\\p{sc=Thai}\\p{sc=Khmer}\\p{sc=Lao}\\p{sc=Myanmar}" +
  "\\p{sc=Tai_Tham}\\p{sc=Javanese}\\p{sc=Balinese}"

/** A letter, a mark over one or a digit of a script that writes spaces. */
export const SPACED = `(?![${WITHOUT_SPACES}])[\\p{L}\\p{M}\\p{N}]`
/** A word of a query: what stands between spaces, or all that is of scripts without. */
export const PIECE = new RegExp(`[${WITHOUT_SPACES}]+|(?:${SPACED})+`, "gu")
/** Something of a script without spaces. */
export const DENSE = new RegExp(`[${WITHOUT_SPACES}]`, "u")

// Accents, the signs for ʿayn and ʻokina, the points over Arabic and Hebrew and under Indian letters, and what cannot
// be seen; the vowels of Thai or Hindi stay.
const UNSEEN = new RegExp(
  "[\\u02b9-\\u02bf\\u0300-\\u036f\\u0591-\\u05c7\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06ed" +
    "\\u093c\\u09bc\\u0a3c\\u0abc\\u0b3c\\u0cbc]|\\p{Cf}",
  "gu",
)
/** @type {Record<string, string>} what is typed in one way or another: by the keyboard, or for want of a letter */
const LIKE = {
  ...{ ي: "ی", ى: "ی", ك: "ک", ς: "σ", ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ħ: "h", ł: "l" },
  ...{ ı: "i", ŧ: "t" },
}
const anyOf = () => new RegExp(`[${Object.keys(LIKE).join("")}]`, "gu")
let alike = anyOf()
/** @param {Record<string, string>} own what the article has for other signs, as for traditional characters */
export const knowAlike = own => {
  Object.assign(LIKE, own)
  alike = anyOf()
}

/** @param {string} sign */
const isDigit = sign => /\p{Nd}/u.test(sign)
/** @param {string} text the digits of every script, each of which has its ten in a row, as those of ASCII */
export const plainDigits = text =>
  text.replace(/(?![0-9])\p{Nd}/gu, digit => {
    const code = digit.codePointAt(0) ?? 0
    let value = 0
    while (value < 9 && isDigit(String.fromCodePoint(code - value - 1))) value++
    return String(value)
  })

/** @param {string} text kana in one form */
export const hiragana = text => text.replace(/[ァ-ヶ]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0x60))

/** @param {string} text */
export const fold = text =>
  plainDigits(hiragana(text.normalize("NFKD").replace(UNSEEN, "")))
    .toLowerCase()
    .replace(alike, sign => LIKE[sign])
