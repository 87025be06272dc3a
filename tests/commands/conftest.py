"""The command is run as on a contributor's machine, wherever the tests run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.hosts import SMALL


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small edition in a folder of its own: two sections, the first without a translation."""
    return Path(shutil.copytree(SMALL, tmp_path / "edition"))
