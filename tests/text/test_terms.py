"""Which words are a term, glossed wherever they stand, and which a phrase in its place."""

from __future__ import annotations

import pytest

from edition.text import is_term, is_whole

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


@pytest.mark.parametrize(
    ("words", "term", "at"),
    [
        ("कार में का", "का", [8]),  # not within कार: a vowel is a letter of its word
        ("बनारस बना", "बना", [6]),
        ("বাংলার বাংলা", "বাংলা", [7]),
        ("สภาเมือง", "สภาเม", []),  # the next sign is the vowel over the last letter
        ("สภาเมือง", "สภา", [0]),
        ("কৃষি কৃষ", "কৃষ", [5]),
        ("كتابٌ كتاب", "كتاب", [0, 6]),  # signs that may be left out
        ("שָׁלוֹם", "שָׁל", []),
    ],
)
def test_a_term_cuts_no_letter_from_its_vowel(words: str, term: str, at: list[int]) -> None:
    places = (place for place in range(len(words)) if words.startswith(term, place))
    assert [place for place in places if is_whole(words, place, place + len(term))] == at
