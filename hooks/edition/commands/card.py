"""`edition card`: have a browser draw the picture that stands for the edition where a link to it is shown."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from edition import open_project
from edition.commands.browser import chromium
from edition.commands.failure import CommandError
from edition.commands.files import write_files
from edition.publishing import CARD, CARD_SIZE, card_html
from edition.reading import ANNOTATIONS, folder_of_pages

WHAT = "draw the picture that stands for the edition where links to it are shown"
EXAMPLES = ("edition card", "edition card --to card.png")


def takes(parser: ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, help=f"the file to write (default: {CARD} in the folder of pages)")


def run(arguments: Namespace) -> int:
    target: Path = arguments.to or arguments.root / folder_of_pages(arguments.root) / CARD
    edition = open_project(arguments.root).edition
    if edition.manifest is None:
        raise CommandError(
            f"{ANNOTATIONS}/edition.yml cannot be read, and the card shows its title: run edition check."
        )
    print("Drawing …", file=sys.stderr)
    write_files({target: _drawn(card_html(edition, edition.manifest))})
    print(f"{target}: {target.stat().st_size / 1e3:.0f} KB")
    return 0


def _drawn(html: str) -> bytes:
    """A picture of the page, without any network."""
    width, height = CARD_SIZE
    with chromium("draw the card") as browser:
        context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=False, offline=True
        )
        page = context.new_page()
        page.set_content(html)
        return page.screenshot()
