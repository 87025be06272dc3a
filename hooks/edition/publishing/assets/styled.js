/* Stylesheets of what is loaded on first use. */

/**
 * Brings a stylesheet that lies beside the scripts; settles when it is there, or cannot be had.
 * @param {string} name
 */
export const styled = name =>
  new Promise(done => {
    const href = String(new URL(name, import.meta.url))
    const link = { rel: "stylesheet", href, onload: done, onerror: done }
    document.head.append(Object.assign(document.createElement("link"), link))
  })
