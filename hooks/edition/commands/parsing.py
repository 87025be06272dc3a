"""How a word of the command says what it takes: a line, what else is to be known, and examples that can be copied."""

from __future__ import annotations

import re
from argparse import SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from edition.problems import did_you_mean

_NOT_KNOWN = re.compile(r"(?:invalid choice: '|unrecognized arguments: )([^\s'=]+)")
"""What argparse says of a word that it does not know."""


class Parser(ArgumentParser):
    """A parser that proposes the word, the option or the choice that was meant."""

    def error(self, message: str) -> NoReturn:
        found = _NOT_KNOWN.search(message)
        known = _options(self) if found and found[1].startswith("-") else _choices(self)
        meant = did_you_mean(found[1], known) if found else ""
        super().error(f"{message}\n{meant}" if meant else message)


def _choices(parser: ArgumentParser) -> Iterator[str]:
    return (str(choice) for action in parser._actions for choice in action.choices or ())


def _options(parser: ArgumentParser) -> Iterator[str]:
    """Those of the parser and of its words: the first parser is told of what none of them takes."""
    for action in parser._actions:
        yield from action.option_strings
        if isinstance(action, _SubParsersAction):
            for choice in action.choices.values():
                yield from _options(choice)


def word(
    words: _SubParsersAction[ArgumentParser],
    name: str,
    what: str,
    examples: Sequence[str],
    run: Callable[[Namespace], int],
    *,
    about: str = "",
    more: str = "",
) -> ArgumentParser:
    """The parser of a word, which `run` runs.

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
    parser.set_defaults(run=run)
    # It stands before the word, and is taken after it, too.
    parser.add_argument("--root", type=Path, default=SUPPRESS, help=SUPPRESS)
    return parser
