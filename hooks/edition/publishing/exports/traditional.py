"""The article in traditional characters, where they differ, which the script fetches when a reader asks: a line a leaf.

A line has the characters that differ, in their order, and before each how many Han characters stay as they are:
`2彈1發` says of 第一弹研发 that 弹 is written 彈, and 发 發.
"""

from __future__ import annotations

from collections.abc import Iterator

from edition.concordance import Concordance, Section
from edition.publishing.addresses import WHOLE, traditional_address
from edition.text import all_traditional, count_characters, is_simplified


def traditional_characters(concordance: Concordance) -> dict[str, str]:
    """Path in the site to the characters of each page of the article; none where they are no matter of its language."""
    manifest = concordance.edition.manifest
    if not manifest or not is_simplified(manifest.language):
        return {}
    written = iter(all_traditional([words for section in concordance.sections for words in _leaves(section)]))
    lines = {
        section.source.address: "".join(f"{line(words, next(written))}\n" for words in _leaves(section))
        for section in concordance.sections
    }
    pages = {**lines, WHOLE: "".join(lines.values())}
    return {traditional_address(page): text for page, text in pages.items()}


def _leaves(section: Section) -> Iterator[str]:
    return map(section.text.words, section.text.leaves)


def line(words: str, written: str) -> str:
    """What differs in the words of a leaf, which are written so in traditional characters."""
    found, since = "", 0
    for at, (here, there) in enumerate(zip(words, written, strict=True)):
        if here != there:
            found += f"{count_characters(words[since:at]) or ''}{there}"
            since = at + 1
    return found
