"""Flows: the paragraphs that stand side by side in an element, or in several of one form, and whose each flow is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from edition.importing.bounds.scores import HALF, is_linked, is_of_picture, is_prose, is_told, weight_of
from edition.importing.lines import language
from edition.importing.lines.chrome import is_chrome
from edition.importing.page.captions import is_caption
from edition.importing.page.chunks import Box, Chunk

_CONTENT = frozenset(
    "p h1 h2 h3 h4 h5 h6 li ul ol blockquote q dl dt dd figure figcaption pre center br font span a b strong i em u "
    "table thead tbody tfoot tr td th caption ruby mark small big cite code sup sub".split()
)
_STRONG = 0.08
"""A flow with so much of what the reader took is the article's own."""
_LINKED = 0.4
_CARDS = 3
"""A flow in so many elements is one of other articles, where most of its chunks are so much of links."""
_CONTROLS = frozenset("form button input select textarea label".split())
_TOLD = 3
"""A box of so many paragraphs, and of no more links and buttons, is none of the site's."""
_NO_CONTROL = re.compile(
    r"[a-z]+(?:-[a-z]+){3,}|(?:advert\w*|anzeige|werbung|publicité|publicidade?|reklama?)\b.{0,40} \d{1,2}", re.I
)
"""The name of a picture’s file, and the label of one of several advertisements: no buttons, though they read so."""
_GAP = 12
"""So many chunks of others may stand between two of the article in one element."""
Flow = tuple[tuple[str, str], ...]
"""The elements around a paragraph, the outermost first: of each its tag and its names without numbers."""


def flow(chunk: Chunk) -> Flow:
    """The elements around the paragraph, each by its tag and its names without numbers."""
    return tuple(
        (box.tag, re.sub(r"\d\S*", "", box.classes))
        for box in chunk.boxes
        if box.tag not in _CONTENT or (chunk.tag != "tr" and box.tag in ("td", "th"))
    )


def element_of(chunk: Chunk) -> Box:
    """The innermost element in which the paragraph stands beside others."""
    return next(
        (box for box in reversed(chunk.boxes) if box.tag not in _CONTENT or box.tag in ("td", "th")), chunk.boxes[0]
    )


def twin(chunk: Chunk) -> tuple[str, ...]:
    """What paragraphs have in common that stand in parts of the article, such as those between its advertisements."""
    return (chunk.boxes[-1].classes, *(f"{box.tag} {box.classes.partition(' ')[0]}" for box in chunk.boxes))


def with_their_like(found: Sequence[Chunk], seeds: Sequence[int]) -> list[int]:
    """The seeds with the other paragraphs of the elements in which they stand, where the reader took a few of many."""
    elements = {id(element_of(found[index])) for index in seeds if is_prose(found[index]) or found[index].level}
    like = {
        index
        for index, chunk in enumerate(found)
        if chunk.tag != "img" and is_told(chunk) and id(element_of(chunk)) in elements and not is_chrome(chunk.text)
    }
    return sorted({*seeds, *like})


def strong_flows(found: Sequence[Chunk], flows: Sequence[Flow], seeds: Sequence[int]) -> frozenset[Flow]:
    """The flows that have much of what was taken; all where they have less than most of it together."""
    taken: dict[Flow, list[int]] = {}
    for index in seeds:
        taken.setdefault(flows[index], []).append(index)
    members: dict[Flow, list[Chunk]] = {}
    for chunk, one in zip(found, flows, strict=True):
        if one in taken and chunk.tag != "img" and "li" not in chunk.above:
            members.setdefault(one, []).append(chunk)
    weights = {
        one: sum(weight_of(found[index]) for index in indices)
        for one, indices in taken.items()
        if not _is_of_others(members.get(one, ()))
    }
    whole = sum(weights.values())
    strong = frozenset(one for one, weight in weights.items() if weight >= whole * _STRONG)
    return strong if strong and sum(weights[one] for one in strong) >= whole * HALF else frozenset(taken)


def _is_of_others(members: Sequence[Chunk]) -> bool:
    """Whether a flow is one of other articles, each in an element with its link, or says the same again and again."""
    if len({id(element_of(chunk)) for chunk in members}) < _CARDS:
        return False
    linked = sum(chunk.linked >= _LINKED for chunk in members)
    return linked > len(members) * HALF or len({chunk.text for chunk in members}) < len(members) * HALF


def extended(
    found: Sequence[Chunk],
    flows: Sequence[Flow],
    strong: frozenset[Flow],
    chrome: Sequence[str],
    run: tuple[int, int],
    top: int,
) -> tuple[int, int]:
    """The run from the first to the last chunk in a flow of the article's, and what stands around it in such a flow."""
    own = [index for index in range(*run) if flows[index] in strong and not chrome[index]]
    if not own:
        return run
    start, end = own[0], own[-1] + 1
    elements = {id(element_of(found[index])) for index in own}
    for step, edge in ((1, end), (-1, start - 1)):
        gap = 0
        for index in range(edge, len(found) if step > 0 else -1, step):
            chunk = found[index]
            if chrome[index] or chunk.tag == "img" or (is_linked(chunk) and step > 0):
                continue
            # In another element of the same form nothing may stand between; in the same one, a picture's caption may.
            if flows[index] in strong and not is_linked(chunk) and (not gap or id(element_of(chunk)) in elements):
                start, end, gap = min(start, index), max(end, index + 1), 0
                elements.add(id(element_of(chunk)))
                continue
            # What says whose a picture is, a table, a quotation and the title of a section part no article; that of
            # another does.
            is_quoted = chunk.tag == "tr" or "blockquote" in chunk.above
            gap += not (chunk.level > top or (step > 0 and (is_caption(chunk) or is_quoted)))
            if gap > _GAP:
                break
    while end > start and ((found[end - 1].level and not is_told(found[end - 1])) or chrome[end - 1]):
        end -= 1  # a heading over what is none of it
    return start, end


def boxes_of_site(
    found: Sequence[Chunk], flows: Sequence[Flow], strong: frozenset[Flow], within: range
) -> dict[int, bool]:
    """Of each chunk that stands in no flow of the article's, whether anything in its box says that it is the site's.

    Its box is the outermost element around it that holds nothing of such a flow: a form, a button or links in it are
    those of a newsletter or of another article, and a quotation that is set apart, or a note, has none.
    """
    own = {id(box) for index in within if flows[index] in strong for box in found[index].boxes}
    around = {
        index: next((id(box) for box in chunk.boxes if id(box) not in own), 0)
        for index, chunk in enumerate(found[within.start :], within.start)  # a box may reach beyond the article
        if flows[index] not in strong
    }
    words = {index for index in around if found[index].tag != "img"}
    controls = {index for index in words if is_chrome(found[index].text) or any(map(_is_control, found[index].boxes))}
    controls -= {index for index in controls if _NO_CONTROL.fullmatch(found[index].text)}
    rows = Counter(id(found[at].boxes[-2]) for at in words if found[at].cells and not _leads(found[at]))
    linked = {
        around[at] for at in around
        if at not in controls and _leads(found[at]) and not (found[at].cells and rows[id(found[at].boxes[-2])] > _TOLD)
    }  # fmt: skip
    captions = {found[index].text for index in words if is_caption(found[index])}  # and their copies
    told = {around[index] for index in words - controls if found[index].text not in captions}
    captioned = {around[index] for index in words - controls} - told  # a button there enlarges the picture
    of_site = (linked | {around[index] for index in controls} - captioned) - _that_tell(found, around)
    return {index: box in of_site and not _is_bare(found[index]) for index, box in around.items() if index in within}


def _is_bare(chunk: Chunk) -> bool:
    """Whether a paragraph is the words of an element without a name, whatever else stands in that."""
    box = chunk.boxes[-1]
    return box.tag == "div" and not box.names.strip() and is_told(chunk) and not chunk.linked


def _that_tell(found: Sequence[Chunk], around: Mapping[int, int]) -> set[int]:
    """The boxes of so many paragraphs that they are parts of the article, whatever leads on beside these.

    None of them asks for anything.
    """
    told: Counter[int] = Counter()
    other: Counter[int] = Counter()
    for index, box in around.items():
        chunk = found[index]
        if is_prose(chunk) and language.ends(chunk.text) and chunk.linked < _LINKED:
            told[box] += 1
        elif chunk.tag != "img" and (chunk.linked >= HALF or any(one.tag in _CONTROLS for one in chunk.boxes)):
            other[box] += 1
    asking = {around[at] for at in around if any(one.tag in _CONTROLS - {"button"} for one in found[at].boxes)}
    return {box for box, count in told.items() if count >= max(_TOLD, other[box])} - asking


def _leads(chunk: Chunk) -> bool:
    return chunk.linked >= HALF and not is_of_picture(chunk)


def _is_control(box: Box) -> bool:
    return box.tag in _CONTROLS and bool(box.chrome)
