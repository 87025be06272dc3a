"""The command `edition`, run in this process."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from edition.commands import main


class Said(NamedTuple):
    """What the command answered: its exit status, and all that it wrote to its two streams."""

    status: int
    out: str
    err: str


def command(*words: str | Path, root: Path | None = None) -> Said:
    """`edition WORDS` for the edition at the root, or for the one that it finds itself."""
    named = [] if root is None else ["--root", root]
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        try:
            status = main([*map(str, (*named, *words))])
        except SystemExit as ended:  # as argparse ends
            status = int(ended.code or 0)
    return Said(status, out.getvalue(), err.getvalue())
