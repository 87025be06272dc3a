"""Whether any date in the edition lies in the future, or before what it is a date of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from edition.concordance import Concordance
from edition.memory import Memory
from edition.model import Edition, FactCheck, Record, Source, Witness, values_in
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
        if value > _day_later(today)[: len(value)]:
            remedy = "What is said here has been: write when, or leave it out until then."
            yield Problem(place, f"{value} is after today, {today.isoformat()}", remedy)


def dates_before(concordance: Concordance) -> Iterator[Problem]:
    """Days on which a copy was read, or a note of the article checked, before either was published."""
    kind, edition = "day before what it is a day of", concordance.edition
    manifest = edition.vouched
    copies: list[Source | Witness] = [*edition.sources.values(), *(manifest.witnesses if manifest else ())]
    for copy in copies:
        if copy.accessed and _is_before(copy.accessed, copy.issued):
            message = f"{copy.accessed} is before {copy.issued}, when it was published"
            remedy = "One of the two is wrong: look at the page again, and write the day on which you did."
            yield Problem.warning(copy.at("accessed"), kind, message, remedy)
    issued = manifest.issued if manifest else ""
    for note in edition.notes:
        days = [(note.reviewed.date, note.reviewed.at("date"))] if note.reviewed else []
        days += [(note.checked, note.at("checked"))] if isinstance(note, FactCheck) else []
        for day, place in days:
            if day and _is_before(day, issued):
                message = f"{day} is before {issued}, when the article was published"
                remedy = f"Write the day on which it was done, or mend “issued” in {edition.folder}/edition.yml."
                yield Problem.warning(place, kind, message, remedy)


def _is_before(day: str, other: str) -> bool:
    """Whether a day came before a date, which may be empty; somewhere on Earth it is a day later already."""
    return _day_later(date.fromisoformat(day))[: len(other)] < other


def _day_later(day: date) -> str:
    """The day behind this one; of the last that there is, itself."""
    return (min(day, date.max - timedelta(days=1)) + timedelta(days=1)).isoformat()
