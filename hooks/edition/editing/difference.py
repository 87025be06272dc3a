"""Where the words of an old text stand in a new one: one global alignment, by paragraphs, sentences and characters.

Paragraphs and sentences that are the same in both and stand once in each belong together wherever they stand. The rest
is aligned in its order, once from the front and once from the back: where the two differ, nothing tells which is right.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Levenshtein

from edition.anchoring import Range
from edition.editing.whole_text import Span, WholeText
from edition.text import SectionText, is_whole

_MOST_WORK = 200_000_000
"""Characters times characters that are compared; two stretches that are larger count as having nothing in common."""
_TELLING = 6
"""A sentence of fewer characters may stand anywhere; that it stands once tells nothing."""


class Carried(NamedTuple):
    """A range of the new text, how like the words in it are to the old ones (0 to 1), and whether it has no rival."""

    range: Range
    similarity: float
    certain: bool


class _Stretch(NamedTuple):
    """Characters of the old text that became characters of the new one."""

    same: bool
    start: int
    end: int
    new_start: int
    new_end: int


class Difference:
    """The old text against the new one, all sections in one."""

    def __init__(self, old: Sequence[SectionText], new: Sequence[SectionText]) -> None:
        self._old, self._new = WholeText(old), WholeText(new)
        self._ahead = _Alignment(self._old, self._new, backwards=False)
        self._back = _Alignment(self._old, self._new, backwards=True)
        kept = {*self._ahead.units, *self._back.units, *_unique(self._old, self._new)}
        self._kept = sorted(kept, key=lambda block: block.start)
        """Paragraphs and sentences that are the same; by the order of the old text."""
        self._starts = [block.start for block in self._kept]
        self._claims: dict[int, set[int]] = defaultdict(set)
        """Where such a stretch begins in the new text, to where it may have begun in the old one."""
        for block in self._kept:
            self._claims[block.new_start].add(block.start)

    def carry(self, old: Range) -> Carried | None:
        """Where the words of a range stand now; None where they were deleted, or lie across two sections now."""
        if old.section not in self._old.offsets or old.start >= old.end:
            return None
        start, end = self._old.span(old)
        line = self._old.text.rfind("\n", 0, start) + 1  # what is the same lies within a paragraph
        near = self._kept[bisect_left(self._starts, line) : bisect_right(self._starts, start)]
        kept = [block for block in near if end <= block.end]
        places = {block.new_start - block.start for block in kept}
        if len(places) == 1 and (found := self._new.range(start + max(places), end + max(places))):
            # Of two that are the same one may be gone: then each alignment found the place for another of them.
            return Carried(found, 1.0, certain=all(len(self._claims[block.new_start]) == 1 for block in kept))
        one, other = (self._best(start, end, item) for item in (self._ahead, self._back))
        best = max(filter(None, (one, other)), key=lambda item: item.similarity, default=None)
        return best._replace(certain=one is not None and one == other) if best else None

    def is_taken(self, new: Range, besides: Range) -> bool:
        """Whether most of the range's words belong to another passage of the old text than `besides`."""
        start, end = self._new.span(new)
        first, last = self._old.span(besides)
        taken = set()
        for block in (*self._kept, *self._ahead.blocks):
            places = range(max(start, block.new_start), min(end, block.new_end)) if block.same else ()
            for place in places:
                if not first <= place - block.new_start + block.start < last:
                    taken.add(place)
        return 2 * len(taken) > end - start

    def free(self, was: Range, *besides: Range) -> list[SectionText]:
        """The new text with a mask over what stood in the old one outside of `was`, and over `besides`."""
        runs = [block for block in (*self._kept, *self._ahead.blocks) if block.same]
        return self._new.masked([*_outside(runs, *self._old.span(was)), *map(self._new.span, besides)])

    def gone(self, found: Range, *besides: Range) -> list[SectionText]:
        """The old text with a mask over what stands in the new one outside of `found`, and over `besides`."""
        runs = [
            _Stretch(True, block.new_start, block.new_end, block.start, block.end)
            for block in (*self._kept, *self._ahead.blocks)
            if block.same
        ]
        return self._old.masked([*_outside(runs, *self._new.span(found)), *map(self._old.span, besides)])

    def _best(self, start: int, end: int, alignment: _Alignment) -> Carried | None:
        words = self._old.text[start:end].replace("\n", " ")
        is_cut = not is_whole(self._old.text, start, end)
        best: Carried | None = None
        for first, last in product(alignment.edges(start, forward=True), alignment.edges(end, forward=False)):
            # Letters in common are no words in common: what does not begin or end within a word goes on not doing so.
            while first < last and not is_cut and not is_whole(self._new.text, first, len(self._new.text)):
                first -= 1
            while first < last and not is_cut and not is_whole(self._new.text, 0, last):
                last += 1
            found = self._new.range(first, last)
            if found is None:
                continue
            similarity = fuzz.ratio(words, self._new.text[first:last].replace("\n", " ")) / 100
            if best is None or similarity > best.similarity:
                best = Carried(found, similarity, certain=False)
        return best


def _outside(runs: Iterable[_Stretch], first: int, last: int) -> Iterator[Span]:
    """Where the runs lead to, without what lies from `first` to `last`; a few characters may be alike by accident."""
    for run in runs:
        for start, end in ((run.start, min(run.end, first)), (max(run.start, last), run.end)):
            if end - start >= _TELLING:
                yield start - run.start + run.new_start, end - run.start + run.new_start


class _Alignment:
    """The blocks of both texts in their order; of several that are as good the first or (`backwards`) the last."""

    def __init__(self, old: WholeText, new: WholeText, *, backwards: bool) -> None:
        units = _same(old, new, old.lines(0, len(old.text)), new.lines(0, len(new.text)), backwards=backwards)
        for gap in list(_gaps(units, old, new)):
            ours, theirs = old.sentences(gap.start, gap.end), new.sentences(gap.new_start, gap.new_end)
            units += _same(old, new, ours, theirs, backwards=backwards)
        self.units = sorted(units, key=lambda block: block.start)
        pieces: list[_Stretch] = []
        for gap, unit in zip(_gaps(self.units, old, new), [*self.units, None], strict=True):
            pieces += [*_characters(gap, old, new, backwards=backwards), *([unit] if unit else [])]
        self.blocks = list(_merged(pieces, new))
        self._ends = [block.end for block in self.blocks]

    def edges(self, index: int, *, forward: bool) -> list[int]:
        """Where an edge of a range may lie now: words inserted at it are not the range's."""
        # The blocks part the whole old text, so one holds the character behind the edge, or (backward) before it.
        block = self.blocks[bisect_right(self._ends, index if forward else index - 1)]
        if block.same:
            return [block.new_start + index - block.start]
        # What replaced the words at its edge belongs to the range; inside a change the likest place is sought.
        if index == (block.start if forward else block.end):
            return [block.new_start if forward else block.new_end]
        within = min(block.new_start + index - block.start, block.new_end)
        return list(dict.fromkeys([block.new_start, within, block.new_end]))


def _same(
    old: WholeText, new: WholeText, ours: Sequence[Span], theirs: Sequence[Span], *, backwards: bool
) -> list[_Stretch]:
    """The stretches that are the same in both, as many as can be had in one order."""
    words, others = [old.text[start:end] for start, end in ours], [new.text[start:end] for start, end in theirs]
    found = Indel.opcodes(words[::-1], others[::-1]) if backwards else Indel.opcodes(words, others)
    pairs = [
        (item.src_start + number, item.dest_start + number)
        for item in found
        if item.tag == "equal"
        for number in range(item.src_end - item.src_start)
    ]
    if backwards:
        pairs = [(len(ours) - 1 - one, len(theirs) - 1 - other) for one, other in reversed(pairs)]
    return [_Stretch(True, *ours[one], *theirs[other]) for one, other in pairs]


def _gaps(blocks: Sequence[_Stretch], old: WholeText, new: WholeText) -> Iterator[_Stretch]:
    """What lies before, between and behind the blocks; it may be empty."""
    start = new_start = 0
    for block in blocks:
        yield _Stretch(False, start, block.start, new_start, block.new_start)
        start, new_start = block.end, block.new_end
    yield _Stretch(False, start, len(old.text), new_start, len(new.text))


def _characters(gap: _Stretch, old: WholeText, new: WholeText, *, backwards: bool) -> Iterator[_Stretch]:
    """The blocks of a gap by its characters."""
    ours, theirs = old.text[gap.start : gap.end], new.text[gap.new_start : gap.new_end]
    if ours == theirs:
        yield from [gap._replace(same=True)] if ours else []
        return
    if len(ours) * len(theirs) > _MOST_WORK:
        yield gap
        return
    found = Levenshtein.opcodes(ours[::-1], theirs[::-1]) if backwards else Levenshtein.opcodes(ours, theirs)
    parts = [
        _Stretch(part.tag == "equal", part.src_start, part.src_end, part.dest_start, part.dest_end) for part in found
    ]
    if backwards:
        one, other = len(ours), len(theirs)
        parts = [
            _Stretch(same, one - end, one - start, other - new_end, other - new_start)
            for same, start, end, new_start, new_end in reversed(parts)
        ]
    for same, start, end, new_start, new_end in parts:
        yield _Stretch(same, gap.start + start, gap.start + end, gap.new_start + new_start, gap.new_start + new_end)


def _merged(blocks: Iterable[_Stretch], new: WholeText) -> Iterator[_Stretch]:
    """Changes that touch are one change, within a paragraph: an inserted character beside replaced ones."""
    last: _Stretch | None = None
    for block in blocks:
        if last and not last.same and not block.same and "\n" not in new.text[last.new_start : block.new_end]:
            last = last._replace(end=block.end, new_end=block.new_end)
            continue
        if last:
            yield last
        last = block
    if last:
        yield last


def _unique(old: WholeText, new: WholeText) -> Iterator[_Stretch]:
    """The paragraphs and sentences that stand once in each text, wherever that is."""
    for cut in (WholeText.lines, WholeText.sentences):
        places = []
        for text in (old, new):
            spans = cut(text, 0, len(text.text))
            words = [text.text[start:end] for start, end in spans]
            counts = Counter(words)
            places.append({word: span for word, span in zip(words, spans, strict=True) if counts[word] == 1})
        for word, span in places[0].items():
            if len(word) >= _TELLING and word in places[1]:
                yield _Stretch(True, *span, *places[1][word])
