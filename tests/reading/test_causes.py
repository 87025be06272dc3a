"""Causes are told first, what follows from them waits, and all that is wrong in a file is told at once."""

from __future__ import annotations

import pytest

from edition.problems import Place, Problem, SourceFile, folded, in_order
from tests.hosts import SMALL
from tests.reading.test_bad_input import check

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
    told = check(files).err.splitlines()
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


def test_a_source_that_many_name_and_nobody_has_is_told_of_a_few() -> None:
    gloss = "terms: [王座]\nliteral: x\nmeaning: x\nregister: idiom\nsources: [nobody]\n"
    files: dict[str, object] = {f"annotations/glosses/g{number:02}.yml": gloss for number in range(20)}
    said = check(files).err
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
        ("docs/article/end/02-end.md", "离职的人越来越多。\n"),
    ],
    ids=["no text", "nested", "misnamed", "a control", "in a folder"],
)
def test_what_stands_nowhere_waits_while_a_section_cannot_be_read(name: str, text: object) -> None:
    claim = "- {quote: 人走了, section: end, reason: An opinion.}\n"
    files = {"docs/article/02-end.md": None, name: text, "annotations/claims.yml": claim}
    (told,) = (line.partition(":")[0] for line in errors(files))
    assert name.startswith(told)


def test_where_the_text_changed_that_is_told_before_the_quotes_which_fail_by_it() -> None:
    text = (SMALL / "docs/article/02-end.md").read_text(encoding="utf-8").replace("离职的人", "走的人")
    found = errors({"docs/article/02-end.md": text})
    assert found[0].startswith("annotations/translations/end.yml") or found[0].startswith("annotations/edition.yml")
    assert any("more-leave.yml: the quote is not in the article" in line for line in found)
    places = [line.partition(":")[0] for line in found]
    assert places.index("annotations/edition.yml") < places.index("annotations/fact-checks/more-leave.yml")
