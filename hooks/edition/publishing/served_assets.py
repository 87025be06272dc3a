"""Stylesheets and scripts as they are served: which a page needs at first, and all without what is for people alone.

Sources say in comments what they are for and of which types they speak, and are laid out to be read; a reader's line
has no use for that.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

_IMPORT = re.compile(r'^(?:import .*|}) from "\./(?P<name>[\w-]+\.js)"$', re.M)
_MINIFIERS = {".css": cssmin, ".js": jsmin}


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
    minify = _MINIFIERS.get(Path(name).suffix)
    return minify(content.decode()).encode() if minify else content
