"""A section's page: the woven article with its notes in the margin, its English under it, its head."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import unescape
from itertools import chain

from markupsafe import Markup

from edition.anchoring import Selector, match
from edition.concordance import Entry, Section
from edition.model import Bio, Gloss, Translation
from edition.publishing.addresses import traditional_address, words_address
from edition.publishing.english import english_of
from edition.publishing.exports.words import has_words, is_read
from edition.publishing.fragments import around, fragment
from edition.publishing.margin import (
    ENGLISH,
    ENGLISH_HEADING,
    HEADING,
    WORDS,
    MarginNote,
    height,
    line_of,
    plan,
    widths,
)
from edition.publishing.placing import has_doubles, placed
from edition.publishing.render import Renderer
from edition.publishing.wording import count_words, sign_of
from edition.text import LEVELS, half_width_stops, is_simplified, item_numbers, read_section
from edition.weaving import Frame, Mark, weave

_SWITCHED = {Bio.css_class, Gloss.css_class}
"""The kinds that are not shown to a reader who verifies."""
_NUMBER = "\ue002number\ue003"
"""Stands in a margin for the number that a note has on paper, which rests on the page."""
_EMPTY_FIGURE = re.compile(
    r"""<figure\b(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>
    (?=\s*(?:<figcaption\b(?:(?!</?fig).)*</figcaption>\s*)?</figure>)""",
    re.X | re.S | re.I,
)
_LABEL = re.compile(r"""\baria-label\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))""", re.I)


def section_html(renderer: Renderer, section: Section) -> str:
    """What stands in the page of a section, in place of what Markdown made of it."""
    has_heading = any(leaf.tag == "h1" for leaf in section.text.leaves)
    address = section.source.address
    own = renderer.ids.get(address, {})
    html = section.text.html
    here = section
    if renderer.ids or has_doubles(html):  # as a rule neither
        here = renderer.memory.made(
            ("standing", address),
            (section, renderer.ids),
            lambda: standing(section, placed(html, address, address, own, renderer.ids)),
        )
    words = woven(renderer, here, address, number_notes([here]), set())
    return renderer.memory.made(
        ("page", address),
        (renderer.state, here, section.title, words, translation_of(renderer, section)),
        lambda: page_html(renderer, "section.html", address, [here], words, section=section, has_heading=has_heading),
    )


def translation_of(renderer: Renderer, section: Section) -> Translation | None:
    """The file of the section's English."""
    return renderer.concordance.edition.translations.get(section.slug)


def standing(section: Section, html: str) -> Section:
    """The section with its HTML as it stands on a page, which has the same words."""
    if html == section.text.html:
        return section
    text = read_section(section.slug, html)
    for leaf, before in zip(text.leaves, section.text.leaves, strict=True):
        leaf.number = before.number
    return replace(section, text=text)


def page_html(
    renderer: Renderer, template: str, address: str, sections: Sequence[Section], words: str, **values: object
) -> str:
    """A page of the article: the head that the template gives it, and under it the woven `words` of its sections."""
    has_rows = any(map(has_words, sections))
    repository = renderer.repository  # in the margin the script makes a note's links to it: they weigh 2 KB
    page = renderer.page(
        template,
        address,
        total=len(renderer.concordance.sections),
        counts=renderer.counts(dict.fromkeys(note for section in sections for note in section.notes)),
        paragraphs=sum(not leaf.is_heading for section in sections for leaf in section.text.leaves),
        translated=any(any(section.english) for section in sections),
        translation=translation_of(renderer, sections[0]),
        interlinear=has_rows and words_address(address),
        spoken=any(map(is_read, sections)),
        levels=LEVELS if has_rows and renderer.concordance.edition.is_chinese else {},
        traditional=is_simplified(renderer.language) and traditional_address(address),
        slug=sections[0].slug if len(sections) == 1 else "",
        file_pages=repository.file_pages if repository else {},
        words=Markup(words),
        **values,
    )
    return f"{page}\n"


def number_notes(sections: Sequence[Section]) -> dict[str, int]:
    """The number that each note has on paper: by the first place at which a reader comes to the end of its words."""
    first: dict[str, tuple[int, int]] = {}
    for index, section in enumerate(sections):
        for occurrence in (mention.occurrence for mention in section.mentions if mention.refers):
            place = (index, occurrence.range.end)
            first[occurrence.note] = min(first.get(occurrence.note, place), place)
    return {note: number for number, note in enumerate(sorted(first, key=first.__getitem__), 1)}


def woven(renderer: Renderer, section: Section, page: str, numbers: Mapping[str, int], named: set[str]) -> str:
    """The section's words with their apparatus, as they stand on the page at the address `page`.

    `numbers` are those that the notes have on paper, `named` the notes that were named further up on the page.
    """
    concordance = renderer.concordance
    ids = dict.fromkeys(mention.occurrence.note for mention in section.mentions)
    made_of = (
        renderer.state,
        concordance.edition.claims,
        section,
        translation_of(renderer, section),
        renderer.made_of(*(concordance.notes[note] for note in ids)),
        [(concordance.places[note][0], numbers.get(note), note in named) for note in ids],
    )
    words = renderer.memory.made(
        ("woven", page, section.slug), made_of, lambda: _woven(renderer, section, numbers, {*named})
    )
    named.update(ids)
    return words


def _woven(renderer: Renderer, section: Section, numbers: Mapping[str, int], named: set[str]) -> str:
    return weave(
        section.text,
        _marks(renderer, section, numbers, named),
        _frames(renderer, section, numbers),
        around,
        _unchecked(renderer, section),
        half_width_stops(section.text.flat, renderer.language),
        _missing_pictures(renderer, section.text.html),
    )


def _missing_pictures(renderer: Renderer, html: str) -> Iterator[tuple[int, str]]:
    """What stands in a figure that holds nothing but a caption: a picture of the original that is not reproduced."""
    for found in _EMPTY_FIGURE.finditer(html):
        label = _LABEL.search(found["attributes"])
        said = unescape(next(filter(None, label.groups()), "")) if label else ""
        yield found.end(), fragment("missing_picture", renderer.english, said)


def _marks(renderer: Renderer, section: Section, numbers: Mapping[str, int], named: set[str]) -> list[Mark]:
    marks = []
    for mention in section.mentions:
        occurrence, element = mention.occurrence, mention.element
        note = renderer.concordance.notes[occurrence.note]
        again = occurrence.target is None and note.id in named
        named.add(note.id)
        sign = sign_of(note, element)
        in_link = sign and sign_of(note, element, linked=False)
        reference = fragment("reference", note.css_class, numbers[note.id]) if mention.refers else ""
        start, end = occurrence.range.start, occurrence.range.end
        closing = {"sign": f"{sign}{reference}", "sign_in_link": f"{in_link}{reference}"}
        marks.append(Mark(start, end, note.id, note.css_class, element, not sign, again, note.rating, **closing))
    return marks


def _unchecked(renderer: Renderer, section: Section) -> list[tuple[int, str]]:
    """A sign behind each statement that was weighed and not checked, so that silence is not taken for approval."""
    reasons: dict[int, dict[str, None]] = defaultdict(dict)
    for claim in renderer.concordance.edition.claims:
        if claim.reason and claim.section in ("", section.slug):
            for found in match(Selector(claim.quote), [section.text]):
                reasons[found.end][claim.reason] = None
    return [
        (end, fragment("unchecked", renderer.english, f"Not checked: {'; '.join(why)}")) for end, why in reasons.items()
    ]


def _frames(renderer: Renderer, section: Section, numbers: Mapping[str, int]) -> dict[int, Frame]:
    beside: dict[int, list[Entry]] = defaultdict(list)
    for entry in section.entries:
        beside[entry.leaf].append(entry)
    english = english_of(renderer, section)
    frames, items = {}, item_numbers(section.text)
    for index, leaf in enumerate(section.text.leaves):
        frames[index] = Frame(
            fragment("number", leaf.number) if leaf.number else "",  # a heading has none
            english[index].html,
            _margin_of(renderer, section, index, beside[index], numbers) if index in beside else "",
            english[index].breaks,
            items.get(index, ""),
        )
    return frames


def _margin_of(
    renderer: Renderer, section: Section, index: int, entries: list[Entry], numbers: Mapping[str, int]
) -> str:
    """The notes beside a leaf, which as a rule are the same on the section's own page and on that of the whole."""
    notes = [renderer.concordance.notes[entry.note] for entry in entries]
    leaf = section.text.leaves[index]
    of = (
        (renderer.state, section.text.flat[leaf.start : leaf.end], section.english[index], renderer.made_of(*notes)),
        [_is_again(renderer, entry) for entry in entries],
    )
    key = ("margin", section.slug, index, *((entry.element, entry.occurrence) for entry in entries))
    make = partial(_margin, renderer, section, index, entries)
    if renderer.fits_one_page:
        make = partial(renderer.once, key, make)
    parts = renderer.memory.made(key, of, make)
    numbered = zip(parts, (str(numbers[entry.note]) for entry in entries), strict=False)
    return "".join([*chain.from_iterable(numbered), parts[-1]])


def _margin(renderer: Renderer, section: Section, index: int, entries: list[Entry]) -> list[str]:
    """The notes beside a leaf, in parts between which their numbers stand."""
    notes = [renderer.concordance.notes[entry.note] for entry in entries]
    said = [renderer.note(note) for note in notes]
    items = [_item(renderer, section, entry, html.short) for entry, html in zip(entries, said, strict=True)]
    rows = plan(items, *_rooms(section, index))
    margin = renderer.environment.get_template("margin.html").render(
        counts=count_words(renderer.counts(entry.note for entry in entries)),
        rows=rows,
        notes=[
            (entry.element, note, html, item)
            for entry, note, html, item in zip(entries, notes, said, items, strict=True)
        ],
        number=_NUMBER,
        spared=sum(item.spare for item in items),
        without=[entry.element for entry, item in zip(entries, items, strict=True) if item.spare or item.spare_alone],
    )
    return f"\n{margin}".split(_NUMBER)


def _item(renderer: Renderer, section: Section, entry: Entry, short: str) -> MarginNote:
    leaf, note = section.text.leaves[entry.leaf], renderer.concordance.notes[entry.note]
    words = section.text.flat[leaf.start : leaf.end]
    at = line_of(words, entry.occurrence.range.start - leaf.start, HEADING if leaf.is_heading else WORDS)
    stays = note.css_class not in _SWITCHED
    return MarginNote(at, *widths(short), note.lines, _is_again(renderer, entry), stays)


def _rooms(section: Section, index: int) -> tuple[float, float]:
    """How high the words of a leaf stand with their English, and without."""
    leaf = section.text.leaves[index]
    words = height(section.text.flat[leaf.start : leaf.end], HEADING if leaf.is_heading else WORDS)
    english = height(section.english[index], ENGLISH_HEADING if leaf.is_heading else ENGLISH)
    return words + english, words


def _is_again(renderer: Renderer, entry: Entry) -> bool:
    """Whether the note stands in the margin of an earlier place, too."""
    return renderer.concordance.places[entry.note][0] != entry.occurrence
