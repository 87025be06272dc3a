/* What every module asks of the page in which it stands. */

export const root = document.documentElement
/** @type {HTMLElement} the text; on a page that has none it is null, and nothing is started that asks for it */
export const edition = /** @type {any} */ (document.querySelector(".edition"))
export const wide = matchMedia("(min-width: 60em)")
export const calm = matchMedia("(prefers-reduced-motion: reduce)")

/**
 * @param {string} selector
 * @param {ParentNode} within
 * @returns {HTMLElement[]}
 */
export const all = (selector, within = document) => [...within.querySelectorAll(/** @type {any} */ (selector))]

/** The names of what is hidden of the notes and over the text. */
export const hidden = () => new Set((root.dataset.hide || "").split(" ").filter(Boolean))

/**
 * @param {{target: EventTarget | null}} event
 * @returns {HTMLElement} what it is about; at times the document, which lacks most of an element
 */
export const targetOf = event => /** @type {any} */ (event.target)

/**
 * A key that is the page's own: not while words are written, nor with a modifier but that which types [ and ].
 * @param {KeyboardEvent} event
 */
export const isOwnKey = event =>
  !event.isComposing &&
  !event.metaKey &&
  (event.getModifierState?.("AltGraph") || (!event.ctrlKey && !event.altKey)) &&
  !targetOf(event).closest?.("input:not([type=radio]), textarea, select, [contenteditable], dialog")

/**
 * Whether a click asks for what the browser makes of it: another window, a download, a longer selection.
 * @param {MouseEvent} event
 */
export const isForBrowser = event => event.ctrlKey || event.metaKey || event.shiftKey

/** Whether the pointer did the last, and what was chosen before: engines tell it differently with a click. */
export const pointer = { isLast: false, chosen: "" }
/** Whether a click ends the choice of words, and so asks for nothing. */
export const endsChoice = () => {
  const chosen = String(getSelection())
  return pointer.isLast && chosen !== "" && chosen !== pointer.chosen
}
addEventListener(
  "keydown",
  () => {
    pointer.isLast = false
  },
  true,
)
addEventListener(
  "pointerdown",
  () => {
    pointer.isLast = true
    pointer.chosen = String(getSelection())
  },
  true,
)

/**
 * Does what an engine, an app or a private window may refuse; answers with what comes of it.
 * @template T
 * @param {() => T} what
 * @returns {T | undefined}
 */
export const attempt = what => {
  try {
    return what()
  } catch {
    return
  }
}

/**
 * Lets the page's address name a place in it, where the engine takes it: WebKit refuses too many in a short while.
 * @param {string} hash
 */
export const nameInAddress = hash => attempt(() => history.replaceState(true, "", hash))

/** Says that what was asked for cannot be loaded: Firefox asks for it again only from a page that is loaded anew. */
export const tellLoss = () => {
  const told = document.createElement("p")
  told.lang = "en"
  told.popover = "auto"
  told.role = "alert"
  told.textContent = "Not loaded. Reload the page once you are online."
  told.onclick = told.remove
  document.body.append(told)
  told.showPopover?.()
}

/**
 * Brings a module at the first event that is for it, and hands it all that have come until it is there.
 * @param {string[]} types
 * @param {(event: any) => unknown} isFor
 * @param {() => Promise<(events: any[]) => unknown>} bring
 */
export const onFirstUse = (types, isFor, bring) => {
  /** @type {Event[]} */
  let waiting = []
  /** @param {Event} event */
  const listener = event => {
    if (!isFor(event) || waiting.push(event) > 1) return
    bring().then(
      start => {
        for (const type of types) document.removeEventListener(type, listener)
        start(waiting)
      },
      () => {
        // What a pointer passed, or words that were chosen, asked for nothing by themselves.
        if (waiting.some(({ type }) => ["click", "keydown"].includes(type))) tellLoss()
        waiting = []
      },
    )
  }
  for (const type of types) document.addEventListener(type, listener)
}
