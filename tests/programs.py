"""Programs that stand for real ones on a test's PATH."""

from __future__ import annotations

from pathlib import Path


def program(path: Path, text: str = "") -> None:
    """Writes a shell script that can be run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
