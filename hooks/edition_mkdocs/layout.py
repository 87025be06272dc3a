"""A rendered page without the layout of the theme's templates, which a reader's line has no use for."""

from __future__ import annotations

import re

_AS_IT_STANDS = re.compile(r"(<(?:script|style|pre|textarea)\b.*?</(?:script|style|pre|textarea)>)", re.S)
"""White space has a meaning there, and the policy knows a script by each of its signs."""
_LONG = 500_000
"""Characters of a page beside which its layout is nothing, and of which a build had better hold no copy."""
_LINES = re.compile(r"\n\s+")
_KNOWN = ' xmlns="http://www.w3.org/2000/svg"'
"""The theme's icons name their language, which HTML knows."""


def without_layout(page: str) -> str:
    """The page, about whose article no line is indented or empty; what stands in the article is not the theme's.

    A very long one is left as it is.
    """
    if len(page) > _LONG:
        return page
    begins, ends = page.find("<article"), page.rfind("</article>")
    if not 0 <= begins < ends:
        return _dense(page)
    return "".join((_dense(page[:begins]), page[begins:ends], _dense(page[ends:])))


def _dense(html: str) -> str:
    parts = _AS_IT_STANDS.split(html)
    parts[::2] = [_LINES.sub("\n", part).replace(_KNOWN, "") for part in parts[::2]]
    return "".join(parts)
