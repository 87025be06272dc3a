"""Pages, margin notes and data files: the edition as HTML, for a host to place."""

from edition.publishing.addresses import VOCABULARY, WHOLE
from edition.publishing.card import CARD, CARD_SIZE, card_html, card_words
from edition.publishing.host import Host, Unknown
from edition.publishing.page import Page
from edition.publishing.pages import index_pages, note_pages
from edition.publishing.pages.vocabulary import appendix
from edition.publishing.pages.whole import with_appendix, with_pdf
from edition.publishing.panel import tell_texts
from edition.publishing.repository import address_problems
from edition.publishing.served_assets import joined, served
from edition.publishing.site import ASSETS, Site
from edition.publishing.slots import slot_problems

__all__ = [
    "ASSETS", "CARD", "CARD_SIZE", "VOCABULARY", "WHOLE", "Host", "Page", "Site", "Unknown",
    "address_problems", "appendix", "card_html", "card_words", "index_pages", "joined", "note_pages", "served",
    "slot_problems", "tell_texts", "with_appendix", "with_pdf",
]  # fmt: skip
