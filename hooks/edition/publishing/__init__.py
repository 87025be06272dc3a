"""Pages, margin notes and data files: the edition as HTML, for a host to place."""

from edition.publishing.addresses import PAGED
from edition.publishing.shell import SHELL, SHELL_MARKDOWN, list_notes, note_pages, search_notes
from edition.publishing.site import ASSETS, INDEXES, OVERRIDES, Site, fill_slots, publish

__all__ = [
    "ASSETS", "INDEXES", "OVERRIDES", "PAGED", "SHELL", "SHELL_MARKDOWN", "Site",
    "fill_slots", "list_notes", "note_pages", "publish", "search_notes",
]  # fmt: skip
