"""What the pages of a site use of a stylesheet: the names in them, and every word of the scripts that they load.

A script may set any name that it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from edition_mkdocs.heap import LONG
from edition_mkdocs.layout import parted

_ELEMENT = re.compile(r"<([a-zA-Z][\w-]*)")
_ATTRIBUTES = [
    re.compile(rf"""{name}(?<=\s{name}){rest}\s*=\s*["']?([^"'>]*)""")  # a search for letters is a fast one
    for name, rest in (*((one, "") for one in "id for role class type dir lang".split()), ("data-md-", "[a-z-]+"))
]
_NAMED, _SAID = _ATTRIBUTES[:3], _ATTRIBUTES[3:]
_INLINE = re.compile(r"<script\b(?![^>]*\bld\+json\b)[^>]*>(.*?)</script>", re.S)
_SCRIPT = re.compile(r"""<script\b[^>]*?src=["']?([^"'\s>]+)""")
_WORD = re.compile(r"[\w-]+")
NAME = r"(?:[\w-]|[^\x00-\x7f]|\\.)+"
"""A name, as a stylesheet writes it."""
_HASH = re.compile(rf"""(?:\#|\[(?:for|role)=["']?)({NAME})""")
_DATA = re.compile(r"\[(data-[\w-]+)")
ESCAPED = re.compile(r"\\(.)")
"""What a name in a stylesheet is where a sign of it would else end it."""


@dataclass
class Used:
    """What the pages of a site use, page after page."""

    asked: frozenset[str] = frozenset()
    """The ids, roles and names of data that the stylesheets ask for: a site has some ten thousand others."""
    names: set[str] = field(default_factory=set)
    """Elements, classes, ids, and what the theme's attributes say: all that a selector may ask for."""
    scripts: set[str] = field(default_factory=set)
    """The addresses of the scripts that they load, or may come to load."""
    _seen: set[str] = field(default_factory=set)
    _about: set[str] = field(default_factory=set)
    """What stood about the article of some page, and stands about that of most: a navigation names every page."""

    def add(self, page: str) -> None:
        """Take in the names of a page, and those in the scripts that it holds itself."""
        for stretch in self._new_in(page):
            self._add(stretch)

    def _add(self, html: str) -> None:
        for part in _parts_of(html):
            self.names.update(map(str.lower, set(_ELEMENT.findall(part)) - self.names))
            self.names |= self.asked.intersection(chain.from_iterable(one.findall(part) for one in _NAMED))
            self.names.update(name for name in self.asked - self.names if name.startswith("data-") and name in part)
            said = {text for attribute in _SAID for text in attribute.findall(part)}
            for text in said - self.names - self._seen:
                words = text.split()
                self.names.update(words)
                if words != [text]:
                    self._seen.add(text)
        for script in set(_INLINE.findall(html)) - self._seen:
            self._seen.add(script)
            self.names |= words_of_script(script)
        self.scripts.update(_SCRIPT.findall(html))

    def _new_in(self, page: str) -> Iterator[str]:
        """The page without what stood about an article before, but for the ends of its scripts."""
        before, article, behind = parted(page) if len(page) <= LONG else (page, "", "")
        if not article:  # a copy of a long one weighs more than it saves
            yield page
            return
        pieces = f"{before}>\n{behind}".split(">\n")
        new = [piece for piece in pieces if piece not in self._about or "script" in piece]
        self._about.update(new)
        yield ">\n".join(new)
        yield article


def asked_in(css: str) -> set[str]:
    """The ids, the roles and the names of data that a stylesheet may ask for."""
    return {ESCAPED.sub(r"\1", name) for name in _HASH.findall(css)}.union(_DATA.findall(css))


def _parts_of(page: str) -> Iterator[str]:
    """The page, cut behind tags: what is found in a long one all at once weighs more than the page."""
    start = 0
    while start < len(page):
        end = page.find(">", start + LONG) + 1 or len(page)
        yield page[start:end]
        start = end


def words_of_script(script: str) -> set[str]:
    """Every word of a script: it may set any of them."""
    return set(_WORD.findall(script))
