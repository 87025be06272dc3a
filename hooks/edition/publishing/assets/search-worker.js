/* A worker that looks for what is typed, so that typing never waits. Its entries come with the first query. */
import { excerpt, knowLetters } from "./excerpt.js"
import { find, prepare } from "./find.js"
import { knowAlike } from "./fold.js"

const AT_ONCE = 200 // results that are handed over

/** @type {Promise<{language: string, direction: string, docs: import("./find.js").Doc[]} | null> | null} */
let loading = null
/** @param {string} address */
const everything = address => {
  loading ??= fetch(address)
    .then(answer => answer.json())
    .then(({ language, direction, letters, alike, docs }) => {
      knowAlike(alike)
      knowLetters(letters)
      return { language, direction, docs: prepare(docs) }
    })
    .catch(error => {
      console.warn(error)
      loading = null // asked for again with the next query
      return null
    })
  return loading
}

let queries = 0
addEventListener("message", async ({ data: { query, entries } }) => {
  const mine = ++queries
  const all = await everything(entries)
  // What was typed meanwhile is told first: only the last is looked for.
  await new Promise(resolve => setTimeout(resolve))
  if (mine !== queries) return
  const { language, direction, docs } = all ?? { language: "", direction: "", docs: [] }
  const found = find(docs, query)
  const results = found.slice(0, AT_ONCE).map(excerpt)
  postMessage({ query, language, direction, count: all && found.length, results })
})
