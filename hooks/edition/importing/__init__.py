"""Any article, as text or as a page, to the files of a new edition and a report of what was taken and set aside."""

from edition.importing.article import Article, Block, Span
from edition.importing.files.decoding import UnreadableError, decoded
from edition.importing.files.limits import MAX_BYTES
from edition.importing.input_file import read_file
from edition.importing.new_edition.new_sections import sections_of
from edition.importing.new_edition.report import report
from edition.importing.new_edition.starter import LAID_OUT, Imported, make_edition, starter_files, starter_templates
from edition.importing.new_edition.to_markdown import LostWordsError

__all__ = [
    "LAID_OUT", "MAX_BYTES", "Article", "Block", "Imported", "LostWordsError", "Span", "UnreadableError",
    "decoded", "make_edition", "read_file", "report", "sections_of", "starter_files", "starter_templates",
]  # fmt: skip
