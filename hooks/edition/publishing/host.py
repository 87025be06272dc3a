"""What only the host knows: how the site is called, where it and its repository stand, and what Git remembers."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from edition.history import History, read_log

_SETTINGS: Mapping[str, str] = {
    "name": "site_name",
    "site_url": "site_url",
    "repo_url": "repo_url",
    "edit_uri": "edit_uri",
}


@dataclass(frozen=True, slots=True)
class Host:
    """Addresses are empty where they are not known."""

    name: str = ""
    site_url: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    index: str = ""
    """What a link to a folder has to name: nothing, or `index.html` where the site may be read without a server."""
    pages: str = "docs"
    """The folder of pages from the project's."""
    history: History = field(default_factory=History)

    def address(self, address: str) -> str:
        """An address from the site's root as links have it: `bios/#openai`, or `bios/index.html#openai`."""
        page, sign, fragment = address.partition("#")
        return f"{page}{self.index}{sign}{fragment}" if page.endswith("/") else address

    def commit_address(self, commit: str) -> str:
        """The page of a commit in the repository; empty where the repository's address is not known."""
        return f"{self.repo_url.rstrip('/')}/commit/{commit}" if self.repo_url else ""


def host(settings: Mapping[str, Any], log: str = "") -> Host:
    """A host from its settings, and from what `edition.LOG` answered (nothing, where there is no Git).

    The settings are named as MkDocs has them; one may be missing or None. `edit_uri` names the branch.
    """
    said = {name: settings.get(key) or "" for name, key in _SETTINGS.items()}
    index = "" if settings.get("use_directory_urls", True) else "index.html"
    folder, file = settings.get("docs_dir"), settings.get("config_file_path")
    pages = os.path.relpath(folder, Path(file).absolute().parent) if folder and file else "docs"
    return Host(**said, index=index, pages=Path(pages).as_posix(), history=read_log(log))
