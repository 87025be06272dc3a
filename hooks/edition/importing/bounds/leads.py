"""Lines of a page that lead elsewhere: to other articles, or to another place in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import islice, pairwise, takewhile

from edition.importing.bounds.scores import DATED, ENTRY, HALF, PARAGRAPH, PART
from edition.importing.files.markup import HEADINGS
from edition.importing.lines import language
from edition.importing.lines.chrome import is_chrome, leads_on
from edition.importing.lines.days import DAY
from edition.importing.page.captions import is_caption
from edition.importing.page.chunks import Box, Chunk, innermost, kept_words, list_around, worded

_DATE_AHEAD = re.compile(rf"{DAY}\s*[-–—:|]\s*\S", re.I)
"""How the title of another article begins that says its day first."""
_COLON = re.compile(r"[:：]\s*$")
_POINTS = re.compile(r"(?:>{1,3}|[→►▶➤➡☞⇒▸➔👉])\ufe0f?\s*\w.{,240}$")
"""How a line begins that points to another article."""
_BROKEN_OFF = re.compile(r"(?:\.\.\.|…)\s*$")
"""How the beginning of another article ends."""
SHORT = 100
"""A line that leads is at most as wide."""
_BEHIND = 24
"""Among so many chunks behind a line stand the links over which it stands, if any."""
_WHOLLY, _SOME = 0.9, 0.1
_CARDS, _MOST_CARDS = 3, 0.8
"""So many boxes of one form side by side, and so much of them with a link to another article, are cards of such."""
_IN_CARD = 5
"""A card has so many chunks at most."""
OVER_LINKS = "stands over links that were set aside"
_UNDER_LEAD = "stands under a line that leads to other articles"
_TITLE = "the title of another article, with what leads to such"
WITH_LINK, AMONG_CARDS = "stands with a link to another page", "stands with a link to another page, as others beside it"
INNER = ("p", "span", "a", "b", "strong", "em", "i")


def set_apart_teasers(found: Sequence[Chunk], reasons: list[str], link: str) -> None:
    """Sets aside what stands with a heading that is but a link to another article, in a box of the two."""
    kept = kept_words(found, reasons)
    elements = Counter(id(box) for at in kept for box in found[at].boxes)
    widths: Counter[int] = Counter()
    for at in kept:
        for box in found[at].boxes:
            widths[id(box)] += language.width(found[at].text)
    whole = sum(language.width(found[at].text) for at in kept)
    held = worded(found)
    _set_apart_broken_off(found, reasons)
    for index, chunk in enumerate(found):
        if reasons[index] != link:
            continue
        box = nearest_block(chunk, (*INNER, *HEADINGS))
        if len(held[id(box)]) == 1:  # it stands in a box of its own there
            box = next((one for one in reversed(chunk.boxes) if len(held[id(one)]) > 1), box)
            box = box if len(held[id(box)]) <= _IN_CARD else nearest_block(chunk, (*INNER, *HEADINGS))
        # At the end a line that is but a link needs no heading, where the two are alone in the box.
        is_last = index + 1 == (kept[-1] if kept else -1)
        alone = is_last and elements[id(box)] == 1 and not any(one is box for one in found[index - 1].boxes)
        if not (chunk.level or alone) or widths[id(box)] >= whole * PART:
            continue  # the article itself is no longer
        for at in range(max(0, index - 2), min(len(found), index + 4)):
            other = found[at]
            beside = any(one is box for one in other.boxes)
            if not reasons[at] and not other.level and other.tag != "img" and beside:
                reasons[at] = WITH_LINK


def _set_apart_broken_off(found: Sequence[Chunk], reasons: list[str]) -> None:
    """Sets aside what breaks off between two links."""
    words = [at for at, chunk in enumerate(found) if chunk.tag != "img"]
    for before, index, after in zip(words, words[1:], words[2:], strict=False):
        is_broken_off = not reasons[index] and not found[index].level and _BROKEN_OFF.search(found[index].text)
        if is_broken_off and all(reasons[at] and found[at].linked >= _WHOLLY for at in (before, after)):
            reasons[index] = "stands between links to another page, and breaks off"


def set_apart_cards(found: Sequence[Chunk], reasons: list[str], link: str) -> None:
    """Sets aside what stands with a link to another article in one of several boxes of one form, side by side."""
    alike: dict[tuple[int, str, str], set[int]] = {}
    held = worded(found)
    _set_apart_small_articles(found, reasons, held)
    for chunk in found:
        for around, box in pairwise(chunk.boxes):
            alike.setdefault((id(around), box.tag, re.sub(r"\d", "", box.classes)), set()).add(id(box))
    for boxes in alike.values():
        cards = [held.get(box, []) for box in boxes]
        if len(cards) >= _CARDS and all(1 < len(card) <= _IN_CARD for card in cards):
            leading = [card for card in cards if _leads_to_another(found, reasons, card, link)]
            for index in (at for card in leading for at in card if len(leading) >= _MOST_CARDS * len(cards)):
                reasons[index] = reasons[index] or AMONG_CARDS


def nearest_block(chunk: Chunk, within: Collection[str] = INNER) -> Box:
    """The innermost element in which the paragraph may stand beside others: none of those that are but its own."""
    return next((box for box in reversed(chunk.boxes) if box.tag not in within), chunk.boxes[0])


def set_apart_leads(found: Sequence[Chunk], reasons: list[str], links: Collection[str], notes: Collection[str]) -> None:
    """Sets aside the lines over what was set aside as links, and links to other places in the page.

    `links` are the reasons for which links are set aside, `notes` the ids of footnotes.
    """
    heads = {chunk.text for chunk in found if chunk.level}
    wholly = Counter(chunk.text for chunk in found if chunk.inner >= _WHOLLY)
    last = max(kept_words(found, reasons), default=-1)
    before = 0
    for index, chunk in enumerate(found):
        is_head = chunk.level and not _COLON.search(chunk.text)
        is_line = not (reasons[index] or is_head or chunk.tag in ("img", "tr", "pre"))
        leads_out = chunk.outward > chunk.linked * HALF and not chunk.text.startswith(">>")
        if is_line and _POINTS.match(chunk.text) and chunk.linked > 0 and not leads_out:
            reasons[index] = "points to another article"
        if is_line and not reasons[index] and _stands_under_lead(found, reasons, index):
            reasons[index] = _UNDER_LEAD
        if reasons[index] or not (is_line and _is_short(chunk)):
            before = before if reasons[index] or chunk.tag == "img" else index
            continue
        leads_within = chunk.inner >= _WHOLLY and not any(box.id and box.id in notes for box in chunk.boxes)
        if leads_within and (wholly[chunk.text] > 1 or chunk.text in heads):
            reasons[index] = "leads to another place in the page"
            continue
        behind = (at for at in range(index + 1, min(len(found), index + _BEHIND)) if found[at].tag != "img")
        following = [*islice((at for at in behind if not DATED.match(found[at].text)), 2)]
        over = [at for at in following if reasons[at] in links and found[at].linked >= _WHOLLY]
        if _COLON.search(chunk.text):
            is_over_text = following and not reasons[following[0]] and language.ends_sentence(found[following[0]].text)
            leads = over[:1] == following[:1] != [] or (chunk.linked >= HALF and not is_over_text)
        else:
            most = SHORT if nearest_block(chunk) is not nearest_block(found[before]) else SHORT // 3
            leads = (
                (index >= last or chunk.is_bold)
                and len(over) > 1
                and not language.ends(chunk.text)
                and not is_in_part(chunk)
                and language.width(chunk.text) <= most
            )
            says_so = leads_on(chunk.text) and not language.ends(chunk.text)
            leads = leads or (over[:1] == following[:1] != [] and says_so)
        if leads:
            reasons[index] = OVER_LINKS
    words = [at for at, chunk in enumerate(found) if chunk.tag != "img"]
    for index, first, second in zip(words, words[1:], words[2:], strict=False):  # a table of contents
        is_over = all(reasons[at] and found[at].inner >= _WHOLLY for at in (first, second))
        if found[index].level and is_over:
            reasons[index] = reasons[index] or OVER_LINKS


def _set_apart_small_articles(found: Sequence[Chunk], reasons: list[str], held: Mapping[int, Sequence[int]]) -> None:
    """Sets aside several articles of one name, of a title or a picture and a few lines each, little beside the text.

    One that stands in another is a part of that.
    """
    widths = [0 if reasons[at] or chunk.tag == "img" else language.width(chunk.text) for at, chunk in enumerate(found)]
    shown = {id(box) for chunk in found if chunk.tag == "img" or chunk.level for box in chunk.boxes}
    articles = [next((box for box in chunk.boxes if box.tag == "article"), Box("")) for chunk in found]
    small = {
        id(box): box.classes for box in articles if id(box) in shown and 0 < len(held.get(id(box), ())) <= _IN_CARD
    }
    alike = Counter(small.values())
    own = [at for at, box in enumerate(articles) if widths[at] and id(box) in small and alike[box.classes] >= _CARDS]
    if sum(widths[at] for at in own) < sum(widths) * PART:
        for index in own:
            reasons[index] = _TITLE


def _leads_to_another(found: Sequence[Chunk], reasons: Sequence[str], card: Sequence[int], link: str) -> bool:
    links = [found[at] for at in card if reasons[at] == link or (found[at].level and found[at].linked >= HALF)]
    told = sum(language.width(found[at].text) for at in card if found[at].linked < HALF)
    return any(one.outward < HALF for one in links) and told < ENTRY and not any(_announces(found[at]) for at in card)


def set_apart_lists(found: Sequence[Chunk], reasons: list[str], link: str) -> None:
    """Sets aside what stands with links in lists: under a line that leads on, and under terms that are but links."""
    held = worded(found)
    words = [at for at, chunk in enumerate(found) if chunk.tag != "img"]
    for index, after in pairwise(words):
        around = list_around(found[after])
        own = held[id(around)] if around and reasons[index] and leads_on(found[index].text) else []
        for at in own if index not in own and all(found[at].linked >= _SOME for at in own) else ():
            reasons[at] = reasons[at] or WITH_LINK
    for own in {id(box): held.get(id(box), []) for chunk in found for box in chunk.boxes if box.tag == "ul"}.values():
        dated = [at for at in own if _DATE_AHEAD.match(found[at].text) and not found[at].linked]
        if len(dated) >= _CARDS and all(found[at].linked >= _WHOLLY for at in own if at not in dated):
            for at in own if len(own) == 2 * len(dated) else ():
                reasons[at] = reasons[at] or WITH_LINK
    for own in {id(box): held.get(id(box), []) for chunk in found for box in chunk.boxes if box.tag == "dl"}.values():
        terms = [at for at in own if "dt" in found[at].above]
        if len(terms) >= _CARDS and all(reasons[at] == link for at in terms):
            for at in own:
                reasons[at] = reasons[at] or WITH_LINK


def set_apart_titles(found: Sequence[Chunk], reasons: list[str]) -> None:
    """Sets aside the titles of other articles, whose links are gone, with the line over them that leads to such.

    They are a list, all that stands in an element with that line, or the end of the text. One may stand in that line.
    """
    held = worded(found)
    words = [at for at, chunk in enumerate(found) if chunk.tag != "img"]
    kept = kept_words(found, reasons)
    last = max(kept, default=-1)
    first = next((at for at in kept if language.width(found[at].text) >= PARAGRAPH), last)
    for place, index in enumerate(words):
        head = found[index]
        label, _, title = head.text.strip("[]【】〔〕 ").replace("：", ":").partition(":")
        if not (is_chrome(label) and (leads_on(label) or (title and index == last))):
            continue
        if title:
            reasons[index] = reasons[index] or (_TITLE if head.level or _may_be_title(head) else "")
            continue
        run = [*takewhile(lambda at: reasons[at] or _may_be_title(found[at]), words[place + 1 :])]
        boxes = [held[id(box)][1:] for box in head.boxes if held[id(box)][0] == index]
        if not any(box.tag in ("a", "button") for box in head.boxes):  # which may unfold the text
            boxes += [held[id(around)] for at in run[:1] if (around := list_around(found[at]))]
            boxes += [run] if run[-1:] >= [last] and index > first else []
        links = {at for at in words[place + 1 :] if reasons[at] and found[at].linked >= _WHOLLY}
        own = next((one for one in boxes if len(one) > 1 and (one == run[: len(one)] or _are_teasers(one, links))), [])
        for at in [index, *own] if own else ():
            reasons[at] = reasons[at] or _TITLE


def _are_teasers(lines: Sequence[int], links: set[int]) -> bool:
    """Whether each line that is no link follows on one, and there are several."""
    return len(links & {*lines}) > 1 and all(at in links or at - 1 in links for at in lines)


def _may_be_title(chunk: Chunk) -> bool:
    is_line = _is_short(chunk) and chunk.tag not in ("tr", "pre") and not is_caption(chunk)
    return is_line and not language.ends_sentence(chunk.text)


def _stands_under_lead(found: Sequence[Chunk], reasons: Sequence[str], index: int) -> bool:
    """Whether a line with a link follows at once, in one paragraph, on one that leads to other articles.

    Or one that is but a link, in one quotation with that, at once or behind others.
    """
    chunk = found[index]
    above = next((at for at in range(index - 1, -1, -1) if found[at].tag != "img"), index)
    leads = bool(reasons[above]) and leads_on(found[above].text)
    if chunk.linked >= _WHOLLY and (around := innermost(chunk, "blockquote")):
        leads = leads or reasons[above] == _UNDER_LEAD
        return leads and any(box is around for box in found[above].boxes)
    return (
        leads
        and chunk.linked >= PART
        and any(box is chunk.boxes[-1] for box in found[above].boxes)
        and not language.ends_sentence(chunk.text)
    )


def _announces(chunk: Chunk) -> bool:
    """Whether a paragraph ends with the words that a link stands below: it is none about another article."""
    return language.width(chunk.text) >= 2 * PARAGRAPH and bool(_COLON.search(chunk.text))


def _is_short(chunk: Chunk) -> bool:
    return language.width(chunk.text) <= SHORT


def is_in_part(chunk: Chunk) -> bool:
    """Whether it stands in a part of its own: a caption, an item, a quotation, a definition."""
    return bool({"figcaption", "li", "blockquote", "dd", "dt"} & {*chunk.above})
