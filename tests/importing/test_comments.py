"""What readers wrote below an article, though no element is named so: a heading counts it, or it says who and when."""

from __future__ import annotations

import pytest

from edition.importing.web_page import read_page
from tests.importing.test_around import PROSE, TEXT, read, texts, told
from tests.importing.test_tails import SAID

SIGNED = "<div class=x>~{} [2012-01-{} 14:26]</div><div class=x>I was on it on that day, and it was late. {}</div>"


@pytest.mark.parametrize(
    "head",
    [
        "<h3>12 comments</h3>",
        "<h4>Kommentare (3)</h4>",
        "<p><b>Comments are now closed for this story</b></p>",
        "<h3>《离开港口的船》已有1件评论</h3>",
    ],
)
def test_all_below_a_heading_that_counts_comments_is_theirs(head: str) -> None:
    page = read(below=f"{head}<p><b>Joe</b></p><p>{SAID}</p><p><b>Tom</b></p><p>It never was on time.</p>")
    assert texts(page)[:3] == TEXT
    assert "It never was on time." in told(page)
    assert not {"Joe", SAID, "Tom"} & {*texts(page)}


@pytest.mark.parametrize("line", ["<h3>The comments of the council</h3>", "<p>12 comments</p>"])
def test_an_article_may_speak_of_comments(line: str) -> None:
    page = read(within=f"{line}<p>{SAID}</p>")
    assert SAID in texts(page)


def test_lines_of_who_wrote_when_begin_what_readers_wrote() -> None:
    said = "".join(SIGNED.format(name, 10 + at, at) for at, name in enumerate(("Ina", "lolo", "K.P.")))
    page = read_page(
        f"<html lang=en><body><article><h1>The ferry that left</h1>{PROSE}{PROSE.replace('ferry', 'boat')}"
        f"<div class=x>Points: +6 [48]</div>{said}</article></body></html>"
    )
    assert texts(page)[-1] == TEXT[-1]
    assert "~lolo [2012-01-11 14:26]" in told(page)


def test_what_happened_when_is_the_articles() -> None:
    lines = "".join(f"<p><b>12 March 2024, 1{at}:15</b></p><p>{SAID} {at}</p>" for at in range(3))
    told = "".join(f"<p>{place}, 12.03.2024, 18:30 Uhr</p><p>{SAID}</p>" for place in ("Holm", "Vik"))
    told += "".join(f"<div class=x>Show {at}: 12.03.2024, 1{at}:30</div><p>{SAID} {at}.</p>" for at in range(3))
    page = read(within=told)
    assert {"Vik, 12.03.2024, 18:30 Uhr", "Show 2: 12.03.2024, 12:30"} <= {*texts(page)}
    rows = "".join(f"<tr><td>Holm {at}<td>May 4, 2010 12:15<td>0.5{at} %</tr>" for at in range(4))
    page = read(within=f"<table><tr><th>Where<th>When<th>What</tr>{rows}</table>{lines}")
    assert "Holm 3 | May 4, 2010 12:15 | 0.53 %" in texts(page)
    assert "12 March 2024, 11:15" in texts(page)
    assert f"{SAID} 2" in texts(page)
