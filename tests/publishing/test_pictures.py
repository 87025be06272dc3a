"""The pictures as values: what is one event, where marks stand, who went where; and that each has its words."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from edition import Site, open_project
from edition.concordance import Concordance
from edition.problems import errors
from edition.publishing.page import checks_in_order
from edition.publishing.pages.chronology import chronology, former_members, span
from edition.publishing.pages.pictures import memberships, rows_with_article, year_rows
from tests.hosts import Known, Write
from tests.html import parse

SVG = "{http://www.w3.org/2000/svg}"
Event = dict[str, Any]


def event(date: str, text: str = "It happens.", *sources: str, **more: str) -> Event:
    return {"date": date, "text": text, "sources": list(sources) or ["a"], **more}


def edition(write: Write, bios: Mapping[str, list[Event]], issued: str = "2026-01-06") -> Site:
    """An edition whose article names each bio in its order; the first more often than the others."""
    words = " ".join([*bios, next(iter(bios), "")])
    about: dict[str, Any] = {"title": "T", "publisher": "P", "issued": issued, "language": "en", "rights": "R"}
    files = {
        "docs/article/01-begin.md": f"---\ntitle: Begin\n---\n\nIt names {words}.\n",
        "annotations/edition.yml": yaml.safe_dump({**about, "sha256": "0"}),
    }
    for source in "abc":
        files[f"annotations/sources/{source}.yml"] = yaml.safe_dump({"type": "webpage", "title": source})
    for name, events in bios.items():
        bio = {"name": name.title(), "kind": "person", "terms": [name], "summary": "S.", "sources": ["a"]}
        files[f"annotations/bios/{name}.yml"] = yaml.safe_dump({**bio, "events": events}, allow_unicode=True)
    bound = open_project(write(files)).bind(Known())
    assert [problem for problem in errors(bound.problems) if "hash" not in problem.message] == []
    return bound


def joined(write: Write, bios: Mapping[str, list[Event]]) -> Concordance:
    return edition(write, bios).concordance


@pytest.mark.parametrize(
    ("date", "begins", "ends"),
    [("2020", 2020, 2021), ("2020-12", 2020 + 11 / 12, 2021), ("2020-12-31", 2020 + 371 / 372, 2021)],
)
def test_a_date_spans_what_it_leaves_open(date: str, begins: float, ends: float) -> None:
    assert span(date) == pytest.approx((begins, ends))


def test_one_event_in_several_bios_is_told_once_by_the_bio_that_is_named_most(write_files: Write) -> None:
    concordance = joined(
        write_files,
        {
            "zoe": [event("2015-12-11", "Zoe is there.", "b", "c")],
            "ann": [event("2015-12-11", "Ann is there.", "a", "b"), event("2015-12-12", "The day after.", "b")],
            "bob": [event("2015-12-11", "Something else.", "a"), event("2015-12-11", "Again.", "c")],
            "cid": [event("2015", "That year.", "a"), event("2015-12-11", "Apart.", "a")],
        },
    )
    told = [(item.key, item.event.text, [bio.id for bio in item.also]) for item in chronology(concordance)]
    assert told == [
        ("on-2015", "That year.", []),
        # bob's second event shares a source too, but is another than his first
        ("on-2015-12-11", "Zoe is there.", ["ann", "bob", "cid"]),
        ("on-2015-12-11-2", "Again.", []),
        ("on-2015-12-12", "The day after.", []),
    ]


def test_marks_of_a_year_stand_in_order_and_never_touch(write_files: Write) -> None:
    days = [f"2023-{month:02}-{day:02}" for month in (1, 3, 11, 12) for day in (1, 2, 17, 28)]
    events = [event(day, f"On {day}.") for day in [*days, "2023", "2023-11", "2023-12", "2020-05-05"]]
    rows = year_rows(chronology(joined(write_files, {"ann": events})), "2023-12-30")
    assert [(row.name, row.skipped) for row in rows] == [("2020", False), ("2023", True)]
    marks = rows[1].marks
    assert len(marks) == len(days) + 3
    for one, other in combinations(marks, 2):
        apart = abs(one.y - other.y) >= 24
        # 24 pixels of the 320 that the narrowest of phones leave
        centres = [mark.x + mark.width / 2 for mark in (one, other)]
        reach = sum(max(mark.width, 7.5) / 2 for mark in (one, other))
        assert apart or abs(centres[0] - centres[1]) >= reach - 0.02
    for mark in marks:
        assert 12 <= mark.y <= rows[1].height - 12
        assert 11 <= mark.x <= mark.x + mark.width <= 99.01
    by_date = {mark.happening.event.date: mark.x for mark in marks if not mark.width}
    assert [by_date[day] for day in days] == sorted(by_date.values())
    assert rows[1].issued is not None
    assert all(mark.y != rows[1].issued[1] for mark in marks if mark.x + mark.width > rows[1].issued[0] - 20)


def test_the_article_stands_after_what_its_author_could_know(write_files: Write) -> None:
    dates = ["2025-12-31", "2026", "2026-01", "2026-01-06", "2026-01-07", "2026-02", "2027"]
    bound = edition(write_files, {"ann": [event(date, f"In {date}.") for date in dates]})
    found = chronology(bound.concordance)
    rows = [item.event.date if item else "the article" for item in rows_with_article(found, "2026-01-06")]
    assert rows == [*dates[:4], "the article", *dates[4:]]
    later = {mark.happening.event.date for row in year_rows(found, "2026-01-06") for mark in row.marks if mark.later}
    assert later == set(dates[4:])
    assert None not in rows_with_article(found, "")


LEAVERS = {
    "firm": [],
    "rival": [],
    "ann": [event("2019", joined="firm"), event("2024-05-14", left="firm"), event("2024-06", joined_name="Lab")],
    "bob": [
        event("2015-12-11", joined="firm"),
        event("2024-08-05", left="firm", joined="rival"),
        event("2025-02", joined_name="Shop"),
        event("2025-02-07", left="rival"),
    ],
    "cid": [event("2020", left="firm"), event("2020-07", joined="rival")],
}


def test_who_left_is_followed_from_place_to_place(write_files: Write) -> None:
    found = former_members(joined(write_files, LEAVERS))
    assert [item.place.id for item in found] == ["firm"]  # that only one left the rival makes no picture
    told = {
        item.bio.id: (item.there.begins, item.event.date, [(stay.name, stay.begins, stay.ends) for stay in item.later])
        for item in found[0].departures
    }
    assert list(told) == ["cid", "ann", "bob"]
    assert told == {
        "cid": ("", "2020", [("Rival", "2020-07", "")]),
        "ann": ("2019", "2024-05-14", [("Lab", "2024-06", "")]),
        "bob": ("2015-12-11", "2024-08-05", [("Rival", "2024-08-05", "2025-02"), ("Shop", "2025-02", "")]),
    }


def test_one_who_came_back_left_twice(write_files: Write) -> None:
    events = [
        event("2015", joined="firm"), event("2018-05", left="firm"), event("2019-05", joined="firm"),
        event("2021-05", left="firm"),
    ]  # fmt: skip
    (former,) = former_members(joined(write_files, {"firm": [], "ann": events}))
    told = [(gone.there.begins, [stay.begins for stay in gone.later]) for gone in former.departures]
    assert told == [("2015", ["2019-05"]), ("2019-05", [])]


def test_bars_keep_what_is_sure_apart_from_what_is_not(write_files: Write) -> None:
    (former,) = former_members(joined(write_files, LEAVERS))
    rows, ticks = memberships(former)  # from 2015 to 2026: eleven years
    bars = {item.bio.id: drawn for item, drawn in rows}
    unknown = bars["cid"][0]
    assert (unknown.x, unknown.sure_width) == (0, 0)
    assert unknown.width == pytest.approx(6 / 11 * 100, abs=0.01)  # to the end of 2020
    vague = bars["ann"][0]
    assert (vague.x, vague.sure_x) == pytest.approx((4 / 11 * 100, 5 / 11 * 100), abs=0.01)
    for drawn in bars.values():
        for bar in drawn:
            assert 0 <= bar.x <= bar.sure_x <= bar.sure_x + bar.sure_width <= bar.x + bar.width + 0.02 <= 100.04
    assert ticks[0] == (0, "2015")
    assert len(ticks) <= 6


def test_an_unknown_beginning_is_not_before_the_place_was_there(write_files: Write) -> None:
    """The first event of the place is the earliest that anyone can have come."""
    leavers = LEAVERS | {"firm": [event("2017-01-01"), event("2018")]}
    (former,) = former_members(joined(write_files, leavers))
    drawn = {item.bio.id: bars[0] for item, bars in memberships(former)[0]}
    assert (drawn["cid"].x, drawn["cid"].width) == pytest.approx((2 / 11 * 100, 4 / 11 * 100), abs=0.01)
    assert drawn["cid"].sure_width == 0
    assert drawn["bob"].x < drawn["cid"].x  # whose date is told has it, whatever the place tells
    young = LEAVERS | {"firm": [event("2021")]}  # told of late: nothing is known of its beginning
    assert memberships(former_members(joined(write_files, young))[0])[0][0][1][0].x == 0


def test_who_was_certainly_there_is_drawn_so_from_that_day(write_files: Write) -> None:
    events = [
        event("2018-07", member_of="firm"), event("2016-01-01", member_of="rival"), event("2017"),
        event("2019-01-01", member_of="firm"), event("2020", left="firm"), event("2021-01-01", member_of="firm"),
    ]  # fmt: skip
    bound = edition(write_files, LEAVERS | {"cid": events})
    (former,) = former_members(bound.concordance)
    rows = {item.bio.id: (item, bars[0]) for item, bars in memberships(former)[0]}
    item, bar = rows["cid"]
    assert item.seen == "2018-07"
    assert (bar.sure_x, bar.sure_x + bar.sure_width) == pytest.approx(((3 + 7 / 12) / 11 * 100, 5 / 11 * 100), abs=0.02)
    assert rows["ann"][0].seen == ""
    again = [event("2019", joined="firm"), event("2019-03", member_of="firm"), event("2024-05-14", left="firm")]
    (former,) = former_members(joined(write_files, LEAVERS | {"ann": again}))
    bar = next(bars[0] for item, bars in memberships(former)[0] if item.bio.id == "ann")
    assert (bar.x, bar.sure_x) == pytest.approx((4 / 11 * 100, 4.25 / 11 * 100), abs=0.02)
    table = "".join(parse(bound.indexes["pictures/"]).find(".//table[@class='numbers']").itertext())
    assert "Cidby July 2018" in table


def test_every_check_has_its_square_in_the_order_of_the_text(root: Path) -> None:
    bound = open_project(root / "tests/editions/chinese").bind(Known())
    html = bound.slots("article/begin/")["verdict-cells"]
    squares = [element for element in parse(html).iter("a") if element.find("span[@class='name']") is not None]
    checks = [check for _, group in checks_in_order(bound.concordance) for check in group]
    assert {check.id for check in checks} == set(bound.concordance.edition.fact_checks)
    assert [square.get("href") for square in squares] == [f"../../fact-checks/{check.id}/" for check in checks]
    for square, check in zip(squares, checks, strict=True):
        sign, name = square.findall("span")
        assert sign.get("aria-hidden") == "true"
        assert sign.text
        assert name.text.lower().startswith(check.rating.replace("-", " "))
        assert name.text.endswith(check.claim)


def test_the_timeline_has_a_line_and_a_mark_for_every_event_and_text_stays_text(write_files: Write) -> None:
    hostile = "<script>alert(1)</script> & \"'"
    bound = edition(write_files, LEAVERS | {"eve": [event("2021-03-04", hostile, joined_name=hostile)]})
    page = parse(bound.indexes["pictures/"])
    assert not list(page.iter("script"))
    lines = {row.get("id"): "".join(row.itertext()) for row in page.iter("tr") if row.get("id")}
    marks = {link.get("href"): "".join(link.itertext()) for link in page.iter(f"{SVG}a")}
    assert {f"#{key}" for key in lines} == set(marks)
    assert len(lines) == sum(len(events) for events in LEAVERS.values()) + 1
    assert hostile in lines["on-2021-03-04"]
    assert hostile in marks["#on-2021-03-04"]
    pictures = [element for element in page.iter(f"{SVG}svg") if element.get("role")]
    assert pictures
    for picture in pictures:
        assert "".join(picture.find(f"{SVG}title").itertext()).strip()


def test_an_edition_without_dates_and_leavers_says_so(write_files: Write) -> None:
    site = edition(write_files, {"ann": []})
    slots = site.slots("")
    assert slots["timeline"] == slots["departures"] == slots["verdict-cells"] == ""
    assert "No bio tells of a date yet." in site.indexes["pictures/"]
