"""Quotes to ranges of the text (*match*), ranges to quotes (*describe*), and the nearest passages.

A quote is a TextQuoteSelector of the W3C Web Annotation Data Model (section 4.2.4). It is compared as
`text.normalise` says; `prefix` and `suffix` may be parted from it by white space.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz import fuzz

from edition.anchoring.likeness import SHORT, fold, passages_like
from edition.anchoring.text import SectionText, normalise

_FURTHEST = 100
"""Characters before or after a quote that may tell it from another; nobody would want to read more."""
_SPACES = 3
"""White space at the ends of what stands around a quote may make it so much longer."""
_NEAR = 60.0
"""From this score (0 to 100) a passage is near enough to be proposed."""
_LONG = 300
"""A quote of more characters is looked for by its first and last ones."""
_EDGE = 100
_SECTIONS = 12
"""In so many sections, those that have most in common with a quote, passages like it are looked for."""
_MOST_SEARCHED = 4_000_000
"""So many characters of the article are searched for what is like the quotes of one edition that are wrong."""

_OPENING, _CLOSING = "“”„‟\"「『‘’'«", "“”‟\"」』‘’'»"


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


class Passage(NamedTuple):
    """A passage like a quote, how like (0 to 100), and the number of the paragraph in which it begins (0: none)."""

    range: Range
    text: str
    score: float
    paragraph: int = 0

    def __str__(self) -> str:
        paragraph = f", paragraph {self.paragraph}" if self.paragraph else ""
        return f"“{self.text}” (section {self.range.section}{paragraph})"


def match(selector: Selector, texts: Iterable[SectionText]) -> list[Range]:
    """Every range that the selector fits, overlapping ones too; none for an empty quote."""
    size = len(normalise(selector.exact))
    spelled = spellings(selector)
    found = []
    for text in texts:
        starts = [start + lead for words, lead in spelled for start in _starts(text.flat, words)]
        found += [Range(text.slug, start, start + size) for start in sorted(starts)]
    return found


def spellings(selector: Selector) -> list[tuple[str, int]]:
    """The selector as the text may have it, each time with where in it the quote begins; none for an empty quote.

    White space between the quote and what stands around it counts for nothing, and a text never has two of it.
    """
    exact, prefix, suffix = map(normalise, selector)
    before = (prefix, f"{prefix} ") if prefix else ("",)
    after = (suffix, f" {suffix}") if suffix else ("",)
    return [(lead + exact + tail, len(lead)) for lead in before for tail in after] if exact else []


def _starts(flat: str, words: str) -> Iterator[int]:
    start = flat.find(words)
    while start >= 0:
        yield start
        start = flat.find(words, start + 1)


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
    here = Range(text.slug, start, end)
    rivals = [(other, found) for other in texts for found in match(Selector(exact), [other]) if found != here]
    if not rivals:
        return Selector(exact)
    # So much is the same before and after a rival: what is no longer tells nothing, and little more tells all.
    before, after = _before(text.flat, start), _after(text.flat, end)
    alike = max(
        min(
            _alike(before, _before(other.flat, found.start), at_end=True),
            _alike(after, _after(other.flat, found.end), at_end=False),
        )
        for other, found in rivals
    )
    for length in range(alike + 1, min(max(start, len(text.flat) - end), _FURTHEST, alike + _SPACES) + 1):
        prefix = text.flat[max(0, start - length) : start].strip()
        suffix = text.flat[end : end + length].strip()
        for selector in (Selector(exact, prefix), Selector(exact, "", suffix), Selector(exact, prefix, suffix)):
            if match(selector, texts) == [here]:  # white space beside a quote counts for nothing
                return selector
    return None


def _before(flat: str, start: int) -> str:
    """What stands before a quote, as far as it may tell it from another; white space beside the quote does not."""
    return flat[max(0, start - _FURTHEST - 1) : start].rstrip()[-_FURTHEST:]


def _after(flat: str, end: int) -> str:
    return flat[end : end + _FURTHEST + 1].lstrip()[:_FURTHEST]


def _alike(one: str, other: str, *, at_end: bool) -> int:
    """How many characters two texts have in common at their ends or their beginnings."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        length = (least + most + 1) // 2
        same = one[-length:] == other[-length:] if at_end else one[:length] == other[:length]
        least, most = (length, most) if same else (least, length - 1)
    return least


def without_marks(quote: str, texts: Sequence[SectionText]) -> str:
    """The words between quotation marks where they stand in the text without these; else nothing.

    YAML takes “ ” and 「 」 as part of what they stand around.
    """
    marked = normalise(quote)
    bare = marked[1:-1].strip()
    is_marked = bool(bare) and marked[0] in _OPENING and marked[-1] in _CLOSING
    return bare if is_marked and match(Selector(bare), texts) else ""


class Effort:
    """How much of the text may still be searched for proposals: one wrong quote deserves them, ten thousand do not."""

    def __init__(self, most: int = _MOST_SEARCHED) -> None:
        self.left = most

    def allows(self, texts: Iterable[SectionText]) -> bool:
        """Whether the texts may be searched once more; if so, that is counted."""
        if self.left > 0:
            self.left -= sum(len(text.flat) for text in texts)
            return True
        return False


def nearest(quote: str, texts: Iterable[SectionText], limit: int = 3) -> list[Passage]:
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


def _at_clause(wanted: str, score: float, text: SectionText, folded: str, start: int, end: int) -> Passage:
    """The passage moved by a few characters to where it is as like and begins and ends with a clause."""

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


def _passage(text: SectionText, start: int, end: int, score: float) -> Passage:
    words = text.flat[start:end].strip()
    number = text.leaves[text.leaf_at(start)].number if text.leaves else 0
    return Passage(Range(text.slug, start, end), words, score, number)
