/* Text to the clipboard, where the browser or the app that shows the page lets it. */

/**
 * Copies a text; to be called while a click or a key is answered.
 * @param {string} text
 * @returns {Promise<boolean>} whether it is in the clipboard now
 */
export const copyText = async text => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // none in an insecure page and in many an app: the old way needs the text in the page, and chosen
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)
    const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true })
    field.style.cssText = "position: fixed; top: 0; opacity: 0"
    const holder = focused?.parentElement ?? document.body // the menu, which closes when the focus leaves it
    holder.append(field)
    field.select()
    try {
      return document.execCommand("copy")
    } catch {
      return false
    } finally {
      field.remove()
      focused?.focus({ preventScroll: true })
    }
  }
}
