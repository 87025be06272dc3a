"""What stands before the items of a numbered list, as browsers count them."""

from __future__ import annotations

import pytest

from edition.text import item_numbers, read_section


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>甲</p><ol><li>乙</li><li>丙</li></ol>", {1: "1.", 2: "2."}),
        ("<ol start=3><li>甲</li><li value=9>乙</li><li>丙</li></ol>", {0: "3.", 1: "9.", 2: "10."}),
        ("<ol><li>甲<ol type=a><li>乙</li><li>丙</li></ol></li><li>丁</li></ol>", {0: "1.", 1: "a.", 2: "b.", 3: "2."}),
        ("<ol><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol>", {0: "1.", 2: "2."}),
        ("<ol type=I start=4><li>甲</li></ol><ol type=A start=27><li>乙</li></ol>", {0: "IV.", 1: "AA."}),
        ("<ol reversed><li>甲</li><li>乙<ol><li>丙</li></ol></li></ol>", {0: "2.", 1: "1.", 2: "1."}),
        ("<ul><li>甲<ol reversed><li>乙</ol></li><li>丙<ol reversed><li>丁</ol></li></ul>", {1: "1.", 3: "1."}),
        ("<ol><li><p>甲</p><p>乙</p></li><li><p>丙</p></li></ol>", {0: "1.", 2: "2."}),  # an item of two paragraphs
        ("<ol type=a start=0><li>甲</li></ol><ul><li>乙</li></ul>", {0: "0."}),
        ("<ul><li>甲</li></ul>", {}),
    ],
)
def test_an_item_has_the_number_that_its_list_says(html: str, wanted: dict[int, str]) -> None:
    assert item_numbers(read_section("s", html)) == wanted
