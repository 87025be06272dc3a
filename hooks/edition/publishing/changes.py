"""What changed in the edition: every correction, and the latest changes of notes by day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import PurePosixPath
from typing import NamedTuple

from edition.concordance import KINDS, Concordance
from edition.history import Action, History
from edition.model import Correction, Note

LATEST = 60
"""How many changes the page lists."""

CORRECTION_WORDS: Mapping[str, str] = {
    "verdict": "Verdict changed",
    "fact": "Corrected",
    "clarification": "Made clearer",
    "withdrawn": "Withdrawn",
}
"""What a notice calls each kind of correction."""


class Changed(NamedTuple):
    """A note that changed on a day. `note` is None where it is no longer there."""

    id: str
    action: Action
    note: Note | None


class Day(NamedTuple):
    """What changed on a day, each note once; `more` counts what is left out."""

    day: str
    notes: Sequence[Changed]
    more: int


def corrections(concordance: Concordance) -> list[tuple[Note, Correction]]:
    """Every correction with its note, newest first."""
    found = [
        (item.date, number, note.id, note, item)
        for note in concordance.notes.values()
        for number, item in enumerate(note.corrections)
    ]
    return [(note, item) for _, _, _, note, item in sorted(found, key=lambda entry: entry[:3], reverse=True)]


def latest(concordance: Concordance, history: History, limit: int = LATEST) -> list[Day]:
    """The days on which notes changed, newest first, until `limit` notes are listed."""
    notes = {note.place.file.path: note for note in concordance.notes.values()}
    once: dict[tuple[str, str], Changed] = {}
    for path, past in history.files.items():
        folder, name = PurePosixPath(path).parent.name, PurePosixPath(path).stem
        if folder not in KINDS.values():
            continue
        for change in past.changes:  # newest first: the oldest of a day is put last, and says whether it was new
            key = (change.commit.day, path)
            if key not in once or (change.action == "added" and once[key].action != "removed"):
                once[key] = Changed(name, change.action, notes.get(path))
    days: list[Day] = []
    for day, items in groupby(sorted(once, reverse=True), key=lambda key: key[0]):
        if limit <= 0:
            break
        found = [once[key] for key in sorted(items)]
        days.append(Day(day, found[:limit], len(found[limit:])))
        limit -= len(found)
    return days
