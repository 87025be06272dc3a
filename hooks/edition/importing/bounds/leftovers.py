"""What is set aside once the article's chunks are known: copies, and the headings of what was set aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from edition.importing.bounds.flows import Flow
from edition.importing.bounds.leads import INNER, SHORT, is_in_part
from edition.importing.bounds.scores import HALF, PARAGRAPH, is_linked, is_prose, is_told
from edition.importing.lines import language
from edition.importing.lines.chrome import is_chrome
from edition.importing.page.captions import is_caption
from edition.importing.page.chunks import Chunk, innermost, worded

_OFTEN = 3
"""A heading or a paragraph that stands in the page so many times is the site's."""
_LONG = 3
"""A paragraph as many times as wide as one is no refrain."""
_NEAR = 6
"""A caption and its copy have so many chunks between them at most."""
_BRACKETED = re.compile(r"[＜<【《〈][^＞>】》〉]{1,16}[＞>】》〉]")
"""A line that is set as a heading by its brackets."""
EMPTY = "the heading of what was set aside"
_MENU = ("within the element nav", "within role=navigation", "within role=banner")
"""Of what a link in a menu is set aside: it may lead to a part of this page."""
AGAIN = "stands in the page"
"""How a reason begins for what stands in it a second time."""


def drop_lone_lines(found: Sequence[Chunk], reasons: list[str], heading: int) -> None:
    """Sets aside lines below the first paragraph whose nearest words were set aside as links or buttons: their labels.

    The nearest words are the others of the innermost element that holds any; those beside the title tell nothing. A
    heading goes where several stand under it, and where nothing else does at the end.
    """
    held = worded(found)
    kept = [index for index, reason in enumerate(reasons) if not reason]
    while len(kept) > 1 and _is_heading(found[kept[-1]]) and not language.ends_sentence(found[kept[-1]].text):
        reasons[kept.pop()] = EMPTY
    first = next((at for at in kept if is_told(found[at])), len(found))
    linked = (chunk for chunk, reason in zip(found, reasons, strict=True) if reason and chunk.linked >= HALF)
    titles = {chunk.text for chunk in linked if not any(box.chrome.startswith(_MENU) for box in chunk.boxes)}
    lone: list[int] = []
    for index in kept:
        chunk = found[index]
        if index <= first or chunk.tag in ("img", "tr", "pre") or is_in_part(chunk) or is_caption(chunk):
            continue
        if language.width(chunk.text) >= SHORT or language.ends_sentence(chunk.text):
            continue
        if chunk.text in titles and not chunk.level and language.width(chunk.text) > PARAGRAPH:
            reasons[index] = "the title of another article, which the page links"
            continue
        around_it = next((box for box in reversed(chunk.boxes) if len(held[id(box)]) > 1), chunk.boxes[0])
        around = held[id(around_it)] if around_it.tag not in INNER else []
        gone = [at for at in around if reasons[at] and _leads(found[at])]
        if heading not in around and len(gone) == len(around) - 1 >= (_OFTEN if chunk.level else 1):
            lone.append(index)
    for index in lone:
        reasons[index] = "stands with nothing but links and buttons that were set aside"


def _is_heading(chunk: Chunk) -> bool:
    return bool(chunk.level or _BRACKETED.fullmatch(chunk.text))


def _leads(chunk: Chunk) -> bool:
    """Whether a chunk is little but links, or is there to be pressed."""
    pressed = any(box.tag in ("form", "button", "nav") for box in chunk.boxes) or is_chrome(chunk.text)
    return pressed or chunk.linked + chunk.inner >= HALF


def drop_doubles(found: Sequence[Chunk], reasons: list[str], flows: Sequence[Flow], strong: frozenset[Flow]) -> None:
    """Sets aside what stands in the page a second time: a caption's or a lede's copy, and none of the paragraphs."""
    first: dict[str, int] = {}
    captions: set[str] = set()
    often = Counter(
        chunk.text for chunk, reason in zip(found, reasons, strict=True)
        if not reason and chunk.tag != "img" and (chunk.level or language.width(chunk.text) > PARAGRAPH)
    )  # fmt: skip
    for index, chunk in enumerate(found):
        is_first_caption = _is_told_of_picture(chunk) and chunk.text not in captions
        captions.update([chunk.text] if _is_told_of_picture(chunk) else ())
        is_own = (
            flows[index] in strong or is_first_caption or (chunk.level and _is_over_text(found, reasons, index, often))
        )
        if not reasons[index] and often[chunk.text] >= _OFTEN and not is_own:
            reasons[index] = f"{AGAIN} {often[chunk.text]} times"
        is_again = is_caption(chunk) and (_stands_above(found, reasons, index) or _begins_next(found, index))
        before = found[max(0, index - 1)]
        is_again = is_again or bool(before is not chunk and chunk.level and before.level and before.text == chunk.text)
        if not reasons[index] and is_again:
            reasons[index] = f"{AGAIN} a second time"
        if reasons[index] or chunk.tag in ("tr", "img") or language.width(chunk.text) <= PARAGRAPH:
            continue
        words = chunk.text.strip('-–—• “”„«»"')
        earlier = first.setdefault(words, index)
        if _is_told_of_picture(chunk) and _have_pictures(found, reasons, earlier, index):
            continue
        is_long = language.width(chunk.text) > _LONG * PARAGRAPH
        if earlier != index and (is_long or not (flows[index] in strong and flows[earlier] in strong)):
            gone = earlier if flows[index] in strong and flows[earlier] not in strong else index
            reasons[gone] = f"{AGAIN} a second time"
            first[words] = index if gone == earlier else earlier
    _drop_copy(found, reasons)


def _drop_copy(found: Sequence[Chunk], reasons: list[str]) -> None:
    """Sets aside all of a stretch that stands in the page before, word for word: headings and short lines, too."""
    words = [
        at for at, reason in enumerate(reasons) if found[at].tag != "img" and (not reason or reason.startswith(AGAIN))
    ]
    held = worded(found)
    first: dict[str, int] = {}
    run: list[int] = []
    shift = 0
    for place, index in enumerate([*words, -1]):
        earlier = first.setdefault(found[index].text, place) if index >= 0 else place
        if run and index >= 0 and found[words[place - shift]].text == found[index].text:
            earlier = place - shift  # as the head of another table
        if run and (place - earlier != shift or place == earlier):
            long = sum(language.width(found[at].text) > _LONG * PARAGRAPH for at in run)
            lists = (held[id(around)] for at in run if (around := innermost(found[at], "ul", "ol", "table")))
            is_headed = any(found[at].level or found[at].cells for at in run)
            whole = long and len(run) > 1 and all(language.width(found[at].text) > PARAGRAPH for at in run)
            if long >= _OFTEN or whole or (is_headed and any(len(one) >= _OFTEN and {*one} <= {*run} for one in lists)):
                for at in run:
                    reasons[at] = reasons[at] or f"{AGAIN} a second time"
            run = []
        if place != earlier:
            run.append(index)
            shift = place - earlier


def _is_told_of_picture(chunk: Chunk) -> bool:
    return is_caption(chunk) or "figcaption" in chunk.above


def _have_pictures(found: Sequence[Chunk], reasons: Sequence[str], *captions: int) -> bool:
    """Whether each of the lines stands under a picture of its own that is kept."""
    pictures = [
        next((index for index in range(at - 1, max(at - _NEAR, -1), -1) if found[index].tag == "img"), -1)
        for at in captions
    ]
    return len({*pictures}) == len(captions) and all(at >= 0 and not reasons[at] for at in pictures)


def _is_over_text(found: Sequence[Chunk], reasons: Sequence[str], index: int, often: Counter[str]) -> bool:
    """Whether what stands under a heading at once is kept, and does not stand there each time."""
    after = index + 1
    return after < len(found) and not reasons[after] and found[after].tag != "img" and often[found[after].text] < _OFTEN


def _stands_above(found: Sequence[Chunk], reasons: Sequence[str], index: int) -> bool:
    """Whether a line of a caption is the caption just above it, its end or what is shown of it, in another element."""
    chunk = found[index]
    shown = re.sub(r"\s*(?:…|\.{3})$", "", chunk.text)
    is_begin = shown != chunk.text or language.width(shown) > PARAGRAPH * HALF  # no name alone
    return any(
        not reasons[at] and found[at].boxes[-1] is not chunk.boxes[-1] and is_caption(found[at])
        and (found[at].text.endswith(chunk.text) or (is_begin and found[at].text.startswith(shown)))
        for at in range(max(0, index - _NEAR), index) if found[at].tag != "img"
    )  # fmt: skip


def _begins_next(found: Sequence[Chunk], index: int) -> bool:
    """Whether the line under a line of a caption begins with it, beside it in an element."""
    line, after = found[index], found[index + 1 : index + 2]
    return any(
        one.tag != "img" and one.text.startswith(f"{line.text} ") and any(box is one.boxes[-2] for box in line.boxes)
        for one in after if len(one.boxes) > 1
    )  # fmt: skip


def _is_between_picture_and_text(found: Sequence[Chunk], reasons: Sequence[str], index: int) -> bool:
    """Whether a short link to another site stands under a picture, and over a paragraph that is kept: whose it is."""
    before, line, after = found[index - 1], found[index], found[index + 1 : index + 2]
    is_credit = before.tag == "img" and line.outward >= HALF and language.width(line.text) < PARAGRAPH
    return is_credit and bool(after) and not reasons[index + 1] and is_prose(after[0])


def _is_short(chunk: Chunk) -> bool:
    return not chunk.level and language.width(chunk.text) < PARAGRAPH and chunk.linked < HALF


def drop_empty_headings(
    found: Sequence[Chunk], reasons: list[str], flows: Sequence[Flow], strong: frozenset[Flow], within: range
) -> None:
    """Sets aside the headings of what was set aside: nothing that is kept follows before the next as high."""
    for index in reversed(within):
        chunk = found[index]
        if reasons[index] or not chunk.level or is_told(chunk):
            continue
        weak, empty = flows[index] not in strong, False
        gone = [at for at in range(index + 1, within.stop) if found[at].tag != "img"]
        if gone and all(reasons[at] and not reasons[at].startswith(AGAIN) for at in gone):
            reasons[index] = EMPTY
            continue
        for at in range(index + 1, within.stop):
            if (
                found[at].tag == "img"
                or reasons[at].startswith(AGAIN)
                or _is_between_picture_and_text(found, reasons, at)
                or (reasons[at] and language.width(found[at].text) < PARAGRAPH and not weak)
            ):
                continue
            if reasons[at] and weak and _is_short(found[at]):
                continue
            if reasons[at] and (weak or found[at].level or is_linked(found[at])):
                empty = True
                if weak:
                    break
                continue
            empty = empty and bool(found[at].level) and found[at].level <= chunk.level
            break
        if empty:
            reasons[index] = EMPTY
