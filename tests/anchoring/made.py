"""Notes made in a line, and where they come to stand in a paragraph."""

from __future__ import annotations

from typing import Any, cast

from edition.model import Bio, FactCheck, Gloss, Target
from edition.problems import Place, Problem, SourceFile
from edition.text import read_section
from tests.notes import placed

PLACE = Place(SourceFile("annotations/x.yml"))


def bio(name: str, *terms: str) -> Bio:
    return Bio(id=name, name=name, kind="concept", terms=terms, summary="…", sources=(), place=PLACE, places={})


def gloss(name: str, *terms: str) -> Gloss:
    return Gloss(id=name, literal="…", meaning="…", register="idiom", terms=terms, place=PLACE, places={})


def check(name: str, **target: str) -> FactCheck:
    wanted = Target(place=PLACE, places={}, **cast("dict[str, Any]", target)) if target else None
    return FactCheck(id=name, claim="…", rating="opinion", summary="…", explanation="…", evidence=(),
                     checked="2026-11-23", target=wanted, place=PLACE, places={})  # fmt: skip


def found(html: str, *notes: Bio | FactCheck) -> list[tuple[str, str]]:
    """Note and words, for each place in the order of the text."""
    text = read_section("only", f"<p>{html}</p>")
    occurrences, problems = placed(notes, [text])
    assert problems == []
    return [(item.note, text.flat[item.range.start : item.range.end]) for item in occurrences]


def problem(html: str, *notes: Bio | FactCheck) -> Problem:
    _, problems = placed(notes, [read_section("only", f"<p>{html}</p>"), read_section("other", "<p>走了,别的</p>")])
    assert len(problems) == 1
    return problems[0]
