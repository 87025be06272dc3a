/* What every module asks of the page in which it stands. */

export const root = document.documentElement
/** The text, and null on a page that has none, where nothing is started that asks for it. */
export const edition = document.querySelector(".edition")
export const wide = matchMedia("(min-width: 60em)")
export const calm = matchMedia("(prefers-reduced-motion: reduce)")

export const all = (selector, within = document) => [...within.querySelectorAll(selector)]

/** What stands at an address; nothing where it cannot be had. */
export const fetched = address => fetch(address).then(answer => (answer.ok ? answer.text() : ""), () => "")

/** A key that is the page's own: not while words are written, nor with a modifier but that which types [ and ]. */
export const isOwnKey = event =>
  !event.isComposing && !event.metaKey && (event.getModifierState?.("AltGraph") || (!event.ctrlKey && !event.altKey)) &&
  !event.target.closest?.("input:not([type=radio]), textarea, select, [contenteditable], dialog")

/** Whether a click asks for what the browser makes of it: another window, a download, a longer selection. */
export const isForBrowser = event => event.ctrlKey || event.metaKey || event.shiftKey

/** Whether the pointer did the last, and what was chosen before: engines tell it differently with a click. */
export const pointer = { isLast: false, chosen: "" }
addEventListener("keydown", () => { pointer.isLast = false }, true)
addEventListener("pointerdown", () => { pointer.isLast = true; pointer.chosen = String(getSelection()) }, true)

/** Lets the page's address name a place in it, where the engine takes it: WebKit refuses too many in a short while. */
export const nameInAddress = hash => {
  try { history.replaceState(null, "", hash) } catch { /* the page is where it was */ }
}

/** Brings a module at the first event that is for it, and hands it all that have come until it is there. */
export const onFirstUse = (types, isFor, bring) => {
  let waiting = []
  const listener = event => {
    if (!isFor(event) || waiting.push(event) > 1) return
    bring().then(start => {
      for (const type of types) document.removeEventListener(type, listener)
      start(waiting)
    }, () => { waiting = [] }) // without a connection: it is asked for again later
  }
  for (const type of types) document.addEventListener(type, listener)
}
