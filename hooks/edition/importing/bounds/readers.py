"""The reader of pages, trafilatura, which has its own idea of where the article is."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field

from lxml import etree
from trafilatura import bare_extraction

_SPACE = re.compile(r"\s+")
_BORDERS = frozenset("p head item cell quote code lb list row table main body div".split())
_SHORT = 24
"""So many letters may stand by chance in what the reader took; they must be a line of it."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the reader takes for the article: its lines without white space. `failed` says why there are none."""

    lines: tuple[str, ...] = ()
    failed: str = ""
    _words: str = field(init=False, repr=False, default="")
    _set: frozenset[str] = field(init=False, repr=False, default=frozenset())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_words", "".join(self.lines))
        object.__setattr__(self, "_set", frozenset(self.lines))

    def has(self, text: str) -> bool:
        """Whether the words stand in the reading."""
        wanted = _SPACE.sub("", text)
        return bool(wanted) and (wanted in self._set or (len(wanted) > _SHORT and wanted in self._words))


def read(source: str, *, strict: bool = False) -> Extraction:
    """The article by the marks of many sites, and by density of text and links where there are none.

    `strict`: what is doubtful is left out, rather than taken.
    """
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(
            source, include_comments=False, include_tables=True, favor_precision=strict, favor_recall=not strict
        )
    except Exception as error:  # whatever stops the reader, the page's own elements remain
        return Extraction(failed=f"{type(error).__name__}: {error}")
    body = found.body if found is not None and not isinstance(found, dict) else None
    return Extraction(_lines(body)) if body is not None else Extraction(failed="it found no article")


def _lines(body: etree._Element) -> tuple[str, ...]:
    lines = [""]
    for event, node in etree.iterwalk(body, events=("start", "end")):
        if node.tag in _BORDERS:
            lines.append("")
        lines[-1] += (node.text if event == "start" else node.tail) or ""
    return tuple(filter(None, (_SPACE.sub("", line) for line in lines)))
