"""The pinyin of a paragraph to its characters, a syllable each.

A reading depends on the sentence (得 is dé, de or děi), so it is written by an editor beside the translation and not
guessed; here it is only cut and counted.
"""

from __future__ import annotations

import re

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The characters that are read in Chinese, as a regular expression's class has them."""
_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
_VOWEL = "aeiouüvêāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_SYLLABLE = re.compile(
    rf"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[{_VOWEL}]+(?:ng(?![{_VOWEL}])|n(?![{_VOWEL}])|r(?![{_VOWEL}]))?|\bng\b|\br\b",
    re.I,
)
"""An initial, vowels, and n, ng or r where they do not begin the next syllable (ISO 7098)."""


def syllables(pinyin: str) -> list[str]:
    """The syllables of a line of pinyin, in order; an apostrophe parts what would run together."""
    return [found.lower() for part in re.split(r"['’]", pinyin) for found in _SYLLABLE.findall(part)]


def readings(words: str, pinyin: str) -> list[str]:
    """The syllables for the Han characters of the words. Latin words stand in both, and are passed over."""
    for latin in _LATIN.findall(words):
        pinyin = pinyin.replace(latin, " ", 1)
    return syllables(pinyin)


def count_characters(words: str) -> int:
    """How many Han characters there are, each of which wants a syllable."""
    return len(_HAN.findall(words))
