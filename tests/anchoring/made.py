"""Notes made in a line, and where they come to stand in a paragraph."""

from __future__ import annotations

from edition.model import Bio, FactCheck
from edition.problems import Problem
from edition.text import read_section
from tests import notes
from tests.notes import placed


def check(name: str, exact: str, **more: str) -> FactCheck:
    """A check of one target."""
    return notes.check(name, target=notes.target(exact, **more))


def found(html: str, *made: Bio | FactCheck) -> list[tuple[str, str]]:
    """Note and words, for each place in the order of the text."""
    text = read_section("only", f"<p>{html}</p>")
    occurrences, problems = placed(made, [text])
    assert problems == []
    return [(item.note, text.flat[item.range.start : item.range.end]) for item in occurrences]


def problem(html: str, *made: Bio | FactCheck) -> Problem:
    _, problems = placed(made, [read_section("only", f"<p>{html}</p>"), read_section("other", "<p>走了,别的</p>")])
    assert len(problems) == 1
    return problems[0]
