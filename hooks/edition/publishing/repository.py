"""Where a note is mended: the pages of its file in the repository, as GitHub addresses them."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, urlencode, urlsplit

from edition.model import Note
from edition.publishing.host import Host

_BRANCH = re.compile(r"(?:^|/)(?:edit|blob|raw|tree)/([^?#]+?)(?:/docs)?/*$")
"""MkDocs's `edit_uri` names the branch and then the folder of pages: `edit/main/docs/`."""


class Repository(NamedTuple):
    """A repository with GitHub's pages: its address without a slash at the end, and its branch."""

    address: str
    branch: str

    @property
    def files(self) -> str:
        """Where the addresses of all notes' editing begin: the kind and the file's name follow."""
        return f"{self.address}/edit/{quote(self.branch)}/annotations/"

    def edit(self, note: Note) -> str:
        """The page on which the note's file is edited."""
        return self.files + _path(note)

    def history(self, note: Note) -> str:
        """The commits of the note's file."""
        return f"{self.address}/commits/{quote(self.branch)}/annotations/{_path(note)}"

    @property
    def commits(self) -> str:
        """The commits of all notes."""
        return f"{self.address}/commits/{quote(self.branch)}/annotations"

    def report(self, note: Note) -> str:
        """The issue form for a mistake, with the note named."""
        name = f"{note.folder}/{note.id}"
        fields = {"template": "report.yml", "title": f"Report: {name}", "note": name}
        return f"{self.address}/issues/new?{urlencode(fields, quote_via=quote)}"


def repository_of(host: Host) -> Repository | None:
    """The host's repository; None where it has none, or one whose pages have other addresses than GitHub's."""
    address = urlsplit(host.repo_url)
    if address.scheme not in ("http", "https") or "github" not in (address.hostname or ""):
        return None
    found = _BRANCH.search(host.edit_uri)
    return Repository(
        host.repo_url.rstrip("/").removesuffix(".git"), found[1].removesuffix(f"/{host.pages}") if found else "main"
    )


def _path(note: Note) -> str:
    return f"{note.folder}/{note.id}.yml"
