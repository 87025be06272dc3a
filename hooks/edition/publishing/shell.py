"""Many pages out of one: the host renders a page with placeholders once, and each note fills it.

A theme needs some milliseconds a page, which ten thousand notes would turn into a minute.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from edition.publishing.site import Page

TITLE = "edition-shell-title"
DESCRIPTION = "edition-shell-description"
CONTENT = "edition-shell-content"
NAME = "edition-shell"
"""The name of the shell's own page beside those that are made of it; never written."""

_PLACEHOLDER = re.compile(f"{TITLE}|{DESCRIPTION}|<p>{CONTENT}</p>|{CONTENT}|{NAME}")


def filler(shell: str) -> Callable[[Page], str]:
    """A function that makes the HTML of a page out of the shell's."""
    parts = _PLACEHOLDER.split(shell)
    holes = _PLACEHOLDER.findall(shell)

    def fill(page: Page) -> str:
        values = {
            TITLE: escape(page.title),
            DESCRIPTION: escape(page.description),
            CONTENT: page.html,
            f"<p>{CONTENT}</p>": page.html,
            NAME: page.address.rstrip("/").rpartition("/")[2],
        }
        pieces = [parts[0]]
        for hole, part in zip(holes, parts[1:], strict=True):
            pieces += (values[hole], part)
        return "".join(pieces)

    return fill
