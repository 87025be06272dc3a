"""Which headings and lines between an article's paragraphs are its own, by what stands under and beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from edition.importing.bounds.extent import Extent
from edition.importing.bounds.flows import Flow, element_of
from edition.importing.bounds.reasons import IN_BOX, LINK, UNREAD
from edition.importing.bounds.scores import ENTRY, HALF, PARAGRAPH, is_prose
from edition.importing.lines import language
from edition.importing.page.captions import is_caption
from edition.importing.page.chunks import Chunk, innermost
from edition.importing.page.site_elements import HIDDEN

_HEAD = re.compile(r"sub-?head|cross-?head|inter-?tit|heading|zwischen-?(?:titel|ueberschrift)|ladillo", re.I)
"""How an element is called in which the title of a section stands."""
_LABEL = re.compile(r"[^.!?:：]{2,30}[:：]")
"""What stands before its value, in an element of its own."""
_TITLE = 36
"""So wide is the title of an entry at most among others that lead nowhere."""
_MANY = 3
"""So many lines of one form, headings or entries are the article's."""


def keep_heads(found: Sequence[Chunk], reasons: list[str], text: Extent) -> None:
    """Keeps a heading under which the article goes on, or a list in the same box, and the value of a label.

    Where the text stands in several elements `article`, each may have its heading in a box with a link to it.
    """
    entries = {id(innermost(found[at], "article")) for at in range(text.start, text.end) if text.is_in_flow(at)}
    own: set[int] = set()
    for index in range(text.end - 2, text.start - 1, -1):  # one may stand over another
        chunk = found[index]
        is_named = _HEAD.search(chunk.boxes[-1].classes) and not language.ends_sentence(chunk.text)
        is_head = chunk.level or ((chunk.is_bold or is_named) and not (reasons[index - 1] or chunk.linked))
        behind = (at for at in range(index + 1, text.end) if found[at].tag != "img" and reasons[at] != HIDDEN)
        after = next((at for at in behind if not is_caption(found[at])), index)
        is_over = not (reasons[after] or (after in own and found[after].level <= chunk.level))
        is_over = is_over and bool(is_prose(found[after]) or chunk.level or "li" in found[after].above)
        is_value = not (reasons[index - 1] or reasons[after]) and bool(_LABEL.fullmatch(found[index - 1].text))
        is_own = reasons[index] == UNREAD and ((is_head and is_over) or is_value)
        is_its = len(entries) > _MANY and innermost(chunk, "article") is innermost(found[after], "article")
        if is_own or (reasons[index] == IN_BOX and chunk.level and is_over and (is_its or not text.is_in_flow(after))):
            reasons[index] = ""
            own.add(index)


def keep_linked_heads(found: Sequence[Chunk], reasons: list[str], text: Extent) -> None:
    """Keeps headings that are links, of several in a flow: more stands under each than announces an article.

    Where the others lead nowhere, a long one is the title of another article.
    """
    heads: dict[tuple[Flow, int], list[int]] = {}
    for index in range(text.start, text.end):
        if found[index].level and reasons[index] in ("", LINK):
            heads.setdefault((text.flows[index], found[index].level), []).append(index)
    for alike in heads.values():
        linked = [at for at in alike if reasons[at]]
        widest = _TITLE if len(linked) < len(alike) * HALF else PARAGRAPH * _MANY
        for index in (at for at in linked if len(alike) >= _MANY and language.width(found[at].text) <= widest):
            _keep_head_of_entry(found, reasons, text, index)


def _keep_head_of_entry(found: Sequence[Chunk], reasons: list[str], text: Extent, index: int) -> None:
    """Keeps the heading at `index` where an entry of the article stands under it, in its element."""
    under = takewhile(lambda at: not (found[at].level or reasons[at] == LINK), range(index + 1, text.end))
    own = [found[at] for at in under if not reasons[at] and found[at].tag != "img"]
    is_with_it = own and is_prose(own[0]) and any(box is element_of(found[index]) for box in own[0].boxes)
    least = PARAGRAPH if found[index].outward >= HALF else ENTRY  # no other article of the site's
    if is_with_it and sum(language.width(one.text) for one in own) >= least:
        reasons[index] = ""


def lines_between(found: Sequence[Chunk], text: Extent, unread: Sequence[int]) -> list[int]:
    """Lines between the paragraphs that stand there again and again, in elements of one name: heads of the text."""
    around = {id(box) for at, chunk in enumerate(found) if text.is_in_flow(at) for box in chunk.boxes[:-1]}
    alike: dict[tuple[int, str, str], list[int]] = {}
    for index in unread:
        boxes = found[index].boxes
        parent, own = next(((one, box) for one, box in pairwise(boxes) if id(box) not in around), boxes[:1] * 2)
        if own.classes and not found[index].linked and not found[index].level:
            alike.setdefault((id(parent), own.tag, own.classes), []).append(index)
    return [
        index
        for lines in alike.values()
        if len({found[at].text for at in lines}) == len(lines) >= _MANY
        and all(at - before > 1 for before, at in pairwise(lines))  # none of a list to choose from
        for index in lines
    ]
