/* What is shown of the notes and over the text: three paths, and the switches that each sets, kept for the next page. */
import { place } from "./margin.js"
import { all, edition, root } from "./page.js"

/** The class of each kind of note that a switch hides. */
const KINDS = { checks: "check", names: "bio", words: "gloss" }

/** What a path sets, and what stays as the reader chose it whatever the path. */
const SET_BY_PATHS = ["checks", "names", "words", "english", "asked", "glossed", "pinyin"]
const KEPT = ["sentences", "interlinear", "traditional", "cues"]
const isOn = (path, name) => path.value.split(" ").includes(name)

/** The names of what is hidden. */
export const hidden = () => new Set((root.dataset.hide || "").split(" ").filter(Boolean))

export const isHiddenKind = note => [...hidden()].some(name => note.classList.contains(KINDS[name]))

const areWordsWritten = () => edition?.dataset.words && !["pinyin", "interlinear"].every(name => hidden().has(name))

const isTraditional = () => edition?.dataset.traditional && !hidden().has("traditional")

const isAsked = () => edition && !hidden().has("asked")

/** Whether something is to be written over the text: readings, glosses, other characters, what asks for the English. */
export const isToBeWritten = () => Boolean(areWordsWritten() || isTraditional() || isAsked())

const writeTraditional = async () => {
  const address = edition.dataset.traditional
  delete edition.dataset.traditional
  const lines = (await fetched(address)).split("\n")
  const module = lines.length > 1 && await import("./traditional.js").catch(() => null)
  if (!module) { edition.dataset.traditional = address; return } // without a connection: it is asked for again later
  module.write(all(".words", edition), lines)
}

/** Writes over the text what is shown and not yet there. */
export const writeOver = async () => {
  if (areWordsWritten()) await import("./interlinear.js").then(({ writeWords }) => writeWords(), () => {})
  if (isTraditional()) await writeTraditional()
  if (isAsked()) await import("./english.js").then(({ start }) => start(), () => {})
}

export const startSwitches = () => {
  if (!root.classList.contains("scripted")) { // a host lets no script within the page run
    root.classList.add("scripted")
    root.dataset.hide = "sentences asked glossed pinyin interlinear traditional"
  }
  const paths = all("[data-path]")
  const panel = document.querySelector(".more-switches")
  const show = names => {
    root.dataset.hide = [...names].join(" ")
    for (const button of all("[data-show]")) button.setAttribute("aria-pressed", !names.has(button.dataset.show))
    // Where what is shown is no path's, none is chosen.
    for (const path of paths) path.checked = SET_BY_PATHS.every(name => names.has(name) !== isOn(path, name))
  }
  const choose = names => {
    show(names)
    const shown = [...SET_BY_PATHS, ...KEPT].filter(name => !names.has(name))
    try { localStorage.setItem("edition.show", shown) } catch { /* private mode */ }
    writeOver().then(place)
  }
  show(hidden())
  for (const button of all("[data-show]")) button.addEventListener("click", () => {
    const names = hidden()
    names[names.has(button.dataset.show) ? "delete" : "add"](button.dataset.show)
    choose(names)
  })
  for (const path of paths) path.addEventListener("change", () => {
    const names = hidden()
    for (const name of SET_BY_PATHS) names[isOn(path, name) ? "delete" : "add"](name)
    choose(names)
  })
  panel?.addEventListener("click", () => {
    const isOpen = panel.getAttribute("aria-expanded") === "true"
    panel.setAttribute("aria-expanded", !isOpen)
    panel.nextElementSibling.hidden = isOpen
  })
  // A link to the page of checks names the verdict that is to be shown.
  const value = location.hash.startsWith("#show-") && CSS.escape(location.hash.slice(6))
  const verdict = value && document.querySelector(`.filter input[value="${value}"]`)
  if (verdict) verdict.checked = true
}
