"""The rows of a paragraph's words to where they stand in it, and to the words of the translation that render them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from edition.model import Word
from edition.text import LATIN_NAME, first_word, is_whole, next_place, normalise, word_around

APART = " … "
"""Stands between the words of a rendering that stand apart in the translation."""

_NUMBERED = re.compile(r"(?P<words>.*\S)\s*#(?P<number>\d{1,4})", re.S)


class PlacedRows(NamedTuple):
    """The rows of a paragraph, and where they stand in it as far as they are in step; `rest` has none from there on."""

    rows: Sequence[Word]
    spans: Sequence[tuple[int, int]]
    rest: str

    @property
    def is_whole(self) -> bool:
        """Whether the rows make up the paragraph."""
        return len(self.spans) == len(self.rows) and not self.rest

    @property
    def placed(self) -> Iterator[tuple[Word, tuple[int, int]]]:
        """The rows that are in step, each with its place."""
        return zip(self.rows, self.spans, strict=False)


class Part(NamedTuple):
    """Words of a rendering that stand together, the number that tells which they are (0: none), and their places."""

    words: str
    number: int
    places: Sequence[tuple[int, int]]

    @property
    def place(self) -> tuple[int, int] | None:
        """The place that is meant; None where the words stand nowhere, or nobody can tell where."""
        if not self.number:
            return self.places[0] if len(self.places) == 1 else None
        return self.places[self.number - 1] if self.number <= len(self.places) else None


def place_rows(words: str, rows: Sequence[Word], *, latin: bool) -> PlacedRows:
    """The rows one after another upon the paragraph. What stands between them is no word that wants a row.

    `latin` is whether words in Latin letters want one, too.
    """
    spans: list[tuple[int, int]] = []
    end = 0
    for row in rows:
        start = next_place(words, row.form, end)
        if start < 0 or first_word(words[end:start], latin=latin) >= 0:
            break
        end = start + len(normalise(row.form))
        spans.append((start, end))
    first = first_word(words[end:], latin=latin)
    return PlacedRows(rows, spans, words[end + first :] if first >= 0 else "")


def rendering_parts(rendering: str, english: str) -> Iterator[Part]:
    """The words of a rendering that stand together, each with its places in the translation."""
    for words in [rendering] if _places(rendering, english) else rendering.split(APART):
        words = words.strip()
        numbered = _NUMBERED.fullmatch(words)
        if numbered and not _places(words, english):
            yield Part(numbered["words"], int(numbered["number"]), _places(numbered["words"], english))
        else:
            yield Part(words, 0, _places(words, english))


def kept(words: str, english: str) -> dict[tuple[int, int], Sequence[tuple[int, int]]]:
    """Where names in Latin letters stand in the paragraph, to where they stand in its translation, too.

    They need no row to be found.
    """
    found = {name.span(): _places(name[0], english) for name in LATIN_NAME.finditer(words)}
    return {place: places for place, places in found.items() if places}


def longer_word(words: str, english: str) -> str:
    """The words with the rest of those that they are only a part of; empty where they stand nowhere even so."""
    start = english.find(words)
    return word_around(english, start, start + len(words)) if words and start >= 0 else ""


def stretches(english: str, count: int) -> frozenset[str]:
    """Every stretch of so many words of the translation, without the signs at its ends."""
    tokens = [(found.start(), found.end()) for found in re.finditer(r"[^\W_]+(?:[’'.–-][^\W_]+)*", english)]
    pairs = zip(tokens, tokens[count - 1 :], strict=False)
    return frozenset(english[first:last] for (first, _), (_, last) in pairs)


def _places(words: str, english: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = english.find(words) if words else -1
    while start >= 0:
        if is_whole(english, start, start + len(words)):
            found.append((start, start + len(words)))
        start = english.find(words, start + 1)
    return found
