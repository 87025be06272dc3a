/* A paragraph read aloud, sentence by sentence, the sentence lit. Loaded when it is first asked for. */
import { all, calm, edition } from "./page.js"
import { voiceFor } from "./voice.js"

/** @typedef {{ text: string, range: Range }} Sentence */

const speech = globalThis.speechSynthesis

/** @type {{ words: HTMLElement, utterance?: SpeechSynthesisUtterance } | null} what is being read */
let reading = null
/** @type {HTMLElement | null} the paragraph that was read last */
let last = null

/**
 * The texts of a paragraph that are the article's own.
 * @param {Element} words
 */
const texts = words => {
  const found = /** @type {Text[]} */ ([])
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode)
    if (!text.parentElement?.closest("[data-apparatus], rp, rt")) found.push(text)
  }
  return found
}

/**
 * @param {Text[]} pieces
 * @param {number} offset of a character in all of them together
 * @param {boolean} isEnd
 * @returns {[Text, number]} where that is
 */
const place = (pieces, offset, isEnd) => {
  for (const piece of pieces) {
    if (offset < piece.length || (isEnd && offset === piece.length)) return [piece, offset]
    offset -= piece.length
  }
  return [pieces[pieces.length - 1], pieces[pieces.length - 1].length]
}

/**
 * @param {Element} words
 * @param {string} language
 * @returns {Sentence[]} those of a paragraph in which something is to be said
 */
const sentences = (words, language) => {
  const pieces = texts(words)
  const all = pieces.map(piece => piece.data).join("")
  const cut = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(all)]
  return cut
    .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
    .map(({ segment, index }) => {
      const range = document.createRange()
      range.setStart(...place(pieces, index + segment.length - segment.trimStart().length, false))
      range.setEnd(...place(pieces, index + segment.trimEnd().length, true))
      return { text: segment.trim().replace(/\s+/g, " "), range }
    })
}

/**
 * @param {Element} words
 * @param {Range | null} range of the sentence; none of it is lit where there is none
 */
const light = (words, range) => {
  if (!globalThis.CSS?.highlights) words.classList.toggle("spoken", Boolean(range))
  else if (range) CSS.highlights.set("spoken", new Highlight(range))
  else CSS.highlights.delete("spoken")
  if (!range) return
  const { top, bottom } = range.getBoundingClientRect()
  if (top < 60 || bottom > innerHeight - 40)
    scrollBy({ top: top - innerHeight / 3, behavior: calm.matches ? "instant" : "smooth" })
}

export const stop = () => {
  if (!reading) return
  const { words } = reading
  reading = null
  last = words
  speech.cancel()
  light(words, null)
  words.querySelector(".listen")?.setAttribute("aria-pressed", "false")
}

/**
 * Reads the paragraph, or stops where it is being read.
 * @param {HTMLElement} words
 */
export const listen = words => {
  const again = reading?.words === words
  stop()
  const voice = voiceFor(edition.lang)
  if (again || !voice) return
  /** @type {NonNullable<typeof reading>} */
  const mine = { words }
  const left = sentences(words, edition.lang)
  const next = () => {
    if (reading !== mine) return // it was stopped, and an engine tells so as an end
    const sentence = left.shift()
    if (!sentence) return stop()
    const utterance = Object.assign(new SpeechSynthesisUtterance(sentence.text), { voice, lang: voice.lang })
    utterance.onend = next
    utterance.onerror = () => {
      if (reading === mine) stop()
    }
    mine.utterance = utterance // some engines forget one that nobody holds, and never tell its end
    light(words, sentence.range)
    speech.speak(utterance)
  }
  reading = mine
  words.querySelector(".listen")?.setAttribute("aria-pressed", "true")
  next()
}

/**
 * Stops what is being read, or reads on: the paragraph that has the focus, the one behind the last, or the first in
 * sight.
 */
export const listenOn = () => {
  if (reading) return stop()
  const paragraphs = all(".words:has(.listen)", edition)
  /** @param {Element} words */
  const isInSight = words => {
    const { top, bottom } = words.getBoundingClientRect()
    return bottom > 80 && top < innerHeight
  }
  /** @type {HTMLElement | null | undefined} */
  const focused = document.activeElement?.closest(".words:has(.listen)")
  const next = last && isInSight(last) ? paragraphs[paragraphs.indexOf(last) + 1] : null
  const words = focused ?? next ?? paragraphs.find(isInSight)
  if (words) listen(words)
}

addEventListener("pagehide", stop)
