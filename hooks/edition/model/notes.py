"""The notes that stand off from the text. A kind is one class; whatever else knows of the kind, asks the class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from edition.model.fields import (
    EXCEPT,
    FUZZY,
    STATUS,
    BioId,
    BioKind,
    Day,
    Document,
    Markdown,
    Position,
    Quote,
    Rating,
    Register,
    SourceId,
    Status,
    Text,
    Url,
    named,
    optional,
    required,
    values_in,
)
from edition.model.parts import Correction, Event, Evidence, Fuzzy, Quoting, Reading, Review, Target
from edition.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Document, Quoting):
    """What all kinds of notes have in common. `id` is the file's name.

    A new kind is a subclass that stands in `FOLDERS` and has its short and its long form in `templates/notes/`.
    """

    css_class: ClassVar[str]
    """The class of its marks and of its notes in the margin."""
    has_page: ClassVar[bool] = False
    """Whether each has a page of its own; the others stand together on the page of their kind."""
    sign: ClassVar[tuple[str, str]] = ("", "")
    """The sign that closes its words in the text, and what it says; without one the words are a link to the note."""

    wants: ClassVar[tuple[str, str]] = (
        "needs “terms” or a “target”",
        "terms: [WORDS] for words wherever they stand; target: {exact: …} for words in one place.",
    )
    """What is said of one that speaks of no words of the article, and what mends it."""
    lines: ClassVar[int] = 1
    """How many it may take in the margin at rest, three at most; the more, the less it can be spared in a crowd."""

    id: str = field(metadata={"internal": True})
    status: Status = optional(STATUS, "draft")
    contributors: tuple[Text, ...] = optional("Who wrote or mended it.", ())
    corrections: tuple[Correction, ...] = optional("What was mended since it was published, oldest first.", ())
    reviewed: Review | None = optional("The second reading, by another person.", None)

    @property
    def is_withdrawn(self) -> bool:
        """Whether the note stands only as a record of what was taken back."""
        return bool(self.corrections) and self.corrections[-1].kind == "withdrawn"

    @property
    def rating(self) -> Rating | Literal[""]:
        """The verdict, where the kind gives one; its sign then closes the words in the text."""
        return ""

    @property
    def summary(self) -> str:
        """One sentence, where the kind has one."""
        return ""

    @property
    def title(self) -> str:
        """What a list calls the note."""
        return self.noun().capitalize()

    @property
    def all_targets(self) -> tuple[Target, ...]:
        """Every passage that the note speaks of by quoting it: what its kind has as `target` and `targets`."""
        one: Target | None = getattr(self, "target", None)
        more: tuple[Target, ...] = getattr(self, "targets", ())
        return (one, *more) if one else more

    @property
    def all_terms(self) -> tuple[str, ...]:
        """Every form by which the note is found in the text: what its kind has as `terms`."""
        return getattr(self, "terms", ())

    @property
    def all_excepted(self) -> tuple[str, ...]:
        """Words of the article in which a term of the note only happens to stand: what its kind has as `except`."""
        return getattr(self, "except_", ())

    @property
    def called(self) -> tuple[str, ...]:
        """Every word that names what the note speaks of, whether the text has it or not."""
        return self.all_terms

    def cited(self) -> Iterator[tuple[str, Place]]:
        """Each id of a source that the note names, with the place where it stands."""
        return values_in(self, "id", "sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bio(Note):
    """Who or what is named."""

    folder = "bios"
    heading = "Who’s who"
    description = "Who and what the article names: people, organisations, products and ideas, each with its sources."
    reader_nouns = ("name", "names")
    in_browser = True
    css_class = "bio"
    wants = (
        "needs “terms”, or it shows nowhere",
        "Give every form in which the article names it: terms: [NAME].",
    )
    lines = 2
    has_page = True

    name: Text = required("The name in English.")
    kind: BioKind = required("What it is.")
    terms: tuple[Quote, ...] = required("Each of its forms in the article; found everywhere, the longest first.")
    summary: Text = required("One sentence for the margin.")
    sources: tuple[SourceId, ...] = required("Ids of the sources it rests on.")
    except_: tuple[Quote, ...] = named("except", EXCEPT, ())
    name_original: Text = optional("The name in the article's language, where it is another than in English.")
    body: Markdown = optional("Two to five sentences more.")
    events: tuple[Event, ...] = optional("Dated events, each with its sources.", ())
    same_as: tuple[Url, ...] = optional("Addresses of the same thing elsewhere, e.g. in Wikidata.", ())
    related: tuple[BioId, ...] = optional("Ids of related bios.", ())

    @property
    def title(self) -> str:
        return self.name

    @property
    def called(self) -> tuple[str, ...]:
        return tuple(word for word in (*self.terms, self.name, self.name_original) if word)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCheck(Note):
    """What is claimed, and whether it holds."""

    folder = "fact-checks"
    heading = "Fact checks"
    description = "Each claim of the article that was checked, in the order of the text, with its verdict."
    reader_nouns = ("check", "checks")
    in_browser = True
    css_class = "check"
    wants = "needs a “target”", "target: {exact: …}, with the words that make the claim."
    lines = 3
    has_page = True

    claim: Text = required("The claim in English, in one sentence.")
    rating: Rating = required("The verdict.")
    summary: Text = required("One sentence for the margin, verdict first.")
    explanation: Markdown = required("Two to five sentences of why.")
    evidence: tuple[Evidence, ...] = required("What each source shows; primary sources first.")
    checked: Day = required("The day on which the claim was last checked.")
    checked_by: Text = optional("Who checked it.")
    target: Target | None = optional("The passage that makes the claim.", None)
    targets: tuple[Target, ...] = optional("The passages, where the claim is made more than once.", ())
    fuzzy: Fuzzy | None = optional(FUZZY, None)

    @property
    def title(self) -> str:
        return self.claim

    @property
    def is_fuzzy(self) -> bool:
        return self.fuzzy is not None and (not self.fuzzy.checked or self.checked <= self.fuzzy.checked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gloss(Note):
    """What a word, idiom or allusion means."""

    folder = "glosses"
    heading = "Glossary"
    description = "Words, idioms and allusions of the article: what they say, and what they mean here."
    reader_nouns = ("word", "words")
    in_browser = True
    css_class = "gloss"

    literal: Text = required("What the words say.")
    meaning: Text = required("What they mean here; one short phrase.")
    register: Register = required("Where such words are used.")
    reading: Text = optional(
        "How it is read: Chinese as pinyin with tone marks, by word, Japanese as kana, others in Latin letters."
    )
    terms: tuple[Quote, ...] = optional("Each of its forms in the article; found everywhere, the longest first.", ())
    except_: tuple[Quote, ...] = named("except", EXCEPT, ())
    target: Target | None = optional("A phrase in one place.", None)
    targets: tuple[Target, ...] = optional("A phrase in several places.", ())
    note: Markdown = optional("What the culture needs explained.")
    sources: tuple[SourceId, ...] = optional("Ids of the sources it rests on.", ())
    fuzzy: Fuzzy | None = optional(FUZZY, None)

    @property
    def title(self) -> str:
        return self.headword

    @property
    def headword(self) -> str:
        """The words that are glossed, in the article's language."""
        return self.terms[0] if self.terms else self.all_targets[0].exact if self.all_targets else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant(Note):
    """Where another witness of the text reads otherwise."""

    folder = "variants"
    heading = "Variants"
    description = "Where other copies of the article read otherwise."
    reader_nouns = ("variant", "variants")
    css_class = "variant"
    lines = 2
    sign = ("‡", "Another copy reads otherwise")

    target: Target = required("The passage in our text.")
    position: Position = required("Whether the reading replaces the passage or stands before or after it.")
    readings: tuple[Reading, ...] = required("What the witnesses have.")
    note: Markdown = optional("What the difference changes for the reader.")
    sources: tuple[SourceId, ...] = optional("Ids of the sources it rests on.", ())
    fuzzy: Fuzzy | None = optional(FUZZY, None)
