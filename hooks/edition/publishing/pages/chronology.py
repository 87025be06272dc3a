"""What happened when: the bios' events as one history, and who left what for where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from edition.concordance import Concordance
from edition.model import Bio, Event

_SEVERAL = 3
"""So many departures from one place are worth a picture of their own."""


class Happening(NamedTuple):
    """An event as the bio has it that the article names most; `also` are the other bios that tell of it."""

    key: str
    event: Event
    bio: Bio
    also: tuple[Bio, ...]


class Stay(NamedTuple):
    """A time somewhere: `name` and, where it has one, the place's own bio. Dates are empty where none is told."""

    name: str
    bio: Bio | None
    begins: str
    ends: str


class Departure(NamedTuple):
    """One who left: the time there, the event of leaving, and each later stay in order.

    `since` is the day before which the time cannot have begun: the day of joining or, where it is not told, the first
    of the place itself. `seen` is the first at which an event shows the person there. Empty where there is none.
    """

    bio: Bio
    event: Event
    there: Stay
    later: tuple[Stay, ...]
    since: str = ""
    seen: str = ""


class FormerMembers(NamedTuple):
    """A place and those who left it, in the order in which they did."""

    place: Bio
    departures: tuple[Departure, ...]


def span(date: str) -> tuple[float, float]:
    """Beginning and end of a day, month or year, in years; every month counts as a twelfth, of 31 days."""
    year, *rest = (int(part) for part in date.split("-"))
    month = (rest[0] - 1) / 12 if rest else 0.0
    day = (rest[1] - 1) / 372 if len(rest) > 1 else 0.0
    begins = year + month + day
    # Rounded, so that one day ends exactly where the next begins.
    return round(begins, 9), round(begins + (1, 1 / 12, 1 / 372)[len(rest)], 9)


def chronology(concordance: Concordance) -> list[Happening]:
    """Every event of the bios in the order of time.

    Events of one date in several bios that share a source are one; the bio that is named most tells it.
    """
    bios = sorted(concordance.edition.bios.values(), key=lambda bio: (-len(concordance.places.get(bio.id, ())), bio.id))
    told = sorted(((event, bio) for bio in bios for event in bio.events), key=lambda pair: pair[0].date)
    found = []
    for date, group in groupby(told, key=lambda pair: pair[0].date):
        for number, same in enumerate(_merged(list(group)), 1):
            key = f"on-{date}" if number == 1 else f"on-{date}-{number}"
            event, bio = same[0]
            found.append(Happening(key, event, bio, tuple(other for _, other in same[1:])))
    return found


def _merged(told: list[tuple[Event, Bio]]) -> list[list[tuple[Event, Bio]]]:
    """The same events, together where one source tells of them; no bio stands twice in a group."""
    groups: dict[int, list[int]] = {}  # by the number of the event that closed the group
    citing: defaultdict[str, set[int]] = defaultdict(set)  # by source; so that thousands of a day cost no square
    for number, (event, bio) in enumerate(told):
        whole, bios = [number], {bio.id}
        for key in sorted({key for source in event.sources for key in citing[source]}):
            others = {told[other][1].id for other in groups[key]}
            if bios.isdisjoint(others):
                for source in (source for other in groups[key] for source in told[other][0].sources):
                    citing[source].discard(key)
                whole += groups.pop(key)
                bios |= others
        groups[number] = whole
        for other in whole:
            for source in told[other][0].sources:
                citing[source].add(number)
    return [[told[number] for number in group] for group in sorted(map(sorted, groups.values()))]


def former_members(concordance: Concordance) -> list[FormerMembers]:
    """Each place that several left, or the one that most did; the most left first."""
    bios = concordance.edition.bios
    left: dict[str, list[Departure]] = defaultdict(list)
    for bio in bios.values():
        for place, departure in _departures(bio, concordance):
            left[place].append(departure)
    found = [
        FormerMembers(bios[place], tuple(sorted(gone, key=lambda item: (item.event.date, item.bio.name, item.bio.id))))
        for place, gone in left.items()
        if place in bios
    ]
    found.sort(key=lambda item: (-len(item.departures), item.place.id))
    return [item for item in found if len(item.departures) >= _SEVERAL] or found[:1]


def _departures(bio: Bio, concordance: Concordance) -> Iterator[tuple[str, Departure]]:
    """Each place that the bio's person left."""
    events = sorted(bio.events, key=lambda event: event.date)
    stays = list(_stays(events, concordance))
    for event in events:
        if event.left:
            place = concordance.edition.bios.get(event.left)
            gone = span(event.date)[0]
            there = [stay for stay in stays if stay.bio and stay.bio == place and span(stay.begins)[0] < gone]
            begins = there[-1].begins if there else ""
            # A month may hold the day of leaving: what may be later counts as later.
            later = tuple(stay for stay in stays if stay not in there and span(stay.begins)[1] > gone)
            told = begins or _first(item.date for item in place.events) if place else begins
            since = told if told and span(told)[0] < gone else ""
            at_times = (item.date for item in events if item.member_of == event.left and span(item.date)[1] <= gone)
            seen = _first(date for date in at_times if span(date)[0] >= (span(begins)[0] if begins else 0))
            yield event.left, Departure(bio, event, Stay(event.left, place, begins, event.date), later, since, seen)


def _first(dates: Iterable[str]) -> str:
    """The earliest of the dates; empty where there is none."""
    return min(dates, key=span, default="")


def _stays(events: list[Event], concordance: Concordance) -> Iterator[Stay]:
    """What was joined, in order. A stay ends where it was left or the next begins."""
    for number, event in enumerate(events):
        if event.joined or event.joined_name:
            bio = concordance.edition.bios.get(event.joined)
            ends = (
                later.date
                for later in events[number + 1 :]
                if later.joined or later.joined_name or (event.joined and later.left == event.joined)
            )
            yield Stay(bio.name if bio else event.joined_name or event.joined, bio, event.date, next(ends, ""))
