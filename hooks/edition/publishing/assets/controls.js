/* The composer's controls: how each field is asked for, and what is written there taken up. */
import { blankEvidence } from "./composition.js"
import { h } from "./element.js"
import { BY_TERMS } from "./fields.js"
import { keepOwnForms, placesOf } from "./passage.js"
import { repeated } from "./repeated.js"

/** @type {Partial<Record<Field, string>>} */
const LABELS = {
  id: "Id: the file’s name",
  name_original: "Name in the article’s language",
  "container-title": "Stands in",
  URL: "Address",
  terms: "Words, one form a line",
  except: "But not within, one a line",
  sources: "Sources, by id",
  checked: "Checked on",
  target: "The article’s words",
}
/** @type {(name: Field, data: Known) => string} */
const labelOf = (name, data) => {
  const words = name === "reading" && data.reading ? data.reading : name.replace(/_/g, " ")
  return LABELS[name] || words[0].toUpperCase() + words.slice(1)
}
const PLAIN = { autocomplete: "off", spellcheck: false }

/**
 * @typedef {import("./repeated.js").Row} Row
 * @typedef {Record<string, [label: string, make: () => Control]>} Parts
 * @typedef {{changed: () => void, refresh: () => void}} Answers what follows where something was written, or left
 */

/** @type {(name: Field, data: Known, choices?: string[]) => HTMLSelectElement} */
const choiceOf = (name, data, choices = []) => {
  const options = choices.map(value => {
    const [sign, label, meaning] = data.ratings[value] ?? []
    return h("option", { value, title: meaning || "" }, name === "rating" ? `${sign} ${label}` : value)
  })
  return h("select", {}, h("option", { value: "" }, "Choose…"), ...options)
}

/** @type {(data: Known) => Parts} */
const partsOfEvidence = data => {
  const stances = Object.keys(data.stances)
  const source = { list: "compose-known", placeholder: "id of a source", autocomplete: "off" }
  return {
    stance: ["Stance", () => h("select", {}, ...stances.map(value => h("option", { value }, value)))],
    source: ["Source", () => h("input", source)],
    note: ["What it shows", () => h("input", { placeholder: "What it shows, in a line" })],
  }
}

/** @type {(data: Known, original: Tags) => Parts} */
const partsOfReadings = (data, original) => {
  const copies = () =>
    Object.entries(data.witnesses).map(([value, name]) => h("option", { value }, `${value}: ${name}`))
  const words = { ...original, placeholder: "Its words", autocomplete: "off" }
  return {
    witness: ["Copy", () => h("select", {}, h("option", { value: "" }, "Choose…"), ...copies())],
    text: ["Its words", () => h("input", words)],
  }
}

/**
 * A field about its control: what it is called, what is told of it.
 * @type {(name: Field, control: HTMLElement, doc: string | undefined, data: Known, isNeeded: boolean) => Holder}
 */
const holderOf = (name, control, doc, data, isNeeded) => {
  const said = h("small", { id: `compose-${name}-said`, className: "said" })
  const single = "value" in control ? /** @type {Control} */ (control) : null
  const words = [labelOf(name, data), isNeeded && h("span", { className: "needed", title: "needed" }, " *")]
  const label = single ? h("label", { for: control.id }, words) : h("span", { className: "label" }, words)
  const told = doc && h("small", { className: "doc" }, doc)
  const box = h("p", { className: `field ${name}` }, label, told, control, said)
  if (isNeeded && single) control.setAttribute("aria-required", "true")
  return { control, single, said, box }
}

/**
 * @param {Composition} composition
 * @param {FormRequest} request
 * @param {Answers} answers
 */
export const controlsOf = (composition, { data, original, rangeChanged }, { changed, refresh }) => {
  const { kind, values } = composition
  const shape = data.kinds[kind]
  /** @type {Partial<Record<Field, Holder>>} */
  const holders = {}
  /** @type {Set<string>} */
  const left = new Set()

  /**
   * @template {Control} Made
   * @param {Made} control
   * @param {TextField} name
   */
  const bind = (control, name) => {
    control.id = `compose-${name}`
    control.value = values[name] || ""
    control.addEventListener("input", () => {
      values[name] = control.value
      if (name === "id") composition.isNamed = Boolean(control.value)
      changed()
    })
    control.addEventListener("blur", () => {
      left.add(name)
      refresh()
    })
    control.setAttribute("aria-describedby", `compose-${name}-said`)
    return control
  }
  /** @type {(name: Field, control: HTMLElement, doc?: string) => HTMLElement} */
  const field = (name, control, doc) => {
    const holder = holderOf(name, control, doc, data, shape.required.includes(name) || name === "id")
    holders[name] = holder
    return holder.box
  }

  const { places, find } = placesOf(composition, rangeChanged, changed)
  const quote = () => {
    const control = bind(h("textarea", { rows: 2, ...original }), "exact")
    control.addEventListener("input", () => {
      find()
      refresh()
    })
    const box = field("target", control, "Exactly as they stand in this section.")
    box.append(places)
    return box
  }
  /** @type {(name: TextField, doc?: string) => HTMLElement} */
  const terms = (name, doc) => {
    const control = bind(h("textarea", { rows: 2, ...original }), name)
    keepOwnForms(composition, control, name, changed)
    return field(name, control, doc)
  }

  const several = /** @type {{evidence: Row[], readings: Row[]}} */ (/** @type {unknown} */ (values))
  /**
   * @param {"evidence" | "readings"} name
   * @param {string} title
   * @param {string} doc
   * @param {() => object} blank
   * @param {Parts} parts
   */
  const rows = (name, title, doc, blank, parts) => {
    const { holder, more } = repeated(name, title, several[name], /** @type {() => Row} */ (blank), parts, changed)
    const box = field(name, holder, doc)
    box.append(more)
    return box
  }
  /** @param {string} [doc] */
  const evidence = (doc = "") => rows("evidence", "Evidence", doc, blankEvidence, partsOfEvidence(data))
  /** @param {string} [doc] */
  const readings = doc => {
    const said = `${doc} Leave the words empty where the copy lacks them.`
    const blank = () => ({ witness: "", text: "" })
    return rows("readings", "What other copies have", said, blank, partsOfReadings(data, original))
  }

  /** @type {(name: Field, type: FieldType) => HTMLElement | null} the field, asked for as its type wants it */
  const ask = (name, type) => {
    const { doc, choices } = shape.fields[name] ?? {}
    const text = /** @type {TextField} */ (name)
    const language = name === "name_original" ? original : { lang: "en" }
    switch (type) {
      case "fixed":
        return null
      case "target":
        return quote()
      case "evidence":
        return evidence(doc)
      case "readings":
        return readings(doc)
      case "choice":
        return field(name, bind(choiceOf(name, data, choices), text), doc)
      case "long":
        return field(name, bind(h("textarea", { rows: 4 }), text), `${doc} Markdown.`)
      case "lines":
        if (BY_TERMS.includes(name)) return terms(text, doc)
        return field(name, bind(h("textarea", { rows: 2, lang: "en" }), text), doc)
      case "ids":
        return field(name, bind(h("input", { ...PLAIN, list: "compose-known" }), text), doc)
      case "day":
        return field(name, bind(h("input", { type: "date" }), text), doc)
      default:
        return field(name, bind(h("input", { autocomplete: "off", ...language }), text), doc)
    }
  }
  const id = () => field("id", bind(h("input", { ...PLAIN, autocapitalize: "off" }), "id"))
  return { ask, id, find, holders, left }
}
