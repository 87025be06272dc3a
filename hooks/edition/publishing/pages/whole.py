"""The whole article on one page: every section woven as on its own page, each note once, where it first speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from edition.concordance import Entry, Mention, Section
from edition.publishing.addresses import WHOLE, root_of
from edition.publishing.fragments import around, fragment
from edition.publishing.languages import in_english
from edition.publishing.pages.section import number_notes, page_html, standing, woven
from edition.publishing.placing import TAG, placed, prefixed, renamed
from edition.publishing.render import Renderer

_PDF_PLACE = "<!-- edition: pdf -->"
"""Stands where the link to the PDF belongs; what makes the PDF writes the link, so that none leads to nothing."""
_APPENDIX_PLACE = "<!-- edition: appendix -->"
"""Stands where an appendix belongs, which what makes the PDF writes when it is asked to."""

_HEADING = re.compile(r"(?<=<)(?P<end>/?)h(?P<level>[1-5])(?=[\s>])", re.I)


def html(renderer: Renderer) -> str:
    """What stands in the page; for a very long text only where its sections are."""
    sections = renderer.concordance.sections
    if not sections:
        return ""  # while it is served, where the site tells of it
    if not renderer.fits_one_page:
        return renderer.page("too-long.html", WHOLE, sections=sections)
    memory = renderer.memory
    moved = [
        memory.made(("moved", section.slug), (section, renderer.ids), partial(_moved, renderer, section))
        for section in sections
    ]
    moved = memory.made("each note once", moved, lambda: _each_note_once(moved))
    numbers = number_notes(moved)
    named: set[str] = set()
    words = "\n".join(
        _title(renderer, section, len(moved)) + woven(renderer, section, WHOLE, numbers, named) for section in moved
    )
    return f"{page_html(renderer, 'whole.html', WHOLE, moved, words)}{_APPENDIX_PLACE}\n"


def with_appendix(page: str, words: str) -> str:
    """The built page with the words, styled as on the page from which they come."""
    styled = fragment("stylesheet", f"{root_of(WHOLE)}assets/pages.css")
    return page.replace(_APPENDIX_PLACE, f"{styled}\n{words}" if words else "")


def with_pdf(page: str, address: str, size: str) -> str:
    """A built page with the link to the PDF wherever it keeps a place for it."""
    return page.replace(_PDF_PLACE, fragment("pdf", address, size))


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
        first = {entry.occurrence for entry in entries}
        mentions = [
            Mention(item.occurrence, f"note-{item.occurrence.note}", item.is_own and item.occurrence in first)
            for item in section.mentions
        ]
        once.append(replace(section, entries=entries, mentions=mentions))
    return once


def _moved(renderer: Renderer, section: Section) -> Section:
    """The section as it stands on the page: headings one level lower, under the page's own, ids and links its own."""
    html = section.text.html
    own = renamed(html, prefixed(section), lambda _: True)
    html = placed(html, section.source.address, WHOLE, own, renderer.ids)
    return standing(section, TAG.sub(lambda tag: _HEADING.sub(_lower, tag[0], count=1), html))


def _lower(found: re.Match[str]) -> str:
    return f"{found['end']}h{int(found['level']) + 1}"


def _title(renderer: Renderer, section: Section, total: int) -> str:
    """What stands over a section: a line that leads to its own page, and a heading where it has none."""
    number = f"{section.index + 1} of {total} · " if total > 1 else ""
    label = f"{number}{in_english(section.title, renderer.language)}"
    tag = "p" if any(leaf.tag == "h2" for leaf in section.text.leaves) else "h2"
    return (
        label.join(around("kicker", tag, section.slug, f"{root_of(WHOLE)}{section.source.address}", renderer.english))
        + "\n"
    )
