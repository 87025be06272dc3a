"""What cannot be seen is not in the text, and the sum knows of it all the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.publishing.fragments import around
from edition.text import article_hash, article_outline, normalise, read_section
from edition.weaving import Mark, weave
from tests.notes import article_text

UNSEEN = "\u00ad\u061c\u200b\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff"


@pytest.mark.parametrize("sign", [*UNSEEN, "&shy;", "&#8203;", "&#xFEFF;", "&rlm;"])
def test_a_sign_that_nobody_sees_is_not_in_the_text_and_is_in_the_sum(sign: str) -> None:
    with_it, without = read_section("a", f"<p>Auf{sign}lage</p>"), read_section("a", "<p>Auflage</p>")
    assert with_it.text == without.text == "Auflage"
    assert article_text([with_it]) != article_text([without])
    assert article_hash([with_it]) != article_hash([without])


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>one</p><p>\u200btwo</p>", ["one", "\u200btwo"]),
        ("<p>one</p><ul><li>&#8203; two</li></ul>", ["one", "\u200b two"]),
        ("<p>one \u200b</p><p>two</p>", ["one \u200b", "two"]),
        ("<p>one \u200b \u2060 more\ufeff </p><p>two</p>", ["one \u200b \u2060 more\ufeff", "two"]),
        ("<p>one</p><p>\u200b</p><p>two</p>", ["one", "\u200b", "two"]),
    ],
)
def test_what_is_not_seen_is_told_in_the_paragraph_in_which_it_stands(html: str, lines: list[str]) -> None:
    text = read_section("a", html)
    assert [line[1:] for line in article_outline([text]).splitlines() if line.startswith("\t")] == lines
    assert article_text([text]).splitlines() == [line for line in lines if normalise(line)]


def test_a_mark_stands_around_what_is_not_seen_within_it() -> None:
    text = read_section("a", "<p>die Auf\u00adla\u00adge der</p>")
    start = text.flat.index("Auflage")
    woven = weave(text, [Mark(start, start + 7, "x", "gloss", "note-x", is_term=True)], {}, around)
    assert ">Auf\u00adla\u00adge</a>" in woven


@given(st.text("aбあ汉 " + UNSEEN, max_size=30))
def test_the_text_and_a_quote_of_it_are_blind_alike(words: str) -> None:
    assert read_section("a", f"<p>{words}</p>").flat == normalise(words)
