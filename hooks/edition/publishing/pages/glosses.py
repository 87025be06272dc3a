"""The glossary, as a dictionary has it."""

from __future__ import annotations

from itertools import groupby

from edition.model import Gloss
from edition.publishing.page import sort_key
from edition.publishing.render import Renderer


def html(renderer: Renderer) -> str:
    """The content of the page."""
    glosses = sorted(renderer.concordance.edition.glosses.values(), key=pinyin_order)
    letters = [(letter, list(group)) for letter, group in groupby(glosses, key=_initial)]
    return renderer.page("glosses.html", "glosses/", letters=letters, passages=renderer.passages)


def pinyin_order(gloss: Gloss) -> tuple[str, str, str]:
    """Glosses as a dictionary of Chinese has them: by letters first, by tones where letters are the same."""
    spoken = gloss.reading or gloss.headword
    return (sort_key(spoken), spoken, gloss.id)


def _initial(gloss: Gloss) -> str:
    return sort_key(gloss.reading or gloss.headword)[:1].upper() or "…"  # a sign has no letter
