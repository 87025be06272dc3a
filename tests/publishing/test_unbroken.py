"""What belongs together in English stays on one line, and no character is another for it."""

from __future__ import annotations

import re

import pytest

from edition.publishing.languages import in_english, marked
from edition.publishing.unbroken import day_unbroken, unbroken

OPENING, CLOSING = '<span class="unbroken">', "</span>"


@pytest.mark.parametrize(
    "text",
    [
        "on [6 January] 2026 and [January 12]",
        "at [2 a.m.] on Tuesday the 6th",
        "[No. 7] of [pp. 3–5], in [paragraph 14] at [HSK 5]",
        "[US$ 10 billion] of [US$10 bn], or [80 %]",
        "[of 2.5 million] of 1,000",
        "[GPT-4’s] code, o1-mini, [COVID-19]",
        "[Opus 4.5] and [Gemini 2.5] Pro",
        "Sam [H. Altman], [J. R. R. Tolkien] and [Dr. Ilya] Sutskever",
        "out of [OpenAI –] again, [and —] again",
        "at “the [time …”,] [and …] so",
        "R&amp;D until [5\nJanuary]",
    ],
)
def test_no_line_ends_within(text: str) -> None:
    # what a word ends with, such as a comma, goes with it
    text = re.sub(r"\](\S+)", r"\1]", text)
    assert unbroken(re.sub(r"[\[\]]", "", text)) == text.replace("[", OPENING).replace("]", CLOSING)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "–",
        " – so",
        "well-known, state-of-the-art",
        "1,000 people in 2026 were there",
        "5 Januarys, 7 kgs, No 7",
        "https://example.org/a/long/address – so",  # wider than a narrow column
        "2019–2026, -5, 4-5",
    ],
)
def test_all_else_is_as_it_was(text: str) -> None:
    assert unbroken(text) == text


def test_it_holds_beside_han_and_in_pages_but_not_in_code() -> None:
    day = f"{OPENING}6 January{CLOSING}"
    assert in_english("圈 on 6 January", "zh-Hans") == f'<span lang="zh-Hans">圈</span> on {day}'
    assert in_english("on 6 January", "und") == f"on {day}"
    page = '<p title="6 January">{0}</p><pre>6 January</pre><p><code>GPT-4</code> {0}</p><p lang="de">6 January</p>'
    assert marked(page.format("6 January"), "zh-Hans") == page.format(day)


def test_in_code_no_option_is_parted_at_its_hyphens() -> None:
    options = f"new-bio {OPENING}--no-git{CLOSING}, {OPENING}-m{CLOSING} a-b --&lt;c"
    page = "<p><code>{0}</code></p><pre><code><span>edition</span> {0}\n- a: -1</code></pre>"
    assert marked(page.format("new-bio --no-git, -m a-b --&lt;c"), "zh-Hans") == page.format(options)


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("5 January 2026", "5\N{NO-BREAK SPACE}January 2026"),
        ("January 2026", "January 2026"),
        ("2026", "2026"),
        ("a day not yet known", "a day not yet known"),
    ],
)
def test_a_day_of_the_page_itself_stays_by_its_month(date: str, shown: str) -> None:
    assert day_unbroken(date) == shown
