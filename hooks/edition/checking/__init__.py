"""What is missing or poor in the edition as a whole: errors, warnings, coverage."""

from edition.checking.coverage import Coverage, Share, check_edition, coverage, without_source
from edition.checking.dates import dates_to_come
from edition.checking.quality import PLACEHOLDER, warnings
from edition.checking.reach import distinct_words
from edition.checking.since import changed_verdicts, outlived_words
from edition.checking.structure import check_structure

__all__ = [
    "PLACEHOLDER",
    "Coverage",
    "Share",
    "changed_verdicts",
    "check_edition",
    "check_structure",
    "coverage",
    "dates_to_come",
    "distinct_words",
    "outlived_words",
    "warnings",
    "without_source",
]
