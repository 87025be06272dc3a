"""What stands about the title and is the article’s: its standfirst, and pictures with their captions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from edition.importing.article import loose
from edition.importing.bounds.scores import PARAGRAPH, is_linked, is_prose, is_told
from edition.importing.lines import language
from edition.importing.lines.agencies import AGENCY
from edition.importing.lines.chrome import is_chrome
from edition.importing.lines.credits import credit, tells_moment
from edition.importing.page.captions import CREDIT, FILE, is_called_caption, is_caption, is_credited
from edition.importing.page.chunks import Box, Chunk, innermost, list_around
from edition.importing.page.site_elements import hyphened

_LEDE = re.compile(
    r"(?:^|[-_ ])(?:lead|lede|strapline|standfirst|stand-first|summary|intro|introduction|"
    r"(?:main)?sub[-_]?tit(?:le|ulo|re|el)?|sub-?head(?:line)?|"
    r"(?:sub-?)?dec?k|"
    r"excerpt|abstract|epigraph|epígrafe|chapo|chapeau|sottotitolo|occhiello|sommario|entradilla|bajada|copete|ingress|vorspann|teaser-text|perex|"
    r"article-?desc(?:ription)?|sapo|spot|manchete?|underrubrikk?|ingressi|zajawka|head-?sub)\d?(?:$|[-_ ])",
    re.I,
)
_TIMED = re.compile(r"\d\d?:\d\d$")
"""How an entry of a live page ends, which is said again below."""
_CAPTION, _SHORT, _BESIDE, _NEAR = 4, 8, 2, 12
"""A caption stands so many chunks after its picture at most, and is no shorter."""
_WORDS = 4
"""So many words has the name of an agency at most."""
_PAGE = 3
"""So many elements, the outermost, are those of the whole page."""
_NARROW = 16
"""So wide is a standfirst at least, where it is called one."""
_PARAGRAPHS = 4
"""So many paragraphs beside the title are the article, whatever else the page says at length."""
_UNSEEN = "within the element noscript"
"""Why a picture is set aside that is shown where a script shows it."""


def pictures_about(found: Sequence[Chunk], chrome: Sequence[str], heading: int, start: int) -> frozenset[int]:
    """The pictures between the title and the text that have captions, with these; each caption once.

    One over the title too, where the caption stands beside it. Where the page’s script shows the picture, the caption
    stands alone.
    """
    pictures: set[int] = set()
    if heading < 0:
        return frozenset()
    last, passed, told = -1, 0, list[str]()
    title = [box for box in found[heading].boxes if box.tag == "article"]
    title += found[heading].boxes[-_BESIDE:]
    title += [box for box in found[heading].boxes[_PAGE:] if start < len(found) and box in found[start].boxes][-1:]
    above = [index for index in range(heading) if not chrome[index]][-2 * _CAPTION :]
    for index in range(above[0] if above else heading, start):
        chunk = found[index]
        said = loose(chunk.text)
        passed += not chrome[index]
        if chunk.tag == "img" and chrome[index] in ("", _UNSEEN):
            last, passed = index, 0
            if index > heading and said == loose(found[heading].text) and not chrome[index]:
                pictures.add(index)
        elif chrome[index] == FILE and last == index - 1 >= heading and not chrome[last]:
            pictures.add(last)
        elif (
            is_caption(chunk)
            and not (chrome[index] or chunk.level or is_linked(chunk))
            and not (credit(chunk.text) or tells_moment(chunk.text))
            and said != loose(found[heading].text)
            and not any(said.startswith(one) or one.startswith(said) for one in told[-_NEAR:])
            and language.width(said) >= _SHORT
        ):
            is_under = last >= 0 and passed <= _CAPTION
            is_under = is_under and any(box is other for box in chunk.boxes[_PAGE:] for other in found[last].boxes)
            if index < heading:
                beside = found[heading].boxes[_PAGE:] if is_credited(found, index) else title
                is_own = is_under and any(box is other for box in chunk.boxes for other in beside)
            else:
                is_own = is_under or is_called_caption(replace(chunk, boxes=_beside(chunk, found[heading])))
            if is_own and (last in pictures or not _is_agency(chunk.text)):
                pictures |= {last, index} if is_under and not chrome[last] else {index}
                told.append(said)
    return frozenset(pictures)


def _beside(chunk: Chunk, title: Chunk) -> tuple[Box, ...]:
    """The elements of a chunk that do not hold the title, too: what these are called says nothing of it alone."""
    return tuple(box for box in chunk.boxes if not any(box is other for other in title.boxes))


def _is_agency(text: str) -> bool:
    """Whether a line names an agency and says nothing of a picture."""
    return len(text.split()) <= _WORDS and bool(AGENCY.fullmatch(text))


def points_about(found: Sequence[Chunk], chrome: Sequence[str], head: range) -> list[int]:
    """The items of lists between the title and the text, one of them a wide one: what matters most in it.

    With the heading over them.
    """
    lists: dict[int, list[int]] = {}
    heads = {chunk.text for chunk in found[head.stop :] if chunk.level}  # of which a table of contents consists
    for at in head:
        own = list_around(found[at])
        around = next((box for box, inner in pairwise(found[at].boxes) if inner is own), None)
        if around:
            lists.setdefault(id(around), []).append(at)  # each item may be a list of its own
    points: list[int] = []
    for items in lists.values():
        are_points = all(_may_be_point(found[at]) and not chrome[at] and found[at].text not in heads for at in items)
        if len(items) > 1 and are_points and any(is_prose(found[at]) for at in items):
            over = items[0] - 1
            is_head = found[over].level and not (chrome[over] or found[over].linked) and over in head
            points += [*([over] if is_head else []), *items]
    return points


def _may_be_point(chunk: Chunk) -> bool:
    """Whether an item leads nowhere, and is no picture, no entry of a live page, and not whose a picture is."""
    leads = chunk.tag == "img" or chunk.linked or chunk.inner
    return not (leads or _TIMED.search(chunk.text) or CREDIT.match(chunk.text))


def is_lede(chunk: Chunk, ledes: Sequence[str], *, taken: bool | None = None) -> bool:
    """Whether a chunk between the title and the text is the article's standfirst; `taken` None: by `ledes` alone."""
    words = re.sub(r"\s+", "", chunk.text)
    if chunk.tag == "img" or is_linked(chunk) or language.width(words) < _NARROW:
        return False
    if taken is not None and names_lede(chunk) and not credit(chunk.text):
        return True
    if language.width(words) < PARAGRAPH // 2:
        return False
    said = [re.sub(r"\s+", "", lede) for lede in ledes]
    if any(words in one or (len(one) > PARAGRAPH // 2 and one[: PARAGRAPH // 2] in words) for one in said):
        return True
    return bool(taken) and language.width(words) >= PARAGRAPH


def names_lede(chunk: Chunk) -> bool:
    """Whether a chunk stands in an element that is called a standfirst."""
    names = [hyphened(box.names) for box in chunk.boxes[-3:]]
    is_other = ("li" in chunk.above and not chunk.level) or "author" in names  # an item, or who wrote it
    return not is_other and any(map(_LEDE.search, names))


def is_standfirst(found: Sequence[Chunk], heading: int, index: int, start: int) -> bool:
    """Whether a chunk reads like a sentence that is set apart, next to the title, or is a heading in its head."""
    chunk, title = found[index], found[heading].boxes
    words = chunk.text.split()
    between = [one for one in found[heading + 1 : index] if one.tag != "img" and "figure" not in one.above]
    own, others = ([*one.boxes[-3:], innermost(one, "article")] for one in (chunk, found[heading]))
    beside = all(
        credit(one.text) or (is_chrome(one.text) and not any(box.tag == "button" for box in one.boxes))
        for one in between
    ) and any(box is other for box in own if box for other in others)
    text = found[min(start, len(found) - 1)].boxes
    in_head = chunk.level and any(
        any(box is other for other in title[:-1]) and not any(box is other for other in text) for box in chunk.boxes
    )
    return (
        bool(beside or in_head)
        and (chunk.tag in ("p", "h2", "h3", "h4") or (chunk.tag == "div" and language.ends_sentence(chunk.text)))
        and not (chunk.linked or chunk.is_bold or is_caption(chunk) or credit(chunk.text) or CREDIT.search(chunk.text))
        and language.width("".join(words)) >= (PARAGRAPH // 2 if beside else PARAGRAPH)
        and (not beside or language.ends_sentence(chunk.text) or not any(re.match(r"\d.", word) for word in words))
    )


def under_title(found: Sequence[Chunk], heading: int) -> list[int]:
    """The paragraphs in the element `article` that begins first under the title; none where it has few.

    Where as many paragraphs stand before it, the article is in none.
    """
    paragraphs: dict[int, list[int]] = {}
    for index in range(heading + 1, len(found)) if heading >= 0 else ():
        chunk = found[index]
        if is_told(chunk) and not any(box.chrome for box in chunk.boxes):
            element = innermost(chunk, "article")
            paragraphs.setdefault(id(element), []).append(index)
            if len(paragraphs[id(element)]) == _PARAGRAPHS:
                return _within(found, element) if element and not _is_entry(found, element, heading) else []
    return []


def _is_entry(found: Sequence[Chunk], element: Box, heading: int) -> bool:
    """Whether an element is one of several of its name that tell something, and the title stands in none of them."""
    telling = (innermost(one, "article") for one in found if is_prose(one) and not any(box.chrome for box in one.boxes))
    names = {id(box): box.classes.partition(" ")[0] for box in telling if box}
    is_one = [*names.values()].count(element.classes.partition(" ")[0]) > _PARAGRAPHS
    return is_one and not any(box is element for box in found[heading].boxes)


def _within(found: Sequence[Chunk], element: Box) -> list[int]:
    return [
        index for index, chunk in enumerate(found) if is_prose(chunk) and any(box is element for box in chunk.boxes)
    ]
