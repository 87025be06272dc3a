"""Where the words of an old text stand in a new one: one global diff, by paragraphs and then by characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import product
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from edition.anchoring import Range, SectionText

_MOST_WORK = 200_000_000
"""Characters times characters that are compared; two stretches that are larger count as having nothing in common."""


class Carried(NamedTuple):
    """A range of the new text and how like the words in it are to the old ones (0 to 1)."""

    range: Range
    similarity: float


class _Block(NamedTuple):
    """Characters of the old text that became characters of the new one."""

    same: bool
    start: int
    end: int
    new_start: int
    new_end: int


class Difference:
    """The old text against the new one, all sections in one."""

    def __init__(self, old: Sequence[SectionText], new: Sequence[SectionText]) -> None:
        self._old, self._new = _Joined(old), _Joined(new)
        self._blocks = list(self._compare())
        self._ends = [block.end for block in self._blocks]

    def carry(self, old: Range) -> Carried | None:
        """Where the words of a range stand now; None where they were deleted, or lie across two sections now."""
        offset = self._old.offsets.get(old.section)
        if offset is None or old.start >= old.end:
            return None
        start, end = offset + old.start, offset + old.end
        words = self._old.text[start:end]
        starts, ends = self._edges(start, forward=True), self._edges(end, forward=False)
        best: Carried | None = None
        for first, last in product(starts, ends):
            found = self._new.range(first, last)
            if found is None:
                continue
            similarity = fuzz.ratio(words, self._new.text[first:last].replace("\n", " ")) / 100
            if best is None or similarity > best.similarity:
                best = Carried(found, similarity)
        return best

    def _edges(self, index: int, *, forward: bool) -> list[int]:
        """Where an edge of a range may lie now: words inserted at it are not the range's."""
        at = index if forward else index - 1
        number = bisect_right(self._ends, at)
        while number < len(self._blocks) and self._blocks[number].start == self._blocks[number].end:
            number += 1 if forward else -1
        if not 0 <= number < len(self._blocks):
            return []
        block = self._blocks[number]
        if block.same:
            return [block.new_start + index - block.start]
        # What replaced the words at its edge belongs to the range; inside a change the likest place is sought.
        if index == (block.start if forward else block.end):
            return [block.new_start if forward else block.new_end]
        within = min(block.new_start + index - block.start, block.new_end)
        return list(dict.fromkeys([block.new_start, within, block.new_end]))

    def _compare(self) -> Iterator[_Block]:
        """Paragraphs first, since a text has many and most are unchanged; characters where they differ."""
        old, new = self._old, self._new
        matcher = SequenceMatcher(None, old.lines, new.lines, autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            start, end = old.line_starts[i1], old.line_starts[i2]
            new_start, new_end = new.line_starts[j1], new.line_starts[j2]
            if tag != "replace" or (end - start) * (new_end - new_start) > _MOST_WORK:
                yield _Block(tag == "equal", start, end, new_start, new_end)
                continue
            parts = Levenshtein.opcodes(old.text[start:end], new.text[new_start:new_end])
            yield from self._merged(
                _Block(
                    part.tag == "equal",
                    start + part.src_start,
                    start + part.src_end,
                    new_start + part.dest_start,
                    new_start + part.dest_end,
                )
                for part in parts
            )

    def _merged(self, blocks: Iterable[_Block]) -> Iterator[_Block]:
        """Changes that touch are one change, within a paragraph: an inserted character beside replaced ones."""
        last: _Block | None = None
        for block in blocks:
            if last and not last.same and not block.same and "\n" not in self._new.text[last.new_start : block.new_end]:
                last = last._replace(end=block.end, new_end=block.new_end)
                continue
            if last:
                yield last
            last = block
        if last:
            yield last


class _Joined:
    """All sections as one text, a line for each paragraph, and the way back."""

    def __init__(self, texts: Sequence[SectionText]) -> None:
        self.texts = texts
        self.offsets: dict[str, int] = {}
        length = 0
        for text in texts:
            self.offsets[text.slug] = length
            length += len(text.text) + 1
        self.text = "".join(f"{text.text}\n" for text in texts)
        self.lines = [f"{line}\n" for line in self.text.split("\n")[:-1]]
        self.line_starts = [0]
        for line in self.lines:
            self.line_starts.append(self.line_starts[-1] + len(line))
        self._starts = list(self.offsets.values())

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
