/* A field of the composer that repeats: rows of a few controls, and a button for one more. */
import { h } from "./element.js"

/** @typedef {Record<string, string>} Row what is written in the controls, by the name of each */

/**
 * @param {string} name
 * @param {string} title
 * @param {Row[]} rows which grow, and change
 * @param {() => Row} blank
 * @param {Record<string, [label: string, make: () => Control]>} parts
 * @param {() => void} changed
 */
export const repeated = (name, title, rows, blank, parts, changed) => {
  const attributes = { role: "group", "aria-label": title, "aria-describedby": `compose-${name}-said` }
  const holder = h("span", { className: "rows", id: `compose-${name}`, tabIndex: -1, ...attributes })
  /** @param {Row} row */
  const controlsOf = row => {
    const controls = Object.entries(parts).map(([part, [label, make]]) => {
      const control = make()
      control.value = row[part] || ""
      control.setAttribute("aria-label", label)
      control.addEventListener("input", () => {
        row[part] = control.value
        changed()
      })
      return control
    })
    return h("span", { className: "row" }, ...controls)
  }
  const add = () => {
    const row = blank()
    rows.push(row)
    const controls = controlsOf(row)
    holder.append(controls)
    /** @type {Control | null} */
    const first = controls.querySelector("input, select")
    first?.focus()
  }
  holder.append(...rows.map(controlsOf))
  return { holder, more: h("button", { type: "button", onclick: add }, "One more") }
}
