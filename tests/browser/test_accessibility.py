"""axe-core finds nothing on a page of each kind, at rest and in each of its states, light and dark, wide and narrow.

Where the variable SCREENSHOTS names a folder, a picture of each is written there.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.composer.acting import CHOOSE
from tests.browser.conftest import Open, rest

PAGES = {
    "front": "",
    "section": "article/02-departure/",
    "section-with-pinyin": "article/01-lede/?show=checks,names,words,english,pinyin",
    "whole": "whole/",
    "bio": "bios/jerry-tworek/",
    "check": "fact-checks/openai-age/",
    "bios": "bios/",
    "checks": "fact-checks/",
    "glossary": "glosses/",
    "sources": "sources/",
    "variants": "variants/",
    "timeline": "pictures/",
    "changes": "changes/",
    "method": "about/",
    "contributing": "contributing/",
    "editing": "editing/",
}
SECTION = "article/02-departure/"


def search(page: Page) -> None:
    page.wait_for_function("() => document.querySelector('[data-md-component=search-result]')")
    page.keyboard.press("/")
    page.wait_for_selector("[name=query]:focus")
    page.keyboard.insert_text("OpenAI")
    page.wait_for_selector(".md-search-result__link", state="attached")


def note(page: Page) -> None:
    """In the margin, or on a narrow screen in the sheet."""
    page.locator("a.mark").first.click()
    page.wait_for_selector(".note[open]:visible")


def folded(page: Page) -> None:
    """The notes under a paragraph, on a narrow screen."""
    chip = page.locator(".chip").first
    chip.click()
    expect(chip).to_have_attribute("aria-expanded", "true")


def cite(page: Page) -> None:
    page.locator("#p-4 .number").click()
    page.wait_for_selector(".cite:not([hidden])")


def compose(page: Page) -> None:
    page.evaluate(CHOOSE, ["七年老兵", "七年老兵"])
    page.wait_for_selector(".composer-menu:not([hidden])")
    page.keyboard.press("a")
    page.wait_for_selector(".composer-menu :focus")
    page.keyboard.press("Enter")
    page.wait_for_selector(".composer [data-first]:focus")


def drawer(page: Page) -> None:
    page.locator("label[for=__drawer].md-header__button").click()
    page.wait_for_function("() => document.querySelector('.md-sidebar--primary').getBoundingClientRect().left === 0")


STATES: dict[str, tuple[str, Callable[[Page], None], tuple[int, ...]]] = {
    "search-open": ("", search, (1440, 390)),
    "note-open": (SECTION, note, (1440, 390)),
    "notes-unfolded": (SECTION, folded, (390,)),
    "citation-open": (SECTION, cite, (1440, 390)),
    "composer-open": ("article/01-lede/", compose, (1440, 390)),
    "drawer-open": (SECTION, drawer, (390,)),
}
CASES = [(name, path, None, width) for name, path in PAGES.items() for width in (1440, 390)] + [
    (name, path, act, width) for name, (path, act, widths) in STATES.items() for width in widths
]


VIOLATIONS: dict[str, Any] = {"resultTypes": ["violations"]}  # to tell what is well as well takes most of the time
OPTIONS = {
    "light": VIOLATIONS,
    "dark": VIOLATIONS | {"runOnly": ["color-contrast", "link-in-text-block"]},  # the rules that look at colours
}


@pytest.mark.parametrize("scheme", OPTIONS)
@pytest.mark.parametrize(("name", "path", "act", "width"), CASES, ids=[f"{case[0]}-{case[3]}" for case in CASES])
def test_axe_finds_no_violation(
    visit: Open, name: str, path: str, act: Callable[[Page], None] | None, width: int, scheme: str
) -> None:
    with visit(path, width, color_scheme=scheme, reduced_motion="reduce") as page:
        if act:
            act(page)
            rest(page)
        keep_picture(page, f"{name}-{width}-{scheme}", whole=act is None)
        found = Axe().run(page, options=OPTIONS[scheme]).response["violations"]
        told = [
            f"{item['id']}: {item['help']}\n  "
            + "\n  ".join(f"{part['html'][:160]}\n    {part['failureSummary']}" for part in item["nodes"][:4])
            for item in found
        ]
        assert not told, "\n".join(told)


def keep_picture(page: Page, name: str, whole: bool) -> None:
    """A picture for people to look at, where they asked for it; of a long page the beginning."""
    if folder := os.environ.get("SCREENSHOTS"):
        size = page.viewport_size
        assert size
        height = min(page.evaluate("document.documentElement.scrollHeight"), 4000) if whole else size["height"]
        path = Path(folder, f"{name}.png")
        page.screenshot(path=path, full_page=whole, clip={"x": 0, "y": 0, "width": size["width"], "height": height})
