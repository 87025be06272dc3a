"""How a word of the command says what it takes: a line, what else is to be known, and examples that can be copied."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, RawDescriptionHelpFormatter, _SubParsersAction
from collections.abc import Sequence
from pathlib import Path


def word(
    words: _SubParsersAction[ArgumentParser],
    name: str,
    what: str,
    examples: Sequence[str],
    *,
    about: str = "",
    more: str = "",
) -> ArgumentParser:
    """The parser of a word.

    `what` is its line among the words, `about` stands before what it takes (by itself the same line), `more` after it.
    """
    shown = "\n".join(["examples:", *(f"  {example}" for example in examples)])
    parser = words.add_parser(
        name,
        help=what,
        description=about or f"{what[:1].upper()}{what[1:]}.",
        epilog=f"{more}\n{shown}" if more else shown,
        formatter_class=RawDescriptionHelpFormatter,
    )
    # It stands before the word, and is taken after it, too.
    parser.add_argument("--root", type=Path, default=SUPPRESS, help=SUPPRESS)
    return parser
