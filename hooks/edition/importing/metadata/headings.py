"""Which heading of a page, or which line, is its article's title."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from operator import is_

from rapidfuzz import fuzz

from edition.importing.article import Finding, loose
from edition.importing.bounds.scores import is_linked, is_prose, is_told
from edition.importing.lines import language
from edition.importing.lines.chrome import is_chrome
from edition.importing.page.chunks import Chunk, innermost, worded

WINDOW = "<title>"
"""Where a title was found that is the one of the window."""
WINDOW_PARTS = re.compile(r"\s*[|｜_»«·•ㅣ‖¦]+\s*|\s*::\s*|\s+[-–—:/]+\s+|[-–—](?=[^-–—]{2,20}$)")
"""What stands between the title and the site’s name in the title of a window."""
_SHORT_TITLE = 12
_SAME = 2
"""So many words two titles that are alike have in common."""
_ROW = 5
"""In so many elements, itself among them, a heading may be called a part of the path to the page."""
_HIGH = 3
"""A heading of a lower level is not the title where one of the first ends the path to the page."""
_LONGER = re.compile(r"\w{3,}")
_ALIKE, _SHARED = 85, 50
"""So much alike, of a hundred, are a heading and a title that are the same in other words, or have some of them."""


def heading_of(
    findings: Mapping[str, Sequence[Finding]],
    values: Sequence[Finding],
    found: Sequence[Chunk],
    taken: Sequence[bool],
) -> int:
    """The heading, or the line, that is the article's title; -1: none.

    `values` are the titles that the page says of itself, `taken` says of each chunk whether the reader has it.
    """
    publishers = {loose(item.value) for item in findings["publisher"]}
    words = [index for index, has in enumerate(taken) if has and not found[index].level]
    told = (index for test in (is_told, is_prose) for index in words if test(found[index]))
    first = next(told, words[0] if words else len(found))
    heads = _headings(found, taken)
    at = _most_alike(values, found, [at for at in heads if loose(found[at].text) not in publishers], first)
    top = _top_heading(values, found, heads, first, publishers) if at < 0 or at > first else -1
    if at < 0 or (top >= 0 and found[at].level > 1 and _tells_of_same(found[top].text, values)):
        at = top
    if at < 0:
        at = _in_head(found, first)
    if at >= 0:
        at = _under_path(values, found, heads, at, first) if found[at].level == 1 else at
        return _other_part(values, found, heads, at, first) if found[at].level else at
    sure = [index for index, has in enumerate(taken) if has]
    widest = max(sure, key=lambda index: language.width(found[index].text), default=0)
    last = max(first + 2, widest)  # the reader may take a line far above, too
    return _line_of_window(findings["title"], found[:last], publishers)


def _headings(found: Sequence[Chunk], taken: Sequence[bool]) -> list[int]:
    """The headings that are seen; none in an item of a list with nothing else, which ends the path to the page."""
    heads = [index for index, chunk in enumerate(found) if chunk.level]
    heads = [index for index in heads if not found[index].is_hidden] or heads
    own = {id(box) for index, has in enumerate(taken) if has and is_prose(found[index]) for box in found[index].boxes}
    held = worded(found)
    around = [box for at in heads if found[at].level == 1 for box in found[at].boxes]
    own |= {id(box) for box in around if len(held.get(id(box), ())) > 1}
    return [at for at in heads if all(id(box) in own for box in found[at].boxes if box.tag == "li")] or heads


def _most_alike(values: Sequence[Finding], found: Sequence[Chunk], heads: Sequence[int], first: int) -> int:
    """The heading that is most like a title that the page says of itself; -1: none. The text begins with `first`."""
    best, at = 0.0, -1
    for index in heads:
        below = (100 if is_linked(found[index]) else 2) * (index > first)  # what leads to the page is in a list of it
        penalty = below + 0.5 * (found[index].level > 1) + 4 * _is_beside_it(found[index])
        for value in values:
            alike = _likeness(found[index], value.value, is_above=index <= first) - penalty
            alike -= 0.1 * (value.where == WINDOW)  # a heading for machines says the site's name, too
            if alike > max(best, _ALIKE):
                best, at = alike, index
    return at


def _likeness(heading: Chunk, title: str, *, is_above: bool) -> float:
    """How much alike a heading and a title are, of a hundred; one may be a part of the other."""
    text, other = loose(heading.text), loose(title)
    if not text or not other:
        return 0.0
    alike = 100.0 if text == other else fuzz.ratio(text, other)
    if other.startswith(text) and len(text) * 3 > len(other):
        return max(alike, 97.0 if heading.level == 1 else 94.0)
    if heading.level == 1 and re.search(rf"[:：]\s*{re.escape(heading.text)}$", title):
        return max(alike, 97.5)  # what is before the colon is a line over it
    if text.endswith(other) or (is_above and len(text) > 20 and text in other):
        return max(alike, 90.0)
    if is_above and text == loose(max(WINDOW_PARTS.split(title), key=len)):
        return max(alike, 95.0)
    return alike


def _top_heading(
    values: Sequence[Finding], found: Sequence[Chunk], heads: Sequence[int], first: int, publishers: Collection[str]
) -> int:
    """The one heading of the highest level over the text, where that is none of the site's; -1: none."""
    sites = [loose(WINDOW_PARTS.split(item.value)[-1]) for item in values[1:] if item.where == WINDOW]
    tops = [
        index for index in heads
        if found[index].level == 1 and not is_chrome(found[index].text) and not _is_beside_it(found[index])
        and not (is_linked(found[index]) and any(loose(found[index].text) in site for site in sites))
        and not (loose(found[index].text) in sites and not _tells_of_same(found[index].text, values[:1]))
        and not (values and not _tells_of_same(found[index].text, values)
                 and (is_linked(found[index]) or found[index].tag == "img"))
    ]  # fmt: skip
    free = [index for index in tops if not found[index].linked and index <= first]
    if len(free) > 1 and len({found[index].text for index in free}) == 1:
        tops = free[-1:]  # of headings that say the same, and lead nowhere, the last one stands over the text
    elif len(free) > 1 and first < len(found):
        inner = [_nearness(found[index], found[first]) for index in free]
        tops = [free[inner.index(max(inner))]] if inner.count(max(inner)) == 1 else tops  # the one next to the text
    if not tops or loose(found[tops[0]].text) in publishers or (values and tops[0] > first):
        return -1
    other = found[tops[1]] if len(tops) > 1 and tops[1] > first else None
    is_one = len(tops) == 1 or (
        other and values and (is_linked(other) or _is_like(found[tops[0]].text, values[0].value))
    )
    return tops[0] if is_one else -1


def _in_head(found: Sequence[Chunk], first: int) -> int:
    """The first heading in the head of the element `article` in which the text begins, else its first line; -1."""
    article = innermost(found[first], "article") if first < len(found) else None
    head = [
        index
        for index, chunk in enumerate(found[:first])
        if article
        and any(box is article for box in chunk.boxes)
        and any(box.tag in ("header", "hgroup") for box in chunk.boxes)
        and chunk.tag not in ("img", "figcaption", "button")
        and not (chunk.linked or is_chrome(chunk.text) or any(box.chrome for box in chunk.boxes))
    ]
    return next((index for index in head if found[index].level), head[0] if head else -1)


def _is_like(one: str, other: str) -> bool:
    """Whether two titles begin with the same words."""
    first, second = one.casefold().split(), other.casefold().split()
    return first[:_SAME] == second[:_SAME] and len(first) > _SAME


def _tells_of_same(heading: str, values: Sequence[Finding]) -> bool:
    """Whether a heading has much of the words of a title, in whatever order."""
    return any(fuzz.token_set_ratio(heading.casefold(), value.value.casefold()) > _SHARED for value in values)


def _line_of_window(titles: Sequence[Finding], before: Sequence[Chunk], publishers: Collection[str]) -> int:
    """The last line before the text that is the title, or what stands in the window’s beside the site’s name; -1."""
    lines = {
        loose(chunk.text if is_whole else chunk.text.partition(": ")[2]): at  # behind the word for its sort
        for is_whole in (False, True)
        for at, chunk in enumerate(before)
        if chunk.tag != "img" and not (chunk.linked or any(box.chrome for box in chunk.boxes))
    }
    for title, where in titles[:1]:
        borders = list(WINDOW_PARTS.finditer(title))
        ends = [*(one.start() for one in borders), len(title)]
        starts = (0, *(one.end() for one in borders)) if where == WINDOW else (0,)  # the site may come first there
        parts = {title[start:end] for start in starts for end in ends}
        parts -= {title} if borders and where == WINDOW else set()
        for part in sorted(parts, key=len, reverse=True):
            if language.width(part) >= _SHORT_TITLE and loose(part) in lines.keys() - publishers:
                return lines[loose(part)]
        whole = loose(title) if where == WINDOW else ""  # nothing may stand between it and the site's name
        most = [
            line for line in lines if line in (whole[: len(line)], whole[-len(line) :]) and 2 * len(line) > len(whole)
        ]
        return lines[max(most, key=len)] if most else -1
    return -1


def _under_path(values: Sequence[Finding], found: Sequence[Chunk], heads: Sequence[int], at: int, first: int) -> int:
    """The heading nearer to the text that says the title in other words, where one ends the path to it; else `at`.

    The path's names say that it is one, or the heading has none but links before it in its row, and none behind it.
    """
    boxes = found[at].boxes
    held = worded(found)
    row = next((held[id(box)] for box in reversed(boxes) if len(held.get(id(box), ())) > 1), [])
    is_named = any("crumb" in f"{box.names} {box.chrome}".casefold() for box in boxes[-_ROW:])
    if first < len(found) and (is_named or (row[-1:] == [at] and all(map(_is_step, found[row[0] : at])))):
        said = [Finding(found[at].text, ""), *values]
        least = _nearness(found[at], found[first]) + (not is_named)
        for one in (one for one in heads if at < one < first and found[one].level <= _HIGH):
            common = {*_LONGER.findall(found[at].text.casefold())} & {*_LONGER.findall(found[one].text.casefold())}
            is_same = len(common) >= _SAME or _tells_of_same(found[one].text, said)
            is_near = _nearness(found[one], found[first]) >= least
            wide, own = language.width(found[one].text), language.width(found[at].text)
            is_title = own <= 2 * wide <= 4 * own  # and no part of it, nor a standfirst
            is_title = is_title and not any(map(is_prose, found[at + 1 : one]))
            if is_near and is_same and is_title and not (is_linked(found[one]) or _is_beside_it(found[one])):
                return one
    return at


def _nearness(chunk: Chunk, other: Chunk) -> int:
    """How many elements hold both."""
    return sum(map(is_, chunk.boxes, other.boxes))


def _is_step(chunk: Chunk) -> bool:
    """Whether a chunk is a link, or several, in no element that is a path of its own."""
    return chunk.tag == "img" or (is_linked(chunk) and not any(box.tag == "nav" for box in chunk.boxes))


def _other_part(values: Sequence[Finding], found: Sequence[Chunk], heads: Sequence[int], at: int, first: int) -> int:
    """The line under a heading that is a part of the window's title, where the heading is the site's; else the heading.

    Nothing but the window tells the title there, and the heading is none of its parts, or not the longest one; or it is
    a link, and another has the last part.
    """
    if len(values) != 1 or values[0].where != WINDOW:
        return at
    window = values[0].value
    if is_linked(found[at]) and window.startswith(found[at].text):
        behind = rf"(?:{WINDOW_PARTS.pattern}|[:：]\s+)"
        later = (index for index in heads if index > at)
        return next((one for one in later if re.search(f"{behind}{re.escape(found[one].text)}$", window)), at)
    parts = [*map(loose, WINDOW_PARTS.split(window))]
    has_parts = len(WINDOW_PARTS.split(found[at].text)) > 1 and window.startswith(found[at].text)
    if has_parts or loose(found[at].text) in (loose(window), max(parts, key=len)):
        return at
    return next(
        (
            index
            for index in range(at + 1, min(len(found), first + 2))
            if language.width(found[index].text) >= 2 * _SHORT_TITLE
            and loose(found[index].text) in parts
            and loose(found[index].text) != loose(found[at].text)
            and not any(box.chrome for box in found[index].boxes)
        ),
        at,
    )


def _is_beside_it(chunk: Chunk) -> bool:
    """Whether a heading stands in what surrounds articles, as that of a related one does."""
    return any(box.chrome and box.tag in ("nav", "footer", "aside") for box in chunk.boxes)
