/* The reader's comfort: notes level with their words, opened where they are wanted. Without it all is still there. */
(() => {
  const root = document.documentElement
  const edition = document.querySelector(".edition")
  if (!root.classList.contains("scripted")) { // a host lets no script within the page run
    root.classList.add("scripted")
    root.dataset.hide = "pinyin sentences"
  }
  const wide = matchMedia("(min-width: 60em)")
  const calm = matchMedia("(prefers-reduced-motion: reduce)")
  const all = (selector, from = document) => [...from.querySelectorAll(selector)]
  const GAP = 7 // pixels between two notes
  const FAR = 120 // pixels from its words from which on an opened note is shown beside them instead
  const ROOM = 64 // pixels that a paragraph gives to taller notes at most
  const REACH = 60 // pixels from its words from which on a note says less, so that all come nearer

  const here = document.currentScript.src
  const load = name => import(new URL(name, here)) // what is loaded on first use
  const fetched = address => fetch(address).then(answer => answer.ok ? answer.text() : "", () => "")

  // Safari lets the address change a hundred times in ten seconds, and throws then.
  const nameInAddress = hash => { try { history.replaceState(null, "", hash) } catch { /* it names another place */ } }

  // Keys that are the page's own: not while words are written, nor with a modifier but that which types [ and ].
  const isOwnKey = event => !event.isComposing && !event.metaKey && (event.getModifierState?.("AltGraph") || !event.ctrlKey && !event.altKey) &&
    !event.target.closest?.("input, textarea, select, [contenteditable]")
  // Whether the pointer did the last, and what was chosen before: engines tell it differently with a click.
  let pointed = false
  let chosen = ""
  addEventListener("keydown", () => { pointed = false }, true)
  addEventListener("pointerdown", () => { pointed = true; chosen = String(getSelection()) }, true)

  /* -- what is shown ------------------------------------------------------------------------- */
  const hidden = () => new Set((root.dataset.hide || "").split(" ").filter(Boolean))
  const sound = async () => {
    const from = edition?.dataset.pinyin
    if (!from || hidden().has("pinyin")) return
    delete edition.dataset.pinyin
    const lines = (await fetched(from)).split("\n")
    const pinyin = lines.length > 1 && await load("pinyin.js").catch(() => null)
    if (!pinyin) { edition.dataset.pinyin = from; return } // without a connection: it is asked for again later
    pinyin.write(all(".words", edition), lines)
    place()
  }
  const path = document.querySelector("[data-path]")
  const show = names => {
    root.dataset.hide = [...names].join(" ")
    for (const button of all("[data-show]")) button.setAttribute("aria-pressed", !names.has(button.dataset.show))
    const kinds = ["checks", "names", "words"].filter(name => !names.has(name)).join(" ")
    if (path) path.value = [...path.options].some(option => option.value === kinds) ? kinds : ""
  }
  const choose = names => {
    show(names)
    try { localStorage.setItem("edition.hide", root.dataset.hide || "none") } catch { /* private mode */ }
    sound().then(place)
  }
  show(hidden())
  for (const button of all("[data-show]")) button.addEventListener("click", () => {
    const names = hidden()
    names[names.has(button.dataset.show) ? "delete" : "add"](button.dataset.show)
    choose(names)
  })
  path?.addEventListener("change", () => {
    const names = hidden()
    for (const kind of ["checks", "names", "words"]) names[path.value.includes(kind) ? "delete" : "add"](kind)
    choose(names)
  })
  const verdict = location.hash.startsWith("#show-") && document.querySelector(`.filter input[value="${CSS.escape(location.hash.slice(6))}"]`)
  if (verdict) verdict.checked = true
  document.addEventListener("click", event => {
    const cited = event.target.closest(".number, [data-cite]")
    if (!cited || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (cited.hash) event.preventDefault() // to go there would take the focus from the menu
    load("cite.js").then(({ cite }) => {
      if (cited.hash) nameInAddress(cited.hash)
      cite(cited)
    }, () => { if (cited.hash) location.hash = cited.hash })
  })
  // The theme's search listens to keys alone; what is pasted or spoken is looked for, too.
  document.querySelector("[name=query]")?.addEventListener("input", event => event.target.dispatchEvent(new Event("keyup")))

  /* -- the theme's script comes when its search or its choice of colours is reached for ---------- */
  const later = document.querySelector("script[data-later]")
  const colours = all("[data-md-component=palette] input").find(input => input.dataset.mdColorScheme === document.body.dataset.mdColorScheme)
  if (colours) colours.nextElementSibling.hidden = false
  const bring = event => {
    const { type, key, target } = event
    if (key && !(["/", "f", "s"].includes(key) && isOwnKey(event))) return
    if (type === "pointermove" && !(later.isConnected && (event.movementX || event.movementY))) return // nothing is reached for
    if (key && later.isConnected) event.preventDefault()
    load("theme.js").then(({ bring }) => bring(later, type, target), () => {})
  }
  if (later) {
    for (const type of ["pointermove", "pointerdown", "focusin", "click"]) document.querySelector(".md-header")?.addEventListener(type, bring)
    addEventListener("keydown", bring)
  }
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

  // On a narrow screen the notes of a paragraph are folded, and the browser's own search still finds their words.
  const tuck = () => {
    for (const note of all(".margin .note", edition)) note.hidden = wide.matches || note.parentElement.classList.contains("open") ? false : "until-found"
  }
  edition.addEventListener("beforematch", event => {
    if (event.target.id === location.hash.slice(1)) return // it is arrived at, and opens where its words are
    event.target.closest(".margin")?.querySelector(".chip[aria-expanded=false]")?.click()
  })

  // Paper is the stylesheet's, but in WebKit, and where nothing styles what a closed note holds.
  if (navigator.vendor.startsWith("Apple") || !CSS.supports("selector(::details-content)")) load("paper.js").then(({ prepare }) => prepare(edition, () => place()), () => {})

  const place = () => {
    edition.classList.toggle("placed", !edition.style.visibility)
    if (!wide.matches) { edition.style.minHeight = ""; all(".words", edition).forEach(leaf => { leaf.style.paddingBottom = "" }); return }
    const base = edition.getBoundingClientRect().top
    const notes = all(".note", edition).filter(isShown)
    const atRest = !notes.some(note => note.open)
    if (atRest) notes.forEach(note => note.style.removeProperty("--lines"))
    const line = notes.length ? parseFloat(getComputedStyle(notes[0]).lineHeight) : 0
    const least = note => note.matches(".check:not(.again)") ? 2 : 1
    if (atRest) {
      const needs = new Map()
      for (const note of notes) needs.set(words(note), (needs.get(words(note)) || 0) + line * least(note) + GAP)
      edition.style.overflowAnchor = "none" // or Firefox scrolls along with the rooms that go, and not back when they come again
      for (const leaf of needs.keys()) leaf.style.paddingBottom = ""
      const rooms = [...needs].map(([leaf, need]) => [leaf, Math.min(ROOM, need - leaf.offsetHeight)])
      for (const [leaf, room] of rooms) if (room > 0) leaf.style.paddingBottom = `${room}px`
      if (edition.offsetHeight) edition.style.overflowAnchor = ""
    }
    const items = notes.map(note => {
      const mark = marksOf(note.dataset.note, words(note))[0] || words(note)
      const height = note.offsetHeight
      return { note, wanted: mark.getClientRects()[0].top - base, height, line, lines: Math.round(height / line), least: least(note), weight: note.open ? 1e4 : 1 }
    })
    if (atRest) crowd(items, 0)
    // With one open, those above it may rise beside the section's head.
    const head = document.querySelector(".head")
    settle(items, head && items.some(item => item.note.open) ? head.getBoundingClientRect().top - base : 0)
    for (const { note, top } of items) note.style.top = `${top}px`
    const last = items.at(-1)
    edition.style.minHeight = last ? `${last.top + last.height}px` : ""
  }

  /* -- opening ------------------------------------------------------------------------------------ */
  let from = null // what had the focus before a note was opened
  let waiting = 0 // the timer of what comes when the pointer rests
  let doing = null // and what that is, until it is done
  const rest = what => {
    clearTimeout(waiting)
    doing = what
    waiting = what ? setTimeout(() => { doing = null; what() }, 250) : 0
  }
  let arriving = false // at the note that the address names
  let pinned = null // the mark whose notes were opened by hand, and not by passing over it
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

  const fold = () => {
    sheet.hidden = true
    document.body.style.paddingBottom = ""
    sheet.replaceChildren()
  }
  const close = () => {
    const focused = sheet.contains(document.activeElement) || document.activeElement?.closest(".note[open]")
    all(".note[open]", edition).forEach(note => { note.open = false })
    fold()
    quiet()
    if (focused && from) from.focus()
    rest() // the focus that comes back asks for no preview
    from = pinned = null
  }

  // Where a note's file is mended; each note's own page has the same without script.
  const elsewhere = () => load("elsewhere.js")
  const ways = async note => { if (edition.dataset.files) await elsewhere().then(({ ways }) => ways(note, edition.dataset.files), () => {}) }

  // Scrolls as little as brings the elements between the header and the line `floor`: their beginning, where there is
  // no room for all. Answers with how far.
  const reveal = (elements, floor = innerHeight - 20) => {
    const boxes = elements.map(element => element.getBoundingClientRect())
    const top = Math.min(...boxes.map(box => box.top)) - 80
    const by = top < 0 ? top : Math.min(top, Math.max(0, Math.max(...boxes.map(box => box.bottom)) - floor))
    if (by) scrollBy({ top: by, behavior: calm.matches || arriving ? "instant" : "smooth" })
    return by
  }

  // Beside the words on a wide screen, from below on a narrow one: notes that stand elsewhere, or parts of other pages.
  const present = (parts, mark, focus) => {
    const button = document.createElement("button")
    button.className = "close"
    button.textContent = "Close"
    button.addEventListener("click", close)
    const copies = parts.map((part, index) => {
      const copy = part.cloneNode(true)
      copy.removeAttribute("id")
      copy.removeAttribute("style")
      copy.hidden = false
      copy.open = index === 0
      return copy
    })
    const links = Promise.all(copies.map(ways))
    sheet.replaceChildren(...copies, button)
    sheet.hidden = false
    sheet.scrollTop = 0
    sheet.style.maxHeight = ""
    if (wide.matches) {
      const by = focus ? reveal([mark]) : 0 // where the words will stand counts, and not where a smooth scroll has come
      // A link within a note is in the same column: what it leads to stands under it, or over it, and leaves it in reach.
      const link = mark.matches(".note-link") && mark.getBoundingClientRect()
      const below = innerHeight - link.bottom - 12, over = link.top - 64, under = sheet.offsetHeight <= below || below >= over
      if (link) sheet.style.maxHeight = `${under ? below : over}px`
      const top = link ? under ? link.bottom + 4 : link.top - sheet.offsetHeight - 4 : mark.getClientRects()[0].top - by
      const fits = link || top < 0 || top > innerHeight ? top : Math.max(60, Math.min(top, innerHeight - sheet.offsetHeight - 8))
      sheet.style.top = `${fits + by - sheet.offsetParent.getBoundingClientRect().top}px`
      if (focus) sheet.focus({ preventScroll: true })
      return
    }
    if (focus) sheet.focus()
    const clear = () => {
      document.body.style.paddingBottom = `${sheet.offsetHeight}px` // so that the last words can rise above it
      if (mark) reveal([mark], sheet.getBoundingClientRect().top - 12)
    }
    clear()
    if (edition.dataset.files) links.then(() => { if (!sheet.hidden) clear() })
  }

  const open = (notes, { focus = false, mark = marksOf(notes[0].dataset.note, words(notes[0]))[0], origin = document.activeElement } = {}) => {
    close()
    from = origin
    pinned = mark || notes[0]
    light(notes.map(note => note.dataset.note), true)
    // A word that comes again has its note far up, and in a crowd a note may find no room beside its words.
    if (wide.matches && (!mark || words(notes[0]) === mark.closest(".words"))) {
      const [note] = notes
      note.open = true
      place()
      const away = mark ? note.getBoundingClientRect().top - mark.getClientRects()[0].top : 0
      if (Math.abs(away) < FAR) {
        reveal([note, mark || note])
        if (focus) note.firstElementChild.focus({ preventScroll: true })
        return
      }
      note.open = false
      place()
    }
    present(notes, mark, focus)
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
    if (chip) { chip.setAttribute("aria-expanded", chip.parentElement.classList.toggle("open")); return tuck() }
    const mark = event.target.closest(".mark, .sign")
    const notes = mark ? notesOf(mark) : []
    if (!notes.length || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const now = String(getSelection())
    if (pointed && now && now !== chosen) return // it ends the choice of words, and asks for nothing
    if (wide.matches && notes[0].open || pinned && pinned === mark) return close()
    open(notes, { focus: !event.detail || !pointed, mark, origin: mark.matches("a") ? mark : document.activeElement })
    nameInAddress(`#${notes[0].id}`)
  })
  edition.addEventListener("toggle", event => { if (event.target.matches?.(".note")) { place(); ways(event.target).then(place) } }, true)

  /* -- for those who listen: where a passage begins and ends, and of which kind it is ------------- */
  // The stylesheet says it: words in the text itself would stand between those that a search in the page looks for.
  const begun = new Map() // each claim that has begun, and the last of its pieces so far
  for (const piece of all(".words :is(.mark, .sign[data-rating]):not(.en *)", edition)) {
    if (piece.matches(".sign")) {
      const id = document.getElementById((piece.hash || piece.dataset.href || "").slice(1))?.dataset.note
      begun.get(id)?.classList.add("ends")
      begun.delete(id)
    } else for (const id of piece.dataset.notes.split(" ")) {
      if (!document.getElementById(`note-${id}`)?.matches(".check")) continue
      if (!begun.has(id)) piece.classList.add("begins")
      begun.set(id, piece)
    }
  }

  // An engine drags a link, and opens a menu where a finger rests on one: while they are pressed, its words are but words.
  let held = null
  let address = ""
  const release = () => { held?.setAttribute("href", address); held = null }
  edition.addEventListener("pointerdown", event => {
    release()
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    held = event.target.closest(".words a.mark")
    address = held?.getAttribute("href")
    held?.removeAttribute("href")
  })
  for (const type of ["pointerup", "pointercancel", "blur"]) addEventListener(type, release) // the window's blur alone

  // What is selected from the text on leaves out the notes on its way.
  edition.addEventListener("selectstart", event => edition.classList.toggle("selecting", !event.target.parentElement.closest(".margin")))

  /* -- words and notes light up together ----------------------------------------------------------- */
  const idsAt = target => {
    const found = target.closest?.("[data-notes], .note, a.sign")
    const { notes, note } = (found?.matches(".sign") ? document.getElementById(found.hash.slice(1)) : found)?.dataset ?? {}
    return (notes || note || "").split(" ").filter(Boolean)
  }
  let lit = []
  const follow = event => {
    light(lit, false)
    lit = idsAt(event.target)
    light(lit, true)
  }
  edition.addEventListener("pointerover", event => { if (event.pointerType === "mouse") follow(event) })
  edition.addEventListener("focusin", follow)

  /* -- preview: what is out of sight comes beside the words while the pointer or the focus rests on them ------- */
  const far = note => {
    const { top, bottom } = note.getBoundingClientRect()
    return bottom < 60 || top > innerHeight - 20
  }
  const linked = async link => {
    const id = link.hash.slice(1) || link.pathname.replace("index.html", "").split("/").filter(Boolean).at(-1)
    const own = document.getElementById(`note-${id}`)
    if (own) return [own]
    const html = await fetched(link.href)
    return html ? (await elsewhere()).linked(link, id, html) : []
  }
  const preview = event => {
    rest()
    const over = event.target
    if (!wide.matches || sheet.contains(over) || over.closest?.(".cite")) return
    const target = over.closest?.(".words :is(.mark, a.sign), .note .note-link")
    const isLink = target?.matches(".note-link")
    if (pinned && !isLink && !sheet.querySelector(".linked")) return
    rest(async () => {
      if (!target) return fold()
      const asked = waiting
      const notes = isLink ? await linked(target).catch(() => []) : notesOf(target).filter(note => !hiddenKind(note) && far(note))
      if (asked !== waiting) return // what was asked for since then goes before
      if (!notes.length) return fold()
      present(notes, target)
      if (isLink) sheet.firstElementChild.classList.add("linked")
    })
  }
  addEventListener("pointerover", event => { if (event.pointerType === "mouse") preview(event) })
  // A pointer under way to the notes passes over other words: nothing changes until it rests or turns back.
  addEventListener("pointermove", event => { if (doing && !sheet.hidden && event.movementX > 0) rest(doing) })
  addEventListener("focusin", preview)

  /* -- keys ------------------------------------------------------------------------------------------ */
  let current = -1
  addEventListener("keydown", event => {
    if (!isOwnKey(event) || event.target.closest?.(".cite")) return
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

  /* -- adding a note: the composer comes when it is first asked for ------------------------------------ */
  const asked = ["selectionchange", "click", "keydown"]
  const compose = event => {
    const selection = getSelection()
    const wanted = event.type === "click" ? event.target.closest("[data-compose]")
      : event.type === "keydown" ? event.key === "a" && isOwnKey(event)
      : !selection.isCollapsed && edition.contains(selection.anchorNode)
    if (!wanted) return
    asked.forEach(type => document.removeEventListener(type, compose))
    load("composer.js").then(composer => composer.start(event), () => asked.forEach(type => document.addEventListener(type, compose)))
  }
  if (edition.dataset.section) asked.forEach(type => document.addEventListener(type, compose))

  /* -- arriving ---------------------------------------------------------------------------------------- */
  const arrive = () => {
    const target = document.getElementById(location.hash.slice(1))
    if (target?.matches(".note")) {
      tuck()
      marksOf(target.dataset.note, words(target))[0]?.scrollIntoView({ block: "center", behavior: "instant" }) // and then what opens makes room
      arriving = true
      open([target])
      arriving = false
      // An engine that goes there once more, as WebKit does a while after loading, then comes to the same place.
      target.style.scrollMarginTop = `${target.getBoundingClientRect().top}px`
    } else if (edition.contains(target)) target.scrollIntoView({ behavior: "instant" })
  }
  tuck()
  if (edition.dataset.pinyin && !hidden().has("pinyin")) { // what would move the text comes before it is seen, unless it is late
    edition.style.visibility = "hidden"
    Promise.race([sound(), new Promise(resolve => setTimeout(resolve, 2000))]).then(() => { edition.style.visibility = ""; place(); arrive() })
  } else { place(); arrive() }
  addEventListener("hashchange", arrive)
  addEventListener("load", () => setTimeout(() => (wide.matches && sheet.hidden && document.querySelector(".note:target")) || arrive())) // the browser has scrolled before the notes were placed
  new ResizeObserver(() => requestAnimationFrame(place)).observe(edition) // placing changes the size
  document.fonts?.ready.then(place)
  wide.addEventListener("change", () => { close(); tuck(); all(".note", edition).forEach(note => { note.style.top = ""; note.style.removeProperty("--lines") }); place() })
})()
