"""The word that was meant, among many that are wanted: for messages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_LONGEST_WORD = 100
"""What is longer is no slip of a word."""
_SLIP, _LIKE = 80, 60
"""From these scores (0 to 100) on a word is a slip of another, or may be what was meant."""
_FEW = 3
"""What so many share tells what was meant; what more of them share is a name or a year that stands in many."""


def did_you_mean(found: str, wanted: Iterable[str]) -> str:
    """`Did you mean “x”?` where something near stands in `wanted`; else empty.

    Near is what is spelt alike, and what shares a part that few others have: `openai-o3` is like `willison-o3-2025`.
    A frozen set may be asked again and again.
    """
    return _meant(found, frozenset(wanted)) if len(found) <= _LONGEST_WORD else ""


@lru_cache(maxsize=256)
def _meant(found: str, words: frozenset[str]) -> str:
    from rapidfuzz import fuzz, process  # here, since only what is wrong waits for it

    near = process.extractOne(found, _in_order(words), scorer=fuzz.ratio, score_cutoff=_LIKE)
    if near and near[1] >= _SLIP:
        return f"Did you mean “{near[0]}”?"
    sharing = [[word for word in _in_order(words) if part in _parts(word)] for part in sorted(_parts(found))]
    few = min((some for some in sharing if some), key=len, default=[])
    meant = few if len(few) <= _FEW and few else [near[0]] if near else []
    return f"Did you mean {' or '.join(f'“{word}”' for word in meant)}?" if meant else ""


def _parts(word: str) -> set[str]:
    return set(re.split(r"[-_\s]+", word.lower())) - {""}


@lru_cache(maxsize=32)
def _in_order(words: frozenset[str]) -> list[str]:
    return sorted(words)
