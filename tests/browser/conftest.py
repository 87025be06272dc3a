"""A real browser, and the real edition served to it.

Nothing here may depend on how fast a machine is. What comes of an action in its own time (a script, an answer, a frame,
the focus) is waited for: `expect(…)`, `wait_for_function` with a function as its text, `becomes`. What is to come after
a while is brought about by `page.clock`. To find what was forgotten: `SLOWED=8 pytest tests/browser` makes the pages'
processor so many times slower.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.browser.engines.page import AT_REST
from tests.hosts import build
from tests.once import Once
from tests.patience import DEADLINE, becomes
from tests.serving import served


def rest(page: Page) -> None:
    """Waits until the page has arrived where its address leads, and stands still."""
    page.wait_for_load_state("load")
    page.wait_for_function("() => !document.querySelector('.edition:not([data-placed])')")
    page.evaluate(AT_REST, True)


def held_back(page: Page, addresses: str) -> Callable[[], None]:
    """Keeps the answer from what is asked for there; what is returned waits until it was asked for, and lets it go."""
    held: list[Route] = []
    page.route(addresses, lambda route: held.append(route))

    def let_go() -> None:
        # Python hears what the page asks for only while it asks the page for something.
        becomes(lambda: page.evaluate("() => 0") or bool(held), True)
        held[0].continue_()

    return let_go


def open_switches(page: Page) -> None:
    """Opens what stands behind a press of its own."""
    page.locator(".more-switches").click()


@pytest.fixture(scope="session")
def site(root: Path, once: Once) -> Path:
    """The real edition, built."""

    return once("site", lambda folder: build(root, folder, SITE_URL="").check_returncode())


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site) as address:
        yield address


Open = Callable[..., Any]


@pytest.fixture
def visit(browser: Browser, address: str) -> Open:
    """Opens a page of the site in a window of its own, which closes with the `with` block.

    The page must ask nothing of another host and leave the console empty.
    """
    return visitor(browser, address)


def visitor(browser: Browser, address: str, prepare: Callable[[BrowserContext], object] = lambda _: None) -> Open:
    """What `visit` answers with, for the site at the address; `prepare` is called with each new window's context."""

    @contextmanager
    def open_page(path: str, width: int = 1440, height: int = 900, **options: Any) -> Iterator[Page]:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(DEADLINE * 1000)
        prepare(context)
        page = context.new_page()
        protocol = context.new_cdp_session(page)
        # A headless shell's own pointer lies at the top left of its screen, and what comes to lie under it is told so
        # at times of the shell's choosing: the window is put elsewhere.
        window = protocol.send("Browser.getWindowForTarget")["windowId"]
        protocol.send("Browser.setWindowBounds", {"windowId": window, "bounds": {"left": 100, "top": 100}})
        if slowed := os.environ.get("SLOWED"):
            protocol.send("Emulation.setCPUThrottlingRate", {"rate": float(slowed)})
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(address) else said.append(request.url))
        page.goto(address + path)
        if options.get("java_script_enabled", True):
            rest(page)
        try:
            yield page
        finally:
            context.close()
        assert said == []

    return open_page
