"""No date lies in the future, measured by a day that is handed in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from edition import open_project
from tests.command import command
from tests.hosts import SMALL
from tests.reading.test_bad_input import check, lay_out

CHECK = (
    "target: {exact: 离职的人越来越多}\nclaim: x\nrating: opinion\nsummary: x\nexplanation: x\n"
    "evidence: [{source: note-2026, stance: supports}]\n"
)
BIO = "name: He\nkind: person\nterms: [王座]\nsummary: x\nsources: [note-2026]\n"
SOURCE = "type: webpage\ntitle: x\n"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("fact-checks/a.yml", CHECK + "checked: DAY\n"),
        ("fact-checks/a.yml", CHECK + "checked: 2026-01-01\nreviewed: {by: A, date: DAY}\n"),
        ("fact-checks/a.yml", CHECK + "checked: 2026-01-01\ncorrections: [{date: DAY, kind: fact, text: x}]\n"),
        ("bios/a.yml", BIO + "events: [{date: DAY, text: x, sources: [note-2026]}]\n"),
        ("sources/a.yml", SOURCE + "issued: DAY\n"),
        ("sources/a.yml", SOURCE + "accessed: DAY\n"),
        ("sources/a.yml", SOURCE + "accessed: DAY\ntipo: x\n"),
    ],
)
def test_every_date_is_held_to_the_day(path: str, text: str, tmp_path: Path) -> None:
    lay_out({p.relative_to(SMALL).as_posix(): p.read_text(encoding="utf-8") for p in SMALL.rglob("*.*")}, tmp_path)
    for day, late in (("2026-11-26", False), ("2026-11-27", False), ("2026-11-28", True)):  # in UTC+14 it is the 27th
        lay_out({f"annotations/{path}": text.replace("DAY", day)}, tmp_path)
        found = [
            problem
            for problem in open_project(tmp_path, date(2026, 11, 26)).problems
            if "after today" in problem.message
        ]
        assert [
            (item.message, item.place.file.line(item.place.line)[item.place.column - 1 :][:10]) for item in found
        ] == ([("2026-11-28 is after today, 2026-11-26", "2026-11-28")] if late else [])


@pytest.mark.parametrize(
    ("written", "late"),
    [("2026", False), ("2026-11", False), ("2026-12", True), ("2027", True), ("2027-01", True), ("9999", True)],
)
def test_a_month_or_a_year_is_late_where_it_begins_after_the_day(written: str, late: bool, tmp_path: Path) -> None:
    lay_out({"annotations/sources/a.yml": f"{SOURCE}issued: {written}\n"}, tmp_path)
    problems = open_project(tmp_path, date(2026, 11, 26)).problems
    assert any("after today" in problem.message for problem in problems) is late


def test_the_commands_hand_in_the_day() -> None:
    said = command("check", "--today", "2026-11-21", root=SMALL)
    assert (said.status, "after today, 2026-11-21" in said.err) == (1, True)
    assert "2999-01-01 is after today, 2" in check({"annotations/sources/a.yml": f"{SOURCE}issued: 2999-01-01\n"}).err
    last = {"annotations/fact-checks/a.yml": f"{CHECK}checked: 9999-12-31\n"}
    assert "9999-12-31 is after today, 2" in check(last).err  # and no day is looked for behind it
    assert command("check", "--today", "9999-12-31", root=SMALL).status == 0


def test_without_a_day_no_clock_is_asked(tmp_path: Path) -> None:
    lay_out({"annotations/sources/a.yml": f"{SOURCE}issued: 2999\n"}, tmp_path)
    assert not any("after today" in problem.message for problem in open_project(tmp_path).problems)
