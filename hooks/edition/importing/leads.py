"""Lines of a page that lead elsewhere, to other articles or to another place in it, and appeals to its readers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import islice

from edition.importing import language
from edition.importing.chunks import Box, Chunk

_COLON = re.compile(r"[:：]\s*$")
_SHORT = 100
"""A line that leads is at most as wide."""
_WHOLLY, _HALF = 0.9, 0.5


_APPEALS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # rules for comments
        r"\b(comments?|comentarios?|comentários?|commentaires?|kommentare?n?|commenti|reacties|komentarz[ey]?|yorum\w*)\b"
        r".*\b(guidelines|terms|rules|moderat\w+|norm[ae]s|regras|règles|charte|regeln|netiquette|spelregels|regulamin\w*|"
        r"kurallar\w*|responsab\w+)|تعليق.*(إرشادات|شروط)|комментари.*правил|コメント.*(規約|ルール|ガイドライン)|评论.*(规则|规定|条款)",
        # whose the opinions are
        r"\b(opinions?|views|opiniones|opiniões|opinioni|meinungen|opinie|meningen)\b.{0,120}"
        r"\b(do(es)? not|don.t|no|não|non|nicht|"
        r"n.engagent|nie|niet)\b|(الآراء|آراء).{0,60}لا (تعبر|تمثل)|мнени.{0,60}не совпадать|"
        r"(观点|看法).{0,30}(不代表|仅代表)",
        # a request for money
        r"\b(support (us|our|independent)|donat(e|ion)|become a (member|supporter)|apoi[ae]\w*|doaç\w+|apóya\w*|"
        r"donaci\w+|hazte soci\w+|soutenez|faites un don|spenden?|unterstütze[nt]? (uns|unser\w*)|"
        r"sostieni(ci)?|dona ora|steun ons|doneer|støtt oss|stöd oss|"
        r"tue meitä|wesprzyj|podpořte|podporte|támogass|destek ol\w*)\b|"
        r"поддержите|пожертвован|підтримайте|ادعم|تبرع|ご支援|寄付|支持我们|捐款|후원",
    )
)
"""What a site says to its readers under an article, in a box of its own."""


def set_apart_appeals(found: Sequence[Chunk], reasons: list[str]) -> None:
    """Sets aside what the site says to its readers at the end, in another element than the paragraphs before."""
    kept = [index for index, reason in enumerate(reasons) if not reason and found[index].tag != "img"]
    elements = Counter(id(_nearest_block(found[index])) for index in kept)
    for index in reversed(kept[len(kept) // 2 :]):
        chunk = found[index]
        beside = elements[id(_nearest_block(chunk))]
        if chunk.level or beside * 2 > len(kept) or not any(pattern.search(chunk.text) for pattern in _APPEALS):
            return
        reasons[index] = "what the site says to its readers"


def _nearest_block(chunk: Chunk) -> Box:
    """The innermost element in which the paragraph may stand beside others."""
    return next(
        (box for box in reversed(chunk.boxes) if box.tag not in ("p", "span", "a", "b", "strong", "em", "i")),
        chunk.boxes[0],
    )


def set_apart_leads(found: Sequence[Chunk], reasons: list[str], links: Collection[str], notes: Collection[str]) -> None:
    """Sets aside the lines over what was set aside as links, and links to other places in the page.

    `links` are the reasons for which links are set aside, `notes` the ids of footnotes.
    """
    heads = {chunk.text for chunk in found if chunk.level}
    wholly = Counter(chunk.text for chunk in found if chunk.inner >= _WHOLLY)
    last = max((at for at, chunk in enumerate(found) if not reasons[at] and chunk.tag != "img"), default=-1)
    for index, chunk in enumerate(found):
        if reasons[index] or chunk.level or chunk.tag in ("img", "tr", "pre") or not _is_short(chunk):
            continue
        leads_within = chunk.inner >= _WHOLLY and not any(box.id and box.id in notes for box in chunk.boxes)
        if leads_within and (wholly[chunk.text] > 1 or chunk.text in heads):
            reasons[index] = "leads to another place in the page"
            continue
        following = [*islice((at for at in range(index + 1, len(found)) if found[at].tag != "img"), 2)]
        over = [at for at in following if reasons[at] in links and found[at].linked >= _WHOLLY]
        if _COLON.search(chunk.text):
            leads = over[:1] == following[:1] != [] or chunk.linked >= _HALF
        else:
            leads = index >= last and len(over) > 1 and not language.ends(chunk.text) and not _is_in_part(chunk)
        if leads:
            reasons[index] = "stands over links that were set aside"


def _is_short(chunk: Chunk) -> bool:
    return language.width(chunk.text) <= _SHORT


def _is_in_part(chunk: Chunk) -> bool:
    """Whether it stands in a part of its own: a caption, an item, a quotation, a definition."""
    return bool({"figcaption", "li", "blockquote", "dd", "dt"} & {*chunk.above})
