"""What a recipe takes is the same at each import, wherever its elements lie in memory."""

from __future__ import annotations

from itertools import permutations

from edition.importing.article import Span
from edition.importing.bounds.steps import keep_steps
from edition.importing.page.chunks import Box, Chunk

ITEMS = ("an egg", "some milk", "a bit of salt")
OTHERS = ("Butter for the pan", "A pan")
SITE = ("About the cook", "About the site", "Weather")


def kept(page: Box, around: Box, inner: Box) -> list[str]:
    """What is kept of three items, two of them known, in a list within another with two lines more."""
    found = [Chunk((Span(text),), "li", (page, around, inner)) for text in ITEMS]
    found += [Chunk((Span(text),), "li", (page, around)) for text in OTHERS]
    found += [Chunk((Span(text),), "li", (page,)) for text in SITE]
    reasons = ["outside the article"] * len(found)
    keep_steps(found, reasons, ITEMS[:2])
    return [chunk.text for chunk, reason in zip(found, reasons, strict=True) if not reason]


def test_what_one_list_adds_counts_for_no_list_around_it() -> None:
    page, *boxes = [Box("div") for _ in range(9)]
    assert {tuple(kept(page, around, inner)) for around, inner in permutations(boxes, 2)} == {ITEMS}
