"""Whether any date in the edition lies in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from edition.memory import Memory
from edition.model import Edition, Record, values_in
from edition.problems import Problem


def dates_to_come(edition: Edition, today: date, memory: Memory) -> Iterator[Problem]:
    """A problem for each date that begins after the day: a month or a year does so with its first day.

    A day later it may be already where the note is written, or sent from: east of where this runs.
    """
    manifest = [edition.manifest] if edition.manifest else []
    for record in (*manifest, *edition.notes, *edition.sources.values(), *edition.incomplete):
        look = partial(list[Problem], _in_record(record, today))
        yield from memory.made(("dates", record.place.file.path), (record, today), look)


def _in_record(record: Record, today: date) -> Iterator[Problem]:
    for value, place in (*values_in(record, "date"), *values_in(record, "day")):
        if value > (today + timedelta(days=1)).isoformat()[: len(value)]:
            remedy = "What is said here has been: write when, or leave it out until then."
            yield Problem(place, f"{value} is after today, {today.isoformat()}", remedy)
