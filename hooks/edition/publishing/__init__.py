"""Pages, margin notes and data files: the edition as HTML, for a host to place."""

from edition.publishing.addresses import WHOLE
from edition.publishing.asset import served
from edition.publishing.card import CARD, CARD_SIZE, card_html, card_words
from edition.publishing.exports.search import SearchEntry
from edition.publishing.host import Host, host
from edition.publishing.pages.whole import PDF_PLACE
from edition.publishing.panel import panel, tell
from edition.publishing.policy import address_as_html, all_as_html, as_html, policy, settings_as_html, without_tags
from edition.publishing.shell import SHELL, files, generated, keep_shell, list_notes
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
    "ASSETS", "CARD", "CARD_SIZE", "OVERRIDES", "PDF_PLACE", "SHELL", "WHOLE", "Host", "SearchEntry", "Site",
    "address_as_html", "all_as_html", "as_html", "card_html", "card_words", "covered_blocks", "files", "generated",
    "host", "keep_shell", "lay_over", "list_notes", "missing_from_theme", "own_templates", "panel", "policy",
    "publish", "served", "settings_as_html", "tell", "template_problem",
    "without_tags",
]  # fmt: skip
