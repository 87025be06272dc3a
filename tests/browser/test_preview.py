"""What is out of sight is shown beside the words on which the pointer or the focus rests, and is no trap."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route

from tests.browser.conftest import Open

SHEET = ".sheet:not([hidden])"
# A word that comes again, far under its note; the note of another page's name, in a note of this one.
AGAIN = "#p-34 a.mark[data-notes~=chuzou]"
REST = 400  # a little longer than the pointer has to rest


def ready(page: Page) -> None:
    page.wait_for_selector(".edition.placed")
    page.add_style_tag(content="html { scroll-behavior: auto !important }")


def shown(page: Page) -> list[str]:
    """The notes that the preview shows."""
    found: list[str] = page.locator(f"{SHEET} > .note").evaluate_all("notes => notes.map(note => note.dataset.note)")
    return found


def rest_on(page: Page, mark: Locator) -> None:
    mark.scroll_into_view_if_needed()
    mark.hover()
    page.wait_for_selector(SHEET)


def by_pointer(mark: Locator) -> None:
    mark.hover()


def by_focus(mark: Locator) -> None:
    mark.focus()


WAYS = [by_pointer, by_focus]


@pytest.mark.parametrize("reach", WAYS)
def test_a_note_out_of_sight_comes_beside_its_word(visit: Open, reach: Callable[[Locator], None]) -> None:
    with visit("article/04-hearts/") as page:
        ready(page)
        mark = page.locator(AGAIN)
        mark.scroll_into_view_if_needed()
        assert not page.locator("#note-chuzou").evaluate("note => note.getBoundingClientRect().bottom > 60")
        reach(mark)
        assert not page.locator(SHEET).is_visible()
        page.wait_for_selector(SHEET)
        assert shown(page) == ["chuzou"]
        beside, words = page.locator(SHEET).bounding_box(), mark.bounding_box()
        assert beside and words
        assert abs(beside["y"] - words["y"]) < 40
        assert beside["x"] > words["x"] + words["width"]
        assert page.locator(".note[open]:visible").count() == 1  # none but the preview's own


@pytest.mark.parametrize("reach", WAYS)
def test_a_note_in_sight_needs_no_preview(visit: Open, reach: Callable[[Locator], None]) -> None:
    with visit("article/02-departure/") as page:
        ready(page)
        reach(page.locator("a.mark[data-notes~=you-shuang-ruo-zhuo]").first)
        page.wait_for_timeout(REST)
        assert not page.locator(SHEET).is_visible()
        assert page.locator(".note[data-note=you-shuang-ruo-zhuo].lit").count() == 1


@pytest.mark.parametrize("steps", [1, 12])
def test_the_pointer_travels_from_word_to_note_and_leaving_closes(visit: Open, steps: int) -> None:
    with visit("article/04-hearts/") as page:
        ready(page)
        mark = page.locator(AGAIN)
        rest_on(page, mark)
        at, sheet = mark.bounding_box(), page.locator(SHEET).bounding_box()
        assert at and sheet
        x, y = at["x"] + at["width"] / 2, at["y"] + at["height"] / 2
        for step in range(1, steps + 1):  # over the other words of the line, as slow as a hand that is not in a hurry
            page.mouse.move(x + (sheet["x"] + 40 - x) * step / steps, y + (sheet["y"] + 20 - y) * step / steps)
            page.wait_for_timeout(60)
        page.wait_for_timeout(REST)
        assert shown(page) == ["chuzou"]
        page.mouse.move(sheet["x"] + 40, sheet["y"] - 200)
        page.mouse.move(600, 300)
        page.wait_for_selector(".sheet", state="hidden")


def test_the_focus_that_moves_on_closes_the_preview(visit: Open) -> None:
    with visit("article/04-hearts/") as page:
        ready(page)
        page.locator(AGAIN).focus()
        page.wait_for_selector(SHEET)
        page.locator("#p-34 .number").focus()
        page.wait_for_selector(".sheet", state="hidden")


def test_a_click_pins_what_the_pointer_brought(visit: Open) -> None:
    with visit("article/04-hearts/") as page:
        ready(page)
        mark = page.locator(AGAIN)
        rest_on(page, mark)
        mark.click()
        page.mouse.move(600, 200)
        page.mouse.move(500, 300)
        page.wait_for_timeout(REST)
        assert shown(page)[0] == "chuzou"
        page.keyboard.press("Escape")
        assert not page.locator(SHEET).is_visible()
        page.wait_for_timeout(REST)
        assert not page.locator(SHEET).is_visible()


def test_enter_pins_and_escape_gives_the_focus_back_and_brings_nothing_up_again(visit: Open) -> None:
    with visit("article/04-hearts/") as page:
        ready(page)
        mark = page.locator(AGAIN)
        mark.focus()
        page.wait_for_selector(SHEET)
        page.keyboard.press("Enter")
        page.wait_for_timeout(REST)
        assert page.locator(SHEET).evaluate("sheet => sheet.contains(document.activeElement)")
        page.keyboard.press("Escape")
        page.wait_for_timeout(REST)
        assert not page.locator(SHEET).is_visible()
        assert mark.evaluate("mark => mark === document.activeElement")


def test_escape_closes_a_preview_and_leaves_the_focus(visit: Open) -> None:
    with visit("article/04-hearts/") as page:
        ready(page)
        mark = page.locator(AGAIN)
        mark.focus()
        page.wait_for_selector(SHEET)
        page.keyboard.press("Escape")
        page.wait_for_timeout(REST)
        assert not page.locator(SHEET).is_visible()
        assert mark.evaluate("mark => mark === document.activeElement")


def test_where_several_notes_share_a_word_all_are_offered(visit: Open) -> None:
    with visit("article/02-departure/", height=500) as page:
        ready(page)
        mark = page.locator('a.mark[data-notes="tworek-title openai"]')
        mark.evaluate("mark => window.scrollTo(0, mark.getBoundingClientRect().top + scrollY - 100)")
        # The notes of the paragraph as they stand when an opened one has pushed them away.
        page.add_style_tag(content=".edition .note { visibility: visible; transform: translateY(-3000px) }")
        rest_on(page, mark)
        assert sorted(shown(page)) == ["openai", "tworek-title"]
        page.locator(f"{SHEET} > .note:not([open]) > summary").click()
        assert page.locator(f"{SHEET} > .note[open]").count() == 2


@pytest.mark.parametrize("reach", WAYS)
def test_a_link_between_notes_previews_the_note_of_this_page(visit: Open, reach: Callable[[Locator], None]) -> None:
    with visit("article/02-departure/#note-slow-thinking") as page:
        ready(page)
        link = page.locator("#note-slow-thinking a.note-link[href$='/o1/']")
        link.scroll_into_view_if_needed()
        reach(link)
        page.wait_for_selector(SHEET)
        assert shown(page) == ["o1"]
        assert page.locator("#note-slow-thinking").get_attribute("open") is not None
        # It leaves the link in reach.
        assert link.evaluate(
            "link => { const {left, top, width, height} = link.getClientRects()[0]; "
            "return document.elementFromPoint(left + width / 2, top + height / 2) === link }"
        )


FAR = {"a page": ("note-gpt-5", "/gpt/", "GPT"), "a part of one": ("note-changda", "#ye-cai", "也才")}


@pytest.mark.parametrize(("note", "leads_to", "words"), FAR.values(), ids=FAR)
def test_a_link_to_a_note_that_is_not_on_the_page_previews_it(
    visit: Open, note: str, leads_to: str, words: str, address: str
) -> None:
    with visit(f"article/02-departure/#{note}") as page:
        ready(page)
        link = page.locator(f"#{note} a.note-link[href$='{leads_to}']")
        link.scroll_into_view_if_needed()
        link.hover()
        page.wait_for_selector(SHEET)
        assert words in page.locator(SHEET).inner_text()
        links = page.locator(f"{SHEET} a[href]").evaluate_all("links => links.map(link => link.href)")
        assert links
        for found in links:
            if found.startswith(address):
                assert page.request.get(found).ok, found
        assert page.locator(f"{SHEET} [data-cite]").count() == 0  # it would cite the page on which it is shown
        assert page.evaluate("new Set([...document.querySelectorAll('[id]')].map(item => item.id)).size"
                             " === document.querySelectorAll('[id]').length")  # fmt: skip
        page.keyboard.press("Escape")
        assert not page.locator(SHEET).is_visible()


def test_what_comes_after_the_pointer_has_left_is_not_shown(visit: Open) -> None:
    with visit("article/02-departure/#note-gpt-5") as page:
        ready(page)
        held: list[Route] = []
        page.route("**/bios/gpt/", lambda route: held.append(route))
        link = page.locator("#note-gpt-5 a.note-link[href$='/gpt/']")
        link.scroll_into_view_if_needed()
        with page.expect_request("**/bios/gpt/"):
            link.hover()
        page.mouse.move(20, 300)
        page.wait_for_timeout(REST)
        (route,) = held
        with page.expect_response("**/bios/gpt/"):
            route.continue_()
        page.wait_for_timeout(REST)
        assert not page.locator(SHEET).is_visible()


def test_without_a_connection_nothing_is_shown_and_nothing_breaks(visit: Open) -> None:
    with visit("article/02-departure/#note-gpt-5") as page:
        ready(page)
        page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('Failed to fetch')) }")
        link = page.locator("#note-gpt-5 a.note-link[href$='/gpt/']")
        link.scroll_into_view_if_needed()
        link.hover()
        page.get_by_role("button", name="Pinyin").focus()
        page.keyboard.press("Enter")
        page.wait_for_timeout(REST)
        assert not page.locator(SHEET).is_visible()
        assert page.locator("#note-gpt-5").get_attribute("open") is not None
        assert page.locator("rt").count() == 0


def test_a_kind_that_is_switched_off_has_no_preview_and_opens_when_asked_for(visit: Open) -> None:
    with visit("article/04-hearts/?show=checks,names,english") as page:
        ready(page)
        mark = page.locator(AGAIN)
        mark.scroll_into_view_if_needed()
        mark.hover()
        page.wait_for_timeout(REST)
        assert not page.locator(SHEET).is_visible()
        mark.click()
        assert page.locator(f"{SHEET} .note[data-note=chuzou] .more").is_visible()


@pytest.mark.parametrize("width", [1440, 390])
def test_on_a_touch_screen_nothing_comes_unasked(visit: Open, width: int) -> None:
    with visit("article/04-hearts/", width, has_touch=True) as page:
        ready(page)
        mark = page.locator(AGAIN)
        mark.scroll_into_view_if_needed()
        mark.dispatch_event("pointerover", {"pointerType": "touch", "bubbles": True})
        page.wait_for_timeout(REST)
        assert not page.locator(SHEET).is_visible()
        mark.tap()
        assert page.locator(SHEET).is_visible()
        page.locator(f"{SHEET} .close").tap()
        page.wait_for_timeout(REST)
        assert not page.locator(SHEET).is_visible()


def test_a_citation_from_a_preview_does_not_close_it(visit: Open) -> None:
    with visit("article/04-hearts/") as page:
        ready(page)
        rest_on(page, page.locator(AGAIN))
        page.locator(f"{SHEET} [data-cite]").click()
        page.wait_for_selector(".cite")
        page.locator(".cite button").nth(1).hover()
        page.wait_for_timeout(REST)
        assert shown(page) == ["chuzou"]
        page.keyboard.press("Escape")
        assert not page.locator(".cite").is_visible()
        assert shown(page) == ["chuzou"]
        assert page.locator(f"{SHEET} [data-cite]").evaluate("button => button === document.activeElement")
