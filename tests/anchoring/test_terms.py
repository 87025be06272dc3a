"""Terms to places: the longest first, never inside another word, and what is said of those that stand nowhere."""

from __future__ import annotations

from typing import Any

import pytest

from edition.model import Bio, FactCheck, Gloss
from edition.problems import Place, Problem, SourceFile
from edition.text import read_section
from tests.anchoring.made import check, found, problem
from tests.golden import Golden
from tests.notes import AT, bio, gloss, placed


@pytest.mark.parametrize(
    ("text", "terms", "wanted"),
    [
        ("ChatGPT 与 GPT", {"chatgpt": ["ChatGPT"], "gpt": ["GPT"]}, ["chatgpt", "gpt"]),
        ("ChatGPT 与 GPT", {"gpt": ["GPT"]}, ["gpt"]),
        ("GPT-4 与 GPT", {"gpt-4": ["GPT-4"], "gpt": ["GPT"]}, ["gpt-4", "gpt"]),
        ("用GPT写", {"gpt": ["GPT"]}, ["gpt"]),
        ("在AI的GPT里", {"ai": ["AI的"]}, ["ai"]),
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
    places, problems = placed([*notes, *silent], [read_section("only", f"<p>{text}</p>")])
    assert [place.note for place in places] == wanted
    assert sum("the note shows nowhere: " in item.message for item in problems) == len(silent)


def test_a_term_and_a_target_may_lie_on_one_another() -> None:
    assert found("他离开 OpenAI 走了", bio("openai", "OpenAI"), check("left", exact="离开 OpenAI")) == [
        ("left", "离开 OpenAI"), ("openai", "OpenAI"),
    ]  # fmt: skip


def test_a_note_that_shows_nowhere_is_an_error() -> None:
    assert "shows nowhere" in problem("ChatGPT", bio("gpt", "GPT")).message


@pytest.mark.golden_test("../cases/anchoring/terms/*.yml")
def test_what_is_said_of_a_term_that_stands_nowhere(golden: Golden) -> None:
    said = [problem(case["html"], bio("x", case["term"])) for case in golden["terms"]]
    wanted = "the note shows nowhere: its term does not stand in the article as a word of its own"
    assert {item.message for item in said} == {wanted}
    assert [item.remedy for item in said] == golden.out["says"]


def taken(html: str, *notes: Bio | Gloss | FactCheck) -> list[tuple[str, str]]:
    """Message and remedy for what is said of notes whose places others take."""
    _, problems = placed(notes, [read_section("only", html)])
    assert {item.place for item in problems} == {AT}
    return [(item.message.replace(" (annotations/x.yml)", ""), item.remedy) for item in problems]


def test_each_place_that_a_longer_term_takes_is_shown_and_no_more_than_two() -> None:
    html = "<p>甲乙丙，丙丁。{}</p>"
    notes = gloss("short", "丙"), gloss("left", "乙丙"), gloss("right", "丙丁")
    said = taken(html.format(""), *notes)
    left, right = '{section: only, exact: "乙丙"}', '{section: only, exact: "丙丁"}'
    first = '{section: only, exact: "丙", prefix: "乙"}'
    second = '{section: only, exact: "丙", prefix: "，"}'
    both = "Give one of the two a target in place of that term, and both show. Write either\n  in annotations/x.yml: "
    assert said == [
        (
            "the note shows nowhere: each place of “丙” is taken by the longer “丙丁” of the gloss “right” and "
            "“乙丙” of the gloss “left”",
            f"{both}target: {left}\n  in annotations/x.yml: targets: [{first}, {second}]",
        ),
        (
            "“丙丁” takes each place of “丙” from the gloss “short”, which then shows nowhere",
            f"{both}target: {right}\n  in annotations/x.yml: target: {second}",
        ),
        (
            "“乙丙” takes each place of “丙” from the gloss “short”, which then shows nowhere",
            f"{both}target: {left}\n  in annotations/x.yml: target: {first}",
        ),
    ]
    more = taken(html.format("他乙丙又乙丙"), *notes)[0][1].splitlines()[-1]
    assert more.count("{section: only, ") == 2
    assert more.endswith("}, …]")


@pytest.mark.parametrize(
    ("html", "named"),
    [
        ("乙丙丁戊己庚辛", "“乙丙丁” of the bio “longer”"),  # and not of the still longer one that stands beside
        ("戊己庚辛乙丙丁", "“乙丙丁” of the bio “longer”"),
        ("丙丁戊己庚辛", "“丙丁戊己庚辛” of the bio “longest”"),
    ],
)
def test_only_what_takes_the_place_is_named(html: str, named: str) -> None:
    longest = "丙丁戊己庚辛" if html.startswith("丙") else "戊己庚辛"
    notes = bio("short", "丙丁"), bio("longer", "乙丙丁"), bio("longest", longest)
    (message, remedy), *_ = [item for item in taken(f"<p>{html}</p>", *notes) if "each place of “丙丁” is" in item[0]]
    assert message == f"the note shows nowhere: each place of “丙丁” is taken by the longer {named}"
    assert remedy.startswith("If both name the same, make one note of them; else give the shorter one")


def test_of_two_that_are_as_long_the_first_is_chosen_and_none_is_called_longer() -> None:
    (message, _), *_ = taken("<p>甲乙丙</p>", bio("first", "甲乙"), bio("second", "乙丙"))
    assert message == "the note shows nowhere: each place of “乙丙” is taken by “甲乙” of the bio “first”"


def test_a_longer_word_takes_nothing_from_a_term_that_is_part_of_it() -> None:
    notes = bio("gpt", "GPT"), bio("chatgpt", "ChatGPT"), bio("store", "GPT Store")
    (message, _), *_ = taken("<p>ChatGPT 与 GPT Store</p>", *notes)
    assert message.endswith("each place of “GPT” is taken by the longer “GPT Store” of the bio “store”")
    ((message, remedy),) = taken("<p>ChatGPT 与</p>", *notes[:2])
    assert message == "the note shows nowhere: its term does not stand in the article as a word of its own"
    assert remedy == "It stands there only within a longer word: “ChatGPT”. Take the whole word."


@pytest.mark.parametrize(
    ("term", "remedy"),
    [
        ("他,走", 'The article has “，” where this has “,”: write "他，走".'),  # what `--fix` does not mend
        ("完全不在", "Take the words from the article exactly as they stand there."),
    ],
)
def test_a_note_of_several_terms_is_told_at_its_terms(term: str, remedy: str) -> None:
    place = Place(SourceFile("annotations/x.yml"), 3, 8)
    note = bio("x", term, "没有", places={"terms": place})
    assert placed([note], [read_section("only", "<p>他，走了</p>")])[1] == [
        Problem(
            place, "the note shows nowhere: none of its terms stands in the article as a word of its own", remedy
        )
    ]  # fmt: skip


@pytest.mark.parametrize("note", [gloss, lambda name, term: check(name, exact=term)], ids=["terms", "quotes"])
def test_what_ends_with_hundreds_of_others_is_refused_where_a_text_may_hold_them_at_every_sign(note: Any) -> None:
    nested = [note(f"x{length}", "走" * length) for length in range(1, 301)]
    places, problems = placed(nested, [read_section("only", f"<p>{'走' * 100_000}</p>")])
    assert places == []
    message = f"“{'走' * 59}…” ends with 299 other terms and quotes; so many are not looked for"
    assert problems == [Problem(AT, message, "Keep those that a reader needs, and delete the others.")]


def test_in_a_short_text_hundreds_that_end_with_one_another_are_found() -> None:
    nested = [gloss(f"x{length}", "走" * length) for length in range(1, 301)]
    places, _ = placed(nested, [read_section("only", f"<p>{'走' * 301}</p>")])
    assert [item.note for item in places] == ["x300", "x1"]
