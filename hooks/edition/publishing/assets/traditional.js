/* The article in traditional characters: each is drawn in the place of the article's own, which stays in the text.
   Loaded on first use. */
import { fetched } from "./fetched.js"
import { all, edition } from "./page.js"
import { styled } from "./styled.js"

const HAN = /[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u // as the engine counts them
const style = styled("traditional.css")

/**
 * @param {string} line of one block: how many Han characters stay, where some do, and the one that differs behind them
 * @returns {Map<number, string>} what is drawn for a character, by its number among the Han characters of the block
 */
const parsed = line => {
  let at = -1
  const drawn = new Map()
  for (const [, stay, sign] of line.matchAll(/(\d*)(\D)/gu)) {
    at += Number(stay) + 1
    drawn.set(at, sign)
  }
  return drawn
}

/**
 * @param {Element[]} blocks
 * @param {string[]} lines one for each of them
 */
const draw = (blocks, lines) =>
  blocks.forEach((words, index) => {
    const signs = parsed(lines[index] ?? "")
    if (!signs.size) return
    const walker = document.createTreeWalker(words, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, node =>
      node instanceof Text
        ? NodeFilter.FILTER_ACCEPT
        : /** @type {Element} */ (node).matches("[data-apparatus]")
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_SKIP,
    )
    const texts = /** @type {Text[]} */ ([])
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode))
    let number = -1
    /** @param {string} character */
    const signOf = character => (HAN.test(character) ? signs.get(++number) : undefined)
    for (const text of texts) {
      const pieces = withSigns(text.data, signOf)
      if (pieces.length > 1) text.replaceWith(...pieces.filter(piece => piece))
    }
  })

/** @type {(words: string, signOf: (character: string) => string | undefined) => (string | Element)[]} */
const withSigns = (words, signOf) => {
  const pieces = /** @type {(string | Element)[]} */ ([])
  let same = ""
  for (const character of words) {
    const sign = signOf(character)
    if (!sign) {
      same += character
      continue
    }
    const drawn = document.createElement("span")
    drawn.className = "traditional"
    drawn.dataset.sign = sign
    drawn.append(character)
    pieces.push(same, drawn)
    same = ""
  }
  return [...pieces, same]
}

/** @type {Promise<string[]> | null} */
let asked = null

/** Draws them over the text, where they are not drawn. */
export const write = async () => {
  asked ||= fetched(edition.dataset.traditional ?? "").then(text => text.split("\n"))
  const [lines] = await Promise.all([asked, style])
  if (lines.length < 2) {
    asked = null
    throw new Error("The characters cannot be had.") // without a connection: they are asked for again later
  }
  if (edition.querySelector(".traditional")) return
  draw(all(".words", edition), lines)
  if (edition.dataset.words) (await import("./words.js")).forgetWords()
}
