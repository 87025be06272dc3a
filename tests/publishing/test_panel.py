"""The panel of problems comes into any page, counts in its title, and goes without a trace."""

from __future__ import annotations

import pytest

from edition.publishing.panel import panel, tell
from tests.html import parse

PAGE = """<!doctype html>
<html lang="en"><head><title>OpenAI - The edition</title>
<link rel="stylesheet" href="../../assets/edition.css">
</head>
<body><svg><title>An icon</title></svg><p>words</p></body></html>
"""


@pytest.mark.parametrize(
    ("count", "title"),
    [(1, "(1 problem) OpenAI - The edition"), (3, "(3 problems) OpenAI - The edition"), (0, "OpenAI - The edition")],
)
def test_the_title_counts(count: int, title: str) -> None:
    told = tell(PAGE, panel(["a.yml:1:1: error: x"] * max(count, 1), count))
    assert parse(told).findtext("head/title") == title
    assert told.count('<section class="problems"') == told.count("../../assets/problems.css") == 1
    assert "<title>An icon</title>" in told


def test_telling_anew_takes_the_place_of_what_was_told_and_healing_leaves_nothing() -> None:
    once = tell(PAGE, panel(["a.yml:1:1: error: first"], 1))
    again = tell(once, panel(["b.yml:1:1: error: second", "c.yml:1:1: error: third"], 2))
    assert "first" not in again and "second" in again
    assert again == tell(PAGE, panel(["b.yml:1:1: error: second", "c.yml:1:1: error: third"], 2))
    assert tell(again, panel([], 0)) == tell(again, "") == PAGE


def test_what_is_told_stays_text() -> None:
    told = tell(PAGE, panel(['a.yml:1:1: error: found “</section><script>alert(1)</script>”\n  "&amp;"'], 1))
    assert not list(parse(told).iter("script"))
    assert tell(told, "") == PAGE


@pytest.mark.parametrize("html", ["", "plain words", "<title>x</title>", "<body>one</body><body>two</body>"])
def test_a_page_of_any_making_takes_it(html: str) -> None:
    told = tell(html, panel(["a.yml:1:1: error: x"], 1))
    assert "a.yml:1:1: error: x" in told
    assert tell(told, "").replace("\n", "") == html
