/* Readings over the words and glosses under them, as ruby. Loaded on first use.

   Native ruby is the one thing that every engine's search in the page passes over: what is positioned, or a block in a
   line, parts the words for it. What is drawn is no text of the page: a stylesheet draws it. */
import { enclose, outermost, piecesOf } from "./enclose.js"
import { drawnOver, measure, measureIn } from "./measure.js"
import { all, edition } from "./page.js"
import { styled } from "./styled.js"
import { fetchWords, forgetWords, isTold, rangeWithSigns, tagsOf, wordsIn } from "./words.js"

const style = styled("interlinear.css")

/** @type {(name: string, text: string, tags: Tags) => HTMLElement} */
const annotation = (name, text, { lang, dir }) => {
  const rt = document.createElement("rt")
  rt.dataset[name] = text
  rt.dataset.apparatus = ""
  rt.lang = lang
  rt.dir = dir
  return rt
}

/** @type {(tag: string, className: string) => HTMLElement} */
const make = (tag, className) => Object.assign(document.createElement(tag), { className })

/** @type {(leaf: HTMLElement) => Element} */
const blockOf = leaf => (leaf.matches("li > *") ? leaf : (leaf.firstElementChild ?? leaf))

/** @type {(element: Element, child: Element) => boolean} */
const holdsOnly = (element, child) => element.children.length === 1 && element.textContent === child.textContent

/** The word with what no line's end may part from it: signs of the text, and the verdicts behind it.
 * @param {Word} word */
const withCompany = word => {
  const range = rangeWithSigns(word)
  const node = range.endContainer
  if (node instanceof Text && range.endOffset < node.length) return range
  let next = outermost(node, "nextSibling", blockOf(word.leaf)).nextSibling
  for (; next instanceof Element && next.matches(".sign, .ref"); next = next.nextSibling) range.setEndAfter(next)
  return range
}

/** Whether a line may end behind the word and its company, which Chromium does not see by itself.
 * @param {Word} word
 * @param {Range} whole */
const mayEndLine = ({ leaf }, whole) => {
  const rest = document.createRange()
  rest.selectNodeContents(leaf)
  rest.setStart(whole.endContainer, whole.endOffset)
  return /^\s?[\p{L}\p{N}\p{Ps}\p{Pi}]/u.test(String(rest))
}

/** Keeps the word's company by it that a link parts from it.
 * @param {HTMLElement[]} parts of the word
 * @param {Range} whole
 * @param {Element} block
 * @returns {Element} the last that no line's end may part from the word */
const keepCompany = (parts, whole, block) => {
  const before = whole.cloneRange()
  const behind = whole.cloneRange()
  before.setEndBefore(outermost(parts[0], "previousSibling", block))
  behind.setStartAfter(outermost(parts.at(-1), "nextSibling", block))
  /** @type {(range: Range, className: string) => HTMLElement[]} */
  const keep = (range, className) =>
    (range.collapsed ? [] : piecesOf(range)).map(piece => {
      const element = make("span", className)
      enclose(piece, element)
      return element
    })
  keep(before, "word-lead")
  const last = keep(behind, "word-rest").at(-1)
  if (!last) return parts.at(-1) ?? parts[0]
  // What sets the word apart from the next stands behind its company, which would be set apart from it.
  last.style.cssText = parts[0].style.cssText
  last.classList.add("ends-word")
  parts[0].classList.add("goes-on")
  return last
}

/** @param {Word} word
 * @param {Range} whole the word with its company
 * @param {boolean} isBreak whether a line may end behind it
 * @param {Record<string, number>} widths */
const writeOver = (word, whole, isBreak, widths) => {
  const ruby = make("ruby", "word")
  for (const [name, width] of Object.entries(widths)) ruby.style.setProperty(name, width.toFixed(2))
  const [first, ...others] = piecesOf(word.range)
  const isAtStart = whole.compareBoundaryPoints(Range.START_TO_START, word.range) === 0
  const isAtEnd = whole.compareBoundaryPoints(Range.END_TO_END, word.range) === 0
  const rests = others.map(() => make("span", "word-rest"))
  for (const [index, piece] of [...others.entries()].reverse()) enclose(piece, rests[index])
  let last = /** @type {Element} */ (ruby)
  const inner = document.createElement("ruby")
  enclose(first, inner)
  if (isAtStart) whole.setStartBefore(inner)
  if (isAtEnd) whole.setEndAfter(inner)
  if (others.length || piecesOf(whole).length > 1) {
    inner.replaceWith(ruby)
    ruby.append(inner)
    last = keepCompany([ruby, ...rests], whole, blockOf(word.leaf))
  } else enclose(whole, ruby)
  // Firefox sets one annotation over the other only where the one ruby is a child of the other.
  for (;;) {
    const around = inner.parentElement
    if (!around || around === ruby || !holdsOnly(around, inner)) break
    around.replaceWith(inner)
    around.append(...inner.childNodes)
    inner.append(around)
  }
  const [reading, before, behind] = drawnOver(word)
  if (reading) {
    const over = annotation("reading", reading, tagsOf(reading))
    over.classList.toggle("of-part", before + behind > 0)
    inner.append(over)
  }
  if (word.level) ruby.dataset.level = String(word.level)
  if (word.gloss) ruby.append(annotation("gloss", word.gloss, { lang: "en", dir: "ltr" }))
  if (isBreak) last.after(document.createElement("wbr"))
}

// Characters that are drawn over the text are drawn anew over what is written into it.
const liftDrawn = () => {
  const drawn = all(".traditional", edition)
  for (const one of drawn) one.replaceWith(...one.childNodes)
  if (!drawn.length) return
  edition.normalize()
  forgetWords()
}

const write = () => {
  liftDrawn()
  measureIn(getComputedStyle(edition).getPropertyValue("--en") || "serif")
  const leaves = all(".words", edition)
    .map(leaf => wordsIn(leaf).filter(isTold))
    .filter(words => words.length)
  const wholes = leaves.map(words => words.map(withCompany))
  const found = leaves.map((words, at) => measure(words, wholes[at])) // all, before anything is changed
  const breaks = leaves.map((words, at) => words.map((word, index) => mayEndLine(word, wholes[at][index])))
  for (const [at, words] of leaves.entries()) {
    for (const [index, word] of [...words.entries()].reverse())
      writeOver(word, wholes[at][index], breaks[at][index], found[at][index])
    words[0].leaf.classList.add("written") // WebKit asks every :has anew at each step of the above
  }
  forgetWords()
}

/** @type {Promise<void> | null} */
let written = null
/** Writes readings and glosses into the text, once. */
const writeWords = () => {
  written ||= Promise.all([fetchWords(), style]).then(([isThere]) => {
    if (isThere) return write()
    written = null
    throw new Error("The words cannot be had.") // without a connection: they are asked for again later
  })
  return written
}

export { writeWords as write }
