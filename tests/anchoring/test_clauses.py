"""Long sentences are cut where both texts have a clause end, and where no row of words says that the two differ."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from edition import open_project
from edition.anchoring import Rendered, clause_pairs, rendered_words
from edition.text import sentence_pairs
from tests.hosts import Known

OURS = "从达里奥出走创立公司，到伊利亚政变后离开；再到安全团队负责人摔门而出——核心大脑们正在流失。"
THEIRS = (
    "From Dario walking out to found a company, to Ilya leaving after the coup; to the head of the safety team "
    "slamming the door – the core brains are draining away."
)


def known(*pairs: tuple[str, str]) -> list[Rendered]:
    found = [(OURS.index(one), THEIRS.index(other), THEIRS.index(other) + len(other)) for one, other in pairs]
    return sorted(Rendered(*item) for item in found)


EVERYWHERE = known(("出走", "walking out"), ("政变", "coup"), ("摔门", "slamming"), ("流失", "draining away"))


def parts(words: str, english: str, found: list[Rendered]) -> list[tuple[str, str]]:
    cuts = [(0, 0), *clause_pairs(words, english, found)]
    return [(words[a:b].strip(), english[x:y].strip()) for (a, x), (b, y) in pairwise(cuts)]


def test_clauses_stand_beside_what_says_the_same() -> None:
    assert parts(OURS, THEIRS, EVERYWHERE) == [
        ("从达里奥出走创立公司，", "From Dario walking out to found a company,"),
        ("到伊利亚政变后离开；", "to Ilya leaving after the coup;"),
        ("再到安全团队负责人摔门而出——", "to the head of the safety team slamming the door –"),
        ("核心大脑们正在流失。", "the core brains are draining away."),
    ]


def test_what_the_rows_do_not_prove_stays_whole() -> None:
    assert clause_pairs(OURS, THEIRS, []) == sentence_pairs(OURS, THEIRS)
    crossing = known(("出走", "draining away"), ("流失", "walking out"))
    assert clause_pairs(OURS, THEIRS, crossing) == sentence_pairs(OURS, THEIRS)
    one_side = known(("出走", "walking out"), ("政变", "coup"))
    assert next(ours for ours, _ in parts(OURS, THEIRS, one_side)) == "从达里奥出走创立公司，"
    assert len(parts(OURS, THEIRS, one_side)) == 2


@pytest.mark.parametrize(
    ("words", "english", "pairs"),
    [
        ("他说：走了。", "He said: it is gone.", [("说", "said"), ("走", "gone")]),  # short enough to be seen at once
        ("这家公司的估值是 1,000,000 美元左右的一个数目吧。", "The company is worth some 1,000,000 dollars, they say.",
         [("公司", "company"), ("美元", "dollars")]),
    ],
)  # fmt: skip
def test_what_is_short_and_what_is_a_number_is_not_cut(words: str, english: str, pairs: list[tuple[str, str]]) -> None:
    found = [
        Rendered(words.index(one), english.index(other), english.index(other) + len(other)) for one, other in pairs
    ]
    assert clause_pairs(words, english, found) == sentence_pairs(words, english)


def test_the_article_is_parted_and_nothing_of_it_is_lost(root: Path) -> None:
    bound = open_project(root).bind(Known())
    longest, whole, parted = 0, 0, 0
    for section in bound.concordance.sections:
        for leaf, english, placed_rows in zip(section.text.leaves, section.english, section.interlinear, strict=True):
            words = section.text.words(leaf)
            pairs = clause_pairs(words, english, rendered_words(words, english, placed_rows) if placed_rows else [])
            assert pairs[-1] == (len(words), len(english))
            assert all(one < other for one, other in pairwise([(0, 0), *pairs]))
            assert set(sentence_pairs(words, english)) <= set(pairs)
            ends = [0, *(ours for ours, _ in pairs)]
            longest = max(longest, *(end - start for start, end in pairwise(ends)))
            whole, parted = whole + len(sentence_pairs(words, english)), parted + len(pairs)
    assert parted > 1.5 * whole
    assert longest <= 60
