"""Elements around the article's words that say nothing of them: forms of whole pages, what folds the rest away."""

from __future__ import annotations

import re

from lxml import html

_MOST = 0.5
"""A form with so much of the page's words is around it."""
_WORDS = ".//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]"

_GOES_ON = re.compile(
    r"(?:^|[-_ ])(?:continued?|lockable|remainder|(?:rest|more)-?(?:text|content)|rest-?of-?\w+)(?:$|[-_ ])", re.I
)
"""How an element is called that is hidden until the reader asks for the rest of the article."""


def unwrap_page(document: html.HtmlElement) -> None:
    """Makes a division of each form that holds most of the page's words, and opens what holds the rest of a text."""
    for node in [one for one in document.iter("div", "section") if _goes_on(one)]:
        node.drop_tag()
    forms = [*document.iter("form")]
    whole = _width(document) if forms else 0
    for form in forms:
        if _width(form) > whole * _MOST:
            form.tag = "div"


def _width(node: html.HtmlElement) -> int:
    return sum(len(text.strip()) for text in node.xpath(_WORDS))


def _goes_on(node: html.HtmlElement) -> bool:
    """Whether an element is the rest of a text that begins beside it."""
    names = f"{node.get('class', '')} {node.get('id', '')}"
    return bool(_GOES_ON.search(names)) and node.find("./p") is not None and node.find("../p") is not None
