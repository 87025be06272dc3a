"""The English under a paragraph, from which a reader of no Chinese reaches the same notes.

A verdict's sign stands behind the words that say what the checked words say, as far as the check names them, else
behind the sentence; a name is a link as in the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from edition.anchoring import Occurrence, clause_pairs, rendered_words
from edition.concordance import Section
from edition.model import Bio, FactCheck
from edition.publishing.fragments import around, fragment
from edition.publishing.languages import in_english
from edition.publishing.render import Renderer
from edition.publishing.wording import sign_of
from edition.text import align_sentences, normalise


class English(NamedTuple):
    """What stands under a leaf, as HTML, and its parts.

    `breaks` are the offsets in the section's text at which the leaf's parts begin that have a part of the English
    each, but for the first; None for a heading, and where there is no English.
    """

    html: str = ""
    breaks: Sequence[int] | None = None


def english_of(renderer: Renderer, section: Section) -> list[English]:
    """For each leaf of the section its English with its links."""
    spoken: dict[int, dict[str, Occurrence]] = defaultdict(dict)
    for occurrence, element, _ in section.mentions:
        spoken[section.text.leaf_at(occurrence.range.end - 1)].setdefault(element, occurrence)
    return [
        _paragraph(renderer, section, index, spoken[index]) if text else English()
        for index, text in enumerate(section.english)
    ]


def _paragraph(renderer: Renderer, section: Section, index: int, elements: dict[str, Occurrence]) -> English:
    """`elements` are the ids in the page of the notes that speak of the leaf, with the words that they speak of."""
    leaf, text = section.text.leaves[index], section.english[index]
    notes = renderer.concordance.notes
    note_of = {element: notes[occurrence.note] for element, occurrence in elements.items()}
    inserted: list[tuple[int, int, str]] = []  # from, to, and the HTML that stands for it
    pairs = align_sentences(section.text.flat[leaf.start : leaf.end], text)
    for element, occurrence in elements.items():
        note = note_of[element]
        if isinstance(note, FactCheck) and pairs:
            end = occurrence.range.end
            said = note.all_targets[occurrence.target].english if occurrence.target is not None else ""
            at = next((theirs for ours, theirs in pairs if leaf.start + ours >= end), pairs[-1][1])
            if said and said in text:
                at = text.index(said) + len(said)
            inserted.append((at, at, sign_of(note, element)))
    bios = {element: note for element in elements if isinstance(note := note_of[element], Bio)}
    for element, found in _named(bios, text).items():
        link = str(in_english(found[0], renderer.language)).join(around("english_name", element, bios[element].id))
        inserted.append((*found.span(), link))
    breaks = None if leaf.is_heading else _breaks(section, index)
    for number, (_, at) in enumerate(breaks or (), 2):
        inserted.append((at, at, around("part", number - 1)[1] + around("part", number)[0]))
    html, done = "", 0
    for start, end, piece in sorted(inserted, key=lambda item: item[:2]):
        html += f"{in_english(text[done : max(start, done)], renderer.language)}{piece}"  # it waits for a name's end
        done = max(end, done)
    html += str(in_english(text[done:], renderer.language))
    entry = renderer.concordance.edition.translations[section.slug].paragraphs[index]
    if breaks is not None:
        html = html.join((around("part", 1)[0], around("part", len(breaks) + 1)[1]))
    changed = fragment("english_changed") if entry.is_fuzzy else ""
    html = f"{html}{changed}".join(around("english", renderer.english, leaf.is_heading))
    return English(html, None if breaks is None else [ours for ours, _ in breaks])


def _breaks(section: Section, index: int) -> list[tuple[int, int]]:
    """Where a part of the leaf begins, in the section's text, and where the part of its English that says the same."""
    leaf, english = section.text.leaves[index], section.english[index]
    placed_rows = section.interlinear[index]
    # The rows' renderings are counted in the English as quotes are matched: as a rule the text itself.
    known = []
    if placed_rows and normalise(english) == english:
        known = rendered_words(section.text.words(leaf), english, placed_rows)
    pairs = clause_pairs(section.text.flat[leaf.start : leaf.end], english, known)[:-1]
    found = [(leaf.start + ours, theirs) for ours, theirs in pairs]
    return [pair for pair in found if section.text.break_at(pair[0]) >= 0]


def _named(bios: Mapping[str, Bio], text: str) -> dict[str, re.Match[str]]:
    """Where the English first names each, by its element: as a word, and in no longer name.

    A name's first letter may be of either case: what a note calls “Reasoning model” is small within a sentence, and
    what it calls “board” has a capital at the head of one. Where two names differ in that alone, each has its own.
    """
    given = {name: element for element, bio in bios.items() for name in (bio.name, *bio.terms)}
    either = {form: element for name, element in given.items() for form in _first_letter_in_either_case(name)}
    element_of = either | given
    names = "|".join(re.escape(name) for name in sorted(element_of, key=lambda name: (-len(name), name)))
    first: dict[str, re.Match[str]] = {}
    for found in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text) if names else ():
        first.setdefault(element_of[found[0]], found)
    return first


def _first_letter_in_either_case(name: str) -> tuple[str, str]:
    return name[:1].lower() + name[1:], name[:1].upper() + name[1:]
