"""Pages, margin notes and data files: the edition as HTML, for a host to place."""

from edition.publishing.addresses import root_of
from edition.publishing.search import entries as search_entries
from edition.publishing.shell import filler
from edition.publishing.site import ASSETS, INDEXES, OVERRIDES, Page, Site, fill_slots, publish

__all__ = [
    "ASSETS", "INDEXES", "OVERRIDES", "Page", "Site",
    "fill_slots", "filler", "publish", "root_of", "search_entries",
]  # fmt: skip
