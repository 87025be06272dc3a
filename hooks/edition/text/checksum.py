"""The article's words in an outline, and the sum by which it is known whether anybody changed them."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from unicodedata import normalize

from edition.text.section import SectionText


def article_outline(texts: Sequence[SectionText]) -> str:
    """What the checksum is taken of: the article's words, in blocks of what kinds, in what order.

    Each section is lines, each ended by a line feed, and an empty line closes it. In the order of the text they are:

    - for each block (`p`, `h1`, `ul`, `li`, `td`, `hr` …) and picture (`img`) a space for each block that it stands in,
      and its tag; after that of `ol` its ` start=`, ` reversed=` and ` type=`, after that of `li` its ` value=`, after
      that of `td` and `th` its ` colspan=` and ` rowspan=`. `div`, `section`, and the parts of a table that hold its
      rows are left out;
    - for the words that stand in a block itself a tab and the words, in Unicode NFC, with white space as one space;
    - for words that reach a reader beside the text a tab, what they are (`alt`, `aria-label`, `title` and, as if it
      were words, `dir` after the line of their element, `rt` and `rp` where they end), a tab and the words.
    """
    return "".join(f"{_lines(text)}\n" for text in texts)


def _lines(text: SectionText) -> str:
    words = (item if isinstance(item, str) else f"\t{text.written(item)}" for item in text.outline)
    return "".join(f"{normalize('NFC', line)}\n" for line in words)


def article_hash(texts: Sequence[SectionText]) -> str:
    """The SHA-256 of the article's outline, in hexadecimal digits: what `edition.yml` vouches for."""
    return sha256(article_outline(texts).encode()).hexdigest()
