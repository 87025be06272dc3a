"""Whether any date in the edition lies in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from edition.model import Edition, values_in
from edition.problems import Problem


def dates_to_come(edition: Edition, today: date) -> Iterator[Problem]:
    """A problem for each date that begins after the day: a month or a year does so with its first day."""
    manifest = [edition.manifest] if edition.manifest else []
    for record in (*manifest, *edition.notes, *edition.sources.values(), *edition.incomplete):
        for value, place in (*values_in(record, "date"), *values_in(record, "day")):
            if value > today.isoformat()[: len(value)]:
                remedy = "What is said here has been: write when, or leave it out until then."
                yield Problem(place, f"{value} is after today, {today.isoformat()}", remedy)
