"""What only a browser shows of a section: notes beside or under their words, opened by hand and by key, and quiet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Open

SECTIONS = sorted(path.stem for path in (Path(__file__).parents[2] / "docs/article").glob("*.md"))


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


def test_escape_after_a_walk_leads_to_the_words_of_the_last_note(visit: Open) -> None:
    with visit("article/02-departure/") as page:
        page.wait_for_selector(".edition.placed")
        page.locator("a.mark").first.focus()
        page.keyboard.press("Enter")
        for _ in range(4):
            page.keyboard.press("]")
        name = page.locator(".note[open]").get_attribute("data-note")
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.matches('.words a')")
        assert page.evaluate("document.activeElement.hash") == f"#note-{name}"


def test_narrow_the_keyboard_opens_and_closes_the_sheet(visit: Open) -> None:
    with visit("article/02-departure/", 390, 844) as page:
        page.wait_for_selector(".edition.placed")
        mark = page.locator("a.mark").nth(3)
        mark.focus()
        page.keyboard.press("Enter")
        sheet = page.locator(".sheet")
        assert sheet.is_visible()
        assert sheet.evaluate("element => element.contains(document.activeElement)")
        page.keyboard.press("Escape")
        assert not sheet.is_visible()
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
        # In the margin, or beside its words where so many notes stand that the margin has no room for it there.
        page.locator(".note[data-note=schulman-left-when][open]").wait_for()
        page.wait_for_function("() => scrollY > 100")
        page.wait_for_function("() => { const { top, bottom } = document.querySelector('.words "
                               "[data-notes~=schulman-left-when]').getBoundingClientRect(); "
                               "return top > 40 && bottom < innerHeight }")  # fmt: skip
    with visit("article/07-outlook/#p-90") as page:
        page.wait_for_function("() => { const y = document.getElementById('p-90').getBoundingClientRect().top; "
                               "return y > 40 && y < innerHeight }")  # fmt: skip


def test_the_ledger_is_filtered_by_verdict(visit: Open) -> None:
    with visit("fact-checks/#show-inaccurate") as page:
        shown = page.locator(".claims > li:visible")
        assert shown.count() > 0
        assert set(shown.evaluate_all("items => items.map(item => item.dataset.rating)")) == {"inaccurate"}
        page.get_by_label("All").check(force=True)
        assert page.locator(".claims > li:visible").count() > shown.count() / 2
        assert page.locator(".claims > li[data-rating=accurate]").first.is_visible()
