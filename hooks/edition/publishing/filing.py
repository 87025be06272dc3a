"""Under what a word is filed, as dictionaries and indexes of its language have it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import combining, normalize

_ARTICLES: Mapping[str, re.Pattern[str]] = {
    language: re.compile(written)
    for languages, written in {
        # Also as it is before letters of the sun (ash-shams); in its own letters where what is left may be a word.
        "ar arz apc ajp afb acm ary aeb apd": r"[ae]?l-|[ae](th|dh|sh|[tdrzsn])-(?=\1)|[اٱ]ل(?=\w{3})",
        "he": r"h[ae]-",  # in its own letters ה may as well begin the word itself
        "mt": r"i?l-|i([a-z])-(?=\1)",
        "fr oc ca it": r"(?:un|l)['’]",
    }.items()
    for language in languages.split()
}
"""The article that is written in one with its word, by language, in small letters without what stands over them."""
_AFTER = {
    language: {
        letter: letters[0] + chr(0x10FF00 + number)
        for letters in written.split()
        for number, letter in enumerate(letters[1:])
    }
    for languages, written in {
        "fa": "بپ جچ زژ قکگ نوهی",
        "ru": "ий", "uk": "гґ еє иіїй", "be": "зій уў",
        "sv fi": "zåäö", "da nb nn no": "zæøå", "es gl": "nñ", "tr az": "cç gğ hı oö sş uü",
        "pl": "aą cć eę lł nń oó sś zźż", "cs": "cč rř sš zž", "hr sr bs": "cčć dđ sš zž",
    }.items()
    for language in languages.split()
}  # fmt: skip
"""Letters of their own that follow another in the alphabet, and would else be filed elsewhere or as that other."""
_NO_LETTER = re.compile("[\u02b0-\u02ff\u0640]")
"""The signs of ʿayn and hamza and their like, by which nothing is filed, and what only draws a word out."""
_BEFORE_ITS_LETTER = re.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])|([\u0ec0-\u0ec4])([\u0e81-\u0eae])")
"""Vowels of Thai and Lao that are written before the letter behind which they are spoken."""


def without_diacritics(text: str) -> str:
    """The letters without what stands over and under them."""
    return "".join(c for c in normalize("NFD", text) if not combining(c))


def sort_key(text: str, language: str = "") -> str:
    """What is sorted by, so that words stand in the order of the language's alphabet."""
    letters, after = _filed(text, language)
    return "".join(after.get(letter, letter) for letter in letters)


def initial(text: str, language: str) -> str:
    """The letter under which the word is listed."""
    return _filed(text, language)[0][:1].upper() or "…"  # a sign has no letter


def _filed(text: str, language: str) -> tuple[str, Mapping[str, str]]:
    """Letters and digits only, without marks and case, and without an article of the language that begins the word;
    and its letters that follow another."""
    own = language.partition("-")[0]
    after, article = _AFTER.get(own, {}), _ARTICLES.get(own)
    letters = normalize("NFC", text.casefold())
    plain = _NO_LETTER.sub("", "".join(c if c in after else without_diacritics(c) for c in letters))
    if article and (found := article.match(plain)):
        plain = plain[found.end() :] or plain
    return "".join(filter(str.isalnum, _BEFORE_ITS_LETTER.sub(r"\2\1\4\3", plain))), after
