"""Which scripts a page needs at first: they are named in its head, so that one round trip brings them all."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_IMPORT = re.compile(r'^import .* from "\./(?P<name>[\w-]+\.js)"$', re.M)


@cache
def needed(script: Path) -> tuple[str, ...]:
    """The names of the modules that a script imports, and those import in turn; what comes on first use is not among
    them."""
    found: list[str] = []
    waiting = [script.name]
    for name in waiting:
        imported = _IMPORT.findall((script.parent / name).read_text(encoding="utf-8"))
        found += (new := [other for other in dict.fromkeys(imported) if other not in waiting])
        waiting += new
    return tuple(sorted(found))
