"""Half-width stops in Chinese are found, and get an element of their own that changes no letter of the text."""

from __future__ import annotations

import pytest

from edition.publishing.fragments import around
from edition.text import half_width_stops, read_section
from edition.weaving import Mark, weave
from tests.html import article_lines
from tests.weaving.test_weave import is_valid


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("走的何止是一个人,离的是一颗心。", ","),
        ("商业化:微软;谷歌!行吗?", ":;!?"),
        ("可以说,Tworek 是", ","),  # the browser would leave its space on the wrong side alone
        ("Dario Amodei,OpenAI 前研究副总裁,2021 年", ",,"),
        ("从 Dario 到 Anthropic,现在", ""),  # a Latin word: the browser leaves a space behind the stop only
        ("职位(研发副总裁),更在于", ""),  # a bracket: the same
        ("在「代码生成」和(智能体):他", ""),
        ("1,000 人在 12:30 到 http://例.com", ""),
        ("一,二、三。", ","),
        ("换。。。", ""),
        ("人 , 离", ""),  # it has spaces of its own
        ("ひと,人", ",")],
)  # fmt: skip
def test_a_stop_is_found_where_it_closes_a_chinese_word(text: str, found: str) -> None:
    assert "".join(text[at] for at in half_width_stops(text, "zh-Hans")) == found


@pytest.mark.parametrize("language", ["en", "ja", "de-CH", "und"])
def test_other_languages_have_none(language: str) -> None:
    assert list(half_width_stops("人,离", language)) == []


def test_what_stands_before_the_part_counts() -> None:
    assert list(half_width_stops("人,离,别", "zh", 1, 3)) == [1]


@pytest.mark.parametrize(
    ("html", "stands"),
    [
        ("<p>人,离</p>", '人<span class="stop">,</span>离'),
        ("<p><b>人</b>,离</p>", '<b>人</b><span class="stop">,</span>离'),
        ("<p>人&#44;离</p>", "人&#44;离"),  # a reference stays whole
    ],
)
def test_a_stop_has_an_element_of_its_own(html: str, stands: str) -> None:
    text = read_section("s", html)
    result = weave(text, [], {}, around, (), half_width_stops(text.flat, "zh"))
    assert stands in result
    wrapped = '<div data-edition="text">{}</div>'
    assert article_lines(wrapped.format(result)) == article_lines(wrapped.format(html))


@pytest.mark.parametrize(("start", "end"), [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3), (0, 3)])
def test_a_stop_stands_within_a_mark_or_beside_it(start: int, end: int) -> None:
    text = read_section("s", "<p>人,离</p>")
    mark = Mark(start, end, "n", "check", "note-n", False, rating="accurate", sign="<i data-apparatus>✓</i>")
    result = weave(text, [mark], {}, around, (), half_width_stops(text.flat, "zh"))
    assert is_valid(result)
    assert '<span class="stop">,</span>' in result
    assert article_lines(f'<div data-edition="text">{result}</div>') == ["人,离"]
