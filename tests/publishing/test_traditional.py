"""What the file of traditional characters says of a paragraph leads to exactly them, and back to the article's own."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.publishing.exports.traditional import line
from edition.text import HAN, traditional
from tests.publishing.test_pages import site_of

WORDS = st.text(st.sampled_from("头发现后面里,。 aé1😀𠮷第一弹"), max_size=30)


def drawn(words: str, told: str) -> str:
    """The words as the script draws them."""
    signs, at = {}, -1
    for stay, sign in re.findall(r"(\d*)(\D)", told):
        at += int(stay or 0) + 1
        signs[at] = sign
    number = iter(range(len(words)))
    return "".join(signs.get(next(number), sign) if re.match(f"[{HAN}]", sign) else sign for sign in words)


@given(WORDS)
def test_a_line_leads_to_the_traditional_characters(words: str) -> None:
    assert drawn(words, line(words)) == traditional(words)


@pytest.mark.parametrize(("words", "told"), [("第一弹研发", "2彈1發"), ("GPT-5 的研发", "2發"), ("走人", ""), ("", "")])
def test_only_what_differs_is_told(words: str, told: str) -> None:
    assert line(words) == told


@pytest.mark.parametrize(
    ("words", "said", "written"),
    [
        ("宫斗大戏", "gōng dòu dà xì", "宮鬥大戲"),  # not 斗大, as big as a peck
        ("有多少只是等", "yǒu duō shao zhǐ shì děng", "有多少只是等"),  # not 多少隻, as of animals
        ("得力干将", "dé lì gàn jiàng", "得力幹將"),  # not 干將, a sword
        ("卷功能,GPT 第三卷", "juǎn gōng néng dì sān juàn", "捲功能,GPT 第三卷"),
        ("得力干将", "dé", "得力干將"),  # a reading that does not fit says nothing
    ],
)
def test_a_reading_decides_between_characters(words: str, said: str, written: str) -> None:
    assert traditional(words, said.split()) == written


def test_each_page_of_an_article_in_simplified_characters_has_them() -> None:
    data = {path: text for path, text in site_of("chinese").data if path.endswith("traditional.txt")}
    assert set(data) == {
        f"{page}/traditional.txt" for page in ("article/01-begin", "article/02-middle", "article/03-end", "whole")
    }
    assert data["whole/traditional.txt"].split("\n")[1] == "1雙5奧2說4還"


def test_another_article_has_none() -> None:
    assert not [path for path, _ in site_of("german").data if "traditional" in path]
    assert "data-traditional" not in "".join(site_of("german").sections.values())
