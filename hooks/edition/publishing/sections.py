"""A section's page: the woven article with its notes in the margin, its English under it, its head."""

from __future__ import annotations

from collections import defaultdict

from markupsafe import Markup, escape

from edition.anchoring import Selector, match
from edition.concordance import KINDS, Entry, Section
from edition.model import FactCheck, Variant
from edition.publishing.addresses import root_of
from edition.publishing.ratings import RATINGS, count_words
from edition.publishing.render import Renderer
from edition.weaving import Frame, Mark, sign, weave

_CLASSES = {"bios": "bio", "fact-checks": "check", "glosses": "gloss", "variants": "variant"}


def section_html(renderer: Renderer, section: Section) -> str:
    """What stands in the page of a section, in place of what Markdown made of it."""
    concordance = renderer.concordance
    has_heading = any(leaf.tag == "h1" for leaf in section.text.leaves)
    head = renderer.page(
        "section.html",
        section.source.address,
        section=section,
        total=len(concordance.sections),
        has_heading=has_heading,
        counts=renderer.counts(section.notes),
        paragraphs=sum(not leaf.is_heading for leaf in section.text.leaves),
        translated=any(section.english),
        spoken=any(section.readings),
    )
    words = weave(section.text, _marks(renderer, section), _frames(renderer, section), _unchecked(renderer, section))
    return f'{head}<div class="edition" data-edition="text" lang="{escape(renderer.language)}">\n{words}\n</div>\n'


def _marks(renderer: Renderer, section: Section) -> list[Mark]:
    marks = []
    named: set[str] = set()
    for occurrence, element in zip(section.occurrences, section.elements, strict=True):
        note = renderer.concordance.notes[occurrence.note]
        kind = _CLASSES[KINDS[type(note)]]
        again = occurrence.target is None and note.id in named
        named.add(note.id)
        rating, closing = "", ""
        if isinstance(note, FactCheck):
            rating = note.rating
            words = RATINGS[note.rating]
            closing = sign(element, rating, words.sign, f"{words.label}: {note.claim}")
        elif isinstance(note, Variant):
            closing = sign(element, "variant", "‡", "Another copy reads otherwise")
        is_term = not isinstance(note, FactCheck | Variant)
        start, end = occurrence.range.start, occurrence.range.end
        marks.append(Mark(start, end, note.id, kind, element, is_term, again, rating, closing))
    return marks


def _unchecked(renderer: Renderer, section: Section) -> list[tuple[int, str]]:
    """A sign behind each statement that was weighed and not checked, so that silence is not taken for approval."""
    signs = []
    for claim in renderer.concordance.edition.claims:
        if claim.reason and claim.section in ("", section.slug):
            label = escape(f"Not checked: {claim.reason}")
            attributes = f'class="sign unchecked" data-apparatus lang="en" role="img" aria-label="{label}"'
            html = f'<span {attributes} title="{label}">○</span>'
            signs += [(found.end, html) for found in match(Selector(claim.quote), [section.text])]
    return signs


def _frames(renderer: Renderer, section: Section) -> dict[int, Frame]:
    beside: dict[int, list[Entry]] = defaultdict(list)
    for entry in section.entries:
        beside[entry.leaf].append(entry)
    root = root_of(section.source.address)
    frames = {}
    for index, leaf in enumerate(section.text.leaves):
        number = leaf.number
        frames[index] = Frame(
            f'<a class="number" data-apparatus href="#p-{number}" aria-label="Paragraph {number}">{number}</a>'
            if number
            else "",
            _english(section.english[index], leaf.is_heading),
            _margin(renderer, beside[index], root) if index in beside else "",
        )
    return frames


def _english(text: str, is_heading: bool) -> str:
    if not text:
        return ""
    heading = " heading" if is_heading else ""
    return f'<p class="en{heading}" lang="en" data-apparatus>{escape(text)}</p>'


def _margin(renderer: Renderer, entries: list[Entry], root: str) -> str:
    counts = count_words(renderer.counts(entry.note for entry in entries))
    notes = "\n".join(_note(renderer, entry, root) for entry in entries)
    return (
        '\n<aside class="margin" lang="en" data-apparatus aria-label="Notes">'
        f'<button class="chip" type="button" aria-expanded="false">{counts}</button>\n{notes}\n</aside>'
    )


def _note(renderer: Renderer, entry: Entry, root: str) -> str:
    note = renderer.concordance.notes[entry.note]
    html = renderer.note(note, root)
    kind = _CLASSES[KINDS[type(note)]]
    rating = f' data-rating="{note.rating}"' if isinstance(note, FactCheck) else ""
    again = " again" if renderer.concordance.places[note.id][0] != entry.occurrence else ""
    return Markup(
        f'<details class="note {kind}{again}" id="{entry.element}" data-note="{note.id}"{rating}>'
        f'<summary>{html.short}</summary>\n<div class="more">{html.more}</div></details>'
    )
