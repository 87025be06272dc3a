"""The rows of a paragraph's words to where they stand in it, and to the words of the translation that render them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import category

from edition.anchoring.pinyin import HAN
from edition.anchoring.text import normalise
from edition.anchoring.words import is_whole, word_around
from edition.model import Word

APART = " … "
"""Stands between the words of a rendering that stand apart in the translation."""

_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a]")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
_MOSTLY = 0.8
_NUMBERED = re.compile(r"(?P<words>.*\S)\s*#(?P<number>\d{1,4})", re.S)


class Laid(NamedTuple):
    """Where the rows of a paragraph stand in it, as far as they are in step; `rest` is what has none from there on."""

    spans: Sequence[tuple[int, int]]
    rest: str


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


def in_latin_letters(texts: Iterable[str]) -> bool:
    """Whether an article is written in Latin letters; in others a name in Latin letters may go without a row."""
    letters = [sign for text in texts for sign in text if sign.isalpha()]
    return sum(map(bool, map(_LATIN.match, letters))) >= _MOSTLY * len(letters)


def lay(words: str, rows: Sequence[Word], *, latin: bool) -> Laid:
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
    return Laid(spans, words[end + first :] if first >= 0 else "")


def wants_reading(form: str) -> bool:
    """Whether the word has characters that tell nobody how they are read."""
    return bool(_HAN.search(form))


def rendering_parts(rendering: str, english: str) -> Iterator[Part]:
    """The words of a rendering that stand together, each with its places in the translation."""
    for words in [rendering] if _places(rendering, english) else rendering.split(APART):
        words = words.strip()
        numbered = _NUMBERED.fullmatch(words)
        if numbered and not _places(words, english):
            yield Part(numbered["words"], int(numbered["number"]), _places(numbered["words"], english))
        else:
            yield Part(words, 0, _places(words, english))


def kept(words: str, english: str) -> list[tuple[int, int]]:
    """Where names that the paragraph has in Latin letters stand in its translation: they need no row to be found."""
    names = dict.fromkeys(_NAME.findall(words))
    return [place for name in names for place in _places(name, english)]


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


def next_place(words: str, form: str, begin: int = 0) -> int:
    """Where the form next stands as a whole word; -1 where it does not."""
    form = normalise(form)
    start = words.find(form, begin) if form else -1
    while start >= 0 and not is_whole(words, start, start + len(form)):
        start = words.find(form, start + 1)
    return start


def first_word(text: str, *, latin: bool) -> int:
    """Where the first letter stands that wants a row; -1 where none does."""
    for offset, sign in enumerate(text):
        is_mark = category(sign)[0] == "M"
        is_latin = _LATIN.match(text[offset - 1 : offset] if is_mark else sign)
        if (sign.isalpha() or is_mark or _HAN.match(sign)) and (latin or not is_latin):
            return offset
    return -1
