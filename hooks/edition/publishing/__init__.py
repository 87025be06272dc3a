"""Pages, margin notes and data files: the edition as HTML, for a host to place."""

from edition.publishing.shell import GENERATED, SHELL, list_notes, note_pages, search_notes
from edition.publishing.site import ASSETS, OVERRIDES, Site, fill_slots, publish

__all__ = [
    "ASSETS", "GENERATED", "OVERRIDES", "SHELL", "Site",
    "fill_slots", "list_notes", "note_pages", "publish", "search_notes",
]  # fmt: skip
