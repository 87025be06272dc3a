"""A syllable for each character, as the script in the page counts them."""

from __future__ import annotations

import pytest

from edition.anchoring import count_characters, readings


@pytest.mark.parametrize(
    ("words", "pinyin", "syllables"),
    [
        ("二〇二六年", "èr líng èr liù nián", ["èr", "líng", "èr", "liù", "nián"]),
        ("人々", "rén rén", ["rén", "rén"]),
        ("OpenAI 西安走人了", "OpenAI Xī'ān zǒurén le", ["xī", "ān", "zǒu", "rén", "le"]),
    ],
)
def test_each_character_has_its_syllable(words: str, pinyin: str, syllables: list[str]) -> None:
    assert readings(words, pinyin) == syllables
    assert count_characters(words) == len(syllables)
