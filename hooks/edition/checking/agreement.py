"""Whether what a row says of a word, and what a note says of it, are the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.checking.reach import every_word, telling_words
from edition.concordance import Concordance, Section
from edition.model import Bio, Gloss, Word
from edition.problems import Problem, all_of, short
from edition.text import count_characters

_STEM = 4
"""Words that have so many first letters in common say the same: lead, leading."""


def unlike_notes(concordance: Concordance) -> Iterator[Problem]:
    """A warning for each word that a note explains in other words than its row: no word of the two is the same."""
    for section in concordance.sections:
        for start, end, rows in _placed(section):
            for occurrence in section.occurrences:
                note, place = concordance.notes[occurrence.note], occurrence.range
                within = [row for row, first, last in rows if place.start <= first and last <= place.end]
                if not within or place.start < start or place.end > end:
                    continue
                said = [row.gloss for row in within]
                if not all(row.known[1] for row in within):
                    continue
                if isinstance(note, Gloss):
                    owns = [note.literal, note.meaning]
                elif isinstance(note, Bio) and len(within) == 1 and occurrence.target is None:
                    owns = [note.name]
                else:
                    continue
                count = count_characters(section.text.flat[place.start : place.end])
                has_all = sum(count_characters(row.form) for row in within) == count  # that the note explains
                if has_all and not _share_a_word(said, owns):
                    message = f"“{' '.join(said)}” has no word of the note “{note.id}”: {_quoted(owns)}"
                    remedy = "Say the same in both, or say in the note what else it is here."
                    yield Problem.warning(within[0].at("gloss"), "gloss unlike its note", message, remedy)


def _placed(section: Section) -> Iterator[tuple[int, int, list[tuple[Word, int, int]]]]:
    """The range of each paragraph that has rows, and the rows with where they stand in the section."""
    for leaf, placed_rows in zip(section.text.leaves, section.interlinear, strict=True):
        if placed_rows:
            placed = [(row, leaf.start + first, leaf.start + last) for row, (first, last) in placed_rows.placed]
            yield leaf.start, leaf.end, placed


def _share_a_word(said: Sequence[str], owns: Sequence[str]) -> bool:
    """Whether a word that carries sense in the one stands in the other; of small words only, whether one of these."""
    ours = {word for text in said for word in telling_words(text)}
    theirs = {word for text in owns for word in every_word(text)}
    return any(_have_one_stem(one, other) for one in ours for other in theirs) or not ours or not theirs


def _have_one_stem(one: str, other: str) -> bool:
    """Whether two words are one but for their endings, or one is part of the other: lead, leading; lock, unlock."""
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= _STEM and (shorter in longer or one[:_STEM] == other[:_STEM]))


def _quoted(texts: Sequence[str]) -> str:
    return all_of([f"“{short(text)}”" for text in texts])
