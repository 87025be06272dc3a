"""Quotes to ranges of the text (*match*), ranges to quotes (*describe*), and the nearest passages.

A quote is a TextQuoteSelector of the W3C Web Annotation Data Model (section 4.2.4). It is compared as
`text.normalise` says; `prefix` and `suffix` may be parted from it by white space.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from edition.anchoring.likeness import SHORT, fold, passages_like
from edition.text import SectionText, normalise

_FURTHEST = 100
"""Characters before or after a quote that may tell it from another; nobody would want to read more."""
_NEAR = 60.0
"""From this score (0 to 100) a passage is near enough to be proposed."""
_LONG = 300
"""A quote of more characters is looked for by its first and last ones."""
_EDGE = 100
_SECTIONS = 12
"""In so many sections, those that have most in common with a quote, passages like it are looked for."""
_MOST_SEARCHED = 2_500_000
"""So many characters of the article are searched for what is like the quotes of one edition that are wrong."""
_A_SEARCH = 5_000
"""What a search in the shortest text counts for."""


class Range(NamedTuple):
    """Characters `start` to `end` (exclusive) of the text of a section."""

    section: str
    start: int
    end: int


class Occurrence(NamedTuple):
    """A note speaks of a range: by its target with this index, or (None) because a term stands there."""

    note: str
    range: Range
    target: int | None = None


class Selector(NamedTuple):
    """A quote with as much around it as makes it unique."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class Candidate(NamedTuple):
    """A passage like a quote, how like (0 to 100), and the number of the paragraph in which it begins (0: none)."""

    range: Range
    text: str
    score: float
    paragraph: int = 0

    def __str__(self) -> str:
        paragraph = f", paragraph {self.paragraph}" if self.paragraph else ""
        return f"“{self.text}” (section {self.range.section}{paragraph})"


def text_of(found: Range, texts: Iterable[SectionText]) -> SectionText:
    """The section in which a range stands."""
    return next(text for text in texts if text.slug == found.section)


def words_of(found: Range, texts: Iterable[SectionText]) -> str:
    """The words in a range."""
    return text_of(found, texts).flat[found.start : found.end]


def in_section(section: str, texts: Iterable[SectionText]) -> list[SectionText]:
    """The texts among which a quote is looked for that names the section, or (empty) none."""
    return [text for text in texts if section in ("", text.slug)]


def match(selector: Selector, texts: Iterable[SectionText]) -> list[Range]:
    """Every range that the selector fits, overlapping ones too; none for an empty quote."""
    return [found for text in texts for found in sorted(_matches(selector, text))]


def _matches(selector: Selector, text: SectionText) -> Iterator[Range]:
    """As `match`, one after another, in any order."""
    size = len(normalise(selector.exact))
    for words, lead in spellings(selector):
        start = text.flat.find(words)
        while start >= 0:
            yield Range(text.slug, start + lead, start + lead + size)
            start = text.flat.find(words, start + 1)


def spellings(selector: Selector) -> list[tuple[str, int]]:
    """The selector as the text may have it, each time with where in it the quote begins; none for an empty quote.

    White space between the quote and what stands around it counts for nothing, and a text never has two of it.
    """
    exact, prefix, suffix = map(normalise, selector)
    before = (prefix, f"{prefix} ") if prefix else ("",)
    after = (suffix, f" {suffix}") if suffix else ("",)
    return [(lead + exact + tail, len(lead)) for lead in before for tail in after] if exact else []


def describe(text: SectionText, start: int, end: int, among: Sequence[SectionText] = ()) -> Selector | None:
    """The shortest selector that fits only this range among the texts (default: its own section).

    White space at the ends of the range is left out. None where the range holds no more, or where
    nothing around it tells it from another.
    """
    while start < end and text.flat[start] == " ":
        start += 1
    while end > start and text.flat[end - 1] == " ":
        end -= 1
    if start == end:
        return None
    exact = text.flat[start:end]
    texts = among or (text,)
    if _fits_once(Selector(exact), texts):
        return Selector(exact)

    def around(length: int) -> Selector:
        before, after = text.flat[max(0, start - length) : start], text.flat[end : end + length]
        return Selector(exact, before.strip(), after.strip())

    # What tells the range from others goes on doing so where more is added.
    lengths = range(1, min(max(start, len(text.flat) - end), _FURTHEST) + 1)
    index = bisect_left(lengths, True, key=lambda length: _fits_once(around(length), texts))
    if index == len(lengths):
        return None
    both = around(lengths[index])
    shorter = (both._replace(suffix=""), both._replace(prefix=""))
    return next((selector for selector in shorter if _fits_once(selector, texts)), both)


def _fits_once(selector: Selector, texts: Iterable[SectionText]) -> bool:
    """Whether the selector fits no second range. It looks no further than that."""
    return len(list(islice((found for text in texts for found in _matches(selector, text)), 2))) == 1


class Effort:
    """How much of the text may still be searched for proposals: one wrong quote deserves them, ten thousand do not."""

    def __init__(self, most: int = _MOST_SEARCHED) -> None:
        self.left = most

    def allows(self, texts: Iterable[SectionText]) -> bool:
        """Whether the texts may be searched once more; if so, that is counted."""
        if self.left > 0:
            self.left -= _A_SEARCH + sum(len(text.flat) for text in texts)
            return True
        return False


def nearest(quote: str, texts: Iterable[SectionText], limit: int = 3) -> list[Candidate]:
    """The passages most like a quote that was not found, best first; full and half width count as alike.

    For a short quote they are those that sound or look like it; there may be none.
    """
    wanted = fold(normalise(quote))
    if not wanted:
        return []
    if len(wanted) <= SHORT:
        short = passages_like(wanted, texts, limit)
        return [_passage(item.text, item.start, item.end, 100 * item.likeness) for item in short]
    windows = sorted((window for text in texts for window in _windows(wanted, text)), key=lambda item: -item.shared)
    found = [passage for window in windows[:_SECTIONS] for passage in _aligned(wanted, window)]
    best = sorted(found, key=lambda item: -item[0])[:limit]
    return [_at_clause(wanted, *item) for item in best]


class _Window(NamedTuple):
    """The stretch of a section's folded text with most pairs of characters in common with a quote."""

    shared: int
    text: SectionText
    folded: str
    start: int
    end: int


def _windows(wanted: str, text: SectionText) -> Iterator[_Window]:
    """The best stretch of the section, with room at both ends; none where nothing is shared."""
    folded = fold(text.flat)
    pairs = {wanted[index : index + 2] for index in range(len(wanted) - 1)}
    hits = [folded[index : index + 2] in pairs for index in range(len(folded) - 1)]
    size = min(len(wanted), len(hits))
    sums = list(accumulate(hits, initial=0))
    shared, start = max(
        ((sums[first + size] - sums[first], -first) for first in range(len(hits) - size + 1)), default=(0, 0)
    )
    if shared:
        room = len(wanted) // 2
        yield _Window(shared, text, folded, max(0, -start - room), -start + len(wanted) + room)


def _aligned(wanted: str, window: _Window) -> Iterator[tuple[float, SectionText, str, int, int]]:
    """The passage of the window that is like the quote, with its score; none where it is not near enough."""
    from rapidfuzz import fuzz  # here and below, since only a quote that is wrong waits for it

    stretch = window.folded[window.start : window.end]
    if len(wanted) <= _LONG:
        aligned = fuzz.partial_ratio_alignment(wanted, stretch, score_cutoff=_NEAR)
        found = (aligned.score, aligned.dest_start, aligned.dest_end) if aligned else (0.0, 0, 0)
    else:
        head = fuzz.partial_ratio_alignment(wanted[:_EDGE], stretch)
        tail = fuzz.partial_ratio_alignment(wanted[-_EDGE:], stretch)
        start, end = (head.dest_start, tail.dest_end) if head and tail else (0, 0)
        found = (fuzz.ratio(wanted, stretch[start:end], score_cutoff=_NEAR), start, end)
    score, start, end = found
    if score:
        yield score, window.text, window.folded, window.start + start, window.start + end


def _at_clause(wanted: str, score: float, text: SectionText, folded: str, start: int, end: int) -> Candidate:
    """The passage moved by a few characters to where it is as like and begins and ends with a clause."""
    from rapidfuzz import fuzz

    def fitness(span: tuple[int, int]) -> tuple[float, int]:
        first, last = span
        edges = first == 0 or not folded[first - 1].isalnum(), last == len(folded) or not folded[last].isalnum()
        return (fuzz.ratio(wanted, folded[first:last]) + 10 * sum(edges), -abs(first - start) - abs(last - end))

    spans = (
        (first, last)
        for first in range(max(0, start - 3), start + 4)
        for last in range(max(first + 1, end - 3), min(len(folded), end + 3) + 1)
    )
    start, end = max(spans, key=fitness, default=(start, end))
    return _passage(text, start, end, score)


def _passage(text: SectionText, start: int, end: int, score: float) -> Candidate:
    words = text.flat[start:end].strip()
    number = text.leaves[text.leaf_at(start)].number if text.leaves else 0
    return Candidate(Range(text.slug, start, end), words, score, number)
