"""The whole article on one page: every section woven as on its own page, each note once, where it first speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape, unescape
from urllib.parse import urldefrag, urljoin

from edition.anchoring import read_section
from edition.concordance import Entry, Section
from edition.publishing.addresses import root_of
from edition.publishing.languages import in_english
from edition.publishing.render import Renderer
from edition.publishing.sections import number_notes, page_html, woven

WHOLE = "whole/"
"""The page's address."""
PDF_PLACE = "<!-- edition: pdf -->"
"""Stands where the link to the PDF belongs; what makes the PDF writes the link, so that none leads to nothing."""
MOST_CHARACTERS = 300_000
"""An article has some thousand; what is longer than this is a book, which no browser likes on one page."""

_BASE = "https://edition.invalid/"
_TAG = re.compile(r"""</?[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>""", re.I)
_ATTRIBUTE = re.compile(r"""(?P<name>\s(?:id|href|src)\s*=\s*)(?P<quote>["'])(?P<value>.*?)(?P=quote)""", re.I | re.S)
_HEADING = re.compile(r"^(?P<before></?h)(?P<level>[1-5])(?=[\s>])", re.I)


def whole_html(renderer: Renderer) -> str:
    """What stands in the page; for a very long text only where its sections are."""
    sections = renderer.concordance.sections
    if sum(len(section.text.flat) for section in sections) > MOST_CHARACTERS:
        return renderer.page("too-long.html", WHOLE, sections=sections)
    moved = _each_note_once([_moved(section) for section in sections])
    numbers = number_notes(moved)
    named: set[str] = set()
    words = "\n".join(
        _title(section, len(moved), renderer.language) + woven(renderer, section, numbers, named) for section in moved
    )
    return page_html(renderer, "whole.html", WHOLE, moved, words)


def whole_readings(sections: Sequence[Section]) -> str:
    """The pinyin of the page, a line a leaf."""
    return "".join(" ".join(line) + "\n" for section in sections for line in section.readings)


def _each_note_once(sections: Sequence[Section]) -> list[Section]:
    """The sections with every note in one margin only, to which all its places lead."""
    seen: set[str] = set()
    once = []
    for section in sections:
        entries = []
        for entry in section.entries:
            if entry.note not in seen:
                seen.add(entry.note)
                entries.append(Entry(entry.note, f"note-{entry.note}", entry.leaf, entry.occurrence))
        elements = [f"note-{occurrence.note}" for occurrence in section.occurrences]
        once.append(replace(section, entries=entries, elements=elements))
    return once


def _moved(section: Section) -> Section:
    """The section as it stands on the page: headings one level lower, under the page's own, ids and links its own."""
    html = _TAG.sub(lambda found: _tag(found[0], section), section.text.html)
    text = read_section(section.slug, html)
    for leaf, before in zip(text.leaves, section.text.leaves, strict=True):
        leaf.number = before.number
    return replace(section, text=text)


def _tag(tag: str, section: Section) -> str:
    return _ATTRIBUTE.sub(lambda found: _attribute(found, section), _HEADING.sub(_lower, tag))


def _lower(found: re.Match[str]) -> str:
    return f"{found['before']}{int(found['level']) + 1}"


def _attribute(found: re.Match[str], section: Section) -> str:
    value = unescape(found["value"])
    if found["name"].strip().lower().startswith("id"):
        value = _own(section, value)
    else:
        try:
            address, fragment = urldefrag(urljoin(_BASE + section.source.address, value))
        except ValueError:  # such as http://[x: it leads nowhere, here and there
            return found[0]
        if address == _BASE + section.source.address and value.startswith("#"):
            value = f"#{_own(section, fragment)}"
        elif address.startswith(_BASE):
            value = root_of(WHOLE) + address.removeprefix(_BASE) + (f"#{fragment}" if fragment else "")
    return f"{found['name']}{found['quote']}{escape(value)}{found['quote']}"


def _own(section: Section, name: str) -> str:
    """An id that the section's own HTML carries, made unlike those of the other sections and of the apparatus."""
    return f"section-{section.slug}--{name}"


def _title(section: Section, total: int, language: str) -> str:
    """What stands over a section: a line that leads to its own page, and a heading where it has none."""
    label = f"{section.index + 1} of {total} · {in_english(section.title, language)}"
    tag = "p" if any(leaf.tag == "h2" for leaf in section.text.leaves) else "h2"
    link = f'<a href="{root_of(WHOLE)}{escape(section.source.address)}">{label}</a>'
    return f'<{tag} class="kicker section" id="section-{section.slug}" lang="en" data-apparatus>{link}</{tag}>\n'
