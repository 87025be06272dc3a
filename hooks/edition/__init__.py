"""The engine of an annotated edition: a text, notes that stand off from it, one pass that weaves them together.

This is the public face; each room's own first lines tell what it is for.
"""

from edition.anchoring import SectionText, Selector, describe, match, nearest, normalise, read_section, readings
from edition.binding import (
    ANNOTATIONS,
    ARTICLE,
    Bound,
    Project,
    SectionFile,
    bind,
    check,
    listed_in,
    made_by_hand,
    open_project,
    read_sections,
)
from edition.checking import PLACEHOLDER, Share, changed_verdicts, coverage, warnings, without_source
from edition.concordance import Concordance, article_hash, article_text
from edition.editing import Mending, Outcome, apply_outcomes, fix, reanchor
from edition.history import LOG, log_environment
from edition.model import BioKind, Edition, Rating, Register
from edition.problems import Problem, count, did_you_mean, errors, folded, render, render_all, render_each
from edition.publishing import (
    ASSETS,
    CARD,
    CARD_SIZE,
    OVERRIDES,
    PDF_PLACE,
    SEARCH_INDEX,
    SHELL,
    WHOLE,
    Host,
    Site,
    address_as_html,
    all_as_html,
    as_html,
    card_html,
    card_words,
    files,
    generated,
    host,
    keep_shell,
    list_notes,
    policy,
    prepared,
    search_notes,
    settings_as_html,
    with_words,
    without_tags,
    words_in,
)
from edition.reading import FOLDERS, as_id, schemas

__all__ = [
    "ANNOTATIONS", "ARTICLE", "ASSETS", "CARD", "CARD_SIZE", "FOLDERS", "LOG", "OVERRIDES", "PDF_PLACE",
    "PLACEHOLDER", "SEARCH_INDEX", "SHELL", "WHOLE",
    "BioKind", "Bound", "Concordance", "Edition", "Host", "Mending", "Outcome", "Problem", "Project", "Rating",
    "Register", "SectionFile", "SectionText", "Selector", "Share", "Site",
    "address_as_html", "all_as_html", "apply_outcomes", "article_hash", "article_text", "as_html", "as_id", "bind",
    "card_html", "card_words",
    "changed_verdicts", "check", "count", "coverage", "describe", "did_you_mean", "errors", "files", "fix", "folded",
    "generated", "host", "keep_shell", "list_notes",
    "listed_in", "log_environment", "made_by_hand", "match", "nearest", "normalise", "open_project",
    "policy", "prepared", "read_section", "read_sections", "readings", "reanchor", "render", "render_all",
    "render_each", "schemas", "search_notes", "settings_as_html", "warnings",
    "with_words", "without_source", "without_tags", "words_in",
]  # fmt: skip
