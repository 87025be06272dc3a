"""From which chunk of a page to which its article goes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from edition.importing.bounds.ends import end_of, with_source
from edition.importing.bounds.flows import Flow, extended, flow, strong_flows, twin
from edition.importing.bounds.scores import HALF, PARAGRAPH, PART, best_run, is_linked, is_prose, is_told, weight_of
from edition.importing.lines import language
from edition.importing.lines.chrome import RIGHTS
from edition.importing.lines.credits import credit, tells_moment
from edition.importing.page.captions import is_caption
from edition.importing.page.chunks import Box, Chunk

_NEAR = 12
"""So many chunks before the article are looked at where its title is not known."""
_MOST = 0.9
"""An element with so much of the article holds its end."""
_LOWEST = 6
"""The level of the least heading."""
_TOP = 6
"""Among so many lines at the title stands its day."""
_ANSWERS = re.compile(r"\bcomments powered by\b", re.I)
"""What stands in the place where a service shows what readers answer."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The chunks of an article's text, from `start` to `end`, and the flow of each chunk of the page."""

    first: int
    """The chunk behind the title, where that stands above the text; else `start`."""
    start: int
    end: int
    flows: Sequence[Flow]
    strong: frozenset[Flow]
    """The flows that are the article's."""

    def is_in_flow(self, index: int) -> bool:
        return self.flows[index] in self.strong


def extent(
    found: Sequence[Chunk], heading: int, seeds: Sequence[int], surest: Sequence[int], chrome: Sequence[str]
) -> Extent:
    """Where the article's text stands.

    `seeds` are surely of it, and the `surest` of these most; `chrome` says of each chunk why it is the site's.
    """
    run = best_run(found, surest or seeds, chrome)
    flows, strong = _flows(found, seeds, run, chrome)
    start, end = extended(found, flows, strong, chrome, run, max(1, found[heading].level) if heading >= 0 else _LOWEST)
    if start <= heading < end:
        start = heading + 1  # what stands over the title is the site's
    above = range(heading + 1 if heading >= 0 else max(0, start - _NEAR), start)
    start = _with_paragraphs_above(found, flows, strong, chrome, above)
    last, end = end - 1, end_of(found, end, chrome)
    for index in range(last + 1, end):
        flows[index] = flows[last]  # it goes on there
    start = _with_headings_above(found, heading, start, chrome)
    start = _with_box_above(found, heading, start, chrome, seeds)
    first, start = start, _with_lines_above(found, heading + 1, start, chrome)
    own = next((one for one in flows[first:end] if one in strong), None)
    for index in range(start, first):
        flows[index] = own or flows[first]
    top = found[heading].level if heading >= 0 else 0
    end = max(end, _end_of_element(found, range(start, end), flows, strong, chrome, top))
    end = _with_only_paragraph(found, range(start, end), chrome)
    end = with_source(found, end, chrome)
    end = _before_rest_of_site(found, range(start, end), chrome, top)
    end = _next_article(found, heading, range(start, end))
    end = _next_dated(found, heading, range(start, end))
    return Extent(heading + 1 if 0 <= heading < start else start, start, end, flows, strong)


def _flows(
    found: Sequence[Chunk], seeds: Sequence[int], run: tuple[int, int], chrome: Sequence[str]
) -> tuple[list[Flow], frozenset[Flow]]:
    """The flow of each chunk, and the article's; what stands as a seed does is in the flow of that."""
    flows = [flow(chunk) for chunk in found]
    strong = strong_flows(found, flows, [index for index in seeds if run[0] <= index < run[1] and not chrome[index]])
    twins = {twin(found[index]): flows[index] for index in seeds if flows[index] in strong}
    return [
        twins.get(twin(chunk), one) if one not in strong and chunk.boxes[-1].classes and is_prose(chunk) else one
        for chunk, one in zip(found, flows, strict=True)
    ], strong


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
            and (
                (found[index].boxes[-2].classes and _close(found[index]) in own)
                or _begins_element(found, index, above.stop)
            )
        ),
        above.stop,
    )


def _begins_element(found: Sequence[Chunk], index: int, start: int) -> bool:
    """Whether a chunk is the first in an element that holds the text, too."""
    before = found[index - 1].boxes if index else ()
    return any(box is other for box in found[index].boxes for other in found[start].boxes if other not in before)


def _close(chunk: Chunk) -> tuple[tuple[str, str], ...]:
    """The tags and the first names of the two elements next to a paragraph; a bare div is as good as one."""
    return tuple(
        ("p" if box.tag == "div" and not box.classes else box.tag, box.classes.partition(" ")[0])
        for box in chunk.boxes[-2:]
    )


def _with_headings_above(found: Sequence[Chunk], heading: int, start: int, chrome: Sequence[str]) -> int:
    """From which chunk the article goes with the title of its first section, before which pictures may stand."""
    for index in range(start - 1, heading, -1):
        chunk = found[index]
        if chrome[index] or not (chunk.level or chunk.tag == "img") or (chunk.tag != "img" and is_linked(chunk)):
            break
        start = index if chunk.level else start
    return start


def _with_box_above(
    found: Sequence[Chunk], heading: int, start: int, chrome: Sequence[str], seeds: Sequence[int]
) -> int:
    """From which chunk the article goes with what it says first: a paragraph, or a box with a heading.

    Such a box tells what matters most in it.
    """
    sure, is_said = {*seeds}, False
    for index in range(start - 1, heading, -1):
        chunk = found[index]
        if chunk.tag == "img" and not chrome[index]:
            continue
        if index not in sure or chrome[index] or is_linked(chunk):
            break
        is_sentence = is_prose(chunk) and language.ends_sentence(chunk.text) and not is_caption(chunk)
        is_said = is_said or is_prose(chunk)
        start = index if (chunk.level and is_said and heading >= 0) or is_sentence else start
    return start


def _with_lines_above(found: Sequence[Chunk], first: int, start: int, chrome: Sequence[str]) -> int:
    """From which chunk the article goes with the short sentences that stand first in its first element, as points."""
    for index in range(start - 1, first - 1, -1):
        chunk, below = found[index], found[min(start, len(found) - 1)]
        is_said = language.ends_sentence(chunk.text) and not (chunk.linked or credit(chunk.text))
        if chrome[index] or not is_said or below.tag == "img" or chunk.boxes[-1] is not below.boxes[-1]:
            break
        start = index
    return start


def _end_of_element(
    found: Sequence[Chunk],
    within: range,
    flows: Sequence[Flow],
    strong: frozenset[Flow],
    chrome: Sequence[str],
    top: int,
) -> int:
    """Where the innermost element ends that holds the text, if little more stands in it, and no title as high."""
    own = [at for at in within if flows[at] in strong and not chrome[at] and found[at].tag != "img"]
    weights = Counter[int]()
    for at in own:
        weights.update({id(box): weight_of(found[at]) for box in found[at].boxes})
    whole = sum(weight_of(found[at]) for at in own)
    boxes = (box for at in own[-1:] for box in reversed(found[at].boxes))
    element = next((box for box in boxes if weights[id(box)] >= whole * _MOST), None)
    behind = [*takewhile(lambda at: any(box is element for box in found[at].boxes), range(within.stop, len(found)))]
    rest = [at for at in behind if found[at].tag != "img" and not chrome[at]]
    if sum(language.width(found[at].text) for at in rest) > whole * HALF:
        return within.stop
    links = [at for at in behind if is_linked(found[at]) and not found[at].outward]
    rest = [at for at in rest if at < min(links[1:], default=len(found))]  # behind them stand more of the site's boxes
    rest = [*takewhile(lambda at: not (_is_said_of_it(found[at].text) or 0 < found[at].level <= top), rest)]
    alone = _stand_alone(found, rest, element)
    return max((at + 1 for at in rest if _may_end(found[at], element) and at not in alone), default=within.stop)


def _stand_alone(found: Sequence[Chunk], rest: Sequence[int], element: Box | None) -> set[int]:
    """The paragraphs each of which is all that a box in the element tells: so the site speaks to its readers."""
    inner = {at: next((box for about, box in pairwise(found[at].boxes) if about is element), None) for at in rest}
    told = {(box, found[at].text) for at, box in inner.items() if not (found[at].level or is_linked(found[at]))}
    held = Counter(box for box, _ in told)
    return {
        at for at, box in inner.items()
        if box and box.tag != "p" and box.classes and held[box] == 1 and found[at].tag in ("p", "div")
        and "blockquote" not in found[at].above and not is_caption(found[at])
    }  # fmt: skip


def _is_said_of_it(text: str) -> bool:
    return bool(credit(text) or RIGHTS.search(text))


def _may_end(chunk: Chunk, element: Box | None) -> bool:
    if chunk.boxes[-1] is element and language.ends(chunk.text) and not chunk.linked:
        return True  # a sentence in no element of its own
    is_said = is_prose(chunk) and (language.ends_sentence(chunk.text) or (chunk.tag == "p" and not chunk.linked))
    is_part = is_said or not {"li", "blockquote", "figcaption"}.isdisjoint(chunk.above)
    return is_part and not is_linked(chunk) and chunk.inner < HALF


def _with_only_paragraph(found: Sequence[Chunk], within: range, chrome: Sequence[str]) -> int:
    """Where the article ends with the one paragraph under it, if it has but a heading or a standfirst; else the end."""
    told = [at for at in within if is_told(found[at]) and not chrome[at]]
    below = next((at for at in range(within.stop, len(found)) if found[at].tag != "img"), -1)
    if below < 0 or len(told) > 1 or not within:
        return within.stop
    chunk = found[below]
    is_near = any(box is found[within.stop - 1].boxes[-2] for box in chunk.boxes[-4:])
    is_paragraph = chunk.tag == "p" and is_prose(chunk) and not chunk.linked
    return below + 1 if is_near and is_paragraph and not chrome[below] else within.stop


def _before_rest_of_site(found: Sequence[Chunk], within: range, chrome: Sequence[str], top: int) -> int:
    """Where the readers' answers have their place, or the page says whose the text is and a heading as high follows.

    Else the end.
    """
    answers = (at for at in within if chrome[at] and _ANSWERS.search(found[at].text))
    if (at := next(answers, within.stop)) < within.stop and 2 * (at - within.start) > len(within):
        return at
    last = max((at for at in within if 0 < found[at].level <= top), default=-1)
    rights = (at for at in within if chrome[at] and RIGHTS.search(found[at].text) and not is_caption(found[at]))
    return next((at for at in rights if at <= last), within.stop)


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


def _next_dated(found: Sequence[Chunk], heading: int, within: range) -> int:
    """Where another article begins: at the one heading that has a line with the day under it, as the title has.

    Else the end.
    """
    words = [at for at in range(max(heading, 0), within.stop) if found[at].tag != "img"]
    if not 0 <= heading < within.start or not any(_tells_day(found[at].text) for at in words[1:_TOP]):
        return within.stop
    told = next((at for at in within if is_told(found[at]) and not found[at].level), within.stop)
    later = [at for at, below in pairwise(words) if at > told and found[at].level and _tells_day(found[below].text)]
    return later[0] if len(later) == 1 else within.stop


def _tells_day(text: str) -> bool:
    return tells_moment(text) and (said := credit(text)) is not None and not said.is_labelled
