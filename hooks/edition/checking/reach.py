"""How far the rows of words reach: how many are written, and how much of the translation they lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from edition.anchoring import kept, rendering_parts
from edition.concordance import Concordance, Section
from edition.text import normalise

_ENGLISH = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_SMALL_WORDS = frozenset(
    "a about after all am an and any are as at be been before behind being but by can could did do does doesn’t down "
    "for from had has have he her here him his how i if in into is isn’t it its itself let’s may me might must my no "
    "nor not of off on once one’s or our out over she should so than that the their them then there these they this "
    "those through to too under up upon us was we were what when where which who whom whose why will with would yet "
    "you your".split()
)
"""Words of English that say how others belong together; the rest carry the sense."""


class Share(NamedTuple):
    """How many of how many; `missing` names the rest."""

    done: int
    total: int
    missing: tuple[str, ...] = ()

    @classmethod
    def of(cls, shares: Sequence[Share]) -> Share:
        """The shares together."""
        return cls(sum(share.done for share in shares), sum(share.total for share in shares))


def reach_of(section: Section) -> tuple[Share, Share, Share]:
    """How many words, paragraphs and words of the translation the rows of a section reach."""
    done = rows = whole = rendered = telling = 0
    for leaf, english, placed_rows in zip(section.text.leaves, section.english, section.interlinear, strict=True):
        words, text = section.text.words(leaf), normalise(english)
        found = [*chain.from_iterable(kept(words, text).values())]
        if placed_rows:
            whole += placed_rows.is_whole
            rows += len(placed_rows.rows)
            done += sum(bool(row.known[1]) for row in placed_rows.rows)
            parts = [part for row in placed_rows.rows for part in rendering_parts(normalise(row.rendering), text)]
            found += [part.place for part in parts if part.place]
        for told in _ENGLISH.finditer(text):
            if told[0].lower() not in _SMALL_WORDS:
                telling += 1
                rendered += any(first <= told.start() < last for first, last in found)
    return Share(done, rows), Share(whole, len(section.text.leaves)), Share(rendered, telling)


def telling_words(text: str) -> set[str]:
    """The words of an English text that carry its sense, in small letters; all of them where none does."""
    words = every_word(text)
    return words - _SMALL_WORDS or words


def every_word(text: str) -> set[str]:
    """The words of an English text in small letters."""
    return {found[0].lower().replace("'", "’") for found in _ENGLISH.finditer(text)}


def distinct_words(concordance: Concordance) -> Share:
    """Of how many of the different words that have rows each row has its gloss."""
    written: dict[str, bool] = {}
    for section in concordance.sections:
        for placed_rows in section.interlinear:
            for row in placed_rows.rows if placed_rows else ():
                form = normalise(row.form)
                written[form] = written.get(form, True) and bool(row.known[1])
    return Share(sum(written.values()), len(written))
