"""Pages, margin notes and data files: the edition as HTML, for a host to place."""

from edition.publishing.addresses import VOCABULARY, WHOLE
from edition.publishing.card import CARD, CARD_SIZE, card_html, card_words
from edition.publishing.host import Host, host, prepared
from edition.publishing.pages.vocabulary import appendix
from edition.publishing.pages.whole import APPENDIX_PLACE, PDF_PLACE
from edition.publishing.panel import panel, tell
from edition.publishing.policy import address_as_html, all_as_html, as_html, policy, settings_as_html, without_tags
from edition.publishing.shell import SEARCH_INDEX, SHELL, files, generated, keep_shell, list_notes, search_notes
from edition.publishing.site import ASSETS, Site, publish
from edition.publishing.theme import (
    OVERRIDES,
    covered_blocks,
    lay_over,
    missing_from_theme,
    own_templates,
    template_problem,
)

__all__ = [
    "APPENDIX_PLACE", "ASSETS", "CARD", "CARD_SIZE", "OVERRIDES", "PDF_PLACE", "SEARCH_INDEX", "SHELL",
    "VOCABULARY", "WHOLE", "Host", "Site", "address_as_html", "all_as_html", "appendix", "as_html", "card_html",
    "card_words", "covered_blocks", "files", "generated", "host", "keep_shell", "lay_over", "list_notes",
    "missing_from_theme", "own_templates", "panel", "policy", "prepared", "publish", "search_notes",
    "settings_as_html", "tell", "template_problem", "without_tags",
]  # fmt: skip
