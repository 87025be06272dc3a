"""A term is not marked where its signs only happen to meet."""

from __future__ import annotations

from edition.anchoring import anchor
from edition.model import Gloss
from edition.text import read_section
from tests.notes import gloss


def places(html: str, *notes: Gloss) -> list[tuple[str, int]]:
    return [(item.note, item.range.start) for item in anchor(notes, [read_section("a", html)]).occurrences]


def test_a_term_within_excepted_words_is_none() -> None:
    html = "<p>他从北大向北大概走了三里，北大在身后。</p>"
    assert [start for _, start in places(html, gloss("beida", "北大"))] == [2, 5, 13]
    assert [start for _, start in places(html, gloss("beida", "北大", except_=("向北大概",)))] == [2, 13]


def test_its_place_is_free_for_another_notes_term() -> None:
    html = "<p>向北大概</p>"
    both = (gloss("beida", "北大", except_=("向北大概",)), gloss("da", "大"))
    assert places(html, *both) == [("da", 2)]


def test_it_is_excepted_for_the_one_note_alone() -> None:
    html = "<p>向北大概</p>"
    assert places(html, gloss("beida", "北大", except_=("向北大概",)), gloss("other", "北大")) == [("other", 1)]


def test_in_thai_a_name_may_lie_within_a_word() -> None:
    html = "<p>ตากลมพบตา</p>"  # ตาก-ลม or ตา-กลม
    assert [start for _, start in places(html, gloss("ta", "ตา", except_=("ตากลม",)))] == [7]
