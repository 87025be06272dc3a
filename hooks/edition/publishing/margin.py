"""How the notes of a paragraph share the margin beside it: near their words, and in no more room than the words take.

The stylesheet lays out what is planned here, so that the text stands still from the first paint on, with script or
without. Widths of letters are all that is counted: in which line a word comes to stand depends on the reader's window
and faces, but how far down its paragraph it stands hardly does, and that share is what the plan is made of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from html import unescape
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from edition.problems import columns

# In pixels, of the page at its usual size, as edition.css has them.
_LINE = 19.2  # of a note
_GAP = 7  # under it
_COLUMN = 292  # of its words
_HALF = 134  # of its words, where two notes share a line
_LETTER = 13.2  # of it, one as wide as it is high
_MEASURE, _WIDEST = 600, 660  # of the article's lines: as a rule, and at most
_COUNT = 26  # of what leads to the notes that are spared
_NEAR = 105  # how far from its words a note may stand
_OVER = 18  # how far below the words the last may stand
_TAG = re.compile(r"<[^>]*>")
_READING = re.compile(r"<i\b.*?</i>", re.S)


class TypeSize(NamedTuple):
    """How large the letters are and how high the lines, and how much is free under the last."""

    letter: float
    line: float
    under: float


WORDS, HEADING = TypeSize(20, 38, 4), TypeSize(30, 43.5, 2)
ENGLISH, ENGLISH_HEADING = TypeSize(15.6, 25, 21), TypeSize(20, 32, 36)


@dataclass(slots=True, eq=False)
class MarginNote:
    """A note as its margin sees it, and what is planned for it."""

    at: float
    """How far under the top of the paragraph the line of its words begins."""
    width: float
    """Of what it says at rest, on one line."""
    short: float
    """Of what it says where it shares the line, without its reading."""
    most: int
    """The lines that its kind may take at rest; the more, the less it can be spared."""
    again: bool = False
    """Whether it stands in the margin of an earlier section, too."""
    stays: bool = True
    """Whether it is shown as well where names and words are hidden, as for a reader who verifies."""
    lines: int = field(init=False)
    lines_verified: int = field(init=False)
    """The lines that it may take there; where they are fewer than `lines`, these hold."""
    spare: bool = field(init=False, default=False)
    """Whether it is shown only where it is asked for."""
    spare_alone: bool = field(init=False, default=False)
    """Whether it is so where the article stands alone, without its English."""
    shares: bool = field(init=False, default=False)
    """Whether it shares a line with another."""

    row: int = field(init=False, default=0)
    """Of the grid, from 1."""

    def __post_init__(self) -> None:
        self.lines_verified = 1 if self.again else max(1, ceil(self.width / _COLUMN))
        self.lines = min(self.most, self.lines_verified)


@dataclass(slots=True, eq=False)
class GridRow:
    """Notes that begin on one line: two at most, or one that is spared, which takes no room."""

    items: list[MarginNote]
    top: float = 0
    """How far under the top of the paragraph it stands."""

    @property
    def at(self) -> float:
        return sum(item.at for item in self.items) / len(self.items)

    @property
    def height(self) -> float:
        return max(item.lines for item in self.items) * _LINE + _GAP

    @property
    def strays(self) -> float:
        """How far from its words the worst of its notes stands."""
        return max(abs(self.top - item.at) for item in self.items)


@lru_cache(maxsize=1 << 10)
def widths(html: str) -> tuple[float, float]:
    """How wide a note's words are on one line, and how wide without their reading; `html` has inline elements alone."""
    return _width(html), _width(_READING.sub("", html))


def _width(html: str) -> float:
    return sum(map(_em, unescape(_TAG.sub("", html)))) * _LETTER


def height(text: str, kind: TypeSize) -> float:
    """How high text stands, where its lines are longest."""
    return ceil(sum(map(_em, text)) * kind.letter / _WIDEST) * kind.line + kind.under if text else 0


def line_of(text: str, offset: int, kind: TypeSize) -> float:
    """How far under its top the line begins in which this character stands."""
    return sum(map(_em, text[:offset])) * kind.letter // _MEASURE * kind.line


@cache  # an article has some thousand different ones
def _em(character: str) -> float:
    return columns(character) / 2


def plan(items: Sequence[MarginNote], room: float, room_alone: float) -> str:
    """Say of each note where it stands, in how many lines, and whether at all; answers with the rows of the grid.

    `items` are in the order of their words, `room` is how high these stand, with their English and without. As long as
    a note stands too far from its words, or the last one below the room, the longest of those that crowd there say
    less, short ones share a line, and what can be spared waits until it is asked for.
    """
    _verify(items, room)
    rows = [GridRow([item]) for item in items]
    for step, limit in ((_shorten, 2), (_share, 1), (_spare, 1), (_spare, 2), (_shorten, 1), (_spare, 3)):
        while (crowd := _crowd(rows, room, len(items))) and step(rows, crowd, limit):
            pass
        if not crowd:
            break
    _restore(items, rows, room)
    for item in items:
        row = next((row for row in rows if item in row.items), None)
        item.spare, item.shares = row is None, row is not None and len(row.items) > 1
    template = _template(items, rows, room)
    alone = [*rows]
    for limit in (1, 2, 3):
        while (crowd := _crowd(alone, room_alone, len(items))) and _spare(alone, crowd, limit):
            pass
        if not crowd:
            break
    for item in items:
        item.spare_alone = not any(item in row.items for row in alone)
    return template


def _verify(items: Sequence[MarginNote], room: float) -> None:
    """Say in how many lines those stand that stay, where they have the room for themselves."""
    staying = [item for item in items if item.stays]
    at_rest = [item.lines for item in staying]
    for item in staying:
        item.lines = item.lines_verified
    rows = [GridRow([item]) for item in staying]
    while (crowd := _crowd(rows, room, len(rows))) and _shorten(rows, crowd, 1):
        pass
    for item, lines in zip(staying, at_rest, strict=True):
        item.lines_verified, item.lines = item.lines, lines


def _template(items: Sequence[MarginNote], rows: Sequence[GridRow], room: float) -> str:
    """The rows of a grid: those of the notes, and what is free between them as shares, in step with the text.

    What is spared has a row as well, for when it is asked for.
    """
    row_of = {id(item): row for row in rows for item in row.items}
    placed: dict[int, int] = {}
    tracks: list[str] = []
    end = 0.0
    for item in items:
        row = row_of.get(id(item))
        if row is None or id(row) not in placed:
            if row and row.top - end >= 1:
                tracks.append(f"{row.top - end:.0f}fr")
            tracks.append("auto")
            end = row.top + row.height if row else end
            placed[id(row or item)] = len(tracks)
        item.row = placed[id(row or item)]
    return " ".join([*tracks, "auto", f"{max(1, room - end):.0f}fr"])


def _shorten(_: list[GridRow], crowd: Sequence[GridRow], least: int) -> bool:
    """Take a line from the longest; what may have three keeps two at first, all else one."""
    able = [item for row in crowd for item in row.items if item.lines > min(least, item.most - 1, 2)]
    able = [item for item in able if item.lines > 1]
    if able:
        max(able, key=lambda item: item.lines).lines -= 1
    return bool(able)


def _share(rows: list[GridRow], crowd: Sequence[GridRow], most: int) -> bool:
    """Let two short neighbours share a line: those whose words stand nearest to one another."""
    able = [
        (second.at - first.at, rows.index(first))
        for first, second in pairwise(crowd)
        if _can_share(first, second, most)
    ]
    if able:
        index = min(able)[1]
        rows[index].items += rows.pop(index + 1).items
    return bool(able)


def _can_share(first: GridRow, second: GridRow, most: int = 1) -> bool:
    return all(
        len(row.items) == 1 and row.items[0].most == most and row.items[0].short <= _HALF for row in (first, second)
    )


def _spare(rows: list[GridRow], crowd: Sequence[GridRow], most: int) -> bool:
    """Spare a row: what stood in a margin before, then what says the least, and of that the one farthest off."""
    able = [row for row in crowd if all(item.most <= most or item.again for item in row.items)]
    if able:
        rows.remove(max(able, key=lambda row: (all(item.again for item in row.items), row.strays)))
    return bool(able)


def _restore(items: Sequence[MarginNote], rows: list[GridRow], room: float) -> None:
    """Bring back what was spared for the sake of something that was spared after it, the most needed first."""
    order = {id(item): number for number, item in enumerate(items)}
    shown = {id(item) for row in rows for item in row.items}
    for item in sorted((item for item in items if id(item) not in shown), key=lambda item: (item.again, -item.most)):
        item.lines = 1
        row = GridRow([item])
        index = sum(order[id(one.items[0])] < order[id(item)] for one in rows)
        rows.insert(index, row)
        if not _crowd(rows, room, len(items)):
            continue
        rows.remove(row)
        for neighbour in rows[max(0, index - 1) : index + 1]:
            if _can_share(neighbour, row):
                neighbour.items.append(item)
                neighbour.items.sort(key=lambda one: order[id(one)])
                if not _crowd(rows, room, len(items)):
                    break
                neighbour.items.remove(item)


def _crowd(rows: Sequence[GridRow], room: float, total: int) -> list[GridRow]:
    """The rows of each stack in which one stands too far from its words; all, where there is no room for all."""
    count = _COUNT if sum(len(row.items) for row in rows) < total else -_GAP  # what is spared is counted under the last
    free = room + _OVER - sum(row.height for row in rows) - count
    _settle(rows, free)
    if free < 0:
        return [*rows]
    stacks: list[list[GridRow]] = []
    for row in rows:
        if stacks and row.top - stacks[-1][-1].top - stacks[-1][-1].height < 1:
            stacks[-1].append(row)
        else:
            stacks.append([row])
    return [row for stack in stacks if any(one.strays > _NEAR for one in stack) for row in stack]


def _settle(rows: Sequence[GridRow], free: float) -> None:
    """Place each as near to its words as the others allow, between the top and the foot of the `free` height.

    Isotonic regression by pooling adjacent violators (Ayer et al. 1955): what would collide moves by equal shares.
    """
    pools: list[tuple[float, list[GridRow]]] = []  # where each would stand if the rows had no height
    above = 0.0
    for row in rows:
        wanted, pool = row.at - above, [row]
        while pools and pools[-1][0] >= wanted:
            before, others = pools.pop()
            wanted = (before * len(others) + wanted * len(pool)) / (len(others) + len(pool))
            pool = others + pool
        pools.append((wanted, pool))
        above += row.height
    above = 0.0
    for wanted, pool in pools:
        for row in pool:
            row.top = max(0.0, min(wanted, free)) + above
            above += row.height
