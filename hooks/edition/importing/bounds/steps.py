"""What a recipe takes, and its steps: short lines, far from its paragraphs, which the page says to machines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from unicodedata import normalize

from edition.importing.article import TITLE, loose
from edition.importing.bounds.scores import HALF
from edition.importing.page.chunks import Chunk, worded
from edition.importing.page.site_elements import HIDDEN

_HEAD, _MANY = 3, 12
"""So many lines may stand between the items and their heading, and with those of the site so many."""
_MOST = 0.6
"""A list with so much of the items has none but such."""
_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s*")
"""The number of a step, which the page does not say to machines."""
_PART = re.compile(r"\d+|[^\W\d_]{2,}|[^\W\d_\0-\u2e7f]")
"""A word or a figure of an item; one letter is none, but in Chinese and Japanese."""
_CONTROLS = frozenset("button form select nav".split())


def keep_steps(found: Sequence[Chunk], reasons: list[str], steps: Sequence[str]) -> None:
    """Keeps each line that is an item of the recipe, alone or with the next, with its list and the heading over it."""
    if not steps:
        return
    left = Counter(map(_letters, steps))
    left.subtract(_letters(chunk.text) for chunk, reason in zip(found, reasons, strict=True) if not reason)
    lines = [at for at, chunk in enumerate(found) if chunk.tag != "img" and reasons[at] != HIDDEN and loose(chunk.text)]
    items: set[int] = set()
    for here, after in zip(lines, [*lines[1:], *lines[:1]], strict=True):
        for item in ((here,), (here, after)):
            words = "".join(found[at].text for at in item)
            said = next((one for one in (_letters(words), _letters(_NUMBER.sub("", words))) if left[one] > 0), "")
            if said and all(reasons[at] for at in item) and not items & {*item}:
                left[said] -= 1
                items.update(item)
    held = worded(found)
    around = {id(box) for at in items for box in found[at].boxes if len(items & {*held[id(box)]}) > 1}
    lists = [
        [at for at in held[one] if reasons[at] not in (HIDDEN, TITLE) and not _is_of_site(found[at])] for one in around
    ]
    lists = [own for own in lists if len(items & {*own}) >= _MOST * len(own)]
    tags = {found[at].tag for at in items}
    items |= {at for own in lists for at, after in pairwise([*own, -1]) if _is_like(found, at, after, tags)}
    for index in sorted(items):
        reasons[index] = ""
        over = [at for at in range(max(0, index - _MANY), index) if not _is_pressed(found[at])][-_HEAD:]
        for at in [at for at in over if found[at].level and not found[at].linked][-1:]:
            reasons[at] = "" if reasons[at] != TITLE else TITLE


def untold(found: Sequence[Chunk], steps: Sequence[str]) -> list[str]:
    """All of the items where the page shows few of them: no line has most of the words of one, in any order."""
    lines = [_plain(chunk.text) for chunk in found if not chunk.is_hidden]
    lines += [f"{line} {after}" for line, after in pairwise(lines)]
    whole = loose("".join(lines))

    def is_told(step: str) -> bool:
        parts = _PART.findall(_plain(step))
        return loose(step) in whole or any(sum(part in line for part in parts) > HALF * len(parts) for line in lines)

    return [*steps] if len(steps) > 1 and sum(map(is_told, steps)) < (1 - _MOST) * len(steps) else []


def _plain(words: str) -> str:
    return normalize("NFKC", words).casefold()


def _is_like(found: Sequence[Chunk], index: int, after: int, tags: Collection[str]) -> bool:
    """Whether a line of a list is an item as the others are, or the heading of such as stand under it there."""
    level = found[index].level
    if not level:
        return found[index].tag in tags or (after >= 0 and found[after].tag in tags)
    return after >= 0 and not 0 < found[after].level <= level


def _is_of_site(chunk: Chunk) -> bool:
    """Whether a line in the list leads on, is there to be pressed, as one for how many it is, or says nothing."""
    return chunk.linked >= HALF or not loose(chunk.text) or _is_pressed(chunk)


def _is_pressed(chunk: Chunk) -> bool:
    return any(box.tag in _CONTROLS for box in chunk.boxes)


def _letters(words: str) -> str:
    """The letters and figures of a line, in whatever order: a page may say before how much it is, or behind."""
    return "".join(sorted(loose(words)))
