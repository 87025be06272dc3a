"""What a single value may be, and what is said where it is something else."""

from __future__ import annotations

import re
from textwrap import indent
from typing import Any

import pytest
import yaml

from edition.model import Bio, FactCheck, Source
from edition.problems import Problem, SourceFile
from edition.reading import compose
from edition.reading.dates import date_meant
from edition.reading.values import SCALARS, Context, as_id, choice_reader, id_reader, read_bool
from tests.golden import Golden

CHOICES = ("accurate", "inaccurate", "opinion")


def read(kind: str, written: str, name: str = "field") -> tuple[Any, list[Problem]]:
    """The value that a reader makes of what is written behind the key, and the problems that it reports."""
    file = SourceFile("annotations/x.yml", f"{name}: {written}\n")
    problems: list[Problem] = []
    node = compose(file, problems)
    assert isinstance(node, yaml.MappingNode)
    named = {"related": Bio, "member_of": Bio, "check": FactCheck}.get(name, Source)
    readers = {**SCALARS, "id": id_reader(named), "bool": read_bool, "choice": choice_reader(CHOICES)}
    value = readers[kind](Context(file, problems), node.value[0][1], name)
    return value, problems


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ("text", "走了", "走了"),
        ("text", "|\n  one\n  two\n", "one\ntwo"),
        ("text", "2026", "2026"),
        ("text", "'XX '", "XX "),
        ("text", "''", None),
        ("text", "'null'", "null"),
        ("text", "e\u0301", "é"),
        ("markdown", "he **left**", "he **left**"),
        ("id", "gpt-4", "gpt-4"),
        ("url", "https://example.org/a?b#c", "https://example.org/a?b#c"),
        ("url", "HTTP://例.org", "HTTP://例.org"),
        ("date", "2026", "2026"),
        ("date", "2026-01", "2026-01"),
        ("date", "2024-02-29", "2024-02-29"),
        ("day", "2026-12-31", "2026-12-31"),
        ("bool", "true", True),
        ("bool", "false", False),
        ("choice", "opinion", "opinion"),
    ],
)
def test_a_value_is_read(kind: str, written: str, value: Any) -> None:
    found, problems = read(kind, written)
    assert found == value
    assert (value is None) == bool(problems)


@pytest.mark.golden_test("../cases/reading/values/*.yml")
def test_what_is_said_of_a_value_that_is_none(golden: Golden) -> None:
    said = ""
    for line in golden["values"].splitlines():
        kind, key, written = re.split(": ?| ", line, maxsplit=2)
        value, problems = read(kind, written, key)
        assert value is None
        said += f"{line}\n" + "".join(indent(f"{item.message}\n{item.remedy}", "    ") + "\n" for item in problems)
    assert said == golden.out["says"]


@pytest.mark.parametrize(
    ("written", "line", "column", "width"),
    [
        ("No", 1, 8, 2),
        ("  perhaps # why", 1, 10, 7),
        ("|\n  no\n", 1, 8, 1),
        ("no\n  and no, no, no", 1, 8, 1),
        ("", 1, 7, 1),
    ],
)
def test_a_problem_stands_at_its_value(written: str, line: int, column: int, width: int) -> None:
    place = read("bool", written, "omits")[1][0].place
    assert (place.line, place.column, place.width) == (line, column, width)


def test_markdown_that_is_not_let_through_is_told_and_the_text_still_read() -> None:
    value, problems = read("markdown", "a <b>b</b>", "summary")
    assert value == "a <b>b</b>"
    assert problems
    assert all("summary" in problem.message for problem in problems)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("GPT-4 (2023)", "gpt-4-2023"), ("Ａltman", "altman"), ("Éclair", "eclair"), ("СОР", "cop"), ("王座", ""),
     ("note－2026", "note-2026"), ("ｎｏｔｅ–２０２６", "note-2026"), ("a" * 300, "a" * 200)],
)  # fmt: skip
def test_the_id_nearest_to_a_text(text: str, wanted: str) -> None:
    assert as_id(text) == wanted


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("23/11/2026", "Write 2026-11-23."),
        ("11.23.2026", "Write 2026-11-23."),
        ("05-05-2026", "Write 2026-05-05."),
        ("05-06-2026", "The order is year, month, day."),
        ("23-23-2026", ""),
        ("31 June 2026", ""),
        ("1 June 2026", "Write 2026-06-01."),
        ("June 1st, 2026", "Write 2026-06-01."),
        ("12 Oct. 2025", "Write 2025-10-12."),
        ("１２ october 2025", "Write 2025-10-12."),
        ("June May 2026", ""),
        ("12 monkeys 2025", ""),
        ("2026年１１月3日", "Write 2026-11-03."),
        ("２０２６．１．５", "Write 2026-01-05."),
        ("2026－01－05", "Write 2026-01-05."),
        ("2026—01—05", "Write 2026-01-05."),
        ("۲۰۲۶/۱/۰۵", "Write 2026-01-05."),
        ("yesterday", ""),
    ],
)
def test_a_date_that_is_written_otherwise_is_told_as_it_is_written_here(text: str, remedy: str) -> None:
    assert date_meant(text) == remedy
