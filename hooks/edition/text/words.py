"""Where words begin and end, in scripts that put spaces between them and in those that do not."""

from __future__ import annotations

import re

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u31ff\u3400-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Scripts that put no space between words, or (Korean) none before particles: neighbours tell no word's edge."""


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether the range does not cut a word of a script that puts spaces between words."""
    return not (
        (start and _joined(text[start - 1], text[start])) or (end < len(text) and _joined(text[end - 1], text[end]))
    )


def word_around(text: str, start: int, end: int) -> str:
    """The range with the rest of the words that it cuts."""
    while start and _joined(text[start - 1], text[start]):
        start -= 1
    while end < len(text) and _joined(text[end - 1], text[end]):
        end += 1
    return text[start:end]


def _joined(before: str, after: str) -> bool:
    return before.isalnum() and after.isalnum() and not _UNSPACED.match(before) and not _UNSPACED.match(after)
