"""What stands above and below the text of an article and is none of it: lines of the site's, of its authors, offers."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from edition.importing.article import Finding, loose
from edition.importing.bounds.appeals import invites
from edition.importing.bounds.heads import names_lede
from edition.importing.bounds.readers import Extraction
from edition.importing.bounds.region import Region
from edition.importing.bounds.sources import is_source
from edition.importing.lines import language
from edition.importing.lines.credits import begins_with_day, credit
from edition.importing.lines.days import DAY, TIME, is_ago
from edition.importing.metadata.names import authors
from edition.importing.metadata.roles import ROLE
from edition.importing.page.captions import CREDIT, is_caption
from edition.importing.page.chunks import Chunk, kept_words, list_around

_LINE = 60
"""A line as wide is a paragraph."""
_LONG = 5
"""A line as many times as wide is one, however it ends."""
_WORD = 16
"""So narrow a line beside the title is a word of the site’s: when it was, of what sort."""
_NEAR = 3
"""So many elements around the title may hold that word."""
_HEAD = 5
"""Chunks at the head of the article among which a heading may say who wrote it."""
_LAST = 5
"""Chunks at the end of the article among which something may be said of its authors."""
_DAY = re.compile(rf"(?<!\d){DAY}", re.I)
_DAYS = re.compile(rf"{DAY}(?:{TIME.pattern})?\s*[-–—|·]\s*\S", re.I)
"""How a line begins that tells a day, and behind a bar who wrote or where it is filed."""
_HOUR = re.compile(r"\d\d?[:h]\d\d")
_BARS = re.compile(r"\s[|·–—]\s")
"""What stands between what a site says of an article in one line."""
_PATH = re.compile(r"[^>»›.。]{1,30}(?:\s?(?:>>?|»|›)\s?[^>»›.。]{1,40}){2,}")
_NUMBER = re.compile(r"[\d/.-]{3,12}")
"""What some sites write under an article for themselves."""
_SPEAKER = re.compile(r"\[[^\W\d]{2,6}\]")
"""Who speaks, before the words, as in what was broadcast."""
_SENTENCES = re.compile(r"\w{4}[.!?…][”»\"]?\s+\S+\s+\S")
"""Where a sentence ends and another begins."""
_MENU = 10
"""So many short items of lists over the text are a menu."""
_ABOUT = re.compile(
    r"\W*(?:(?:über|zu[rm]?) (?:d\w{2} )?autor\w*|about the authors?|sobre (?:el|la|los|las|o|a|os) autor\w*|"
    r"à propos d\w+ l?['’]?aut\w+|l['’]autore|o autor(?:ze|ce|ach)|об авторе|про автора|om författaren|om forfatteren|"
    r"yazar hakkında|关于作者|作者简介|作者簡介|著者について|저자 소개)\W*",
    re.I,
)
"""What stands over what is said of the author."""
_META = re.compile(r"(?:^|[-_ ])(?:(?:article|story|post|entry)-?meta|article-info)(?:$|[-_ ])", re.I)
"""How an element is called in which a site says when an article was published, by whom, and where it is filed."""
_CELLS = ("td", "th")
_AUTHOR, _SOURCE, _ITS_DAY = (f"said of the article by its site: its {what}" for what in ("author", "source", "day"))
BELOW = "below the text, and a strict reader does not take it for the article’s"
_MOST = 0.7
"""So much of the text a reader has that is believed of its end."""


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


def set_apart_about(found: Sequence[Chunk], reasons: list[str], names: Sequence[str]) -> None:
    """Sets aside what is said of the authors below the article, and all that follows."""
    kept = kept_words(found, reasons)
    tail = kept[max(len(kept) // 2, len(kept) - _LAST) :]
    about = next((at for at in tail if _ABOUT.fullmatch(found[at].text)), None)
    for index in kept:
        if about is not None and index >= about:
            reasons[index] = "about its author"
    told_names = [name for name in names if len(name.split()) > 1]
    first = (
        next((index for index in tail if found[index].text.startswith(tuple(told_names))), None) if told_names else None
    )
    for index in kept:
        is_portrait = found[index].text in names and is_caption(found[index])
        if is_portrait or (first is not None and index >= first):
            reasons[index] = "about its author"


def set_apart_below(found: Sequence[Chunk], reasons: list[str], strict: Extraction, notes: Collection[str]) -> None:
    """Sets aside the lines at the end that a strict reader leaves out, and that are no paragraphs: invitations, offers.

    A reader that leaves out much of the rest as well says nothing of the end.
    """
    kept = kept_words(found, reasons)
    widths = {index: language.width(found[index].text) for index in kept}
    if sum(width for index, width in widths.items() if strict.has(found[index].text)) < _MOST * sum(widths.values()):
        return
    if kept and _NUMBER.fullmatch(found[kept[-1]].text) and not {"li", "pre"} & {*found[kept[-1]].above}:
        reasons[kept.pop()] = "a number of the site’s"
    below: list[int] = []
    for index in reversed(kept):
        chunk = found[index]
        is_note = any(box.id and box.id in notes for box in chunk.boxes) or chunk.begins_with_number
        is_pictured = any(near.tag == "img" for near in found[max(0, index - 2) : index + 2])
        with_picture = "figcaption" in chunk.above or (is_caption(chunk) and is_pictured)
        in_parts = bool({"table", "blockquote", "pre"} & {*chunk.above, chunk.tag} or chunk.cells)
        is_told = is_note or in_parts or with_picture or _is_introduced(found, kept, index)
        is_paragraph = widths[index] >= 1.5 * _LINE and language.ends_sentence(chunk.text) and not chunk.linked
        is_paragraph = is_paragraph or (widths[index] >= 2 * _LINE and language.ends_sentence(chunk.text))
        is_paragraph = is_paragraph or (widths[index] >= _LONG * _LINE and not chunk.linked)
        is_paragraph = is_paragraph or (widths[index] >= 2 * _LINE and chunk.text.count("。") > 1)
        before = max((at for at in kept if at < index and found[at].tag != "img"), default=index)
        is_paragraph = is_paragraph or (_is_told(chunk) and not chunk.linked and _is_beside(chunk, found[before]))
        if strict.has(chunk.text) or is_told or is_paragraph:
            around = list_around(chunk)  # the other items of its list are as good
            below = [at for at in below if not (around and list_around(found[at]) is around)]
            break
        if chunk.level:
            below.clear()  # it stands under a heading, as a section of the article does
            break
        if not credit(chunk.text):  # it tells more than that
            below.append(index)
    for index in below:
        reasons[index] = BELOW


def set_apart_cells(found: Sequence[Chunk], reasons: list[str], notes: Collection[str]) -> None:
    """Sets aside the lines at the end that stand in a cell of a table of layout in which no paragraph stands."""
    kept = kept_words(found, reasons)
    told = [index for index in kept if _is_told(found[index])]
    in_cells = {id(box) for index in told for box in found[index].boxes if box.tag in _CELLS}
    for index in reversed(kept if len(told) > 1 else []):
        chunk = found[index]
        cells = [id(box) for box in chunk.boxes if box.tag in _CELLS]
        is_note = any(box.id and box.id in notes for box in chunk.boxes) or chunk.begins_with_number
        is_part = chunk.cells or is_note or is_caption(chunk) or {"blockquote", "pre"} & {*chunk.above, chunk.tag}
        if not cells or not in_cells.isdisjoint(cells) or is_part or index < told[-1]:
            break
        reasons[index] = "below the text, in a cell without a paragraph"


def _is_told(chunk: Chunk) -> bool:
    return (
        language.width(chunk.text) >= _LINE and language.ends_sentence(chunk.text) and not (chunk.level or chunk.cells)
    )


def _is_beside(chunk: Chunk, before: Chunk) -> bool:
    """Whether a line stands beside the one before it as another paragraph, and neither asks for anything nor offers it."""
    is_alike = chunk.boxes[-2] is before.boxes[-2] and chunk.boxes[-1].classes == before.boxes[-1].classes
    return chunk is not before and is_alike and chunk.tag == before.tag and not invites(chunk.text)


def _is_introduced(found: Sequence[Chunk], kept: Sequence[int], index: int) -> bool:
    """Whether an item stands in a list over which a sentence of it is open, or a link to a source under such."""
    around = list_around(found[index])
    above = next((found[at].text for at in reversed(kept) if at < index), "")
    if above.endswith((":", "：")) and not invites(above) and is_source(found[index], strong=True, beside_links=False):
        return True
    over = [at for at in kept if at < index and not any(box is around for box in found[at].boxes)] if around else []
    return bool(over) and found[over[-1]].text.endswith((":", "：")) and language.width(found[over[-1]].text) >= _LINE


def _set_apart_menu(found: Sequence[Chunk], reasons: list[str], head: Sequence[int]) -> None:
    """Sets aside short items of lists over the first paragraph, where they are more than an article begins with."""
    items = [*takewhile(lambda at: "li" in found[at].above and _is_entry(found[at].text), head)]
    for index in items if len(items) >= _MENU else ():
        reasons[index] = "a list of the site’s above the text"


def _is_entry(text: str) -> bool:
    return language.width(text) < _LINE // 2 and not language.ends(text)
