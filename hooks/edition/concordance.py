"""Which note speaks where, and where each place is spoken of: the edition's index, both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import PurePosixPath
from typing import NamedTuple

from edition.anchoring import Nested, Occurrence, PlacedRows, Unplaced, align, anchor, find_all, place_rows, too_nested
from edition.memory import Memory
from edition.model import Edition, InterlinearParagraph, Note, TranslatedParagraph
from edition.reading import ARTICLE
from edition.text import (
    Leaf,
    SectionText,
    count_characters,
    in_latin_letters,
    normalise,
    read_section,
    readings,
)


@dataclass(frozen=True, slots=True)
class SectionSource:
    """A section as the host gives it.

    `path` of its file (for messages), `title` in English, rendered `html`, `address` of its page from the
    site's root.
    """

    slug: str
    title: str
    path: str
    html: str
    address: str = ""

    @property
    def uri(self) -> str:
        """The path of the file from the folder of pages."""
        return "/".join(PurePosixPath(self.path).parts[-2:])


@dataclass(frozen=True, slots=True)
class Entry:
    """A note that stands in the margin of a section beside a leaf, under an id that is unique on the page."""

    note: str
    element: str
    leaf: int
    occurrence: Occurrence


class Mention(NamedTuple):
    """An occurrence in its section, and the id of the margin entry that it leads to; the first of an entry is its own.

    On paper only those that are an entry's own, and what quotes a passage, refer to the note.
    """

    occurrence: Occurrence
    element: str
    is_own: bool

    @property
    def refers(self) -> bool:
        """Whether it refers to the note on paper."""
        return self.is_own or self.occurrence.target is not None


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A section with all that is said about it. Two are the same only where they are one.

    `english` has one text a leaf, `readings` the pinyin of each of its characters; both are empty where there is none.
    """

    index: int
    source: SectionSource
    text: SectionText
    english: Sequence[str]
    readings: Sequence[Sequence[str]]
    mentions: Sequence[Mention]
    entries: Sequence[Entry]
    interlinear: Sequence[PlacedRows | None]
    """The rows of each leaf's words, and where they stand in it; None where there are none."""

    @property
    def slug(self) -> str:
        """The file's name without its number."""
        return self.source.slug

    @property
    def title(self) -> str:
        """The title in English."""
        return self.source.title

    @property
    def occurrences(self) -> list[Occurrence]:
        """Every place where a note speaks, in the order of the text."""
        return [mention.occurrence for mention in self.mentions]

    @property
    def notes(self) -> list[str]:
        """Ids of the notes that speak here, in the order of the text, each once."""
        return list(dict.fromkeys(entry.note for entry in self.entries))


@dataclass(frozen=True, slots=True)
class Concordance:
    """The whole edition, joined."""

    edition: Edition
    sections: Sequence[Section]
    notes: Mapping[str, Note]
    places: Mapping[str, Sequence[Occurrence]]
    """Note to all its occurrences, in the order of the text."""
    cited_by: Mapping[str, Sequence[str]]
    """Source to the notes that rest on it, by id."""
    by_slug: Mapping[str, Section]
    claims: Mapping[str, Sequence[str]]
    """The quote of each claim, normalised, to the sections in which it stands."""
    unread: tuple[str, ...]
    """Paths of the article of which no text is known: what seems to stand nowhere rests on them."""
    unplaced: Sequence[Unplaced]
    """The targets that do not fit in one place."""
    nested: Nested | None
    """What kept all notes from being looked for."""
    aligned: Mapping[str, Sequence[TranslatedParagraph | None]]
    """Section to the translation of each of its leaves, as far as the two are in step."""
    latin: bool
    """Whether the article is written in Latin letters, so that words in these want rows, too."""
    memory: Memory = field(repr=False, compare=False)
    """What an earlier build has made already."""

    @property
    def texts(self) -> list[SectionText]:
        """The text of each section, in reading order."""
        return [section.text for section in self.sections]

    @property
    def occurrences(self) -> list[Occurrence]:
        """Every place where a note speaks, in the order of the text."""
        return [occurrence for section in self.sections for occurrence in section.occurrences]

    def cited(self, note: Note) -> Sequence[str]:
        """The sources on which the note rests, by id."""
        return _cited(note, self.memory)

    def leaf(self, occurrence: Occurrence) -> Leaf:
        """The leaf in which the occurrence begins."""
        text = self.by_slug[occurrence.range.section].text
        return text.leaves[text.leaf_at(occurrence.range.start)]


def join(edition: Edition, sources: Sequence[SectionSource], memory: Memory | None = None) -> Concordance:
    """Anchor every note of the edition in the sections (in reading order) and index the result."""
    memory = memory or Memory()
    texts = _read(sources, memory)
    notes = {note.id: note for note in edition.notes}
    occurrences, unplaced, nested = anchor(notes.values(), texts)
    aligned, rows = align(edition.translations, texts), align(edition.interlinear, texts)

    latin = in_latin_letters(text.text for text in texts)
    places: dict[str, list[Occurrence]] = defaultdict(list)
    by_section: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        places[occurrence.note].append(occurrence)
        by_section[occurrence.range.section].append(occurrence)
    cited_by: dict[str, dict[str, None]] = defaultdict(dict)
    for note in notes.values():
        for cited in _cited(note, memory):
            cited_by[cited][note.id] = None

    sections: list[Section] = []
    for index, (source, text) in enumerate(zip(sources, texts, strict=True)):
        mentions, entries = _beside(by_section[source.slug], text)
        translated = aligned.get(source.slug) or [None] * len(text.leaves)
        english = [entry.text if entry else "" for entry in translated]
        words = rows.get(source.slug) or [None] * len(text.leaves)
        placed = memory.made(("placed", source.slug), (text, words, latin), partial(_placed, text, words, latin=latin))
        of_chinese = placed if edition.is_chinese else [None] * len(placed)
        spoken = memory.made(("readings", source.slug), of_chinese, partial(_readings, of_chinese))
        parts = (index, source, text, english, spoken, mentions, entries, placed)
        sections.append(memory.made(("section", source.slug), parts, partial(Section, *parts)))
    return Concordance(
        edition=edition,
        sections=sections,
        notes=notes,
        places=places,
        cited_by={source: sorted(ids) for source, ids in cited_by.items()},
        by_slug={section.slug: section for section in sections},
        claims=_claims(edition, texts),
        unread=_unread(sources, texts),
        unplaced=unplaced,
        nested=nested,
        aligned=aligned,
        latin=latin,
        memory=memory,
    )


def _cited(note: Note, memory: Memory) -> Sequence[str]:
    """The sources on which the note rests."""
    return memory.made(("cited", note.id), note, lambda: list(dict.fromkeys(cited for cited, _ in note.cited())))


def _read(sources: Sequence[SectionSource], memory: Memory) -> list[SectionText]:
    """The texts of the sections. Every paragraph has its number, which runs through the edition."""
    texts: list[SectionText] = []
    number = 1
    for source in sources:
        texts.append(memory.made(("text", source.slug), (source.html, number), partial(_numbered, source, number)))
        number += sum(not leaf.is_heading for leaf in texts[-1].leaves)
    return texts


def _numbered(source: SectionSource, first: int) -> SectionText:
    text = read_section(source.slug, source.html)
    for number, leaf in enumerate((leaf for leaf in text.leaves if not leaf.is_heading), first):
        leaf.number = number
    return text


def _placed(text: SectionText, words: Sequence[InterlinearParagraph | None], *, latin: bool) -> list[PlacedRows | None]:
    """Where the rows of each leaf stand, as far as it has some."""
    pairs = zip(text.leaves, words, strict=True)
    return [place_rows(text.words(leaf), entry.words, latin=latin) if entry else None for leaf, entry in pairs]


def _readings(placed: Sequence[PlacedRows | None]) -> list[list[str]]:
    """The pinyin of each character of each leaf, as far as the leaves have rows."""
    return [_syllables(rows) if rows else [] for rows in placed]


def _syllables(placed: PlacedRows) -> list[str]:
    """The pinyin of each character of a paragraph, out of its rows; none where a character would get another's."""
    spoken = [readings(row.form, row.reading) for row in placed.rows]
    fits = all(len(syllables) == count_characters(row.form) for row, syllables in zip(placed.rows, spoken, strict=True))
    return list(chain.from_iterable(spoken)) if placed.is_whole and fits else []


def _claims(edition: Edition, texts: Sequence[SectionText]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    wanted = {normalise(claim.quote) for claim in edition.every_claim} - {""}
    one_by_one = ((text, [quote for quote in wanted if quote in text.flat]) for text in texts)
    for text, quotes in one_by_one if too_nested(wanted, texts) else find_all(wanted, texts):
        for quote in quotes:
            found[quote].append(text.slug)
    return found


def _unread(sources: Sequence[SectionSource], texts: Sequence[SectionText]) -> tuple[str, ...]:
    """The paths of the article of which no text is known: its folder, and each section that holds none."""
    folders = dict.fromkeys(source.path.rpartition("/")[0] for source in sources)
    empty = [source.path for source, text in zip(sources, texts, strict=True) if not text.text]
    return (*(folders or [ARTICLE]), *empty)


def _beside(occurrences: Sequence[Occurrence], text: SectionText) -> tuple[list[Mention], list[Entry]]:
    """What stands in a section's margin: a note at each of its targets; by terms only where it is first named."""
    counts: dict[str, int] = defaultdict(int)
    entries: list[Entry] = []
    mentions: list[Mention] = []
    with_targets = {occurrence.note for occurrence in occurrences if occurrence.target is not None}
    for occurrence in occurrences:
        note = occurrence.note
        stands = note in counts if occurrence.target is None and note not in with_targets else occurrence.target is None
        if stands:
            mentions.append(Mention(occurrence, f"note-{note}", is_own=False))
            continue
        counts[note] += 1
        # An id holds no double hyphen, so the suffix cannot make the name of another note.
        element = f"note-{note}" if counts[note] == 1 else f"note-{note}--{counts[note]}"
        entries.append(Entry(note, element, text.leaf_at(occurrence.range.start), occurrence))
        mentions.append(Mention(occurrence, element, is_own=True))
    return mentions, entries
