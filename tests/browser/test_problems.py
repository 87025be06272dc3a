"""The panel of problems is in sight wherever the reader is, and in the way of nothing."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from edition.publishing.panel import panel, tell
from tests.browser.conftest import Open, visitor

TOLD = panel(
    [f"annotations/glosses/word-{number}.yml:5:11: error: “x” is no register\n    register: x" for number in range(9)],
    9,
)
SCREENS = [(1440, 900), (390, 844)]
BOX = "element => { const { top, bottom } = element.getBoundingClientRect(); return [top, innerHeight - bottom] }"
COVERED = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect()
  if (at === document.body || at.closest(".problems") || box.right <= 0 || box.top >= innerHeight) return null
  const panel = document.querySelector(".problems").getBoundingClientRect()
  const top = document.elementFromPoint(Math.max(0, box.left) + 1, Math.min(box.bottom, innerHeight) - 1)
  return box.bottom > panel.top + 1 && top?.closest(".problems") ? at.outerHTML : ""
}"""


@pytest.fixture
def visit_told(browser: Browser, address: str) -> Open:
    """Opens a page of the site as it is while somebody mends it."""

    def told(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=tell(answer.text(), TOLD))

    def prepare(context: BrowserContext) -> None:
        context.route(lambda url: url.partition("?")[0].endswith("/"), told)

    return visitor(browser, address, prepare)


def box(page: Page) -> Any:
    """How far the panel's top is from the window's top, and its bottom from the window's bottom."""
    return page.locator(".problems").evaluate(BOX)


@pytest.mark.parametrize(
    ("path", "width", "height", "script"),
    [
        ("article/02-departure/", 1440, 900, True),
        ("article/02-departure/", 390, 844, False),
        ("bios/openai/", 390, 844, True),
        ("fact-checks/", 1440, 900, False),
        ("whole/", 390, 844, True),
    ],
)
def test_it_is_in_sight_wherever_the_page_is_scrolled(
    visit_told: Open, path: str, width: int, height: int, script: bool
) -> None:
    with visit_told(path, width, height, java_script_enabled=script) as page:
        assert page.title().startswith("(9 problems) ")
        region = page.get_by_role("alert", name="9 problems in the files")
        for y in (0, 700, 10**6):
            page.mouse.move(width / 2, 300)
            page.mouse.wheel(0, y)
            expect(region.locator("pre").first).to_be_in_viewport()
            top, beneath = box(page)
            assert top > height / 2 and beneath == 0  # the header and most of the text are free


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_it_closes_and_the_page_ends_above_it(visit_told: Open, width: int, height: int) -> None:
    with visit_told("article/02-departure/", width, height) as page:
        page.get_by_text("9 problems in the files").first.click()
        expect(page.locator(".problems pre").first).not_to_be_visible()
        assert height - box(page)[0] < 60
        page.evaluate("() => scrollTo(0, document.documentElement.scrollHeight)")
        page.wait_for_function(
            "() => document.querySelector('.md-footer').getBoundingClientRect().bottom"
            " <= document.querySelector('.problems').getBoundingClientRect().top + 1"
        )


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_nothing_that_has_the_focus_lies_under_it(visit_told: Open, width: int, height: int) -> None:
    with visit_told("article/02-departure/", width, height) as page:
        seen = 0
        for _ in range(90):
            page.keyboard.press("Tab")
            page.wait_for_function(f"() => ({COVERED})() === '' || ({COVERED})() === null")
            seen += page.evaluate(COVERED) == ""
        assert seen > 40


def test_its_end_is_reached_by_the_keyboard(visit_told: Open) -> None:
    with visit_told("article/02-departure/", 390, 844) as page:
        page.get_by_role("group", name="9 problems in the files, in full").focus()
        page.keyboard.press("End")
        expect(page.locator(".problems pre").last).to_be_in_viewport()
