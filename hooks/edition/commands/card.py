"""`edition card`: have a browser draw the picture that stands for the edition where a link to it is shown."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path

from edition import ANNOTATIONS, CARD, CARD_SIZE, card_html, card_words, open_project, with_words
from edition.commands.pdf import BROWSERS


def add(words: _SubParsersAction[ArgumentParser]) -> None:
    parser = words.add_parser("card", help="draw the picture that stands for the edition where links to it are shown")
    parser.add_argument("--to", type=Path, help=f"the file to write (default: docs/{CARD} in the project)")
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    target: Path = arguments.to or arguments.root / "docs" / CARD
    edition = open_project(arguments.root).edition
    if edition.manifest is None:
        return _fail(f"{ANNOTATIONS}/edition.yml cannot be read, and the card shows its title: run edition check.")
    try:
        picture = _drawn(card_html(edition, edition.manifest))
    except ImportError:
        return _fail("Playwright, which drives the browser, is not installed: pip install playwright.")
    except OSError as found:
        return _fail(str(found))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(with_words(picture, card_words(edition.manifest)))
    print(f"{target}: {target.stat().st_size / 1e3:.0f} KB")
    return 0


def _drawn(html: str) -> bytes:
    """A picture of the page, without any network."""
    from playwright.sync_api import Error, sync_playwright

    named = (os.environ.get("CHROMIUM"), *BROWSERS)
    own = next((found for name in named if name and (found := shutil.which(name))), None)
    width, height = CARD_SIZE
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=own, args=["--no-sandbox", "--disable-gpu"])
            context = browser.new_context(
                viewport={"width": width, "height": height}, java_script_enabled=False, offline=True
            )
            page = context.new_page()
            page.set_content(html)
            picture = page.screenshot()
            browser.close()
        except Error as found:
            raise OSError(
                f"The browser did not draw the card; another is named by CHROMIUM=PATH. It said: {found.message}"
            ) from found
    return picture


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 1
