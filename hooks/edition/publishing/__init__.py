"""Pages, margin notes and data files: the edition as HTML, for a host to place."""

from edition.publishing.card import CARD, CARD_SIZE, card_html, card_words, with_words, words_in
from edition.publishing.host import Host, host, prepared
from edition.publishing.policy import address_as_html, all_as_html, as_html, policy, settings_as_html, without_tags
from edition.publishing.shell import SEARCH_INDEX, SHELL, files, generated, keep_shell, list_notes, search_notes
from edition.publishing.site import ASSETS, OVERRIDES, Site, publish
from edition.publishing.whole import PDF_PLACE, WHOLE

__all__ = [
    "ASSETS", "CARD", "CARD_SIZE", "OVERRIDES", "PDF_PLACE", "SEARCH_INDEX", "SHELL", "WHOLE", "Host",
    "Site", "address_as_html", "all_as_html", "as_html", "card_html", "card_words", "files", "generated", "host",
    "keep_shell", "list_notes", "policy", "prepared", "publish", "search_notes", "settings_as_html", "with_words",
    "without_tags", "words_in",
]  # fmt: skip
