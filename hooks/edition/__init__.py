"""The engine of an annotated edition: a text, notes that stand off from it, one pass that weaves them together.

This is the public face; each room's own first lines tell what it is for.
"""

from edition.anchoring import Selector, describe, match, nearest
from edition.binding import (
    ANNOTATIONS,
    Bound,
    Project,
    bind,
    check,
    listed_in,
    open_project,
    with_problems,
)
from edition.checking import (
    PLACEHOLDER,
    Share,
    changed_verdicts,
    coverage,
    distinct_words,
    made_by_hand,
    outlived_words,
    warnings,
    without_source,
)
from edition.concordance import Concordance
from edition.editing import Outcome, apply_outcomes, fix, reanchor
from edition.history import LOG, log_environment
from edition.model import BioKind, Edition, Rating, Register
from edition.problems import Problem, count, did_you_mean, errors, folded, render, render_all, render_each, unreadable
from edition.publishing import (
    ASSETS,
    CARD,
    CARD_SIZE,
    OVERRIDES,
    PDF_PLACE,
    SHELL,
    WHOLE,
    Host,
    SearchEntry,
    Site,
    address_as_html,
    all_as_html,
    as_html,
    card_html,
    card_words,
    covered_blocks,
    files,
    generated,
    host,
    keep_shell,
    lay_over,
    list_notes,
    missing_from_theme,
    own_templates,
    panel,
    policy,
    served,
    settings_as_html,
    tell,
    template_problem,
    without_tags,
)
from edition.reading import (
    ARTICLE,
    SectionFile,
    as_id,
    configuration_problem,
    folder_of_article,
    folder_of_pages,
    html_of,
    read_sections,
    schemas,
    setting_problem,
    settings_of,
    unreadable_pages,
)
from edition.text import SectionText, article_hash, article_text, normalise, read_section, readings

__all__ = [
    "ANNOTATIONS", "ARTICLE", "ASSETS", "CARD", "CARD_SIZE", "LOG", "OVERRIDES", "PDF_PLACE", "PLACEHOLDER",
    "SHELL", "WHOLE", "BioKind", "Bound", "Concordance", "Edition", "Host", "Outcome",
    "Problem", "Project", "Rating", "Register", "SearchEntry", "SectionFile", "SectionText", "Selector", "Share",
    "Site", "address_as_html", "all_as_html", "apply_outcomes", "article_hash", "article_text", "as_html", "as_id",
    "bind", "card_html", "card_words", "changed_verdicts", "check", "configuration_problem", "count",
    "coverage", "covered_blocks", "describe", "did_you_mean", "distinct_words", "errors", "files", "fix",
    "folded", "folder_of_article", "folder_of_pages", "generated", "host", "html_of", "keep_shell", "lay_over",
    "list_notes", "listed_in", "log_environment", "made_by_hand", "match", "missing_from_theme", "nearest",
    "normalise", "open_project", "outlived_words", "own_templates", "panel", "policy",
    "read_section", "read_sections", "readings", "reanchor", "render", "render_all", "render_each", "schemas",
    "served", "setting_problem", "settings_as_html", "settings_of", "tell", "template_problem",
    "unreadable", "unreadable_pages", "warnings", "with_problems", "without_source", "without_tags",
]  # fmt: skip
