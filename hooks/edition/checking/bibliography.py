"""What a machine can see of a source that a person should look at. What ends a warning is told with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import permutations
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from edition.concordance import Concordance
from edition.model import Edition, Evidence, FactCheck, Manifest, Source
from edition.problems import Problem, short

MIRRORS = frozenset(
    """
    12ft.io adomonline.com archive.fo archive.is archive.li archive.md archive.ph archive.today archive.vn
    beovernet.com cdn.ampproject.org devoured.fyi dnyuz.com feedman.me freerepublic.com georgiadigitalnews.com
    gokawiil.com icymi.in inbvnews.com inkl.com money4wealth.com newsar.codejungle.org newsbreak.com
    newszone.arammon.com r.jina.ai rocketnews.com sme-insights.co.uk translate.goog uxdlab.com vuink.com
    web.archive.org webcache.googleusercontent.com yubnub.digital
    """.split()
)
"""Hosts that carry the pages of others: archives, readers, and sites that copy."""

_RESOLVERS = ("doi.org", "dx.doi.org")
_AT_LEAST = 4
"""A title of fewer words may well be the same as its address by chance: a name, a product."""
_TITLE_TOLD = re.compile(r"\b(titles?|headlines?|headings?)\b", re.IGNORECASE)
_DATE_TOLD = re.compile(r"\b(dates?|dated|undated|days?|months?|years?)\b", re.IGNORECASE)
_OWN_SIGNS = re.compile(r"[^\w\s'’‘“”\"-]")
_CAPITAL_WITHIN = re.compile(r"(?<=.)[A-Z]", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
_MARK_OF_AN_ADDRESS = re.compile(r"\d{4,}|(?=.*\d)[0-9a-f]{6,}")
_SAME_REPORT = 3
"""So many days may lie between a report and what retells it."""


def poor_sources(concordance: Concordance) -> Iterator[Problem]:
    """Titles made of an address, addresses of copies, one report named twice, and sources without a date."""
    edition = concordance.edition
    pages: dict[str, str] = {}
    copies = {_page(source.archive): source.id for source in edition.sources.values() if source.archive}
    for source in edition.sources.values():
        if _is_title_of_address(source):
            message = f"“{source.title}” is what its address says"
            remedy = "Give the page’s own headline; if this is it, or none was seen, say so under “note”."
            yield Problem.warning(source.at("title"), "title made of an address", message, remedy)
        if mirror := _mirror(source.URL):
            remedy = "Write it under “archive”, and here the publisher’s own address; where that was not found, none."
            yield Problem.warning(
                source.at("URL"), "address of a copy", f"{mirror} carries the pages of others", remedy
            )
        if not source.issued and not _DATE_TOLD.search(source.note):
            remedy = "Give the day; if the page bears none, say under “note” that it has no date."
            yield Problem.warning(source.place, "source without a date", "nothing says when this was published", remedy)
        for field, page in _pages(source):
            original = pages.setdefault(page, copies.get(page, source.id))
            if original != source.id:
                message, remedy = f"“{original}” was read at this address", f"Cite “{original}”, and delete this file."
                yield Problem.warning(source.at(field), "source named twice", message, remedy)
                break
    for check in edition.fact_checks.values():
        if not check.is_withdrawn:
            yield from _retold(edition, check)


def mistaken_codes(concordance: Concordance) -> Iterator[Problem]:
    """Numbers of books that cannot be, and the country of Korean as its language."""
    edition = concordance.edition
    for source in edition.sources.values():
        if source.ISBN and not _is_isbn(source.ISBN):
            message = f"“{short(source.ISBN)}” is no ISBN: its last digit is reckoned from the others"
            remedy = "Copy it once more; it has 13 digits, or 10, of which the last may be an X."
            yield Problem.warning(source.at("ISBN"), "number that no book has", message, remedy)
    speaking: list[Source | Manifest] = [*edition.sources.values(), *filter(None, [edition.manifest])]
    for record in speaking:
        if record.language.partition("-")[0] == "kr":
            remedy = "If Korean is meant, write ko; for Kanuri, knc says so beyond doubt."
            yield Problem.warning(record.at("language"), "country for a language", "kr is Kanuri", remedy)


def _is_isbn(text: str) -> bool:
    digits = re.sub(r"[\s-]", "", normalize("NFKC", text).replace("–", "-").removeprefix("ISBN")).upper()
    if re.fullmatch(r"\d{13}", digits, re.ASCII):
        return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
    if re.fullmatch(r"\d{9}[\dX]", digits, re.ASCII):
        return sum((10 - place) * (10 if sign == "X" else int(sign)) for place, sign in enumerate(digits)) % 11 == 0
    return False


def _pages(source: Source) -> Iterator[tuple[str, str]]:
    """The fields that lead to it, each with its page."""
    if source.URL:
        yield "URL", _page(source.URL)
    if source.DOI:
        yield "DOI", _page(f"https://doi.org/{source.DOI.lower()}")


def _page(address: str) -> str:
    """An address without what leads to the same page with it and without."""
    _, host, path, query, part = urlsplit(address)
    host = host.lower().removeprefix("www.")
    plain = path.lower() if host in _RESOLVERS else path.rstrip("/")
    return f"{'doi.org' if host in _RESOLVERS else host}{plain}?{query}#{part}"


def _retold(edition: Edition, check: FactCheck) -> Iterator[Problem]:
    """Pieces of evidence that count as two, though the note of one source says that it draws on the other."""
    telling = [item for item in check.evidence if item.stance != "context" and item.source in edition.sources]
    for one, other in permutations(telling, 2):
        first, second = edition.sources[one.source], edition.sources[other.source]
        if _draws_on(first, second):
            later: Evidence = max(one, other, key=check.evidence.index)
            message = f"“{first.id}” draws on “{second.container_title}”, and “{second.id}” is of those days"
            remedy = (
                "One report is one piece of evidence: let the stance of one of the two be “context”, or leave it out."
            )
            yield Problem.warning(later.at("source"), "one report counted twice", message, remedy)


def _draws_on(source: Source, other: Source) -> bool:
    name = other.container_title
    if not name or name == source.container_title or not re.search(rf"\b{re.escape(name)}\b", source.note):
        return False
    days = [date.fromisoformat(item.issued) for item in (source, other) if len(item.issued) == len("2026-01-01")]
    return len(days) == 2 and abs((days[0] - days[1]).days) <= _SAME_REPORT


def read_before(concordance: Concordance) -> Iterator[Problem]:
    """Days of notes that are later than the day on which a source that they cite was last read, where it has one."""
    sources = concordance.edition.sources
    for note in concordance.edition.notes:
        days = {"checked": note.checked} if isinstance(note, FactCheck) else {}
        if note.reviewed:
            days["reviewed"] = note.reviewed.date
        read = {id_: sources[id_].accessed for id_, _ in note.cited() if id_ in sources and sources[id_].accessed}
        for field, day in days.items():
            before = [f"“{id_}” on {accessed}" for id_, accessed in read.items() if accessed < day]
            if before and not note.is_withdrawn:
                message = f"“{field}” says {day}, but a source was last read before: {', '.join(before)}"
                remedy = "Read it again and write that day under its “accessed”; or give here no later day than it has."
                yield Problem.warning(note.at(field), "day later than a reading", message, remedy)


def _is_title_of_address(source: Source) -> bool:
    if _TITLE_TOLD.search(source.note) or _OWN_SIGNS.search(source.title):
        return False
    words = _words(source.title)
    is_read = bool(source.accessed and _CAPITAL_WITHIN.search(source.title))
    if len(words) < _AT_LEAST or is_read:
        return False
    return any("".join(words) in _slugs(address) for address in (source.URL, source.archive))


def _slugs(address: str) -> Iterator[str]:
    """The letters of each part of an address's path, with its numbers and without, and without a file's ending."""
    for part in unquote(urlsplit(address).path).split("/"):
        words = _words(re.sub(r"\.[a-z]{2,5}$", "", part))
        yield "".join(words)
        yield "".join(word for word in words if not _MARK_OF_AN_ADDRESS.fullmatch(word))


def _words(text: str) -> list[str]:
    plain = re.sub("['’‘]", "", normalize("NFKD", text)).casefold()
    return _WORD.findall("".join(character for character in plain if character.isascii() or character.isalpha()))


def _mirror(address: str) -> str:
    """The known mirror in the address, or nothing."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    return next((mirror for mirror in sorted(MIRRORS) if host == mirror or host.endswith(f".{mirror}")), "")
