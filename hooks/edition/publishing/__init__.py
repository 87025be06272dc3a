"""Pages, margin notes and data files: the edition as HTML, for a host to place."""

from edition.publishing.shell import GENERATED, SHELL, files, list_notes, search_notes
from edition.publishing.site import ASSETS, OVERRIDES, Site, publish

__all__ = [
    "ASSETS", "GENERATED", "OVERRIDES", "SHELL", "Site",
    "files", "list_notes", "publish", "search_notes",
]  # fmt: skip
