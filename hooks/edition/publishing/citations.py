"""Sources and dates in words."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import quote

from edition.model import NO_DATE, Source
from edition.reading import MONTHS

_IN_A_DOI = "/:;()"
"""What may stand in an address as it does there."""
_SEVERAL = re.compile("[-–—,;&]")
_ENDED = re.compile(r"[.?!…。？！][)\]”’\"'»」』]*$")


@cache
def in_words(date: str) -> str:
    """An ISO date as a reader says it: `5 January 2026`, `January 2026`, `2026`."""
    if date == NO_DATE:
        return "a day not yet known"
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    return " ".join(part for part in (day.lstrip("0"), MONTHS[int(month) - 1] if month else "", year) if part)


def outlet(source: Source) -> str:
    """Who stands behind a source: the newspaper or site, else the publisher, else its authors."""
    return source.container_title or source.publisher or ", ".join(source.author[:2])


def parts(source: Source) -> str:
    """Where in a journal or a book it stands, and the numbers by which libraries know it."""
    pages = f"{'pp.' if _SEVERAL.search(source.page) else 'p.'} {source.page}"
    doi = f"DOI {source.DOI}" if source.URL else ""  # else the link is made of it
    told = {
        f"vol. {source.volume}": source.volume,
        f"no. {source.issue}": source.issue,
        pages: source.page,
        f"ISBN {source.ISBN}": source.ISBN,
        doi: source.DOI,
    }
    return ", ".join(words for words, is_known in told.items() if words and is_known)


def stop_behind(words: str) -> str:
    """The full stop that ends words, such as a title, if they have no sign of their own."""
    return "" if _ENDED.search(words) else "."


def authors(source: Source) -> str:
    """The authors as a line: at most three, then `et al.`."""
    names = source.author
    return ", ".join(names[:3]) + (" et al." if len(names) > 3 else "")


def link(source: Source) -> str:
    """The address that a reader follows: the source's own, its DOI, or an archived copy."""
    if source.URL:
        return source.URL
    return f"https://doi.org/{quote(source.DOI, safe=_IN_A_DOI)}" if source.DOI else source.archive
