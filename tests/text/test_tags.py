"""Which texts are language tags, and which were meant."""

import pytest

from edition.text import MEANT, is_tag, tag_meant


@pytest.mark.parametrize(
    "text",
    ["en", "zh-Hans", "zh-Hant-HK", "pt-BR", "es-419", "yue", "und", "sr-Latn-RS", "de-CH-1996", "zh-Latn-pinyin",
     "sl-rozaj", "ar-EG-u-nu-latn", "en-x-hand"],
)  # fmt: skip
def test_a_tag_is_one(text: str) -> None:
    assert is_tag(text)
    assert tag_meant(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [("English", "en"), ("jp", "ja"), ("cn", "zh-Hans"), ("zh_cn", "zh-CN"), ("ZH-HANS", "zh-Hans"), ("eng", "en"),
     ("en-us", "en-US"), ("iw", "he"), ("Klingonese", ""), ("qq", ""), ("", ""), ("e", ""),
     ("中文", ""), ("zh-Hans-", "zh")],
)  # fmt: skip
def test_what_is_none_tells_which_was_meant(text: str, meant: str) -> None:
    assert not is_tag(text)
    assert tag_meant(text) == meant


def test_each_that_is_proposed_is_one() -> None:
    assert all(map(is_tag, MEANT.values()))
