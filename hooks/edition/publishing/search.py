"""What a search finds besides the article's own words: every note, in the words of its file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from unicodedata import combining, normalize

from edition.concordance import Concordance
from edition.model import Bio, FactCheck, Gloss, Note, Variant
from edition.publishing.addresses import note_address
from edition.publishing.ratings import RATINGS


def entries(concordance: Concordance) -> list[dict[str, str]]:
    """`location`, `title` and `text` of every note, as lunr's documents."""
    return [
        {"location": note_address(note), "title": _html(title), "text": _html(text)}
        for note in concordance.notes.values()
        for title, text in _words(note)
    ]


def add_to(index: str, found: list[dict[str, str]], left_out: str) -> str:
    """The host's index (JSON) with these entries, and without those whose location holds `left_out`."""
    read = json.loads(index)
    read["docs"] = [entry for entry in read["docs"] if left_out not in entry["location"]] + found
    return json.dumps(read, ensure_ascii=False, separators=(",", ":"))


def _words(note: Note) -> Iterator[tuple[str, str]]:
    match note:
        case Bio():
            yield note.name, " · ".join((note.name_zh, *note.terms, note.summary, note.body))
        case FactCheck():
            yield note.claim, f"{RATINGS[note.rating].label}. {note.summary} {note.explanation}"
        case Gloss():
            # Pinyin without tones, apart and in one, as it is typed.
            plain = "".join(c for c in normalize("NFD", note.pinyin) if not combining(c))
            spoken = f"{note.pinyin} ({plain}, {''.join(plain.split())})" if plain else ""
            yield note.headword, f"{spoken} {note.meaning}; literally {note.literal}. {note.note}"
        case Variant():
            yield note.target.exact, " · ".join((*(reading.text for reading in note.readings), note.note))


def _html(text: str) -> str:
    """The theme's script puts both into its results as HTML."""
    return escape(" ".join(text.split()), quote=False)
