"""What the command line offers: each word is a module of this room, with `add` for its arguments."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from edition.commands import card, check, import_, links, new, pdf, reanchor, schemas, summary
from edition.commands.files import NotWritten

WORDS = (card, check, import_, links, new, pdf, reanchor, schemas, summary)
"""Each has `add(words)`, which names a parser with `run`: a callable from its arguments to an exit status."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with the arguments (the process's own by default); the exit status is returned."""
    for stream in (sys.stdout, sys.stderr):  # the article's letters go to terminals that lack them
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    parser = argparse.ArgumentParser(prog="edition", description="An annotated edition: its text, its notes.")
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder (default: this one)")
    words = parser.add_subparsers(dest="word", required=True)
    for word in WORDS:
        word.add(words)
    parsed = parser.parse_args(arguments)
    try:
        status: int = parsed.run(parsed)
    except NotWritten as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt as error:
        print(str(error) or "Stopped.", file=sys.stderr)
        return 130
    return status
