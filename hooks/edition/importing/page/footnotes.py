"""Footnotes: the signs in a text that lead to them, and those that lead back."""

from __future__ import annotations

import re

from lxml import html

_CALL = re.compile(r"[\s\[(（［]*(?:注\s*)?(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z]|[ivx]{1,5})[\s\])）］]*", re.I)
BACK = re.compile(r"[\s\[(]*[↩↑^⇧⏎⬆🔙\ufe0e\ufe0f]+[\s\])]*")
"""What a footnote ends or begins with to lead back to where it is called."""


def called(document: html.HtmlElement) -> frozenset[str]:
    """The ids of the elements to which a number or a sign in the text leads, as to a footnote.

    A block that begins with the anchor to which one leads, as Word writes it, gets its id.
    """
    found = frozenset(
        link.get("href", "")[1:]
        for link in document.iter("a")
        if link.get("href", "").startswith("#") and _CALL.fullmatch(link.text_content() or "")
    )
    for anchor in document.iter("a", "span"):
        name = anchor.get("id") or anchor.get("name")
        block = next(anchor.iterancestors("p", "li", "dd", "div"), None) if name in found else None
        if block is not None and not block.get("id") and not (block.text or "").strip() and block[0] is anchor:
            block.set("id", str(name))
    return found
