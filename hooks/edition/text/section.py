"""A section's text, as `section_reader` takes it out of the HTML, and the way back from each of its characters.

The text is what a quote is matched against: character references resolved, Unicode NFC, runs of white
space as one space, blocks parted by a line feed. The HTML itself is never rebuilt: the map leads
back to its very bytes, so that weaving can splice into them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import normalize

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
CELLS = frozenset(["td", "th"])
_SPACE = re.compile(r"\s+")
_JOINING = "\u0620-\u08ff\u0900-\u0dff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefc\U0001e900-\U0001e95f"
"""Letters, and marks over them, that take another shape beside their neighbours."""
_PICTURES = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
ALWAYS_UNSEEN = "\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Soft hyphens, places for a break and marks of direction: what stands in a pattern's brackets."""
UNSEEN = re.compile(
    f"[{ALWAYS_UNSEEN}]"
    f"|(?<![{_JOINING}])\u200c|\u200c(?![{_JOINING}])"
    f"|(?<![{_JOINING}{_PICTURES}])\u200d(?![{_JOINING}{_PICTURES}])"
)
"""What nobody sees: soft hyphens, places for a break, marks of direction, and joiners of letters that do not join."""


class Run(NamedTuple):
    """A stretch of text and where it comes from.

    `exact`: each character of the text is one of the source, in step. Otherwise the whole source
    stretch (a character reference, white space, a decomposed letter) makes the whole text stretch.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    exact: bool
    stretch: int
    """Runs of one number have no tag between them."""
    interactive: bool
    """Whether it stands inside a link or a button, where no further link may be."""
    inline: bool
    """Whether it stands inside an inline element: a block of its own could not begin there."""

    def source_at(self, offset: int) -> int:
        """Where the character at the offset of the text begins in the HTML; the run's own start where it is one."""
        return self.source_start + (offset - self.start) if self.exact else self.source_start


@dataclass(slots=True)
class Leaf:
    """A block that holds text itself: a paragraph, list item, caption or heading.

    `start` and `end` are offsets in the text, the others in the HTML: the start tag of the element
    (`tag_start`, `tag_end`), the words themselves (`inner_start`, `inner_end`), the end of the
    element (`close_end`; 0 where the words do not fill it alone).
    """

    tag: str
    start: int
    tag_start: int
    tag_end: int
    inner_start: int
    end: int = 0
    inner_end: int = 0
    close_end: int = 0
    number: int = 0
    """The paragraph's number in the edition, from 1; 0 for a heading."""

    @property
    def is_heading(self) -> bool:
        """Headings have no number, but are translated like paragraphs."""
        return self.tag in HEADINGS


@dataclass(slots=True)
class SectionText:
    """A section: its `html` as it came, its `text`, the `runs` that lead back, its `leaves` in order.

    What cannot be seen is not in the text; `unseen` has it, with the offsets before which it stands.
    The `outline` has, in order, a line for each block, the leaves, and the words that stand beside the text.
    """

    slug: str
    html: str
    text: str
    runs: list[Run]
    leaves: list[Leaf]
    outline: list[Leaf | str] = field(default_factory=list, repr=False)
    unseen: list[tuple[int, str]] = field(default_factory=list, repr=False)
    flat: str = ""
    """The text with its line feeds as spaces: what quotes are found in."""
    _starts: list[int] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self.flat = self.text.replace("\n", " ")
        self._starts = [run.start for run in self.runs]

    def run_index(self, offset: int) -> int:
        """The index of the last run that begins at or before the offset (-1 where there is none)."""
        return bisect_right(self._starts, offset) - 1

    def leaf_at(self, offset: int) -> int:
        """The index of the leaf in which the character at the offset stands."""
        return max(0, bisect_right(self.leaves, offset, key=lambda leaf: leaf.start) - 1)

    def break_at(self, offset: int) -> int:
        """The offset in the HTML, between the characters before and at the offset of the text, at which no inline
        element is open; -1 where there is none."""
        before, after = self.runs[self.run_index(offset - 1)], self.runs[self.run_index(offset)]
        if not after.inline:
            return after.source_at(offset)
        return -1 if before.inline or before is after else before.source_end

    def words(self, leaf: Leaf) -> str:
        """The text of a leaf."""
        return self.text[leaf.start : leaf.end]

    def written(self, leaf: Leaf) -> str:
        """The text of a leaf with what cannot be seen in it."""
        words, at = "", leaf.start
        for offset, sign in self.unseen:
            if leaf.start <= offset <= leaf.end:
                words += self.text[at:offset] + sign
                at = offset
        return (words + self.text[at : leaf.end]).strip()

    def paragraphs(self, start: int, end: int) -> list[str]:
        """The whole of the paragraphs in which a stretch of the text stands; of cells, their row of the table."""
        first, last = self.leaf_at(start), self.leaf_at(max(start, end - 1))
        while self._is_beside(first):
            first -= 1
        while self._is_beside(last + 1):
            last += 1
        found: list[str] = []
        for number, leaf in enumerate(self.leaves[first : last + 1], first):
            if found and self._is_beside(number):
                found[-1] += f"\n{self.words(leaf)}"
            else:
                found.append(self.words(leaf))
        return found

    def _is_beside(self, number: int) -> bool:
        """Whether the leaf of this index and the one before it are cells of one row."""
        if not 0 < number < len(self.leaves):
            return False
        one, other = self.leaves[number - 1 : number + 1]
        return {one.tag, other.tag} <= CELLS and "<tr" not in self.html[one.inner_end : other.tag_start].lower()


def normalise(text: str) -> str:
    """Text as quotes are compared: NFC, runs of white space as one space, none at the ends, nothing that is unseen."""
    return composed(UNSEEN.sub("", normalize("NFC", text)))


def composed(text: str) -> str:
    """Text as it is written: as it is compared, with what cannot be seen in it."""
    return _SPACE.sub(" ", normalize("NFC", text)).strip()
