"""Which chunks of a page are its article's: the stretch that the reader took most of, and what stands there alike.

A page's paragraphs stand side by side in an element, or in several of one form, as a builder of pages makes them:
that is a flow. What the reader took shows which flows are the article's; what it left out of them belongs to it too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from edition.importing.article import loose
from edition.importing.bounds.ends import settle_quotes
from edition.importing.bounds.extent import Extent, extent
from edition.importing.bounds.flows import boxes_of_site, element_of, with_their_like
from edition.importing.bounds.heads import is_lede, is_standfirst, pictures_about, points_about, under_title
from edition.importing.bounds.leftovers import drop_doubles, drop_empty_headings
from edition.importing.bounds.lists import settle_lists
from edition.importing.bounds.reasons import IN_BOX, LINK, OUTSIDE, UNREAD
from edition.importing.bounds.scores import HALF, NAMED, PARAGRAPH, is_linked, is_prose, is_told, seeds_of, weight_of
from edition.importing.bounds.sources import is_source
from edition.importing.bounds.subheads import keep_heads, keep_linked_heads, lines_between
from edition.importing.bounds.wrappers import Around, around
from edition.importing.lines import language
from edition.importing.page.captions import is_called_caption, is_caption
from edition.importing.page.chunks import Chunk
from edition.importing.page.site_elements import hyphened

_DATELINE = re.compile(r"[^\W\d_][^.!?。:：]{1,40}\s[—–]")
"""From where the article was written, in an element of its own before the first paragraph."""
_CORRECTION = re.compile(
    r"(?:^|[-_ ])(?:errat\w+|corrections?|korrektur(?:en)?|rectificat\w*|rettelser?|fe-de-erratas?|erramos|"
    r"editor-?s?-note)(?:$|[-_ ])",
    re.I,
)
"""How an element is called that says below an article what was wrong in it."""
_SUBHEAD = re.compile(
    r"(?:^|[-_ ])(?:sub-?(?:head(?:line)?|title)|cross-?head|zwischen(?:titel|ueberschrift)|intertitre)(?:$|[-_ ])",
    re.I,
)
"""How a line between paragraphs is called that is the title of a section."""
_LINE_NUMBERS = re.compile(r"\d+(?:\n\d+)*")
_SENTENCE = re.compile(r"^(?!.*(?:^|\s)(?://?|[·•])\s)[^:：|>»]+\s[^:：|>»]+(?<!\.\.)[.。।]$")
"""A sentence that the article links as a whole; what leads to another article breaks off, or says so first."""
_FEW = 3
"""More paragraphs than these over the reader's first are the article's."""
_BEYOND = 12
"""So many chunks behind the article may be a quotation of it."""


@dataclass(frozen=True, slots=True)
class Region:
    """The chunks from `start` to `end`; the boxes that are wrappers of most of it; why each chunk is none of it."""

    start: int
    end: int
    wrappers: frozenset[int]
    reasons: tuple[str, ...]
    alone: frozenset[int]
    """The chunks that are taken though the reader left them out."""
    standfirst: frozenset[int] = frozenset()
    """The chunk next to the title, where it reads like a standfirst, and what the page says of itself."""


def region(
    found: Sequence[Chunk], taken: Sequence[bool], heading: int, ledes: Sequence[str], notes: Collection[str]
) -> Region:
    """Which chunks are the article's.

    `taken` says of each whether the reader has it, `heading` which one is the title (-1: none), `ledes` what the page
    says of itself in a sentence or two, and `notes` the ids to which signs in the text lead, as to footnotes.
    """
    sure = seeds_of(found, taken)
    beside_title = frozenset(under_title(found, heading))
    if beside_title.isdisjoint(sure):  # the reader took something else
        sure = sorted({*sure, *beside_title})
    sure = [*_skipped(found, heading, sure), *sure]
    seeds = with_their_like(found, sure)
    page = around(found, seeds)
    text = extent(found, heading, seeds, [index for index in seeds if index in beside_title], page.chrome)
    above = range(max(heading, 0), text.start if heading >= 0 else 0)
    title = max((at for at in above if found[at].text == found[heading].text), default=heading)  # it may stand twice
    head = range(title + 1, above.stop)
    shown = loose(found[heading].text) if heading >= 0 else ""
    ledes = [lede for lede in ledes if loose(lede) != shown]
    standfirst = next((index for index in head if is_standfirst(found, title, index, text.start)), -1)
    own_head = {standfirst, *pictures_about(found, page.chrome, heading, text.start)}
    own_head |= {*points_about(found, page.chrome, head)}
    own_head |= {at for at in head[-1:] if _DATELINE.fullmatch(found[at].text)}
    reasons = _reasons(found, taken, page, text, own_head, ledes, notes)
    own = set(sure)
    alone = frozenset(
        index
        for index, chunk in enumerate(found)
        if not (page.chrome[index] or reasons[index] or taken[index] or chunk.level)
        and chunk.tag not in ("tr", "img")
        and index not in own
    )
    told = _keep_ledes(found, taken, reasons, text, ledes)
    keep_heads(found, reasons, text)
    for index in lines_between(found, text, [at for at in range(text.start, text.end) if reasons[at] == UNREAD]):
        reasons[index] = ""
    keep_linked_heads(found, reasons, text)
    settle_lists(found, reasons, LINK, (UNREAD, OUTSIDE))
    kept = [at for at in range(text.start, text.end) if text.is_in_flow(at) and not reasons[at]]
    settle_quotes(found, reasons, {id(element_of(found[at])) for at in kept}, range(text.start, text.end + _BEYOND))
    drop_doubles(found, reasons, text.flows, text.strong)
    drop_empty_headings(found, reasons, text.flows, text.strong, range(text.start, text.end))
    return Region(text.first, text.end, page.wrappers, tuple(reasons), alone, frozenset({standfirst, *told}))


def _skipped(found: Sequence[Chunk], heading: int, sure: Sequence[int]) -> list[int]:
    """The paragraphs between the title and the first that the reader took, where it took less than it left there.

    In a box with a name like the site's they are so where all stand in one element: a bar that was never closed.
    """
    first = next((index for index in sure if index > heading), 0)
    above = [
        index
        for index in (range(heading + 1, first) if heading >= 0 else ())
        if is_told(found[index]) and all(box.chrome.startswith(NAMED) for box in found[index].boxes if box.chrome)
    ]
    if len({id(element_of(found[index])) for index in above}) > 1:
        above = [index for index in above if not any(box.chrome for box in found[index].boxes)]
    is_most = sum(weight_of(found[at]) for at in above) > sum(weight_of(found[at]) for at in sure)
    return above if is_most and len(above) > _FEW else []


def _reasons(
    found: Sequence[Chunk],
    taken: Sequence[bool],
    page: Around,
    text: Extent,
    own_head: Collection[int],
    ledes: Sequence[str],
    notes: Collection[str],
) -> list[str]:
    """Why each chunk is none of the article, by itself and by where it stands; empty where it is.

    `own_head` are chunks about the title that are the article's.
    """
    reasons = list(page.chrome)
    boxes = boxes_of_site(found, text.flows, text.strong, range(text.start, text.end))
    for index, chunk in enumerate(found):
        is_above = text.first <= index < text.start
        if is_above and reasons[index].startswith(NAMED) and is_lede(chunk, ledes):
            reasons[index] = ""  # as the page itself says, whatever the names around it
        elif index >= text.end and _is_correction(chunk):
            reasons[index] = ""
        elif reasons[index] or (text.start <= index and _is_note(chunk, notes)):
            continue
        elif not text.start <= index < text.end:
            is_said = "blockquote" in chunk.above[-2:] and is_prose(chunk)  # what the article lets somebody say first
            is_own = index in own_head or (is_above and (is_said or is_lede(chunk, ledes, taken=taken[index])))
            reasons[index] = "" if is_own else OUTSIDE
        elif chunk.tag == "pre" and _LINE_NUMBERS.fullmatch(chunk.text) and _has_code_beside(found, index):
            reasons[index] = "the numbers of the lines of code"
        elif chunk.tag != "img" and not any(id(box) in page.beside for box in chunk.boxes):
            is_beside_links = any(
                one.linked >= HALF for one in found[max(0, index - 1) : index + 2] if one is not chunk
            )
            reasons[index] = _reason(
                chunk,
                taken[index],
                strong=text.is_in_flow(index),
                apart=boxes.get(index),
                beside_links=is_beside_links,
            )
    return reasons


def _is_correction(chunk: Chunk) -> bool:
    is_named = any(_CORRECTION.search(hyphened(box.names)) for box in chunk.boxes[-3:])
    return is_named and is_prose(chunk) and not chunk.linked


def _is_called_subhead(chunk: Chunk) -> bool:
    named = _SUBHEAD.search(hyphened(chunk.boxes[-1].classes).replace("_", "-"))
    return bool(named) and language.width(chunk.text) <= PARAGRAPH and not language.ends_sentence(chunk.text)


def _is_note(chunk: Chunk, notes: Collection[str]) -> bool:
    return not is_linked(chunk) and any(box.id and box.id in notes for box in chunk.boxes)


def _keep_ledes(
    found: Sequence[Chunk], taken: Sequence[bool], reasons: list[str], text: Extent, ledes: Sequence[str]
) -> list[int]:
    """Keeps what stands over the first paragraph and is said in the ledes, or is called one; gives what they say whole.

    The lines of an element may be one together.
    """
    above = range(text.first, text.start)
    own = {id(found[at].boxes[-1]) for at in above if not reasons[at] and found[at].tag != "img"}
    lines: dict[int, str] = {}
    for at in above:
        lines[id(found[at].boxes[-1])] = lines.get(id(found[at].boxes[-1]), "") + loose(found[at].text)
    said = {box for box, words in lines.items() if words and words in map(loose, ledes)}
    body = range(text.start, text.end)
    first = next((at for at in body if not reasons[at] and is_prose(found[at])), text.start)
    for index in range(text.first, first):
        is_whole = any(found[index].text in lede for lede in ledes) and id(found[index].boxes[-1]) in own | said
        is_named = reasons[index] in (UNREAD, IN_BOX) and is_lede(found[index], ledes, taken=taken[index])
        if is_named or (reasons[index] == OUTSIDE and is_whole):
            reasons[index] = ""
    return [at for at in above if id(found[at].boxes[-1]) in said]


def _has_code_beside(found: Sequence[Chunk], index: int) -> bool:
    following = found[index + 1 : index + 2]
    return bool(following) and following[0].tag == "pre" and not _LINE_NUMBERS.fullmatch(following[0].text)


def _reason(chunk: Chunk, taken: bool, *, strong: bool, apart: bool | None, beside_links: bool) -> str:
    """Why a chunk within the region is not taken; empty where it is. `apart`: see `boxes_of_site`."""
    is_line = strong and chunk.tag in ("p", "div") and "li" not in chunk.above
    is_sentence = is_line and bool(_SENTENCE.search(chunk.text))
    if is_linked(chunk) and not (is_sentence or is_source(chunk, strong=strong, beside_links=beside_links)):
        return LINK
    if not (taken or chunk.linked or apart) and chunk.tag == "div" and _is_called_subhead(chunk):
        return ""
    is_pictured = is_called_caption(chunk) and "figure" in chunk.above
    is_pictured = is_pictured or (is_caption(chunk) and not apart)
    if strong or "figcaption" in chunk.above or is_pictured or (taken and not apart):
        return ""
    if apart:
        return IN_BOX
    is_free = apart is False and chunk.tag == "p" and not chunk.linked  # as a quotation that is set apart
    prose = language.width(chunk.text) >= PARAGRAPH and (language.ends_sentence(chunk.text) or is_free)
    return "" if prose or {"blockquote", "label"} & {*chunk.above} else UNREAD
