"""Which words are a term, glossed wherever they stand, and which a phrase in its place."""

from __future__ import annotations

import pytest

from edition.text import is_term

TERMS = ["走人", "又双叒叕", "非常戒厳", "حلوى القطن", "Verfassungsgerichtshof", "reconnaissance faciale", "비상계엄"]
PHRASES = [
    "离职的人越来越多了吗",
    "大統領は午後十時に非常戒厳を",
    "فتح الباب أمام تساؤلات",
    "it is what it is",
    "ศพลอยแม่น้ำโขง",
]


@pytest.mark.parametrize("words", TERMS)
def test_a_term_in_any_script(words: str) -> None:
    assert is_term(words)


@pytest.mark.parametrize("words", PHRASES)
def test_a_phrase_in_any_script(words: str) -> None:
    assert not is_term(words)
