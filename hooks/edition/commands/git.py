"""What is asked of Git; nothing else in the engine runs it."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(root: Path, *arguments: str, told: bytes = b"") -> bytes:
    """What Git answers; a CalledProcessError where it fails, an OSError where it cannot be run."""
    command = ("git", "-C", str(root), *arguments)
    return subprocess.run(command, input=told, capture_output=True, check=True).stdout  # noqa: S603 - no shell


def commit_named(root: Path, reference: str) -> str:
    """The hash of the commit that the branch, tag or commit names; errors as of `git`."""
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    return git(root, *asked).decode().strip()
