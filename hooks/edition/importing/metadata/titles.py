"""The title as a page shows it: the heading or the line that it is, and the headings that say it again."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from rapidfuzz import fuzz

from edition.importing.article import Finding, loose, tidy
from edition.importing.bounds.scores import is_prose
from edition.importing.lines import language
from edition.importing.lines.chrome import is_chrome
from edition.importing.metadata.linked_data import plain
from edition.importing.metadata.names import authors
from edition.importing.metadata.provenance import fitting
from edition.importing.page.captions import is_caption
from edition.importing.page.chunks import Chunk, worded
from edition.importing.page.open_elements import site_of

WINDOW = "<title>"
"""Where a title was found that is the one of the window."""
_WINDOW_PARTS = re.compile(r"\s*[|｜_»«·•ㅣ‖¦]+\s*|\s*::\s*|\s+[-–—:/]+\s+|[-–—](?=[^-–—]{2,20}$)")
"""What stands between the title and the site’s name in the title of a window."""
_SITE = re.compile(r"(?:[\w-]+\.)+(?!js)[a-z]{2,4}")
"""A site's name that is its address."""
_ORNAMENT = re.compile("^[\u25a0-\u25ff]\ufe0f?\\s*")
"""What sites put before a title where it is to catch the eye among others."""
_OWNED = re.compile(
    r"(?:©|ⓒ|\(c\)|\bcopyright\b)(?:\s*(?:©|\(c\)|by\b|[\d–,-]+))*\s*(?P<name>[^\W\d][^.,;|·()\d]{1,40}?)(?=\s*(?:[.,;|·()\d]|$))",
    re.I,
)
"""Whose a page is."""
_OWNER = 200
"""So wide is a line at most that says so."""
_COUNT = r"[^\W\d]{4,14}\d+"
"""How many comments there are, behind a title."""
_SHORT_TITLE = 12
_SAME = 2
"""So many words the first of several headings has in common with the title of the window."""
_ALIKE = 85
"""So much alike, of a hundred, are a heading and a title that are the same in other words."""


def settle_title(findings: dict[str, list[Finding]], found: Sequence[Chunk], taken: Sequence[bool]) -> int:
    """Puts the title as the page shows it first among the findings, and gives its heading's index; -1: none."""
    shown_as = {_typed(chunk.text) for chunk in found if chunk.level}
    values = [
        value if value.value in shown_as else Finding(tidy(plain(value.value)), value.where)  # escaped once too often
        for value in findings["title"]
    ]
    beside = {loose(item.value) for item in (*findings["publisher"], *findings.pop("section", ()))}
    values = [
        value
        if value.value in shown_as and _without_site(value.value, beside) not in shown_as
        else Finding(_without_site(_ORNAMENT.sub("", value.value), beside), value.where)
        for value in values
    ]
    first = next((index for index, has in enumerate(taken) if has and not found[index].level), len(found))
    heads = [index for index, chunk in enumerate(found) if chunk.level]
    heads = [index for index in heads if not found[index].is_hidden] or heads
    own = {id(box) for index, has in enumerate(taken) if has and is_prose(found[index]) for box in found[index].boxes}
    held = worded(found)
    around = [box for at in heads if found[at].level == 1 for box in found[at].boxes]
    own |= {id(box) for box in around if len(held.get(id(box), ())) > 1}
    heads = [
        index for index in heads if all(id(box) in own for box in found[index].boxes if box.tag == "li")
    ] or heads  # an item of a list with nothing else ends the path to the page
    publishers = {loose(item.value) for item in findings["publisher"]}
    best, at = 0.0, -1
    for index in heads:
        text = loose(found[index].text)
        for value in values:
            other = loose(value.value)
            if not text or not other or text in publishers:  # the site’s own name over its pages
                continue
            alike = 100.0 if text == other else fuzz.ratio(text, other)
            if other.startswith(text) and len(text) * 3 > len(other):
                alike = max(alike, 97.0 if found[index].level == 1 else 94.0)
            elif text.endswith(other) or (index <= first and len(text) > 20 and text in other):
                alike = max(alike, 90.0)
            elif index <= first and text == loose(max(_WINDOW_PARTS.split(value.value), key=len)):
                alike = max(alike, 95.0)
            alike -= 2 * (index > first) + 0.5 * (found[index].level > 1) + 4 * _is_beside_it(found[index])
            if alike > max(best, _ALIKE):
                best, at = alike, index
    tops = [
        index for index in heads
        if found[index].level == 1 and not is_chrome(found[index].text) and not _is_beside_it(found[index])
    ]  # fmt: skip
    free = [index for index in tops if not found[index].linked and index <= first]
    if len(free) > 1 and len({found[index].text for index in free}) == 1:
        tops = free[-1:]  # of headings that say the same, and lead nowhere, the last one stands over the text
    if (
        at < 0
        and tops
        and (len(tops) == 1 or (tops[1] > first and values and _is_like(found[tops[0]].text, values[0].value)))
        and (not values or tops[0] <= first)
        and loose(found[tops[0]].text) not in publishers
    ):
        at = tops[0]
    if at < 0:
        sure = [index for index, has in enumerate(taken) if has]
        widest = max(sure, key=lambda index: language.width(found[index].text), default=0)
        at = _line_of_window(findings, found[: max(first + 2, widest)])  # the reader may take a line far above, too
    elif found[at].level:
        at = _other_part(values, found, at, first)
    if at >= 0:
        shown = found[at].text
        shown = _without_byline(shown, [item.value for item in values])
        same = [item for item in values if loose(item.value) == loose(shown)]
        said = [re.escape(loose(item.value)) for item in values]
        within = any(re.fullmatch(rf".*{one}|{one}{_COUNT}", loose(shown)) for one in said)
        known = not found[at].level and any(item.value == shown and item.where != WINDOW for item in same)
        fullest = max(same, key=lambda item: (_signs(item), item.value == shown), default=None)
        if fullest and fullest.value != shown and _signs(fullest) >= len("".join(shown.split())):
            # What stands over it has a line of its own there, and a colon here.
            values.insert(0, fullest)
        elif (same or not within) and not known and (title := fitting("title", shown)):
            where = f"<h{found[at].level}>" if found[at].level else "a line of the page, and a part of <title>"
            values.insert(0, Finding(title, where))
    unique: dict[str, Finding] = {}
    for value in values:
        unique.setdefault(value.value, value)
    findings["title"] = list(unique.values())
    titles = {loose(title) for title in unique if len(title.split()) > _SAME}
    findings["publisher"] = [item for item in findings["publisher"] if loose(item.value) not in titles]
    return at


def _owners(findings: dict[str, list[Finding]], found: Sequence[Chunk]) -> set[str]:
    """What the site is called as its address is, and those who say that the page is theirs."""
    owned = (_OWNED.search(chunk.text) for chunk in found if language.width(chunk.text) <= _OWNER)
    names = [site_of(item.value).partition(".")[0] for item in findings["URL"]] + [one["name"] for one in owned if one]
    return {loose(name) for name in names} - {""}


def _is_like(one: str, other: str) -> bool:
    """Whether two titles begin with the same words."""
    first, second = one.casefold().split(), other.casefold().split()
    return first[:_SAME] == second[:_SAME] and len(first) > _SAME


def _signs(title: Finding) -> int:
    return len("".join(title.value.split()))


def _without_site(title: str, beside: Collection[str]) -> str:
    """A title without the site's name, and the section's, before or behind it."""
    title = re.sub(rf"^{_SITE.pattern}:\s+(?=\S)", "", title)
    pieces = list(_WINDOW_PARTS.finditer(title))
    start, end = 0, len(title)
    for piece in reversed(pieces):
        if not _is_of_site(title[piece.end() : end], beside):
            break
        end = piece.start()
    for piece in pieces:
        if piece.start() >= end or not _is_of_site(title[start : piece.start()], beside):
            break
        start = piece.end()
    return title[start:end].strip() or title


def _is_of_site(part: str, beside: Collection[str]) -> bool:
    return loose(part) in beside or bool(_SITE.fullmatch(part.strip()))


def _without_byline(shown: str, values: Sequence[str]) -> str:
    """A heading without the author's name at its end, where the page says the title without it."""
    for value in values:
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(shown, value, strict=False))
        title = "".join(sign for sign, _ in alike).rstrip()
        name, more = shown[len(title) :].strip(), value[len(title) :].strip()
        is_whole = title and (not more or more[0] in "(（|｜:：")
        if name and is_whole and authors(name, values) and not any(name in one for one in values):
            return title
    return shown


def add_site_of_window(findings: dict[str, list[Finding]]) -> None:
    """Takes for the publisher what alone stands behind the title in that of the window, where nothing else tells it."""
    title = findings["title"][0].value if findings["title"] else ""
    windows = [item.value for item in findings["title"] if item.where == WINDOW]
    for window in () if findings["publisher"] else windows:
        rest = re.fullmatch(r"\s*[|｜]\s*([^|｜]{2,40})", window.removeprefix(title))
        if rest and title and window.startswith(title):
            findings["publisher"].append(Finding(rest[1].strip(), f"{WINDOW}, behind the title"))


def drop_site_of_window(findings: dict[str, list[Finding]], found: Sequence[Chunk]) -> None:
    """Takes the site's name out of the title, where that is the window's and the page says what the site is called."""
    for first in findings["title"][:1]:
        said = {loose(item.value) for item in findings["publisher"]}
        title = _without_site(first.value, said | _owners(findings, found)).strip(" |｜")
        if first.where == WINDOW and title != first.value:
            findings["title"].insert(0, Finding(title, WINDOW))


def drop_site_as_author(findings: dict[str, list[Finding]]) -> None:
    """Takes out an author who is called as the site, as the title of the window ends, where the page names another."""
    sites = {_WINDOW_PARTS.split(item.value)[-1].strip() for item in findings["title"] if item.where == WINDOW}
    others = [item for item in findings["author"] if item.value not in sites]
    findings["author"] = others or findings["author"]


def headings_of_title(
    found: Sequence[Chunk], heading: int, titles: Sequence[Finding], reasons: Sequence[str]
) -> list[int]:
    """The heading with the title, and headings between it and the text that say it again."""
    if heading < 0:
        return []
    said = {loose(item.value) for item in titles} | {loose(found[heading].text)}
    again = []
    paragraphs = 0
    for index in range(heading + 1, len(found)):
        if not (reasons[index] or found[index].level or found[index].tag == "img" or is_caption(found[index])):
            paragraphs += 1
            if paragraphs > 1:  # one may be a standfirst
                break
            continue
        words = loose(found[index].text)
        if (
            found[index].level
            and words
            and any(words == one or (one in words and 20 < len(one) > len(words) / 2) for one in said if one)
        ):
            again.append(index)
    return [heading, *again]


def _line_of_window(findings: dict[str, list[Finding]], before: Sequence[Chunk]) -> int:
    """The last line before the text that is the title, or what stands in the window’s beside the site’s name; -1."""
    publishers = {loose(item.value) for item in findings["publisher"]}
    lines = {
        loose(chunk.text): at
        for at, chunk in enumerate(before)
        if chunk.tag != "img" and not (chunk.linked or any(box.chrome for box in chunk.boxes))
    }
    for title, where in findings["title"][:1]:
        borders = list(_WINDOW_PARTS.finditer(title))
        ends = [*(one.start() for one in borders), len(title)]
        parts = {title[start:end] for start in (0, *(one.end() for one in borders)) for end in ends}
        parts -= {title} if borders else set()
        for part in sorted(parts, key=len, reverse=True) if where == WINDOW else [title]:
            if language.width(part) >= _SHORT_TITLE and loose(part) in lines.keys() - publishers:
                return lines[loose(part)]
    return -1


def _other_part(values: Sequence[Finding], found: Sequence[Chunk], at: int, first: int) -> int:
    """The line under a heading that is a part of the window's title, where the heading is the site's; else the heading.

    Nothing but the window tells the title there, and the heading is none of its parts, or not the longest one.
    """
    parts = [*map(loose, _WINDOW_PARTS.split(values[0].value))] if values else []
    if (
        len(values) != 1
        or values[0].where != WINDOW
        or loose(found[at].text) in (loose(values[0].value), max(parts, key=len))
    ):
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


def _typed(text: str) -> str:
    return tidy(re.sub("[\u00ad\u200b\u2060]", "", text))
