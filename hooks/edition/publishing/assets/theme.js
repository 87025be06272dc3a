/* Brings the theme's script, and then does what the reader meant when it was not yet there. Loaded on first use. */
const query = document.querySelector("[name=query]")
const dialog = document.querySelector(".md-search")
let wish = null
let tried = false
let ready = false

// The theme takes the focus from the field at Tab, where WebKit begins again at the top of the page, and back into it
// at Shift: the browser moves it, and the dialog closes when the focus has left it.
const toggle = document.getElementById("__search")
dialog?.addEventListener("keydown", event => { if (event.key === "Tab" || event.key === "Shift") event.stopPropagation() })
dialog?.addEventListener("focusout", event => { if (toggle.checked && event.relatedTarget && !dialog.contains(event.relatedTarget)) toggle.click() })

const search = () => {
  if (!toggle.checked) toggle.click()
  query.focus()
  query.dispatchEvent(new Event("keyup"))
}
const colours = () => {
  for (const input of document.querySelectorAll("[data-md-component=palette] input")) input.checked = false
  document.querySelector("[data-md-component=palette] label:not([hidden])")?.click()
}

/* `later`: the script's element, which names its address; `type` and `target` of the event that asks for it. */
export const bring = (later, type, target) => {
  if (ready || tried && type === "pointermove") return
  tried = true
  if (type === "focusin" && target === query) wish = () => { if (document.activeElement === query) search() } // who has gone on is not called back
  else if (type === "keydown" || type === "click" && target.closest?.(".md-search__form, [for=__search]")) wish = search
  else if (type === "click" && target.closest?.("[for^=__palette]")) wish = colours
  if (!later.isConnected) return
  const script = document.createElement("script")
  script.src = later.dataset.src
  script.addEventListener("load", () => {
    ready = true
    wish?.()
  })
  script.addEventListener("error", () => script.replaceWith(later)) // it is asked for again when it is wanted again
  later.replaceWith(script)
}
