/* What the theme's search dialog asks: a worker in place of the theme's own, by the same messages.
   Words of any script are found inside running text, pinyin with and without spaces, English by the beginnings of
   words. The text is looked through as it stands: nothing is cut into words, so nothing is lost between them. */
(() => {
  const READY = 1, QUERY = 2, RESULT = 3 // the theme's kinds of message; 0 brings the pages that it knows of
  const FEW = 5 // results of one page that are shown before "more"
  const WITHOUT_SPACES = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Khmer}\\p{sc=Lao}\\p{sc=Myanmar}"
  const PIECE = new RegExp(`[${WITHOUT_SPACES}]+|(?:(?![${WITHOUT_SPACES}])[\\p{L}\\p{M}\\p{N}])+`, "gu")
  const DENSE = new RegExp(`[${WITHOUT_SPACES}]`, "u")
  const START = `(?<!(?![${WITHOUT_SPACES}])[\\p{L}\\p{M}\\p{N}])` // of a word
  const END = `(?!(?![${WITHOUT_SPACES}])[\\p{L}\\p{M}\\p{N}])`
  const WEIGHTS = { names: 10, title: 5, original: 4, text: 2 }
  const PARAGRAPH = { ...WEIGHTS, title: 1, original: 6, text: 5 } // its title is its section's
  const SOURCE = { title: 1, text: 1 }
  const NAMED = 100 // what is called just so comes first

  const folds = new Map() // of single characters
  const foldOne = sign => folds.get(sign) ?? folds.set(sign, fold(sign)).get(sign)
  // Blind to accents, to the points over Arabic and Hebrew, and to what cannot be seen; the vowels of Thai or Hindi stay.
  const UNSEEN = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]|\p{Cf}/gu
  const LIKE = { ي: "ی", ى: "ی", ك: "ک" } // keyboards for Arabic and for Persian have each their own
  const fold = text => text.normalize("NFKD").replace(UNSEEN, "").replace(/[يىك]/g, sign => LIKE[sign]).toLowerCase()
  const SIGNS = { lt: "<", gt: ">", amp: "&", quot: '"', "#34": '"', "#39": "'", "#x27": "'" }
  const plain = html => html.replace(/&(\w+|#\w+);/g, (whole, name) => SIGNS[name] ?? whole).replaceAll("\u200b", "")
  const escape = text => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")

  /* -- what can be found ------------------------------------------------------------------------ */
  let host = []
  let told = "" // the attributes of the article's words
  let own = null // those words amid English
  const prepare = docs => docs.map((doc, order) => {
    const fields = { names: (doc.names || []).map(plain), title: plain(doc.title), original: plain(doc.original || ""), text: plain(doc.text || "") }
    const folded = { names: fields.names.map(fold).join("\n"), title: fold(fields.title), original: fold(fields.original), text: fold(fields.text) }
    const weights = doc.location.includes("#p-") ? PARAGRAPH : /^sources\/(index\.html)?#/.test(doc.location) ? SOURCE : WEIGHTS
    return { location: doc.location, order, weights, fields, folded, called: fields.names.map(fold), spoken: doc.spoken || "" }
  })
  let loading = null
  const everything = () => loading ??= fetch(new URL("../search/entries.json", location)).then(answer => answer.json()).then(
    found => {
      told = `lang="${found.language.replace(/[^\w-]/g, "")}"${found.direction === "rtl" ? ' dir="rtl"' : ""}`
      own = found.letters && new RegExp(`[${found.letters}](?:[^A-Za-z&;]*[${found.letters}\\p{M}])?`, "gu")
      return prepare([...found.docs, ...host])
    },
    error => { console.warn(error); loading = null; return prepare(host) })

  /* -- what is asked ------------------------------------------------------------------------------ */
  const stem = word => { const short = word.replace(/(?:ies|ing|ed|es|s|e)$/, ""); return short.length < 4 ? word : short }
  const forms = piece => DENSE.test(piece) ? [[piece, 3]] : [[START + piece + END, 3], [START + piece, 2], [START + stem(piece), 1]]
  // `least` is in all that its forms find: to look for it first spares most of the work.
  const asked = piece => ({ piece, least: DENSE.test(piece) ? piece : stem(piece), forms: forms(piece).map(([form, weight]) => [new RegExp(form, "gu"), weight]) })
  // Letters as pinyin: `xisikongji` and `xi si kong ji` alike, from the beginning of a syllable on.
  const syllables = query => {
    const letters = query.replace(/[\s'’-]+/g, "").replace(/([ln])v/g, "$1u")
    return /^[a-z]{2,}$/.test(letters) ? new RegExp(`(?<![a-z])${[...letters].join("[ '’-]?")}`, "g") : null
  }

  const weigh = (doc, { forms, least }) => {
    let best = 0
    let count = 0
    const fields = Object.entries(doc.weights).filter(([name]) => doc.folded[name].includes(least))
    for (const [form, weight] of forms) {
      for (const [name, field] of fields) {
        const found = doc.folded[name].match(form)
        if (!found) continue
        best = Math.max(best, field * weight)
        count += found.length
      }
      if (best) break
    }
    return best && best + Math.log2(1 + count) / 2
  }
  // One syllable alone is too often an English word: it counts as pinyin only where it is the whole of a name's.
  const sounds = (doc, sound) => {
    const found = sound && doc.spoken ? doc.spoken.match(sound) : null
    if (!found) return 0
    if (doc.spoken.split(" · ").includes(found[0])) return NAMED
    return found[0].includes(" ") ? 8 : 0
  }

  const find = (docs, query) => {
    const whole = fold(query).trim()
    const pieces = [...new Set(whole.match(PIECE) || [])]
    if (!pieces.length) return []
    const sound = syllables(whole)
    const one = pieces.map(piece => ({ ...asked(piece), sound: pieces.length > 1 ? syllables(piece) : null }))
    const score = doc => {
      const parts = one.map(part => weigh(doc, part) || sounds(doc, part.sound))
      const all = parts.every(Boolean) ? parts.reduce((sum, part) => sum + part) : 0
      const phrase = all && pieces.length > 1 && Object.values(doc.folded).some(text => text.includes(whole)) ? 6 : 0
      return Math.max(all + phrase, sounds(doc, sound)) + (doc.called.includes(whole) ? NAMED : 0)
    }
    const found = docs.map(doc => ({ doc, score: score(doc), terms: {} })).filter(item => item.score)
    const longest = [...one].sort((a, b) => b.piece.length - a.piece.length)
    const show = longest.flatMap(part => part.forms.map(([form]) => form))
    const spoken = [sound, ...one.map(part => part.sound)].filter(Boolean)
    if (found.length) return found.map(item => ({ ...item, show, spoken }))
    // Nothing has all of it: what has most, in pairs of characters.
    const paired = signs => signs.slice(1).map((second, index) => signs[index] + second)
    const pairs = pieces.flatMap(piece => DENSE.test(piece) && piece.length > 2 ? paired([...piece]) : [piece])
    if (pairs.length < 2) return []
    const some = pairs.map(asked)
    const close = docs.map(doc => {
      const parts = some.map(part => weigh(doc, part))
      return {
        doc, spoken: [], show: some.flatMap(part => part.forms.map(([form]) => form)),
        terms: Object.fromEntries(pairs.map((pair, index) => [pair, Boolean(parts[index])])),
        share: parts.filter(Boolean).length / parts.length, score: parts.reduce((sum, part) => sum + part),
      }
    }).filter(item => item.share >= 0.5)
    const most = Math.max(0, ...close.map(item => item.share))
    return close.filter(item => item.share === most)
  }

  /* -- how it is shown ------------------------------------------------------------------------------ */
  // The places where the forms stand in a text, whose folded characters are counted back to its own.
  const places = (text, show) => {
    let folded = ""
    const origin = []
    let offset = 0
    for (const character of text) {
      const short = foldOne(character)
      for (let index = 0; index < short.length; index++) origin.push(offset)
      folded += short
      offset += character.length
    }
    origin.push(offset)
    const taken = new Uint8Array(text.length)
    for (const form of show) for (const found of folded.matchAll(form)) taken.fill(1, origin[found.index], Math.max(origin[found.index] + 1, origin[found.index + found[0].length]))
    return taken
  }
  const spokenPlaces = (doc, spoken, taken) => {
    const signs = [...doc.fields.original.matchAll(/\p{sc=Han}/gu)]
    for (const form of spoken) for (const found of doc.spoken.matchAll(form)) {
      if (!found[0].includes(" ")) continue
      const first = doc.spoken.slice(0, found.index).split(" ").length - 1
      signs.slice(first, first + found[0].split(" ").length).forEach(sign => taken.fill(1, sign.index, sign.index + sign[0].length))
    }
  }
  // Words of the article's language amid English are told to be so.
  const tagged = html => own ? html.replace(own, words => `<span ${told}>${words}</span>`) : html
  const marked = (text, taken, from, to) => {
    let html = from ? "…" : ""
    for (let start = from; start < to;) {
      let end = start
      while (end < to && taken[end] === taken[start]) end++
      const words = tagged(escape(text.slice(start, end)))
      html += taken[start] ? `<mark>${words}</mark>` : words
      start = end
    }
    return html + (to < text.length ? "…" : "")
  }
  // A stretch of the text about its longest word that was asked for: the short ones stand everywhere.
  const around = (text, show, room, taken = places(text, show)) => {
    if (!text) return ""
    const first = show.map(form => places(text, [form]).indexOf(1)).find(place => place >= 0) ?? taken.indexOf(1)
    let from = Math.max(0, first - Math.floor(room / 4))
    if (text.length - from < room) from = Math.max(0, text.length - room)
    let to = Math.min(text.length, from + room)
    // Not in the middle of an English word, nor of a sign of two code units.
    while (from > 0 && /[\p{sc=Latin}\p{N}\p{Cs}]/u.test(text[from - 1]) && /[\p{sc=Latin}\p{N}\p{Cs}]/u.test(text[from])) from--
    while (to < text.length && /[\p{sc=Latin}\p{N}\p{Cs}]/u.test(text[to - 1]) && /[\p{sc=Latin}\p{N}\p{Cs}]/u.test(text[to])) to++
    return marked(text, taken, from, to)
  }
  const shown = ({ doc, show, spoken, terms }, score) => {
    const { title, original, text } = doc.fields
    const taken = places(original, show)
    spokenPlaces(doc, spoken, taken)
    const words = around(original, show, 60, taken)
    const english = around(text, show, 150)
    return {
      location: doc.location, score, terms,
      title: marked(title, places(title, show), 0, title.length),
      text: `${words && `<p>${words}</p>`}${english && `<p>${english}</p>`}`,
    }
  }
  // Results stand under their page; the theme opens those whose score is not below the first's.
  const grouped = (docs, found) => {
    const pages = new Map(docs.filter(doc => !doc.location.includes("#")).map(doc => [doc.location, doc]))
    const groups = new Map()
    for (const item of found) {
      const page = item.doc.location.split("#")[0]
      groups.set(page, [...(groups.get(page) || []), item])
    }
    return [...groups].map(([page, items]) => {
      const best = items[0].score
      const group = items.map((item, index) => shown(item, index < FEW ? best : 0))
      if (!items.some(item => item.doc.location === page)) group.push({ location: page, title: tagged(escape(pages.get(page)?.fields.title || page)), text: "", score: 0, terms: {} })
      return group
    })
  }

  const search = async query => {
    if (!query.trim()) return []
    const docs = await everything()
    const found = find(docs, query).sort((a, b) => b.score - a.score || a.doc.order - b.doc.order)
    return grouped(docs, found)
  }

  let queries = 0
  addEventListener("message", async ({ data: { type, data } }) => {
    if (type === 0) {
      host = data.docs.map(doc => ({ ...doc, text: doc.text.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim() }))
      loading = null
      return postMessage({ type: READY })
    }
    if (type !== QUERY) return
    const mine = ++queries
    if (data.trim()) await everything()
    await new Promise(resolve => setTimeout(resolve)) // what was typed meanwhile is told first: only the last is looked for
    if (mine === queries) postMessage({ type: RESULT, data: { items: await search(data) } })
  })
})()
