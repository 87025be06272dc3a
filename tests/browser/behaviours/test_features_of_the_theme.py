"""What a site may switch on in its theme, whose script is not loaded, still answers and can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.behaviours.conftest import visitor
from tests.browser.conftest import visitor as in_chromium
from tests.browser.engines.page import Engine
from tests.hosts import build, change, copy_edition
from tests.once import Once
from tests.serving import served

THEME = """theme:
  name: material
  font: false
  custom_dir: overrides
  palette: {scheme: default, primary: black}
  features: [announce.dismiss, header.autohide, navigation.path, navigation.tabs, navigation.tabs.sticky,
    toc.integrate]"""
ANNOUNCES = '{% extends "base.html" %}{% block announce %}There is <em>more</em>.{% endblock %}'
HIDDEN = "() => !document.querySelector('.md-banner').checkVisibility()"
# The ink and the ground of what stands in the header and opens from it.
CONTRASTS = """() => [...document.querySelectorAll(".md-header, .md-tabs, .md-nav__title[for=__drawer]")].map(one =>
  [one, one.querySelector("a") ?? one].map((of, index) =>
    getComputedStyle(of)[index ? "color" : "backgroundColor"].match(/[0-9.]+/g).slice(0, 3).map(Number)))
  .map(pair => Math.abs(pair[0][1] - pair[1][1]))"""


@pytest.fixture(scope="module")
def featured(root: Path, once: Once) -> Path:
    def make(folder: Path) -> None:
        project = copy_edition("german", folder / "project", root)
        change(project / "mkdocs.yml", "theme: {name: material, font: false}", THEME)
        in_article = ["article/01-anfang.md", "article/02-schluss.md"]
        listed = "".join(f"  - {path}\n" for path in in_article)
        change(project / "mkdocs.yml", listed, f"  - The article: [{', '.join(in_article)}]\n")
        (project / "overrides").mkdir()
        (project / "overrides/main.html").write_text(ANNOUNCES, encoding="utf-8")
        with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
            settings.write("extra: {version: {provider: mike}, consent: {title: Cookies}}\n")
        done = build(project, folder / "site")
        assert done.returncode == 0, done.stderr
        for name in ("version", "consent"):
            assert f"warning: “{name}” under “extra” has no effect" in done.stderr

    return once("features of the theme", make) / "site"


def test_no_note_opens_under_the_tabs_of_a_header(engine: Engine, featured: Path) -> None:
    with served(featured) as address, visitor(engine, address)("article/01-anfang/", 1440, 300, still=True) as page:
        for step in "]" * 6 + "[" * 5:
            page.keys(step)
            page.rest()
            header, note = page.run("""() => [document.querySelector(".md-header"),
              document.querySelector(".edition .note[open]") ?? document.querySelector(".sheet")
            ].map(one => one.getBoundingClientRect()[one.matches(".md-header") ? "bottom" : "top"])""")
            assert note >= header, step


def test_an_announcement_that_was_closed_stays_away(engine: Engine, featured: Path) -> None:
    with served(featured) as address, visitor(engine, address)("article/01-anfang/") as page:
        assert not page.run(HIDDEN)
        page.click(".md-banner button")
        page.wait(HIDDEN)
        page.go(page.run("() => new URL('../../bios/council/', location).href"))
        page.rest()
        assert page.run(HIDDEN)


def test_where_nothing_can_be_kept_an_announcement_is_closed_as_well(browser: Browser, featured: Path) -> None:
    refusing = "Object.defineProperty(window, 'localStorage', { get() { throw new Error() } })"
    with served(featured) as address:
        visit = in_chromium(browser, address, lambda context: context.add_init_script(refusing))
        with visit("article/01-anfang/") as page:
            page.locator(".md-banner button").click()
            expect(page.locator(".md-banner")).to_be_hidden()


def test_whatever_colour_is_named_the_header_and_its_tabs_can_be_read(engine: Engine, featured: Path) -> None:
    with served(featured) as address, visitor(engine, address)("article/01-anfang/") as page:
        assert page.visible(".md-header .md-tabs a")
        beginnings = "() => ['.md-path', '.head'].map(one => document.querySelector(one).getBoundingClientRect().left)"
        path, text = page.run(beginnings)
        assert path == text
        for width in (1440, 390):
            page.resize(width)
            page.rest()
            assert min(page.run(CONTRASTS)) > 70, width
