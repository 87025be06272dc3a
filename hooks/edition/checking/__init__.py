"""What is missing or poor in the edition as a whole: errors, warnings, coverage."""

from edition.checking.coverage import Coverage, Share, check_edition, coverage, without_source
from edition.checking.dates import dates_to_come
from edition.checking.quality import PLACEHOLDER, warnings
from edition.checking.since import changed_verdicts

__all__ = [
    "PLACEHOLDER",
    "Coverage",
    "Share",
    "changed_verdicts",
    "check_edition",
    "coverage",
    "dates_to_come",
    "warnings",
    "without_source",
]
