/* The reader's comfort: notes level with their words, opened where they are wanted. Without it all is still there. */
(() => {
  const root = document.documentElement
  const edition = document.querySelector(".edition")
  const wide = matchMedia("(min-width: 60em)")
  const calm = matchMedia("(prefers-reduced-motion: reduce)")
  const all = (selector, from = document) => [...from.querySelectorAll(selector)]
  const GAP = 7 // pixels between two notes
  const REACH = 60 // pixels from its words from which on a note says less, so that all come nearer

  /* -- what is shown ------------------------------------------------------------------------- */
  const hidden = () => new Set((root.dataset.hide || "").split(" ").filter(Boolean))
  const sound = async () => {
    if (!edition || edition.dataset.spoken || hidden().has("pinyin") || !document.querySelector("[data-show=pinyin]")) return
    edition.dataset.spoken = "true"
    const lines = (await (await fetch("pinyin.txt")).text()).split("\n")
    all(".words", edition).forEach((words, index) => {
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
        rt.textContent = syllables.shift()
        ruby.append(piece, rt)
        return ruby
      }))
    })
    place()
  }
  for (const button of all("[data-show]")) {
    button.ariaPressed = String(!hidden().has(button.dataset.show))
    button.addEventListener("click", () => {
      const names = hidden()
      const off = button.ariaPressed === "true"
      names[off ? "add" : "delete"](button.dataset.show)
      button.ariaPressed = String(!off)
      root.dataset.hide = [...names].join(" ")
      try { localStorage.setItem("edition.hide", root.dataset.hide || "none") } catch { /* private mode */ }
      sound().then(place)
    })
  }
  const chosen = location.hash.startsWith("#show-") && document.querySelector(`.filter input[value="${CSS.escape(location.hash.slice(6))}"]`)
  if (chosen) chosen.checked = true
  if (!edition) return

  /* -- where notes stand ----------------------------------------------------------------------- */
  const words = note => note.parentElement.previousElementSibling
  const marksOf = (id, from = edition) => all(`[data-notes~="${id}"]`, from)
  const isShown = note => note.offsetParent !== null

  // Isotonic regression by pooling adjacent violators (Ayer et al. 1955): each note as near to its words as the
  // others allow, an open one before all. What would collide moves up and down by equal shares.
  const settle = (items, floor) => {
    const pools = []
    let offset = 0
    for (const item of items) {
      item.offset = offset
      offset += item.height + GAP
      let pool = { sum: (item.wanted - item.offset) * item.weight, weight: item.weight, items: [item] }
      while (pools.length && pools.at(-1).sum / pools.at(-1).weight >= pool.sum / pool.weight) {
        const above = pools.pop()
        pool = { sum: above.sum + pool.sum, weight: above.weight + pool.weight, items: above.items.concat(pool.items) }
      }
      pools.push(pool)
    }
    for (const pool of pools)
      for (const item of pool.items) item.top = Math.max(floor, pool.sum / pool.weight) + item.offset
    return pools
  }

  // Where many notes crowd on few words, each shows fewer of its lines at rest: the longest give first, a verdict keeps two.
  const crowd = (items, floor) => {
    for (;;) {
      const crowded = settle(items, floor).filter(pool => pool.items.some(item => Math.abs(item.top - item.wanted) > REACH))
      const most = crowded.map(pool => Math.max(0, ...pool.items.filter(item => item.lines > item.least).map(item => item.lines)))
      if (!most.some(Boolean)) return
      crowded.forEach((pool, index) => pool.items.filter(item => item.lines === most[index] && item.lines > item.least).forEach(item => {
        item.lines -= 1
        item.height -= item.line
        item.note.style.setProperty("--lines", item.lines)
      }))
    }
  }

  const place = () => {
    if (!wide.matches) { edition.style.minHeight = ""; edition.classList.add("placed"); return }
    const base = edition.getBoundingClientRect().top
    const notes = all(".note", edition).filter(isShown)
    const atRest = !notes.some(note => note.open)
    if (atRest) notes.forEach(note => note.style.removeProperty("--lines"))
    const line = notes.length ? parseFloat(getComputedStyle(notes[0]).lineHeight) : 0
    const items = notes.map(note => {
      const mark = marksOf(note.dataset.note, words(note))[0] || words(note)
      const height = note.offsetHeight
      return { note, wanted: mark.getClientRects()[0].top - base, height, line, lines: Math.round(height / line), least: note.matches(".check:not(.again)") ? 2 : 1, weight: note.open ? 1e4 : 1 }
    })
    if (atRest) crowd(items, 0)
    // With one open, those above it may rise beside the section's head.
    const head = document.querySelector(".head")
    settle(items, head && items.some(item => item.note.open) ? head.getBoundingClientRect().top - base : 0)
    for (const { note, top } of items) note.style.top = `${top}px`
    const last = items.at(-1)
    edition.style.minHeight = last ? `${last.top + last.height}px` : ""
    edition.classList.add("placed")
  }

  /* -- opening ------------------------------------------------------------------------------------ */
  let from = null // what had the focus before a note was opened
  const sheet = document.createElement("section")
  sheet.className = "sheet"
  sheet.hidden = true
  sheet.lang = "en"
  sheet.tabIndex = -1
  sheet.setAttribute("role", "dialog")
  sheet.setAttribute("aria-label", "Notes on these words")
  sheet.setAttribute("data-apparatus", "")
  edition.after(sheet)

  const light = (ids, on) => {
    for (const id of ids) for (const element of [...marksOf(id), ...all(`.note[data-note="${id}"]`, edition)]) element.classList.toggle("lit", on)
  }
  const quiet = () => all(".lit").forEach(element => element.classList.remove("lit"))

  const close = () => {
    const focused = sheet.contains(document.activeElement) || document.activeElement?.closest(".note[open]")
    all(".note[open]", edition).forEach(note => { note.open = false })
    sheet.hidden = true
    document.body.style.paddingBottom = ""
    sheet.replaceChildren()
    quiet()
    if (focused && from) from.focus()
    from = null
  }

  const open = (notes, { focus = false, mark = marksOf(notes[0].dataset.note, words(notes[0]))[0], origin = document.activeElement } = {}) => {
    close()
    from = origin
    light(notes.map(note => note.dataset.note), true)
    // A word that comes again has its note far up: there it is shown beside the word, as on a narrow screen below it.
    const near = !mark || words(notes[0]) === mark.closest(".words")
    if (wide.matches && near) {
      notes[0].open = true
      place()
      notes[0].scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" })
      if (focus) notes[0].firstElementChild.focus({ preventScroll: true })
      return
    }
    const button = document.createElement("button")
    button.className = "close"
    button.textContent = "Close"
    button.addEventListener("click", close)
    const copies = notes.map((note, index) => {
      const copy = note.cloneNode(true)
      copy.removeAttribute("id")
      copy.removeAttribute("style")
      copy.open = index === 0
      return copy
    })
    sheet.replaceChildren(...copies, button)
    sheet.hidden = false
    sheet.scrollTop = 0
    if (wide.matches) {
      sheet.style.top = `${mark.getClientRects()[0].top - sheet.offsetParent.getBoundingClientRect().top}px`
      if (focus) sheet.focus({ preventScroll: true })
      return
    }
    document.body.style.paddingBottom = `${sheet.offsetHeight}px` // so that the last words can rise above it
    if (focus) sheet.focus()
    const clear = sheet.getBoundingClientRect().top
    const below = mark ? mark.getBoundingClientRect().bottom + 12 - clear : 0
    if (below > 0) scrollBy({ top: below, behavior: calm.matches ? "auto" : "smooth" })
  }

  // The notes of a mark: those in its paragraph's margin first, else where the note stands in this section.
  const notesOf = mark => {
    const margin = mark.closest(".words")?.nextElementSibling
    const own = document.getElementById((mark.getAttribute("href") || mark.dataset.href || "").slice(1))
    const ids = (mark.dataset.notes || "").split(" ").filter(Boolean)
    const found = ids.reverse().map(id => margin?.querySelector(`.note[data-note="${id}"]`) || document.getElementById(`note-${id}`))
    return [...new Set([own, ...found])].filter(note => note?.matches(".note"))
  }

  edition.addEventListener("click", event => {
    const chip = event.target.closest(".chip")
    if (chip) { chip.ariaExpanded = String(chip.parentElement.classList.toggle("open")); return }
    const mark = event.target.closest(".mark, .sign")
    const notes = mark ? notesOf(mark) : []
    if (!notes.length || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (wide.matches && notes[0].open) return close()
    open(notes, { focus: event.detail === 0, mark })
    history.replaceState(null, "", `#${notes[0].id}`)
  })
  edition.addEventListener("toggle", event => { if (event.target.matches?.(".note")) place() }, true)

  /* -- words and notes light up together ----------------------------------------------------------- */
  const idsAt = target => {
    const found = target.closest?.("[data-notes], .note")
    return found ? (found.dataset.notes || found.dataset.note).split(" ") : []
  }
  let lit = []
  const follow = event => {
    light(lit, false)
    lit = idsAt(event.target)
    light(lit, true)
  }
  edition.addEventListener("pointerover", event => { if (event.pointerType === "mouse") follow(event) })
  edition.addEventListener("focusin", follow)

  /* -- keys ------------------------------------------------------------------------------------------ */
  let current = -1
  addEventListener("keydown", event => {
    if (event.target.closest("input, textarea") || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === "Escape") return close()
    if (event.key !== "[" && event.key !== "]") return
    const notes = all(".note", edition).filter(note => !hiddenKind(note))
    if (!notes.length) return
    const now = notes.findIndex(note => note.open || note.contains(document.activeElement))
    current = ((now >= 0 ? now : current) + (event.key === "]" ? 1 : -1) + notes.length) % notes.length
    // Escape then leads to the words of the note to which the walk has come.
    open([notes[current]], { focus: true, origin: words(notes[current]).querySelector(`a[href="#${notes[current].id}"]`) || document.activeElement })
  })
  const KINDS = { checks: "check", names: "bio", words: "gloss" }
  const hiddenKind = note => [...hidden()].some(name => note.classList.contains(KINDS[name]))

  /* -- arriving ---------------------------------------------------------------------------------------- */
  const arrive = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (target?.matches(".note")) {
      open([target])
      const mark = marksOf(target.dataset.note, words(target))[0]
      mark?.scrollIntoView({ block: "center" })
    }
  }
  place()
  sound().then(arrive)
  addEventListener("hashchange", arrive)
  new ResizeObserver(place).observe(edition)
  document.fonts?.ready.then(place)
  wide.addEventListener("change", () => { close(); all(".note", edition).forEach(note => note.removeAttribute("style")); place() })
})()
