"""Pictures of the whole edition, each a way into the notes: its verdicts, its dates, who left what for where.

Their marks stand at percentages of the width, so that words keep their size on a phone. Nothing is told by colour
alone, and each has its table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import ceil
from typing import Any, NamedTuple

from markupsafe import Markup

from edition.concordance import Concordance
from edition.model import RATINGS, Bio, FactCheck
from edition.publishing.addresses import TIMELINE
from edition.publishing.page import checks_in_order
from edition.publishing.pages.chronology import Departure, FormerMembers, Happening, chronology, former_members, span
from edition.publishing.render import Renderer

PICTURES = ("verdict_cells", "timeline", "departures")
"""The names of the pictures."""

_LEFT, _RIGHT = 11.0, 99.0
"""Where a year begins and ends, in percent of the width; the year's name stands to its left."""
_ROOM = 7.5
"""What a mark keeps for itself, in percent: 24 pixels, a finger's least, on the narrowest of phones."""
_LANE, _PADDING = 24, 3
"""Heights in pixels: of a line of marks, and above and below the lines of a year."""
_LABEL = 26.0
"""What the words beside the article's own mark take, in percent."""
_TICKS = 6
"""At most so many years are named under a scale."""


class Plotted(NamedTuple):
    """A happening in its year: where it begins, how wide it is (0 for a day), which line it stands on."""

    x: float
    width: float
    y: int
    happening: Happening
    later: bool
    """Whether it was later than the article, so that nobody could know of it."""


class Year(NamedTuple):
    """A row and its height in pixels; `skipped` where the year before it is not the one above."""

    name: str
    height: int
    skipped: bool
    marks: tuple[Plotted, ...]
    issued: tuple[float, int] | None
    """Where the article stands in it."""


class Bar(NamedTuple):
    """A stretch of a scale, in percent: `sure` is what the dates leave no doubt of, within the whole."""

    x: float
    width: float
    sure_x: float
    sure_width: float
    name: str
    is_later: bool


def pictured(concordance: Concordance) -> dict[str, object]:
    """What the pictures show and where each of its marks stands, by the names that the template has for them."""
    manifest = concordance.edition.manifest
    issued = manifest.issued if manifest else ""
    happenings = chronology(concordance)
    claims = checks_in_order(concordance)
    return {
        "claims": claims,
        "tally": [(section, Counter(check.rating for check in checks)) for section, checks in claims],
        "used": [rating for rating in RATINGS if any(check.rating == rating for _, group in claims for check in group)],
        "years": year_rows(happenings, issued),
        "rows": rows_with_article(happenings, issued),
        "issued": issued,
        "first": concordance.sections[0].source.address if concordance.sections else "",
        "former_members": [(former, *memberships(former)) for former in former_members(concordance)],
        "months": [(_place(month / 12 + 1 / 24), letter) for month, letter in enumerate("JFMAMJJASOND")],
    }


def picture(renderer: Renderer, name: str) -> Markup:
    """The picture of that name, one of `PICTURES`; empty where nothing is to be shown."""

    def module() -> Any:
        return renderer.environment.get_template("pictures.html").make_module(pictured(renderer.concordance))

    return Markup(str(getattr(renderer.once("pictures", module), name)()).strip())


def made_of(renderer: Renderer) -> object:
    """What the pictures depend on."""
    return renderer.made_of_kinds([Bio, FactCheck])


def html(renderer: Renderer) -> str:
    """The content of the page at `TIMELINE`."""
    return renderer.page("timeline.html", TIMELINE, **{name: picture(renderer, name) for name in PICTURES})


def rows_with_article(happenings: Sequence[Happening], issued: str) -> list[Happening | None]:
    """The happenings in order, with None where the article appears: after what could be known."""
    before = [item for item in happenings if not _is_later(item.event.date, issued)]
    return [*before, *([None] if issued else []), *happenings[len(before) :]]


def year_rows(happenings: Sequence[Happening], issued: str) -> list[Year]:
    """A row for each year in which something happened, the earliest first. Marks that would touch stand in lines."""
    by_year = {year: list(group) for year, group in groupby(happenings, key=lambda item: item.event.date[:4])}
    if by_year and issued:
        by_year.setdefault(issued[:4], [])
    rows: list[Year] = []
    for name, group in sorted(by_year.items()):
        skipped = bool(rows) and int(name) - int(rows[-1].name) > 1
        lanes = _Lanes()
        article = None
        if issued[:4] == name:
            x = _place(_within(issued)[0])
            room = (x - _LABEL, x + _ROOM / 2) if x > (_LEFT + _RIGHT) / 2 else (x - _ROOM / 2, x + _LABEL)
            article = (x, _middle(lanes.take(*room)))
        marks = []
        for happening in group:
            begins, ends = (_place(at) for at in _within(happening.event.date))
            is_day = len(happening.event.date) == len("2026-01-05")
            x, width = ((begins + ends) / 2, 0.0) if is_day else (begins, ends - begins)
            middle = x + width / 2
            half = max(_ROOM, width) / 2
            lane = lanes.take(middle - half, middle + half)
            later = _is_later(happening.event.date, issued)
            marks.append(Plotted(round(x, 2), round(width, 2), _middle(lane), happening, later))
        rows.append(Year(name, len(lanes) * _LANE + 2 * _PADDING, skipped, tuple(marks), article))
    return rows


def memberships(former: FormerMembers) -> tuple[list[tuple[Departure, list[Bar]]], list[tuple[float, str]]]:
    """The bars of each who left, and the years under them with their places, on one scale."""
    first, last = _ends(former.departures)
    length = last - first

    def bar(begins: str, ends: str, name: str, is_later: bool, since: str = "", seen: str = "") -> Bar:
        outer_left, inner_left = span(begins) if begins else (first, last)
        if not begins and since:
            outer_left = max(float(first), span(since)[0])
        if seen:
            inner_left = min(inner_left, span(seen)[1])
        inner_right, outer_right = span(ends) if ends else (last, last)
        sure = max(inner_right - inner_left, 0.0)
        places = (outer_left - first, outer_right - outer_left, min(inner_left, inner_right) - first, sure)
        x, width, sure_x, sure_width = (round(place / length * 100, 2) for place in places)
        return Bar(x, width, sure_x, sure_width, name, is_later)

    rows = [
        (
            item,
            [
                bar(item.there.begins, item.event.date, former.place.name, False, item.since, item.seen),
                *(bar(stay.begins, stay.ends, stay.name, True) for stay in item.later),
            ],
        )
        for item in former.departures
    ]
    step = -(-length // _TICKS)
    years = range(first, last, step)
    return rows, [(round((year - first) / length * 100, 2), str(year)) for year in years]


def _ends(departures: Iterable[Departure]) -> tuple[int, int]:
    """The first year of the scale and the one after its last."""
    spans = [span(date) for item in departures for date in _dates(item)]
    return int(min(begins for begins, _ in spans)), ceil(max(ends for _, ends in spans))


def _dates(departure: Departure) -> Iterator[str]:
    for stay in (departure.there, *departure.later):
        yield from (date for date in (stay.begins, stay.ends) if date)


def _within(date: str) -> tuple[float, float]:
    """Where a date begins and ends in its own year, from 0 to 1."""
    begins, ends = span(date)
    return begins - int(date[:4]), ends - int(date[:4])


def _is_later(date: str, issued: str) -> bool:
    """Whether all of a date is after the article's; where one is vaguer, they may be of one time."""
    return bool(issued) and span(date)[0] >= span(issued)[1]


def _place(part: float) -> float:
    """Percent of the width for a part of a year."""
    return round(_LEFT + part * (_RIGHT - _LEFT), 2)


class _Lanes:
    """The lines of a year, and what is taken of each."""

    def __init__(self) -> None:
        self._taken: list[list[tuple[float, float]]] = []
        self._tried: dict[tuple[float, float], int] = {}  # before this line there is no room for such a piece

    def __len__(self) -> int:
        return len(self._taken)

    def take(self, left: float, right: float) -> int:
        """The first line with room from `left` to `right`, which is taken then."""
        number = self._tried.get((left, right), 0)
        while number < len(self) and any(left < ends and begins < right for begins, ends in self._taken[number]):
            number += 1
        if number == len(self):
            self._taken.append([])
        self._taken[number].append((left, right))
        self._tried[left, right] = number
        return number


def _middle(lane: int) -> int:
    """The height of a line's middle within its year."""
    return _PADDING + lane * _LANE + _LANE // 2
