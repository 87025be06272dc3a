"""A rendered page without the layout of the theme's templates, which a reader's line has no use for."""

from __future__ import annotations

import re

from edition_mkdocs.heap import LONG

_AS_IT_STANDS = re.compile(r"(<(?:script|style|pre|textarea)\b.*?</(?:script|style|pre|textarea)>)", re.S)
"""White space has a meaning there, and the policy knows a script by each of its signs."""
_LINES = re.compile(r"\n\s+")
_KNOWN = ' xmlns="http://www.w3.org/2000/svg"'
"""The theme's icons name their language, which HTML knows."""


def without_layout(page: str) -> str:
    """The page, about whose article no line is indented or empty; what stands in the article is not the theme's.

    A very long one is left as it is, beside which its layout is nothing.
    """
    if len(page) > LONG:
        return page
    before, article, behind = parted(page)
    return f"{_dense(before)}{article}{_dense(behind)}"


def parted(page: str) -> tuple[str, str, str]:
    """The page up to its article, the article, and from its end on; one that has none stands before it."""
    begins, ends = page.find("<article"), page.rfind("</article>")
    return (page[:begins], page[begins:ends], page[ends:]) if 0 <= begins < ends else (page, "", "")


def _dense(html: str) -> str:
    parts = _AS_IT_STANDS.split(html)
    parts[::2] = [_LINES.sub("\n", part).replace(_KNOWN, "") for part in parts[::2]]
    return "".join(parts)
