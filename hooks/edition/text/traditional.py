"""Simplified Chinese in traditional characters, sign by sign, as Taiwan writes them; made by OpenCC."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress, count
from operator import ne
from typing import TYPE_CHECKING

from edition.text.pinyin import has_han

if TYPE_CHECKING:
    from opencc import OpenCC

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
    convert = _converter("s2tw").convert
    found = list(convert(words))
    if len(found) != len(words):  # a phrase that is written otherwise altogether
        found = [convert(sign) for sign in words]
    for at in differing(words, found):
        if not has_han(found[at]):
            found[at] = words[at]
    return "".join(found)


def differing(words: Sequence[str], others: Sequence[str]) -> Iterator[int]:
    """Where two texts of one length have other characters."""
    return compress(count(), map(ne, words, others))


def simplified(words: str) -> str:
    """Words in traditional characters, as the other texts have them."""
    found: str = _converter("tw2s").convert(words)
    return found


def release_dictionaries() -> None:
    """Give up the dictionaries, which take some 40 MB, until they are asked for again.

    It takes a tenth of a second and as long again to read them anew: worth it where a build would come to need more.
    """
    _converter.cache_clear()


@cache
def _converter(way: str) -> OpenCC:
    import opencc  # here, since only editions in Chinese wait for it

    return opencc.OpenCC(way)
