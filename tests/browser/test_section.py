"""What only a browser shows of a section: notes beside or under their words, opened by hand and by key, and quiet."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.patience import becomes

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
        last = mark.get_attribute("data-notes").split()[-1]
        expect(sheet.locator(f".note[data-note={last}]")).to_be_visible()
        page.wait_for_function(
            "mark => mark.getBoundingClientRect().bottom"
            " <= document.querySelector('.sheet').getBoundingClientRect().top",
            arg=mark.element_handle(),
        )
        sheet.get_by_role("button", name="Close").tap()
        expect(sheet).to_be_hidden()


def test_wide_a_word_that_comes_again_shows_its_note_beside_it(visit: Open) -> None:
    with visit("article/04-hearts/") as page:
        mark = page.locator("#p-34 a.mark[data-notes~=chuzou]")
        mark.click()
        sheet = page.locator(".sheet")
        expect(sheet.locator(".note[data-note=chuzou] .more")).to_be_visible()
        beside, words = sheet.bounding_box(), mark.bounding_box()
        assert beside and words
        assert abs(beside["y"] - words["y"]) < 40
        assert beside["x"] > words["x"] + words["width"]
        page.keyboard.press("Escape")
        expect(sheet).to_be_hidden()


def test_the_keyboard_opens_walks_and_closes(visit: Open) -> None:
    with visit("article/02-departure/") as page:
        mark = page.locator("a.mark").first
        mark.focus()
        expect(page.locator(".note.lit").first).to_be_visible()
        page.keyboard.press("Enter")
        first = page.locator(".note[open]")
        expect(first.locator("summary")).to_be_focused()
        name = first.get_attribute("id") or ""
        page.keyboard.press("]")
        expect(page.locator(f".note[open]:not(#{name})")).to_have_count(1)
        page.keyboard.press("[")
        expect(page.locator(".note[open]")).to_have_id(name)
        page.keyboard.press("Escape")
        expect(page.locator(".note[open]")).to_have_count(0)


def test_escape_gives_the_focus_back(visit: Open) -> None:
    with visit("article/02-departure/") as page:
        mark = page.locator("a.mark").nth(3)
        mark.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".note[open]:visible")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(mark).to_be_focused()


def test_escape_after_a_walk_leads_to_the_words_of_the_last_note(visit: Open) -> None:
    with visit("article/02-departure/") as page:
        page.locator("a.mark").first.focus()
        page.keyboard.press("Enter")
        names = page.locator(".edition .note").evaluate_all("all => all.map(note => note.dataset.note)")
        at = names.index(page.locator(".note[open]").get_attribute("data-note"))
        for name in names[at + 1 : at + 5]:
            page.keyboard.press("]")
            expect(page.locator(".note[open]:visible")).to_have_attribute("data-note", name)
        page.keyboard.press("Escape")
        expect(page.locator(f".words a[href='#note-{name}']:focus")).to_have_count(1)


def test_narrow_the_keyboard_opens_and_closes_the_sheet(visit: Open) -> None:
    with visit("article/02-departure/", 390, 844) as page:
        mark = page.locator("a.mark").nth(3)
        mark.focus()
        page.keyboard.press("Enter")
        sheet = page.locator(".sheet")
        expect(sheet).to_be_visible()
        expect(page.locator(".sheet:focus, .sheet :focus")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(sheet).to_be_hidden()
        expect(mark).to_be_focused()


def test_words_and_notes_light_up_together(visit: Open) -> None:
    with visit("article/02-departure/") as page:
        page.locator(".words [data-notes~=you-shuang-ruo-zhuo]").first.hover()
        expect(page.locator(".note[data-note=you-shuang-ruo-zhuo].lit")).to_have_count(1)
        page.locator(".words a.mark:not([data-notes~=you-shuang-ruo-zhuo])").last.hover()
        expect(page.locator("[data-note=you-shuang-ruo-zhuo].lit")).to_have_count(0)
        page.locator(".note[data-note=you-shuang-ruo-zhuo]").hover()
        expect(page.locator(".words [data-notes~=you-shuang-ruo-zhuo].lit").first).to_be_visible()


def test_what_is_switched_off_stays_off(visit: Open) -> None:
    with visit("article/02-departure/") as page:
        page.get_by_role("button", name="Words").click()
        page.get_by_role("button", name="English").click()
        page.reload()
        expect(page.get_by_role("button", name="Words")).to_have_attribute("aria-pressed", "false")
        expect(page.locator(".note.check").first).to_be_visible()
        expect(page.locator(".note.gloss:visible")).to_have_count(0)
        expect(page.locator(".words .en").first).to_be_hidden()
        page.get_by_role("button", name="Words").click()
        expect(page.locator(".note.gloss").first).to_be_visible()


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
        becomes(lambda: set(shown.evaluate_all("items => items.map(item => item.dataset.rating)")), {"inaccurate"})
        page.get_by_label("All").check(force=True)
        expect(page.locator(".claims > li[data-rating=accurate]").first).to_be_visible()
        expect(shown).to_have_count(page.locator(".claims > li").count())
