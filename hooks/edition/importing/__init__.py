"""Any article, as text or as a page, to the files of a new edition and a report of what was taken and set aside."""

from edition.importing.article import Article, Aside, Block, Doubt, Finding, Span
from edition.importing.decoding import UnreadableError, decoded
from edition.importing.limits import MAX_BYTES
from edition.importing.page import read_page
from edition.importing.plain import read_plain
from edition.importing.reading import read_file
from edition.importing.report import report, summary
from edition.importing.sections import Section, cut
from edition.importing.starter import LAID_OUT, STARTER, Imported, make_edition, starter_files

__all__ = [
    "LAID_OUT", "MAX_BYTES", "STARTER", "Article", "Aside", "Block", "Doubt", "Finding", "Imported", "Section", "Span",
    "UnreadableError", "cut", "decoded", "make_edition", "read_file", "read_page", "read_plain", "report",
    "starter_files", "summary",
]  # fmt: skip
