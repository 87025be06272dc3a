"""Which lines that are but links are the article's: they name what it speaks of, on another site."""

from __future__ import annotations

import re

from edition.importing.bounds.scores import HALF, PARAGRAPH
from edition.importing.lines import language
from edition.importing.lines.appeals import PROMOTION
from edition.importing.lines.chrome import NETWORK, is_chrome, leads_on
from edition.importing.page.chunks import Chunk

_ADDRESS = re.compile(r"\(?(?:[^\W\d_][^:：]{1,20}[:：]\s*)?(?:https?://|www\.)\S+")
"""An address that the article gives, with what it is."""
_LABELLED = re.compile(r"[^\W\d_][^:：]{20,120}[:：]\s*(?:https?://|www\.)\S+")
"""An address with a sentence before it that says what is found there."""
_WHOLLY = 0.9
"""So much of a line that is but a link leads to another site, as what an article names as its source."""


def is_source(chunk: Chunk, *, strong: bool, beside_links: bool) -> bool:
    """Whether a line that is but a link leads to what the article names, on another site: no offer, no article."""
    if _ADDRESS.fullmatch(chunk.text) or (
        strong and "figcaption" in chunk.above and chunk.outward >= HALF and not chunk.level
    ):
        return True
    leads = leads_on(chunk.text) or PROMOTION.search(chunk.text)
    if strong and _LABELLED.fullmatch(chunk.text) and not leads:
        return True
    wide = language.width(chunk.text)
    most = chunk.linked if wide < PARAGRAPH else 1  # behind a label no title of another article is so short
    is_outward = 0 < most * _WHOLLY <= chunk.outward and not chunk.level
    is_button = is_chrome(chunk.text.rpartition("|")[2])
    if not is_outward or is_button or leads:
        return False
    if {"li", "figcaption"} & {*chunk.above} or re.match(r"(?:\d{1,3}[.)]|[-–—•])\s", chunk.text):  # as an item begins
        is_offer = NETWORK.match(chunk.text) or re.search(
            r"[$€£¥]\s?\d[\d.,]*(?![\d.,]|\s?(?i:[mbk]n?|[mb]illion|trillion)\b)|\d\s?[€£]", chunk.text
        )
        return (strong or "figcaption" in chunk.above) and not is_offer
    return (strong or "blockquote" in chunk.above) and wide >= PARAGRAPH * HALF and not beside_links
