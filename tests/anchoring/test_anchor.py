"""Notes to places: targets, in the order of the text, and what is said where they fail."""

from __future__ import annotations

import pytest

from edition.model import Bio, FactCheck
from edition.problems import Place, SourceFile, render
from edition.text import read_section
from tests import notes
from tests.anchoring.made import check, found, problem
from tests.golden import Golden
from tests.notes import aligned, bio, placed, translation


@pytest.mark.golden_test("../cases/anchoring/targets/*.yml")
def test_what_is_said_of_a_target_that_fails(golden: Golden) -> None:
    says = {}
    for name, target in golden["targets"].items():
        said = problem(target.pop("html"), check("claim", **target))
        says[name] = f"{said.message}\n{said.remedy}"
        assert render(said).startswith("annotations/x.yml:1:1: error: ")
    assert says == golden.out["says"]


@pytest.mark.parametrize(
    ("target", "field"),
    [
        ({"exact": "走了", "prefix": "他", "suffix": "门", "section": "only"}, "prefix"),
        ({"exact": "走了", "suffix": "门", "section": "only"}, "suffix"),
        ({"exact": "走了", "section": "only"}, "section"),
        ({"exact": "走了", "section": "nowhere"}, "section"),
        ({"exact": "心", "section": "only"}, "exact"),
        ({"exact": "完全是另外的一句话", "prefix": "他"}, "exact"),
        ({"exact": "“心”"}, "exact"),
    ],
)
def test_a_target_that_fails_is_told_at_the_field_that_is_wrong(target: dict[str, str], field: str) -> None:
    places = {name: Place(SourceFile("annotations/x.yml"), 2, column) for column, name in enumerate(target, 3)}
    note = notes.check("claim", target=notes.target(places=places, **target))
    texts = [read_section("only", "<p>心,心</p>"), read_section("other", "<p>走了</p>")]
    _, (said,) = placed([note], texts)
    assert said.place == places[field]


def test_occurrences_come_in_the_order_of_the_text_the_longer_first() -> None:
    texts = [read_section("z", "<p>心走了,心还在</p>"), read_section("a", "<p>走了</p>")]
    terms = bio("b", "走了"), bio("a", "走了")
    quotes = check("last", exact="走了", section="a"), check("long", exact="走了,心"), check("again", exact="心还在")
    occurrences, problems = placed([*terms, *quotes], texts)
    assert problems == []
    assert [(item.note, item.range.section, item.range.start, item.target) for item in occurrences] == [
        ("long", "z", 1, 0), ("a", "z", 1, None), ("b", "z", 1, None), ("again", "z", 4, 0),
        ("a", "a", 0, None), ("b", "a", 0, None), ("last", "a", 0, 0),
    ]  # fmt: skip


def test_of_two_terms_that_cross_the_first_is_taken_and_of_several_targets_each_has_its_number() -> None:
    assert found("甲乙丙", bio("one", "甲乙"), bio("two", "乙丙", "丙")) == [("one", "甲乙"), ("two", "丙")]
    occurrences, problems = placed([notes.check("c", "丙", "乙")], [read_section("only", "<p>甲乙丙</p>")])
    assert problems == []
    assert [(item.range.start, item.target) for item in occurrences] == [(1, 1), (2, 0)]


@pytest.mark.parametrize(
    ("note", "rests"),
    [
        (bio("x", "心还在"), True),
        (check("x", exact="心还在"), True),
        (check("x", exact="走了", prefix="心"), True),
        (check("x", exact="心还在", section="third"), True),
        (check("x", exact="心还在", section="empty"), True),
        (check("x", exact="心还在", section="only"), False),
        (check("x", exact="走了", prefix="心", section="only"), False),
        (check("x", exact="走"), False),
    ],
)
def test_what_seems_to_stand_nowhere_rests_on_what_could_not_be_read(note: Bio | FactCheck, rests: bool) -> None:
    texts = [read_section("only", "<p>他走了走</p>"), read_section("empty", "")]
    _, (said,) = placed([note], texts, ("docs/article/03-third.md",))
    assert said.rests_on == (("docs/article/03-third.md",) if rests else ())


def test_all_sections_are_named_where_none_is_like_the_one_that_was_meant() -> None:
    texts = [read_section(f"section-{number}", "<p>走了</p>") for number in range(20)]
    _, (said,) = placed([check("x", exact="走了", section="middle")], texts)
    assert said.remedy == f"The sections are {', '.join(text.slug for text in texts)}."


def test_places_are_proposed_in_the_order_of_the_text_however_the_prefix_is_parted_from_the_quote() -> None:
    texts = [read_section("z", "<p>他走了又,他 走了还</p>"), read_section("a", "<p>他走了</p>")]
    _, (said,) = placed([check("x", exact="走了", prefix="他")], texts)
    assert said.message == "the quote stands 3 times: “走了”"
    assert said.remedy == 'Add section: z, suffix: "又"; or section: z, suffix: "还"; or section: a.'


def test_all_sections_stand_in_what_is_said_of_a_translation_of_none() -> None:
    slugs = [f"section-{number}" for number in range(20)]
    _, (said,) = aligned({"middle": translation("middle")}, [read_section(slug, "<p>走</p>") for slug in slugs])
    assert said.remedy == f"The sections are {', '.join(slugs)}."
