"""Work that all tests may share, such as a built site: done by the first that asks, whichever process it is in."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path


class Once:
    """Makes folders of the given names, each a single time. Nobody may change what is in them."""

    def __init__(self, base: Path) -> None:
        self._base = base / "shared"
        self._base.mkdir(exist_ok=True)

    def __call__(self, name: str, make: Callable[[Path], object]) -> Path:
        """The folder, which `make` has filled. Where that fails, whoever asks next tries it anew."""
        folder = self._base / name
        done = self._base / f"{name}.done"
        with (self._base / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # the others wait here until it is whole
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                done.touch()
        return folder
