"""Every rule, and what is covered. `rules` names them all: there one adds a check."""

from edition.checking.article import read_otherwise
from edition.checking.coverage import coverage, coverage_columns, without_source
from edition.checking.navigation import unlisted
from edition.checking.outlived import changed_verdicts, outlived_words
from edition.checking.quality import DISPUTED, LINE, unwritten_pages
from edition.checking.reach import Share, distinct_words
from edition.checking.rules import check_edition, check_notes, warnings
from edition.checking.structure import check_structure
from edition.checking.targets import section_meant
from edition.checking.terms import only_within

__all__ = [
    "DISPUTED", "LINE", "Share", "changed_verdicts", "check_edition", "check_notes", "check_structure",
    "coverage", "coverage_columns", "distinct_words", "only_within", "outlived_words",
    "read_otherwise", "section_meant", "unlisted", "unwritten_pages", "warnings", "without_source",
]  # fmt: skip
