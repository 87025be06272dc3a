"""Notes to places: terms longest first and never inside another word, targets, and what is said where they fail."""

from __future__ import annotations

from typing import Any, cast

import pytest

from edition.anchoring import anchor, read_section
from edition.model import Bio, FactCheck, Target
from edition.problems import Place, Problem, SourceFile, render

PLACE = Place(SourceFile("annotations/x.yml"))


def bio(name: str, *terms: str) -> Bio:
    return Bio(id=name, name=name, kind="concept", terms=terms, summary="…", sources=(), place=PLACE, places={})


def check(name: str, **target: str) -> FactCheck:
    wanted = Target(place=PLACE, places={}, **cast("dict[str, Any]", target))
    return FactCheck(id=name, claim="…", rating="opinion", summary="…", explanation="…", evidence=(),
                     checked="2026-11-23", target=wanted, place=PLACE, places={})  # fmt: skip


def found(html: str, *notes: Bio | FactCheck) -> list[tuple[str, str]]:
    """Note and words, for each place in the order of the text."""
    text = read_section("only", f"<p>{html}</p>")
    occurrences, problems = anchor(notes, [text])
    assert problems == []
    return [(item.note, text.flat[item.range.start : item.range.end]) for item in occurrences]


def problem(html: str, *notes: Bio | FactCheck) -> Problem:
    _, problems = anchor(notes, [read_section("only", f"<p>{html}</p>"), read_section("other", "<p>走了,别的</p>")])
    assert len(problems) == 1
    return problems[0]


@pytest.mark.parametrize(
    ("text", "terms", "wanted"),
    [
        ("ChatGPT 与 GPT", {"chatgpt": ["ChatGPT"], "gpt": ["GPT"]}, ["chatgpt", "gpt"]),
        ("ChatGPT 与 GPT", {"gpt": ["GPT"]}, ["gpt"]),
        ("GPT-4 与 GPT", {"gpt-4": ["GPT-4"], "gpt": ["GPT"]}, ["gpt-4", "gpt"]),
        ("用GPT写", {"gpt": ["GPT"]}, ["gpt"]),
        ("GPTs,GPT", {"gpt": ["GPT"]}, ["gpt"]),
        ("Ilya Sutskever,Ilya", {"ilya": ["Ilya", "Ilya Sutskever"]}, ["ilya", "ilya"]),
        ("超级对齐团队", {"team": ["超级对齐团队"], "team-part": ["团队"], "all": ["超级"]}, ["team"]),
        ("大佬们与大佬", {"dalao": ["大佬"]}, ["dalao", "dalao"]),
        ("naïve naïf", {"naive": ["nai\u0308ve"]}, ["naive"]),
        ("Rate und Rat", {"rat": ["Rat"]}, ["rat"]),
        ("GPT가 왕좌를", {"gpt": ["GPT"], "seat": ["왕좌"]}, ["gpt", "seat"]),
    ],
)
def test_terms(text: str, terms: dict[str, list[str]], wanted: list[str]) -> None:
    notes = [bio(name, *forms) for name, forms in terms.items() if name in wanted]
    silent = [bio(name, *forms) for name, forms in terms.items() if name not in wanted]
    places, problems = anchor([*notes, *silent], [read_section("only", f"<p>{text}</p>")])
    assert [place.note for place in places] == wanted
    assert sum("the note shows nowhere: " in item.message for item in problems) == len(silent)


def test_a_term_and_a_target_may_lie_on_one_another() -> None:
    assert found("他离开 OpenAI 走了", bio("openai", "OpenAI"), check("left", exact="离开 OpenAI")) == [
        ("left", "离开 OpenAI"), ("openai", "OpenAI"),
    ]  # fmt: skip


def test_a_note_that_shows_nowhere_is_an_error() -> None:
    assert "shows nowhere" in problem("ChatGPT", bio("gpt", "GPT")).message


@pytest.mark.parametrize(
    ("html", "target", "message", "remedy"),
    [
        (
            "他走了",
            {"exact": "他跑了"},
            "the quote is not in the article: “他跑了”",
            "Nearest: “他走了” (section only).",
        ),
        (
            "人走了,心走了",
            {"exact": "走了", "section": "only"},
            "the quote stands 2 times: “走了”",
            "Add prefix: “人”; or prefix: “心”.",
        ),
        ("走了", {"exact": "走了"}, "the quote stands 2 times: “走了”", "Add section: only; or section: other."),
        ("走了", {"exact": "走了", "section": "onyl"}, "there is no section “onyl”", "Did you mean “only”?"),
        (
            "走了,是",
            {"exact": "走了", "prefix": "他", "section": "only"},
            "the quote stands in section “only”, but not with this prefix, suffix or section",
            "There it reads “…走了,是…”.",
        ),
    ],
    ids=["not there", "twice", "in two sections", "no such section", "another prefix"],
)
def test_what_is_said_of_a_target_that_fails(html: str, target: dict[str, str], message: str, remedy: str) -> None:
    said = problem(html, check("claim", **target))
    assert (said.message, said.remedy) == (message, remedy)
    assert render(said).startswith("annotations/x.yml:1:1: error: ")
