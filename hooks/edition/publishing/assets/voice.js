/* The browser's own voice for the article, and the buttons by its paragraphs that ask for it. */
import { all, edition, isOwnKey, targetOf, tellLoss } from "./page.js"

/** @param {string} tag a language, as `zh-Hans` or, as some systems write, `zh_CN` */
const whole = tag => {
  const written = tag.replaceAll("_", "-").replace(/^cmn\b/i, "zh")
  try {
    return new Intl.Locale(written).maximize().baseName
  } catch {
    return ""
  }
}

/**
 * The voice for a language, of its region alone, and none that a third party lends; of several, the one that the
 * reader's system prefers.
 * @param {string} language
 */
const voiceFor = language => {
  const voices = globalThis.speechSynthesis?.getVoices() ?? []
  const own = voices.filter(voice => voice.localService !== false && whole(voice.lang) === whole(language))
  return own.find(voice => voice.default) ?? own[0]
}

/** @param {HTMLElement} number */
const buttonFor = number =>
  Object.assign(document.createElement("button"), {
    type: "button",
    className: "listen",
    lang: "en",
    ariaLabel: `Listen to paragraph ${number.dataset.number}`,
    ariaPressed: "false",
    ariaKeyShortcuts: "L",
  })

const addButtons = () => {
  for (const number of all(".number", edition)) {
    const button = buttonFor(number)
    button.dataset.apparatus = ""
    number.after(button)
  }
}

const startVoice = () => {
  const speech = globalThis.speechSynthesis
  /** @param {(module: typeof import("./listen.js")) => void} then */
  const load = then => import("./listen.js").then(then, tellLoss)
  const look = () => {
    if (!voiceFor(edition.lang)) return
    speech.removeEventListener("voiceschanged", look)
    const style = document.createElement("link")
    style.rel = "stylesheet"
    style.href = String(new URL("listen.css", import.meta.url))
    style.addEventListener("load", addButtons) // not before: unstyled they would move the words
    document.head.append(style)
    edition.addEventListener("click", event => {
      /** @type {HTMLElement | null | undefined} */
      const words = targetOf(event).closest(".listen")?.closest(".words")
      if (words) load(({ listen }) => listen(words, voiceFor(edition.lang)))
    })
    addEventListener("keydown", event => {
      if (event.key.toLowerCase() === "l" && isOwnKey(event)) load(({ listenOn }) => listenOn(voiceFor(edition.lang)))
    })
  }
  speech?.addEventListener?.("voiceschanged", look) // some browsers tell late which voices they have
  look()
}

startVoice()
