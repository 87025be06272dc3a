"""Traditional characters are the article's own, each in the place of its own; back again it is the same article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition import open_project
from edition.reading import html_of
from edition.text import is_simplified, read_section, simplified, traditional
from edition.text.pinyin import HAN

HAN_SIGNS = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF) | st.sampled_from("头发后面干里只台面复征")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("新年第一弹,OpenAI 研发副总裁", "新年第一彈,OpenAI 研發副總裁"),
        ("头发", "頭髮"),
        ("发现", "發現"),
        ("皇后在后面", "皇后在後面"),
        ("干净地干活", "乾淨地幹活"),
        ("“里面”:一公里", "“裡面”:一公里"),  # the signs between the words are those of the original
        ("内存", "內存"),  # the word is not made another, as 記憶體
        ("LLM, é 😀 𠮷", "LLM, é 😀 𠮷"),
        ("", ""),
    ],
)
def test_words_are_written_as_wanted(words: str, wanted: str) -> None:
    assert traditional(words) == wanted


@given(st.text(HAN_SIGNS | st.characters(exclude_categories=["Cs"]), max_size=40))
def test_every_character_keeps_its_place(words: str) -> None:
    found = traditional(words)
    assert len(found) == len(words)
    changed = [(here, there) for here, there in zip(words, found, strict=True) if here != there]
    assert all(is_han(here) and is_han(there) for here, there in changed)


def is_han(sign: str) -> bool:
    return any(low <= sign <= high for low, high in RANGES)


RANGES = [(part[0], part[-1]) for part in ("\u3005", "\u3007", "\u3400-\u4dbf", "\u4e00-\u9fff", "\uf900-\ufaff",
                                           "\U00020000-\U0003ffff")]  # fmt: skip


def test_the_ranges_are_those_of_the_engine() -> None:
    assert "".join(low if low == high else f"{low}-{high}" for low, high in RANGES) == HAN


def test_the_article_comes_back_from_traditional_characters_as_it_was(root) -> None:  # type: ignore[no-untyped-def]
    project = open_project(root)
    texts = [read_section(section.slug, html_of(section)).flat for section in project.sections]
    assert sum(map(len, texts)) > 3000
    for text in texts:
        assert traditional(text) != text
        assert simplified(traditional(text)) == text


@pytest.mark.parametrize(
    ("language", "is_so"),
    [
        *((tag, True) for tag in ("zh", "zh-Hans", "zh-CN", "zh-SG", "zh-Hans-HK", "zh_CN", "ZH-hans")),
        *((tag, False) for tag in ("zh-Hant", "zh-TW", "zh-HK", "zh-MO", "zh-Hant-CN", "zh-Latn-pinyin")),
        *((tag, False) for tag in ("ja", "yue", "und", "en", "de", "zha", "")),
    ],
)
def test_it_belongs_to_simplified_chinese_alone(language: str, is_so: bool) -> None:
    assert is_simplified(language) == is_so
