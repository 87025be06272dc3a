"""What the fields of records hold, and how a field says it: the types that `reading` makes readers and schemas of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, TypeAlias, get_args, get_type_hints

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
Language: TypeAlias = Annotated[str, "language"]
"""A language tag of BCP 47."""
Doi: TypeAlias = Annotated[str, "doi"]
"""A DOI without the resolver's address."""
SourceId: TypeAlias = Annotated[str, "id", "sources"]
"""The id of a source: lower-case letters, digits and single hyphens."""
BioId: TypeAlias = Annotated[str, "id", "bios"]
FactCheckId: TypeAlias = Annotated[str, "id", "fact-checks"]
"""The same of a bio and of a fact check; what is named last is the folder of its file."""

LONGEST: Mapping[str, int] = {"quote": 2_000, "text": 20_000, "markdown": 10_000}
"""So many characters a value of the type has at most: what anybody would quote, or read beside a text."""

NOT_FOUND, NO_DATE = "NOT FOUND", "1000-01-01"
"""What stands for a text and for a date that nobody has found yet; an edition with them can be built."""
PLACEHOLDER = "TODO"
"""What a text begins with that is still to be written."""

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
EXCEPT = (
    "Words of the article within which the signs of a term only happen to meet, or mean something else: there it is "
    "not marked."
)
"""Where a term is none."""
RATINGS: tuple[Rating, ...] = get_args(Rating)


def required(doc: str) -> Any:
    """A field that must be given."""
    return field(metadata={"doc": doc})


def optional(doc: str, default: object = "") -> Any:
    """A field that may be left out."""
    return field(default=default, metadata={"doc": doc})


def may_be_empty(doc: str) -> Any:
    """A text of a row that keeps its place where there is nothing to say."""
    return field(metadata={"doc": doc, "empty": True})


def named(key: str, doc: str, default: object = "") -> Any:
    """An optional field whose YAML key is no Python name."""
    return field(default=default, metadata={"doc": doc, "key": key})


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
class Document(Record):
    """What lies in a folder of its own, a file each."""

    folder: ClassVar[str]
    """The folder's name; in the site the address of the page of its kind."""
    heading: ClassVar[str]
    """The title of that page."""
    description: ClassVar[str]
    """A line about it."""
    reader_nouns: ClassVar[tuple[str, str]]
    """What a reader calls one, and several."""
    in_browser: ClassVar[bool] = False
    """Whether the scripts know the kind: a switch shows and hides its notes, and the composer writes one."""

    @classmethod
    def noun(cls) -> str:
        """What a contributor calls one, as the class is named: `fact check`."""
        return re.sub(r"(?<!^)(?=[A-Z])", " ", cls.__name__).lower()

    @classmethod
    def slug(cls) -> str:
        """The same as files and commands have it: `fact-check`."""
        return cls.noun().replace(" ", "-")


def is_required(default: object, factory: object) -> bool:
    """Whether a dataclass field with this default and factory must be given."""
    return default is MISSING and factory is MISSING


def values_in(record: Record, *of: str) -> Iterator[tuple[str, Place]]:
    """Each value of a type that the record has, or a record in it, with its place: `"markdown"`, or `"id", "sources"`.

    What is left out, or could not be read, is none.
    """
    for name, is_of_type in _holding(type(record), of):  # type: ignore[arg-type]  # as in reading.records
        value = getattr(record, name)
        for number, part in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            if is_of_type and part:
                yield part, record.at(name if number is None else f"{name}.{number}")
            elif isinstance(part, Record):
                yield from values_in(part, *of)


@cache
def _holding(record: type[Record], of: tuple[str, ...]) -> list[tuple[str, bool]]:
    """The fields whose values are of the type (true), or may hold a record that has one."""
    hints = get_type_hints(record, include_extras=True)
    found = []
    for item in fields(record):
        parts = [hints[item.name], *get_args(hints[item.name])] if "doc" in item.metadata else []
        if any(getattr(part, "__metadata__", ()) == of for part in parts):
            found.append((item.name, True))
        elif any(isinstance(part, type) and issubclass(part, Record) for part in parts):
            found.append((item.name, False))
    return found
