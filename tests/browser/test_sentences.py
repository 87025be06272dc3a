"""English sentence by sentence: beside the Chinese where there is room, else under it, with its notes in reach."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.browser.test_margin import SECTIONS

# For each part of a paragraph its own box and that of its English.
PAIRS = """() => [...document.querySelectorAll(".edition .words:has(.s)")].flatMap(words => {
  const box = element => element.getBoundingClientRect().toJSON()
  const theirs = [...words.querySelectorAll(".en > .s")]
  const ours = [...words.querySelectorAll(".s:not(.en *)")]
  const one = ours.length === theirs.length
  return ours.map((part, index) => ({ ours: box(part), theirs: box(theirs[index]), many: ours.length, one }))
})"""


def pairs(page: Page) -> list[dict[str, Any]]:
    page.wait_for_selector(".edition[data-placed]")
    found: list[dict[str, Any]] = page.evaluate(PAIRS)
    assert found
    assert all(pair["one"] for pair in found)
    return found


@pytest.mark.parametrize("width", [1440, 1024])
@pytest.mark.parametrize("section", SECTIONS)
def test_on_a_wide_screen_each_sentence_stands_beside_its_english(visit: Open, section: str, width: int) -> None:
    with visit(f"article/{section}/?show=checks,english,sentences", width) as page:
        for pair in pairs(page):
            ours, theirs = pair["ours"], pair["theirs"]
            assert ours["right"] < theirs["left"]
            assert abs(ours["top"] - theirs["top"]) < 30  # level at their first lines, which differ in height
        notes = page.evaluate("() => Math.min(...[...document.querySelectorAll('.edition .note')].filter(note => "
                              "note.offsetParent).map(note => note.getBoundingClientRect().left))")  # fmt: skip
        assert notes > max(pair["theirs"]["right"] for pair in pairs(page))


@pytest.mark.parametrize("width", [390, 768])
def test_on_a_narrow_screen_each_sentence_stands_over_its_english(visit: Open, width: int) -> None:
    with visit("article/01-lede/?show=checks,english,sentences", width) as page:
        found = pairs(page)
        assert found[0]["many"] == 8
        edges = [edge for pair in found for edge in (pair["ours"], pair["theirs"])]
        assert all(above["bottom"] <= below["top"] + 1 for above, below in pairwise(edges))
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_a_paragraph_is_arrived_at_and_its_notes_open_from_either_side(visit: Open) -> None:
    with visit("article/05-exodus/?show=checks,english,sentences#p-48") as page:
        page.wait_for_function("""() => {
          const { top, bottom } = document.getElementById("p-48").getBoundingClientRect()
          return top >= 40 && bottom > top && top < innerHeight
        }""")
        for sign in ("#p-48 .sign[data-rating]", ".words:has(#p-48) .en .sign[data-rating]"):
            page.locator(sign).first.click()
            page.wait_for_selector(".note[open]")
            page.keyboard.press("Escape")
            page.wait_for_selector(".note[open]", state="detached")


def test_without_script_the_english_stands_under_each_paragraph(visit: Open) -> None:
    with visit("article/01-lede/?show=sentences", java_script_enabled=False) as page:
        words, english = page.locator("#p-1").bounding_box(), page.locator(".words:has(#p-1) .en").bounding_box()
        assert words
        assert english
        assert english["y"] >= words["y"] + words["height"] - 1
