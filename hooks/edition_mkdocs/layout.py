"""A rendered page without the layout of the theme's templates, which a reader's line has no use for."""

from __future__ import annotations

import re

_AS_IT_STANDS = re.compile(r"(<(?:script|style|pre|textarea)\b.*?</(?:script|style|pre|textarea)>)", re.S)
"""White space has a meaning there, and the policy knows a script by each of its signs."""
_LINES = re.compile(r"\n\s+")


def without_layout(page: str) -> str:
    """The page, about whose article no line is indented or empty; what stands in the article is not the theme's."""
    before, begins, rest = page.partition("<article")
    article, ends, after = rest.rpartition("</article>")
    return "".join((_dense(before), begins, article, ends, _dense(after)))


def _dense(html: str) -> str:
    parts = _AS_IT_STANDS.split(html)
    parts[::2] = [_LINES.sub("\n", part) for part in parts[::2]]
    return "".join(parts)
