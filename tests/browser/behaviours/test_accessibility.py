"""axe-core finds nothing on a page of each kind, at rest and in each of its states, light and dark, wide and narrow.

Where the variable SCREENSHOTS names a folder, a picture of each is written there.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest

from tests.browser.behaviours import sweep
from tests.browser.behaviours.conftest import Visit
from tests.browser.behaviours.test_composer import CHOOSE_IT, MENU, WORDS
from tests.browser.engines.chromium import Chromium
from tests.browser.engines.page import Engine, Page

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
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
    page.keys("/")
    page.wait_focus("[name=query]")
    page.type("OpenAI")
    page.wait("() => document.querySelector('.search li a')")


def note(page: Page) -> None:
    """In the margin, or on a narrow screen in the sheet."""
    page.click("a.mark")
    page.wait("() => [...document.querySelectorAll('.note[open]')].some(one => one.getClientRects().length)")


def folded(page: Page) -> None:
    """The notes under a paragraph, on a narrow screen."""
    page.click(".chip")
    page.wait("() => document.querySelector('.chip').getAttribute('aria-expanded') === 'true'")


def cite(page: Page) -> None:
    page.click("#p-4 .number")
    page.wait_focus(".cite")


def compose(page: Page) -> None:
    page.run(CHOOSE_IT, WORDS)
    page.wait(MENU)
    page.keys("a")
    page.wait_focus(".composer-menu")
    page.keys("Enter")
    page.wait_focus(".composer [data-first]")


def drawer(page: Page) -> None:
    page.click("label[for=__drawer].md-header__button")
    page.wait("() => document.querySelector('.md-sidebar--primary').getBoundingClientRect().left === 0")


STATES: dict[str, tuple[str, Callable[[Page], None], tuple[int, ...]]] = {
    "search-open": ("", search, (1440, 390)),
    "note-open": (SECTION, note, (1440, 390)),
    "notes-unfolded": (SECTION, folded, (390,)),
    "citation-open": (SECTION, cite, (1440, 390)),
    "composer-open": ("article/01-lede/", compose, (1440, 390)),
    "drawer-open": (SECTION, drawer, (390,)),
}
ALL = [(name, path, None) for name, path in PAGES.items()] + [(name, *STATES[name][:2]) for name in STATES]
VIOLATIONS: dict[str, Any] = {"resultTypes": ["violations"]}  # to tell what is well as well takes most of the time
COLOURS = VIOLATIONS | {"runOnly": ["color-contrast", "link-in-text-block"]}  # the rules that look at colours
# What an engine's own layout, colours and focus decide; all else is the same HTML in each.
LAYOUT = VIOLATIONS | {
    "runOnly": [*COLOURS["runOnly"], "target-size", "scrollable-region-focusable", "aria-hidden-focus"]
}
RUN = """options => axe.run(document, options).then(({violations}) => violations.map(({id, help, nodes}) =>
  [`${id}: ${help}`, ...nodes.slice(0, 4).map(({html, failureSummary}) => `  ${html.slice(0, 160)} ${failureSummary}`)]
    .join("\\n")))"""


@sweep("firefox", "webkit")
@pytest.mark.parametrize(("width", "dark"), [(1440, False), (390, True)], ids=["wide-light", "narrow-dark"])
def test_axe_finds_no_violation(visit: Visit, engine: Engine, width: int, dark: bool) -> None:
    found = looked_at(visit, engine, width, dark, VIOLATIONS if isinstance(engine, Chromium) else LAYOUT)
    assert found == {}, "\n".join(found)


@pytest.mark.only("chromium")
@pytest.mark.parametrize(("width", "dark"), [(1440, True), (390, False)], ids=["wide-dark", "narrow-light"])
def test_axe_finds_nothing_in_the_other_colours(visit: Visit, engine: Engine, width: int, dark: bool) -> None:
    found = looked_at(visit, engine, width, dark, COLOURS if dark else VIOLATIONS)
    assert found == {}, "\n".join(found)


def looked_at(visit: Visit, engine: Engine, width: int, dark: bool, options: dict[str, Any]) -> dict[str, list[str]]:
    """What axe finds on each page and in each state, in one window that goes from the one to the other."""
    found: dict[str, list[str]] = {}
    with visit("404.html", width, 844, dark=dark, still=True) as page:
        address = page.run("() => location.href").removesuffix("404.html")
        for name, path, act in ALL:
            if act and width not in STATES[name][2]:
                continue
            if name == "whole" and not isinstance(engine, Chromium):
                continue  # which has nothing that the sections have not, and takes as long as all else
            page.go("about:blank")  # so that a state leaves nothing to the next, which may be on the same page
            page.go(address + path)
            page.rest()
            if act:
                act(page)
                page.rest()
            keep_picture(page, f"{name}-{width}-{'dark' if dark else 'light'}-{type(engine).__name__.lower()}")
            page.run(f"() => {{ {AXE} }}")
            if told := page.run(RUN, options):
                found[name] = told
    return found


def keep_picture(page: Page, name: str) -> None:
    """A picture for people to look at, where they asked for it."""
    if folder := os.environ.get("SCREENSHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        Path(folder, f"{name}.png").write_bytes(page.screenshot())
