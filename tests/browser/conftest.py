"""A real browser, and the real edition served to it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.serving import served
from tests.test_adapter import ENVIRONMENT


@pytest.fixture(scope="session")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real edition, built."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    subprocess.run(command, cwd=root, env={**ENVIRONMENT, "SITE_URL": ""}, check=True, capture_output=True)
    return folder


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
        prepare(context)
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(address) else said.append(request.url))
        page.goto(address + path)
        yield page
        context.close()
        assert said == []

    return open_page
