"""The word that was meant, among many that are wanted: for messages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

_LONGEST_WORD = 100
"""What is longer is no slip of a word."""
_LIKE = 60
"""From this score (0 to 100) on a word may be what was meant."""


def did_you_mean(found: str, wanted: Iterable[str]) -> str:
    """`Did you mean “x”?` where something near stands in `wanted`; else empty.

    A frozen set may be asked again and again.
    """
    return _meant(found, frozenset(wanted)) if len(found) <= _LONGEST_WORD else ""


@lru_cache(maxsize=256)
def _meant(found: str, words: frozenset[str]) -> str:
    from rapidfuzz import fuzz, process  # here, since only what is wrong waits for it

    near = process.extractOne(found, _in_order(words), scorer=fuzz.ratio, score_cutoff=_LIKE)
    return f"Did you mean “{near[0]}”?" if near else ""


@lru_cache(maxsize=32)
def _in_order(words: frozenset[str]) -> list[str]:
    return sorted(words)
