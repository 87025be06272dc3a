"""What stands above the text of an article and is none of it: who wrote it, when, where it is filed, a menu."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from edition.importing.article import Finding, loose
from edition.importing.bounds.heads import names_lede
from edition.importing.bounds.region import Region
from edition.importing.lines import language
from edition.importing.lines.credits import begins_with_day, credit
from edition.importing.lines.days import DAY, TIME, is_ago
from edition.importing.metadata.names import authors
from edition.importing.metadata.roles import ROLE
from edition.importing.page.captions import CREDIT, is_caption
from edition.importing.page.chunks import Chunk

_LINE = 60
"""A line as wide is a paragraph."""
_WORD = 16
"""So narrow a line beside the title is a word of the site’s: when it was, of what sort."""
_NEAR = 3
"""So many elements around the title may hold that word."""
_HEAD = 5
"""Chunks at the head of the article among which a heading may say who wrote it."""
_DAY = re.compile(rf"(?<!\d){DAY}", re.I)
_DAYS = re.compile(rf"{DAY}(?:{TIME.pattern})?\s*[-–—|·]\s*\S", re.I)
"""How a line begins that tells a day, and behind a bar who wrote or where it is filed."""
_HOUR = re.compile(r"\d\d?[:h]\d\d")
_BARS = re.compile(r"\s[|·–—]\s")
"""What stands between what a site says of an article in one line."""
_PATH = re.compile(r"[^>»›.。]{1,30}(?:\s?(?:>>?|»|›)\s?[^>»›.。]{1,40}){2,}")
_SPEAKER = re.compile(r"\[[^\W\d]{2,6}\]")
"""Who speaks, before the words, as in what was broadcast."""
_SENTENCES = re.compile(r"\w{4}[.!?…][”»\"]?\s+\S+\s+\S")
"""Where a sentence ends and another begins."""
_MENU = 10
"""So many short items of lists over the text are a menu."""
_META = re.compile(r"(?:^|[-_ ])(?:(?:article|story|post|entry)-?meta|article-info)(?:$|[-_ ])", re.I)
"""How an element is called in which a site says when an article was published, by whom, and where it is filed."""
_CELLS = ("td", "th")
_AUTHOR, _SOURCE, _ITS_DAY = (f"said of the article by its site: its {what}" for what in ("author", "source", "day"))


def set_apart_above(
    found: Sequence[Chunk],
    place: Region,
    reasons: list[str],
    taken: Sequence[bool],
    findings: dict[str, list[Finding]],
    heading: int,
) -> None:
    """Sets aside lines above the first paragraph that the reader left out: who wrote it, where, what one may do."""
    names = [item.value for item in findings["author"]]
    publishers = {loose(item.value) for name in ("publisher", "URL") for item in findings[name]}
    spoken = next((item.value for item in findings["language"]), "en")
    head = [index for index in range(place.start, place.end) if not reasons[index] and found[index].tag != "img"]
    _set_apart_menu(found, reasons, head)
    _set_apart_said_by(found, reasons, head, findings, names, spoken)
    after = found[head[min(1, len(head) - 1)]].text if head else ""
    is_song = language.width(after) < _LINE  # it has more such lines
    beside = found[heading].boxes[-_NEAR:] if heading >= 0 and not is_song else ()
    is_behind = False
    for index in range(place.start, place.end):
        chunk = found[index]
        if reasons[index] or chunk.level or chunk.tag == "img" or not chunk.text:
            continue
        reasons[index] = _byline(chunk, names, publishers)
        if (
            reasons[index]
            or _is_part(chunk)
            or (credit(chunk.text) and not (is_behind or _begins_with_day(chunk.text)))
        ):
            continue
        if _is_paragraph(chunk):
            if is_behind:
                break
            is_behind = True  # it may be the standfirst, and who wrote the rest stands under it
        else:
            before = next((found[at] for at in range(index - 1, -1, -1) if not reasons[at]), chunk)
            reasons[index] = _told_of_it(chunk, before, spoken)
            if not reasons[index] and is_behind:
                break
            if index in place.standfirst or _is_called_standfirst(chunk):
                continue
            is_word = index == head[0] and language.width(chunk.text) < _WORD and chunk.boxes[-2] in beside
            reasons[index] = reasons[index] or _filed(chunk, names, unread=not taken[index], is_word=is_word)


def _set_apart_said_by(
    found: Sequence[Chunk],
    reasons: list[str],
    head: Sequence[int],
    findings: dict[str, list[Finding]],
    names: Sequence[str],
    spoken: str,
) -> None:
    """Sets aside headings that say no more than who wrote the article, or when."""
    for index in head[:_HEAD]:
        if found[index].level and _DAY.search(found[index].text) and _HOUR.search(found[index].text):
            reasons[index] = _ITS_DAY
        elif found[index].level and (by := _said_by(found[index].text, names)) is not None:
            reasons[index] = _AUTHOR
            findings["author"] += by
        elif found[index].level and _BARS.search(found[index].text) and is_ago(found[index].text, spoken):
            reasons[index] = _ITS_DAY


def _byline(chunk: Chunk, names: Sequence[str], publishers: AbstractSet[str]) -> str:
    """Why a line says no more than who wrote the article or when, as is known; empty where it says something else."""
    if loose(chunk.text) in publishers:
        return _SOURCE
    if any(_META.search(box.classes) for box in chunk.boxes[-_NEAR:]) and not _is_paragraph(chunk):
        return _ITS_DAY
    if ROLE.fullmatch(chunk.text):
        return _AUTHOR
    told = authors(chunk.text) if language.width(chunk.text) < 2 * _LINE else ()
    is_name = told and {name.casefold() for name in told} <= {name.casefold() for name in names}
    is_line = language.width(chunk.text) < 2 * _LINE and not language.ends(chunk.text)
    is_dated = (is_line or is_caption(chunk)) and chunk.text.startswith(tuple(names)) and _DAY.search(chunk.text)
    return _AUTHOR if (is_name and not language.ends_sentence(chunk.text)) or is_dated else ""


def _is_part(chunk: Chunk) -> bool:
    """Whether a chunk is no line, but a caption, an item, a quotation, a table's or code's."""
    parts = {"figcaption", "li", "blockquote", "pre", "dl"}
    is_line = _PATH.fullmatch(chunk.text) or (_DAY.search(chunk.text) and _HOUR.search(chunk.text))
    is_cell = chunk.tag in ("tr", *_CELLS) and not is_line
    return is_caption(chunk) or is_cell or not parts.isdisjoint((*chunk.above, chunk.tag))


def _is_paragraph(chunk: Chunk) -> bool:
    width = language.width(chunk.text)
    return width >= _LINE and (language.ends(chunk.text) or width >= 2 * _LINE)


def _begins_with_day(text: str) -> bool:
    return begins_with_day(text) or bool(_DAYS.match(text))


def _told_of_it(chunk: Chunk, before: Chunk, spoken: str) -> str:
    """What a line tells of the article, or of a picture `before` it; empty where it is no such line."""
    text, width = chunk.text, language.width(chunk.text)
    is_pictured = before.tag == "img" or is_caption(before)
    if width < _LINE and CREDIT.match(text) and not (is_pictured or language.ends_sentence(text)):
        return "whose a picture is that did not come in"
    has_hour = bool(_HOUR.search(text)) or bool(_BARS.search(text)) or text.count(" - ") > 1
    is_day = width < _LINE and (_begins_with_day(text) or is_ago(text, spoken))
    is_day = is_day or bool(has_hour and width < 2 * _LINE and _DAY.search(text))
    return _ITS_DAY if is_day and not language.ends_sentence(text) else ""


def _filed(chunk: Chunk, names: Sequence[str], *, unread: bool, is_word: bool) -> str:
    """Why a line above the text is the site's; empty where it is the article's.

    `unread`: the reader left it out; `is_word`: it is a word beside the title.
    """
    text, width = chunk.text, language.width(chunk.text)
    if width < 2 * _LINE and _PATH.fullmatch(text):
        return "where the site files the article"
    is_narrow = width < _LINE or (unread and width < 2 * _LINE)
    by_author = is_narrow and any(name in text for name in names) and not _SENTENCES.search(text)
    is_left_out = width < _LINE and (unread or is_word) and not (language.ends(text) or chunk.is_bold)
    is_left_out = is_left_out and not text.endswith(("—", "–"))  # from where it was written
    is_left_out = is_left_out and not _SPEAKER.fullmatch(text)
    return "a line of the site’s above the text" if by_author or is_left_out else ""


def _is_called_standfirst(chunk: Chunk) -> bool:
    """Whether a line is called a standfirst, and has no day, label or bar in it, as what a site says there has."""
    return names_lede(chunk) and not (_DAY.search(chunk.text) or re.search("[:：|]", chunk.text))


def _said_by(text: str, names: Sequence[str]) -> Sequence[Finding] | None:
    """Whom a heading names that says no more than who wrote the article; None where it is any other heading."""
    said = credit(text)
    if said and said.tells_whence:
        told = [finding for kind, finding in zip(said.kinds, said.findings, strict=True) if kind == "author"]
        return [Finding(one, finding.where) for finding in told for one in authors(finding.value, names)]
    return None


def _set_apart_menu(found: Sequence[Chunk], reasons: list[str], head: Sequence[int]) -> None:
    """Sets aside short items of lists over the first paragraph, where they are more than an article begins with."""
    items = [*takewhile(lambda at: "li" in found[at].above and _is_entry(found[at].text), head)]
    for index in items if len(items) >= _MENU else ():
        reasons[index] = "a list of the site’s above the text"


def _is_entry(text: str) -> bool:
    return language.width(text) < _LINE // 2 and not language.ends(text)
