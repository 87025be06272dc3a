"""A syllable for each character, as the script in the page counts them."""

from __future__ import annotations

import pytest

from edition.text import count_characters, has_syllables, lacks_tones, numbered, proposed_tones, readings, with_marks


@pytest.mark.parametrize(
    ("words", "pinyin", "syllables"),
    [
        ("二〇二六年", "èr líng èr liù nián", ["èr", "líng", "èr", "liù", "nián"]),
        ("人々", "rén rén", ["rén", "rén"]),
        ("西安，长安", "Xī’ān, Cháng'ān", ["xī", "ān", "cháng", "ān"]),
        ("a 啊", "a a", ["a"]),
        ("OpenAI 西安走人了", "OpenAI Xī'ān zǒurén le", ["xī", "ān", "zǒu", "rén", "le"]),
    ],
)
def test_each_character_has_its_syllable(words: str, pinyin: str, syllables: list[str]) -> None:
    assert readings(words, pinyin) == syllables
    assert count_characters(words) == len(syllables)


NUMBERED = [
    ("chuang4ye4", "chuàngyè"),
    ("Chuang4 ye4", "Chuàng yè"),
    ("lv4se4 nv3er2", "lǜsè nǚ’ér"),
    ("nu:3 lu:e4 nü3 LU:4", "nǚ lüè nǚ Lǜ"),
    ("nu:3er2", "nǚ’ér"),
    ("shūfu: hao3", "shūfu: hǎo"),
    ("xi1an1", "xī’ān"),
    ("Xi1’an1 e4", "Xī’ān è"),
    ("de5 le0 men5", "de le men"),
    ("zou3ren2 le5, liu2xia4", "zǒurén le, liúxià"),
    ("hao3jiu3 shui3 xiong2 zhuang4", "hǎojiǔ shuǐ xióng zhuàng"),
    ("wanr2 yangr4", "wánr yàngr"),
    ("wangzuo4 lve4 Lve4", "wangzuò lüè Lüè"),
    ("chuàngyè4", "chuàngyè4"),
    ("GPT4 2026 o99", "GPT4 2026 o99"),
    ("wángzuò", "wángzuò"),
]
"""Pinyin as it is written, and with its tones as marks; the composer is held to the same."""


@pytest.mark.parametrize(("written", "wanted"), NUMBERED)
def test_digits_become_marks(written: str, wanted: str) -> None:
    assert with_marks(written) == wanted
    assert with_marks(wanted) == wanted
    assert bool(numbered(written)) == (written != wanted)


def test_what_the_words_have_in_latin_letters_is_no_pinyin() -> None:
    assert with_marks("o1 zou3 le5", "o1 走了") == "o1 zǒu le"
    assert with_marks("zou3 e le5 e4", "走 e 了饿") == "zǒu e le è"
    assert with_marks("GPT4o3 he2 GPT4", "GPT4 和 GPT4o3") == "GPT4o3 hé GPT4"
    assert with_marks("de5 DE", "的 DE") == "de DE"
    assert numbered("o1 zǒu le", "o1 走了") == []
    assert numbered("(o1/o3) zou3 le", "(o1/o3)走了") == ["zou3"]
    # In another order, more often, at the end of a sentence, in capitals, joined to a syllable.
    assert with_marks("o3, o1 zou3le, o1.", "o1 走了,o3") == "o3, o1 zǒule, o1."
    assert with_marks("zou3 le o1。", "走了 o1.") == "zǒu le o1。"
    assert with_marks("o1zou3, O1 zou3", "o1走") == "o1zǒu, O1 zǒu"
    assert with_marks("WEB3 ma3", "Web3 码") == "WEB3 mǎ"
    # A letter that is a word does not hide the syllables that begin with it.
    assert with_marks("A gu3 an1quan2", "A 股安全") == "A gǔ ānquán"
    assert with_marks("a1 A gu3", "啊 A 股") == "ā A gǔ"


@pytest.mark.parametrize(
    ("words", "pinyin", "wanted"),
    [
        ("王座", "wáng zuò", True),
        ("王", "wáng", True),
        ("王座", "wáng", False),
        ("王", "wáng zuò", False),
        ("AI", "", False),
    ],
)
def test_a_line_has_a_syllable_for_each_character(words: str, pinyin: str, wanted: bool) -> None:
    assert has_syllables(pinyin, words) == wanted


@pytest.mark.parametrize(
    ("words", "pinyin", "lacks"),
    [
        ("王座", "wangzuo", True),
        ("王座", "wang zuò", False),
        ("了", "le", False),
        ("的吗", "de ma", False),
        ("AI 圈", "AI quan", True),
        ("o1 圈", "o1 quan", True),
        ("VP", "VP", False),
        ("王座", "wang2zuo4", False),
    ],
)
def test_a_line_without_any_tone_is_known(words: str, pinyin: str, lacks: bool) -> None:
    assert lacks_tones(pinyin, words) == lacks


@pytest.mark.parametrize(
    ("words", "pinyin", "wanted"),
    [
        ("王座", "Wang zuo", "Wáng zuò"),
        ("女人", "nvren", "nǚrén"),
        ("AI 圈", "AI quan", "AI quān"),
        ("西安", "xi’an", "xī’ān"),
        ("王座", "wang", ""),
        ("王座", "wang zuo le", ""),
        ("王座", "wang zu", ""),
    ],
)
def test_tones_are_proposed_where_the_dictionary_reads_the_same(words: str, pinyin: str, wanted: str) -> None:
    assert proposed_tones(pinyin, words) == wanted
