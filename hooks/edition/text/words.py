"""Where words begin and end, in scripts that put spaces between them and in those that do not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from unicodedata import category, combining

from edition.text.pinyin import has_han
from edition.text.section import normalise

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u31ff\u3400-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Scripts that put no space between words, or (Korean) none before particles: neighbours tell no word's edge."""
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a]")
_MOSTLY = 0.8
_SHORT, _FEW = 8, 3
"""So many characters are a word in any script, and so many words are one where spaces part them."""
_OPENING, _CLOSING = "“”„‟\"「『‘’'«＂", "“”‟\"」』‘’'»＂"


def unquoted(text: str) -> str:
    """The words that stand whole in quotation marks, which YAML takes as part of the text; else nothing."""
    marked = text.strip()
    bare = marked[1:-1].strip()
    return bare if bare and marked[0] in _OPENING and marked[-1] in _CLOSING else ""


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


def is_term(words: str) -> bool:
    """Whether the words are as short as a term is, which is glossed wherever it stands, and no phrase."""
    return len(words) <= _SHORT or (len(words.split()) <= _FEW and not any(map(_UNSPACED.match, words)))


def next_place(words: str, form: str, begin: int = 0) -> int:
    """Where the form next stands as a whole word; -1 where it does not."""
    form = normalise(form)
    start = words.find(form, begin) if form else -1
    while start >= 0 and not is_whole(words, start, start + len(form)):
        start = words.find(form, start + 1)
    return start


def in_latin_letters(texts: Iterable[str]) -> bool:
    """Whether an article is written in Latin letters; in others a name in Latin letters may go without a row."""
    signs = Counter(chain.from_iterable(texts))
    letters = {sign: number for sign, number in signs.items() if sign.isalpha()}
    return sum(number for sign, number in letters.items() if _LATIN.match(sign)) >= _MOSTLY * sum(letters.values())


def first_word(text: str, *, latin: bool) -> int:
    """Where the first letter stands that wants a row; -1 where none does."""
    for offset, sign in enumerate(text):
        if (sign.isalpha() or has_han(sign)) and (latin or not _LATIN.match(sign)):
            return offset
    return -1


def _joined(before: str, after: str) -> bool:
    if _is_vowel(after):  # in any script it is one sign with the letter before it
        return True
    within = after.isalnum() and (before.isalnum() or _is_vowel(before))
    return within and not _UNSPACED.match(before) and not _UNSPACED.match(after)


def _is_vowel(sign: str) -> bool:
    """Whether it is a vowel, or such a sign, of Devanagari, Thai and their like, which is written with its letter.

    What Arabic and Hebrew set over and under letters, and accents, may be left out.
    """
    return category(sign)[0] == "M" and (combining(sign) < 10 or 100 <= combining(sign) <= 132)
