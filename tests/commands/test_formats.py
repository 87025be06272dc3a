"""Problems go to people in colour, to GitHub as annotations, to programs as JSON."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping

import pytest

from edition.commands.formats import as_annotations, as_json, as_text, wants_colour
from edition.problems import Place, Problem, Severity, SourceFile


def problem(path: str = "a.yml", message: str = "wrong", severity: Severity = "error", line: int = 1) -> Problem:
    return Problem(Place(SourceFile(path, "x: 1\n" * 9), line, 4, 2), message, "Mend it.", severity, "poor")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "colour"),
    [
        (Terminal(), {}, True),
        (io.StringIO(), {}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (io.StringIO(), {"FORCE_COLOR": "1"}, True),
        (io.StringIO(), {"FORCE_COLOR": "0"}, False),
        (io.StringIO(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_is_as_wished(stream: io.StringIO, environment: Mapping[str, str], colour: bool) -> None:
    assert wants_colour(stream, environment) is colour


def test_annotation_is_escaped_as_github_wants() -> None:
    (line,) = as_annotations([Problem(Place(SourceFile("a:b,c%.yml"), 3, 4, 2), "50% ::error::\nx, y: z")])
    assert line == (
        "::error file=a%3Ab%2Cc%25.yml,line=3,col=4,endColumn=6,title=edition check::50%25 ::error::%0Ax, y: z"
    )


def test_annotation_says_how_to_mend_and_names_the_file_from_the_repository() -> None:
    assert as_annotations([problem()], "editions/one") == [
        "::error file=editions/one/a.yml,line=1,col=4,endColumn=6,title=edition check::wrong%0AMend it."
    ]


def test_ten_annotations_at_most_with_the_worst_first() -> None:
    found = [problem(f"{n}.yml", severity="warning") for n in range(6)]
    found += [problem("b.yml", f"“{n}” is wrong", line=n) for n in range(1, 10)] + [problem("c.yml")]
    lines = as_annotations(found)
    assert len([line for line in lines if not line.startswith("::notice")]) == 10
    assert [line.partition(",")[0] for line in lines[:3]] == [
        "::error file=b.yml", "::error file=c.yml", "::error file=b.yml",
    ]  # fmt: skip
    assert [line.partition(" ")[0] for line in lines] == ["::error"] * 6 + ["::warning"] * 4 + ["::notice"]
    assert lines[-1] == "::notice title=edition check::10 errors, 6 warnings; 6 are told in the log only."


def test_nothing_wrong_gives_nothing() -> None:
    assert (as_annotations([]), as_json([]), as_text([])) == ([], "[]", "")


def test_json_has_its_shape() -> None:
    said = as_json([problem(message="“走”")])
    assert said.isascii()
    assert json.loads(said) == [
        {
            "file": "a.yml", "line": 1, "column": 4, "end_column": 6,
            "severity": "error", "message": "“走”", "remedy": "Mend it.",
        }
    ]  # fmt: skip


def test_warnings_are_counted_after_the_errors_until_they_are_wanted() -> None:
    found = [*(problem(f"{n}.yml", severity="warning") for n in range(4)), problem("z.yml")]
    folded = as_text(found, warnings=False)
    assert folded.startswith("z.yml:1:4: error: wrong\n")
    assert folded.endswith("\n  4 × poor: 0.yml, 1.yml, 2.yml, …\n\n1 error, 4 warnings")
    told = as_text(found)
    assert told.startswith("z.yml:1:4: error: wrong\n")
    assert "\n\n3.yml:1:4: warning: wrong\n" in told
    assert told.endswith("\n\n1 error, 4 warnings")
