"""How much an import reads; what has more is refused in a sentence that says these numbers."""

from __future__ import annotations

from edition.importing.files.decoding import UnreadableError

MAX_BYTES = 40_000_000
"""Of a file; a page may hold its pictures."""
MAX_TEXT_BYTES = 8_000_000
"""Of a text, which holds nothing but its words."""
MAX_SOURCE = 8_000_000
"""Letters of a page with its markup, but without its scripts, styles and the pictures that it holds."""
MAX_LETTERS = 500_000
"""Of the words of a text, or of a page with all that stands around its article."""
MAX_LINES = 6_000
"""Of a text that is not empty; of a page, the stretches between two borders of blocks."""
MAX_SIGNS = 30_000
"""Of the signs among the article's words that Markdown takes for its own; prose has three in a hundred letters."""
MAX_LINE = 100_000
"""Letters of one line or paragraph."""
MAX_ELEMENTS = 40_000
"""Of a page."""
MAX_DEPTH = 200
"""Of elements in one another."""
MAX_VALUE = 1_000
"""Letters of a title, a name or an address that a page says of itself."""
_ADVICE = "Save the article alone, without what stands around it, or cut it into several editions."


def refuse_beyond(what: str, found: int, most: int) -> None:
    """UnreadableError where there is more of it than is read: `the page has 50,000 elements; …`."""
    if found > most:
        raise UnreadableError(f"{what.format(f'{found:,}')}; the import reads up to {most:,}. {_ADVICE}")
