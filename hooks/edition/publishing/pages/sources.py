"""The bibliography."""

from __future__ import annotations

from edition.model import Source
from edition.publishing.filing import sort_key
from edition.publishing.render import Renderer


def made_of(renderer: Renderer) -> object:
    """What the page depends on: of the notes their titles alone."""
    concordance = renderer.concordance
    titles = [note.title for note in concordance.notes.values()]
    return renderer.state, [*concordance.edition.sources.values()], concordance.cited_by, titles


def html(renderer: Renderer) -> str:
    """The content of the page."""
    concordance = renderer.concordance

    def key(source: Source) -> tuple[str, str, str]:
        return (sort_key(source.container_title or source.publisher or source.title), source.issued, source.id)

    sources = sorted(concordance.edition.sources.values(), key=key)
    return renderer.page("sources.html", f"{Source.folder}/", bibliography=sources, cited_by=concordance.cited_by)
