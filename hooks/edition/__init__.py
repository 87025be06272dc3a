"""The engine of an annotated edition: a text, notes that stand off from it, one pass that weaves them together.

This is the public face; each room's own first lines tell what it is for.
"""

from edition.binding import ANNOTATIONS, Bound, Project, SectionFile, bind, check, listed_in, open_project
from edition.checking import Share, coverage, without_source
from edition.concordance import Concordance, article_hash, article_text
from edition.problems import Problem, errors, render, render_all
from edition.publishing import (
    ASSETS,
    GENERATED,
    OVERRIDES,
    SHELL,
    Site,
    files,
    list_notes,
    search_notes,
)
from edition.reading import schemas

__all__ = [
    "ANNOTATIONS", "ASSETS", "GENERATED", "OVERRIDES", "SHELL",
    "Bound", "Concordance", "Problem", "Project", "SectionFile", "Share", "Site",
    "article_hash", "article_text", "bind", "check", "coverage", "errors", "files", "list_notes",
    "listed_in", "open_project", "render", "render_all", "schemas", "search_notes", "without_source",
]  # fmt: skip
