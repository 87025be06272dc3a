// @ts-check
/* How texts are compared: without marks, and small; and where words end. */

const WITHOUT_SPACES = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Khmer}\\p{sc=Lao}"

/** A letter or digit of a script that writes spaces. */
export const SPACED = `(?![${WITHOUT_SPACES}])[\\p{L}\\p{N}]`
/** A word of a query: what stands between spaces, or all that is of scripts without. */
export const PIECE = new RegExp(`[${WITHOUT_SPACES}]+|(?:${SPACED})+`, "gu")
/** Something of a script without spaces. */
export const DENSE = new RegExp(`[${WITHOUT_SPACES}]`, "u")

/** @param {string} text */
export const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
