"""What is out of sight is shown beside the words on which the pointer or the focus rests, and is no trap.

One file, though long: every case needs the clock that stands still, and what waits for it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import Open, held_back, open_switches
from tests.patience import becomes
from tests.sweeping import further

SHEET = ".sheet:not([hidden])"
# A word that comes again, far under its note; the note of another page's name, in a note of this one.
AGAIN = "#p-34 a.mark[data-notes~=chuzou]"
REST = 250  # milliseconds that the pointer has to rest
LONG = 2 * REST


def ready(page: Page) -> None:
    """From here on the page's time stands still, and goes on by `pass_time` alone."""
    page.add_style_tag(content="html { scroll-behavior: auto !important }")
    page.clock.install(time=datetime(2026, 11, 25, 12))
    page.clock.pause_at(datetime(2026, 11, 25, 13))
    # What shows previews comes with the first event, in its own time.
    page.evaluate("() => { document.dispatchEvent(new Event('focusin')); return import('/assets/hover.js') }")
    page.clock.run_for(LONG)


def pass_time(page: Page, milliseconds: int = LONG) -> None:
    page.clock.run_for(milliseconds)


def nothing_comes(page: Page) -> None:
    pass_time(page)
    expect(page.locator(SHEET)).to_have_count(0)


def shows(page: Page, *wanted: str) -> None:
    """The preview shows these notes."""

    def shown() -> list[str]:
        notes: list[str] = page.locator(f"{SHEET} > .note").evaluate_all("all => all.map(note => note.dataset.note)")
        return sorted(notes)

    becomes(shown, sorted(wanted))


def rest_on(page: Page, mark: Locator) -> None:
    mark.scroll_into_view_if_needed()
    mark.hover()
    pass_time(page, REST)
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
        pass_time(page, REST - 1)
        assert not page.locator(SHEET).is_visible()
        pass_time(page, 1)
        shows(page, "chuzou")
        beside, words = page.locator(SHEET).bounding_box(), mark.bounding_box()
        assert beside and words
        assert abs(beside["y"] - words["y"]) < 40
        assert beside["x"] > words["x"] + words["width"]
        expect(page.locator(".note[open]:visible")).to_have_count(1)  # none but the preview's own


@pytest.mark.parametrize("reach", WAYS)
def test_a_note_in_sight_needs_no_preview(visit: Open, reach: Callable[[Locator], None]) -> None:
    with visit("article/02-departure/") as page:
        ready(page)
        reach(page.locator("a.mark[data-notes~=you-shuang-ruo-zhuo]").first)
        nothing_comes(page)
        expect(page.locator(".note[data-note=you-shuang-ruo-zhuo].lit")).to_have_count(1)


@pytest.mark.parametrize("steps", [12, 1])
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
            pass_time(page, 60)
        pass_time(page)
        shows(page, "chuzou")
        page.mouse.move(sheet["x"] + 40, sheet["y"] - 200)
        page.mouse.move(600, 300)
        nothing_comes(page)


def test_the_focus_that_moves_on_closes_the_preview(visit: Open) -> None:
    with visit("article/04-hearts/") as page:
        ready(page)
        page.locator(AGAIN).focus()
        pass_time(page)
        shows(page, "chuzou")
        page.locator("#p-34 .number").focus()
        nothing_comes(page)


def test_a_click_pins_what_the_pointer_brought(visit: Open) -> None:
    with visit("article/04-hearts/") as page:
        ready(page)
        mark = page.locator(AGAIN)
        rest_on(page, mark)
        mark.click()
        page.mouse.move(600, 200)
        page.mouse.move(500, 300)
        pass_time(page)
        expect(page.locator(f"{SHEET} > .note").first).to_have_attribute("data-note", "chuzou")
        page.keyboard.press("Escape")
        expect(page.locator(SHEET)).to_have_count(0)
        nothing_comes(page)


def test_escape_closes_the_preview_and_leaves_the_focus_on_the_word(visit: Open) -> None:
    with visit("article/04-hearts/") as page:
        ready(page)
        mark = page.locator(AGAIN)
        mark.focus()
        pass_time(page)
        shows(page, "chuzou")
        page.keyboard.press("Escape")
        nothing_comes(page)
        expect(mark).to_be_focused()


def test_where_several_notes_share_a_word_all_are_offered(visit: Open) -> None:
    with visit("article/02-departure/", height=500) as page:
        ready(page)
        mark = page.locator('a.mark[data-notes="tworek-title openai"]')
        mark.evaluate("mark => window.scrollTo(0, mark.getBoundingClientRect().top + scrollY - 100)")
        # The notes of the paragraph as they stand when an opened one has pushed them away.
        page.add_style_tag(content=".edition .note { visibility: visible; transform: translateY(-3000px) }")
        rest_on(page, mark)
        shows(page, "openai", "tworek-title")
        page.locator(f"{SHEET} > .note:not([open]) > summary").click()
        expect(page.locator(f"{SHEET} > .note[open]")).to_have_count(2)


@pytest.mark.parametrize("reach", WAYS)
def test_a_link_between_notes_previews_the_note_of_this_page(visit: Open, reach: Callable[[Locator], None]) -> None:
    with visit("article/02-departure/#note-slow-thinking") as page:
        ready(page)
        link = page.locator("#note-slow-thinking a.note-link[href$='/o1/']")
        link.scroll_into_view_if_needed()
        reach(link)
        pass_time(page)
        shows(page, "o1")
        expect(page.locator("#note-slow-thinking")).to_have_attribute("open", "")
        # It leaves the link in reach.
        assert link.evaluate(
            "link => { const {left, top, width, height} = link.getClientRects()[0]; "
            "return document.elementFromPoint(left + width / 2, top + height / 2) === link }"
        )


FAR = {"a page": ("note-gpt-5", "/gpt/", "GPT"), "a part of one": ("note-changda", "#ye-cai", "也才")}


@further
@pytest.mark.parametrize(("note", "leads_to", "words"), FAR.values(), ids=FAR)
def test_a_link_to_a_note_that_is_not_on_the_page_previews_it(
    visit: Open, note: str, leads_to: str, words: str, address: str
) -> None:
    with visit(f"article/02-departure/#{note}") as page:
        ready(page)
        rest_on(page, page.locator(f"#{note} a.note-link[href$='{leads_to}']"))
        expect(page.locator(SHEET)).to_contain_text(words)
        links = page.locator(f"{SHEET} a[href]").evaluate_all("links => links.map(link => link.href)")
        assert links
        for found in links:
            if found.startswith(address):
                assert page.request.get(found).ok, found
        assert page.locator(f"{SHEET} [data-cite]").count() == 0  # it would cite the page on which it is shown
        assert page.evaluate("new Set([...document.querySelectorAll('[id]')].map(item => item.id)).size"
                             " === document.querySelectorAll('[id]').length")  # fmt: skip
        page.keyboard.press("Escape")
        expect(page.locator(SHEET)).to_have_count(0)


def test_what_comes_after_the_pointer_has_left_is_not_shown(visit: Open) -> None:
    with visit("article/02-departure/#note-gpt-5") as page:
        ready(page)
        let_go = held_back(page, "**/bios/gpt/")
        page.evaluate("""() => {
          const asked = window.fetch
          window.fetch = (...words) => asked(...words).then(answer => ({ ok: answer.ok, text: async () => {
            const html = await answer.text()
            window.answered = true
            return html
          } }))
        }""")
        link = page.locator("#note-gpt-5 a.note-link[href$='/gpt/']")
        link.scroll_into_view_if_needed()
        with page.expect_request("**/bios/gpt/"):
            link.hover()
            pass_time(page)
        page.mouse.move(20, 300)
        pass_time(page)
        let_go()
        page.wait_for_function("() => window.answered")
        page.evaluate("() => import('/assets/elsewhere.js')")  # which what was asked for waits for as well
        nothing_comes(page)


def test_without_a_connection_nothing_is_shown_and_nothing_breaks(visit: Open) -> None:
    with visit("article/02-departure/#note-gpt-5") as page:
        ready(page)
        page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('Failed to fetch')) }")
        link = page.locator("#note-gpt-5 a.note-link[href$='/gpt/']")
        link.scroll_into_view_if_needed()
        link.hover()
        nothing_comes(page)
        open_switches(page)
        page.get_by_role("button", name="Pinyin").focus()
        page.keyboard.press("Enter")
        nothing_comes(page)
        expect(page.locator("#note-gpt-5")).to_have_attribute("open", "")
        expect(page.locator("rt")).to_have_count(0)


def pressed_without_preview(page: Page) -> Locator:
    """The mark, over which the pointer has rested in vain, and which was then pressed."""
    ready(page)
    mark = page.locator(AGAIN)
    mark.scroll_into_view_if_needed()
    mark.hover()
    nothing_comes(page)
    mark.click()
    return mark


def test_a_kind_that_is_switched_off_has_no_preview_and_the_others_of_its_words_open(visit: Open) -> None:
    with visit("article/04-hearts/?show=checks,names,english") as page:
        pressed_without_preview(page)
        expect(page.locator("#note-departures-mean-something .more")).to_be_visible()
        expect(page.locator(".note[data-note=chuzou]:visible")).to_have_count(0)


def test_where_every_note_is_switched_off_the_word_answers_a_press_and_its_link_a_key(visit: Open) -> None:
    with visit("article/04-hearts/?show=names,english") as page:
        mark = pressed_without_preview(page)
        expect(page.locator(".word-card")).to_contain_text("chūzǒu")
        expect(page.locator(SHEET)).to_have_count(0)
        mark.focus()
        nothing_comes(page)
        page.keyboard.press("Enter")
        expect(page.locator(f"{SHEET} .note[data-note=chuzou] .more")).to_be_visible()


def test_on_a_slow_line_the_card_of_a_word_stands_where_it_does_with_its_stylesheet(visit: Open) -> None:
    held: list[Route] = []
    box = "() => document.querySelector('.word-card').getBoundingClientRect().toJSON()"
    with visit("article/03-seven-years/") as page:
        page.route("**/words.css", lambda route: held.append(route))

        def walk() -> None:
            page.evaluate("() => document.querySelector('#p-17 .number').focus()")
            page.keyboard.press("ArrowRight")
            page.wait_for_selector(".word-card:not([hidden])", state="attached")

        walk()
        becomes(lambda: page.evaluate("1") and len(held), 1)
        held[0].continue_()
        page.wait_for_function("() => getComputedStyle(document.querySelector('.word-card')).position === 'absolute'")
        page.evaluate("() => new Promise(requestAnimationFrame)")
        first = page.evaluate(box)
        page.keyboard.press("Escape")
        walk()
        assert page.evaluate(box) == first


def test_a_card_that_went_before_its_stylesheet_came_is_placed_no_more(visit: Open) -> None:
    with visit("article/03-seven-years/") as page:  # whose console stays empty
        let_go = held_back(page, "**/words.css")
        page.evaluate("() => document.querySelector('#p-17 .number').focus()")
        page.keyboard.press("ArrowRight")
        page.wait_for_selector(".word-card:not([hidden])", state="attached")
        page.keyboard.press("Escape")
        page.wait_for_selector(".word-card", state="hidden")
        let_go()
        page.wait_for_function("() => getComputedStyle(document.querySelector('.word-card')).position === 'absolute'")
        page.evaluate("() => new Promise(requestAnimationFrame)")


@pytest.mark.parametrize("width", [1440, 390])
def test_on_a_touch_screen_nothing_comes_unasked(visit: Open, width: int) -> None:
    with visit("article/04-hearts/", width, has_touch=True) as page:
        ready(page)
        mark = page.locator(AGAIN)
        mark.scroll_into_view_if_needed()
        mark.dispatch_event("pointerover", {"pointerType": "touch", "bubbles": True})
        nothing_comes(page)
        mark.tap()
        expect(page.locator(SHEET)).to_be_visible()
        page.locator(f"{SHEET} .close").tap()
        expect(page.locator(SHEET)).to_have_count(0)
        nothing_comes(page)


def test_a_citation_from_a_preview_does_not_close_it(visit: Open) -> None:
    with visit("article/04-hearts/") as page:
        ready(page)
        rest_on(page, page.locator(AGAIN))
        page.locator(f"{SHEET} [data-cite]").click()
        page.locator(".cite button").nth(1).hover()
        pass_time(page)
        shows(page, "chuzou")
        page.keyboard.press("Escape")
        expect(page.locator(".cite")).to_be_hidden()
        shows(page, "chuzou")
        expect(page.locator(f"{SHEET} [data-cite]")).to_be_focused()
