"""What is the same for every build and takes each long: made once, in the process of which builds begin as copies.

Only what libraries and the engine keep for themselves, such as patterns, and types as they are read; nothing that is
known of the edition which is built.
"""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import FileSystemLoader
from markdown import Markdown

from edition import open_project
from edition.text import level_of, traditional
from tests.hosts import SMALL, Known

traditional("离职")
level_of("离职")
Markdown(extensions=["attr_list", "md_in_html", "tables", "fenced_code", "pymdownx.superfences", "pymdownx.betterem"])
for _, pieces in open_project(SMALL).bind(Known()).files():
    "".join(pieces)


def _without_icons(loader: FileSystemLoader) -> list[str]:
    """The templates' names, without Material's 14,000 icons: MkDocs takes no name with a dot before it into a site."""
    found = set[str]()
    for top in map(Path, loader.searchpath):
        for folder, folders, files in os.walk(top):
            here = Path(folder)
            if here == top and ".icons" in folders:
                folders.remove(".icons")
            found.update((here / file).relative_to(top).as_posix() for file in files)
    return sorted(found)


setattr(FileSystemLoader, "list_templates", _without_icons)  # noqa: B010  # it is no part of what the class offers
