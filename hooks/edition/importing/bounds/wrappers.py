"""The elements around the article: which hold most of it, and which are the site's with all that is in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.importing.article import loose
from edition.importing.bounds.scores import (
    HALF,
    NAMED,
    PART,
    chrome_around,
    is_of_readers,
    is_told,
    told_beside,
    weight_of,
)
from edition.importing.lines.chrome import is_chrome
from edition.importing.page.chunks import Box, Chunk
from edition.importing.page.site_elements import chrome_name


class Around(NamedTuple):
    """What stands around a page's chunks; an element is told by its `id`."""

    wrappers: frozenset[int]
    """The elements that hold most of the article."""
    beside: frozenset[int]
    """The elements beside the text that tell more of what it tells."""
    chrome: Sequence[str]
    """Of each chunk, why an element around it is the site's; empty where none is."""


def around(found: Sequence[Chunk], seeds: Sequence[int]) -> Around:
    """What stands around the chunks, of which the `seeds` are surely the article's."""
    whole = sum(weight_of(found[index]) for index in seeds)
    of_readers = _of_readers(found, seeds, whole)
    weights: Counter[int] = Counter()
    for index in seeds:
        for number in {*map(id, found[index].boxes)} - of_readers:
            weights[number] += weight_of(found[index])
    wrappers = frozenset(number for number, weight in weights.items() if weight >= whole * HALF)
    parts = {number for number, weight in weights.items() if weight >= whole * PART}
    parts |= {id(box) for box in [*_named_alike(found, seeds, whole), *_named_by_heading(found, weights)]} - of_readers
    beside = told_beside(found)
    surely = {index for index in seeds if is_told(found[index])}
    chrome = [
        chrome_around(chunk, wrappers | beside, frozenset(parts), own=index in surely)
        for index, chunk in enumerate(found)
    ]
    return Around(wrappers, beside, chrome)


def _of_readers(found: Sequence[Chunk], seeds: Sequence[int], whole: int) -> set[int]:
    """The elements of readers' comments, which may be more than the article is; none where little else is said."""
    free = sum(weight_of(found[index]) for index in seeds if not any(map(is_of_readers, found[index].boxes)))
    if free < whole * PART:
        return set()
    return {id(box) for index in seeds for box in found[index].boxes if is_of_readers(box)}


def _named_alike(found: Sequence[Chunk], seeds: Sequence[int], whole: int) -> list[Box]:
    """The elements with a name like the site's, where each paragraph has a wrapper of its own, all so named."""
    together: Counter[str] = Counter()
    for index in seeds:
        for name in {chrome_name(box.names) for box in found[index].boxes if box.chrome.startswith(NAMED)}:
            together[name] += weight_of(found[index])
    return [
        box
        for chunk in found
        for box in chunk.boxes
        if box.chrome.startswith(NAMED) and together[chrome_name(box.names)] >= whole * PART
    ]


def _named_by_heading(found: Sequence[Chunk], own: Collection[int]) -> list[Box]:
    """The elements in one of the `own` whose name like the site's is but the heading in them: `menu-of-the-day`."""
    return [
        box
        for chunk in found
        if chunk.level and " " in chunk.text and not is_chrome(chunk.text)
        for parent, box in pairwise(chunk.boxes)
        if box.chrome.startswith(NAMED) and id(parent) in own and loose(chunk.text) in map(loose, box.names.split())
    ]
