"""The pages of the site, a module each; here the one list of those that the edition makes and the navigation lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from operator import attrgetter, methodcaller

from edition.model import Bio, Edition, FactCheck, Gloss, Note, Source, kinds
from edition.publishing.addresses import CHANGES, TIMELINE, VOCABULARY, WHOLE, note_address
from edition.publishing.page import Index, Page
from edition.publishing.pages import bios, changes, fact_checks, glosses, note, pictures, sources, vocabulary, whole
from edition.publishing.render import Renderer

_OF_OWN_MAKING: Mapping[type[Note], Callable[[Renderer], str]] = {
    Bio: bios.html,
    FactCheck: fact_checks.html,
    Gloss: glosses.html,
}
"""The kinds whose notes stand in another order than that of their ids."""


def index_pages(edition: Edition) -> list[Page]:
    """What is known of them before their content can be made."""
    return [
        Page(index.address, index.title, index.description, is_empty=not index.holds(edition)) for index in indexes()
    ]


def note_pages(edition: Edition) -> dict[str, list[Page]]:
    """Each kind whose notes have pages, by its folder, and what is known of these before."""
    return {
        kind.folder: [Page(note_address(item), item.title, item.summary) for item in edition.of(kind).values()]
        for kind in kinds()
        if kind.has_page
    }


def indexes() -> list[Index]:
    """The generated pages that the navigation lists."""
    of_kinds = [
        Index(
            f"{kind.folder}/",
            kind.heading,
            kind.description,
            _OF_OWN_MAKING.get(kind, partial(note.together, kind)),
            partial(Renderer.made_of_kinds, kinds=[kind]),
            methodcaller("of", kind),
        )
        for kind in kinds()
    ]
    bibliography = Index(
        f"{Source.folder}/",
        Source.heading,
        Source.description,
        sources.html,
        sources.made_of,
        methodcaller("of", Source),
    )
    about = "The whole article on one page with all its notes, which on paper stand at the end by number."
    history = "What happened when, before the article and after it, with sources."
    words = "Every word of the article with its reading, what it says here and where."
    changed = "What was corrected in this edition, and what else changed in its notes."
    return [
        Index(WHOLE, "The whole article", about, whole.html),
        *sorted([*of_kinds, bibliography]),
        Index(VOCABULARY, "Vocabulary", words, vocabulary.html, Renderer.made_of_kinds, attrgetter("interlinear")),
        Index(TIMELINE, "Timeline", history, pictures.html, pictures.made_of, _events),
        Index(CHANGES, "Changes", changed, changes.html, changes.made_of),
    ]


def _events(edition: Edition) -> bool:
    return any(bio.events for bio in edition.bios.values())
