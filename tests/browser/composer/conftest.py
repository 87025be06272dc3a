"""The small Chinese edition with a repository, built once, whose composer is at work."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.composer.acting import REPOSITORY
from tests.browser.conftest import Open, visitor
from tests.hosts import build, copy_edition
from tests.once import Once
from tests.serving import served


@pytest.fixture(scope="module")
def composed(root: Path, once: Once) -> Path:
    """The small Chinese edition, with a repository, and its site."""

    def make(folder: Path) -> None:
        project = copy_edition("chinese", folder, root)
        with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings_:
            settings_.write(f"repo_url: {REPOSITORY}\nedit_uri: edit/trunk/docs/\n")
        done = build(project, project / "site", REPO_URL="")
        assert done.returncode == 0, done.stderr

    return once("composer", make)


@pytest.fixture
def project(composed: Path, tmp_path: Path) -> Path:
    """A copy of its own, to which a note may be added."""
    return shutil.copytree(composed, tmp_path / "project")


@pytest.fixture(scope="module")
def small(composed: Path) -> Iterator[str]:
    """Where its site is served."""
    with served(composed / "site") as address:
        yield address


@pytest.fixture
def visit_small(browser: Browser, small: str) -> Open:
    """As `visit`, for the small edition. What GitHub would answer is an empty page."""

    def prepare(context: BrowserContext) -> None:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.route("https://github.com/**", lambda route: route.fulfill(body="<title>GitHub</title>"))

    return visitor(browser, small, prepare)
