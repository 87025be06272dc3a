"""The three engines, each started once by a process of the tests that asks for it, and the real edition in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from edition import open_project
from tests.browser.engines.chromium import Chromium
from tests.browser.engines.firefox import Firefox
from tests.browser.engines.page import Engine, Page, Window
from tests.browser.engines.webkit import WebKit
from tests.hosts import Known

ENGINES = ("chromium", "firefox", "webkit")
Visit = Callable[..., AbstractContextManager[Page]]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine" in metafunc.fixturenames:
        only = metafunc.definition.get_closest_marker("only")
        metafunc.parametrize("engine", only.args if only else ENGINES, indirect=True, scope="session")


@pytest.fixture(scope="session")
def started(browser: Browser) -> Iterator[dict[str, Engine]]:  # noqa: ARG001, which is closed after them
    engines: dict[str, Engine] = {}
    yield engines
    for engine in engines.values():
        engine.close()


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest, started: dict[str, Engine], browser: Browser) -> Engine:
    """The engine whose turn it is."""
    name: str = request.param
    if name not in started:
        started[name] = {"chromium": lambda: Chromium(browser), "firefox": Firefox, "webkit": WebKit}[name]()
    return started[name]


@pytest.fixture
def visit(request: pytest.FixtureRequest, engine: Engine, address: str) -> Visit:
    """Opens a page of the edition in a window of its own, which closes with the `with` block."""
    for marker in request.node.iter_markers("needs"):
        for name in marker.args:
            if name in engine.lacks:
                pytest.skip(engine.lacks[name])
    return visitor(engine, address)


@pytest.fixture(scope="session")
def words(root: Path) -> dict[str, str]:
    """Of each paragraph of the section “departure”, by its address."""
    text = open_project(root).bind(Known()).concordance.by_slug["departure"].text
    return {f"p-{leaf.number}": text.words(leaf) for leaf in text.leaves if leaf.number}


def visitor(engine: Engine, address: str) -> Visit:
    """What `visit` answers with, for the site at the address."""

    @contextmanager
    def open_page(path: str, width: int = 1440, height: int = 900, **options: Any) -> Iterator[Page]:
        page = engine.open(address + path, Window(width, height, **options))
        try:
            page.rest()
            yield page
            said = [told for told in page.said() if not told.startswith((address, "about:", "data:", "blob:"))]
        finally:
            page.close()
        assert said == []

    return open_page


def press(page: Page, words: str, touch: bool = False) -> None:
    """Clicks, or taps, on the first character of these words of the text."""
    (x, y), _ = page.ends(words)
    page.pointer(("move", (x + 5, y)), ("down",), ("up",), touch=touch)
