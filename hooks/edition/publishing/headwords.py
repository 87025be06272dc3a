"""Headwords cut so that their line has room for the meaning."""

from __future__ import annotations

import re

from edition.problems import columns
from edition.text import HAN, written_in

_WIDEST = 16
"""A headword as wide as eight signs of Chinese stays whole."""
_RUNNING = re.compile(f"[{HAN}\u3005-\u3007\u3040-\u30ff]")
_UNIT = re.compile(
    f"[{HAN}\u3000-\u30ff\uff00-\uffef][\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
    f"|[^\\s{HAN}\u3000-\u30ff\uff00-\uffef]+|\\s+"
)
"""What is never cut in running Chinese or Japanese: a sign with its marks, a word in another script."""


def shortened(words: str, language: str) -> str:
    """A headword that leaves its line room for the meaning.

    Running Chinese is cut in its middle, Japanese at its end, between signs; everything else behind a word. No word is
    ever cut.
    """
    if _width(words) <= _WIDEST:
        return words
    running = len(_RUNNING.findall(words)) * 3 > sum(map(str.isalpha, words))
    if running and written_in(language) == "Jpan":
        cut = "".join(_UNIT.findall(words)[:7]).rstrip() + "…"
    elif running:
        units = _UNIT.findall(words)
        cut = f"{''.join(units[:4]).rstrip()}…{''.join(units[-2:]).lstrip()}" if len(units) > 6 else words
    else:
        cut = words
        while " " in cut and _width(cut) > _WIDEST:
            cut = cut.rpartition(" ")[0].rstrip()
        cut = f"{cut} …" if cut != words else words
    return cut if len(cut) < len(words) else words


def _width(words: str) -> int:
    return sum(map(columns, words))
