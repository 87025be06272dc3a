"""Every word of the article with its reading, what it says here and where, as a dictionary has them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from edition.concordance import Concordance
from edition.publishing.addresses import VOCABULARY
from edition.publishing.filing import initial, sort_key
from edition.publishing.render import Renderer
from edition.text import LEVELS, level_of, normalise

_LIST = re.compile(r'<div class="leaf vocabulary".*</dl>\s*</section>\s*</div>', re.S)
_HEADING = re.compile(r"(?<=<)(/?)h([12])\b")
_PARAGRAPH = re.compile(r'(?<=href=")[^"#]*(?=#p-\d+")')


class WordPlace(NamedTuple):
    """A place of a word: the address of its paragraph, or of its section for a heading, and what it is called."""

    address: str
    label: str


@dataclass(slots=True)
class Lemma:
    """A word: its form, its readings, its level (0 in an article that has none), and where it says what."""

    form: str
    level: int
    readings: dict[str, None] = field(default_factory=dict)
    senses: dict[str, dict[WordPlace, None]] = field(default_factory=dict)

    @property
    def spoken(self) -> str:
        """By which it is listed: its first reading, or where it has none itself."""
        return next(iter(self.readings), "") or self.form


def html(renderer: Renderer) -> str:
    """The content of the page."""
    entries, language = vocabulary(renderer.concordance), renderer.language
    letters = groupby(entries, key=lambda entry: initial(entry.spoken, language))
    rows = [placed_rows for section in renderer.concordance.sections for placed_rows in section.interlinear]
    return renderer.page(
        "vocabulary.html",
        VOCABULARY,
        letters=[(letter, list(group)) for letter, group in letters],
        total=len(entries),
        of_all=all(placed_rows and placed_rows.is_whole for placed_rows in rows),
        levels=_levels(entries),
        written=LEVELS,
    )


def appendix(page: str) -> str:
    """The words on the built page, as they stand behind the whole article; empty where the page has none.

    They lead to the paragraphs before them, and have headings of lower levels.
    """
    found = _LIST.search(page)
    lower = _HEADING.sub(lambda tag: f"{tag[1]}h{int(tag[2]) + 1}", found[0]) if found else ""
    return _PARAGRAPH.sub("", lower)


def vocabulary(concordance: Concordance) -> Sequence[Lemma]:
    """The distinct words of the article, in the order of their readings."""
    is_chinese, language = concordance.edition.is_chinese, concordance.edition.language
    entries: dict[str, Lemma] = {}
    for section in concordance.sections:
        for leaf, placed_rows in zip(section.text.leaves, section.interlinear, strict=True):
            address = section.source.address
            where = WordPlace(f"{address}#p-{leaf.number}", str(leaf.number))
            where = where if leaf.number else WordPlace(address, f"§{section.index + 1}")
            for row in placed_rows.rows if placed_rows else ():
                reading, sense = row.known
                if not (reading or sense):
                    continue  # its row was begun by a program, and by nobody since
                form = normalise(row.form)
                entry = entries.get(form) or entries.setdefault(form, Lemma(form, level_of(form) if is_chinese else 0))
                if reading == row.reading:
                    entry.readings[reading] = None
                entry.senses.setdefault(sense, {})[where] = None
    return sorted(entries.values(), key=lambda entry: (sort_key(entry.spoken, language), entry.spoken, entry.form))


def _levels(entries: Sequence[Lemma]) -> Mapping[int, int]:
    """How many words are of each level, where they have levels."""
    counts = Counter(entry.level for entry in entries)
    return {level: counts[level] for level in LEVELS if counts[level]}
