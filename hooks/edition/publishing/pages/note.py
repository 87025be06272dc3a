"""The page of a note that has one of its own, and the page of a kind whose notes stand together."""

from __future__ import annotations

from edition.model import Note
from edition.publishing.addresses import note_address
from edition.publishing.exports.structured import note_script
from edition.publishing.page import Page
from edition.publishing.render import Renderer


def page(renderer: Renderer, note: Note) -> Page:
    """The page of a note."""
    address = note_address(note)
    html = renderer.page(f"{note.slug()}.html", address, note=note, passages=renderer.passages(note.id))
    return Page(address, note.title, note.summary, html + note_script(note, renderer.concordance, renderer.host))


def together(kind: type[Note], renderer: Renderer) -> str:
    """The page of a kind that has none of its own making: every note in full, where it stands."""
    return renderer.page(
        [f"{kind.folder}.html", "kind.html"],
        f"{kind.folder}/",
        kind=kind,
        notes_of_kind=renderer.concordance.edition.of(kind).values(),
        full=renderer.note,
        passages=renderer.passages,
    )
