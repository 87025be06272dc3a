"""Two readers of pages, each with its own idea of where the article is: readability-lxml and gne."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from readability import Document

from edition.importing.chunks import chunks, parse

try:
    from gne import GeneralNewsExtractor
except ImportError:  # the second reader may be left out
    GeneralNewsExtractor = None

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader takes for the article: its words without white space. `failed` says why there is none."""

    name: str
    words: str = ""
    title: str = ""
    author: str = ""
    issued: str = ""
    failed: str = ""
    _asked: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)

    def has(self, text: str) -> bool:
        """Whether the words stand in the reading."""
        if text not in self._asked:
            wanted = _SPACE.sub("", text)
            self._asked[text] = bool(wanted) and wanted in self.words
        return self._asked[text]


def by_readability(source: str) -> Reading:
    """The article by density of text and links in each element, as browsers' reading views have it."""
    name = "readability-lxml"
    try:
        # With a newline between chunks no word is made of the end of one and the beginning of the next.
        document = parse(Document(source).summary(html_partial=True))
    except Exception as error:  # whatever stops a reader, the other remains
        return Reading(name, failed=f"{type(error).__name__}: {error}")
    words = (
        [_SPACE.sub("", chunk.text) for chunk in chunks(document) if chunk.tag != "img"] if document is not None else []
    )
    return Reading(name, "\n".join(words))


def by_gne(source: str) -> Reading:
    """The article by density of text and punctuation, made for Chinese news."""
    if GeneralNewsExtractor is None:
        return Reading("gne", failed="it is not installed; pip install gne")
    try:
        found = GeneralNewsExtractor().extract(source)
    except Exception as error:
        return Reading("gne", failed=f"{type(error).__name__}: {error}")
    said = {name: str(found.get(name) or "").strip() for name in ("content", "title", "author", "publish_time")}
    words = _SPACE.sub("", said["content"])
    return Reading("gne", words, said["title"], said["author"], said["publish_time"])
