/* Pinyin over the text, as ruby: a line of `lines` for each of the blocks, a syllable for each character. Loaded on first use. */
const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("pinyin.css", import.meta.url) })
await new Promise(done => {
  style.onload = style.onerror = done
  document.head.append(style)
})

export const write = (blocks, lines) => blocks.forEach((words, index) => {
  const syllables = (lines[index] || "").split(" ").filter(Boolean)
  if (!syllables.length) return
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, node =>
    node.nodeType === 3 ? NodeFilter.FILTER_ACCEPT : node.matches("[data-apparatus]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP)
  const texts = []
  while (walker.nextNode()) texts.push(walker.currentNode)
  for (const text of texts) text.replaceWith(...[...text.data.matchAll(/\p{Script=Han}|\P{Script=Han}+/gu)].map(([piece]) => {
    if (!/\p{Script=Han}/u.test(piece)) return piece
    const ruby = document.createElement("ruby")
    const rt = document.createElement("rt")
    rt.lang = "zh-Latn-pinyin"
    rt.dataset.apparatus = ""
    rt.dataset.syllable = syllables.shift() // drawn by the stylesheet: as text it would part the words for a search in the page
    ruby.append(piece, rt)
    return ruby
  }))
})
