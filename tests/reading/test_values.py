"""What a single value may be, and what is said where it is something else."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from edition.model import Bio, FactCheck, Source
from edition.problems import Problem, SourceFile
from edition.reading import compose
from edition.reading.values import SCALARS, Context, as_id, choice_reader, id_reader, read_bool

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


TEXT = "A text that begins with [ or { or holds “: ” must stand in straight double quotes."
EMPTY = "Fill it in, or delete the line if it may be left out."
SPACE = "Write a space as %20, a quotation mark as %22, the brackets < > as %3C and %3E."
ID = "an id is made of small letters a–z, digits and single hyphens"
DATE, DAY = "2026-01-05, 2026-01 or 2026", "2026-01-05"
ORDER = "The order is year, month, day."


def id_of(kind: str, folder: str, made: str) -> str:
    return (
        f"Here stands the id of a {kind}: the name of its file annotations/{folder}/ID.yml, without folder and end.\n"
        f"Where there is no such file yet, `edition new {made}` begins one and says its id."
    )


@pytest.mark.parametrize(
    ("kind", "key", "written", "message", "remedy"),
    [
        ("text", "claim", "[a, b]", "“claim” takes text; found a list", TEXT),
        ("text", "claim", "{a: b}", "“claim” takes text; found a mapping", TEXT),
        ("text", "claim", "", "“claim” is empty", EMPTY),
        ("markdown", "claim", "", "“claim” is empty", EMPTY),
        ("id", "source", "", "“source” is empty", EMPTY),
        ("url", "URL", "", "“URL” is empty", EMPTY),
        ("date", "issued", "", "“issued” is empty", EMPTY),
        ("day", "checked", "", "“checked” is empty", EMPTY),
        ("choice", "rating", "", "“rating” is empty", EMPTY),
        ("text", "claim", "null", "“claim” is empty", EMPTY),
        ("text", "claim", "~", "“claim” is empty", EMPTY),
        ("text", "claim", "' '", "“claim” is empty", EMPTY),
        ("text", "claim", r'"a\u202eb"',
         "an escape in this text makes an invisible direction mark (U+202E, RIGHT-TO-LEFT OVERRIDE)", "Delete it."),
        ("bool", "omits", "yes", "“omits” takes true or false; found “yes”", "Write true."),
        ("bool", "omits", "No", "“omits” takes true or false; found “No”", "Write false."),
        ("bool", "omits", "perhaps", "“omits” takes true or false; found “perhaps”", ""),
        ("bool", "omits", "[true]", "“omits” takes true or false; found “…”", ""),
        ("choice", "rating", "Opinions",
         "“Opinions” is no rating; wanted is one of accurate, inaccurate or opinion", "Did you mean “opinion”?"),
        ("choice", "rating", "“opinion”", "“rating” stands in the quotation marks “ ”, which YAML does not know",
         "Write rating: opinion, without them or in straight double ones."),
        ("choice", "rating", "[opinion]", "“rating” takes text; found a list", TEXT),
        ("id", "source", "sources/note.yml", f"“sources/note.yml” is no id: {ID}",
         "An id is the file's name without folder and “.yml”: “note”."),
        ("id", "source", r"sources\My note", r"“sources\My note” is no id of a source",
         id_of("source", "sources", "source ADDRESS")),
        ("id", "source", "sources/My note", f"“sources/My note” is no id: {ID}",
         "An id is the file's name without folder and “.yml”: “my-note”."),
        ("id", "sources", "王座/", f"“王座/” is no id: {ID}", ""),
        ("id", "sources", "one，two-2", "“one，two-2” is no id",
         "Between two ids stands the ASCII comma “,”: one, two-2"),
        ("id", "sources", "one，", f"“one，” is no id: {ID}, and “，” here is FULLWIDTH COMMA", "Write “one”."),
        ("id", "sources", "one，王", f"“one，王” is no id: {ID}, and “，” here is FULLWIDTH COMMA", "Write “one”."),
        ("id", "related", "Sam Altman", "“Sam Altman” is no id of a bio", id_of("bio", "bios", "bio WORDS")),
        ("id", "member_of", "奥特曼", "“奥特曼” is no id of a bio", id_of("bio", "bios", "bio WORDS")),
        ("id", "check", "he left", "“he left” is no id of a fact check",
         id_of("fact check", "fact-checks", "fact-check WORDS")),
        ("id", "check", "“left”", "“check” stands in the quotation marks “ ”, which YAML does not know",
         "Write check: left, without them or in straight double ones."),
        ("id", "check", "Left--Again", f"“Left--Again” is no id: {ID}", "Write “left-again”."),
        ("id", "check", "lеft", f"“lеft” is no id: {ID}, and “е” here is CYRILLIC SMALL LETTER IE", "Write “left”."),
        ("url", "URL", "example.org/a", "“example.org/a” is no address that begins with http:// or https://",
         "Write the whole address: “https://example.org/a”."),
        ("url", "URL", "note:heart", "“note:heart” is no address that begins with http:// or https://",
         "Give an address on the web, such as https://example.org/page, or leave the line out."),
        ("url", "URL", "HTTPS://example.org/a b",
         "“HTTPS://example.org/a b” is no whole address, or holds what none may hold", SPACE),
        ("url", "URL", "https:///a", "“https:///a” is no whole address, or holds what none may hold", SPACE),
        ("url", "URL", "「https://example.org」", "“URL” stands in the quotation marks 「 」, which YAML does not know",
         "Write URL: https://example.org, without them or in straight double ones."),
        ("date", "issued", "2026-1-5", f"“2026-1-5” is no date; wanted is one such as {DATE}", "Write 2026-01-05."),
        ("date", "issued", "2026年1月", f"“2026年1月” is no date; wanted is one such as {DATE}", "Write 2026-01."),
        ("date", "issued", "January", f"“January” is no date; wanted is one such as {DATE}", ""),
        ("date", "issued", "“2026”", "“issued” stands in the quotation marks “ ”, which YAML does not know",
         "Write issued: 2026, without them or in straight double ones."),
        ("day", "checked", "2026-01", f"“2026-01” is no date; wanted is one such as {DAY}", ""),
        ("day", "checked", "2026.1.5.", f"“2026.1.5.” is no date; wanted is one such as {DAY}", "Write 2026-01-05."),
        ("day", "checked", "2026-13-01", "there is no 2026-13-01 in the calendar", ORDER),
        ("day", "checked", "2026-00-01", "there is no 2026-00-01 in the calendar", ORDER),
        ("day", "checked", "2026-12-00", "there is no 2026-12-00 in the calendar", ORDER),
        ("day", "checked", "2026-12-32", "there is no 2026-12-32 in the calendar", "That month has 31 days."),
        ("day", "checked", "2026-01-99", "there is no 2026-01-99 in the calendar", "That month has 31 days."),
        ("day", "checked", "2026-02-29", "there is no 2026-02-29 in the calendar", "That month has 28 days."),
        ("date", "issued", "0000-02-31", "there is no 0000-02-31 in the calendar", ORDER),
    ],
)  # fmt: skip
def test_what_is_said_of_a_value_that_is_none(kind: str, key: str, written: str, message: str, remedy: str) -> None:
    value, problems = read(kind, written, key)
    assert value is None
    assert [(problem.message, problem.remedy) for problem in problems] == [(message, remedy)]


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
     ("a" * 300, "a" * 200)],
)  # fmt: skip
def test_the_id_nearest_to_a_text(text: str, wanted: str) -> None:
    assert as_id(text) == wanted
