"""What a search finds besides the pages that the host renders: each note, under its own address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from edition.publishing.site import Site

_TAG = re.compile(r"<[^>]*>")


def entries(site: Site) -> Iterator[Mapping[str, str]]:
    """`location`, `title` and `text` of every note that has a page."""
    for pages in site.notes.values():
        for page in pages:
            text = unescape(" ".join(_TAG.sub(" ", page.html).split()))
            yield {"location": page.address, "title": page.title, "text": text}
