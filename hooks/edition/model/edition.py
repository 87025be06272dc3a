"""Everything that was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeVar

from edition.model.by_section import Interlinear, ParagraphEntry, SectionEntries, Translation
from edition.model.documents import Claim, Manifest, Source
from edition.model.fields import Document, Record
from edition.model.notes import Bio, FactCheck, Gloss, Note, Variant
from edition.model.parts import Correction

FOLDERS: dict[str, type[Document]] = {
    kind.folder: kind for kind in (Bio, FactCheck, Gloss, Translation, Interlinear, Variant, Source)
}
"""What lies under annotations/, by folder: the one list of kinds."""

ANNOTATIONS = "annotations"
"""The folder of the notes, from the project's."""

AnyDocument = TypeVar("AnyDocument", bound=Document)
AnyRecord = TypeVar("AnyRecord", bound=Record)


def kinds() -> list[type[Note]]:
    """The kinds of notes, in the order in which they are read."""
    return [kind for kind in FOLDERS.values() if issubclass(kind, Note)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Everything that was read, by id, in the order of ids. `manifest` is None where it cannot be read.

    What is `incomplete` is shown nowhere; what can be read of it is looked at for what else is wrong.
    """

    manifest: Manifest | None = None
    documents: Mapping[type[Document], Mapping[str, Any]] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    incomplete: tuple[Record, ...] = ()
    unread: frozenset[str] = frozenset()
    """The paths of the files that have problems, so that whatever names what is in them rests on these."""
    folder: str = ANNOTATIONS
    """The name of the folder in which everything lies."""

    def of(self, kind: type[AnyDocument]) -> Mapping[str, AnyDocument]:
        """All of a kind, by id."""
        return self.documents.get(kind, {})

    @property
    def bios(self) -> Mapping[str, Bio]:
        """Whoever and whatever is named."""
        return self.of(Bio)

    @property
    def fact_checks(self) -> Mapping[str, FactCheck]:
        """What was checked."""
        return self.of(FactCheck)

    @property
    def glosses(self) -> Mapping[str, Gloss]:
        """What is explained."""
        return self.of(Gloss)

    @property
    def translations(self) -> Mapping[str, Translation]:
        """The English, by section."""
        return self.of(Translation)

    @property
    def interlinear(self) -> Mapping[str, Interlinear]:
        """The words, by section."""
        return self.of(Interlinear)

    @property
    def by_section(self) -> Iterator[SectionEntries[Any]]:
        """Every file that has an entry for each paragraph of a section."""
        of_sections = (kind for kind in FOLDERS.values() if issubclass(kind, SectionEntries))
        return chain.from_iterable(self.of(kind).values() for kind in of_sections)

    @property
    def sources(self) -> Mapping[str, Source]:
        """The bibliography."""
        return self.of(Source)

    def incomplete_of(self, kind: type[AnyRecord]) -> Iterator[AnyRecord]:
        """What is incomplete of a class."""
        return (record for record in self.incomplete if isinstance(record, kind))

    @property
    def every_note(self) -> Iterator[Note]:
        """Every note, those too that are incomplete."""
        return chain(self.notes, self.incomplete_of(Note))

    @property
    def every_claim(self) -> Iterator[Claim]:
        """Every claim, those too that are incomplete."""
        return chain(self.claims, self.incomplete_of(Claim))

    @property
    def numbered_claims(self) -> Iterator[tuple[int, Claim]]:
        """Each claim with its number in the file, from 0; what is incomplete is counted and left out."""
        listed = sorted(self.every_claim, key=lambda claim: (claim.place.line, claim.place.column))
        left_out = set(map(id, self.incomplete))
        return ((number, claim) for number, claim in enumerate(listed) if id(claim) not in left_out)

    @property
    def vouched(self) -> Manifest | None:
        """What edition.yml says of the article, as far as it can be read."""
        return self.manifest or next(self.incomplete_of(Manifest), None)

    @property
    def language(self) -> str:
        """The article's, as edition.yml says it; `und` where nothing does."""
        return (self.vouched.language if self.vouched else "") or "und"

    @property
    def is_chinese(self) -> bool:
        """Whether the article is in Chinese, which is read as pinyin."""
        return self.vouched is None or self.language.startswith("zh")

    @property
    def fuzzy(self) -> Iterator[Note | ParagraphEntry | Claim]:
        """Whatever carries the mark that the words which it leans on have changed, ended or not."""
        paragraphs = chain.from_iterable(entries.paragraphs for entries in self.by_section)
        everything: Iterator[Note | ParagraphEntry | Claim] = chain(self.notes, paragraphs, self.claims)
        return (record for record in everything if record.fuzzy)

    @property
    def corrections(self) -> list[tuple[Note, Correction]]:
        """Every correction with its note, newest first."""
        found = [
            (item.date, number, note.id, note, item)
            for note in self.notes
            for number, item in enumerate(note.corrections)
        ]
        return [(note, item) for _, _, _, note, item in sorted(found, key=lambda entry: entry[:3], reverse=True)]

    @property
    def notes(self) -> Iterator[Note]:
        """Every note that stands off from the text."""
        return chain.from_iterable(self.of(kind).values() for kind in kinds())
