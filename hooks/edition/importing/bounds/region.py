"""Which chunks of a page are its article's: the stretch that the reader took most of, and what stands there alike.

A page's paragraphs stand side by side in an element, or in several of one form, as a builder of pages makes them:
that is a flow. What the reader took shows which flows are the article's; what it left out of them belongs to it too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from edition.importing.article import loose
from edition.importing.bounds.appeals import PROMOTION
from edition.importing.bounds.ends import IN_BOX, settle_quotes
from edition.importing.bounds.extent import Extent, extent
from edition.importing.bounds.flows import Flow, boxes_of_site, element_of, with_their_like
from edition.importing.bounds.heads import is_lede, is_standfirst, pictures_about, points_about, under_title
from edition.importing.bounds.leftovers import drop_doubles, drop_empty_headings
from edition.importing.bounds.lists import settle_lists
from edition.importing.bounds.scores import (
    ENTRY,
    HALF,
    NAMED,
    PARAGRAPH,
    is_linked,
    is_prose,
    seeds_of,
    weight_of,
)
from edition.importing.bounds.wrappers import Around, around
from edition.importing.lines import language
from edition.importing.lines.chrome import NETWORK, is_chrome, leads_on
from edition.importing.page.captions import is_called_caption, is_caption
from edition.importing.page.chunks import Chunk, innermost
from edition.importing.page.site_elements import HIDDEN

_ADDRESS = re.compile(r"\(?(?:[^\W\d_][^:：]{1,20}[:：]\s*)?(?:https?://|www\.)\S+")
"""An address that the article gives, with what it is."""
_HEAD = re.compile(r"sub-?head|cross-?head|inter-?tit|heading|zwischen-?(?:titel|ueberschrift)|ladillo", re.I)
"""How an element is called in which the title of a section stands."""
_LABEL = re.compile(r"[^.!?:：]{2,30}[:：]")
"""What stands before its value, in an element of its own."""
_DATELINE = re.compile(r"[^\W\d_][^.!?。:：]{1,40}\s[—–]")
"""From where the article was written, in an element of its own before the first paragraph."""
_LINE_NUMBERS = re.compile(r"\d+(?:\n\d+)*")
_SENTENCE = re.compile(r"^(?!.*(?:^|\s)(?://?|[·•])\s)[^:：|>»]+\s[^:：|>»]+(?<!\.\.)[.。।]$")
"""A sentence that the article links as a whole; what leads to another article breaks off, or says so first."""
_WHOLLY = 0.9
"""So much of a line that is but a link leads to another site, as what an article names as its source."""
_TITLE = 36
"""So wide is the title of an entry at most among others that lead nowhere."""
_LINES = 3
"""So many lines of one form between the paragraphs are the article's."""
_BEYOND = 12
"""So many chunks behind the article may be a quotation of it."""
UNREAD = "the reader does not take it for the article’s"
LINK, OUTSIDE = "nothing but a link to another page", "outside the article"
"""Reasons why a chunk is none of the article."""


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
    _keep_heads(found, reasons, text)
    for index in _lines_between(found, text, [at for at in range(text.start, text.end) if reasons[at] == UNREAD]):
        reasons[index] = ""
    _keep_linked_heads(found, reasons, text)
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
        if is_prose(found[index])
        and language.ends_sentence(found[index].text)
        and all(box.chrome.startswith(NAMED) for box in found[index].boxes if box.chrome)
    ]
    if len({id(element_of(found[index])) for index in above}) > 1:
        above = [index for index in above if not any(box.chrome for box in found[index].boxes)]
    is_most = sum(weight_of(found[at]) for at in above) > sum(weight_of(found[at]) for at in sure)
    return above if is_most and len(above) > _LINES else []


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
        is_told = any(found[index].text in lede for lede in ledes) and id(found[index].boxes[-1]) in own | said
        is_named = reasons[index] in (UNREAD, IN_BOX) and is_lede(found[index], ledes, taken=taken[index])
        if is_named or (reasons[index] == OUTSIDE and is_told):
            reasons[index] = ""
    return [at for at in above if id(found[at].boxes[-1]) in said]


def _keep_heads(found: Sequence[Chunk], reasons: list[str], text: Extent) -> None:
    """Keeps a heading under which the article goes on, or a list in the same box, and the value of a label.

    Where the text stands in several elements `article`, each may have its heading in a box with a link to it.
    """
    entries = {id(innermost(found[at], "article")) for at in range(text.start, text.end) if text.is_in_flow(at)}
    own: set[int] = set()
    for index in range(text.end - 2, text.start - 1, -1):  # one may stand over another
        chunk = found[index]
        is_named = _HEAD.search(chunk.boxes[-1].classes) and not language.ends_sentence(chunk.text)
        is_head = chunk.level or ((chunk.is_bold or is_named) and not (reasons[index - 1] or chunk.linked))
        behind = (at for at in range(index + 1, text.end) if found[at].tag != "img" and reasons[at] != HIDDEN)
        after = next((at for at in behind if not is_caption(found[at])), index)
        is_over = not (reasons[after] or (after in own and found[after].level <= chunk.level))
        is_over = is_over and bool(is_prose(found[after]) or chunk.level or "li" in found[after].above)
        is_value = not (reasons[index - 1] or reasons[after]) and bool(_LABEL.fullmatch(found[index - 1].text))
        is_own = reasons[index] == UNREAD and ((is_head and is_over) or is_value)
        is_its = len(entries) > _LINES and innermost(chunk, "article") is innermost(found[after], "article")
        if is_own or (reasons[index] == IN_BOX and chunk.level and is_over and (is_its or not text.is_in_flow(after))):
            reasons[index] = ""
            own.add(index)


def _lines_between(found: Sequence[Chunk], text: Extent, unread: Sequence[int]) -> list[int]:
    """Lines between the paragraphs that stand there again and again, in elements of one name: heads of the text."""
    around = {id(box) for at, chunk in enumerate(found) if text.is_in_flow(at) for box in chunk.boxes[:-1]}
    alike: dict[tuple[int, str, str], list[int]] = {}
    for index in unread:
        boxes = found[index].boxes
        parent, own = next(((one, box) for one, box in pairwise(boxes) if id(box) not in around), boxes[:1] * 2)
        if own.classes and not found[index].linked and not found[index].level:
            alike.setdefault((id(parent), own.tag, own.classes), []).append(index)
    return [
        index
        for lines in alike.values()
        if len({found[at].text for at in lines}) == len(lines) >= _LINES
        and all(at - before > 1 for before, at in pairwise(lines))  # none of a list to choose from
        for index in lines
    ]


def _has_code_beside(found: Sequence[Chunk], index: int) -> bool:
    following = found[index + 1 : index + 2]
    return bool(following) and following[0].tag == "pre" and not _LINE_NUMBERS.fullmatch(following[0].text)


def _reason(chunk: Chunk, taken: bool, *, strong: bool, apart: bool | None, beside_links: bool) -> str:
    """Why a chunk within the region is not taken; empty where it is. `apart`: see `boxes_of_site`."""
    is_line = strong and chunk.tag in ("p", "div") and "li" not in chunk.above
    is_sentence = is_line and bool(_SENTENCE.search(chunk.text))
    if is_linked(chunk) and not (is_sentence or _is_source(chunk, strong=strong, beside_links=beside_links)):
        return LINK
    is_pictured = is_called_caption(chunk) and "figure" in chunk.above
    is_pictured = is_pictured or (is_caption(chunk) and not apart)
    if strong or "figcaption" in chunk.above or is_pictured or (taken and not apart):
        return ""
    if apart:
        return IN_BOX
    is_free = apart is False and chunk.tag == "p" and not chunk.linked  # as a quotation that is set apart
    prose = language.width(chunk.text) >= PARAGRAPH and (language.ends_sentence(chunk.text) or is_free)
    return "" if prose or {"blockquote", "label"} & {*chunk.above} else UNREAD


def _is_source(chunk: Chunk, *, strong: bool, beside_links: bool) -> bool:
    """Whether a line that is but a link leads to what the article names, on another site: no offer, no article."""
    if _ADDRESS.fullmatch(chunk.text) or (
        strong and "figcaption" in chunk.above and chunk.outward >= HALF and not chunk.level
    ):
        return True
    wide = language.width(chunk.text)
    most = chunk.linked if wide < PARAGRAPH else 1  # behind a label no title of another article is so short
    is_outward = 0 < most * _WHOLLY <= chunk.outward and not chunk.level
    is_button = is_chrome(chunk.text.rpartition("|")[2])
    if not is_outward or is_button or leads_on(chunk.text) or PROMOTION.search(chunk.text):
        return False
    if {"li", "figcaption"} & {*chunk.above} or re.match(r"(?:\d{1,3}[.)]|[-–—•])\s", chunk.text):  # as an item begins
        is_offer = NETWORK.match(chunk.text) or re.search(
            r"[$€£¥]\s?\d[\d.,]*(?![\d.,]|\s?(?i:[mbk]n?|[mb]illion|trillion)\b)|\d\s?[€£]", chunk.text
        )
        return (strong or "figcaption" in chunk.above) and not is_offer
    return (strong or "blockquote" in chunk.above) and wide >= PARAGRAPH * HALF and not beside_links


def _keep_linked_heads(found: Sequence[Chunk], reasons: list[str], text: Extent) -> None:
    """Keeps headings that are links, of several in a flow: more stands under each than announces an article.

    Where the others lead nowhere, a long one is the title of another article.
    """
    heads: dict[tuple[Flow, int], list[int]] = {}
    for index in range(text.start, text.end):
        if found[index].level and reasons[index] in ("", LINK):
            heads.setdefault((text.flows[index], found[index].level), []).append(index)
    for alike in heads.values():
        linked = [at for at in alike if reasons[at]]
        widest = _TITLE if len(linked) < len(alike) * HALF else PARAGRAPH * _LINES
        for index in (at for at in linked if len(alike) >= _LINES and language.width(found[at].text) <= widest):
            _keep_head_of_entry(found, reasons, text, index)


def _keep_head_of_entry(found: Sequence[Chunk], reasons: list[str], text: Extent, index: int) -> None:
    """Keeps the heading at `index` where an entry of the article stands under it, in its element."""
    under = takewhile(lambda at: not (found[at].level or reasons[at] == LINK), range(index + 1, text.end))
    own = [found[at] for at in under if not reasons[at] and found[at].tag != "img"]
    is_with_it = own and is_prose(own[0]) and any(box is element_of(found[index]) for box in own[0].boxes)
    least = PARAGRAPH if found[index].outward >= HALF else ENTRY  # no other article of the site's
    if is_with_it and sum(language.width(one.text) for one in own) >= least:
        reasons[index] = ""
