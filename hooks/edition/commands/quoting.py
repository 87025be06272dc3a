"""Words of others in GitHub's Markdown: whatever stands in them, they stay words.

They go into code spans. There nothing is read as HTML, as a link or an image, as a mention of a person or as a
reference to an issue, in CommonMark and in all that GitHub does afterwards; backslashes stop only the first of these.
"""

from __future__ import annotations

import re
import unicodedata

_RUNS = re.compile(r"`+")
_ADDRESS = re.compile(r"https?://[!-;=?-_a-z{|}~]+")  # printing ASCII signs without `<`, `>` and the backtick


def code(text: str, longest: int = 600) -> str:
    """The text as one code span on one line, in so many characters at most."""
    line = "".join(sign if _is_shown(sign) else "\N{REPLACEMENT CHARACTER}" for sign in " ".join(text.split()))
    if len(line) > longest:
        line = line[: longest - 1] + "…"
    if not line:
        return ""
    runs = {len(run) for run in _RUNS.findall(line)}
    fence = "`" * next(size for size in range(1, len(runs) + 2) if size not in runs)
    padding = " " if line[0] == "`" or line[-1] == "`" else ""
    return f"{fence}{padding}{line}{padding}{fence}"


def as_link(address: str) -> str:
    """The address as a link, where it is one that can only be that; else as code."""
    return f"<{address}>" if _ADDRESS.fullmatch(address) else code(address)


def _is_shown(sign: str) -> bool:
    """Whether the sign neither acts on its surroundings (as those that turn the direction do) nor is no character."""
    return unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn") or sign in "\u200c\u200d"
