"""What MkDocs gives to the engine."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from shutil import which
from typing import Any
from warnings import catch_warnings

from edition import Host, SectionFile


class MkDocs(Host):
    """A host from MkDocs's settings, from its pages by the paths of their files, and from what Git answered."""

    def __init__(self, settings: Mapping[str, Any], pages: Mapping[str, Any], log: str = "") -> None:
        self.name, self.site_url, self.repo_url, self.edit_uri = (
            settings.get(key) or "" for key in ("site_name", "site_url", "repo_url", "edit_uri")
        )
        with catch_warnings(action="ignore"):  # MkDocs itself has no use for it any more
            written = getattr(settings, "user_configs", [settings])
        if not any(settings_written.get("edit_uri") for settings_written in written):
            self.edit_uri = ""  # MkDocs supposes a branch “master”
        extra = settings.get("extra")
        self.forge = str(extra.get("forge") or "") if isinstance(extra, Mapping) else ""
        self.index = "" if settings.get("use_directory_urls", True) else "index.html"
        self.edit_uri = self.edit_uri.rstrip("/").removesuffix(f"/{folder_of_pages(settings)}")
        self.folder = folder_in_repository(folder_of_project(settings)) if log else ""  # of what Git holds
        self.log = log
        self._pages = pages

    def html(self, section: SectionFile) -> str:
        return str(self._pages[section.uri].content)

    def address(self, section: SectionFile) -> str:
        return str(self._pages[section.uri].url)


def folder_of_project(settings: Mapping[str, Any]) -> Path:
    """The project's folder."""
    return Path(settings.get("config_file_path") or "mkdocs.yml").absolute().parent  # it may come from standard input


def folder_of_pages(settings: Mapping[str, Any]) -> str:
    """The folder of pages from the project's."""
    return Path(os.path.relpath(settings["docs_dir"], folder_of_project(settings))).as_posix()


def folder_in_repository(project: Path) -> str:
    """The project's folder from that of the repository in which it lies; nothing where they are one, or there is none.

    What Git calls a submodule or a worktree is a repository, too: `.git` is a file there.
    """
    here = project.resolve()
    home = next((path for path in (here, *here.parents) if (path / ".git").exists()), here)
    return "" if home == here else here.relative_to(home).as_posix()


@cache  # once a process: at the rebuilds of `serve` it would only be waited for
def git_log(root: Path) -> str:
    """What Git tells of the project's notes; nothing where there is none."""
    if not which("git"):
        return ""
    command, environment = Host.asked_of_git(os.environ)
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True)
    return "" if done.returncode else done.stdout.decode(errors="replace")
