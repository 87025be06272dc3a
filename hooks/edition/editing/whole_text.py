"""All sections as one text, which is compared as a whole."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from edition.anchoring import Range
from edition.text import SectionText, sentence_ends

Span: TypeAlias = tuple[int, int]
"""Where a stretch of the whole begins and ends."""
_MASK = "\ue000"
"""Stands for a character that belongs to another passage: nothing is like it."""


class WholeText:
    """All sections as one text, a line for each paragraph, and the way back."""

    def __init__(self, texts: Sequence[SectionText]) -> None:
        self.texts = texts
        self.offsets: dict[str, int] = {}
        length = 0
        for text in texts:
            self.offsets[text.slug] = length
            length += len(text.text) + 1
        self.text = "".join(f"{text.text}\n" for text in texts)
        self._starts = list(self.offsets.values())

    def lines(self, start: int, end: int) -> list[Span]:
        """The paragraphs from `start` to `end`, both of which part paragraphs."""
        found = []
        for line in self.text[start:end].split("\n"):
            if line:
                found.append((start, start + len(line)))
            start += len(line) + 1
        return found

    def sentences(self, start: int, end: int) -> list[Span]:
        """The sentences of these paragraphs, without the space between them."""
        found = []
        for first, last in self.lines(start, end):
            line = self.text[first:last]
            for begin, stop in pairwise([0, *sentence_ends(line)]):
                space = stop - begin - len(line[begin:stop].lstrip())
                found.append((first + begin + space, first + stop))
        return found

    def range(self, start: int, end: int) -> Range | None:
        """A stretch of the whole as a range of one section, without the space at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start >= end:
            return None
        section = self.texts[bisect_right(self._starts, start) - 1]
        offset = self.offsets[section.slug]
        if end - offset > len(section.text):
            return None
        return Range(section.slug, start - offset, end - offset)

    def span(self, found: Range) -> Span:
        """A range of a section as a stretch of the whole."""
        offset = self.offsets[found.section]
        return offset + found.start, offset + found.end

    def masked(self, spans: Iterable[Span]) -> list[SectionText]:
        """The sections with a mask over the stretches, but for those of which nothing is left."""
        parts, done = [], 0
        for start, end in sorted(spans):
            if end > done:
                parts += [self.text[done:start], _MASK * (end - max(start, done))]
                done = end
        whole = "".join([*parts, self.text[done:]])
        cut = [whole[(start := self.offsets[text.slug]) : start + len(text.text)] for text in self.texts]
        return [
            replace(text, text=part) for text, part in zip(self.texts, cut, strict=True) if part.strip(f"{_MASK}\n")
        ]
