/* What is shown of the notes and of the readings: a row of switches, kept for the next page. */
import { place } from "./margin.js"
import { all, edition, root } from "./page.js"

/** The class of each kind of note that a switch hides. */
const KINDS = { checks: "check", names: "bio", words: "gloss" }

/** The names of what is hidden. */
export const hidden = () => new Set((root.dataset.hide || "").split(" ").filter(Boolean))

export const isHiddenKind = note => [...hidden()].some(name => note.classList.contains(KINDS[name]))

/** Whether readings or glosses are shown, which are written into the text at first. */
export const areWordsWritten = () => Boolean(edition?.dataset.words) &&
  !["pinyin", "interlinear"].every(name => hidden().has(name))

/** Writes readings and glosses into the text where they are shown and not yet there. */
export const writeWords = async () => {
  if (!areWordsWritten()) return
  await import("./interlinear.js").then(interlinear => interlinear.writeWords(), () => {})
  place()
}

export const startSwitches = () => {
  if (!root.classList.contains("scripted")) { // a host lets no script within the page run
    root.classList.add("scripted")
    root.dataset.hide = "pinyin interlinear sentences"
  }
  const path = document.querySelector("[data-path]")
  const show = names => {
    root.dataset.hide = [...names].join(" ")
    for (const button of all("[data-show]")) button.setAttribute("aria-pressed", !names.has(button.dataset.show))
    const kinds = Object.keys(KINDS).filter(name => !names.has(name)).join(" ")
    if (path) path.value = [...path.options].some(option => option.value === kinds) ? kinds : ""
  }
  const choose = names => {
    show(names)
    try { localStorage.setItem("edition.hide", root.dataset.hide || "none") } catch { /* private mode */ }
    writeWords().then(place)
  }
  show(hidden())
  for (const button of all("[data-show]")) button.addEventListener("click", () => {
    const names = hidden()
    names[names.has(button.dataset.show) ? "delete" : "add"](button.dataset.show)
    choose(names)
  })
  path?.addEventListener("change", () => {
    const names = hidden()
    for (const kind of Object.keys(KINDS)) names[path.value.includes(kind) ? "delete" : "add"](kind)
    choose(names)
  })
  // A link to the page of checks names the verdict that is to be shown.
  const value = location.hash.startsWith("#show-") && CSS.escape(location.hash.slice(6))
  const verdict = value && document.querySelector(`.filter input[value="${value}"]`)
  if (verdict) verdict.checked = true
}
