"""The glossary, as a dictionary has it."""

from __future__ import annotations

from itertools import groupby

from edition.model import Gloss
from edition.publishing.filing import initial, sort_key
from edition.publishing.render import Renderer


def html(renderer: Renderer) -> str:
    """The content of the page."""
    language = renderer.language

    def order(gloss: Gloss) -> tuple[str, str, str]:
        """By letters first, by tones where letters are the same."""
        return (sort_key(_spoken(gloss), language), _spoken(gloss), gloss.id)

    glosses = sorted(renderer.concordance.edition.glosses.values(), key=order)
    letters = [
        (letter, list(group)) for letter, group in groupby(glosses, key=lambda gloss: initial(_spoken(gloss), language))
    ]
    return renderer.page("glosses.html", f"{Gloss.folder}/", letters=letters, passages=renderer.passages)


def _spoken(gloss: Gloss) -> str:
    return gloss.reading or gloss.headword
