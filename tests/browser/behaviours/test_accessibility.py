"""axe-core finds nothing on a page of each kind, at rest and in each of its states, light and dark, wide and narrow.

Where the variable SCREENSHOTS names a folder, a picture of each is written there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest

from tests.browser.behaviours.conftest import Visit
from tests.browser.behaviours.test_composer import CHOOSE_IT, MENU, WORDS
from tests.browser.engines.chromium import Chromium
from tests.browser.engines.page import Engine, Page
from tests.sweeping import further, sweep

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
    "vocabulary": "vocabulary/",
    "lost": "404.html",
}
FEW = ("front", "section-with-pinyin", "timeline", "search-open", "note-open", "composer-open", "switches-open")
"""Pages and states that have most of what is drawn and pressed."""
KINDS = ("bio", "check", "bios", "variants", "method", "lost")
"""With these a page of each kind, and not the longest of it, and each state."""
OTHERS = [name for name in PAGES if name not in FEW + KINDS]
SECTION = "article/03-seven-years/"
EVERYTHING_SHOWN = f"{SECTION}?show=checks,words,english,sentences,pinyin,glossed"
"""The shortest: axe reads the whole page to look at a part of it."""
SHORTEN = """() => {
  for (const list of document.querySelectorAll("article *")) [...list.children].slice(30).forEach(one => one.remove())
}"""
"""Of hundreds of items, each as the others, thirty are looked at, and all with `make sweep`."""


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
    page.click(".words .number")
    page.wait_focus(".cite")


def compose(page: Page) -> None:
    page.run(CHOOSE_IT, WORDS)
    page.wait(MENU)
    page.keys("a")
    page.wait_focus(".composer-menu")
    page.keys("Enter")
    page.wait_focus(".composer [data-first]")


def switches(page: Page) -> None:
    """All switches, over the text by sentence with all that can be written over it."""
    page.click(".more-switches")
    page.wait("() => document.querySelector('rt') && document.querySelector('.panel').getClientRects().length")


def word(page: Page) -> None:
    """The card of a word that is walked to, with the address of its paragraph lit."""
    page.run("() => document.querySelector('#p-17 .number').focus()")
    page.keys("ArrowRight")
    page.wait("() => document.querySelector('.word-card:not([hidden])')")


def chosen(page: Page) -> None:
    """A verdict of the list, and what is behind each summary."""
    page.click(".filter label", nth=2)
    page.run("() => document.querySelectorAll('details').forEach(one => { one.open = true })")


def drawer(page: Page) -> None:
    page.click("label[for=__drawer].md-header__button")
    page.wait("() => document.querySelector('.md-sidebar--primary').getBoundingClientRect().left === 0")


# A word's card lies on a note on a wide page, which axe takes for a small target.
STATES: dict[str, tuple[str, Callable[[Page], None], tuple[int, ...], str]] = {
    "search-open": ("", search, (1440, 390), "dialog.search"),
    "note-open": (SECTION, note, (1440, 390), ".note[open], .sheet:not([hidden]), .lit"),
    "notes-unfolded": (SECTION, folded, (390,), ".chip, .margin"),
    "citation-open": (SECTION, cite, (1440, 390), ".cite, .number"),
    "composer-open": ("article/01-lede/", compose, (1440, 390), ".composer, .composer-menu"),
    "drawer-open": (SECTION, drawer, (390,), ".md-sidebar--primary"),
    "switches-open": (EVERYTHING_SHOWN, switches, (1440, 390), ".switches, .words"),
    "word-open": (f"{SECTION}#p-17", word, (390,), ".word-card, .words"),
    "filter-chosen": ("fact-checks/", chosen, (390,), ".md-content"),
}
"""Where, how, at which widths, and what is to be looked at: all else is as it was at rest."""
# To tell what is well as well takes most of the time.
VIOLATIONS: dict[str, Any] = {"resultTypes": ["violations"], "preload": False}
OF_COLOURS = {"color-contrast": "[data-look]", "link-in-text-block": "a[href][data-look]"}
"""The rules that look at colours, and where they are to look."""
# What an engine's own layout and focus decide, and the width; all else is the same HTML.
LAYOUT = VIOLATIONS | {"runOnly": ["target-size", "scrollable-region-focusable", "aria-hidden-focus", *OF_COLOURS]}
EVERYTHING = VIOLATIONS | {"rules": {"target-size": {"enabled": True}}}
# The rules that look at colours take many times as long as all others, since they look at each word of a list anew.
# They are asked of two texts of each look, which is its colour, its size and what is painted behind it, on the first
# page that has it: the window stays the same.
RUN = """async (options, colours, within, known) => {
  const parts = [...document.querySelectorAll(within)]
  const behind = new Map([[null, ""]]), looks = new Map(), isKnown = new Set(known)
  const behindOf = one => {
    if (!behind.has(one)) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(one)
      const isPainted = backgroundImage !== "none" || opacity !== "1" || !/^rgba\\(.*, 0\\)$/.test(backgroundColor)
      behind.set(one, behindOf(one.parentElement) + (isPainted ? [backgroundColor, backgroundImage, opacity] : ""))
    }
    return behind.get(one)
  }
  const hasText = one => [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
  const all = parts.flatMap(part => [part, ...part.querySelectorAll("*")])
  for (const one of all) if (hasText(one) && one.getClientRects().length) {
    const { color, fontSize, fontWeight, textDecorationLine } = getComputedStyle(one)
    const around = getComputedStyle(one.parentElement).color
    const look = [one.localName, color, around, fontSize, fontWeight, textDecorationLine, behindOf(one)].join()
    if (!isKnown.has(look)) looks.set(look, [...looks.get(look) ?? [], one].slice(0, 2))
  }
  for (const one of [...looks.values()].flat()) one.dataset.look = ""
  axe.configure({ rules: Object.entries(colours).map(([id, selector]) => ({ id, selector })) })
  const { violations } = await axe.run(within === "body" ? document : { include: parts }, options)
  const told = violations.map(({ id, help, nodes }) => [`${id}: ${help}`, ...nodes.slice(0, 4).map(
    ({ html, failureSummary }) => `  ${html.slice(0, 160)} ${failureSummary}`)].join("\\n"))
  return [told, [...looks.keys()]]
}"""
WAYS = {"narrow-dark": (390, True), "wide-light": (1440, False)}
SAME_WAYS = {"wide-dark": (1440, True), "narrow-light": (390, False)}
"""Of which each width and each colour was looked at in the two others."""


@pytest.mark.parametrize("way", [*WAYS, *(pytest.param(way, marks=sweep("chromium")) for way in SAME_WAYS)])
@pytest.mark.parametrize(
    "names",
    [FEW, KINDS, pytest.param(OTHERS, marks=sweep("chromium"))],
    ids=["a few", "the other kinds", "the others of each kind"],
)
@further
def test_axe_finds_no_violation(visit: Visit, engine: Engine, way: str, names: Sequence[str]) -> None:
    found = looked_at(visit, engine, way, names)
    assert found == {}, "\n".join(found)


def looked_at(visit: Visit, engine: Engine, way: str, names: Sequence[str]) -> dict[str, list[str]]:
    """What axe finds on each page and in each state, in one window that goes from the one to the other."""
    found: dict[str, list[str]] = {}
    known: list[str] = []
    width, dark = (WAYS | SAME_WAYS)[way]
    options = EVERYTHING if isinstance(engine, Chromium) and dark else LAYOUT
    with visit("404.html", width, 844, dark=dark, still=True) as page:
        address = page.run("() => location.href").removesuffix("404.html")
        for name in [*names, *(state for state in STATES if names is KINDS and state not in FEW)]:
            path, act, widths, within = STATES[name] if name in STATES else (PAGES[name], None, (width,), "body")
            if width not in widths or (name == "whole" and way != "wide-dark"):
                continue  # of which the latter has nothing that the sections have not, and takes as long as ten of them
            page.go("about:blank")  # so that a state leaves nothing to the next, which may be on the same page
            page.go(address + path)
            page.rest()
            if act:
                act(page)
                page.rest()
            if name not in STATES and way in WAYS:
                page.run(SHORTEN)
            keep_picture(page, f"{name}-{way}-{type(engine).__name__.lower()}")
            page.run(f"() => {{ {AXE} }}")
            told, looks = page.run(RUN, options, OF_COLOURS, within, known)
            known += looks
            if told:
                found[name] = told
    return found


def keep_picture(page: Page, name: str) -> None:
    """A picture for people to look at, where they asked for it."""
    if folder := os.environ.get("SCREENSHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        Path(folder, f"{name}.png").write_bytes(page.screenshot())
