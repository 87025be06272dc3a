"""Whether any date in the edition lies in the future."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from functools import cache, partial
from typing import Annotated, get_args, get_origin, get_type_hints

from edition.memory import Memory
from edition.model import Edition, Record
from edition.problems import Problem


def dates_to_come(edition: Edition, today: date, memory: Memory) -> Iterator[Problem]:
    """A problem for each date that begins after the day: a month or a year does so with its first day."""
    manifest = [edition.manifest] if edition.manifest else []
    for record in (*manifest, *edition.notes, *edition.sources.values(), *edition.incomplete):
        look = partial(list[Problem], _in_record(record, today))
        yield from memory.made(("dates", record.place.file.path), (record, today), look)


def _in_record(record: Record, today: date) -> Iterator[Problem]:
    for item in fields(record):
        value = getattr(record, item.name)
        if item.name in _dates(type(record)) and value > today.isoformat()[: len(value)]:  # type: ignore[arg-type]  # as in reading
            remedy = "What is said here has been: write when, or leave it out until then."
            yield Problem(record.at(item.name), f"{value} is after today, {today.isoformat()}", remedy)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Record):
                yield from _in_record(part, today)


@cache
def _dates(record: type[Record]) -> frozenset[str]:
    """The fields of the record that hold a date."""
    hints = get_type_hints(record, include_extras=True)
    return frozenset(
        name for name, hint in hints.items() if get_origin(hint) is Annotated and get_args(hint)[1] in ("date", "day")
    )
