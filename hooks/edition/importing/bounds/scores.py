"""How much of a page's chunks is prose and how much links; by that, where the article's paragraphs surely are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.importing.lines import language
from edition.importing.lines.chrome import is_chrome, leads_on
from edition.importing.lines.days import DAY, TIME
from edition.importing.page.captions import CREDIT, is_caption
from edition.importing.page.chunks import Box, Chunk
from edition.importing.page.site_elements import COMMENTS, chrome_name

HALF, PART = 0.5, 0.3
"""An element with so much of the article is no chrome, whatever it is; or whatever its names say."""
PARAGRAPH = 60
"""A line as wide is a paragraph."""
ENTRY = 400
"""So wide is what stands under the heading of an entry, at least; what announces another article is shorter."""
NAMED = "within “"
"""How a reason begins that is told by the names of an element."""
_ALL_LINKS, _MOSTLY_LINKS = 0.9, 0.7
_LABEL = re.compile(r"[^\W\d_][^:：.!?]{2,40}[:：](?=((?:\s+\S+){3})(\s+\S+)?)")
DATED = re.compile(
    rf"\W*(?:{DAY}|\d\d?[月월]\s?\d\d?[日일]|\d\d? [^\W\d_]{{3,12}} \d\d(?=, \d\d?:))(?:{TIME.pattern})?\W*$", re.I
)
"""A day, at the end of a line or as one."""
_HELD = re.compile(r"©|[(（][CＣ][)）]")
"""The sign before whose a picture is."""
_SLIP = 2
"""By so many signs what is told as a share of a line may be wrong."""
_UNFOLDS = re.compile(
    r"(?:show|see|vis|visa|zeige|voir|ver|mostra|toon|näytä|pokaż|zobrazit)\b.{0,12}|mehr(?: anzeigen)?|もっと見る",
    re.I,
)
"""What a button says that shows the rest of a box."""
_TOLD = 2
"""So many sentences has an element beside the text that is the article's."""
_NOTE = "within role=alert"
_TEASER, _ENTRIES = 260, 6
"""A line that is little but a link is at most as wide, where it has no more bars than a menu."""


def weight_of(chunk: Chunk) -> int:
    """How wide the words of the chunk are, without what is links to other pages."""
    return round(language.width(chunk.text) * (1 - min(chunk.linked, 1)))


def is_prose(chunk: Chunk) -> bool:
    """Whether the chunk is as wide as a paragraph, and less than half of it links."""
    return language.width(chunk.text) >= PARAGRAPH and chunk.linked < HALF


def is_told(chunk: Chunk) -> bool:
    """Whether the chunk is a sentence as wide as a paragraph, and less than half of it links."""
    return is_prose(chunk) and language.ends_sentence(chunk.text)


def is_of_picture(chunk: Chunk) -> bool:
    """Whether a chunk is a caption that says whose the picture is: it may lead to a larger one, and to no article."""
    return is_caption(chunk) and bool(CREDIT.search(chunk.text) or _HELD.search(chunk.text))


def is_linked(chunk: Chunk) -> bool:
    """Whether the chunk is a link to another page, or little else."""
    if is_of_picture(chunk):
        return False
    label = _LABEL.match(chunk.text)
    rest = len(chunk.text) * (1 - chunk.linked)
    is_long = label and (label[2] or chunk.is_set_off)
    if label and is_long and abs(rest - label.end()) <= _SLIP and not language.ends(chunk.text):
        return True  # a label and a link, as to read another article
    dated = DATED.search(chunk.text) if chunk.linked >= HALF > chunk.outward else None
    if dated and abs(rest - len(dated[0])) <= _SLIP:
        return True  # a link and its day, as in a list of articles
    if chunk.linked >= PART and language.width(chunk.text) <= _TEASER and leads_on(chunk.text):
        return True
    most = _ALL_LINKS if chunk.level or "li" in chunk.above or chunk.tag == "tr" else _MOSTLY_LINKS
    if most == _MOSTLY_LINKS and not language.ends(chunk.text):
        most = HALF
    if language.ends_sentence(chunk.text) and language.width(chunk.text) >= PARAGRAPH and not chunk.level:
        return False  # a sentence
    is_menu = chunk.text.count(" | ") >= _ENTRIES
    return chunk.linked >= most and (is_menu or language.width(chunk.text) <= _TEASER)


def seeds_of(found: Sequence[Chunk], taken: Sequence[bool]) -> list[int]:
    """The chunks that are surely paragraphs of something: what the reader has, or all that reads like prose."""
    usable = [
        index for index, chunk in enumerate(found)
        if chunk.tag not in ("img", "title") and not is_chrome(chunk.text)
    ]  # fmt: skip
    seeds = [index for index in usable if taken[index] and not is_linked(found[index])]
    of_readers = [index for index in seeds if any(map(is_of_readers, found[index].boxes))]
    whole = sum(weight_of(found[index]) for index in seeds)
    by_readers = sum(weight_of(found[index]) for index in of_readers)
    if whole >= PARAGRAPH and by_readers < whole * HALF and not _is_list(found, usable, seeds):
        return seeds
    prose = [index for index in usable if is_prose(found[index])]
    free = [index for index in prose if not chrome_around(found[index], frozenset(), frozenset())]
    # Where nearly all that reads like prose stands in what is called chrome, that is the article.
    most = sum(weight_of(found[index]) for index in prose) * PART
    seeds = free if sum(weight_of(found[index]) for index in free) >= most else prose
    return seeds or [index for index in usable if not chrome_around(found[index], frozenset(), frozenset())]


def _is_list(found: Sequence[Chunk], usable: Sequence[int], seeds: Sequence[int]) -> bool:
    """Whether little that the reader has reads like prose, and none of the sentences that stand free: as of weather."""
    whole = sum(weight_of(found[index]) for index in seeds)
    if sum(weight_of(found[index]) for index in seeds if is_prose(found[index])) >= whole * HALF:
        return False
    told = [at for at in usable if is_told(found[at]) and not chrome_around(found[at], frozenset(), frozenset())]
    return len(told) > _TOLD and {*told}.isdisjoint(seeds)


def is_of_readers(box: Box) -> bool:
    """Whether readers wrote what stands in an element, as its names say; or it is asked of them, over the page."""
    return box.chrome == "within role=dialog" or (
        box.chrome.startswith(NAMED) and bool(COMMENTS.fullmatch(chrome_name(box.names)))
    )


def chrome_around(chunk: Chunk, wrappers: frozenset[int], parts: frozenset[int], *, own: bool = False) -> str:
    """Why an element around the chunk is the site's; none that holds most of the article is.

    `own`: the chunk is surely a paragraph, whatever the names of its own element say.
    """
    for box in chunk.boxes:
        if own and box.tag == "p" and box.chrome.startswith(NAMED) and "video" not in box.classes:
            continue
        if box.chrome and id(box) not in (parts if box.chrome.startswith(NAMED) else wrappers):
            return box.chrome
    return "reads like a button of the site" if chunk.tag != "img" and is_chrome(chunk.text) else ""


def told_beside(found: Sequence[Chunk]) -> frozenset[int]:
    """The elements beside the text that hold sentences of their own: no links, nothing to press, nothing of the site's.

    Among the article's paragraphs such a one tells more of what they tell.
    """
    held: dict[int, list[tuple[Chunk, int]]] = {}
    for chunk in found:
        for at, box in enumerate(chunk.boxes):
            if box.tag == "aside" or box.chrome in ("within role=complementary", _NOTE):
                held.setdefault(id(box), []).append((chunk, at))
    return frozenset(
        number
        for number, items in held.items()
        if sum(is_told(chunk) or _is_point(chunk) for chunk, _ in items) >= _least(items)
        and not any(
            chunk.linked >= PART or is_chrome(chunk.text) or any(box.chrome for box in chunk.boxes[at + 1 :])
            for chunk, at in items
            if chunk.tag != "img" and not _UNFOLDS.fullmatch(chunk.text)
        )
    )


def _is_point(chunk: Chunk) -> bool:
    """Whether it is an item as wide as a paragraph that leads nowhere."""
    return is_prose(chunk) and "li" in chunk.above[-1:] and not (chunk.linked or chunk.inner)


def _least(items: Sequence[tuple[Chunk, int]]) -> int:
    """How many sentences tell that an element is the article's: fewer under a heading, or in a note of the text."""
    return _TOLD - any(chunk.level or chunk.boxes[at].chrome == _NOTE for chunk, at in items)


def best_run(found: Sequence[Chunk], seeds: Sequence[int], chrome: Sequence[str]) -> tuple[int, int]:
    """From which to which chunk the article goes: the run that has most of what was taken and least of the rest."""
    is_seed = set(seeds)
    best, best_start, best_end, sum_, start = 0, 0, len(found), 0, 0
    for index, chunk in enumerate(found):
        if index in is_seed and not chrome[index]:
            sum_ += weight_of(chunk)
        elif chunk.tag not in ("img", "tr", "pre") and not chunk.level:
            sum_ -= language.width(chunk.text) // 2
        if sum_ <= 0:
            sum_, start = 0, index + 1
        elif sum_ > best:
            best, best_start, best_end = sum_, start, index + 1
    return best_start, best_end
