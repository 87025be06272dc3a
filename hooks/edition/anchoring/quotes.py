"""Quotes to ranges of the text (*match*), ranges to quotes (*describe*), and the nearest passages.

A quote is a TextQuoteSelector of the W3C Web Annotation Data Model (section 4.2.4). It is compared as
`text.normalise` says; `prefix` and `suffix` may be parted from it by white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from edition.anchoring.likeness import SHORT, fold, passages_like
from edition.anchoring.text import SectionText, normalise

_FURTHEST = 100
"""Characters before or after a quote that may tell it from another; nobody would want to read more."""
_NEAR = 60.0
"""From this score (0 to 100) a passage is near enough to be proposed."""

_MARKED = re.compile(r"[“”„‟\"「『‘’'«]\s*(.+?)\s*[“”‟\"」』‘’'»]")


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
    exact = normalise(selector.exact)
    if not exact:
        return []
    found = []
    for text in texts:
        start = text.flat.find(exact)
        while start >= 0:
            if fits(text, start, start + len(exact), selector.prefix, selector.suffix):
                found.append(Range(text.slug, start, start + len(exact)))
            start = text.flat.find(exact, start + 1)
    return found


def fits(text: SectionText, start: int, end: int, prefix: str, suffix: str) -> bool:
    """Whether the range stands between the prefix and the suffix."""
    if prefix:
        wanted = normalise(prefix)
        before = text.flat[max(0, start - len(wanted) - 1) : start]
        if not before.rstrip().endswith(wanted):
            return False
    if suffix:
        wanted = normalise(suffix)
        after = text.flat[end : end + len(wanted) + 1]
        if not after.lstrip().startswith(wanted):
            return False
    return True


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
    # So much is the same before and after a rival: what is no longer tells nothing.
    alike = max(_alike(text.flat, start, end, other.flat, found) for other, found in rivals)
    for length in range(alike + 1, min(max(start, len(text.flat) - end), _FURTHEST) + 1):
        prefix = text.flat[max(0, start - length) : start].strip()
        suffix = text.flat[end : end + length].strip()
        for selector in (Selector(exact, prefix), Selector(exact, "", suffix), Selector(exact, prefix, suffix)):
            if match(selector, texts) == [here]:  # white space beside a quote counts for nothing
                return selector
    return None


def _alike(flat: str, start: int, end: int, other: str, found: Range) -> int:
    """How many characters are the same on both sides of a range and of a rival; `_FURTHEST` at most."""
    for length in range(1, _FURTHEST + 1):
        before = _character(flat, start - length) == _character(other, found.start - length)
        after = _character(flat, end + length - 1) == _character(other, found.end + length - 1)
        if not (before and after):
            return length - 1
    return _FURTHEST


def _character(flat: str, offset: int) -> str:
    return flat[offset] if 0 <= offset < len(flat) else ""


def without_marks(quote: str, texts: Sequence[SectionText]) -> str:
    """The words between quotation marks where they stand in the text without these; else nothing.

    YAML takes “ ” and 「 」 as part of what they stand around.
    """
    found = _MARKED.fullmatch(normalise(quote))
    return found[1] if found and match(Selector(found[1]), texts) else ""


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
    found = []
    for text in texts:
        folded = fold(text.flat)
        aligned = fuzz.partial_ratio_alignment(wanted, folded, score_cutoff=_NEAR)
        if aligned and aligned.score:
            found.append((aligned.score, text, folded, aligned.dest_start, aligned.dest_end))
    best = sorted(found, key=lambda item: -item[0])[:limit]
    return [_at_clause(wanted, *item) for item in best]


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
