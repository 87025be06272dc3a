"""After a change of the text: the opening words by which a translation, or rows of words, know their paragraphs, and
marks where they are otherwise now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from edition.anchoring import Range
from edition.editing.difference import Difference
from edition.editing.fuzzy import mark
from edition.editing.outcomes import Change, Outcome, OutcomeKind
from edition.model import EntryT, ParagraphEntry, SectionEntries, TranslatedParagraph
from edition.text import Leaf, SectionText, normalise, word_around

_CERTAIN = 0.6
_OPENING = 60.0


def realign(
    translations: Mapping[str, SectionEntries[EntryT]],
    new: Sequence[SectionText],
    old: Sequence[SectionText],
    difference: Difference,
) -> list[Outcome]:
    """What became of every entry of every translation, or of all rows of words; what still holds is left out."""
    now, before = {text.slug: text for text in new}, {text.slug: text for text in old}
    outcomes = []
    free = [text for text in new if text.slug not in translations]
    for slug, translation in translations.items():
        text = now.get(slug)
        if text is None:
            text = _renamed(translation, free)
            if text is None:
                remark = "the section is gone; move its entries to where its paragraphs stand now"
                outcomes.append(Outcome(f"{translation.folder}.{slug}", "lost", translation.place, slug, remark=remark))
                continue
            free.remove(text)
            renamed = f"{translation.place.file.path.rpartition('/')[0]}/{text.slug}.yml"
            outcomes.append(
                Outcome(f"{translation.folder}.{slug}", "moved", translation.place, slug, text.slug, renamed=renamed)
            )
        outcomes += _entries(translation, text, before.get(slug), difference)
    return outcomes


def _renamed(translation: SectionEntries[EntryT], texts: Sequence[SectionText]) -> SectionText | None:
    """The section without a translation in which most paragraphs begin as the entries do."""

    def alike(text: SectionText) -> int:
        pairs = zip(translation.paragraphs, text.leaves, strict=False)
        return sum(text.words(leaf).startswith(normalise(entry.begins)) for entry, leaf in pairs)

    best = max(texts, key=alike, default=None)
    return best if best and 2 * alike(best) > len(translation.paragraphs) else None


def _entries(
    translation: SectionEntries[EntryT], text: SectionText, before: SectionText | None, difference: Difference
) -> Iterator[Outcome]:
    """Each entry against the paragraph that it stands for: by the diff, or by its number where that can be told."""
    count = len(text.leaves)
    last, taken = -1, set[int]()
    for number, entry in enumerate(translation.paragraphs):
        leaf = _old_leaf(before, number, normalise(entry.begins))
        if before and leaf:
            index, outcome = _by_difference(translation, number, text, before.words(leaf), leaf, difference, last)
        else:
            index, outcome = _by_number(translation, number, text)
        if outcome:
            yield outcome
        if index >= 0:
            taken.add(index)
            last = max(last, index)
    # A translation that had not come to the end is only unfinished.
    had_all = before is not None and len(translation.paragraphs) >= len(before.leaves)
    for index in range(count if had_all else min(count, last + 1)):
        if index not in taken:
            words = text.words(text.leaves[index])
            remark = f"paragraph {index + 1} has no entry: add one that begins “{words[:12]}”"
            yield Outcome(f"{translation.folder}.{translation.section}", "lost", translation.place, "", remark=remark)


def _by_difference(
    translation: SectionEntries[EntryT],
    number: int,
    text: SectionText,
    earlier: str,
    leaf: Leaf,
    difference: Difference,
    last: int,
) -> tuple[int, Outcome | None]:
    """The paragraph to which the difference carries that of an entry (-1: none), and what becomes of the entry.

    `earlier` are the paragraph's words as they were, in the `leaf`; `last` is the paragraph of the entries before.
    """
    entry, name = translation.paragraphs[number], f"{translation.folder}.{translation.section}.{number + 1}"
    begins = normalise(entry.begins)
    carried = difference.carry(Range(translation.section, leaf.start, leaf.end))
    within = carried is not None and carried.range.section == text.slug and carried.similarity >= _CERTAIN
    index = text.leaf_at(carried.range.start) if carried and within else -1
    if carried is None or index < 0 or index <= last:
        where = "no longer in the section" if index < 0 else "elsewhere in the section now, or one with another"
        remark = f"its paragraph is {where}; move or delete the entry"
        return -1, Outcome(name, "lost", entry.at("begins"), begins, remark=remark)
    words = text.words(text.leaves[index])
    marks = mark(entry, (number,), earlier, words)
    if not words.startswith(begins):
        kind: OutcomeKind = "carried" if carried.certain else "proposed"
        return index, _changed_opening(name, kind, number, entry, words, text.slug, 100 * carried.similarity, marks)
    if not marks:
        return index, None
    remark = f"the paragraph was changed; {_look(entry)}"
    place = entry.at("text" if isinstance(entry, TranslatedParagraph) else "words")
    return index, Outcome(name, "changed", place, earlier, words, text.slug, remark=remark, changes=marks)


def _by_number(translation: SectionEntries[EntryT], number: int, text: SectionText) -> tuple[int, Outcome | None]:
    """The paragraph of an entry's number (-1: there is none), and what becomes of the entry."""
    entries, count = translation.paragraphs, len(text.leaves)
    entry, name = entries[number], f"{translation.folder}.{translation.section}.{number + 1}"
    begins = normalise(entry.begins)
    if number >= count:
        remark = f"the section has {count} paragraphs now"
        return -1, Outcome(name, "lost", entry.at("begins"), begins, remark=remark)
    words = text.words(text.leaves[number])
    if words.startswith(begins):
        return number, None
    score = fuzz.ratio(begins, words[: len(begins)])
    if len(entries) == count and (score >= _OPENING or _neighbours_agree(entries, text, number)):
        marks = mark(entry, (number,), begins, words[: len(begins)])
        return number, _changed_opening(name, "proposed", number, entry, words, text.slug, score, marks)
    remark = f"paragraph {number + 1} now begins “{words[:20]}…”; set entry and paragraph side by side"
    return number, Outcome(name, "lost", entry.at("begins"), begins, remark=remark)


def _old_leaf(before: SectionText | None, number: int, begins: str) -> Leaf | None:
    """The old paragraph of an entry that was in step with it."""
    if before is None or number >= len(before.leaves):
        return None
    leaf = before.leaves[number]
    return leaf if before.words(leaf).startswith(begins) else None


def _neighbours_agree(entries: Sequence[ParagraphEntry], text: SectionText, number: int) -> bool:
    """Whether the entries beside this one begin as the paragraphs beside it do."""
    beside = [index for index in (number - 1, number + 1) if 0 <= index < len(entries)]
    return bool(beside) and all(
        text.words(text.leaves[index]).startswith(normalise(entries[index].begins)) for index in beside
    )


def _changed_opening(
    name: str,
    kind: OutcomeKind,
    number: int,
    entry: ParagraphEntry,
    words: str,
    section: str,
    score: float,
    marks: tuple[Change, ...],
) -> Outcome:
    begins = normalise(entry.begins)
    opening = word_around(words, 0, len(begins)).strip()  # no word is cut
    changes = (Change((number, "begins"), opening), *marks)
    remark = _look(entry) if marks or entry.is_fuzzy else ""  # of another width, they are the same words
    return Outcome(name, kind, entry.at("begins"), begins, opening, section, score, remark, changes)


def _look(entry: ParagraphEntry) -> str:
    return f"look at its {'translation' if isinstance(entry, TranslatedParagraph) else 'rows of words'}"
