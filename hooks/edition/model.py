"""What an edition is made of: frozen records, each keeping the place of its fields.

The field names are those of the YAML files (W3C Web Annotation for targets, schema.org ClaimReview
for checks, TEI for variants, CSL for sources). The records carry their own documentation, from which
`reading` makes the validator and the JSON Schemas.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field
from itertools import chain
from typing import Annotated, Any, Generic, Literal, TypeAlias, TypeVar, get_args

from edition.problems import Place

Text: TypeAlias = Annotated[str, "text"]
"""Plain text of one paragraph."""
Quote: TypeAlias = Annotated[str, "quote"]
"""The article's own words."""
Markdown: TypeAlias = Annotated[str, "markdown"]
"""Inline Markdown, lists and links; raw HTML is not let through."""
Date: TypeAlias = Annotated[str, "date"]
"""ISO 8601: a day, a month or a year."""
Day: TypeAlias = Annotated[str, "day"]
"""ISO 8601: a day."""
Url: TypeAlias = Annotated[str, "url"]
"""An address that begins with http:// or https://."""
Identifier: TypeAlias = Annotated[str, "id"]
"""Lower-case letters, digits and single hyphens."""

LONGEST: Mapping[str, int] = {"quote": 2_000, "text": 20_000, "markdown": 10_000}
"""So many characters a value of the type has at most: what anybody would quote, or read beside a text."""

NOT_FOUND, NO_DATE = "NOT FOUND", "1000-01-01"
"""What stands for a text and for a date that nobody has found yet; an edition with them can be built."""

BioKind = Literal["person", "organization", "product", "concept"]
Rating = Literal["accurate", "mostly-accurate", "misleading", "inaccurate", "unverifiable", "opinion"]
Stance = Literal["supports", "contradicts", "context"]
Register = Literal["idiom", "internet slang", "colloquial", "literary", "technical", "journalistic", "political"]
Position = Literal["replaces", "before", "after"]
Status = Literal["draft", "reviewed"]
CorrectionKind = Literal["verdict", "fact", "clarification", "withdrawn"]
SourceType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "book", "broadcast", "chapter",
    "dataset", "entry-dictionary", "entry-encyclopedia", "interview", "legal_case", "motion_picture",
    "paper-conference", "personal_communication", "post", "post-weblog", "report", "software", "speech",
    "webpage",
]  # fmt: skip

STATUS = (
    "“draft” until another person than the writer has read it, and where it is left out; then “reviewed”. "
    "Both are shown to readers alike."
)
"""How far a note or a source has come."""
FUZZY = (
    "Written by `edition reanchor` where the words, or their paragraph, have changed; delete it when you have looked."
)
"""What a reader of a file should know of the field."""
RATINGS: tuple[Rating, ...] = get_args(Rating)


def _required(doc: str) -> Any:
    return field(metadata={"doc": doc})


def _optional(doc: str, default: object = "") -> Any:
    return field(default=default, metadata={"doc": doc})


def _may_be_empty(doc: str) -> Any:
    """A text of a row that keeps its place where there is nothing to say."""
    return field(metadata={"doc": doc, "empty": True})


def _key(key: str, doc: str) -> Any:
    """An optional text whose YAML key is no Python name."""
    return field(default="", metadata={"doc": doc, "key": key})


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A mapping that was read from YAML; `place` is its own, `places` those of its fields' values.

    `unread` names the fields that are not of their form, and whatever else keeps the record from being complete.
    """

    place: Place = field(repr=False, compare=False, metadata={"internal": True})
    places: Mapping[str, Place] = field(repr=False, compare=False, metadata={"internal": True})
    unread: frozenset[str] = field(default=frozenset(), repr=False, compare=False, metadata={"internal": True})

    def at(self, name: str) -> Place:
        """The place of a field's value, or of the record where the field is left out."""
        return self.places.get(name, self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Record):
    """A record that is written as a list: the values of its fields in their order, without their keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Record):
    """A passage of the article, as the W3C's TextQuoteSelector."""

    exact: Quote = _required("The article's own words, exactly.")
    section: Text = _optional("The section's slug; may be left out where the quote is unique in the edition.")
    prefix: Quote = _optional("The words just before, where `exact` stands more than once.")
    suffix: Quote = _optional("The words just after, where `exact` stands more than once.")
    english: Text = _optional("The words of the translation that say the same; a verdict's sign stands behind them.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """Something dated that happened, with its sources."""

    date: Date = _required("When, such as 2026-01-05, 2026-01 or 2026.")
    text: Text = _required("What happened, in one sentence.")
    sources: tuple[Identifier, ...] = _required("Ids of sources.")
    left: Identifier = _optional("Id of the bio of what the person left with this event.")
    member_of: Identifier = _optional("Id of the bio of what this event shows the person to belong to at its date.")
    joined: Identifier = _optional("Id of the bio of what the person joined or founded with this event.")
    joined_name: Text = _optional("The name of what the person joined or founded, where it has no bio.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """What one source shows about a claim."""

    source: Identifier = _required("Id of a source.")
    stance: Stance = _required("Whether it supports or contradicts the claim, or gives context.")
    note: Text = _optional("What it shows, in a line.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Record):
    """What was mended in the open, once readers could have seen it otherwise."""

    date: Day = _required("The day on which it was mended.")
    kind: CorrectionKind = _required(
        "A verdict that changed, a fact that was wrong, a text that was made clearer, or a note that no longer holds."
    )
    from_: Text = _key("from", "What stood before; for a verdict, the rating that it was.")
    to: Text = _optional("What stands now; for a verdict, the rating that it became.")
    text: Text = _required("What was wrong and why it changed, in a sentence for readers.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Record):
    """A second reading, by somebody else than the writer."""

    date: Day = _required("The day of the second reading.")
    by: Text = _optional("Who read it, where they want to be named: another person than the one who wrote it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fuzzy(Record):
    """Left behind when the article's words changed, until somebody has looked (as in gettext's catalogues)."""

    was: Text = _required("The words, or the paragraph around them, as they were; what is the same is cut short.")
    checked: Day = _optional("For a fact check: its `checked` when the words changed; a later one ends this.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """What bios, checks, glosses and variants have in common. `id` is the file's name."""

    id: str = field(metadata={"internal": True})
    status: Status = _optional(STATUS, "draft")
    contributors: tuple[Text, ...] = _optional("Who wrote or mended it.", ())
    corrections: tuple[Correction, ...] = _optional("What was mended since it was published, oldest first.", ())
    reviewed: Review | None = _optional("The second reading, by another person.", None)

    @property
    def is_withdrawn(self) -> bool:
        """Whether the note stands only as a record of what was taken back."""
        return bool(self.corrections) and self.corrections[-1].kind == "withdrawn"

    @property
    def is_fuzzy(self) -> bool:
        """Whether the words that it quotes, or their paragraph, have changed and nobody has looked since."""
        return getattr(self, "fuzzy", None) is not None

    @property
    def all_targets(self) -> tuple[Target, ...]:
        """Every passage that the note speaks of by quoting it."""
        return ()

    @property
    def all_terms(self) -> tuple[str, ...]:
        """Every surface form by which the note is found in the text."""
        return ()

    @property
    def called(self) -> tuple[str, ...]:
        """Every word that names what the note speaks of, whether the text has it or not."""
        return self.all_terms

    def cited(self) -> Iterator[tuple[str, Place]]:
        """Each id of a source that the note names, with the place where it stands."""
        return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Bio(Note):
    """Who or what is named."""

    name: Text = _required("The name in English.")
    kind: BioKind = _required("What it is.")
    terms: tuple[Quote, ...] = _required("Every surface form in the article; found everywhere, longest first.")
    summary: Text = _required("One sentence for the margin.")
    sources: tuple[Identifier, ...] = _required("Ids of the sources it rests on.")
    name_zh: Text = _optional("A Chinese name, where there is one.")
    body: Markdown = _optional("Two to five sentences more.")
    events: tuple[Event, ...] = _optional("Dated events, each with its sources.", ())
    same_as: tuple[Url, ...] = _optional("Addresses of the same thing elsewhere, e.g. in Wikidata.", ())
    related: tuple[Identifier, ...] = _optional("Ids of related bios.", ())

    @property
    def all_terms(self) -> tuple[str, ...]:
        return self.terms

    @property
    def called(self) -> tuple[str, ...]:
        return tuple(word for word in (*self.terms, self.name, self.name_zh) if word)

    def cited(self) -> Iterator[tuple[str, Place]]:
        yield from _items(self, "sources", self.sources)
        for event in self.events:
            yield from _items(event, "sources", event.sources)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCheck(Note):
    """What is claimed, and whether it holds."""

    claim: Text = _required("The claim in English, in one sentence.")
    rating: Rating = _required("The verdict.")
    summary: Text = _required("One sentence for the margin, verdict first.")
    explanation: Markdown = _required("Two to five sentences of why.")
    evidence: tuple[Evidence, ...] = _required("What each source shows; primary sources first.")
    checked: Day = _required("The day on which the claim was last checked.")
    checked_by: Text = _optional("Who checked it.")
    target: Target | None = _optional("The passage that makes the claim.", None)
    targets: tuple[Target, ...] = _optional("The passages, where the claim is made more than once.", ())
    fuzzy: Fuzzy | None = _optional(FUZZY, None)

    @property
    def is_fuzzy(self) -> bool:
        return self.fuzzy is not None and (not self.fuzzy.checked or self.checked <= self.fuzzy.checked)

    @property
    def all_targets(self) -> tuple[Target, ...]:
        return (self.target, *self.targets) if self.target else self.targets

    def cited(self) -> Iterator[tuple[str, Place]]:
        for item in self.evidence:
            if item.source:
                yield item.source, item.at("source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gloss(Note):
    """What a word, idiom or allusion means."""

    literal: Text = _required("What the words say.")
    meaning: Text = _required("What they mean here; one short phrase.")
    register: Register = _required("Where such words are used.")
    pinyin: Text = _optional(
        "With tone marks, by word: chuàngyè, not chuang4ye4 or chuangye; for an article in Chinese."
    )
    terms: tuple[Quote, ...] = _optional("Surface forms; found everywhere, longest first.", ())
    target: Target | None = _optional("A phrase in one place.", None)
    targets: tuple[Target, ...] = _optional("A phrase in several places.", ())
    note: Markdown = _optional("What the culture needs explained.")
    sources: tuple[Identifier, ...] = _optional("Ids of the sources it rests on.", ())
    fuzzy: Fuzzy | None = _optional(FUZZY, None)

    @property
    def all_targets(self) -> tuple[Target, ...]:
        return (self.target, *self.targets) if self.target else self.targets

    @property
    def all_terms(self) -> tuple[str, ...]:
        return self.terms

    @property
    def headword(self) -> str:
        """The words that are glossed, in the article's language."""
        return self.terms[0] if self.terms else self.all_targets[0].exact if self.all_targets else ""

    def cited(self) -> Iterator[tuple[str, Place]]:
        yield from _items(self, "sources", self.sources)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Record):
    """What a witness has at the place."""

    witness: Text = _required("The witness's siglum, as in edition.yml.")
    text: Text = _optional("Its words.")
    omits: bool = _optional("Whether it lacks the words.", False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant(Note):
    """Where another witness of the text reads otherwise."""

    target: Target = _required("The passage in our text.")
    position: Position = _required("Whether the reading replaces the passage or stands before or after it.")
    readings: tuple[Reading, ...] = _required("What the witnesses have.")
    note: Markdown = _optional("What the difference changes for the reader.")
    sources: tuple[Identifier, ...] = _optional("Ids of the sources it rests on.", ())
    fuzzy: Fuzzy | None = _optional(FUZZY, None)

    @property
    def all_targets(self) -> tuple[Target, ...]:
        return (self.target,) if self.target else ()

    def cited(self) -> Iterator[tuple[str, Place]]:
        yield from _items(self, "sources", self.sources)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphEntry(Record):
    """What is said of one heading or paragraph, in step with the article."""

    begins: Quote = _required("The paragraph's opening words: a check that the two have not drifted.")

    @property
    def is_fuzzy(self) -> bool:
        """As of a note."""
        return getattr(self, "fuzzy", None) is not None


EntryT = TypeVar("EntryT", bound=ParagraphEntry)


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatedParagraph(ParagraphEntry):
    """The English of one heading or paragraph."""

    text: Text = _required("The English.")
    fuzzy: Fuzzy | None = _optional(FUZZY, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word(Row):
    """A word of the article (TEI's `w`), as a row: [form, reading, gloss, rendering]."""

    form: Quote = _required("The word, as it stands in the paragraph.")
    reading: Text = _may_be_empty('How it is read, in Chinese as pinyin with tone marks; "" where it needs none.')
    gloss: Text = _required("What it says in this sentence; three words at most where it can be.")
    rendering: Text = _optional(
        "The words of the translation that render it, as they stand there; may be left out. Words that stand there "
        "more than once have a number: at#2. Words that stand apart: makes … official."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class InterlinearParagraph(ParagraphEntry):
    """The words of one heading or paragraph, a row for each, in order."""

    words: tuple[Word, ...] = _required("A row for each word; with what stands between them they are the paragraph.")
    fuzzy: Fuzzy | None = _optional(FUZZY, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionEntries(Record, Generic[EntryT]):
    """What is said of a section, an entry for each heading and paragraph in order."""

    section: str
    paragraphs: tuple[EntryT, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation(SectionEntries[TranslatedParagraph]):
    """The English of a section, an entry for each heading and paragraph in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interlinear(SectionEntries[InterlinearParagraph]):
    """The words of a section, an entry for each heading and paragraph in order."""


ENTRIES: Mapping[type[Record], type[ParagraphEntry]] = {
    Translation: TranslatedParagraph,
    Interlinear: InterlinearParagraph,
}
"""The files that are lists, a file a section, and what each of their entries is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """An entry of the bibliography, in CSL's field names. `id` is the file's name."""

    id: str = field(metadata={"internal": True})
    type: SourceType = _required("CSL's type.")
    title: Text = _required("The title as the source gives it.")
    author: tuple[Text, ...] = _optional("Names, as the source gives them.", ())
    container_title: Text = _key("container-title", "The newspaper, journal or site it stands in.")
    publisher: Text = _optional("Who published it.")
    issued: Date = _optional("When it was published.")
    URL: Url = _optional("Its address.")
    DOI: Text = _optional("Its DOI, without the resolver.")
    ISBN: Text = _optional("Its ISBN.")
    volume: Text = _optional("The volume.")
    issue: Text = _optional("The issue.")
    page: Text = _optional("The pages.")
    language: Text = _optional("A language tag, such as en or zh-Hans.")
    accessed: Day = _optional("The day on which its text was really read; left out where it was not.")
    archive: Url = _optional("The address of an archived copy, if looked up.")
    note: Text = _optional("Anything a reader should know of it.")
    status: Status = _optional(STATUS, "draft")
    contributors: tuple[Text, ...] = _optional("Who wrote or mended it.", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness(Record):
    """A copy of the article."""

    siglum: Text = _required("The letter by which variants name it.")
    title: Text = _required("Its title.")
    publisher: Text = _optional("Who carries it.")
    URL: Url = _optional("Its address.")
    issued: Date = _optional("When it was published there.")
    accessed: Day = _optional("The day on which its text was read.")
    description: Text = _optional("What kind of copy it is, and how it differs as a whole.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest(Record):
    """The article itself: annotations/edition.yml."""

    title: Text = _required("The article's title, in its own language.")
    translated_title: Text = _optional("The title in English.")
    author: tuple[Text, ...] = _optional("Names, as the article gives them.", ())
    publisher: Text = _required("Who published it.")
    publisher_note: Text = _optional("What a reader should know of the publisher, in a few words.")
    issued: Date = _required("When it was published.")
    URL: Url = _optional("Where it was published.")
    language: Text = _required("A language tag, such as zh-Hans.")
    rights: Markdown = _required("Whose the article is, why it stands here, how to ask for its removal.")
    sha256: Text = _required(
        "The SHA-256 of the article: its words, in blocks of their kinds, in their order. “edition check” says it."
    )
    witnesses: tuple[Witness, ...] = _optional("The copies of the article that were compared.", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """A statement of the article that was weighed: annotations/claims.yml, the working list."""

    quote: Quote = _required("The article's own words.")
    section: Text = _optional("The section's slug; may be left out where the quote is unique in the edition.")
    check: Identifier = _optional("Id of the fact check that settles it.")
    reason: Text = _optional("Why there is no check, in a few words.")
    fuzzy: Fuzzy | None = _optional(FUZZY, None)

    @property
    def is_fuzzy(self) -> bool:
        """As of a note."""
        return self.fuzzy is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Everything that was read, by id, in the order of ids. `manifest` is None where it cannot be read.

    What is `incomplete` is shown nowhere; what can be read of it is looked at for what else is wrong.
    """

    manifest: Manifest | None = None
    bios: Mapping[str, Bio] = field(default_factory=dict)
    fact_checks: Mapping[str, FactCheck] = field(default_factory=dict)
    glosses: Mapping[str, Gloss] = field(default_factory=dict)
    variants: Mapping[str, Variant] = field(default_factory=dict)
    translations: Mapping[str, Translation] = field(default_factory=dict)
    interlinear: Mapping[str, Interlinear] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    incomplete: tuple[Record, ...] = ()

    @property
    def every_note(self) -> Iterator[Note]:
        """Every note, those too that are incomplete."""
        yield from self.notes
        yield from (record for record in self.incomplete if isinstance(record, Note))

    @property
    def every_claim(self) -> Iterator[Claim]:
        """Every claim, those too that are incomplete."""
        yield from self.claims
        yield from (record for record in self.incomplete if isinstance(record, Claim))

    @property
    def numbered_claims(self) -> Iterator[tuple[int, Claim]]:
        """Each claim with its number in the file, from 0; what is incomplete is counted and left out."""
        listed = sorted(self.every_claim, key=lambda claim: (claim.place.line, claim.place.column))
        left_out = set(map(id, self.incomplete))
        return ((number, claim) for number, claim in enumerate(listed) if id(claim) not in left_out)

    @property
    def vouched(self) -> Manifest | None:
        """What edition.yml says of the article, as far as it can be read."""
        return self.manifest or next((record for record in self.incomplete if isinstance(record, Manifest)), None)

    @property
    def fuzzy(self) -> Iterator[FactCheck | Gloss | Variant | TranslatedParagraph | InterlinearParagraph | Claim]:
        """Whatever carries the mark that the words which it leans on have changed, ended or not."""
        everything: Iterator[FactCheck | Gloss | Variant | TranslatedParagraph | InterlinearParagraph | Claim] = chain(
            self.fact_checks.values(),
            self.glosses.values(),
            self.variants.values(),
            chain.from_iterable(translation.paragraphs for translation in self.translations.values()),
            chain.from_iterable(interlinear.paragraphs for interlinear in self.interlinear.values()),
            self.claims,
        )
        return (record for record in everything if record.fuzzy)

    @property
    def notes(self) -> Iterator[Bio | FactCheck | Gloss | Variant]:
        """Every note that stands off from the text."""
        yield from self.bios.values()
        yield from self.fact_checks.values()
        yield from self.glosses.values()
        yield from self.variants.values()


def kind_of(note: Note) -> str:
    """What a note is called in a sentence."""
    return "fact check" if isinstance(note, FactCheck) else type(note).__name__.lower()


def is_required(default: object, factory: object) -> bool:
    """Whether a dataclass field with this default and factory must be given."""
    return default is MISSING and factory is MISSING


def _items(record: Record, name: str, values: tuple[str, ...]) -> Iterator[tuple[str, Place]]:
    for number, value in enumerate(values):
        if value:  # else it could not be read
            yield value, record.at(f"{name}.{number}")
