"""Ranges of the text to marked-up HTML: splices into the source, whose own bytes stay as they are.

Marks may overlap in any way, so they are not nested: the text is cut at every edge of a mark and at
every tag, and each segment carries the ids of all the notes on it (`data-notes`, the outermost first).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from html import escape
from itertools import pairwise
from typing import NamedTuple

from edition.text import Leaf, Run, SectionText
from edition.text.stops import STOP

_WRAPPED_FROM_OUTSIDE = frozenset(["p", "pre", "h1", "h2", "h3", "h4", "h5", "h6"])
"""Elements that may hold no block: the apparatus stands around them, not in them."""


class Mark(NamedTuple):
    """A range of the text that a note speaks of.

    `is_term`: a name or word, which links to its note; otherwise a claim, whose range `sign` (HTML)
    closes. `again`: not the first mention in the section.
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


class Frame(NamedTuple):
    """The apparatus of a leaf, as HTML: within its start, under its words, beside them.

    `breaks`: the offsets in the text at which parts of the words begin, but for the first, each of which says what the
    part of the English with its number says; None where the words are not parted.
    """

    number: str = ""
    english: str = ""
    margin: str = ""
    breaks: Sequence[int] | None = None


class _Splice(NamedTuple):
    offset: int
    rank: int  # at one offset: what closes (0 to 4) comes before what opens (5 to 9)
    html: str


def weave(
    text: SectionText,
    marks: Sequence[Mark],
    frames: Mapping[int, Frame],
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
    splices = _mark_splices(text, marks, breaks)
    splices += _stop_splices(text, stops)
    splices += (_Splice(_source_end(text.runs[text.run_index(end - 1)], end), 2, html) for end, html in signs)
    splices += (_Splice(offset, 5, html) for offset, html in inserts)
    for index, leaf in enumerate(text.leaves):
        splices += _frame_splices(text, leaf, frames.get(index, Frame()))
    splices.sort(key=lambda splice: (splice.offset, splice.rank))
    parts: list[str] = []
    position = 0
    for offset, _, html in splices:
        parts += (text.html[position:offset], html)
        position = offset
    parts.append(text.html[position:])
    return "".join(parts)


def _mark_splices(text: SectionText, marks: Sequence[Mark], breaks: Set[int]) -> list[_Splice]:
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
            opened, closed = _tags(active, interactive)
            splices += (_Splice(source_start, 8, opened), _Splice(source_end, 1, closed))
    for mark in marks:
        if mark.sign:
            run = text.runs[text.run_index(mark.end - 1)]
            # Between two links there may be no third: inside one, the sign is no link.
            html = _unlinked(mark.sign) if run.interactive else mark.sign
            splices.append(_Splice(_source_end(run, mark.end), 2, html))
    return splices


def _stop_splices(text: SectionText, stops: Iterable[int]) -> Iterator[_Splice]:
    """Around each character. One that is part of a longer stretch of the source, such as `&#44;`, is left as it is."""
    for offset in stops:
        run = text.runs[text.run_index(offset)]
        if run.exact:
            start = run.source_at(offset)
            yield from (_Splice(start, 9, STOP[0]), _Splice(start + 1, 0, STOP[1]))


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


def _tags(active: Sequence[Mark], interactive: bool) -> tuple[str, str]:
    """Start and end tag of a segment. `active` are its marks, the longest first."""
    notes = " ".join(dict.fromkeys(mark.note for mark in active))
    kinds = " ".join(dict.fromkeys(mark.kind for mark in active))
    again = " again" if all(mark.again for mark in active) else ""
    rating = next((f' data-rating="{mark.rating}"' for mark in reversed(active) if mark.rating), "")
    term = next((mark for mark in reversed(active) if mark.is_term), None)
    if term and not interactive:
        return f'<a class="mark {kinds}{again}" href="#{term.element}" data-notes="{notes}"{rating}>', "</a>"
    return f'<span class="mark {kinds}{again}" data-notes="{notes}"{rating}>', "</span>"


def _unlinked(html: str) -> str:
    """A sign that is no link: the script still finds its note, and a role lets its label be read.

    Across an image, WebKit's search in the page would find no words; and a note may stand in no heading.
    """
    return html.replace("<a ", '<span role="group" ').replace(" href=", " data-href=", 1).replace("</a>", "</span>")


def _frame_splices(text: SectionText, leaf: Leaf, frame: Frame) -> list[_Splice]:
    html = text.html
    identifier = f' id="p-{leaf.number}"' if leaf.number else ""
    own_id = " id=" in html[leaf.tag_start : leaf.tag_end].lower().replace("\n", " ")
    under = f"{frame.english}</div>{frame.margin}"
    if leaf.tag in _WRAPPED_FROM_OUTSIDE:
        end = leaf.close_end or leaf.inner_end
        outer = identifier if own_id else ""
        splices = [_Splice(leaf.tag_start, 5, f'<div class="words"{outer}>'), _Splice(end, 4, under)]
        if identifier and not own_id:
            splices.append(_Splice(leaf.tag_end - (2 if html[leaf.tag_end - 2] == "/" else 1), 5, identifier))
    else:
        splices = [
            _Splice(leaf.inner_start, 5, f'<div class="words"{identifier}>'),
            _Splice(leaf.inner_end, 4, under),
        ]
    if frame.number:
        splices.append(_Splice(leaf.inner_start, 6, frame.number))
    if frame.breaks is not None:
        bounds = (leaf.inner_start, *(text.break_at(offset) for offset in frame.breaks), leaf.inner_end)
        for number, (start, end) in enumerate(pairwise(bounds), 1):
            splices += (_Splice(start, 7, part(number)), _Splice(end, 3, "</span>"))
    return splices


def part(number: int) -> str:
    """The start tag of a part of a leaf's words, or of its English: those of one number stand side by side."""
    return f'<span class="s" style="--s:{number}">'


def sign(element: str, rating: str, character: str, label: str) -> str:
    """The link that closes a claim, with the verdict as its accessible name.

    The stylesheet draws the verdict's sign: as text it would stand between words that a search in the page looks for.
    """
    return (
        f'<a class="sign" href="#{element}" data-apparatus lang="en" data-rating="{rating}" data-sign="{character}"'
        f' aria-label="{escape(label)}"></a>'
    )
