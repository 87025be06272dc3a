"""Stylesheets and scripts as they are served: in one script what a page needs at first, in one stylesheet the screen's
and paper's, and all without what is for people alone.

Sources say in comments what they are for and of which types they speak, and are laid out to be read; a reader's line
has no use for that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

SCRIPT = "edition.js"
"""The page's own."""
_STYLE, _PAPER = "edition.css", "print.css"
_IMPORT = re.compile(r'^import \{(?P<asked>[^}]*)\} from "\./(?P<name>[\w-]+\.js)"\n', re.M)
_FROM = re.compile(r'(?<= from "\./)[\w-]+\.js(?="$)', re.M)
_EXPORT = re.compile(r"^export (?=(?:const|let|function) (?P<name>\w+))", re.M)
_WORD = re.compile(r"\w+")
_MINIFIERS = {".css": cssmin, ".js": jsmin}


def joined(contents: Mapping[str, bytes], script: str = SCRIPT) -> dict[str, bytes]:
    """The assets, in which the script holds the modules that it imports, but for those that come on first use, and the
    stylesheet ends with paper's.

    Each is asked for once, and what its parts have in common is compressed once. The modules' names are of one scope,
    so none is there twice; those that come later import theirs from the script, which are all that it exports.
    """
    # Git may have given the lines of texts the ends of Windows.
    contents = {name: data if b"\0" in data else data.replace(b"\r\n", b"\n") for name, data in contents.items()}
    texts = {name: content.decode() for name, content in contents.items() if name.endswith(".js")}
    within = _in_order(script, texts, set())
    whole = "\n".join(_EXPORT.sub("", _IMPORT.sub("", texts[name])) for name in within)
    later_ones = (text for name, text in texts.items() if name not in within)
    asked = {one for text in later_ones for found in _IMPORT.finditer(text) for one in _WORD.findall(found["asked"])}
    exports = ", ".join(one for name in within for one in _EXPORT.findall(texts[name]) if one in asked)
    later = {
        name: _FROM.sub(lambda found: script if found[0] in within else found[0], text).encode()
        for name, text in texts.items()
        if name not in within
    }
    others = {name: content for name, content in contents.items() if name not in within}
    if paper := others.pop(_PAPER, b""):
        others[_STYLE] += b"@media print {\n" + paper + b"}\n"
    return {**others, **later, script: f"{whole}\nexport {{ {exports} }}\n".encode()}


def _in_order(name: str, texts: Mapping[str, str], seen: set[str]) -> list[str]:
    """The module and those that it needs at first, each behind what it needs itself."""
    seen.add(name)
    others = (found["name"] for found in _IMPORT.finditer(texts[name]))
    needed = (_in_order(other, texts, seen) for other in others if other not in seen)
    return [*chain.from_iterable(needed), name]


def served(name: str, content: bytes) -> bytes:
    """What the host is to serve of an asset: a stylesheet or a script without its comments and its layout."""
    minify = _MINIFIERS.get(Path(name).suffix)
    return minify(content.decode()).encode() if minify else content
