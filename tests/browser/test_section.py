"""What only a browser shows of a section: notes beside or under their words, opened by hand and by key, and quiet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open

SECTIONS = sorted(path.stem for path in (Path(__file__).parents[2] / "docs/article").glob("*.md"))

OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll(".edition .note")].filter(note => note.offsetParent)
    .map(note => [note.id, note.getBoundingClientRect()]).sort((a, b) => a[1].top - b[1].top)
  const found = []
  boxes.forEach(([name, box], index) => boxes.slice(index + 1).forEach(([other, below]) => {
    if (below.top < box.bottom - 0.5 && below.left < box.right && box.left < below.right) found.push([name, other])
  }))
  return found
}"""

NOTES = """() => [...document.querySelectorAll(".edition .note")].map(note => {
  const words = note.parentElement.previousElementSibling
  const mark = words.querySelector(`[data-notes~="${note.dataset.note}"]`)
  const box = note.getBoundingClientRect(), beside = mark && mark.getClientRects()[0]
  return {id: note.id, shown: box.width > 0 && box.height > 0 && getComputedStyle(note).visibility === "visible",
          left: box.left, right: box.right, top: box.top, wordsRight: words.getBoundingClientRect().right,
          markTop: beside ? beside.top : null}
})"""


def notes(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(NOTES)
    assert found
    return found


@pytest.mark.parametrize("width", [1440, 1024])
@pytest.mark.parametrize("section", SECTIONS)
def test_wide_every_note_stands_beside_its_words_and_none_on_another(visit: Open, section: str, width: int) -> None:
    with visit(f"article/{section}/", width) as page:
        page.wait_for_selector(".edition.placed")
        for note in notes(page):
            assert note["shown"], note
            assert note["left"] >= note["wordsRight"], note
            assert note["right"] <= width, note
            assert note["markTop"] is not None, note
        assert page.evaluate(OVERLAPS) == []


def test_wide_a_note_is_as_near_to_its_words_as_the_others_allow(visit: Open) -> None:
    with visit("article/03-seven-years/") as page:
        page.wait_for_selector(".edition.placed")
        first = notes(page)[0]
        assert abs(first["top"] - first["markTop"]) < 60


@pytest.mark.parametrize("section", SECTIONS)
def test_wide_an_open_note_is_level_with_its_words_and_pushes_the_others_away(visit: Open, section: str) -> None:
    with visit(f"article/{section}/") as page:
        page.wait_for_selector(".edition.placed")
        page.locator(".words .sign:not(.unchecked)").nth(1).click()
        opened = page.locator(".edition .note[open]")
        assert opened.count() == 1
        assert opened.locator(".more").is_visible()
        assert page.evaluate(OVERLAPS) == []
        note = next(item for item in notes(page) if item["id"] == opened.get_attribute("id"))
        assert abs(note["top"] - note["markTop"]) < 40
        assert page.url.endswith(f"#{note['id']}")


@pytest.mark.parametrize("width", [390, 768])
@pytest.mark.parametrize("section", SECTIONS)
def test_narrow_a_tap_on_the_words_brings_up_the_note_and_keeps_them_in_sight(
    visit: Open, section: str, width: int
) -> None:
    with visit(f"article/{section}/", width, 844, has_touch=True) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        mark = page.locator("a.mark").last
        mark.tap()
        sheet = page.locator(".sheet")
        assert sheet.is_visible()
        assert mark.get_attribute("data-notes").split()[-1] in sheet.locator(".note").evaluate_all(
            "notes => notes.map(note => note.dataset.note)"
        )
        page.wait_for_function(
            "mark => mark.getBoundingClientRect().bottom"
            " <= document.querySelector('.sheet').getBoundingClientRect().top",
            arg=mark.element_handle(),
        )
        sheet.get_by_role("button", name="Close").tap()
        assert not sheet.is_visible()


def test_narrow_the_notes_of_a_paragraph_open_under_it(visit: Open) -> None:
    with visit("article/02-departure/", 390) as page:
        assert not any(note["shown"] for note in notes(page))
        for chip in page.locator(".chip").all():
            chip.click()
            assert chip.get_attribute("aria-expanded") == "true"
        assert all(note["shown"] for note in notes(page))
        assert page.evaluate(OVERLAPS) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("width", [1440, 1024, 390])
@pytest.mark.parametrize("section", SECTIONS)
def test_without_javascript_every_note_is_in_its_place(visit: Open, section: str, width: int) -> None:
    with visit(f"article/{section}/", width, java_script_enabled=False) as page:
        # A page without scripts can still be asked from outside.
        found = page.locator(".edition .note").all()
        assert found
        boxes = [note.bounding_box() for note in found]
        assert all(boxes)
        tops = [box["y"] for box in boxes if box]
        bottoms = [box["y"] + box["height"] for box in boxes if box]
        assert all(below >= above - 0.5 for above, below in zip(bottoms, tops[1:], strict=False))


def test_wide_a_word_that_comes_again_shows_its_note_beside_it(visit: Open) -> None:
    with visit("article/04-hearts/") as page:
        page.wait_for_selector(".edition.placed")
        mark = page.locator("#p-34 a.mark[data-notes~=chuzou]")
        mark.click()
        sheet = page.locator(".sheet")
        assert sheet.locator(".note[data-note=chuzou] .more").is_visible()
        beside, words = sheet.bounding_box(), mark.bounding_box()
        assert beside and words
        assert abs(beside["y"] - words["y"]) < 40
        assert beside["x"] > words["x"] + words["width"]
        page.keyboard.press("Escape")
        assert not sheet.is_visible()


def test_the_keyboard_opens_walks_and_closes(visit: Open) -> None:
    with visit("article/02-departure/") as page:
        page.wait_for_selector(".edition.placed")
        mark = page.locator("a.mark").first
        mark.focus()
        assert page.locator(".note.lit").count() >= 1
        page.keyboard.press("Enter")
        first = page.locator(".note[open]")
        assert first.locator("summary").evaluate("element => element === document.activeElement")
        name = first.get_attribute("id")
        page.keyboard.press("]")
        assert page.locator(".note[open]").get_attribute("id") != name
        page.keyboard.press("[")
        assert page.locator(".note[open]").get_attribute("id") == name
        page.keyboard.press("Escape")
        assert page.locator(".note[open]").count() == 0


def test_escape_gives_the_focus_back(visit: Open) -> None:
    with visit("article/02-departure/") as page:
        page.wait_for_selector(".edition.placed")
        mark = page.locator("a.mark").nth(3)
        mark.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
        assert mark.evaluate("element => element === document.activeElement")


def test_words_and_notes_light_up_together(visit: Open) -> None:
    with visit("article/02-departure/") as page:
        page.wait_for_selector(".edition.placed")
        page.locator(".words [data-notes~=you-shuang-ruo-zhuo]").first.hover()
        assert page.locator(".note[data-note=you-shuang-ruo-zhuo].lit").count() == 1
        page.locator(".note[data-note=you-shuang-ruo-zhuo]").hover()
        assert page.locator(".words [data-notes~=you-shuang-ruo-zhuo].lit").count() >= 1


def test_what_is_switched_off_stays_off(visit: Open) -> None:
    with visit("article/02-departure/") as page:
        page.get_by_role("button", name="Words").click()
        page.get_by_role("button", name="English").click()
        page.reload()
        assert page.get_by_role("button", name="Words").get_attribute("aria-pressed") == "false"
        assert page.locator(".note.gloss").evaluate_all("notes => notes.every(note => !note.offsetParent)")
        assert page.locator(".note.check").first.is_visible()
        assert not page.locator(".words .en").first.is_visible()
        page.get_by_role("button", name="Words").click()
        assert page.locator(".note.gloss").first.is_visible()


def test_an_address_of_a_note_opens_it_and_of_a_paragraph_shows_it(visit: Open) -> None:
    with visit("article/04-hearts/#note-schulman-left-when") as page:
        note = page.locator("#note-schulman-left-when")
        assert note.get_attribute("open") is not None
        page.wait_for_function("() => scrollY > 100")
        assert page.locator(".words [data-notes~=schulman-left-when]").first.is_visible()
    with visit("article/07-outlook/#p-90") as page:
        page.wait_for_function("() => { const y = document.getElementById('p-90').getBoundingClientRect().top; "
                               "return y > 40 && y < innerHeight }")  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_jumps_while_the_page_loads(visit: Open, width: int, scheme: str) -> None:
    with visit("article/02-departure/", width, color_scheme=scheme) as page:
        page.wait_for_selector(".edition.placed")
        shift = page.evaluate("""() => new Promise(resolve => {
          let sum = 0
          new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value }))
            .observe({type: "layout-shift", buffered: true})
          setTimeout(() => resolve(sum), 500)
        })""")
        assert shift < 0.02


def test_the_ledger_is_filtered_by_verdict(visit: Open) -> None:
    with visit("fact-checks/#show-inaccurate") as page:
        shown = page.locator(".claims > li:visible")
        assert shown.count() > 0
        assert set(shown.evaluate_all("items => items.map(item => item.dataset.rating)")) == {"inaccurate"}
        page.get_by_label("All").check(force=True)
        assert page.locator(".claims > li:visible").count() > shown.count() / 2
        assert page.locator(".claims > li[data-rating=accurate]").first.is_visible()
