"""The head of a page: its search and its choice of colours are there at once, and the theme's script never comes.

That a press opens the one and changes the other, in each engine: `behaviours/test_choices.py`.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, held_back, open_switches
from tests.patience import becomes

PAGE = "article/02-departure/"
BROUGHT = "() => performance.getEntriesByType('resource').some(entry => entry.name.includes('/bundle.'))"
SCHEME = "() => document.body.dataset.mdColorScheme"


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_opens_the_search_at_once(visit: Open, key: str) -> None:
    with visit(PAGE) as page:
        page.keyboard.press(key)
        page.wait_for_function("() => document.activeElement.name === 'query'")
        page.keyboard.type("Altman")
        page.locator("dialog.search li").first.wait_for()


def test_keys_that_are_typed_elsewhere_or_with_a_modifier_open_nothing(visit: Open) -> None:
    with visit(PAGE) as page:
        for key in ("Control+/", "Meta+f", "Alt+s"):
            page.keyboard.press(key)
            expect(page.locator("dialog.search")).to_be_hidden()
        open_switches(page)
        page.locator("select[data-level]").focus()
        page.keyboard.press("s")
        expect(page.locator("dialog.search")).to_be_hidden()


def test_what_is_typed_before_the_search_is_there_is_looked_for(visit: Open) -> None:
    with visit(PAGE) as page:
        let_go = held_back(page, "**/assets/search.js")
        page.keyboard.press("/")
        page.keyboard.type("Altman")
        let_go()
        page.locator("dialog.search li").first.wait_for()


def test_the_present_colours_have_a_button_and_the_focus_stays_on_it(visit: Open) -> None:
    with visit(PAGE) as page:
        button = page.locator("[data-colours]:not([hidden])")
        expect(button).to_have_count(1)
        button.focus()
        page.keyboard.press("Enter")
        becomes(lambda: page.evaluate(SCHEME), "slate")
        assert page.evaluate("() => document.activeElement.matches('[data-colours]:not([hidden])')")
        page.keyboard.press("Enter")
        becomes(lambda: page.evaluate(SCHEME), "default")


def test_the_theme_s_script_is_never_asked_for(visit: Open) -> None:
    with visit(PAGE) as page:
        page.keyboard.press("/")
        page.keyboard.type("Altman")
        page.locator("dialog.search li").first.wait_for()
        assert not page.evaluate(BROUGHT)
        assert page.locator("script[src*='/javascripts/'], #__config").count() == 0
