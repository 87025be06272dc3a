/* What leads out of a section: a note's file, and what stands on other pages. Loaded on first use. */
const style = () => {
  if (!document.querySelector("[href$='pages.css']")) document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("pages.css", import.meta.url) }))
}

/* Where a note's file is mended; each note's own page has the same without script. */
const FOLDERS = { bio: "bios", check: "fact-checks", gloss: "glosses", variant: "variants" }
export const ways = (note, files) => {
  const more = note.querySelector(":scope > .more")
  if (!more || more.querySelector(".ways")) return
  style()
  const name = `${FOLDERS[note.classList[1]]}/${note.dataset.note}`
  const report = new URLSearchParams({ template: "report.yml", title: `Report: ${name}`, note: name })
  const [repository] = files.match(/^https?:\/\/([^/]+\/){3}/) // host, owner and name; "edit/" and the branch follow
  const links = { Edit: `${files}${name}.yml`, History: `${repository}commits/${files.slice(repository.length + 5)}${name}.yml`, Report: `${repository}issues/new?${report}` }
  const line = document.createElement("p")
  line.className = "ways"
  line.append(...Object.entries(links).flatMap(([words, href], index) => [index ? " · " : "", Object.assign(document.createElement("a"), { href, textContent: words })]))
  more.append(line)
}

/* The issue form in which a better gloss for a word is proposed: what is known of it is filled in. `files` as above. */
export const proposal = (word, section, files) => {
  const [repository] = files.match(/^https?:\/\/([^/]+\/){3}/)
  const { form, reading, gloss, leaf } = word
  const paragraph = leaf.querySelector(".number")?.dataset.number ?? "0"
  const row = `[${[form, reading, gloss].map(part => JSON.stringify(part)).join(", ")}]`
  const fields = { template: "word.yml", title: `Word: ${form} (¶ ${paragraph})`, form, section, paragraph, row }
  return `${repository}issues/new?${new URLSearchParams(fields)}`
}

/* The part of another page to which a link leads, as parts for the sheet; `html` is that page. */
export const linked = (link, id, html) => {
  const page = new DOMParser().parseFromString(html, "text/html")
  const part = (link.hash && page.getElementById(id)) || page.querySelector(".leaf")
  if (!part) return []
  style()
  // What names a place from its own page is to lead there from this one, and what cites would cite this one.
  part.querySelectorAll("[href]").forEach(element => { element.href = new URL(element.getAttribute("href"), link.href) })
  part.querySelectorAll("section, aside, [data-cite]").forEach(more => more.remove())
  part.querySelectorAll("[id]").forEach(element => element.removeAttribute("id"))
  return [document.adoptNode(part)]
}
