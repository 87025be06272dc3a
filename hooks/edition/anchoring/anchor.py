"""All notes to the places where they speak, in one pass over each section.

Quotes and terms go into one Aho-Corasick automaton, so that the time does not depend on how many
there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from edition.anchoring.quotes import Occurrence, Range, Selector, spellings
from edition.model import Note, Target
from edition.problems import Place
from edition.text import SectionText, is_whole, normalise

_SHOWN = 3
"""So many of its places are told of a quote that stands more than once."""

_DEEP, _MOST_FOUND = 8, 3_000_000
"""So many terms and quotes may end with one another in any text, and more where they cannot be found oftener."""


class Fits(NamedTuple):
    """Where a target fits: how often in each section, and the first few places."""

    in_section: Counter[str]
    first: list[Range]

    @property
    def total(self) -> int:
        return self.in_section.total()


class Unplaced(NamedTuple):
    """A target that does not fit in one place, and where it does."""

    target: Target
    found: Fits


class Nested(NamedTuple):
    """Words that so many other terms and quotes end with that none is looked for; they stand at a place."""

    words: str
    others: int
    place: Place


class Anchored(NamedTuple):
    """Every place where a note speaks, in the order of the text, and what could not be placed."""

    occurrences: list[Occurrence]
    unplaced: list[Unplaced]
    nested: Nested | None = None


def anchor(notes: Iterable[Note], texts: Sequence[SectionText]) -> Anchored:
    """Every place where every note speaks, and what has none."""
    wanted = list(notes)
    targets: list[tuple[Note, int, Target]] = []
    terms: dict[str, list[Note]] = defaultdict(list)
    for note in wanted:
        targets += [(note, number, target) for number, target in enumerate(note.all_targets) if target.exact]
        for term in note.all_terms:
            terms[normalise(term)].append(note)
    excepted = {normalise(words) for note in wanted for words in note.all_excepted}
    spelled = {selector: spellings(selector) for _, _, target in targets for selector in (selector_of(target),)}
    patterns = sorted({*terms, *excepted, *(words for items in spelled.values() for words, _ in items)} - {""})
    if nested := too_nested(patterns, texts):
        of_terms = (note.at("terms") for note in terms.get(nested, ()))
        of_targets = (target.at("exact") for _, _, target in targets if nested in dict(spelled[selector_of(target)]))
        of_exceptions = (note.at("except_") for note in wanted if nested in map(normalise, note.all_excepted))
        others = sum(map(nested.endswith, patterns)) - 1
        return Anchored([], [], Nested(nested, others, next(chain(of_terms, of_targets, of_exceptions))))
    occurrences: list[Occurrence] = []
    places: dict[str, dict[str, list[int]]] = defaultdict(dict)  # by pattern and section, where it begins
    for text, found in find_all(patterns, texts):
        for pattern, starts in found.items():
            places[pattern][text.slug] = starts
        occurrences += _occurrences_of_terms(text, found, terms)
    order = {text.slug: number for number, text in enumerate(texts)}
    unplaced: list[Unplaced] = []
    known: dict[tuple[Selector, str], Fits] = {}
    for note, number, target in targets:
        key = (selector_of(target), target.section)
        if key not in known:
            known[key] = _places(target, spelled[key[0]], places, order)
        if known[key].total == 1:
            occurrences.append(Occurrence(note.id, known[key].first[0], number))
        else:
            unplaced.append(Unplaced(target, known[key]))
    occurrences.sort(key=lambda item: (order[item.range.section], item.range.start, -item.range.end, item.note))
    return Anchored(occurrences, unplaced)


def _occurrences_of_terms(
    text: SectionText, found: Mapping[str, Sequence[int]], terms: Mapping[str, Sequence[Note]]
) -> Iterator[Occurrence]:
    """Where the notes speak whose terms stand in a section as whole words, the longest of those that overlap.

    `found` has where each pattern begins in it.
    """
    ranges = ((at, at + len(term), term) for term, starts in found.items() if term in terms for at in starts)
    speaking = {
        (start, end, term): notes
        for start, end, term in ranges
        if is_whole(text.flat, start, end)
        and (notes := [note for note in terms[term] if not _is_excepted(note, start, end, found)])
    }
    for start, end, term in _longest_first([*speaking], len(text.flat)):
        yield from (Occurrence(note.id, Range(text.slug, start, end)) for note in speaking[start, end, term])


def _is_excepted(note: Note, start: int, end: int, found: Mapping[str, Sequence[int]]) -> bool:
    """Whether a term of the note stands there within words in which it is none."""
    return any(
        at <= start and end <= at + len(words)
        for words in map(normalise, note.all_excepted)
        for at in found.get(words, ())
    )


def selector_of(target: Target) -> Selector:
    """The quote of a target, with what is around it."""
    return Selector(target.exact, target.prefix, target.suffix)


def _places(
    target: Target,
    spelled: Sequence[tuple[str, int]],
    places: Mapping[str, Mapping[str, Sequence[int]]],
    order: Mapping[str, int],
) -> Fits:
    size = len(normalise(target.exact))
    found = Fits(Counter(), [])
    for words, lead in spelled:
        for slug, starts in places.get(words, {}).items():
            if target.section in ("", slug):
                found.in_section[slug] += len(starts)
                found.first.extend(Range(slug, start + lead, start + lead + size) for start in starts[:_SHOWN])
    return found._replace(first=sorted(found.first, key=lambda item: (order[item.section], item.start))[:_SHOWN])


def find_all(
    quotes: Iterable[str], texts: Iterable[SectionText]
) -> Iterator[tuple[SectionText, Mapping[str, list[int]]]]:
    """For each text, the normalised quotes that stand in it, each with all the offsets at which it begins."""
    patterns = list(quotes)
    automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard) if patterns else None
    for text in texts:
        found: dict[str, list[int]] = defaultdict(list)
        for index, start, _ in automaton.find_matches_as_indexes(text.flat, overlapping=True) if automaton else ():
            found[patterns[index]].append(start)
        yield text, found


def too_nested(patterns: Iterable[str], texts: Iterable[SectionText]) -> str:
    """The pattern with which most others end, where these could be found too often to be listed; else nothing.

    Of the patterns that end with one another a text may hold each at every sign.
    """
    longest = max((len(text.flat) for text in texts), default=0)
    within: list[str] = []  # each begins with the one before it, read backwards
    deepest: list[str] = []
    for word in sorted(pattern[::-1] for pattern in patterns):
        while within and not word.startswith(within[-1]):
            within.pop()
        within.append(word)
        if len(within) > len(deepest):
            deepest = [*within]
    too_often = len(deepest) > _DEEP and len(deepest) * longest > _MOST_FOUND
    return deepest[-1][::-1] if too_often else ""


def _longest_first(found: list[tuple[int, int, str]], length: int) -> list[tuple[int, int, str]]:
    """Matches that do not overlap, the longest chosen first, then the earliest."""
    taken = bytearray(length)
    chosen = []
    for start, end, pattern in sorted(found, key=lambda item: (item[0] - item[1], item[0])):
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            chosen.append((start, end, pattern))
    return chosen
