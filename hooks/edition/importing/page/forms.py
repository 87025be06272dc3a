"""Forms around a whole page, as programs of servers write them: none of the site’s, and no reason to leave it out."""

from __future__ import annotations

from lxml import html

_MOST = 0.5
"""A form with so much of the page's words is around it."""
_WORDS = ".//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]"


def unwrap_page(document: html.HtmlElement) -> None:
    """Makes a division of each form that holds most of the page's words."""
    forms = [*document.iter("form")]
    whole = _width(document) if forms else 0
    for form in forms:
        if _width(form) > whole * _MOST:
            form.tag = "div"


def _width(node: html.HtmlElement) -> int:
    return sum(len(text.strip()) for text in node.xpath(_WORDS))
