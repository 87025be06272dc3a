"""Problems for a person at a terminal, for GitHub and for programs."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from edition import Problem
from edition.problems import count, errors, folded, render_each

MOST_ANNOTATIONS = 10
"""GitHub shows so many of a step."""

_PATHS = 3


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether the stream takes colours: NO_COLOR (no-color.org), then FORCE_COLOR, then what the stream is."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def as_text(problems: Sequence[Problem], colour: bool = False, warnings: bool = True) -> str:
    """All problems, errors first; of the warnings only a line for each sort where they are not wanted."""
    if not problems:
        return ""
    poor = [problem for problem in problems if problem.severity == "warning"]
    told = render_each(poor, colour) if warnings else [_sorts(poor)] if poor else []
    return "\n\n".join([*render_each(errors(problems), colour), *told, count(problems)])


def _sorts(warnings: Iterable[Problem]) -> str:
    """The warnings, a line for each sort: how many there are, and where the first are."""
    by_sort: dict[str, list[Problem]] = defaultdict(list)
    for problem in warnings:
        by_sort[problem.sort].append(problem)
    lines = []
    for sort, found in sorted(by_sort.items()):
        paths = list(dict.fromkeys(problem.place.file.path for problem in found))
        more = ["…"] if len(paths) > _PATHS else []
        lines.append(f"  {len(found)} × {sort}: {', '.join([*paths[:_PATHS], *more])}")
    return "\n".join(["Legal, but poor (edition check --warnings says more):", *lines])


def as_json(problems: Iterable[Problem]) -> str:
    """A list of mappings with `file, line, column, end_column, severity, message, remedy`.

    Lines and columns count from 1; `end_column` is the one after the last character; `severity` is `error` or
    `warning`. Fields may be added, none is taken away. In ASCII, so that any stream takes it.
    """
    return json.dumps([_mapping(problem) for problem in problems], indent=2)


def _mapping(problem: Problem) -> dict[str, str | int]:
    place = problem.place
    return {
        "file": place.file.path,
        "line": place.line,
        "column": place.column,
        "end_column": place.column + place.width,
        "severity": problem.severity,
        "message": problem.message,
        "remedy": problem.remedy,
    }


def as_annotations(problems: Sequence[Problem], folder: str = "") -> list[str]:
    """GitHub's workflow commands for the ten worst, and how many there are if there are more.

    `folder` is the project's within the repository. Errors come before warnings, and the first of each file and
    kind before its like.
    """
    of_kind: Counter[tuple[str, str]] = Counter()
    ranked = []
    for problem, _ in folded(problems):
        kind = (problem.severity, problem.place.file.path)
        ranked.append(((problem.severity != "error", of_kind[kind]), problem))
        of_kind[kind] += 1
    ranked.sort(key=lambda item: item[0])
    lines = [_annotation(problem, folder) for _, problem in ranked[:MOST_ANNOTATIONS]]
    if (rest := len(problems) - len(lines)) > 0:
        lines.append(f"::notice title=edition check::{_data(f'{count(problems)}; {rest} are told in the log only.')}")
    return lines


def _annotation(problem: Problem, folder: str) -> str:
    place = problem.place
    properties = {
        "file": f"{folder}/{place.file.path}" if folder else place.file.path,
        "line": place.line,
        "col": place.column,
        "endColumn": place.column + place.width,
        "title": "edition check",
    }
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    said = f"{problem.message}\n{problem.remedy}".strip()
    return f"::{problem.severity} {listed}::{_data(said)}"


def _data(text: str) -> str:
    """As `escapeData` of @actions/core."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """As `escapeProperty` of @actions/core."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
