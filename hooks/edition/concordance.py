"""Which note speaks where, and where each place is spoken of: the edition's index, both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain
from pathlib import PurePosixPath
from unicodedata import normalize

from edition.anchoring import (
    Leaf,
    Occurrence,
    SectionText,
    align,
    anchor,
    count_characters,
    find_all,
    in_latin_letters,
    lay,
    normalise,
    read_section,
    readings,
    too_nested,
)
from edition.model import (
    Bio,
    Edition,
    FactCheck,
    Gloss,
    Interlinear,
    InterlinearParagraph,
    Note,
    Record,
    TranslatedParagraph,
    Translation,
    Variant,
)
from edition.problems import Place, Problem, SourceFile, short

KINDS: Mapping[type[Note], str] = {Bio: "bios", FactCheck: "fact-checks", Gloss: "glosses", Variant: "variants"}
"""The kinds of notes by the names of their folders."""

ARTICLE = "docs/article"
"""Where the sections lie."""


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


@dataclass(frozen=True, slots=True)
class Section:
    """A section with all that is said about it.

    `english` has one text a leaf, `readings` the pinyin of each of its characters; both are empty where there is none.
    """

    index: int
    source: SectionSource
    text: SectionText
    english: Sequence[str]
    readings: Sequence[Sequence[str]]
    occurrences: Sequence[Occurrence]
    entries: Sequence[Entry]
    elements: Sequence[str]
    """For each occurrence, the id of the margin entry that it leads to."""
    interlinear: Sequence[InterlinearParagraph | None] = ()
    """The rows of each leaf's words; None where there are none."""

    @property
    def slug(self) -> str:
        """The file's name without its number."""
        return self.source.slug

    @property
    def title(self) -> str:
        """The title in English."""
        return self.source.title

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
    by_slug: Mapping[str, Section] = field(default_factory=dict)
    claims: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The quote of each claim, normalised, to the sections in which it stands."""
    unread: tuple[str, ...] = ()
    """Paths of the article of which no text is known: what seems to stand nowhere rests on them."""

    def leaf(self, occurrence: Occurrence) -> Leaf:
        """The leaf in which the occurrence begins."""
        text = self.by_slug[occurrence.range.section].text
        return text.leaves[text.leaf_at(occurrence.range.start)]


def article_text(texts: Sequence[SectionText]) -> str:
    """The article's words: each heading and paragraph on a line of its own, a line feed at the end."""
    return "".join(f"{text.text}\n" for text in texts)


def article_outline(texts: Sequence[SectionText]) -> str:
    """What the checksum is taken of: the article's words, in blocks of what kinds, in what order.

    Each section is lines, each ended by a line feed, and an empty line closes it. In the order of the text they are:

    - for each block (`p`, `h1`, `ul`, `li`, `td`, `hr` …) and picture (`img`) a space for each block that it stands in,
      and its tag; after that of `ol` its ` start=`, ` reversed=` and ` type=`, after that of `li` its ` value=`, after
      that of `td` and `th` its ` colspan=` and ` rowspan=`. `div`, `section`, and the parts of a table that hold its
      rows are left out;
    - for the words that stand in a block itself a tab and the words, in Unicode NFC, with white space as one space;
    - for words that reach a reader beside the text a tab, what they are (`alt`, `aria-label`, `title` and, as if it
      were words, `dir` after the line of their element, `rt` and `rp` where they end), a tab and the words.
    """
    return "".join(f"{_lines(text)}\n" for text in texts)


def _lines(text: SectionText) -> str:
    words = (item if isinstance(item, str) else f"\t{text.words(item)}" for item in text.outline)
    return "".join(f"{normalize('NFC', line)}\n" for line in words)


def article_hash(texts: Sequence[SectionText]) -> str:
    """The SHA-256 of the article's outline, in hexadecimal digits: what `edition.yml` vouches for."""
    return sha256(article_outline(texts).encode()).hexdigest()


def earlier_hash(texts: Sequence[SectionText]) -> str:
    """The sum by the recipe of the first editions, which saw the words alone."""
    return sha256(article_text(texts).encode()).hexdigest()


def join(edition: Edition, sources: Sequence[SectionSource]) -> tuple[Concordance, list[Problem]]:
    """Anchor every note of the edition in the sections (in reading order) and index the result."""
    texts = [read_section(source.slug, source.html) for source in sources]
    _number(texts)
    notes = {note.id: note for note in edition.notes}
    unread = _unread(sources, texts)
    occurrences, problems = anchor(notes.values(), texts, unread)
    aligned, drifted = align(edition.translations, texts, unread)
    rows, out_of_step = align(edition.interlinear, texts, unread)
    problems += [*drifted, *out_of_step]
    problems += _check_text(edition, sources, texts)

    latin = in_latin_letters(text.text for text in texts)
    is_chinese = edition.vouched is None or edition.vouched.language.startswith("zh")

    places: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        places[occurrence.note].append(occurrence)
    by_section = _by_section(occurrences)
    cited_by: dict[str, dict[str, None]] = defaultdict(dict)
    for note in notes.values():
        for cited, _ in note.cited():
            cited_by[cited][note.id] = None

    sections: list[Section] = []
    for index, (source, text) in enumerate(zip(sources, texts, strict=True)):
        here = by_section.get(source.slug, [])
        entries, elements = _entries(here, text)
        translated = aligned.get(source.slug) or [None] * len(text.leaves)
        english = [entry.text if entry else "" for entry in translated]
        words = rows.get(source.slug) or [None] * len(text.leaves)
        spoken = [
            _syllables(text.words(leaf), entry, latin=latin) if entry and is_chinese else []
            for leaf, entry in zip(text.leaves, words, strict=True)
        ]
        sections.append(Section(index, source, text, english, spoken, here, entries, elements, words))
    problems += _check_english(occurrences, notes, texts, aligned)
    problems += _check_hidden(edition, notes, texts, aligned, unread)
    concordance = Concordance(
        edition=edition,
        sections=sections,
        notes=notes,
        places=places,
        cited_by={source: sorted(ids) for source, ids in cited_by.items()},
        by_slug={section.slug: section for section in sections},
        claims=_claims(edition, texts),
        unread=unread,
    )
    return concordance, problems


def _syllables(words: str, entry: InterlinearParagraph, *, latin: bool) -> list[str]:
    """The pinyin of each character of a paragraph, out of its rows; none where a character would get another's."""
    laid = lay(words, entry.words, latin=latin)
    spoken = [readings(row.form, row.reading) for row in entry.words]
    in_step = len(laid.spans) == len(entry.words) and not laid.rest
    fits = all(len(syllables) == count_characters(row.form) for row, syllables in zip(entry.words, spoken, strict=True))
    return list(chain.from_iterable(spoken)) if in_step and fits else []


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


def _by_section(occurrences: Iterable[Occurrence]) -> Mapping[str, list[Occurrence]]:
    found: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        found[occurrence.range.section].append(occurrence)
    return found


def _check_hidden(
    edition: Edition,
    notes: Mapping[str, Note],
    texts: Sequence[SectionText],
    aligned: Mapping[str, Sequence[TranslatedParagraph | None]],
    unread: tuple[str, ...],
) -> Iterator[Problem]:
    """What else is wrong in what is shown nowhere: notes and translations that are incomplete, ids taken twice."""
    hidden = [note for note in edition.every_note if notes.get(note.id) is not note]
    for note in hidden:  # one by one, since two may have the same id
        occurrences, problems = anchor([note], texts, unread)
        yield from problems
        yield from _check_english(occurrences, {note.id: note}, texts, aligned)
    translations = {item.section: item for item in edition.incomplete if isinstance(item, Translation)}
    yield from align(translations, texts, unread)[1]
    interlinear = {item.section: item for item in edition.incomplete if isinstance(item, Interlinear)}
    yield from align(interlinear, texts, unread)[1]


def _number(texts: Sequence[SectionText]) -> None:
    """Give every paragraph its number, which runs through the edition."""
    paragraphs = (leaf for leaf in chain.from_iterable(text.leaves for text in texts) if not leaf.is_heading)
    for number, leaf in enumerate(paragraphs, 1):
        leaf.number = number


def _entries(occurrences: Sequence[Occurrence], text: SectionText) -> tuple[list[Entry], list[str]]:
    """What stands in a section's margin: a note at each of its targets; by terms only where it is first named."""
    counts: dict[str, int] = defaultdict(int)
    entries: list[Entry] = []
    elements: list[str] = []
    with_targets = {occurrence.note for occurrence in occurrences if occurrence.target is not None}
    for occurrence in occurrences:
        note = occurrence.note
        stands = note in counts if occurrence.target is None and note not in with_targets else occurrence.target is None
        if stands:
            elements.append(f"note-{note}")
            continue
        counts[note] += 1
        # An id holds no double hyphen, so the suffix cannot make the name of another note.
        element = f"note-{note}" if counts[note] == 1 else f"note-{note}--{counts[note]}"
        entries.append(Entry(note, element, text.leaf_at(occurrence.range.start), occurrence))
        elements.append(element)
    return entries, elements


def _check_english(
    occurrences: Iterable[Occurrence],
    notes: Mapping[str, Note],
    texts: Sequence[SectionText],
    aligned: Mapping[str, Sequence[TranslatedParagraph | None]],
) -> Iterator[Problem]:
    """A problem for each target whose English does not stand once in the translation of its paragraph.

    Where the translation of the paragraph is not known, it rests on that file.
    """
    by_slug = {text.slug: text for text in texts}
    for occurrence in occurrences:
        note = notes[occurrence.note]
        if occurrence.target is None or not isinstance(note, FactCheck):
            continue
        target, slug = note.all_targets[occurrence.target], occurrence.range.section
        entries = aligned.get(slug, ())
        leaf = by_slug[slug].leaf_at(occurrence.range.end - 1)
        entry = entries[leaf] if leaf < len(entries) else None
        said, translation = target.english, entry.text if entry else ""
        if said and translation.count(said) != 1:
            often = "is not in" if said not in translation else "stands more than once in"
            message = f"“{short(said)}” {often} the translation of the paragraph"
            remedy = f"Copy words from it that stand there once: “{short(translation)}”" if translation else ""
            rests_on = () if entry else (f"{_folder(target)}/translations/{slug}.yml",)
            yield Problem(target.at("english"), message, remedy, rests_on=rests_on)


def _folder(record: Record) -> str:
    """The folder of all notes, by the path of one."""
    return record.place.file.path.partition("/")[0]


def _check_text(edition: Edition, sources: Sequence[SectionSource], texts: Sequence[SectionText]) -> list[Problem]:
    """A problem where the article is not the one that edition.yml vouches for."""
    manifest = edition.vouched
    if manifest is None or not texts:
        return []
    problems = [
        Problem(
            Place(SourceFile(source.path)),
            "the section holds no text",
            "Put the article's words under its front matter.",
            rests_on=(source.path, source.path.rpartition("/")[0]),
        )
        for source, text in zip(sources, texts, strict=True)
        if not text.text
    ]
    found = article_hash(texts)
    if manifest.sha256 and manifest.sha256 == earlier_hash(texts):
        message = "this sum was taken by the earlier recipe, which saw the words alone; the words are the same"
        problems.append(Problem(manifest.at("sha256"), message, "“edition check --fix” renews it."))
    elif manifest.sha256 and found != manifest.sha256:
        remedy = (
            f"The article's words are sacred: undo the change under {PurePosixPath(sources[0].path).parent}/. "
            "Only if the publisher's text itself is otherwise, first say `edition reanchor --old HEAD --write`: "
            f"it marks the notes that lean on changed words, and writes sha256: {found}"
        )
        place, message = manifest.at("sha256"), "the article's text is not the one this hash was taken of"
        problems.append(Problem(place, message, remedy, spoils="the article's text", rests_on=_unread(sources, texts)))
    return problems
