"""What counts as Chinese: the same characters as for pinyin, whatever plane they stand in."""

from __future__ import annotations

import pytest

from edition.importing.language import guess
from edition.importing.sections import slug_of
from edition.text import count_characters

CASES = [
    ("面馆", "zh-Hans", "mian-guan"),
    ("二〇二六", "zh-Hans", "er-ling-er-liu"),
    ("〇〇", "zh-Hans", "ling-ling"),
    ("㐂", "zh-Hans", ""),  # extension A, of which no reading is known
    ("𠮷", "zh-Hans", ""),  # beyond the basic plane
    ("\uf900", "zh-Hans", ""),  # a compatibility character: 豈
    ("䷀䷁", "und", ""),  # hexagrams stand between two blocks of Han
    ("ㄅㄆ", "und", ""),  # signs for sounds
    ("A1", "und", "a1"),
]


@pytest.mark.parametrize(("text", "language", "slug"), CASES)
def test_what_is_han_is_the_same_in_every_room(text: str, language: str, slug: str) -> None:
    assert guess(text) == language
    assert slug_of(text, "zh-Hans") == slug
    assert (count_characters(text) > 0) == (language == "zh-Hans")
