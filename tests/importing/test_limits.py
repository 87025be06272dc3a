"""What is too much is refused in a sentence that says the bound; what is much ends soon."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from edition.importing import UnreadableError, make_edition, read_file
from edition.importing.files.limits import MAX_BYTES
from tests.importing.test_nothing_is_lost import render

SENTENCE = "The ferry left at noon, and nobody waved; it will not come back, they say. "

ROW = "<tr><td><p>Words.</p></td><td><img src=a.jpg></td></tr>"


def page(body: str, head: str = "<title>The ferry</title>") -> bytes:
    return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body><article>{body}</article></body></html>'.encode()


def linked_data(data: object) -> bytes:
    return page(SENTENCE * 5, f'<script type="application/ld+json">{json.dumps(data)}</script>')


REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a text of 2 MB in one line": ("a.txt", lambda: (SENTENCE * 27_000).encode(), "reads up to 500,000"),
    "a line of 200,000 letters": ("a.txt", lambda: ("x" * 200_000).encode(), "one line has 200,000 letters"),
    "100,000 paragraphs": ("a.html", lambda: page("<p>Words.</p>" * 100_000), "elements; the import reads up to 40"),
    "100,000 lines": ("a.txt", lambda: b"Words.\n" * 70_000, "70,000 lines; the import reads up to 6,000"),
    "50,000 links": ("a.html", lambda: page("<a href=x>Words</a> " * 50_000), "elements; the import reads up to"),
    "a paragraph of 5 MB": ("a.html", lambda: page(f"<p>{SENTENCE * 66_000}</p>"), "reads up to 500,000"),
    "10,000 elements in one another": ("a.html", lambda: page("<div>" * 10_000 + SENTENCE), "in one another; the"),
    "160 KB of signs": ("a.txt", lambda: ("*_`[]()!#~^=<>&|{}" * 5 + "\n\n").encode() * 1700, "reads up to 30,000"),
    "6,100 rows in a cell": ("a.html", lambda: page(f"<table><tr><td>{ROW * 6_100}</table>"), "reads up to 6,000"),
    "a million ampersands": ("a.html", lambda: page("&" * 1_000_000), "reads up to 500,000"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_too_much_is_refused(what: str) -> None:
    name, data, told = REFUSED[what]
    assert len(data()) < MAX_BYTES
    with pytest.raises(UnreadableError) as refused:
        read_file(name, data())
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


READ: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a title of 100,000 letters": (
        "a.html",
        lambda: page(f"<h1>T</h1><p>{SENTENCE * 5}</p>", f"<title>{'word ' * 20_000}</title>"),
    ),
    "a heading of 90,000 letters": ("a.html", lambda: page(f"<h1>{'a' * 90_000}</h1><p>{SENTENCE * 5}</p>")),
    "a million spaces": ("a.txt", lambda: b"a" + b" " * 1_000_000 + b"b\n\nwords"),
    "spaces in a title": ("a.html", lambda: page(SENTENCE * 5, f"<title>a{' ' * 100_000}b</title>")),
    "a headline of 5 MB": ("a.html", lambda: linked_data({"@type": "NewsArticle", "headline": "x" * 5_000_000})),
    "lists that never end": ("a.html", lambda: linked_data([]).replace(b"[]", b"[" * 100_000)),
    "a picture of 5 MB in the page": (
        "a.html",
        lambda: page(f'<p>{SENTENCE * 5}</p><img src="data:image/png;base64,{"A" * 5_000_000}">'),
    ),
    "a script of 5 MB": ("a.html", lambda: page(f"<p>{SENTENCE * 5}</p><script>{'x=1;' * 1_250_000}</script>")),
    "comments that never end": ("a.html", lambda: b"<!--" * 500_000 + page(SENTENCE)),
    "a declaration that never ends": ("a.html", lambda: b"<?xml " + b"a" * 2_000_000),
    "a meta element that never ends": ("a.html", lambda: b"<meta " * 500_000),
    "29,000 signs": ("a.txt", lambda: ("*_`[]()!#~^=<>&|{}" * 5 + "\n\n").encode() * 320),
    "signs of Markdown": ("a.txt", lambda: (f"{'*_`[' * 30}\n\n" * 20).encode()),
}  # fmt: skip


@pytest.mark.parametrize("what", READ)
def test_what_is_much_ends(what: str) -> None:
    """Each took minutes, or would not end at all; there is no other judge of it than that this ends."""
    name, data = READ[what]
    article = read_file(name, data())
    make_edition(article, render, name, b"")
    assert all(len(item.value) <= 1_000 for items in article.findings.values() for item in items)


def test_a_style_that_a_script_writes_ends_with_the_script() -> None:
    head = f"<script>box.innerHTML = 'x<style>' + rule;</script><style>{'a {} ' * 50_000}</style>"
    assert read_file("a.html", page(f"<h1>T</h1><p>{SENTENCE * 5}</p>", head)).blocks
