"""What belongs to the article beyond its own flow: paragraphs beside the last one or within its element, and quotes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from edition.importing.bounds.flows import element_of, twin
from edition.importing.bounds.scores import PART, is_told
from edition.importing.bounds.sources import is_source
from edition.importing.lines.credits import credit
from edition.importing.page.captions import is_called_caption, is_caption
from edition.importing.page.chunks import Box, Chunk, worded

_CLOSE = 4
"""So many elements around a paragraph are near it."""
_WHOLLY = 0.9
"""A quotation with so much of links says nothing itself."""
_NAMED = frozenset("within nothing hidden reads".split())
"""How the reasons begin for which no quotation is the article's."""


def end_of(found: Sequence[Chunk], end: int, chrome: Sequence[str]) -> int:
    """Where the article ends: with the paragraphs beside its last one, and those that go on in its element."""
    while end < len(found) and not chrome[end] and _is_beside_end(found, end):
        end += 1
    last, element = _last(found, end)
    index = end
    while index < len(found) and element and _goes_on(found[index], element):
        index += 1
        if not chrome[index - 1] and is_told(found[index - 1]):
            end = index
    index = end
    around = [box for box, inner in pairwise(found[last].boxes) if element in (box, inner)] if last >= 0 else []
    shown = {twin(chunk) for chunk in found[:end] if chunk.tag == "img"}  # others stand among the paragraphs
    below = next((at for at in range(index, len(found)) if not (found[at].tag == "img" or chrome[at])), index)
    if last >= 0 and below - last < _CLOSE and _is_caption_alone(found, below, end):
        around += found[last].boxes[-_CLOSE:]
    while index < len(found) and any(box is one for box in found[index].boxes for one in around):
        chunk = found[index]
        is_own = (
            is_called_caption(chunk)
            or "figcaption" in chunk.above
            or (is_caption(chunk) and twin(found[index - 1]) in shown)
        )
        is_own = is_own and not chunk.linked and not credit(chunk.text)
        if not (chunk.tag == "img" or chrome[index] or is_own):
            break
        index += 1
        end = index if is_own and not chrome[index - 1] else end  # what is shown there ends the article
    return end


def with_source(found: Sequence[Chunk], end: int, chrome: Sequence[str]) -> int:
    """Where the article ends with the lines below that are but links to its sources: one, or several addresses."""
    last, element = _last(found, end)
    first = end
    while end < len(found) and element and not chrome[end]:
        is_alike = element_of(found[end]) is element and twin(found[end]) == twin(found[last])
        if not (is_alike or _goes_on(found[end], element)):
            break
        is_one_of_several = any(one.linked >= PART and _goes_on(one, element) for one in found[end + 1 : end + 2])
        if not is_source(found[end], strong=True, beside_links=is_one_of_several or end > first):
            break
        end += 1
    return end


def _last(found: Sequence[Chunk], end: int) -> tuple[int, Box | None]:
    """The last chunk of words before the end, with the element in which it stands; -1 and none where there is none."""
    last = next((at for at in range(end - 1, -1, -1) if found[at].tag != "img"), -1)
    return last, element_of(found[last]) if last >= 0 else None


def _is_caption_alone(found: Sequence[Chunk], index: int, end: int) -> bool:
    """Whether a caption stands there in its own element, whose words stand nowhere before the end."""
    chunk = found[min(index, len(found) - 1)]
    return "figcaption" in chunk.above and not any(chunk.text in one.text for one in found[:end])


def _is_beside_end(found: Sequence[Chunk], end: int) -> bool:
    """Whether the paragraph below stands in an element beside that of the last one, and of the same name."""
    last, chunk = found[end - 1], found[end]
    return (
        chunk.tag == last.tag == "p"
        and is_told(chunk)
        and chunk.linked < PART
        and any(
            one is not other and one.classes == other.classes != "" and around is about
            for around, one in pairwise(last.boxes[-_CLOSE:])
            for about, other in pairwise(chunk.boxes[-_CLOSE:])
        )
    )


def _goes_on(chunk: Chunk, element: object) -> bool:
    """Whether a chunk stands in the element, with none between that has a name or is more than a paragraph."""
    at = next((at for at, box in enumerate(chunk.boxes) if box is element), -1)
    return at >= 0 and not any(
        box.names or box.chrome or box.tag not in ("div", "p", "span", "a", "img") for box in chunk.boxes[at + 1 :]
    )


def settle_quotes(found: Sequence[Chunk], reasons: list[str], elements: Collection[int], within: range) -> None:
    """Keeps quotations whole, such as posts of others, that stand in the elements of the article's paragraphs."""
    held = worded(found)
    for index in within:
        boxes = found[index].boxes if index < len(found) and found[index].tag != "img" else ()
        at = next((at for at, box in enumerate(boxes) if box.tag == "blockquote"), -1)
        if at < 0 or not any(id(box) in elements for box in boxes[:at]):
            continue
        bare = all(found[other].linked >= _WHOLLY for other in held[id(boxes[at])])
        if found[index].linked >= _WHOLLY and (bare or not found[index].outward):
            continue  # as another article of the site is shown, or a post of which the page holds but the frame
        said = reasons[index].partition(" ")[0]
        if said not in _NAMED or (said == "nothing" and found[index].outward):
            reasons[index] = "" if not any(box.chrome for box in boxes[at:]) else reasons[index]
