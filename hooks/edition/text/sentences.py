"""Sentences of a paragraph to those of its translation, by their lengths alone.

After Gale and Church, “A Program for Aligning Sentences in Bilingual Corpora” (1993): a translator keeps the order,
and long sentences become long ones. Within a paragraph of a few sentences that is enough, and it knows no language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

_END = re.compile(
    r"""
    [。！？；]+[」』”’）】]* | [!?;]+[”’")\]」』]*(?=[\u3400-\u9fff])  # in running Chinese no space follows
    | (?: [!?…] | (?<![\s.(“‘][A-Z])(?<!^[A-Z])(?<!\b[A-Z][a-z])\. )  # not behind “J.” or “Mr.”
      [.!?…]*[”’")\]」』]*(?=\s+[^a-z\s])
    | \Z
    """,
    re.VERBOSE,
)
_BEADS = ((1, 1, 0.0), (1, 2, 2.3), (2, 1, 2.3), (2, 2, 4.5), (1, 0, 4.5), (0, 1, 4.5))
"""Sentences of the one, sentences of the other, and how unlikely that is (a negative logarithm)."""
_VARIANCE = 6.8


def sentence_ends(text: str) -> list[int]:
    """Where each sentence of the text ends, its closing marks included; the last end is the text's."""
    ends = [found.end() for found in _END.finditer(text.rstrip()) if found.end()]
    return list(dict.fromkeys(ends))


def align_sentences(ours: str, theirs: str) -> list[tuple[int, int]]:
    """For each sentence of `ours`, where it ends and where the sentence of `theirs` ends that says the same.

    Sentences that are told together share the end of the last of them.
    """
    left, right = sentence_ends(ours), sentence_ends(theirs)
    if not left or not right:
        return [(end, len(theirs.rstrip())) for end in left]
    ratio = right[-1] / left[-1]
    pairs: list[tuple[int, int]] = []
    done = (0, 0)
    for one, other in _beads(left, right, ratio):
        done = (done[0] + one, done[1] + other)
        pairs += [(left[index], right[max(done[1], 1) - 1]) for index in range(done[0] - one, done[0])]
    return pairs


def sentence_pairs(ours: str, theirs: str) -> list[tuple[int, int]]:
    """The texts cut into as many parts as say the same one by one: where each part ends in `ours` and in `theirs`.

    A part is a sentence or several, the space behind it included; the last ends with the texts. None is empty.
    """
    parts: list[tuple[int, int]] = []
    for one, other in align_sentences(ours, theirs):
        if parts and parts[-1][1] == other:
            parts.pop()
        parts.append((one, other))
    starts = [(_after_space(ours, one), _after_space(theirs, other)) for one, other in parts[:-1]]
    return [*starts, (len(ours), len(theirs))]


def _after_space(text: str, offset: int) -> int:
    return len(text) - len(text[offset:].lstrip())


def _beads(left: Sequence[int], right: Sequence[int], ratio: float) -> list[tuple[int, int]]:
    """The likeliest way to pair off the sentences that end there, as numbers of sentences taken from each."""
    before, after = [0, *left], [0, *right]
    best: list[list[tuple[float, tuple[int, int]]]] = [[(0.0, (0, 0))] * (len(right) + 1) for _ in before]
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            if i or j:
                best[i][j] = min(
                    (best[i - one][j - other][0] + price + _distance(
                        before[i] - before[i - one], after[j] - after[j - other], ratio), (one, other))
                    for one, other, price in _BEADS
                    if one <= i and other <= j
                )  # fmt: skip
    beads = []
    i, j = len(left), len(right)
    while i or j:
        one, other = best[i][j][1]
        beads.append((one, other))
        i, j = i - one, j - other
    return beads[::-1]


@cache
def _distance(one: int, other: int, ratio: float) -> float:
    expected = (one * ratio + other) / 2
    return (other - one * ratio) ** 2 / (2 * _VARIANCE * max(expected, 1.0))
