"""Boxes of the site's below the text, known by how they are made: a label over them, a button under them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import accumulate

from edition.importing.bounds.appeals import TO_READERS
from edition.importing.bounds.leads import INNER, SHORT, nearest_block
from edition.importing.bounds.leftovers import EMPTY
from edition.importing.bounds.scores import HALF, is_told
from edition.importing.lines import language
from edition.importing.lines.appeals import invites
from edition.importing.lines.chrome import is_chrome
from edition.importing.page.chunks import Chunk, kept_words, worded
from edition.importing.page.site_elements import ANSWER

_IN_BOX = 8
"""A box has so many chunks of its own at most."""
_FEW, _MUCH = 3, 0.4
"""So many boxes, and so much of the text, are beside an article; more are what the page is made of."""
_WHOLLY = 0.9
_VOTES = re.compile(
    r"(?:vote(?: now)?|(?:jetzt )?abstimmen|voter|je vote|votar|vote agora|vota|stem(?: nu)?|rösta|äänestä|zagłosuj|"
    r"hlasovat|szavazok|votează|ψηφίστε|голосовать|проголосовать|голосувати|oy ver|صوّ?ت|投票(?:する)?|투표(?:하기)?)|"
    r"\D{0,24}\d[\d.,\s]*(?:votes?|stimmen|votos|voti|stemmen|röster|stemmer|ääntä|głos\w*|hlas\w*|голос\w*|oy|"
    r"人(?:参与|參與|投票)|票|표)",
    re.I,
)
"""A line by which readers vote, or that tells how many did."""


def drop_heads_of_links(found: Sequence[Chunk], reasons: list[str], links: Collection[str]) -> None:
    """Sets aside a heading under which stood links alone, not in a list, and others as high or nothing follow.

    `links` are the reasons for which links, and what stands with them, are set aside.
    """
    after, gone = -1, 0
    linked, listed = True, True
    for index in range(len(found) - 1, -1, -1):
        chunk = found[index]
        if chunk.tag == "img":
            continue
        if reasons[index]:
            gone += 1
            linked = linked and (chunk.linked >= _WHOLLY or reasons[index] in links)
            listed = listed and "li" in chunk.above
            continue
        is_next_as_high = after >= 0 and 0 < found[after].level <= chunk.level
        if chunk.level and not is_told(chunk) and gone > 1 and linked and not listed and (after < 0 or is_next_as_high):
            reasons[index] = EMPTY
            continue
        after, gone, linked, listed = index, 0, True, True


def set_apart_boxes(found: Sequence[Chunk], reasons: list[str]) -> None:
    """Sets aside boxes at the end that begin with a label or an invitation, and end with a link or a button.

    Such a box holds nothing of the article's first half, and its paragraphs stand in elements of other names.
    """
    kept = kept_words(found, reasons)
    widths = [*accumulate(language.width(found[index].text) for index in kept)]
    half = [index for index, width in zip(kept, widths, strict=True) if width <= widths[-1] * HALF] or kept[:1]
    first = {id(box) for index in half for box in found[index].boxes}
    own_names = {nearest_block(found[index]).classes for index in half if is_told(found[index])}
    if not own_names:
        return
    held = worded(found)
    framed: list[list[int]] = []
    done: set[int] = set()
    for index in reversed(kept):
        if index in done:
            continue
        for box in found[index].boxes:
            if id(box) in first or box.tag in INNER:
                continue
            within = held[id(box)]
            own = [at for at in within if not reasons[at]]
            named_alike = any(nearest_block(found[at]).classes in own_names for at in own)
            if len(own) <= _IN_BOX and not named_alike and _is_framed(found, reasons, within):
                framed.append(own)
                done.update(own)
                break
        else:
            if is_told(found[index]):
                break
    if len(framed) <= _FEW and sum(language.width(found[at].text) for at in done) < _MUCH * widths[-1]:
        for at in done:
            reasons[at] = TO_READERS


def set_apart_polls(found: Sequence[Chunk], reasons: list[str]) -> None:
    """Sets aside questions that readers are to answer, each with the short lines that are all else in its element.

    Two answers to press or more tell of such, or a line that asks for votes or counts them.
    """
    for within in worded(found).values():
        own = [at for at in within if not reasons[at]]
        answers = [at for at in within if reasons[at] and _is_answer(found[at])]
        asks = any(found[at].text.endswith(("?", "？", "؟", ";")) for at in own)
        is_poll = len(answers) > 1 or any(_VOTES.fullmatch(found[at].text) for at in within)
        if asks and is_poll and len(own) <= _IN_BOX and not any(_is_long(found[at]) for at in own):
            for at in own:
                reasons[at] = "asks readers, who press their answer"


def _is_answer(chunk: Chunk) -> bool:
    """Whether a chunk is there to be pressed, and no button of the site's."""
    pressed = any(box.tag in ("button", "label") or box.chrome == ANSWER for box in chunk.boxes)
    return pressed and not is_chrome(chunk.text)


def _is_long(chunk: Chunk) -> bool:
    return language.width(chunk.text) > SHORT or language.ends_sentence(chunk.text)


def _is_framed(found: Sequence[Chunk], reasons: Sequence[str], within: Sequence[int]) -> bool:
    """Whether a label or an invitation stands first, and last what one presses."""
    label, button = found[within[0]], found[within[-1]]
    is_label = language.width(label.text) <= SHORT and not language.ends_sentence(label.text)
    is_button = language.width(button.text) <= SHORT // 2 and (button.linked >= _WHOLLY or is_chrome(button.text))
    return (
        is_label
        and bool(reasons[within[0]] or invites(label.text))
        and is_button
        and bool(reasons[within[-1]])
        and "li" not in button.above
    )
