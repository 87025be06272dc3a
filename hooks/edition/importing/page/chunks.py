"""The chunks of a page: each is a stretch of visible words between two borders of blocks, with what is around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from edition.importing.article import Cell, Span, tidy
from edition.importing.page.site_elements import HIDDEN

BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav noscript ol option p pre search "
    "section select summary table tbody td textarea tfoot th thead tr ul br template label iframe object video "
    "audio".split()
)
"""The elements that are blocks, or part the words as blocks do."""


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """An element around a chunk: its tag, its class and id, and why it may be chrome (see `region`)."""

    tag: str
    classes: str = ""
    id: str = ""
    chrome: str = ""
    number: int = 0
    """Of an item in an ordered list, from 1."""

    @property
    def names(self) -> str:
        """Its classes and its id."""
        return f"{self.classes} {self.id}".strip()


@dataclass(frozen=True)
class Chunk:
    """Words between two borders, and the elements around them, the outermost first.

    A picture is a chunk with the tag `img`, whose words are its description and none of the page's. A row of a table
    of data is one with the tag `tr` and its `cells`; code one with the tag `pre`, whose words keep their lines.
    """

    spans: tuple[Span, ...]
    tag: str
    boxes: tuple[Box, ...]
    linked: float = 0
    """How much of it is links to other pages, from 0 to 1."""
    inner: float = 0
    """How much of it is links to other places in the page."""
    outward: float = 0
    """How much of it is links to other sites."""
    cells: tuple[Cell, ...] = ()
    part: str = ""
    """The part of the table: head, body or foot."""
    left: tuple[str, ...] = ()
    """Signs that lead back from a footnote, and what only screen readers say, which are none of its words."""

    @cached_property
    def text(self) -> str:
        """The words, white space as one; of code, with its lines."""
        words = "".join(span.text for span in self.spans)
        return words if self.tag == "pre" else tidy(words)

    @cached_property
    def above(self) -> tuple[str, ...]:
        """The tags of the blocks around it."""
        return tuple(box.tag for box in self.boxes if box.tag in BLOCKS)

    def parted(self, at: int) -> tuple[Chunk, Chunk]:
        """The chunk as two, the second from a place in its words on."""
        before: list[Span] = []
        behind: list[Span] = []
        for span in self.spans:
            cut = min(max(at, 0), len(span.text))
            before += [span._replace(text=span.text[:cut])] if cut else []
            behind += [span._replace(text=span.text[cut:])] if cut < len(span.text) else []
            at -= len(span.text)
        return replace(self, spans=tuple(before)), replace(self, spans=tuple(behind), left=())

    @property
    def begins_with_number(self) -> bool:
        """Whether a small number stands before its words, as before those of a footnote."""
        first = next((span for span in self.spans if span.text.strip()), Span(""))
        return first.mark == "sup" and bool(re.fullmatch(r"\W*\d{1,3}\W*", first.text))

    @property
    def is_hidden(self) -> bool:
        """Whether readers of the page do not see it."""
        return any(box.chrome == HIDDEN for box in self.boxes)

    @property
    def is_bold(self) -> bool:
        """Whether all of it stands in bold type."""
        return all(span.mark == "strong" for span in self.spans if span.text.strip())

    @property
    def is_set_off(self) -> bool:
        """Whether all of its words stand in bold type or italics."""
        return all(span.mark in ("strong", "em") for span in self.spans if re.search(r"\w", span.text))

    @property
    def level(self) -> int:
        """The level of the heading that it is; 0 where it is none."""
        return next((int(tag[1]) for tag in reversed(self.above) if re.fullmatch("h[1-6]", tag)), 0)


def kept_words(found: Sequence[Chunk], reasons: Sequence[str]) -> list[int]:
    """Which chunks are words of the article: no pictures, and none with a reason to be set aside."""
    return [index for index, reason in enumerate(reasons) if not reason and found[index].tag != "img"]


def innermost(chunk: Chunk, *tags: str) -> Box | None:
    """The innermost of the elements with these tags in which a chunk stands."""
    return next((box for box in reversed(chunk.boxes) if box.tag in tags), None)


def list_around(chunk: Chunk) -> Box | None:
    """The innermost list in which a chunk stands."""
    return innermost(chunk, "ul", "ol")


def worded(found: Sequence[Chunk]) -> dict[int, list[int]]:
    """Of each element, by its identity, which of the chunks are words in it: no pictures, in their order."""
    held: dict[int, list[int]] = {}
    for index, chunk in enumerate(found):
        for box in chunk.boxes if chunk.tag != "img" else ():
            held.setdefault(id(box), []).append(index)
    return held
