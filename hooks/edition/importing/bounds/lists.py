"""Lists of links among the article’s paragraphs: which of them the article makes, and which lead to other articles."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from edition.importing.bounds.appeals import TO_READERS
from edition.importing.bounds.scores import HALF, is_prose
from edition.importing.lines import language
from edition.importing.lines.appeals import PROMOTION
from edition.importing.lines.chrome import NETWORK, leads_on
from edition.importing.page.chunks import Chunk, list_around

_ITEMS = 3
"""So many items make a list of links."""
_ITEM = 40
"""So wide is each item of a list that tells something."""
_SENTENCE = 80
"""So wide is a sentence at least that a list goes on with."""

_OPEN = re.compile(r"[:：]\s*$")
_CHANNEL = re.compile(
    r"newsletter|whatsapp|telegram|podcast|メルマガ|公众号|뉴스레터|^(?=.{0,40}$)(?:.*[\s-])?apps?\b", re.I
)


def settle_lists(found: Sequence[Chunk], reasons: list[str], link: str, outside: Collection[str]) -> None:
    """Keeps the items that an open sentence introduces, links or not; sets aside lists of links under a heading."""
    lists: dict[int, list[int]] = {}
    for index, chunk in enumerate(found):
        around = list_around(chunk)
        if around and chunk.tag != "img":
            lists.setdefault(id(around), []).append(index)
    for items in lists.values():
        kept = [at for at in items if not reasons[at]]
        linked = sum(found[at].linked >= HALF for at in items)
        gone = outside if min(_links_of(found, items), linked / len(items)) > HALF else (link, *outside)
        _keep_whole(found, reasons, items, kept, gone)
        before = next((at for at in range(items[0] - 1, -1, -1) if found[at].tag != "img"), -1)
        apart, why = items, link
        if before < 0 or reasons[before]:  # under a heading that is none of the article's
            apart = items if _are_links_at_end(found, reasons, before, items) else []
        elif _are_offers([found[at] for at in kept]):
            apart, why = [*_over_offers(found, before, items), *items], TO_READERS
        elif _is_open(found[before]):
            opened = (link, *outside) if _OPEN.search(found[before].text) else (link,)
            for at in items:  # one that is a heading is a card of another article
                reasons[at] = "" if reasons[at] in opened and not found[at].level else reasons[at]
            apart = []
        else:
            apart = _links_under(found, reasons, before, items, link) or _rest_of_links(found, reasons, items, link)
        for at in apart:
            reasons[at] = reasons[at] or why


def _keep_whole(
    found: Sequence[Chunk], reasons: list[str], items: Sequence[int], kept: Sequence[int], gone: Collection[str]
) -> None:
    """Keeps the rest of a list of which most is the article's, or of which each item tells something."""
    is_most = len(kept) > len(items) * HALF and len(kept) > 1
    is_told = kept and not any(found[at].linked or language.width(found[at].text) < _ITEM for at in items)
    for at in items if is_most or is_told else ():
        is_item = found[at].boxes[-1].tag == "li" and not found[at].level
        reasons[at] = "" if reasons[at] in gone and (is_item or not is_most) else reasons[at]


def _links_of(found: Sequence[Chunk], items: Sequence[int]) -> float:
    """How much of a list is links, from 0 to 1."""
    whole = sum(len(found[at].text) for at in items)
    return sum(len(found[at].text) * found[at].linked for at in items) / max(whole, 1)


def _are_links_at_end(found: Sequence[Chunk], reasons: Sequence[str], before: int, items: Sequence[int]) -> bool:
    """Whether a list behind all that is the article's is one of links."""
    return (
        len(items) >= _ITEMS
        and not any(not reasons[at] and found[at].tag != "img" for at in range(items[-1] + 1, len(found)))
        and any(is_prose(found[at]) and not reasons[at] for at in range(before))
        and all(found[at].linked for at in items)
        and sum(language.ends_sentence(found[at].text) for at in items) < len(items) * HALF
    )


def _over_offers(found: Sequence[Chunk], before: int, items: Sequence[int]) -> list[int]:
    """The line over a list of offers, in one element with it; none where it is the article's."""
    head = found[before]
    is_told = language.ends_sentence(head.text) or is_prose(head)
    return [before] if not is_told and any(box is head.boxes[-2] for box in found[items[0]].boxes[-4:]) else []


def _is_open(head: Chunk) -> bool:
    """Whether a list goes on with the sentence."""
    return is_prose(head) and not language.ends_sentence(head.text) and language.width(head.text) >= _SENTENCE


def _links_under(found: Sequence[Chunk], reasons: Sequence[str], before: int, items: list[int], link: str) -> list[int]:
    """A list of links under a heading, with that, where nothing else stands under it; empty where it is none."""
    head = found[before]
    leads = leads_on(head.text) or (len(items) >= _ITEMS and any(reasons[at] == link for at in items))
    if not (head.level and leads and _links_of(found, items) > HALF):
        return []
    after = next((at for at in range(items[-1] + 1, len(found)) if found[at].tag != "img"), -1)
    return [before, *items] if after < 0 or found[after].level or reasons[after] else items


def _rest_of_links(found: Sequence[Chunk], reasons: Sequence[str], items: list[int], link: str) -> list[int]:
    """A list of which each item is a link at least by half, and as many are nothing else; empty where it is none."""
    wholly = sum(reasons[at] == link for at in items)
    return items if wholly >= len(items) * HALF and all(found[at].linked >= HALF for at in items) else []


def _are_offers(items: Sequence[Chunk]) -> bool:
    """Whether the items of a list are what the site offers beside its articles: each leads there."""
    named = sum(bool(_CHANNEL.search(item.text) or NETWORK.match(item.text)) for item in items)
    promoted = any(PROMOTION.search(item.text) for item in items)
    return len(items) > 1 and all(item.linked for item in items) and (promoted or named >= len(items) * HALF)
