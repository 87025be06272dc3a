"""Notes of the same words as a new one: told to its writer at once, since one of the two may be too many."""

from __future__ import annotations

from collections.abc import Iterator

from edition.concordance import Concordance
from edition.model import PLACEHOLDER, Note
from edition.text import normalise


def of_same_words(concordance: Concordance, new: Note) -> Iterator[tuple[str, Note]]:
    """Each other note of the same words, with the words: the same term or name, or a target at the same place."""
    places = {(place.range, type(new)) for place in concordance.places.get(new.id, ()) if place.target is not None}
    for note in concordance.notes.values():
        if note.id == new.id:
            continue
        if shared := _words(note).keys() & _words(new).keys():
            yield _words(new)[min(shared)], note
        elif any((place.range, type(note)) in places for place in concordance.places.get(note.id, ())):
            yield new.all_targets[0].exact, note


def _words(note: Note) -> dict[str, str]:
    """The words by which a note is known, as they are compared and as they are written."""
    return {normalise(word).casefold(): word for word in note.called if not word.startswith(PLACEHOLDER)}
