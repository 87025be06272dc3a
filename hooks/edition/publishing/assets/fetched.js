/* What stands at an address. Loaded by what asks for it. */

/**
 * What stands at an address; nothing where it cannot be had.
 * @param {string} address
 */
export const fetched = address =>
  fetch(address).then(
    answer => (answer.ok ? answer.text() : ""),
    () => "",
  )
