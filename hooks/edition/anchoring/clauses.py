"""A paragraph and its translation, cut where both have a clause end and the rows of words show the same on either side.

Sentences are paired by their lengths alone (`text.sentences`). A long one is cut further where the rows prove it: no
word before the cut is rendered behind that of the translation, and none behind it before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from edition.anchoring.interlinear import PlacedRows, kept, rendering_parts
from edition.text import sentence_pairs

_OURS = re.compile(r"(?:[；：，;:،؛]|—+|–|…+|,(?!\d))[”’」』）)\"]*\s*")
_THEIRS = re.compile(r"(?:[,;:.!?…]|[–—])[”’)\"]*\s+")
_ALIKE = dict(zip("；;：:，,—–…،؛", ";;::,,––…,;", strict=True))
"""What a sign that ends a clause is written as in English."""
_LONG = 24
"""Characters of a sentence from which on it is cut."""
_SHORTEST = 5
"""Characters that a clause has at the least."""


class Rendered(NamedTuple):
    """A word of the paragraph, and where its renderings begin and end in the translation."""

    start: int
    first: int
    last: int


def rendered_words(words: str, english: str, placed_rows: PlacedRows) -> list[Rendered]:
    """The words that the translation renders, and the names that it has as the paragraph has them, each once."""
    found = []
    for row, (start, _) in placed_rows.placed:
        parts = rendering_parts(row.rendering, english) if row.rendering else ()
        if places := [part.place for part in parts if part.place]:
            found.append(Rendered(start, min(places)[0], max(end for _, end in places)))
    names = kept(words, english)
    often = [words[start:end] for start, end in names]
    found += [
        Rendered(start, *places[0])
        for (start, end), places in names.items()
        if len(places) == 1 and often.count(words[start:end]) == 1
    ]
    return sorted(found)


def clause_pairs(ours: str, theirs: str, known: Sequence[Rendered]) -> list[tuple[int, int]]:
    """As `sentence_pairs`, with the clauses of long sentences parted where what is known of the words lets it."""
    found: list[tuple[int, int]] = []
    start = (0, 0)
    for end in sentence_pairs(ours, theirs):
        found += [*_cuts(ours, theirs, known, start, end), end]
        start = end
    return found


def _cuts(
    ours: str, theirs: str, known: Sequence[Rendered], start: tuple[int, int], end: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Where the stretch from `start` to `end` of both texts is cut, in order."""
    within = [link for link in known if start[0] <= link.start < end[0]]
    if end[0] - start[0] < _LONG or any(link.first < start[1] or link.last > end[1] for link in within):
        return
    here = start
    for sign in _OURS.finditer(ours, start[0], end[0]):
        at = sign.end()
        if min(at - here[0], end[0] - at) < _SHORTEST:
            continue
        before = [link for link in within if here[0] <= link.start < at]
        behind = [link for link in within if link.start >= at]
        if not before or not behind:
            continue
        low, high = max(link.last for link in before), min(link.first for link in behind)
        ends = [
            found for found in _THEIRS.finditer(theirs, here[1], end[1]) if low <= found.start() < found.end() <= high
        ]
        alike = [found for found in ends if found[0][0] == _ALIKE.get(sign[0][0])]
        if chosen := (alike or ends)[:1]:
            here = (at, chosen[0].end())
            yield here
