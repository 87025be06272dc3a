"""Which images of a page are pictures: no icons, no signs of the site's that stand again and again, none for sale."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, takewhile

from lxml import html

_ADVERTISEMENT = re.compile(
    r"(?:ads?|advert(?:isement)?|banner|werbung|anzeige|publicit[éey]|publicidad|publicidade|pubblicità|reklam[ae]?|"
    r"annonse?|advertentie|iklan|реклама|إعلان|广告|廣告|広告|광고)[\W_\d]*",
    re.I,
)
_PLACES = {(300, 250), (336, 280), (728, 90), (970, 90), (970, 250), (468, 60), (300, 600), (160, 600), (320, 100)}
"""How wide and high the places are in which the web sells pictures that lead elsewhere (the IAB's sizes)."""
_AROUND = 4
"""So many elements around a picture may say that its place is sold."""
_OFTEN = 3
"""A picture that stands in the page so many times is the site's."""
_ICON = 48
"""A picture of so many dots at most, wide and high, is a sign of the site's."""


def is_icon(node: html.HtmlElement) -> bool:
    """Whether the page says that a picture is no larger than a letter or two, or an advertisement."""
    sizes = [int(node.get(name, "")) for name in ("width", "height") if re.fullmatch(r"\d{1,4}", node.get(name, ""))]
    said = (node.get("alt", ""), node.get("src", "").rpartition("/")[2].rpartition(".")[0])
    link = next(islice((box for box in node.iterancestors() if box.tag == "a"), 1), None)
    names = " ".join(box.get("class", "") for box in islice(node.iterancestors(), _AROUND)).split()
    is_sold = link is not None and (
        "sponsored" in link.get("rel", "").split()
        or (tuple(sizes) in _PLACES and not said[0])
        or any(map(_ADVERTISEMENT.fullmatch, (*names, *node.get("src", "").split("/")[:-1])))
    )
    return (
        is_sold
        or bool(re.search(r"(?:^|/)icons?(?:[-_][^/]*$|/)", node.get("src", "").rpartition(".")[0]))
        or (bool(sizes) and max(sizes) <= _ICON)
        or any(map(_ADVERTISEMENT.fullmatch, said))
    )


def signs_of(document: html.HtmlElement) -> frozenset[str]:
    """The addresses of the pictures that stand in the page again and again: signs on other pictures, empty places."""
    often = Counter(filter(None, map(address, document.iter("img"))))
    return frozenset(one for one, times in often.items() if times >= _OFTEN)


def address(node: html.HtmlElement) -> str:
    """All that says where the file of a picture is; empty where the page holds it itself."""
    # A parser that knows no `source` sets what follows it within it.
    around = takewhile(lambda box: box.tag in ("source", "picture"), node.iterancestors())
    sources = (*node.itersiblings("source", preceding=True), *around, node)
    said = [value for source in sources for name, value in source.items() if re.search(r"src|orig|lazy", name)]
    return " ".join(value for value in said if not value.startswith("data:") and re.search(r"[./]", value))
