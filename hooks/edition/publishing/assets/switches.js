/* What is shown of the notes and over the text: three paths, and the switches that each sets; kept for the next
   page. */
import { place } from "./margin.js"
import { all, attempt, edition, hidden, root, tellLoss } from "./page.js"

/** @type {Set<string | undefined>} the kinds of notes that are hidden */
const hiddenKinds = new Set()

/** What a path sets, and what stays as the reader chose it whatever the path. */
const SET_BY_PATHS = ["checks", "names", "words", "english", "asked", "glossed", "pinyin", "interlinear"]
const KEPT = ["sentences", "traditional", "cues"]
/** @type {(path: HTMLInputElement, name: string) => boolean} */
const isOn = (path, name) => path.value.split(" ").includes(name)

/** @param {HTMLElement} note */
export const isHiddenKind = note => hiddenKinds.has(note.dataset.kind)

/**
 * Whether one of these is shown of what the text has a file for.
 * @type {(file: string, ...names: string[]) => boolean}
 */
const isAsked = (file, ...names) => !!edition?.dataset[file] && names.some(name => !hidden().has(name))

/**
 * What is written into the text where it is first shown, in this order: when, and by which module.
 * @type {[isWanted: () => boolean, load: () => Promise<{write: () => unknown}>][]}
 */
const WRITERS = [
  [() => isAsked("words", "pinyin", "interlinear", "glossed"), () => import("./interlinear.js")],
  [() => isAsked("words", "glossed"), () => import("./levels.js")],
  [() => isAsked("traditional", "traditional"), () => import("./traditional.js")],
  [() => isAsked("edition", "asked"), () => import("./english.js")],
]

/** Whether something that is shown is written into the text at first. */
export const isToBeWritten = () => WRITERS.some(([isWanted]) => isWanted())

/** Writes into the text what is shown and not yet there. */
export const writeOver = async () => {
  for (const [isWanted, load] of WRITERS)
    if (isWanted())
      await load()
        .then(module => module.write())
        .catch(tellLoss)
  place()
}

// A page to which one comes back is as it was left: where the reader has chosen otherwise since, it begins anew; and
// the navigation from which they left lies over it no more.
const keepUp = () => {
  const read = () =>
    attempt(() => ["show", "colours", "level"].map(name => localStorage.getItem(`edition.${name}`)).join())
  /** @type {string | undefined} */
  let left
  addEventListener("pagehide", () => {
    left = read()
    for (const drawer of all("#__drawer")) Object.assign(drawer, { checked: false })
  })
  addEventListener("pageshow", event => {
    if (event.persisted && left !== read()) location.reload()
  })
}

/** @param {Set<string>} names of what is hidden */
const show = names => {
  root.dataset.hide = [...names].join(" ")
  hiddenKinds.clear()
  for (const button of all("[data-show]")) {
    const isHidden = names.has(button.dataset.show ?? "")
    button.setAttribute("aria-pressed", String(!isHidden))
    if (isHidden && button.dataset.kind) hiddenKinds.add(button.dataset.kind)
  }
  // A chip with nothing to unfold does not show; where what is shown is no path's, none is chosen.
  for (const chip of all(".chip")) chip.hidden = all(".note", chip.parentElement ?? chip).every(isHiddenKind)
  for (const path of /** @type {HTMLInputElement[]} */ (all("[data-path]")))
    path.checked = SET_BY_PATHS.every(name => names.has(name) !== isOn(path, name))
}

/** @param {(names: Set<string>) => unknown} change what is done to the names of what is hidden */
const choose = change => {
  const names = hidden()
  change(names)
  show(names)
  const shown = [...SET_BY_PATHS, ...KEPT].filter(name => !names.has(name))
  attempt(() => localStorage.setItem("edition.show", String(shown)))
  writeOver()
}

export const startSwitches = () => {
  keepUp()
  if (!root.classList.contains("scripted")) {
    // a host lets no script within the page run
    root.classList.add("scripted")
    root.dataset.hide = "sentences asked glossed pinyin interlinear traditional"
  }
  /** @type {HTMLSelectElement | null} */
  const level = document.querySelector("select[data-level]")
  if (level) level.value = attempt(() => localStorage.getItem("edition.level")) ?? level.value
  show(hidden())
  for (const button of all("[data-show]"))
    button.addEventListener("click", () => {
      const { show: name = "" } = button.dataset
      choose(names => names.delete(name) || names.add(name))
    })
  for (const path of /** @type {HTMLInputElement[]} */ (all("[data-path]")))
    path.addEventListener("change", () =>
      choose(names => {
        for (const name of SET_BY_PATHS) names[isOn(path, name) ? "delete" : "add"](name)
      }),
    )
  level?.addEventListener("change", () => {
    attempt(() => localStorage.setItem("edition.level", level.value))
    choose(names => names.delete("glossed"))
  })
  for (const more of all(".more-switches"))
    more.addEventListener("click", () => {
      const isClosed = more.nextElementSibling?.toggleAttribute("hidden")
      more.setAttribute("aria-expanded", String(!isClosed))
    })
  // A link to the page of checks names the verdict that is to be shown.
  for (const verdict of /** @type {HTMLInputElement[]} */ (all(".filter input")))
    if (location.hash === `#show-${verdict.value}`) verdict.checked = true
}
