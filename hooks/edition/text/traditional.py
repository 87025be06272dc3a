"""Simplified Chinese in traditional characters, sign by sign, as Taiwan writes them; made by OpenCC."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress, count
from operator import ne
from typing import TYPE_CHECKING

from edition.text.pinyin import count_characters, has_han

if TYPE_CHECKING:
    from opencc import OpenCC

_PARTS = re.compile(r"[-_]")
_OTHER_SCRIPTS = re.compile(r"[a-z]{4}")
_WHERE_TRADITIONAL = frozenset(["tw", "hk", "mo"])
_AS_READ = dict(
    pair.split("=")
    for pair in "干gàn=幹 斗dòu=鬥 斗dǒu=斗 卷juǎn=捲 卷juàn=卷 只zhǐ=只 只zhī=隻 发fà=髮 发fā=發 舍shě=捨 舍shè=舍 "
    "脏zāng=髒 脏zàng=臟 纤qiàn=縴 系jì=繫 朴piáo=朴 吁xū=吁".split()
)
"""What the reading alone decides: OpenCC goes by phrases, and finds some that are none (宫|斗大|戏, 多少只|是)."""


def is_simplified(language: str) -> bool:
    """Whether a text of this language (a BCP 47 tag) is in simplified Chinese."""
    primary, *parts = _PARTS.split(language.lower())
    script = next(filter(_OTHER_SCRIPTS.fullmatch, parts), "")
    return primary == "zh" and (script == "hans" if script else _WHERE_TRADITIONAL.isdisjoint(parts))


def traditional(words: str, syllables: Sequence[str] = ()) -> str:
    """The words in traditional characters, each in the place of its own; what is no Chinese character stays.

    Which character it is may rest on the words around it: 头发 is 頭髮 and 发现 發現; or on how it is read, where a
    syllable is given for each.
    """
    convert = _converter("s2tw").convert
    found = list(convert(words))
    if len(found) != len(words):  # a phrase that is written otherwise altogether
        found = [convert(sign) for sign in words]
    for at in differing(words, found):
        if not has_han(found[at]):
            found[at] = words[at]
    if len(syllables) == count_characters(words):
        for at, said in zip(filter(lambda at: has_han(words[at]), range(len(words))), syllables, strict=True):
            found[at] = _AS_READ.get(words[at] + said, found[at])
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
