"""The head of a page: the theme's script, half of its weight, comes when its search or its colours are reached for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

PAGE = "article/02-departure/"
BROUGHT = "() => performance.getEntriesByType('resource').some(entry => entry.name.includes('/bundle.'))"
SCHEME = "() => document.body.dataset.mdColorScheme"


def press(page: Page, selector: str, touch: bool) -> None:
    found = page.locator(selector)
    if touch:
        found.tap()
    else:
        found.click()


@pytest.mark.parametrize(
    ("preferred", "scheme", "other"), [("light", "default", "slate"), ("dark", "slate", "default")]
)
@pytest.mark.parametrize(("width", "touch"), [(1440, False), (390, True)])
def test_the_first_press_changes_the_colours_and_they_stay(
    visit: Open, preferred: str, scheme: str, other: str, width: int, touch: bool
) -> None:
    with visit(PAGE, width, color_scheme=preferred, has_touch=touch) as page:
        assert page.evaluate(SCHEME) == scheme
        assert not page.evaluate(BROUGHT)
        press(page, "[data-md-component=palette] label:not([hidden])", touch)
        page.wait_for_function("other => document.body.dataset.mdColorScheme === other", arg=other)
        page.reload()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", other)


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_opens_the_search_at_once(visit: Open, key: str) -> None:
    with visit(PAGE) as page:
        page.keyboard.press(key)
        page.wait_for_function("() => document.activeElement.name === 'query'")
        page.keyboard.type("Altman")
        page.locator(".md-search-result__item").first.wait_for()


@pytest.mark.parametrize(("width", "touch"), [(1440, False), (390, True)])
def test_a_press_opens_the_search(visit: Open, width: int, touch: bool) -> None:
    with visit(PAGE, width, has_touch=touch) as page:
        press(page, "label.md-header__button[for=__search]" if touch else "[name=query]", touch)
        page.wait_for_function("() => document.activeElement.name === 'query'")
        page.keyboard.type("Altman")
        page.locator(".md-search-result__item").first.wait_for()


def test_keys_that_are_typed_elsewhere_bring_nothing(visit: Open) -> None:
    with visit(PAGE) as page:
        page.locator("[data-path] >> nth=0").focus()
        page.keyboard.press("s")
        page.keyboard.press("Escape")
        page.locator("body").press("Control+/")
        page.evaluate("() => import('/assets/theme.js')")  # which the page would have asked for before
        expect(page.locator("script[data-later]")).to_have_count(1)


def test_a_pointer_brings_it_by_moving_and_not_by_lying_there(visit: Open) -> None:
    with visit(PAGE) as page:
        still = "header => header.dispatchEvent(new PointerEvent('pointermove', {bubbles: true}))"
        page.locator(".md-header").evaluate(still)
        page.evaluate("() => import('/assets/theme.js')")  # which the page would have asked for before
        expect(page.locator("script[data-later]")).to_have_count(1)
        page.mouse.move(300, 400)
        page.mouse.move(300, 20)
        page.wait_for_function(BROUGHT)
