"""The connection is lost once the page is there: what comes on first use says so, and nothing else says anything."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.behaviours.conftest import Visit, press, visitor
from tests.browser.engines.page import Engine, Page
from tests.serving import served

TOLD = """() => [...document.querySelectorAll('[role=alert]')].filter(one => one.checkVisibility())
  .map(one => one.innerText)"""
SAID = ["Not loaded. Reload the page once you are online."]


@pytest.fixture
def visit_losing(visit: Visit, engine: Engine, site: Path, tmp_path: Path) -> Iterator[Visit]:  # noqa: ARG001
    """Opens pages of a site whose files can be taken away."""
    for part in site.iterdir():
        if part.name != "assets":
            (tmp_path / part.name).symlink_to(part)
    shutil.copytree(site / "assets", tmp_path / "assets")
    with served(tmp_path) as address:
        yield visitor(engine, address)


def lose(folder: Path) -> None:
    for name in ("search", "interlinear", "traditional", "composer", "cite", "hover", "answer", "colours"):
        (folder / f"assets/{name}.js").unlink()


def use(page: Page, what: str) -> None:
    if what in ("pinyin", "traditional"):
        page.switch(what)
    elif what == "word":
        press(page, "突然发现")
    else:
        page.click(what)


@pytest.mark.parametrize(
    "what", ["[data-search]", "pinyin", "traditional", ".compose", ".number", "[data-colours]", "word"]
)
def test_what_cannot_be_loaded_says_so(visit_losing: Visit, tmp_path: Path, what: str) -> None:
    with visit_losing(f"article/{'05-exodus' if what == 'word' else '02-departure'}/") as page:
        lose(tmp_path)
        use(page, what)
        page.becomes(SAID, TOLD)
        assert page.run("() => document.querySelector('[popover]').lang") == "en"  # in a site of any language
        assert not page.run("() => document.querySelector('dialog').open")
        page.keys("Escape")
        page.becomes([], TOLD)
        page.forget()  # the engine has said which addresses have nothing


def test_what_was_not_asked_for_says_nothing(visit_losing: Visit, tmp_path: Path) -> None:
    with visit_losing("article/02-departure/") as page:
        lose(tmp_path)
        page.hover("a.mark")
        page.choose("走人")
        page.click("a.mark")
        page.wait("() => document.querySelector('.note[open], .sheet:not([hidden])')")
        assert page.run(TOLD) == []
        page.forget()
