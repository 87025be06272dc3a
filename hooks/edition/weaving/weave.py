"""Ranges of the text to marked-up HTML: splices into the source, whose own bytes stay as they are.

Marks may overlap in any way, so they are not nested: the text is cut at every edge of a mark and at
every tag, and each segment carries the ids of all the notes on it (`data-notes`, the outermost first).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple, Protocol

from edition.text import Leaf, Run, SectionText

_WRAPPED_FROM_OUTSIDE = frozenset(["p", "pre", "h1", "h2", "h3", "h4", "h5", "h6"])
"""Elements that may hold no block: the apparatus stands around them, not in them."""


class Around(Protocol):
    """What stands before and behind words, as HTML, in the element of a name: of a `mark`, the `words` of a leaf, a
    `part` of them, a `stop`.

    `values` are what else the element says: of a mark its kinds, whether again, its notes, their rating and the id of
    the note to which it leads; of a leaf or a part, its number, and of a leaf what stands before an item.
    """

    def __call__(self, name: str, *values: object) -> tuple[str, str]: ...


class Mark(NamedTuple):
    """A range of the text that a note speaks of.

    `is_term`: a name or word, which links to its note; otherwise a claim, whose range `sign` (HTML) closes, or within
    a link `sign_in_link`, which is none: between two links there may be no third, and none in another. `again`: not
    the first mention in the section.
    """

    start: int
    end: int
    note: str
    kind: str
    element: str
    is_term: bool
    again: bool = False
    rating: str = ""
    sign: str = ""
    sign_in_link: str = ""


class Frame(NamedTuple):
    """The apparatus of a leaf, as HTML: within its start, under its words, beside them.

    `breaks`: the offsets in the text at which parts of the words begin, but for the first, each of which says what the
    part of the English with its number says; None where the words are not parted. `item`: what stands before the words
    of an item of a numbered list.
    """

    number: str = ""
    english: str = ""
    margin: str = ""
    breaks: Sequence[int] | None = None
    item: str = ""


class _Splice(NamedTuple):
    offset: int
    rank: int  # at one offset: what closes (0 to 4) comes before what opens (5 to 9)
    html: str


def weave(
    text: SectionText,
    marks: Sequence[Mark],
    frames: Mapping[int, Frame],
    around: Around,
    signs: Sequence[tuple[int, str]] = (),
    stops: Iterable[int] = (),
    inserts: Iterable[tuple[int, str]] = (),
) -> str:
    """The section's HTML with marks around the words, with the frames of its leaves (by index), and with signs.

    `inserts` are HTML that stands between blocks, by offsets in the section's HTML.

    A sign is HTML that stands behind the character that ends at an offset and belongs to no mark. `stops` are the
    offsets of characters that get an element of their own, within the marks.
    """
    breaks = {offset for frame in frames.values() for offset in frame.breaks or ()}
    splices = _mark_splices(text, marks, breaks, around)
    splices += _stop_splices(text, stops, around)
    splices += (_Splice(_source_end(text.runs[text.run_index(end - 1)], end), 2, html) for end, html in signs)
    splices += (_Splice(offset, 5, html) for offset, html in inserts)
    for index, leaf in enumerate(text.leaves):
        splices += _frame_splices(text, leaf, frames.get(index, Frame()), around)
    splices.sort(key=lambda splice: (splice.offset, splice.rank))
    parts: list[str] = []
    position = 0
    for offset, _, html in splices:
        parts += (text.html[position:offset], html)
        position = offset
    parts.append(text.html[position:])
    return "".join(parts)


def _mark_splices(text: SectionText, marks: Sequence[Mark], breaks: Set[int], around: Around) -> list[_Splice]:
    if not marks:
        return []
    splices: list[_Splice] = []
    edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)} | breaks)
    opening: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark)
    active: list[Mark] = []
    for start, end in pairwise(edges):
        active = [mark for mark in active if mark.end > start] + opening.get(start, [])
        if not active:
            continue
        active.sort(key=lambda mark: (mark.start - mark.end, mark.note))
        for source_start, source_end, interactive in _pieces(text, start, end):
            opened, closed = _tags(active, interactive, around)
            splices += (_Splice(source_start, 8, opened), _Splice(source_end, 1, closed))
    for mark in marks:
        if mark.sign:
            run = text.runs[text.run_index(mark.end - 1)]
            sign = mark.sign_in_link if run.interactive else mark.sign
            splices.append(_Splice(_source_end(run, mark.end), 2, sign))
    return splices


def _stop_splices(text: SectionText, stops: Iterable[int], around: Around) -> Iterator[_Splice]:
    """Around each character. One that is part of a longer stretch of the source, such as `&#44;`, is left as it is."""
    before, behind = around("stop")
    for offset in stops:
        run = text.runs[text.run_index(offset)]
        if run.exact:
            start = run.source_at(offset)
            yield from (_Splice(start, 9, before), _Splice(start + 1, 0, behind))


def _pieces(text: SectionText, start: int, end: int) -> list[tuple[int, int, bool]]:
    """The stretches of the source, without a tag in them, that make up the range."""
    pieces: list[tuple[int, int, bool]] = []
    index = max(0, text.run_index(start))
    stretch = -1
    while index < len(text.runs):
        run = text.runs[index]
        index += 1
        if run.end <= start:
            continue
        if run.start >= end:
            break
        source_start, source_end = run.source_at(max(start, run.start)), _source_end(run, min(end, run.end))
        if run.stretch == stretch:
            pieces[-1] = (pieces[-1][0], source_end, run.interactive)
        else:
            pieces.append((source_start, source_end, run.interactive))
        stretch = run.stretch
    return pieces


def _source_end(run: Run, offset: int) -> int:
    return run.source_start + (offset - run.start) if run.exact else run.source_end


def _tags(active: Sequence[Mark], interactive: bool, around: Around) -> tuple[str, str]:
    """Start and end tag of a segment. `active` are its marks, the longest first."""
    notes = " ".join(dict.fromkeys(mark.note for mark in active))
    kinds = " ".join(dict.fromkeys(mark.kind for mark in active))
    again = all(mark.again for mark in active)
    rating = next((mark.rating for mark in reversed(active) if mark.rating), "")
    element = "" if interactive else next((mark.element for mark in reversed(active) if mark.is_term), "")
    return around("mark", kinds, again, notes, rating, element)


def _frame_splices(text: SectionText, leaf: Leaf, frame: Frame, around: Around) -> list[_Splice]:
    html = text.html
    own_id = " id=" in html[leaf.tag_start : leaf.tag_end].lower().replace("\n", " ")
    from_outside = leaf.tag in _WRAPPED_FROM_OUTSIDE
    takes_id = bool(leaf.number) and from_outside and not own_id
    before, behind = around("words", 0 if takes_id else leaf.number, frame.item)
    start, end = (
        (leaf.tag_start, leaf.close_end or leaf.inner_end) if from_outside else (leaf.inner_start, leaf.inner_end)
    )
    splices = [_Splice(start, 5, before), _Splice(end, 4, f"{frame.english}{behind}{frame.margin}")]
    if takes_id:
        tag_end = leaf.tag_end - (2 if html[leaf.tag_end - 2] == "/" else 1)
        splices.append(_Splice(tag_end, 5, f' id="p-{leaf.number}"'))
    if frame.number:
        splices.append(_Splice(leaf.inner_start, 6, frame.number))
    if frame.breaks is not None:
        bounds = (leaf.inner_start, *(text.break_at(offset) for offset in frame.breaks), leaf.inner_end)
        for number, (start, end) in enumerate(pairwise(bounds), 1):
            before, behind = around("part", number)
            splices += (_Splice(start, 7, before), _Splice(end, 3, behind))
    return splices
