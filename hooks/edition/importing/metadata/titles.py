"""The title of an article: as the page shows it, without the site's name, and the headings that say it again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from edition.importing.article import Finding, loose, tidy
from edition.importing.lines import language
from edition.importing.metadata.headings import WINDOW, WINDOW_PARTS, heading_of
from edition.importing.metadata.linked_data import plain
from edition.importing.metadata.names import authors
from edition.importing.metadata.provenance import fitting
from edition.importing.page.captions import is_caption
from edition.importing.page.chunks import Chunk
from edition.importing.page.open_elements import site_of
from edition.text import HAN

_SITE = re.compile(r"(?:[\w-]+\.)+(?!js)[a-z]{2,4}")
"""A site's name that is its address."""
_ORNAMENT = re.compile("^(?:[\u25a0-\u25ff]\ufe0f?\\s*|»\\s+)")
"""What sites put before a title where it is to catch the eye among others."""
_OWNED = re.compile(
    r"(?:©|ⓒ|\(c\)|\bcopyright\b)(?:\s*(?:©|\(c\)|by\b|[\d–,-]+))*\s*(?P<name>[^\W\d][^.,;|·()\d]{1,40}?)(?=\s*(?:[.,;|·()\d]|$|"
    r"(?:all rights|alle rechte|tous droits|todos os|todos los|tutti i|все права|무단)\b))",
    re.I,
)
"""Whose a page is."""
_PERSON = re.compile(
    rf"(?!(?:the|der|die|das|les?|la|el|los|las|il|lo|de|het|το|η|ο|οι|τα)\s)[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*)"
    rf"{{1,2}}|[{HAN}]{{2,4}}|[가-힣]{{2,3}}",
    re.I,
)
"""What may be somebody's name, though a site is called so: theirs."""
_OWNER = 200
"""So wide is a line at most that says so."""
_CUT = re.compile(r"\s*(?:…|\.\.\.)$")
"""How a title ends that a site has cut off."""
_COUNT = r"[^\W\d]{4,14}\d+"
"""How many comments there are, behind a title."""
_PAGE = re.compile(r"\s*[(（]\d{1,2}\s?/\s?\d{1,2}\s?(?:ページ|[页頁])[)）]$")
"""Which of its pages it is, behind a title."""
_SAME = 2
"""A title of more words is no site's name."""


def settle_title(findings: dict[str, list[Finding]], found: Sequence[Chunk], taken: Sequence[bool]) -> int:
    """Puts the title as the page shows it first among the findings, and gives its heading's index; -1: none."""
    values = _titles_said(findings, found)
    titles = {loose(item.value) for item in values if len(item.value.split()) > _SAME}
    findings["publisher"] = [item for item in findings["publisher"] if loose(item.value) not in titles]
    at = heading_of(findings, values, found, taken)
    if at >= 0:
        values[:0] = _as_shown(found[at], values)
    unique: dict[str, Finding] = {}
    for value in values:
        unique.setdefault(value.value, value)
    findings["title"] = list(unique.values())
    return at


def _titles_said(findings: dict[str, list[Finding]], found: Sequence[Chunk]) -> list[Finding]:
    """The titles that the page says of itself, without the site's name but where a heading has it."""
    shown_as = {_typed(chunk.text) for chunk in found if chunk.level}
    values = [
        value if value.value in shown_as else Finding(tidy(plain(value.value)), value.where)  # escaped once too often
        for value in findings["title"]
    ]
    values = [next(_whole(values, value.value), value) if value.value not in shown_as else value for value in values]
    beside = {loose(item.value) for item in (*findings["publisher"], *findings.pop("section", ()))}
    beside |= {loose(item.value.rpartition(".")[0]) for item in findings["publisher"] if _SITE.fullmatch(item.value)}
    return [
        value
        if value.value in shown_as and _without_site(value.value, beside) not in shown_as
        else Finding(_without_site(_ORNAMENT.sub("", value.value), beside), value.where)
        for value in values
    ]


def _whole(values: Sequence[Finding], title: str) -> Iterator[Finding]:
    """The titles of which a title is only the beginning, cut off by the site."""
    if cut := _CUT.search(title):
        begin = loose(title[: cut.start()])
        yield from (item for item in values if loose(item.value).startswith(begin) and not _CUT.search(item.value))


def _as_shown(head: Chunk, values: Sequence[Finding]) -> list[Finding]:
    """The title as the page shows it, where it says it in no other place as fully, or in other signs."""
    shown = _without_byline(_PAGE.sub("", head.text), [item.value for item in values])
    for item in values:
        if item.where != WINDOW and shown.startswith(f"{item.value} | "):
            return [item]  # behind it stands where it is filed
    same = [item for item in values if loose(item.value) == loose(shown)]
    shown = shown.replace(" :", ":") if any(item.value == shown.replace(" :", ":") for item in same) else shown
    fullest = max(same, key=lambda item: (_signs(item), item.value == shown), default=None)
    if fullest and fullest.value != shown and _signs(fullest) > len("".join(shown.split())):
        return [fullest]  # what stands over it has a line of its own there, and a colon here
    within = [
        item
        for item in values
        if (one := re.escape(loose(item.value))) and re.fullmatch(rf".*{one}|{one}{_COUNT}", loose(shown))
    ]
    known = not head.level and any(item.value == shown and item.where != WINDOW for item in same)
    if (same or not within) and not known and (title := fitting("title", shown)):
        return [Finding(title, f"<h{head.level}>" if head.level else "a line of the page, and a part of <title>")]
    whole = max(within, key=_signs, default=None)
    return [whole] if whole and not same and 2 * _signs(whole) > _signs(Finding(shown, "")) else []


def _owners(findings: dict[str, list[Finding]], found: Sequence[Chunk]) -> set[str]:
    """What the site is called as its address is, and those who say that the page is theirs."""
    owned = (_OWNED.search(chunk.text) for chunk in found if language.width(chunk.text) <= _OWNER)
    names = [site_of(item.value).partition(".")[0] for item in findings["URL"]] + [one["name"] for one in owned if one]
    return {loose(name) for name in names} - {""}


def _signs(title: Finding) -> int:
    return len("".join(title.value.split()))


def _without_site(title: str, beside: Collection[str]) -> str:
    """A title without the site's name, and the section's, before or behind it."""
    title = re.sub(rf"^{_SITE.pattern}:\s+(?=\S)", "", title)
    pieces = list(WINDOW_PARTS.finditer(title))
    whole = (piece.start() for piece in pieces if _is_of_site(title[piece.end() :], beside))  # a name may have parts
    start, end = 0, next(whole, len(title))
    for piece in reversed(pieces):
        if piece.start() < end and not _is_of_site(title[piece.end() : end], beside):
            break
        end = min(end, piece.start())
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
        rest = re.fullmatch(r"\s*[|｜]\s*(?:[^|｜]*_)?([^|｜_]{2,40})", window.removeprefix(title))
        if rest and title and window.startswith(title):
            findings["publisher"].append(Finding(rest[1].strip(), f"{WINDOW}, behind the title"))


def drop_site_of_window(findings: dict[str, list[Finding]], found: Sequence[Chunk]) -> None:
    """Takes the site's name out of the title, where that is the window's and the page says what the site is called."""
    for first in findings["title"][:1]:
        said = {loose(item.value) for item in findings["publisher"]}
        title = _without_site(first.value, said | _owners(findings, found)).strip(" |｜")
        if first.where == WINDOW and title != first.value:
            findings["title"].insert(0, Finding(title, WINDOW))


def drop_site_as_author(findings: dict[str, list[Finding]], found: Sequence[Chunk]) -> None:
    """Takes out an author who is called as the site, where the page names another, or that may be nobody's name."""
    last = {WINDOW_PARTS.split(item.value)[-1].strip() for item in findings["title"] if item.where == WINDOW}
    sites = {loose(name) for name in (*last, *(item.value for item in findings.pop("site", ())))}
    sites |= _owners(findings, found)
    named = [item for item in findings["author"] if item.value not in last] or findings["author"]
    kept = [item for item in named if loose(item.value) not in sites or _PERSON.fullmatch(item.value)]
    findings["publisher"] = findings["publisher"] or [item for item in named if item not in kept][:1]
    findings["author"] = kept


def headings_of_title(
    found: Sequence[Chunk], heading: int, titles: Sequence[Finding], reasons: Sequence[str]
) -> list[int]:
    """The heading with the title, and headings and lines between it and the text that say it again."""
    if heading < 0:
        return []
    said = {loose(item.value) for item in titles[:1]} | {loose(found[heading].text)}
    again = []
    paragraphs = 0
    for index in range(heading + 1, len(found)):
        words = loose(found[index].text)
        if not (reasons[index] or found[index].level or found[index].tag == "img" or is_caption(found[index])):
            if words in said:
                again.append(index)
                continue
            paragraphs += 1
            if paragraphs > 1:  # one may be a standfirst
                break
            continue
        if (
            found[index].level
            and words
            and any(words == one or (one in words and 20 < len(one) > len(words) / 2) for one in said if one)
        ):
            again.append(index)
    return [heading, *again]


def _typed(text: str) -> str:
    return tidy(re.sub("[\u00ad\u200b\u2060]", "", text))
