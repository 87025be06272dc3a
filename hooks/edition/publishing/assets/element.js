/* Elements, built of nodes, so that no text becomes HTML. */

/**
 * An element with properties, attributes (`data-…`, `aria-…`, `for`, `list`) and children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} properties
 * @param {Child[]} children
 */
export const h = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties))
    if (name in element && !name.includes("-") && name !== "list") Object.assign(element, { [name]: value })
    else if (value !== null && value !== false) element.setAttribute(name, String(value))
  const all = /** @type {(Node | string | 0)[]} */ (children.flat(9).filter(child => child || child === 0))
  element.append(...all.map(child => child || "0"))
  return element
}
