"""Simplified Chinese in traditional characters, sign by sign, as Taiwan writes them; made by OpenCC."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.text.conversion import all_in_step, converter, in_step
from edition.text.pinyin import has_han

_TO_TRADITIONAL = "s2tw"
_PARTS = re.compile(r"[-_]")
_OTHER_SCRIPTS = re.compile(r"[a-z]{4}")
_WHERE_TRADITIONAL = frozenset(["tw", "hk", "mo"])


def is_simplified(language: str) -> bool:
    """Whether a text of this language (a BCP 47 tag) is in simplified Chinese."""
    primary, *parts = _PARTS.split(language.lower())
    script = next(filter(_OTHER_SCRIPTS.fullmatch, parts), "")
    return primary == "zh" and (script == "hans" if script else _WHERE_TRADITIONAL.isdisjoint(parts))


def traditional(words: str) -> str:
    """The words in traditional characters, each in the place of its own; what is no Chinese character stays.

    Which character it is may rest on the words around it: 头发 is 頭髮 and 发现 發現.
    """
    return _signs_alone(words, in_step(_TO_TRADITIONAL, words))


def all_traditional(texts: Sequence[str]) -> list[str]:
    """The same of all the texts of an article, without holding on to what they are converted by."""
    found = all_in_step(_TO_TRADITIONAL, texts)
    return [_signs_alone(words, there) for words, there in zip(texts, found, strict=True)]


def simplified(words: str) -> str:
    """Words in traditional characters, as the other texts have them."""
    return converter("tw2s")(words)


def _signs_alone(words: str, converted: str) -> str:
    """The words with those Chinese characters that were converted to such."""
    if words == converted:
        return words
    pairs = zip(words, converted, strict=True)
    return "".join(there if here != there and has_han(there) else here for here, there in pairs)
