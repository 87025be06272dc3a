"""Entries of a translation beside their paragraphs, and what is said where they have drifted."""

from __future__ import annotations

import pytest

from edition.anchoring import in_step
from edition.model import Interlinear, InterlinearParagraph, TranslatedParagraph, Translation
from edition.problems import Place, Problem, SourceFile
from edition.text import read_section
from tests import notes

LONG = "这是一个很长的段落，长到消息里放不下，所以只说它开头的话。"
TEXTS = [
    read_section("begin", f"<h2>题目</h2><p>{LONG}</p><ul><li>他走了，真的</li></ul>"),
    read_section("empty", ""),
    read_section("end", "<p>完</p>"),
]


def translation(section: str, *entries: str) -> Translation:
    """Entry N stands in line N, its opening words in column 3."""
    file = SourceFile(f"annotations/translations/{section}.yml")
    records = [
        TranslatedParagraph(
            begins=begins, text=f"Entry {line}", place=Place(file, line), places={"begins": Place(file, line, 3)}
        )
        for line, begins in enumerate(entries, 1)
    ]
    return Translation(section=section, paragraphs=tuple(records), place=Place(file), places={})


def aligned(*translations: Translation) -> tuple[dict[str, list[str]], list[Problem]]:
    found, problems = notes.aligned(
        {item.section: item for item in translations}, TEXTS, ("docs/article", "docs/article/04-gone.md")
    )
    return {slug: [entry.text if entry else "" for entry in entries] for slug, entries in found.items()}, problems


WHOLE = ["题", "这是", "他"]


def test_each_heading_and_paragraph_has_its_entry() -> None:
    found, problems = aligned(translation("end", "完"), translation("begin", *WHOLE))
    assert found == {"end": ["Entry 1"], "begin": ["Entry 1", "Entry 2", "Entry 3"]}
    assert problems == []


ORDER = "Each heading, paragraph, list item and caption has one entry, in the text's order."


@pytest.mark.parametrize(
    ("section", "entries", "shown", "place", "message", "remedy"),
    [
        ("begin", ["题", "他", "这是"], ["Entry 1", "", ""], (2, 3),
         f"entry 2 is out of step: “他” does not begin the paragraph “{LONG[:20]}…”",
         "Entry 3 does: move or delete what stands before it."),
        ("begin", ["题", "他"], ["Entry 1", "", ""], (2, 3),
         f"entry 2 is out of step: “他” does not begin the paragraph “{LONG[:20]}…”",
         f"It begins a later one: put an entry before it that begins “{LONG[:12]}”."),
        ("begin", ["题", "这是", "走了"], ["Entry 1", "Entry 2", ""], (3, 3),
         "entry 3 is out of step: “走了” does not begin the paragraph “他走了，真的…”", ORDER),
        ("begin", [*WHOLE[:2], "他走了, 真"], ["Entry 1", "Entry 2", ""], (3, 3),
         "entry 3 is out of step: “他走了, 真” does not begin the paragraph “他走了，真的…”",
         "The article has “，” where this has “,”: `edition check --fix` mends it."),
        ("begin", [*WHOLE, "又"], ["Entry 1", "Entry 2", "Entry 3"], (4, 1),
         "the section has 3 headings and paragraphs; the translation has 1 more", "Delete what is too much."),
        ("begin", [*WHOLE, "又", "又"], ["Entry 1", "Entry 2", "Entry 3"], (4, 1),
         "the section has 3 headings and paragraphs; the translation has 2 more", "Delete what is too much."),
        ("begin", WHOLE[:1], ["Entry 1", "", ""], (1, 1),
         "2 of the section's 3 headings and paragraphs have no entry", f"Go on with “{LONG[:20]}…”."),
        ("begin", WHOLE[:2], ["Entry 1", "Entry 2", ""], (2, 1),
         "1 of the section's 3 headings and paragraphs have no entry", "Go on with “他走了，真的…”."),
        ("begin", [], ["", "", ""], (1, 1),
         "3 of the section's 3 headings and paragraphs have no entry", "Go on with “题目…”."),
        ("begni", WHOLE[:2], None, (1, 1), "there is no section “begni”", "Did you mean “begin”?"),
        ("middle", WHOLE[:2], None, (1, 1), "there is no section “middle”", "The sections are begin, empty, end."),
        ("middle", WHOLE, None, (1, 1), "there is no section “middle”",
         "Its entries begin as those of section “begin” do: rename the file to begin.yml."),
        ("middle", [], None, (1, 1), "there is no section “middle”", "The sections are begin, empty, end."),
    ],
)  # fmt: skip
def test_what_is_said_where_the_two_have_drifted(
    section: str, entries: list[str], shown: list[str] | None, place: tuple[int, int], message: str,
    remedy: str,
) -> None:  # fmt: skip
    made = translation(section, *entries)
    empty, end = translation("empty", "题"), translation("end", "完")
    found, (said,) = aligned(empty, made, end)  # the others are read all the same
    assert found == ({section: shown} if shown else {}) | {"end": ["Entry 1"]}
    assert (said.message, said.remedy) == (message, remedy)
    assert (said.place.file.path, said.place.line, said.place.column) == (made.place.file.path, *place)
    assert said.rests_on == ("docs/article", "docs/article/04-gone.md")[: 1 if section == "begin" else 2]
    if section == "begin":
        assert said.spoils == made.place.file.path
        assert not in_step(made, TEXTS[0])


def test_rows_of_words_are_aligned_as_translations_are() -> None:
    file = SourceFile("annotations/interlinear/end.yml")
    entries = [
        InterlinearParagraph(begins=begins, words=(), place=Place(file, line), places={})
        for line, begins in enumerate(("完", "又"), 1)
    ]
    made = Interlinear(section="end", paragraphs=tuple(entries), place=Place(file), places={})
    found, (said,) = notes.aligned({"end": made}, TEXTS)
    assert found == {"end": entries[:1]}
    assert said.message == "the section has 1 headings and paragraphs; the interlinear has 1 more"


def test_a_section_without_text_is_told_elsewhere() -> None:
    found, problems = notes.aligned({"s": translation("s", "题")}, [read_section("s", "")])
    assert (found, problems) == ({}, [])
