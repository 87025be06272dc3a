"""A browser for the words that need one: Playwright drives the machine's own Chromium, or one that it downloaded."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from edition.commands.failure import CommandError

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The shell has no window to draw: it needs half the processor's time.
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def executable() -> str | None:
    """The path of the browser that CHROMIUM names, or of the machine's own; None where there is none."""
    named = (os.environ.get("CHROMIUM"), *_NAMES)
    return next((found for name in named if name and (found := shutil.which(name))), None)


@contextmanager
def chromium(wanted: str) -> Iterator[Browser]:
    """The browser, for as long as the block lasts. CommandError where it did not do what is `wanted`."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        install = f'{sys.executable} -m pip install "annotated-edition[pdf]"'
        raise CommandError(f"Playwright, which drives the browser, is not installed: {install}") from error

    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox", "--disable-gpu"])
            yield browser
            browser.close()
        except Error as found:
            if "Executable doesn't exist" in found.message:
                raise CommandError(
                    f"There is no browser here: install Chromium or Chrome, or do {sys.executable} -m playwright "
                    "install chromium; one in another place is named by CHROMIUM=PATH."
                ) from found
            raise CommandError(
                f"The browser did not {wanted}; another is named by CHROMIUM=PATH. It said: {found.message}"
            ) from found
