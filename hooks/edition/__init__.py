"""The engine of an annotated edition: a text, notes that stand off from it, one pass that weaves them together.

This is the public face; each room's own first lines tell what it is for.
"""

from edition.binding import (
    ANNOTATIONS,
    ARTICLE,
    Bound,
    Project,
    SectionFile,
    bind,
    check,
    open_project,
    with_problems,
)  # fmt: skip
from edition.checking import Share, coverage, without_source
from edition.concordance import Concordance, article_hash, article_text
from edition.problems import Place, Problem, SourceFile, errors, in_order, render, render_all
from edition.publishing import (
    ASSETS,
    INDEXES,
    OVERRIDES,
    Page,
    Site,
    fill_slots,
    filler,
    root_of,
    search_entries,
)  # fmt: skip
from edition.publishing.shell import CONTENT, DESCRIPTION, NAME, TITLE
from edition.reading import schemas

__all__ = [
    "ANNOTATIONS", "ARTICLE", "ASSETS", "CONTENT", "DESCRIPTION", "INDEXES", "NAME", "OVERRIDES", "TITLE",
    "Bound", "Concordance", "Page", "Place", "Problem", "Project", "SectionFile", "Share", "Site", "SourceFile",
    "article_hash", "article_text", "bind", "check", "coverage", "errors", "fill_slots", "filler", "in_order",
    "open_project", "render", "render_all", "root_of", "schemas", "search_entries", "with_problems", "without_source",
]  # fmt: skip
