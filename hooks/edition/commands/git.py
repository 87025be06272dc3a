"""What is asked of Git; nothing else in the engine runs it."""

from __future__ import annotations

import os
import subprocess
from io import BytesIO
from pathlib import Path

from edition.commands.failure import CommandError

_NO_GIT = """\
The edition is under no Git, and nobody knows what stood here before. git init, git add -A and git commit keep what \
stands here now."""


def git(root: Path, *arguments: str, told: bytes = b"") -> bytes:
    """What Git answers; a CalledProcessError where it fails, an OSError where it cannot be run."""
    command = ("git", "-C", str(root), *arguments)
    plain = {**os.environ, "LC_ALL": "C"}  # its errors in one language
    return subprocess.run(command, input=told, capture_output=True, check=True, env=plain).stdout  # noqa: S603 - no shell


def files_at(root: Path, commit: str, *paths: str) -> dict[Path, bytes]:
    """The plain files that stood at the paths or under them, by theirs from the root; errors as of `git`."""
    entries = [entry.partition(b"\t") for entry in git(root, "ls-tree", "-r", "-z", commit, "--", *paths).split(b"\0")]
    names = {Path(os.fsdecode(name)): kind.split()[2] for kind, _, name in entries if kind.startswith(b"100")}
    answer = BytesIO(git(root, "cat-file", "--batch", told=b"".join(blob + b"\n" for blob in names.values())))
    # Of each a line such as `HASH blob 512`, so many bytes, and a line's end.
    return {path: answer.read(int(answer.readline().split()[-1]) + 1)[:-1] for path in names}


def commit_at(root: Path, reference: str) -> str:
    """The hash of the commit that the branch, tag or commit names; CommandError where Git knows none."""
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    try:
        return git(root, *asked).decode().strip()
    except subprocess.CalledProcessError as error:
        if _has_no_commit(root):
            raise CommandError("Nothing was committed here yet: there is nothing to compare with.", 2) from None
        # Git says something only where there is no repository; of an unknown name it keeps quiet.
        said = error.stderr.decode(errors="replace").strip().splitlines()
        if said and "not a git repository" in said[0]:
            raise CommandError(_NO_GIT, 2) from None
        hint = "Is it spelt so? In a shallow clone, first run: git fetch --unshallow"
        raise CommandError(f"Git knows no commit “{reference}” here. {said[0] if said else hint}", 2) from None
    except OSError as error:
        why = "is not installed" if isinstance(error, FileNotFoundError) else f"cannot be run: {error.strerror}"
        raise CommandError(f"What stood here before is asked of Git, and Git {why}.", 2) from None


def _has_no_commit(root: Path) -> bool:
    """Whether a repository lies there in which nothing was committed yet."""
    try:
        return not git(root, "rev-list", "--all", "--max-count=1").strip()
    except (subprocess.CalledProcessError, OSError):
        return False
