"""Causes are told first, what follows from them waits, and all that is wrong in a file is told at once."""

from __future__ import annotations

import pytest

from edition.problems import Place, Problem, SourceFile, folded, in_order
from tests.reading.test_bad_input import SMALL, check

CHECK = """\
target: {exact: %s, english: The heart is still here}
claim: x
rating: opinion
summary: x
explanation: x
evidence: [{source: note-2026, stance: supports}]
checked: 2026-11-20
"""
TRANSLATION = (SMALL / "annotations/translations/end.yml").read_text(encoding="utf-8")


def errors(files: dict[str, object]) -> list[str]:
    """The places and messages that the check tells, in their order, without what stands under them."""
    told = check(files).problems.splitlines()
    return [line.partition(": error: ")[0].partition(":")[0] + ": " + line.partition(": error: ")[2]
            for line in told if ": error: " in line]  # fmt: skip


def problem(path: str, message: str = "wrong", spoils: str = "", *rests_on: str) -> Problem:
    return Problem(Place(SourceFile(path)), message, spoils=spoils, rests_on=rests_on)


def test_a_cause_comes_first_and_what_rests_on_it_waits() -> None:
    cause, consequence, other = problem("z", "z", "z"), problem("a", "a", "", "y", "z"), problem("b", "b", "", "x")
    assert in_order([consequence, other, cause]) == [cause, other]
    assert in_order([consequence, other]) == [consequence, other]


def test_a_chain_of_causes_is_told_from_its_beginning() -> None:
    first, second, third = problem("c", "c", "c"), problem("b", "b", "b", "c"), problem("a", "a", "", "b")
    assert in_order([third, second, first]) == [first]


def test_what_says_the_same_of_one_thing_is_alike_in_whichever_file_it_stands() -> None:
    found = [problem(f"f{number:02}", "there is no source “x”", "", "sources") for number in range(20)]
    assert [more for _, more in folded(found)] == [0, 0, 0, 0, 15]
    others = [problem(f"f{number:02}", f"there is no source “{number}”", "", "sources") for number in range(20)]
    assert [more for _, more in folded(others)] == [0] * 20


def left(quote: str, path: str) -> dict[str, object]:
    return {f"annotations/fact-checks/{path}.yml": CHECK % quote}


@pytest.mark.parametrize(
    "translation",
    [
        TRANSLATION.replace("begins: ", "begins: 错", 1),
        TRANSLATION.replace("text: ", "txet: ", 1),
        "- [",
        "x: y\n",
        "",
        {"hex": "ff00ff"},
    ],
    ids=["out of step", "a key", "no YAML", "no list", "empty", "no text"],
)
def test_what_rests_on_a_translation_waits_for_it(translation: object) -> None:
    found = errors({"annotations/translations/end.yml": translation, **left("离职的人越来越多", "a")})
    assert found
    assert {line.partition(":")[0] for line in found} == {"annotations/translations/end.yml"}


def test_english_that_is_not_in_a_translation_which_is_right_is_told() -> None:
    assert errors(left("离职的人越来越多", "a")) == [
        "annotations/fact-checks/a.yml: “The heart is still here” is not in the translation of the paragraph"
    ]


def test_a_source_that_many_name_and_nobody_has_is_told_of_a_few() -> None:
    gloss = "terms: [王座]\nliteral: x\nmeaning: x\nregister: idiom\nsources: [nobody]\n"
    files: dict[str, object] = {f"annotations/glosses/g{number:02}.yml": gloss for number in range(20)}
    said = check(files).problems
    assert said.count("there is no source “nobody”") == 5
    assert "… and 15 more like this" in said and "\n20 errors, " in said


@pytest.mark.parametrize("name", ["note-2026.yaml", "Note 2026.yml", "note_2026.yml"])
def test_a_source_under_another_name_is_told_there_alone(name: str) -> None:
    text = (SMALL / "annotations/sources/note-2026.yml").read_text(encoding="utf-8")
    found = errors({"annotations/sources/note-2026.yml": None, f"annotations/sources/{name}": text})
    assert [line.partition(":")[0] for line in found] == [f"annotations/sources/{name}"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("docs/article/02-end.md", {"hex": "ff00"}),
        ("docs/article/02-end.md", "> " * 60 + "x\n"),
        ("docs/article/2_end.md", "离职的人越来越多。\n"),
        ("docs/article/02-end.md", "# x\x00\n"),
    ],
    ids=["no text", "nested", "misnamed", "a control"],
)
def test_what_stands_nowhere_waits_while_a_section_cannot_be_read(name: str, text: object) -> None:
    files = {"docs/article/02-end.md": None, name: text}
    assert [line.partition(":")[0] for line in errors(files)] == [name]


def test_where_the_text_changed_that_is_told_before_the_quotes_which_fail_by_it() -> None:
    text = (SMALL / "docs/article/02-end.md").read_text(encoding="utf-8").replace("离职的人", "走的人")
    found = errors({"docs/article/02-end.md": text})
    assert found[0].startswith("annotations/translations/end.yml") or found[0].startswith("annotations/edition.yml")
    assert any("more-leave.yml: the quote is not in the article" in line for line in found)
    places = [line.partition(":")[0] for line in found]
    assert places.index("annotations/edition.yml") < places.index("annotations/fact-checks/more-leave.yml")


def test_all_that_is_wrong_in_a_check_is_told_at_once() -> None:
    found = errors({"annotations/fact-checks/a.yml": """\
target: {exact: 离职的人越来越多多, english: x}
claim: x
rating: acurate
summary: x
explanation: "[x](note:nobody)"
evidence:
  - {source: nobody, stance: supports}
  - {source: note-2026, stance: suports}
checked: 2026-13-01
corrections:
  - {date: 2026-11-20, kind: verdict, from: accurate, to: accurate, text: x}
  - {date: 2026-11-19, kind: fact, text: x}
  - {date: 2026-11-21, kind: fact, txet: x}
"""})  # fmt: skip
    told = "\n".join(found)
    for words in (
        "the quote is not in the article", "“acurate” is no rating", "goes to no note: “nobody”", "no source “nobody”",
        "“suports” is no stance", "no 2026-13-01 in the calendar", "and so did not change", "is of 2026-11-19",
        "unknown key “txet”",
    ):  # fmt: skip
        assert words in told
    assert len(found) == 9


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        (
            "annotations/bios/he.yml",
            "name: He\nkind: persn\nterms: [没有这个]\nsummary: x\nsources: [nobody, Not An Id]\nrelated: [nobody]\n",
            ["no kind", "shows nowhere", "no source “nobody”", "no id", "no bio “nobody”"],
        ),
        (
            "annotations/glosses/g.yml",
            "terms: [王座]\nliteral: x\nmeaning: x\nregister: idium\nreading: wang2zuo4\nsources: [nobody]\n",
            ["no register", "tones are written as marks", "no source “nobody”"],
        ),
        (
            "annotations/variants/v.yml",
            "target: {exact: 没有这个}\nposition: befor\nreadings: [{witness: Z, text: x}]\n",
            ["no position", "the quote is not in the article", "names no witness “Z”"],
        ),
        (
            "annotations/claims.yml",
            "- {quote: 没有这个, check: nobody, reazon: x}\n- {quote: 没有那个, reason: x}\n",
            ["unknown key “reazon”", "“没有这个”", "“没有那个”", "no fact check “nobody”"],
        ),
        (
            "annotations/edition.yml",
            (SMALL / "annotations/edition.yml").read_text(encoding="utf-8").replace("issued: ", "issued: x").replace(
                "sha256: ", "sha256: 0"
            ),
            ["is no date", "not the one this hash was taken of"],
        ),
    ],
)  # fmt: skip
def test_all_that_is_wrong_in_another_file_is_told_at_once(path: str, text: str, told: list[str]) -> None:
    found = errors({path: text})
    assert {line.partition(":")[0] for line in found} == {path}
    assert len(found) == len(told), found
    assert all(any(words in line for line in found) for words in told), found


def test_what_is_incomplete_says_nothing_that_follows_from_what_it_lacks() -> None:
    assert errors({"annotations/glosses/g.yml": "term: [王座]\nliteral: x\nmeaning: x\nregister: idiom\n"}) == [
        "annotations/glosses/g.yml: unknown key “term”"
    ]
    assert errors({"annotations/bios/he.yml": "name: He\nkind: person\nsummary: x\nsources: x\nterms: [王座]\n"}) == [
        "annotations/bios/he.yml: “sources” takes a list"
    ]


def test_of_two_notes_of_one_id_both_are_looked_at() -> None:
    gloss = "target: {exact: 没有这个}\nliteral: x\nmeaning: x\nregister: idiom\n"
    found = errors({"annotations/glosses/openai.yml": gloss, "annotations/bios/openai.yml": (
        "name: O\nkind: product\nterms: [没有那个]\nsummary: x\nsources: [note-2026]\n")})  # fmt: skip
    assert [line.partition(":")[0] for line in found].count("annotations/bios/openai.yml") == 1
    assert sum("openai.yml" in line for line in found) == 3
