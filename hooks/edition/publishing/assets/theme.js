/* Brings the theme's script, and then does what the reader meant when it was not yet there. Loaded on first use. */
const query = document.querySelector("[name=query]")
let wish = null
let ready = false

const search = () => {
  const toggle = document.getElementById("__search")
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
  if (ready) return
  if (type === "keydown" || target === query || target.closest?.("[for=__search]")) wish = search
  else if (type === "click" && target.closest?.("[for^=__palette]")) wish = colours
  if (!later.isConnected) return
  const script = document.createElement("script")
  script.src = later.dataset.src
  script.addEventListener("load", () => {
    ready = true
    wish?.()
  })
  later.replaceWith(script)
}
