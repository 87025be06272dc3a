"""The pictures of what was set aside: of links to other articles, of authors, of offers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.importing.article import loose
from edition.importing.bounds.appeals import TO_READERS
from edition.importing.bounds.leftovers import AGAIN
from edition.importing.bounds.scores import HALF
from edition.importing.lines import language
from edition.importing.lines.appeals import is_appeal
from edition.importing.lines.chrome import is_chrome
from edition.importing.page.captions import CREDIT, is_caption
from edition.importing.page.chunks import Chunk, worded
from edition.importing.page.site_elements import HIDDEN

_LABEL = 40
"""So wide is a label at most."""
_SLUG = re.compile(r"\w+(?:-\w+)+")
"""What an agency or a system calls a picture: words with hyphens between them."""
_NO_SIGN = (AGAIN, HIDDEN, "within the element button")
"""Reasons of words that stand beside any picture: its caption’s copy, buttons to enlarge and to share it."""


def set_apart_pictures(found: Sequence[Chunk], reasons: list[str], heading: int) -> None:
    """Sets aside each picture whose nearest words are none of the article's.

    Its nearest words are those of the innermost element that holds any but buttons; where one of them is the title,
    that tells nothing, for the first picture of an article stands beside it.
    """
    held = worded(found)
    _set_apart_players(found, reasons)
    for index, chunk in enumerate(found):
        if chunk.tag != "img" or reasons[index]:
            continue
        is_said = chunk.text.casefold() not in ("", "image") and not _SLUG.fullmatch(chunk.text)  # as systems say
        if is_appeal(chunk.text) or (is_said and is_chrome(chunk.text)):
            reasons[index] = TO_READERS
            continue
        for box in reversed(chunk.boxes):
            around = held.get(id(box), [])
            telling = [at for at in around if not _says_nothing(found[at], reasons[at])]
            if heading in around or any(not reasons[at] for at in telling):
                break
            if telling:
                reasons[index] = "a picture of what was set aside"
                break


def _says_nothing(chunk: Chunk, reason: str) -> bool:
    if not reason:
        return False
    return (
        reason.startswith(_NO_SIGN)
        or is_chrome(chunk.text)
        or not loose(chunk.text)
        or (chunk.linked < HALF and bool(is_caption(chunk) or CREDIT.match(chunk.text)))
    )


def _set_apart_players(found: Sequence[Chunk], reasons: list[str]) -> None:
    """Sets aside the labels in a figure that holds no picture, but buttons or links: of a film that is not here."""
    figures: dict[int, list[int]] = {}
    for index, chunk in enumerate(found):
        for box in chunk.boxes:
            if box.tag == "figure":
                figures.setdefault(id(box), []).append(index)
    for within in figures.values():
        kept = [at for at in within if not reasons[at]]
        gone = [at for at in within if reasons[at] and found[at].tag != "img"]
        is_label = all(
            found[at].tag not in ("img", "tr", "pre")
            and language.width(found[at].text) <= _LABEL
            and not language.ends_sentence(found[at].text)
            for at in kept
        )
        if gone and is_label:
            for at in kept:
                reasons[at] = "a label of what the page does not hold"
