"""Lists of links among the article’s paragraphs: which of them the article makes, and which lead to other articles."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from edition.importing.bounds.appeals import PROMOTION, TO_READERS
from edition.importing.bounds.scores import HALF, is_prose
from edition.importing.lines import language
from edition.importing.lines.chrome import NETWORKS, leads_on
from edition.importing.page.chunks import Chunk

_ITEMS = 3
"""So many items make a list of links."""
_ITEM = 40
"""So wide is each item of a list that tells something."""
_SENTENCE = 80
"""So wide is a sentence at least that a list goes on with."""

_OPEN = re.compile(r"[:：]\s*$")
_NETWORK = re.compile(NETWORKS, re.I)
_CHANNEL = re.compile(r"newsletter|whatsapp|telegram|(?:^|[\s-])apps?\b|podcast|メルマガ|公众号|뉴스레터", re.I)


def settle_lists(found: Sequence[Chunk], reasons: list[str], link: str, outside: Collection[str]) -> None:
    """Keeps the items that an open sentence introduces, links or not; sets aside lists of links under a heading."""
    lists: dict[int, list[int]] = {}
    for index, chunk in enumerate(found):
        around = next((id(box) for box in reversed(chunk.boxes) if box.tag in ("ul", "ol")), 0)
        if around and chunk.tag != "img":
            lists.setdefault(around, []).append(index)
    for items in lists.values():
        kept = [at for at in items if not reasons[at]]
        if len(kept) > len(items) * HALF and len(kept) > 1:
            for at in items:  # no list is the article's but for an item that is short
                is_item = found[at].boxes[-1].tag == "li" and not found[at].level
                reasons[at] = "" if is_item and reasons[at] in outside else reasons[at]
        elif kept and not any(found[at].linked or language.width(found[at].text) < _ITEM for at in items):
            for at in items:  # one of which one is the article's is so as a whole
                reasons[at] = "" if reasons[at] in outside else reasons[at]
        before = next((at for at in range(items[0] - 1, -1, -1) if found[at].tag != "img"), -1)
        if before < 0 or reasons[before]:
            last = not any(not reasons[at] and found[at].tag != "img" for at in range(items[-1] + 1, len(found)))
            if (
                last
                and len(items) >= _ITEMS
                and any(is_prose(found[at]) and not reasons[at] for at in range(before))
                and all(found[at].linked for at in items)
                and sum(language.ends_sentence(found[at].text) for at in items) < len(items) * HALF
            ):
                for at in items:  # under a heading that is none of the article's
                    reasons[at] = reasons[at] or link
            continue
        head = found[before]
        if _are_offers([found[at] for at in kept]):
            is_over = not (language.ends_sentence(head.text) or is_prose(head))
            is_over = is_over and any(box is head.boxes[-2] for box in found[items[0]].boxes[-4:])
            for at in [before, *items] if is_over else items:
                reasons[at] = reasons[at] or TO_READERS
            continue
        linked = sum(len(found[at].text) * found[at].linked for at in items)
        if is_prose(head) and not language.ends_sentence(head.text) and language.width(head.text) >= _SENTENCE:
            opened = (link, *outside) if _OPEN.search(head.text) else (link,)
            for at in items:  # one that is a heading is a card of another article
                reasons[at] = "" if reasons[at] in opened and not found[at].level else reasons[at]
        elif (
            head.level
            and (leads_on(head.text) or (len(items) >= _ITEMS and any(reasons[at] == link for at in items)))
            and linked > HALF * sum(len(found[at].text) for at in items)
        ):
            after = next((at for at in range(items[-1] + 1, len(found)) if found[at].tag != "img"), -1)
            is_empty = after < 0 or bool(found[after].level or reasons[after])
            for at in [before, *items] if is_empty else items:
                reasons[at] = reasons[at] or link


def _are_offers(items: Sequence[Chunk]) -> bool:
    """Whether the items of a list are what the site offers beside its articles: each leads there."""
    named = sum(bool(_CHANNEL.search(item.text) or _NETWORK.match(item.text)) for item in items)
    promoted = any(PROMOTION.search(item.text) for item in items)
    return len(items) > 1 and all(item.linked for item in items) and (promoted or named >= len(items) * HALF)
