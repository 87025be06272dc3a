"""What the command line offers: each word is a module of this room that has its name."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from edition.commands import card, check, completion, import_, links, new, pdf, reanchor, schemas, summary, upgrade
from edition.commands.engine import version
from edition.commands.failure import ended
from edition.commands.parsing import Parser, word
from edition.problems import visible
from edition.reading import ANNOTATIONS, ARTICLE

WORDS = (card, check, completion, import_, links, new, pdf, reanchor, schemas, summary, upgrade)
"""Each has `WHAT` it does, `EXAMPLES` and, as far as it needs them, `ABOUT` and `MORE`, as `word` has them; what it
`takes`, added to its parser; and `run`, from its arguments to an exit status."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with the arguments (the process's own by default); the exit status is returned."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # whoever started the command has closed it
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - until it ends
    for stream in (sys.stdout, sys.stderr):  # the article's letters go to terminals that lack them
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    return ended(lambda: _run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    parser = whole()
    parsed = parser.parse_args(arguments)
    if parsed.version:
        print(f"edition {version()}")
        return 0
    if parsed.word is None:
        parser.exit(2, f"{parser.format_help()}\nSay which command.\n")
    # A built site that is named may lie anywhere.
    needs_edition = getattr(parsed, "needs_edition", True) and not getattr(parsed, "site", None)
    root = parsed.root or _above(Path()) or Path()
    if needs_edition and not _is_edition(root):
        print(_none_here(parsed.root), file=sys.stderr)
        return 2
    parsed.root, parsed.parser = root, parser
    status: int = parsed.run(parsed)
    return status


def whole() -> Parser:
    """What the command takes, with all its words."""
    parser = Parser(
        prog="edition",
        description="An annotated edition: its text, its notes.",
        epilog="“edition new -h” tells more of a word, with examples.",
    )
    parser.add_argument(
        "--root", type=Path, help="the project's folder (default: this one, or the nearest above that holds an edition)"
    )
    parser.add_argument("--version", action="store_true", help="say the engine's version")
    words: Any = parser.add_subparsers(dest="word", metavar="command", title="commands")
    for module in WORDS:
        name = module.__name__.rpartition(".")[2].rstrip("_")  # `import` is Python's own
        about, more = getattr(module, "ABOUT", ""), getattr(module, "MORE", "")
        added = word(words, name, module.WHAT, module.EXAMPLES, module.run, about=about, more=more)
        if hasattr(module, "takes"):
            module.takes(added)
    return parser


def _is_edition(folder: Path) -> bool:
    """Whether an edition lies in the folder, be it a broken one."""
    return os.path.lexists(folder / ANNOTATIONS) or (folder / ARTICLE).is_dir()


def _above(folder: Path) -> Path | None:
    """The folder, or the nearest above it, that holds an edition."""
    here = folder.resolve()
    found = next((path for path in (here, *here.parents) if _is_edition(path)), None)
    return found and Path(os.path.relpath(found, here))


def _none_here(named: Path | None) -> str:
    if named is None:
        return "There is no edition here or above: go to its folder, or name it: edition --root FOLDER …"
    if not named.is_dir():
        found = "no folder" if os.path.lexists(named) else "not there"
        return f"{visible(str(named))} is {found}: --root names the folder of an edition."
    return f"There is no edition in {visible(str(named))}: it would have {ANNOTATIONS}/ and {ARTICLE}/."
