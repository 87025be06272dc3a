"""Half-width stops in Chinese: the comma of an English keyboard between Chinese characters.

A browser that parts Chinese from Latin (`text-autospace`) takes such a stop for Latin and parts it from the word that
it closes. Which stops those are is found here; an element around each lets the stylesheet take away the space before
it and leave one behind it. The text itself stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.text.pinyin import HAN

WIDE_LETTERS = rf"{HAN}\u2e80-\u2fdf\u3006\u3021-\u3029\u3031-\u3035\u3038-\u30ff\u31f0-\u31ff"
"""Chinese characters and Japanese letters, as what stands between the brackets of a pattern."""

_STOP = re.compile(rf"(?<=[{WIDE_LETTERS}])(?:[,:;?!]|\.(?![A-Za-z0-9]))|(?<=[A-Za-z]),(?=[A-Za-z])")


def half_width_stops(text: str, language: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """The offset of each half-width stop that closes a Chinese word, or parts two Latin ones without a space.

    They are looked for from `start` to `end`; what stands before counts.
    """
    if language.partition("-")[0] == "zh":
        yield from (found.start() for found in _STOP.finditer(text, start, len(text) if end is None else end))
