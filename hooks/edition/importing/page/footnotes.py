"""Footnotes: the signs in a text that lead to them, and those that lead back."""

from __future__ import annotations

import re

from lxml import html

_CALL = re.compile(r"[\s\[(（［]*(?:注\s*)?(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z]|[ivx]{1,5})[\s\])）］]*", re.I)
BACK = re.compile(r"[\s\[(]*[↩↑^⇧⏎⬆🔙\ufe0e\ufe0f]+[\s\])]*")
"""What a footnote ends or begins with to lead back to where it is called."""


def called(document: html.HtmlElement) -> frozenset[str]:
    """The ids of the elements to which a number or a sign in the text leads, as to a footnote."""
    return frozenset(
        link.get("href", "")[1:]
        for link in document.iter("a")
        if link.get("href", "").startswith("#") and _CALL.fullmatch(link.text_content() or "")
    )
