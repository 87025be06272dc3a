"""Authors whom a page names under its title with no word of what they are, and introduces further down."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.importing.article import Finding
from edition.importing.bounds.region import Region
from edition.importing.bounds.scores import is_prose
from edition.importing.metadata.names import authors
from edition.importing.metadata.provenance import day
from edition.importing.page.captions import is_caption
from edition.importing.page.chunks import Chunk

FULL = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2} [^\W\d_a-z][\w.'’-]*|[\u4e00-\u9fff\uac00-\ud7af]{2,4}"
)
"""A whole name, as it stands in a line of its own."""
_BARS = re.compile(r"\s[/|·•–—]\s")
"""What stands between what a site says of an article in one line."""
_NEAR = 12
"""Chunks below the article in which a site may say something of its authors."""


def introduced(found: Sequence[Chunk], around: Sequence[int], place: Region, not_these: Sequence[str]) -> list[Finding]:
    """Who stands in a line about the title and is told of further down in a paragraph of its own.

    With the day in that line, in any; alone, in the last one or below it.
    """
    prose = [at for at in range(place.start, place.end) if not place.reasons[at] and is_prose(found[at])]
    ends = found[prose[-1] : place.end + _NEAR] if prose else []
    above = range(place.start, prose[0] if prose else 0)  # and under the title
    for index in around:
        first, *rest = _BARS.split(found[index].text)
        alone = (
            not rest
            and index in above
            and place.reasons[index]
            and not (found[index].level or is_caption(found[index]))
        )
        if " " in first and FULL.fullmatch(first) and (alone or (rest and day(found[index].text))):
            further = ends if alone else found[index + 1 :]
            if any(re.match(rf"{re.escape(first)}\s[^\W\d_A-Z]", chunk.text) for chunk in further):
                return [Finding(name, f"the line “{found[index].text}”") for name in authors(first, not_these)]
    return []
