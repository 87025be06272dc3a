"""Rows of words are laid upon their paragraph, and their renderings upon its translation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.anchoring import kept, place_rows, rendering_parts, stretches
from edition.model import Word
from edition.text import in_latin_letters
from tests.notes import word


def rows(*forms: str) -> list[Word]:
    return [*map(word, forms)]


@pytest.mark.parametrize(
    ("words", "forms", "spans", "rest"),
    [
        ("新年,OpenAI 官宣。", ("新年", "官宣"), [(0, 2), (10, 12)], ""),
        ("赶 deadline", ("赶", "deadline"), [(0, 1), (2, 10)], ""),
        ("新年官宣", ("新年",), [(0, 2)], "官宣"),
        ("新年官宣", ("官宣",), [], "新年官宣"),
        ("新年", ("新年", "吗"), [(0, 2)], ""),
        ("Meta、xAI 在", ("AI", "在"), [], "在"),  # no part of a word
        ("〇年", ("年",), [], "〇年"),
        ("東京タワーへ", ("東京", "タワー", "へ"), [(0, 2), (2, 5), (5, 6)], ""),
        ("東京タワーへ", ("東京", "へ"), [(0, 2)], "タワーへ"),
        ("ไปไหน", ("ไป", "ไหน"), [(0, 2), (2, 5)], ""),
        ("", (), [], ""),
    ],
)
def test_rows_are_laid_as_far_as_they_are_in_step(
    words: str, forms: tuple[str, ...], spans: list[tuple[int, int]], rest: str
) -> None:
    placed_rows = place_rows(words, rows(*forms), latin=False)
    assert (list(placed_rows.spans), placed_rows.rest) == (spans, rest)


@pytest.mark.parametrize(
    ("forms", "rest"),
    [(("Er", "ging", "Er", "blieb"), ""), (("Er", "Er", "blieb"), "ging. 2026! Er blieb"), (("Er", "gin"), None)],
)
def test_in_an_article_in_latin_letters_each_word_wants_a_row(forms: tuple[str, ...], rest: str | None) -> None:
    words = "Er ging. 2026! Er blieb"
    assert place_rows(words, rows(*forms), latin=True).rest == (words[3:] if rest is None else rest)


@given(
    st.lists(st.text("新年官宣们々〇が", min_size=1, max_size=4), max_size=8), st.sampled_from([",", " GPT-5 ", "——"])
)
def test_words_with_what_stands_between_them_are_the_paragraph(forms: list[str], between: str) -> None:
    words = between.join(forms)
    placed_rows = place_rows(words, rows(*forms), latin=False)
    assert [words[start:end] for start, end in placed_rows.spans] == forms
    assert placed_rows.rest == ""


def test_the_letters_of_an_article_are_told_from_all_of_it() -> None:
    assert in_latin_letters(["Er ging zu OpenAI.", "张 hieß er."])
    assert not in_latin_letters(["Jerry Tworek, Dario Amodei", "他们离开了 OpenAI,去了 Anthropic,现在在做研究"])


ENGLISH = "He is at work, at rest; the co-founder’s café #2 … is open"


@pytest.mark.parametrize(
    ("rendering", "found"),
    [
        ("He", [(0, 2)]),
        ("at#2", [(15, 17)]),
        ("at #1", [(6, 8)]),
        ("at", [None]),
        ("at#3", [None]),
        ("rest#1", [(18, 22)]),
        ("rest#2", [None]),
        ("co", [(28, 30)]),
        ("founder’s", [(31, 40)]),
        ("found", [None]),
        ("He … rest", [(0, 2), (18, 22)]),
        ("is#1 … open", [(3, 5), (54, 58)]),
        ("café #2", [(41, 48)]),  # words of the translation itself
        ("#2 … is", [(46, 53)]),
    ],
)
def test_a_rendering_is_found_by_its_words_and_their_number(
    rendering: str, found: list[tuple[int, int] | None]
) -> None:
    assert [part.place for part in rendering_parts(rendering, ENGLISH)] == found


def test_a_name_in_latin_letters_is_found_in_the_translation_without_a_row() -> None:
    english = "OpenAI’s GPT-4, not GPT"
    assert [english[start:end] for start, end in kept("OpenAI 的 GPT-4 与 xAI", english)] == ["OpenAI", "GPT-4"]


def test_stretches_of_words_are_proposed_without_the_signs_around_them() -> None:
    assert stretches("“Let’s go,” he said.", 2) == {"Let’s go", "go,” he", "he said"}
