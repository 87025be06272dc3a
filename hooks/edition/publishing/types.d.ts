/* The shapes that several of the scripts in assets/ speak of. For what checks them alone: nothing of this is served. */

/** A note as it stands in a page. */
type Note = HTMLDetailsElement
/** What an element is given to hold: what is empty, false or nothing is left out. */
type Child = Node | string | number | boolean | null | undefined | Child[]

/* -- the text, and quotes in it: as the engine has them ------------------------------------------------------------ */

/** Where something begins and ends, counted in characters of a text. */
type Span = [start: number, end: number]
/** A text without markup: its characters, and the node in which each stands, from where to where; a space between two
 * paragraphs stands in none. */
interface FlatText {
  flat: string[]
  from: ([node: Node, start: number, end: number] | null)[]
}
interface Quote {
  exact: string
  prefix?: string
  suffix?: string
}
/** Words that a reader chose. */
interface Chosen {
  text: FlatText
  range: Span
}
/** Where something stands in the window. */
type Box = Pick<DOMRect, "left" | "right" | "top" | "bottom">
/** The attributes that say the language of words. */
interface Tags {
  lang: string
  dir: string
}

/* -- words that answer --------------------------------------------------------------------------------------------- */

interface Word {
  /** the element of its paragraph */
  leaf: HTMLElement
  /** where it stands in the paragraph */
  span: Span
  form: string
  /** empty where it needs none */
  reading: string
  /** what it says here; a name that needs none has neither */
  gloss: string
  /** where its row stands in the section's file of rows */
  line: number
  /** at which learners meet it; 0 where words have none */
  level: number
  range: Range
  /** the words of the translation that render it */
  renderings: Range[]
}
/** A page's file of words: see exports/words.py. */
interface WordsFile {
  language: string
  leaves: [start: number, end: number, reading: string, gloss: string, ...rendered: number[]][][]
  lines: number[][]
  levels?: string[]
  places: Record<string, [section: number, paragraph: number][]>
  sections: string[]
}

/* -- the composer -------------------------------------------------------------------------------------------------- */

/** Of what is composed: a note, a source, or the row of a word. */
type Kind = "bios" | "fact-checks" | "glosses" | "variants" | "interlinear" | "sources"
/** What is asked for in one control, as text. */
// biome-ignore format: a list
type TextField =
  | "id" | "exact" | "name" | "name_original" | "kind" | "terms" | "summary" | "body" | "sources" | "claim" | "rating"
  | "explanation" | "checked" | "reading" | "literal" | "meaning" | "register" | "note" | "position" | "type" | "title"
  | "except" | "form" | "gloss" | "rendering" | "author" | "container-title" | "publisher" | "issued" | "URL" | "accessed"
type ListField = "terms" | "except" | "sources" | "author"
type Field = TextField | "target" | "evidence" | "readings"
/** How a field is asked for, and what it holds. */
type FieldType =
  | "text"
  | "long"
  | "lines"
  | "ids"
  | "choice"
  | "target"
  | "evidence"
  | "readings"
  | "day"
  | "date"
  | "url"
  | "fixed"

interface Evidence {
  source: string
  stance: "supports" | "contradicts" | "context"
  note?: string
}
/** What another copy has in the place: other words, or none. */
interface Reading {
  witness: string
  text?: string
  omits?: boolean
}
/** What stands in the form: every text as it was written, and whether a gloss is for `here` or `everywhere`. */
type Values = Partial<Record<TextField, string>> & { where?: string; evidence?: Evidence[]; readings?: Reading[] }
/** The note that this makes: the fields of its file. */
type NewNote = Partial<Record<Exclude<TextField, ListField>, string>> &
  Partial<Record<ListField, string[]>> & {
    target?: Quote & { section: string }
    evidence?: Evidence[]
    readings?: Reading[]
  }
/** Which draft it is: of which kind, for which words of which section. */
interface DraftKey {
  kind: Kind
  section: string
  words: string
}
interface Draft extends DraftKey {
  values: Values
  selector?: Quote | null
  /** the day */
  sent?: string
}
/** Something said of a field, by its name. */
type Told = Partial<Record<Field, string>>

/** A repository's pages for what is new, and what to press there. */
interface Forge {
  name: string
  hasForms: boolean
  proposing: string
  new: string
  issue: string
  edit: string
}
/** What is known of the row of a word: how it is now, and where. */
interface KnownRow {
  row: Record<"form" | "reading" | "gloss" | "rendering", string>
  /** the translation of its paragraph */
  english: FlatText
  paragraph: string
  line: number
  called: string
}
/** What an issue says of it: the fields of its form, and the same as text. */
interface ToldRow {
  fields: Record<string, string>
  said: string
}
/** What the composer knows of the edition: see exports/composer.py. */
interface Known {
  forge: Forge | null
  /** the name of a reading */
  reading: string
  kinds: Record<Kind, { required: Field[]; fields: Partial<Record<Field, { doc: string; choices?: string[] }>> }>
  ids: string[]
  sources: Record<string, string>
  terms: string[]
  words: Record<string, string[]>
  notes: Record<string, { kind: Kind; address: string; terms: string[]; places: Record<string, number> }>
  ratings: Record<string, [sign: string, label: string, meaning: string]>
  /** the ratings that want two sources */
  disputed: string[]
  stances: Record<Evidence["stance"], [sign: string, label: string]>
  /** letters that the margin has for a summary at rest */
  room: Partial<Record<Kind, number>>
  /** what a note of a kind is called */
  nouns: Record<string, string>
  sections: Record<string, { title: string; address: string }>
  witnesses: Record<string, string>
}

/** What the composer's form is asked for. */
interface FormRequest {
  kind: Kind
  text: FlatText
  section: string
  range: Span | null
  data: Known
  /** the language of the article */
  original: Tags
  given?: Given
  close: () => void
  /** opens the form anew */
  again: (kind: Kind, given?: Given) => void
  rangeChanged: (range: Span | null) => void
}
/** What it begins with: a draft, or an id. */
interface Given {
  resumed?: Draft
  id?: string
}
/** What is being written. */
interface Composition {
  kind: Kind
  section: string
  /** of the section */
  text: FlatText
  /** the words that it is about, by which its draft is known */
  words: string
  range: Span | null
  values: Values & { evidence: Evidence[]; readings: Reading[] }
  draft?: Draft
  /** of the row of a word: what is known of it, where the word still stands */
  row: KnownRow | null
  /** whether the id was written by hand */
  isNamed: boolean
  /** by field, what was otherwise in it than in the article, whose form was taken */
  rewritten: Told
}
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
/** A field in the form: what is written in, what is told of it, and what holds both. */
interface Holder {
  /** of a field of several parts, what holds them */
  control: HTMLElement
  /** the control itself, of a field that has but one */
  single: Control | null
  said: HTMLElement
  box: HTMLElement
}
