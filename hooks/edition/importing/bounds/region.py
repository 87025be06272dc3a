"""Where the article stands in a page: the stretch that the reader took most of, and what stands there alike.

A page's paragraphs stand side by side in an element, or in several of one form, as a builder of pages makes them:
that is a flow. What the reader took shows which flows are the article's; what it left out of them belongs to it too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from edition.importing.bounds.appeals import PROMOTION
from edition.importing.bounds.ends import IN_BOX, end_of, settle_quotes
from edition.importing.bounds.flows import (
    Flow,
    boxes_of_site,
    element_of,
    extended,
    flow,
    strong_flows,
    twin,
    with_their_like,
)
from edition.importing.bounds.heads import is_lede, is_standfirst, pictures_about, under_title
from edition.importing.bounds.leftovers import drop_doubles, drop_empty_headings
from edition.importing.bounds.lists import settle_lists
from edition.importing.bounds.scores import (
    HALF,
    NAMED,
    PARAGRAPH,
    PART,
    best_run,
    chrome_around,
    is_linked,
    is_of_readers,
    is_prose,
    seeds_of,
    told_beside,
    weight_of,
)
from edition.importing.lines import language
from edition.importing.lines.chrome import leads_on
from edition.importing.page.captions import is_caption
from edition.importing.page.chunks import Chunk
from edition.importing.page.site_elements import chrome_name

_ADDRESS = re.compile(r"\(?(?:[^\W\d_][^:：]{1,20}[:：]\s*)?(?:https?://|www\.)\S+")
"""An address that the article gives, with what it is."""
_LINE_NUMBERS = re.compile(r"\d+(?:\n\d+)*")
_SENTENCE = re.compile(r"^[^:：|>»]+\s[^:：|>»]+(?<!\.\.)[.。।]$")
"""A sentence that the article links as a whole; what leads to another article breaks off, or says so first."""
_WHOLLY = 0.9
"""So much of a line that is but a link leads to another site, as what an article names as its source."""
_LINES = 3
"""So many lines of one form between the paragraphs are the article's."""
_NEAR = 12
"""So many chunks before the article are looked at where its title is not known."""
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
    standfirst: int = -1
    """The chunk next to the title, where it reads like a standfirst."""


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
    seeds = with_their_like(found, sure)
    weights: Counter[int] = Counter()
    for index in seeds:
        for box in found[index].boxes:
            weights[id(box)] += weight_of(found[index])
    whole = sum(weight_of(found[index]) for index in seeds)
    free = sum(weight_of(found[index]) for index in seeds if not any(map(is_of_readers, found[index].boxes)))
    of_readers = {
        id(box) for index in seeds for box in found[index].boxes if free >= whole * PART and is_of_readers(box)
    }  # comments may be more than the article is
    weights = Counter({number: weight for number, weight in weights.items() if number not in of_readers})
    beside = told_beside(found)
    wrappers = frozenset(number for number, weight in weights.items() if weight >= whole * HALF)
    parts = frozenset(number for number, weight in weights.items() if weight >= whole * PART)
    surely = {index for index in seeds if is_prose(found[index]) and language.ends_sentence(found[index].text)}
    together: Counter[str] = Counter()  # where each paragraph has a wrapper of its own, all of one name
    for index in seeds:
        for word in {chrome_name(box.names) for box in found[index].boxes if box.chrome.startswith(NAMED)}:
            together[word] += weight_of(found[index])
    parts |= {
        id(box)
        for chunk in found
        for box in chunk.boxes
        if id(box) not in of_readers
        and box.chrome.startswith(NAMED)
        and together[chrome_name(box.names)] >= whole * PART
    }
    chrome = [chrome_around(chunk, wrappers | beside, parts, own=index in surely) for index, chunk in enumerate(found)]
    flows = [flow(chunk) for chunk in found]
    run = best_run(found, [index for index in seeds if index in beside_title] or seeds, chrome)
    strong = strong_flows(found, flows, [index for index in seeds if run[0] <= index < run[1] and not chrome[index]])
    twins = {twin(found[index]): flows[index] for index in seeds if flows[index] in strong}
    flows = [
        twins.get(twin(chunk), one) if one not in strong and chunk.boxes[-1].classes and is_prose(chunk) else one
        for chunk, one in zip(found, flows, strict=True)
    ]
    start, end = extended(found, flows, strong, chrome, run, max(1, found[heading].level) if heading >= 0 else 6)
    if start <= heading < end:
        start = heading + 1  # what stands over the title is the site's
    start = _with_paragraphs_above(
        found, flows, strong, chrome, range(heading + 1 if heading >= 0 else max(0, start - _NEAR), start)
    )
    last, end = end - 1, end_of(found, end, chrome)
    for index in range(last + 1, end):
        flows[index] = flows[last]  # it goes on there
    before = start - 1
    while (
        before > heading
        and (found[before].level or found[before].tag == "img")
        and not _is_set_apart(found, chrome, before)
    ):
        start = before if found[before].level else start  # the title of the first section
        before -= 1
    first = heading + 1 if 0 <= heading < start else start
    end = _next_article(found, heading, range(start, end))
    head = range(heading + 1, start if heading >= 0 else 0)
    standfirst = next((index for index in head if is_standfirst(found, heading, index, start)), -1)
    boxes = boxes_of_site(found, flows, strong, range(start, end))
    pictures = pictures_about(found, chrome, heading, start)
    reasons = list(chrome)
    alone: set[int] = set()
    own = set(sure)
    for index, chunk in enumerate(found):
        if first <= index < start and chrome[index].startswith(NAMED) and is_lede(chunk, ledes):
            reasons[index] = ""  # as the page itself says, whatever the names around it
            continue
        if reasons[index]:
            continue
        if not start <= index < end:
            is_own = first <= index < start and (is_lede(chunk, ledes, taken=taken[index]) or index == standfirst)
            is_note = end <= index and any(box.id and box.id in notes for box in chunk.boxes)
            reasons[index] = "" if is_own or is_note or index in pictures else OUTSIDE
        elif chunk.tag == "pre" and _LINE_NUMBERS.fullmatch(chunk.text) and _has_code_beside(found, index):
            reasons[index] = "the numbers of the lines of code"
        elif chunk.tag != "img" and not any(id(box) in beside for box in chunk.boxes):
            beside_links = any(one.linked >= HALF for one in found[max(0, index - 1) : index + 2] if one is not chunk)
            is_strong = flows[index] in strong
            reasons[index] = _reason(
                chunk, taken[index], strong=is_strong, apart=boxes.get(index), beside_links=beside_links
            )
        if (
            not reasons[index]
            and chunk.tag not in ("tr", "img")
            and index not in own
            and not chunk.level
            and not taken[index]
        ):
            alone.add(index)
    own_lines = {id(found[at].boxes[-1]) for at in range(first, start) if not reasons[at] and found[at].tag != "img"}
    text = next((at for at in range(start, end) if not reasons[at] and is_prose(found[at])), start)
    for index in range(first, text):
        is_told = any(found[index].text in lede for lede in ledes) and id(found[index].boxes[-1]) in own_lines
        is_named = reasons[index] == UNREAD and is_lede(found[index], ledes, taken=taken[index])
        reasons[index] = "" if is_named or (reasons[index] == OUTSIDE and is_told) else reasons[index]
    for index in range(start, end - 1):
        is_head = found[index].level or (found[index].is_bold and not (reasons[index - 1] or found[index].linked))
        if reasons[index] == UNREAD and is_head and not reasons[index + 1] and is_prose(found[index + 1]):
            reasons[index] = ""  # the article's paragraph stands under it
    for index in _lines_between(found, flows, strong, [at for at in range(start, end) if reasons[at] == UNREAD]):
        reasons[index] = ""
    settle_lists(found, reasons, LINK, (UNREAD, OUTSIDE))
    elements = {id(element_of(found[at])) for at in range(start, end) if flows[at] in strong and not reasons[at]}
    settle_quotes(found, reasons, elements, range(start, end + _NEAR))
    drop_doubles(found, reasons, flows, strong)
    drop_empty_headings(found, reasons, flows, strong, range(start, end))
    return Region(first, end, wrappers, tuple(reasons), frozenset(alone), standfirst)


def _lines_between(
    found: Sequence[Chunk], flows: Sequence[Flow], strong: frozenset[Flow], unread: Sequence[int]
) -> list[int]:
    """Lines between the paragraphs that stand there again and again, in elements of one name: heads of the text."""
    held = [chunk for chunk, one in zip(found, flows, strict=True) if one in strong and len(chunk.boxes) > 1]
    around = {id(chunk.boxes[-2]) for chunk in held}
    alike: dict[tuple[int, str, str], list[int]] = {}
    for index in unread:
        parent, own = (*found[index].boxes, *found[index].boxes)[-2:]
        if id(parent) in around and own.classes and not found[index].linked and not found[index].level:
            alike.setdefault((id(parent), own.tag, own.classes), []).append(index)
    return [
        index
        for lines in alike.values()
        if len({found[at].text for at in lines}) == len(lines) >= _LINES
        for index in lines
    ]


def _with_paragraphs_above(
    found: Sequence[Chunk], flows: Sequence[Flow], strong: frozenset[Flow], chrome: Sequence[str], above: range
) -> int:
    """From which chunk the article goes, where paragraphs like its own stand between the title and the rest.

    A builder of pages sets each part in other boxes, but each paragraph as the others.
    """
    own = {_close(chunk) for chunk, one in zip(found, flows, strict=True) if one in strong and is_prose(chunk)}
    return next(
        (
            index
            for index in above
            if found[index].tag in ("p", "div")
            and not chrome[index]
            and language.width(found[index].text) >= 2 * PARAGRAPH
            and found[index].linked < PART
            and language.ends_sentence(found[index].text)
            and not is_caption(found[index])
            and found[index].boxes[-2].classes
            and _close(found[index]) in own
        ),
        above.stop,
    )


def _close(chunk: Chunk) -> tuple[tuple[str, str], ...]:
    """The tags and the names of the two elements next to a paragraph; a bare div is as good as one."""
    return tuple(("p" if box.tag == "div" and not box.classes else box.tag, box.classes) for box in chunk.boxes[-2:])


def _has_code_beside(found: Sequence[Chunk], index: int) -> bool:
    following = found[index + 1 : index + 2]
    return bool(following) and following[0].tag == "pre" and not _LINE_NUMBERS.fullmatch(following[0].text)


def _is_set_apart(found: Sequence[Chunk], chrome: Sequence[str], index: int) -> bool:
    return bool(chrome[index]) or (found[index].tag != "img" and is_linked(found[index]))


def _next_article(found: Sequence[Chunk], heading: int, within: range) -> int:
    """Where another article begins, in an element `article` like that of the title and the text; else the end."""
    boxes = found[heading].boxes if heading >= 0 else ()
    for index in within:
        chunk = found[index]
        if not chunk.level or chunk.level > found[heading].level or heading >= within.start:
            continue
        at = next((at for at, (one, other) in enumerate(zip(boxes, chunk.boxes, strict=False)) if one is not other), 0)
        of_text = found[within.start].boxes[at : at + 1]
        around = (boxes[at:], chunk.boxes[at:])
        if of_text == boxes[at : at + 1] and all(any(box.tag == "article" for box in each) for each in around):
            return index
    return within.stop


def _reason(chunk: Chunk, taken: bool, *, strong: bool, apart: bool | None, beside_links: bool) -> str:
    """Why a chunk within the region is not taken; empty where it is. `apart`: see `boxes_of_site`."""
    is_line = strong and chunk.tag in ("p", "div") and "li" not in chunk.above
    is_sentence = is_line and bool(_SENTENCE.search(chunk.text))
    is_source = (
        (strong or "blockquote" in chunk.above)
        and chunk.outward >= _WHOLLY
        and language.width(chunk.text) >= PARAGRAPH * HALF
    )
    is_source = is_source and not (beside_links or chunk.level or leads_on(chunk.text) or PROMOTION.search(chunk.text))
    is_source = is_source or bool(_ADDRESS.fullmatch(chunk.text))
    if is_linked(chunk) and not (is_sentence or is_source):
        return LINK
    if strong or "figcaption" in chunk.above or (is_caption(chunk) and not apart) or (taken and not apart):
        return ""
    if apart:
        return IN_BOX
    is_free = apart is False and chunk.tag == "p" and not chunk.linked  # as a quotation that is set apart
    prose = language.width(chunk.text) >= PARAGRAPH and (language.ends_sentence(chunk.text) or is_free)
    return "" if prose or {"blockquote", "label"} & {*chunk.above} else UNREAD
