"""What is said of the article as a whole: its sources, its copies, the claims that were weighed."""

from __future__ import annotations

from dataclasses import dataclass, field

from edition.model.fields import (
    FUZZY,
    STATUS,
    Date,
    Day,
    Document,
    Doi,
    FactCheckId,
    Language,
    Markdown,
    Quote,
    Record,
    SourceType,
    Status,
    Text,
    Url,
    named,
    optional,
    required,
)
from edition.model.parts import Fuzzy, Quoting


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Document):
    """An entry of the bibliography, in CSL's field names. `id` is the file's name."""

    folder = "sources"
    heading = "Sources"
    description = "Every source on which a note rests, with the notes that rest on it."
    reader_nouns = ("source", "sources")
    in_browser = True

    id: str = field(metadata={"internal": True})
    type: SourceType = required("What it is, by the names of CSL.")
    title: Text = required("The title as the source gives it.")
    author: tuple[Text, ...] = optional("Names, as the source gives them.", ())
    container_title: Text = named("container-title", "The newspaper, journal or site it stands in.")
    publisher: Text = optional("Who published it.")
    issued: Date = optional("When it was published.")
    URL: Url = optional("Its address.")
    DOI: Doi = optional("Its DOI, without the resolver: 10.…/….")
    ISBN: Text = optional("Its ISBN.")
    volume: Text = optional("The volume.")
    issue: Text = optional("The issue.")
    page: Text = optional("The pages.")
    language: Language = optional("A language tag, such as en or zh-Hans.")
    accessed: Day = optional("The day on which its text was really read; left out where it was not.")
    archive: Url = optional("The address of an archived copy, if looked up.")
    note: Text = optional("Anything a reader should know of it.")
    status: Status = optional(STATUS, "draft")
    contributors: tuple[Text, ...] = optional("Who wrote or mended it.", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness(Record):
    """A copy of the article."""

    siglum: Text = required("The letter by which variants name it.")
    title: Text = required("Its title.")
    publisher: Text = optional("Who carries it.")
    URL: Url = optional("Its address.")
    issued: Date = optional("When it was published there.")
    accessed: Day = optional("The day on which its text was read.")
    description: Text = optional("What kind of copy it is, and how it differs as a whole.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest(Record):
    """The article itself: annotations/edition.yml."""

    title: Text = required("The article's title, in its own language.")
    translated_title: Text = optional("The title in English.")
    author: tuple[Text, ...] = optional("Names, as the article gives them.", ())
    publisher: Text = required("Who published it.")
    publisher_note: Text = optional("What a reader should know of the publisher, in a few words.")
    issued: Date = required("When it was published.")
    URL: Url = optional("Where it was published.")
    language: Language = required("A language tag, such as zh-Hans.")
    rights: Markdown = required("Whose the article is, why it stands here, how to ask for its removal.")
    sha256: Text = required(
        "The SHA-256 of the article: its words, in blocks of their kinds, in their order. “edition check” says it."
    )
    witnesses: tuple[Witness, ...] = optional("The copies of the article that were compared.", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Quoting):
    """A statement of the article that was weighed: annotations/claims.yml, the working list."""

    quote: Quote = required("The article's own words.")
    section: Text = optional("The section's slug; may be left out where the quote is unique in the edition.")
    check: FactCheckId = optional("Id of the fact check that settles it.")
    reason: Text = optional("Why there is no check, in a few words.")
    fuzzy: Fuzzy | None = optional(FUZZY, None)
