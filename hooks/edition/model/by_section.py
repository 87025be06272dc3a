"""What is said of each section, paragraph by paragraph: its translation, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from edition.model.fields import FUZZY, NOT_FOUND, Document, Quote, Row, Text, may_be_empty, optional, required
from edition.model.parts import Fuzzy, Quoting


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphEntry(Quoting):
    """What is said of one heading or paragraph, in step with the article."""

    begins: Quote = required("The paragraph's opening words: a check that the two have not drifted.")


EntryT = TypeVar("EntryT", bound=ParagraphEntry)


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatedParagraph(ParagraphEntry):
    """The English of one heading or paragraph."""

    text: Text = required("The English.")
    fuzzy: Fuzzy | None = optional(FUZZY, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word(Row):
    """A word of the article (TEI's `w`), as a row: [form, reading, gloss, rendering]."""

    form: Quote = required("The word, as it stands in the paragraph.")
    reading: Text = may_be_empty('How it is read, as of a gloss; "" where it needs none.')
    gloss: Text = required("What it says in this sentence; three words at most where it can be.")
    rendering: Text = optional(
        "The words of the translation that render it, as they stand there; may be left out. Words that stand there "
        "more than once have a number: at#2. Words that stand apart: makes … official."
    )

    @property
    def known(self) -> tuple[str, str]:
        """The reading and the gloss, each empty where it is still to be written."""
        reading, gloss = ("" if said.startswith(NOT_FOUND) else said for said in (self.reading, self.gloss))
        return reading, gloss


@dataclass(frozen=True, slots=True, kw_only=True)
class InterlinearParagraph(ParagraphEntry):
    """The words of one heading or paragraph, a row for each, in order."""

    words: tuple[Word, ...] = required(
        "A row for each word; with what stands between them they are the paragraph. Empty: not yet begun."
    )
    fuzzy: Fuzzy | None = optional(FUZZY, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionEntries(Document, Generic[EntryT]):
    """What is said of a section, an entry for each heading and paragraph in order: a file that is a list."""

    entry: ClassVar[type[ParagraphEntry]]
    """What each of them is."""

    section: str
    paragraphs: tuple[EntryT, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation(SectionEntries[TranslatedParagraph]):
    """The English of a section, an entry for each heading and paragraph in order."""

    folder = "translations"
    entry = TranslatedParagraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Interlinear(SectionEntries[InterlinearParagraph]):
    """The words of a section, an entry for each heading and paragraph in order."""

    folder = "interlinear"
    entry = InterlinearParagraph
