"""The words of every page of the article, which the script fetches when a reader first asks of one.

A page has a file, `words.json`:

- `language`: that of the readings in Latin letters, as a BCP 47 tag;
- `leaves`: for each heading and paragraph of the page, in order, its words: [start, end, reading, gloss, and the starts
  and ends of what renders it in the English]. They count characters of the paragraph, and of its English, as quotes are
  matched. A name that both have in the same letters has neither reading nor gloss;
- `lines`: for each of these the line of a word's row in the section's file of rows, counted on from that of the word
  before; 0 for a word that has no row;
- `levels`, in an article whose words have levels: for each of these a digit a word, 0 for a word that needs no gloss;
- `sections`: the address of each section from the page;
- `places`: for each word that stands in more than one paragraph all of these: [section, number of the paragraph], with
  0 for a heading.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from edition.anchoring import PlacedRows, kept, rendering_parts
from edition.concordance import Concordance, Section
from edition.publishing.addresses import WHOLE, root_of, words_address
from edition.publishing.languages import in_latin
from edition.text import level_of, normalise

Spans = Mapping[str, Sequence[tuple[int, int]]]


def words(concordance: Concordance) -> dict[str, str]:
    """Path in the site to the words, for each page that has some."""
    written = {section.slug: _leaves(section) for section in concordance.sections}
    pages: dict[str, Sequence[Section]] = {
        section.source.address: [section] for section in concordance.sections if has_words(section)
    }
    pages |= {WHOLE: concordance.sections} if pages else {}
    places = _places(concordance)
    return {
        words_address(page): _file(concordance, page, [*chain(*(written[item.slug] for item in sections))], places)
        for page, sections in pages.items()
    }


def has_words(section: Section) -> bool:
    """Whether any paragraph of the section has rows of words."""
    return any(placed_rows and placed_rows.rows for placed_rows in section.interlinear)


def is_read(section: Section) -> bool:
    """Whether the words of the section have readings."""
    return any(row.known[0] for placed_rows in section.interlinear if placed_rows for row in placed_rows.rows)


def _file(concordance: Concordance, page: str, leaves: Sequence[_WordsOfLeaf], places: Spans) -> str:
    here = {leaf.text[start:end] for leaf in leaves for start, end, *_ in leaf.words}
    return json.dumps(
        {
            "language": in_latin(concordance.edition.language),
            "leaves": [leaf.words for leaf in leaves],
            "lines": [[*_steps(leaf.lines)] for leaf in leaves],
            **({"levels": [*map(_levels, leaves)]} if concordance.edition.is_chinese else {}),
            "sections": [root_of(page) + section.source.address for section in concordance.sections],
            "places": {form: found for form, found in places.items() if form in here and len(found) > 1},
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _levels(leaf: _WordsOfLeaf) -> str:
    return "".join(str(level_of(leaf.text[start:end]) if gloss else 0) for start, end, _, gloss, *_ in leaf.words)


class _WordsOfLeaf(NamedTuple):
    """The text of a leaf, its words as the file has them, and the lines of their rows (0: none)."""

    text: str
    words: list[list[Any]]
    lines: list[int]


def _steps(lines: Sequence[int]) -> Iterator[int]:
    """How far each row is from the one before it; from the first line where there is none."""
    last = 0
    for line in lines:
        yield line - last if line else 0
        last = line or last


def _leaves(section: Section) -> list[_WordsOfLeaf]:
    texts = map(section.text.words, section.text.leaves)
    return [
        _leaf(text, normalise(english), placed_rows) if placed_rows else _WordsOfLeaf(text, [], [])
        for text, english, placed_rows in zip(texts, section.english, section.interlinear, strict=True)
    ]


def _leaf(words: str, english: str, placed_rows: PlacedRows) -> _WordsOfLeaf:
    """The words of a leaf, as far as its rows are in step with it, and the names in Latin letters between them."""
    found: dict[tuple[int, int], list[Any]] = {}
    lines: dict[tuple[int, int], int] = {}
    for row, span in placed_rows.placed:
        parts = rendering_parts(normalise(row.rendering), english) if row.rendering else ()
        rendered = [part.place for part in parts if part.place]
        found[span] = [*span, *row.known, *chain(*rendered)]
        lines[span] = row.place.line
    for (start, end), places in kept(words, english).items():
        if not any(start < last and first < end for first, last in placed_rows.spans):
            found[start, end] = [start, end, "", "", *chain(*places)]
    order = sorted(found)
    return _WordsOfLeaf(words, [found[span] for span in order], [lines.get(span, 0) for span in order])


def _places(concordance: Concordance) -> Spans:
    """Where each word stands, in the order of the text, once for each paragraph."""
    found: dict[str, dict[tuple[int, int], None]] = defaultdict(dict)
    for section in concordance.sections:
        for leaf, placed_rows in zip(section.text.leaves, section.interlinear, strict=True):
            for row in placed_rows.rows if placed_rows else ():
                found[normalise(row.form)][section.index, leaf.number] = None
    return {form: [*places] for form, places in found.items()}
