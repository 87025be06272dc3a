"""Where everything stands in the site: addresses from its root, without a leading slash."""

from __future__ import annotations

from edition.anchoring import Occurrence
from edition.concordance import Concordance
from edition.model import Note, Source

WHOLE = "whole/"
"""The whole article on one page."""
TIMELINE = "pictures/"
"""The pictures of time."""
CHANGES = "changes/"
"""What was corrected, and what else changed."""
VOCABULARY = "vocabulary/"
"""Every word of the article."""
FEED = "corrections.xml"
"""The feed of corrections to verdicts."""


ROOT = "\ue002root\ue003"
"""Stands in what several pages show for the way up to the site's root, which each writes there in its turn."""


def note_address(note: Note) -> str:
    """The page of a note, or its place on the page of its kind."""
    return f"{note.folder}/{note.id}/" if note.has_page else f"{note.folder}/#{note.id}"


def source_address(source: str) -> str:
    """The place of a source in the bibliography."""
    return f"{Source.folder}/#{source}"


def passage_address(concordance: Concordance, occurrence: Occurrence) -> str:
    """The paragraph in which an occurrence begins (for a heading, the section)."""
    section = concordance.by_slug[occurrence.range.section]
    number = concordance.leaf(occurrence).number
    return section.source.address + (f"#p-{number}" if number else "")


def words_address(page: str) -> str:
    """Where the words of a page lie."""
    return _beside(page, "words.json")


def traditional_address(page: str) -> str:
    """Where the traditional characters of a page lie."""
    return _beside(page, "traditional.txt")


def _beside(page: str, name: str) -> str:
    """Where a file of a page lies: in its folder or, where the page is no folder's, in one of its name."""
    return f"{page.removesuffix('index.html').removesuffix('.html').rstrip('/')}/{name}"


def root_of(address: str) -> str:
    """The way from a page up to the site's root: `../../` for `bios/openai/`."""
    return "../" * address.partition("#")[0].removeprefix("./").count("/") or "./"
