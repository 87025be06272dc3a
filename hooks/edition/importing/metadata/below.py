"""What stands below the text of an article and is none of it: of its authors, lines of the site's, offers."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from edition.importing.bounds.readers import Extraction
from edition.importing.bounds.sources import is_source
from edition.importing.lines import language
from edition.importing.lines.appeals import invites
from edition.importing.lines.credits import credit
from edition.importing.page.captions import is_caption
from edition.importing.page.chunks import Chunk, kept_words, list_around

_LINE = 60
"""A line as wide is a paragraph."""
_CELLS = ("td", "th")
_LAST = 5
"""Chunks at the end of the article among which something may be said of its authors."""
_ABOUT = re.compile(
    r"\W*(?:(?:über|zu[rm]?) (?:d\w{2} )?autor\w*|about the authors?|sobre (?:el|la|los|las|o|a|os) autor\w*|"
    r"à propos d\w+ l?['’]?aut\w+|l['’]autore|o autor(?:ze|ce|ach)|об авторе|про автора|om författaren|om forfatteren|"
    r"yazar hakkında|关于作者|作者简介|作者簡介|著者について|저자 소개)\W*",
    re.I,
)
"""What stands over what is said of the author."""
_NUMBER = re.compile(r"[\d/.-]{3,12}")
"""What some sites write under an article for themselves."""
_MOST = 0.7
"""So much of the text a reader has that is believed of its end."""


_LONG = 5
"""A line as many times as wide is one, however it ends."""
BELOW = "below the text, and a strict reader does not take it for the article’s"


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
    """Whether a line stands beside the one before as another paragraph, and neither asks for anything nor offers it."""
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
