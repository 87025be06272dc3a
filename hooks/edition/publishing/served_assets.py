"""Stylesheets and scripts as they are served: which a page needs at first, and all without what is for people alone.

Sources say in comments what they are for and of which types they speak, and are laid out to be read; a reader's line
has no use for that.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_IMPORT = re.compile(r'^(?:import .*|}) from "\./(?P<name>[\w-]+\.js)"$', re.M)
_COMMENTS = {
    # No text of ours holds the sign of a comment after a space, or begins a line with it.
    ".js": re.compile(
        r"""^[ \t]*/\*(?:(?!\*/)[\s\S])*\*/[ \t]*\n | ^[ \t]*//.*\n | ^\n
        | [ \t]//[ ][^"'`\n]*$ | (?<=[\s(=])/\*\*?[ ][^"'`\n*]*\*/[ ]?""",
        re.M | re.X,
    ),
    ".css": re.compile(r"^[ \t]*/\*[^*]*\*/[ \t]*\n | ^\n | [ \t]*/\*[^*]*\*/", re.M | re.X),
}
_STRING = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')""")
_LAYOUT = re.compile(r"\s*(?P<sign>[{};,])\s*|(?<=[\w-]:)\s+|\s+")


@cache
def needed(script: Path) -> tuple[str, ...]:
    """The names of a script and of the modules it imports, and those in turn, but for what comes on first use."""
    waiting = [script.name]
    for name in waiting:
        imported = _IMPORT.findall((script.parent / name).read_text(encoding="utf-8"))
        waiting += [other for other in dict.fromkeys(imported) if other not in waiting]
    return tuple(sorted(waiting))


def served(name: str, content: bytes) -> bytes:
    """What the host is to serve of an asset: a stylesheet or a script without its comments and its layout."""
    if not (comments := _COMMENTS.get(Path(name).suffix)):
        return content
    program = comments.sub("", content.decode())
    return (_set_solid(program) if name.endswith(".css") else re.sub(r"^[ \t]+", "", program, flags=re.M)).encode()


def _set_solid(css: str) -> str:
    """A stylesheet without the white space that says nothing."""
    pieces = _STRING.split(css)
    pieces[::2] = [_LAYOUT.sub(_kept, piece).replace(";}", "}") for piece in pieces[::2]]
    return "".join(pieces).strip()


def _kept(space: re.Match[str]) -> str:
    return space["sign"] or ("" if space.string[: space.start()].endswith(":") else " ")
