"""The Atom feed (RFC 4287) of corrections to verdicts."""

from __future__ import annotations

from uuid import NAMESPACE_URL, UUID, uuid5
from xml.etree import ElementTree as Xml

from edition.concordance import Concordance
from edition.model import Correction, FactCheck, Manifest
from edition.publishing.addresses import CHANGES, FEED, note_address
from edition.publishing.host import Host, link_to
from edition.publishing.wording import RATING_WORDS


def feed(concordance: Concordance, host: Host) -> str:
    """The feed, newest first. Ids do not hold the site's address: they stay where the site moves."""
    manifest = concordance.edition.manifest
    own = uuid5(NAMESPACE_URL, manifest.URL or f"{manifest.publisher}: {manifest.title}" if manifest else host.name)
    found = [
        (note, item)
        for note, item in concordance.edition.corrections
        if isinstance(note, FactCheck) and item.kind in ("verdict", "withdrawn")
    ]
    name = host.name or (manifest.title if manifest else "") or "An annotated edition"
    root = Xml.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en"})
    _add(root, "id", own.urn)
    _add(root, "title", f"Corrections: {name}")
    _add(root, "subtitle", "Verdicts that changed or were withdrawn after they were published.")
    _add(root, "updated", _instant(found[0][1].date if found else _begins(manifest)))
    _add(_add(root, "author"), "name", f"The editors of “{name}”")
    _add(root, "link", rel="self", type="application/atom+xml", href=host.site_url + FEED)
    _add(root, "link", rel="alternate", type="text/html", href=host.site_url + link_to(host, CHANGES))
    for note, item in found:
        _entry(root, own, host, note, item)
    Xml.indent(root, space="")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def _entry(root: Xml.Element, own: UUID, host: Host, check: FactCheck, item: Correction) -> None:
    entry = _add(root, "entry")
    # By its number in the note: two may be of one day, and the words of one may be mended.
    number = next(number for number, other in enumerate(check.corrections) if other is item)
    _add(entry, "id", uuid5(own, f"{check.id}/{number}").urn)
    change = f"{_label(item.from_)} → {_label(item.to)}" if item.kind == "verdict" else "Withdrawn"
    _add(entry, "title", f"{change}: {check.claim}")
    _add(entry, "updated", _instant(item.date))
    _add(entry, "published", _instant(item.date))
    for person in (check.checked_by,) if check.checked_by else check.contributors:
        _add(_add(entry, "author"), "name", person)
    _add(entry, "link", rel="alternate", type="text/html", href=host.site_url + link_to(host, note_address(check)))
    _add(entry, "category", term=item.kind)
    _add(entry, "content", item.text, type="text")


def _add(parent: Xml.Element, tag: str, text: str | None = None, **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, tag, attributes)
    element.text = text
    return element


def _label(rating: str) -> str:
    return next((words.label for name, words in RATING_WORDS.items() if name == rating), rating)


def _begins(manifest: Manifest | None) -> str:
    """The day of a feed without corrections: there is no clock here, but the article has a date."""
    return manifest.issued if manifest else "1970"


def _instant(date: str) -> str:
    year, month, day = [*date.split("-"), "01", "01"][:3]
    return f"{year}-{month}-{day}T00:00:00Z"
