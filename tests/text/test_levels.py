"""A Chinese word has the level at which the standard of 2021 lists it."""

from __future__ import annotations

import pytest

from edition.text import BEYOND, LEVELS, level_of


@pytest.mark.parametrize(
    ("form", "level"),
    [
        ("人", 1),
        ("彻底", 4),
        ("高超", 7),  # which stands for 7 to 9
        ("学会了", 6),  # 学会, and a particle
        ("看着", 1),
        ("一下", 1),  # listed as 一下儿
        ("离开", 2),
        ("離開", 2),  # in an article in traditional characters
        ("又双叒叕", BEYOND),
        ("奥特曼", BEYOND),
        ("了", 1),  # no ending of nothing
        ("", BEYOND),
        ("LLM", BEYOND),
    ],
)
def test_a_word_has_its_level(form: str, level: int) -> None:
    assert level_of(form) == level


def test_every_level_has_a_name() -> None:
    assert [*LEVELS] == [*range(1, BEYOND + 1)]
