"""The article's blocks to sections, each with a slug that is a part of its address for good."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import normalize

from edition.importing.article import Block
from edition.text import LATIN_SPELLED, count_characters, is_settled, romanized

_LETTERS = {**LATIN_SPELLED, **str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})}
_MAX_SLUG = 40
_SMALL = frozenset("a an and of the to in on for der die das und ein eine le la les de".split())


@dataclass(frozen=True, slots=True)
class NewSection:
    """A section: its place from 1, its slug, its title for the navigation, its blocks (its heading first)."""

    number: int
    slug: str
    title: str
    blocks: Sequence[Block]

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return f"{self.number:02}-{self.slug}.md"


def sections_of(blocks: Sequence[Block], language: str) -> list[NewSection]:
    """The sections, which begin at the highest headings; levels are made to begin at 1 without gaps."""
    levels = sorted({block.level for block in blocks if block.kind == "heading"})
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind == "heading":
            level = levels.index(block.level) + 1
            block = Block("heading", block.spans, level, block.why)
            if level == 1:
                parts.append([])
        parts[-1].append(block)
    sections: list[NewSection] = []
    taken: set[str] = set()
    for part in (part for part in parts if part):
        number = len(sections) + 1
        heading = part[0].text if part[0].kind == "heading" and part[0].level == 1 else ""
        title = heading or ("The text" if len(parts) == 1 else "The lede")
        slug = slug_of(title, language if heading else "en") or f"section-{number}"
        if slug in taken:
            slug = f"{slug[:_MAX_SLUG]}-{number}"
        taken.add(slug)
        sections.append(NewSection(number, slug, title, part))
    return sections


def slug_of(title: str, language: str) -> str:
    """Small Latin letters and digits for a title: its own, or its pinyin; empty where there are none."""
    text = title
    if language.startswith("zh") and count_characters(title):
        from pypinyin import lazy_pinyin  # large, and seldom needed

        text = " ".join(lazy_pinyin(title))
    elif is_settled(spelled := romanized(title)):
        text = spelled
    plain = normalize("NFKD", text.casefold().translate(_LETTERS)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain))
    if len("".join(words)) * 3 < sum(map(str.isalnum, title)):
        return ""  # most of it is in other letters, and what is left says nothing
    telling = [word for word in words if word not in _SMALL] or words
    slug = ""
    for word in telling[:6]:
        if slug and len(slug) + 1 + len(word) > _MAX_SLUG:
            break
        slug = f"{slug}-{word}" if slug else word[:_MAX_SLUG]
    return slug
