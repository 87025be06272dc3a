"""An edition in a repository, as it was published and as it is changed since, for `edition check --since`."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import hosts
from tests.command import command
from tests.hosts import SMALL

CHECK = "annotations/fact-checks/more-leave.yml"


def git(folder: Path, *arguments: str, day: str = "2026-11-20") -> str:
    """What Git answers in the folder, whoever works there and whatever is set on the machine."""
    stamp = f"{day}T12:00:00Z"
    who = {"NAME": "Lin Yi", "EMAIL": "lin@example.org", "DATE": stamp}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {f"GIT_{role}_{name}": value for role in ("AUTHOR", "COMMITTER") for name, value in who.items()}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(folder: Path, subject: str, day: str = "2026-11-20") -> None:
    git(folder, "add", "--all", day=day)
    git(folder, "commit", "--quiet", "--message", subject, day=day)


def publish(folder: Path) -> None:
    """Make it a repository, published as `v1`."""
    git(folder, "init", "--quiet")
    commit(folder, "Begin")
    git(folder, "tag", "v1")


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small edition, committed in a folder of a repository of its own, and published as `v1`."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "repository" / "edition"
    shutil.copytree(SMALL, folder)
    git(folder.parent, "init", "--quiet")
    commit(folder, "Begin")
    git(folder, "tag", "v1")
    return folder


def change(folder: Path, old: str, new: str, path: str = CHECK) -> None:
    hosts.change(folder / path, old, new)


def since(folder: Path, reference: str = "v1") -> tuple[int, str]:
    words = ("check", "--since", reference, "--format", "text", "--warnings", "--today", "2026-11-24")
    said = command(*words, root=folder)
    return said.status, said.err
