"""Where the article stands in a page: the stretch that the reader took most of, and what stands there alike.

A page's paragraphs stand side by side in an element, or in several of one form, as a builder of pages makes them:
that is a flow. What the reader took shows which flows are the article's; what it left out of them belongs to it too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from edition.importing import language
from edition.importing.chrome import chrome_name, is_chrome
from edition.importing.chunks import Box, Chunk, is_caption

_CONTENT = frozenset(
    "p h1 h2 h3 h4 h5 h6 li ul ol blockquote q dl dt dd figure figcaption pre center br font span a b strong i em u "
    "table thead tbody tfoot tr td th caption ruby mark small big cite code sup sub".split()
)
_LEDE = re.compile(
    r"(?:^|[-_ ])(?:lead|lede|standfirst|stand-first|summary|intro|introduction|sub-?title|sub-?head(?:line)?|dek|deck|"
    r"excerpt|abstract|chapo|chapeau|sottotitolo|occhiello|entradilla|bajada|ingress|vorspann|teaser-text|perex|"
    r"article-?desc(?:ription)?|sapo|spot)(?:$|[-_ ])",
    re.I,
)
_LINE_NUMBERS = re.compile(r"\d+(?:\n\d+)*")
_HALF, _PART = 0.5, 0.3
"""An element with so much of the article is no chrome, whatever it is; or whatever its names say."""
_STRONG = 0.08
"""A flow with so much of what the reader took is the article's own."""
_LINKED = 0.4
_CARDS = 3
"""A flow in so many elements is one of other articles, where most of its chunks are so much of links."""
_CONTROLS = frozenset("form button input select textarea label".split())
_ALL_LINKS, _MOSTLY_LINKS = 0.9, 0.7
_PARAGRAPH = 60
"""A line as wide is a paragraph."""
_OFTEN = 3
"""A heading or a paragraph that stands in the page so many times is the site's."""
_GAP = 12
"""So many chunks of others may stand between two of the article in one element."""
_TEASER = 260
"""A line that is little but a link is at most as wide."""
LINK, OUTSIDE = "nothing but a link to another page", "outside the article"
"""Reasons why a chunk is none of the article."""
_NAMED = "within “"
_AGAIN = "stands in the page"
Flow = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Region:
    """The chunks from `start` to `end`; the boxes that are wrappers of most of it; why each chunk is none of it."""

    start: int
    end: int
    wrappers: frozenset[int]
    reasons: tuple[str, ...]
    alone: frozenset[int]
    """The chunks that are taken though the reader left them out."""


def region(
    found: Sequence[Chunk], taken: Sequence[bool], heading: int, ledes: Sequence[str], notes: Collection[str]
) -> Region:
    """Which chunks are the article's.

    `taken` says of each whether the reader has it, `heading` which one is the title (-1: none), `ledes` what the page
    says of itself in a sentence or two, and `notes` the ids to which signs in the text lead, as to footnotes.
    """
    sure = _seeds(found, taken)
    seeds = _with_their_like(found, sure)
    weights: Counter[int] = Counter()
    for index in seeds:
        for box in found[index].boxes:
            weights[id(box)] += _weight(found[index])
    whole = sum(_weight(found[index]) for index in seeds)
    wrappers = frozenset(number for number, weight in weights.items() if weight >= whole * _HALF)
    parts = frozenset(number for number, weight in weights.items() if weight >= whole * _PART)
    surely = {index for index in seeds if _is_prose(found[index]) and language.stops(found[index].text)}
    together: Counter[str] = Counter()  # where each paragraph has a wrapper of its own, all of one name
    for index in seeds:
        for word in {chrome_name(box.names) for box in found[index].boxes if box.chrome.startswith(_NAMED)}:
            together[word] += _weight(found[index])
    parts |= {
        id(box)
        for chunk in found
        for box in chunk.boxes
        if box.chrome.startswith(_NAMED) and together[chrome_name(box.names)] >= whole * _PART
    }
    chrome = [_chrome(chunk, wrappers, parts, own=index in surely) for index, chunk in enumerate(found)]
    flows = [flow(chunk) for chunk in found]
    run = _run(found, seeds, chrome)
    strong = _strong(found, flows, [index for index in seeds if run[0] <= index < run[1] and not chrome[index]])
    twins = {_twin(found[index]): flows[index] for index in seeds if flows[index] in strong}
    flows = [
        twins.get(_twin(chunk), one) if one not in strong and chunk.boxes[-1].classes and _is_prose(chunk) else one
        for chunk, one in zip(found, flows, strict=True)
    ]
    start, end = _extended(found, flows, strong, chrome, run)
    before = start - 1
    while (
        before > heading
        and (found[before].level or found[before].tag == "img")
        and not _is_set_apart(found, chrome, before)
    ):
        start = before if found[before].level else start  # the title of the first section
        before -= 1
    first = heading + 1 if 0 <= heading < start else start
    boxes = _apart(found, flows, strong, range(start, end))
    reasons = list(chrome)
    alone: set[int] = set()
    own = set(sure)
    for index, chunk in enumerate(found):
        if first <= index < start and chrome[index].startswith(_NAMED) and _is_lede(chunk, ledes):
            reasons[index] = ""  # as the page itself says, whatever the names around it
            continue
        if reasons[index]:
            continue
        if not start <= index < end:
            is_lede = first <= index < start and _is_lede(chunk, ledes, taken=taken[index])
            is_note = end <= index and any(box.id and box.id in notes for box in chunk.boxes)
            reasons[index] = "" if is_lede or is_note else OUTSIDE
        elif chunk.tag == "pre" and _LINE_NUMBERS.fullmatch(chunk.text) and _has_code_beside(found, index):
            reasons[index] = "the numbers of the lines of code"
        elif chunk.tag != "img":
            reasons[index] = _reason(chunk, taken[index], strong=flows[index] in strong, apart=boxes.get(index))
        if (
            not reasons[index]
            and chunk.tag not in ("tr", "img")
            and index not in own
            and not chunk.level
            and not taken[index]
        ):
            alone.add(index)
    _drop_doubles(found, reasons, flows, strong)
    _drop_empty_headings(found, reasons, flows, strong, range(start, end))
    return Region(first, end, wrappers, tuple(reasons), frozenset(alone))


def flow(chunk: Chunk) -> Flow:
    """The elements around the paragraph, each by its tag and its names without numbers."""
    return tuple(
        (box.tag, re.sub(r"\d+", "", box.classes))
        for box in chunk.boxes
        if box.tag not in _CONTENT or (chunk.tag != "tr" and box.tag in ("td", "th"))
    )


def _has_code_beside(found: Sequence[Chunk], index: int) -> bool:
    following = found[index + 1 : index + 2]
    return bool(following) and following[0].tag == "pre" and not _LINE_NUMBERS.fullmatch(following[0].text)


def _weight(chunk: Chunk) -> int:
    return round(language.width(chunk.text) * (1 - min(chunk.linked, 1)))


def _seeds(found: Sequence[Chunk], taken: Sequence[bool]) -> list[int]:
    """The chunks that are surely paragraphs of something: what the reader has, or all that reads like prose."""
    usable = [
        index for index, chunk in enumerate(found)
        if chunk.tag not in ("img", "title") and not is_chrome(chunk.text)
    ]  # fmt: skip
    seeds = [index for index in usable if taken[index] and not _is_linked(found[index])]
    if sum(_weight(found[index]) for index in seeds) >= _PARAGRAPH:
        return seeds
    prose = [index for index in usable if _is_prose(found[index])]
    free = [index for index in prose if not _chrome(found[index], frozenset(), frozenset())]
    # Where nearly all that reads like prose stands in what is called chrome, that is the article.
    most = sum(_weight(found[index]) for index in prose) * _PART
    seeds = free if sum(_weight(found[index]) for index in free) >= most else prose
    return seeds or [index for index in usable if not _chrome(found[index], frozenset(), frozenset())]


def _with_their_like(found: Sequence[Chunk], seeds: Sequence[int]) -> list[int]:
    """The seeds with the other paragraphs of the elements in which they stand, where the reader took a few of many."""
    elements = {id(_element(found[index])) for index in seeds if _is_prose(found[index]) or found[index].level}
    like = {
        index
        for index, chunk in enumerate(found)
        if chunk.tag != "img"
        and _is_prose(chunk)
        and language.stops(chunk.text)
        and id(_element(chunk)) in elements
        and not is_chrome(chunk.text)
    }
    return sorted({*seeds, *like})


def _is_prose(chunk: Chunk) -> bool:
    return language.width(chunk.text) >= _PARAGRAPH and chunk.linked < _HALF


def _chrome(chunk: Chunk, wrappers: frozenset[int], parts: frozenset[int], *, own: bool = False) -> str:
    """Why an element around the chunk is the site's; none that holds most of the article is.

    `own`: the chunk is surely a paragraph, whatever the names of its own element say.
    """
    for box in chunk.boxes:
        if own and box.tag == "p" and box.chrome.startswith(_NAMED):
            continue
        if box.chrome and id(box) not in (parts if box.chrome.startswith(_NAMED) else wrappers):
            return box.chrome
    return "reads like a button of the site" if chunk.tag != "img" and is_chrome(chunk.text) else ""


def _run(found: Sequence[Chunk], seeds: Sequence[int], chrome: Sequence[str]) -> tuple[int, int]:
    """From which to which chunk the article goes: the run that has most of what was taken and least of the rest."""
    is_seed = set(seeds)
    best, best_start, best_end, sum_, start = 0, 0, len(found), 0, 0
    for index, chunk in enumerate(found):
        if index in is_seed and not chrome[index]:
            sum_ += _weight(chunk)
        elif chunk.tag not in ("img", "tr", "pre") and not chunk.level:
            sum_ -= language.width(chunk.text) // 2
        if sum_ <= 0:
            sum_, start = 0, index + 1
        elif sum_ > best:
            best, best_start, best_end = sum_, start, index + 1
    return best_start, best_end


def _strong(found: Sequence[Chunk], flows: Sequence[Flow], seeds: Sequence[int]) -> frozenset[Flow]:
    """The flows that have much of what was taken; all where they have less than most of it together."""
    taken: dict[Flow, list[int]] = {}
    for index in seeds:
        taken.setdefault(flows[index], []).append(index)
    members: dict[Flow, list[Chunk]] = {}
    for chunk, one in zip(found, flows, strict=True):
        if one in taken and chunk.tag != "img" and "li" not in chunk.above:
            members.setdefault(one, []).append(chunk)
    weights = {
        one: sum(_weight(found[index]) for index in indices)
        for one, indices in taken.items()
        if not _is_of_others(members.get(one, ()))
    }
    whole = sum(weights.values())
    strong = frozenset(one for one, weight in weights.items() if weight >= whole * _STRONG)
    return strong if strong and sum(weights[one] for one in strong) >= whole * _HALF else frozenset(taken)


def _is_of_others(members: Sequence[Chunk]) -> bool:
    """Whether a flow is one of other articles, each in an element with its link, or says the same again and again."""
    if len({id(_element(chunk)) for chunk in members}) < _CARDS:
        return False
    linked = sum(chunk.linked >= _LINKED for chunk in members)
    return linked > len(members) * _HALF or len({chunk.text for chunk in members}) < len(members) * _HALF


def _extended(
    found: Sequence[Chunk], flows: Sequence[Flow], strong: frozenset[Flow], chrome: Sequence[str], run: tuple[int, int]
) -> tuple[int, int]:
    """The run from the first to the last chunk in a flow of the article's, and what stands around it in such a flow."""
    own = [index for index in range(*run) if flows[index] in strong and not chrome[index]]
    if not own:
        return run
    start, end = own[0], own[-1] + 1
    elements = {id(_element(found[index])) for index in own}
    for step, edge in ((1, end), (-1, start - 1)):
        gap = 0
        for index in range(edge, len(found) if step > 0 else -1, step):
            chunk = found[index]
            if chrome[index] or chunk.tag == "img" or (_is_linked(chunk) and step > 0):
                continue
            # In another element of the same form nothing may stand between; in the same one, a picture's caption may.
            if flows[index] in strong and not _is_linked(chunk) and (not gap or id(_element(chunk)) in elements):
                start, end, gap = min(start, index), max(end, index + 1), 0
                elements.add(id(_element(chunk)))
                continue
            gap += 1
            if gap > _GAP:
                break
    while end > start and (found[end - 1].level or chrome[end - 1]):
        end -= 1  # a heading over what is none of it
    return start, end


def _twin(chunk: Chunk) -> tuple[str, ...]:
    """What paragraphs have in common that stand in parts of the article, such as those between its advertisements."""
    return (chunk.boxes[-1].classes, *(f"{box.tag} {box.classes.partition(' ')[0]}" for box in chunk.boxes))


def _element(chunk: Chunk) -> Box:
    """The innermost element in which the paragraph stands beside others."""
    return next(
        (box for box in reversed(chunk.boxes) if box.tag not in _CONTENT or box.tag in ("td", "th")), chunk.boxes[0]
    )


def _apart(found: Sequence[Chunk], flows: Sequence[Flow], strong: frozenset[Flow], within: range) -> dict[int, bool]:
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
    of_site = {
        around[index]
        for index in around
        if found[index].linked >= _HALF
        or (found[index].tag != "img" and any(box.tag in _CONTROLS for box in found[index].boxes))
        or (found[index].tag != "img" and is_chrome(found[index].text))
    }
    return {index: box in of_site for index, box in around.items() if index in within}


def _is_set_apart(found: Sequence[Chunk], chrome: Sequence[str], index: int) -> bool:
    return bool(chrome[index]) or (found[index].tag != "img" and _is_linked(found[index]))


def _is_linked(chunk: Chunk) -> bool:
    """Whether the chunk is a link to another page, or little else."""
    most = _ALL_LINKS if chunk.level or "li" in chunk.above or chunk.tag == "tr" else _MOSTLY_LINKS
    if most == _MOSTLY_LINKS and not language.ends(chunk.text):
        most = _HALF
    if language.stops(chunk.text) and language.width(chunk.text) >= _PARAGRAPH and not chunk.level:
        return False  # a sentence
    return chunk.linked >= most and language.width(chunk.text) <= _TEASER


def _is_lede(chunk: Chunk, ledes: Sequence[str], *, taken: bool | None = None) -> bool:
    """Whether a chunk between the title and the text is the article's standfirst; `taken` None: by `ledes` alone."""
    words = re.sub(r"\s+", "", chunk.text)
    if chunk.tag == "img" or _is_linked(chunk) or language.width(words) < _PARAGRAPH // 2:
        return False
    said = [re.sub(r"\s+", "", lede) for lede in ledes]
    if any(words in one or (len(one) > _PARAGRAPH // 2 and one[: _PARAGRAPH // 2] in words) for one in said):
        return True
    named = "li" not in chunk.above and any(_LEDE.search(box.classes) for box in chunk.boxes[-2:])
    return taken is not None and (taken or named) and language.width(words) >= _PARAGRAPH


def _reason(chunk: Chunk, taken: bool, *, strong: bool, apart: bool | None) -> str:
    """Why a chunk within the region is not taken; empty where it is. `apart`: see `_apart`."""
    if _is_linked(chunk) and not re.match(r"(?:https?://|www\.)\S+$", chunk.text):
        return LINK
    if strong or "figcaption" in chunk.above or (is_caption(chunk) and not apart) or (taken and not apart):
        return ""
    if apart:
        return "stands in a box of the site"
    prose = language.width(chunk.text) >= _PARAGRAPH and language.stops(chunk.text)
    return "" if prose or "blockquote" in chunk.above else "the reader does not take it for the article’s"


def _drop_doubles(found: Sequence[Chunk], reasons: list[str], flows: Sequence[Flow], strong: frozenset[Flow]) -> None:
    """Sets aside what stands in the page a second time: a caption's or a lede's copy, and none of the paragraphs."""
    first: dict[str, int] = {}
    often = Counter(
        chunk.text for chunk, reason in zip(found, reasons, strict=True)
        if not reason and (chunk.level or language.width(chunk.text) > _PARAGRAPH)
    )  # fmt: skip
    for index, chunk in enumerate(found):
        if not reasons[index] and often[chunk.text] >= _OFTEN and flows[index] not in strong:
            reasons[index] = f"{_AGAIN} {often[chunk.text]} times"
        if reasons[index] or chunk.tag in ("tr", "img") or language.width(chunk.text) <= _PARAGRAPH:
            continue
        earlier = first.setdefault(chunk.text, index)
        if earlier != index and not (flows[index] in strong and flows[earlier] in strong):
            gone = earlier if flows[index] in strong else index
            reasons[gone] = f"{_AGAIN} a second time"
            first[chunk.text] = index if gone == earlier else earlier


def _is_short(chunk: Chunk) -> bool:
    return not chunk.level and language.width(chunk.text) < _PARAGRAPH and chunk.linked < _HALF


def _drop_empty_headings(
    found: Sequence[Chunk], reasons: list[str], flows: Sequence[Flow], strong: frozenset[Flow], within: range
) -> None:
    """Sets aside the headings of what was set aside: nothing that is kept follows before the next as high."""
    for index in reversed(within):
        chunk = found[index]
        if reasons[index] or not chunk.level:
            continue
        weak, empty = flows[index] not in strong, False
        for at in range(index + 1, within.stop):
            if (
                found[at].tag == "img"
                or reasons[at].startswith(_AGAIN)
                or (reasons[at] and language.width(found[at].text) < _PARAGRAPH and not weak)
            ):
                continue
            if reasons[at] and weak and _is_short(found[at]):
                continue
            if reasons[at] and (weak or found[at].level or _is_linked(found[at])):
                empty = True
                if weak:
                    break
                continue
            empty = empty and bool(found[at].level) and found[at].level <= chunk.level
            break
        if empty:
            reasons[index] = "the heading of what was set aside"
