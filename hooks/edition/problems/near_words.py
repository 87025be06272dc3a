"""The word that was meant, among many that are wanted: for messages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

_LONGEST_WORD = 100
"""What is longer is no slip of a word."""
_CANDIDATES, _NEIGHBOURS = 100, 10
"""So many words that share a pair of letters with a word are looked at, and so many most like it compared with it."""


def did_you_mean(found: str, wanted: Iterable[str]) -> str:
    """`Did you mean “x”?` where something near stands in `wanted`; else empty.

    A frozen set is looked through fast where it is asked again and again.
    """
    return _meant(found[: _LONGEST_WORD + 1], wanted if isinstance(wanted, frozenset) else frozenset(wanted))


@lru_cache(maxsize=256)
def _meant(found: str, words: frozenset[str]) -> str:
    near = get_close_matches(found, _neighbours(found, words), n=1, cutoff=0.6) if len(found) <= _LONGEST_WORD else []
    return f"Did you mean “{near[0]}”?" if near else ""


def _neighbours(found: str, words: frozenset[str]) -> list[str]:
    """Those of the words that have most pairs of letters in common with the one that was found, by its rarest pairs."""
    pairs = _pairs(words)
    shared: Counter[str] = Counter()
    for having in sorted((pairs.get(pair, []) for pair in sorted(_pairs_of(found))), key=len):
        if len(shared) < _CANDIDATES:
            shared.update(having[:_CANDIDATES])
        else:
            shared.update(shared.keys() & having[:_CANDIDATES])
    return [word for word, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_NEIGHBOURS]]


@lru_cache(maxsize=32)
def _pairs(words: frozenset[str]) -> dict[str, list[str]]:
    """Each pair of neighbouring letters (the ends count as letters), and the words that have it."""
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        for pair in sorted(_pairs_of(word)):
            found.setdefault(pair, []).append(word)
    return found


def _pairs_of(word: str) -> set[str]:
    ends = f"\n{word}\n"
    return {ends[index : index + 2] for index in range(len(ends) - 1)}
