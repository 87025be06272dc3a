"""The article in traditional characters, where they differ, which the script fetches when a reader asks: a line a leaf.

A line has the characters that differ, in their order, and before each how many Han characters stay as they are:
`2彈1發` says of 第一弹研发 that 弹 is written 彈, and 发 發.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import repeat

from edition.concordance import Concordance, Section
from edition.publishing.addresses import WHOLE, traditional_address
from edition.publishing.render import MOST_CHARACTERS
from edition.text import HAN, count_characters, differing, is_simplified, release_dictionaries, traditional

_SIGN = re.compile(r"(\d*)(\D)")


def traditional_characters(concordance: Concordance) -> dict[str, str]:
    """Path in the site to the characters of each page of the article; none where they are no matter of its language."""
    manifest = concordance.edition.manifest
    if not manifest or not is_simplified(manifest.language):
        return {}
    told = [(section.source.address, _lines(section)) for section in concordance.sections]
    is_book = sum(len(section.text.flat) for section in concordance.sections) > MOST_CHARACTERS
    if is_book and not concordance.memory.keeps:
        release_dictionaries()
    lines = {address: "".join(f"{line}\n" for line in lines) for address, lines in told}
    pages = {**lines, WHOLE: "".join(lines.values())}
    return {traditional_address(page): text for page, text in pages.items()}


def own_characters(concordance: Concordance, told: Mapping[str, str]) -> dict[str, str]:
    """By each traditional character of the files what the article has for it."""
    found: dict[str, str] = {}
    for section in concordance.sections:
        lines = told.get(traditional_address(section.source.address), "").splitlines()
        for leaf, line in zip(section.text.leaves, lines, strict=False):
            signs = re.findall(f"[{HAN}]", section.text.words(leaf))
            at = -1
            for stay, sign in _SIGN.findall(line):
                at += int(stay or 0) + 1
                found.setdefault(sign, signs[at])
    return found


def _lines(section: Section) -> list[str]:
    read = section.readings or repeat(())
    return [line(section.text.words(leaf), said) for leaf, said in zip(section.text.leaves, read, strict=False)]


def line(words: str, syllables: Sequence[str] = ()) -> str:
    """What differs in the words of a leaf, whose characters are read so where it is known."""
    found, since = "", 0
    others = traditional(words, syllables)
    for at in differing(words, others):
        found += f"{count_characters(words[since:at]) or ''}{others[at]}"
        since = at + 1
    return found
