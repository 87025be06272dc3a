"""A headword in the margin is cut between signs of Chinese and Japanese, else behind a word, and never within one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.publishing.headwords import shortened


@pytest.mark.parametrize(
    ("language", "words", "shown"),
    [
        ("zh-Hans", "又双叒叕走人了", "又双叒叕走人了"),
        ("zh-Hans", "新年刚开工就有人走了", "新年刚开…走了"),
        ("zh-Hans", "2024年OpenAI发布o1系列之后", "2024年OpenAI发…之后"),
        ("ja", "葛󠄀飾区の人びとが歩いた道", "葛󠄀飾区の人びと…"),  # a sign keeps the selector of its variant
        ("de", "Deutschland", "Deutschland"),
        ("de", "Bundesverfassungsgericht", "Bundesverfassungsgericht"),
        ("de", "den Hut genommen", "den Hut genommen"),
        ("ja", "勝って兜の緒を締めよ", "勝って兜の緒を…"),
        ("zh-Hans", "新年刚开始就有人走了说", "新年刚开…了说"),
        ("en", "sound system", "sound system"),
        ("de", "das Zünglein an der Waage sein", "das Zünglein an …"),
        ("ar", "حصيلة الإنفاق العمومي", "حصيلة الإنفاق …"),
        ("fa", "می‌گویند", "می‌گویند"),
        ("hi", "प्रधानमंत्री कार्यालय की घोषणा", "प्रधानमंत्री …"),
        ("th", "ประกาศเมื่อวานนี้ว่ามาตรการใหม่", "ประกาศเมื่อวานนี้ว่ามาตรการใหม่"),
        ("ko", "비상계엄을 선포했다고 밝혔다", "비상계엄을 …"),
        ("de", "👨‍👩‍👧‍👦 Familienfest", "👨‍👩‍👧‍👦 …"),
    ],
)
def test_a_headword_is_cut_at_an_edge_or_not_at_all(language: str, words: str, shown: str) -> None:
    assert shortened(words, language) == shown


@given(st.lists(st.text("abcäßéعربيहिंकТаж", min_size=1, max_size=24), min_size=1, max_size=6))
def test_no_word_is_cut(words: list[str]) -> None:
    shown = shortened(" ".join(words), "de").removesuffix(" …").split(" ")
    assert shown == words[: len(shown)]


@given(st.text("汉字又开工のカabc9 ", min_size=1, max_size=30))
def test_no_word_among_signs_is_cut(words: str) -> None:
    whole = set(re.findall("[a-z0-9]+", words))
    assert set(re.findall("[a-z0-9]+", shortened(words, "zh"))) <= whole
