"""Which note speaks where, both ways: entries in the margin, ids, numbers, and the article's own text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edition.anchoring import Range
from edition.concordance import Concordance, Entry, SectionSource
from edition.model import Edition, Translation
from edition.problems import Place, SourceFile
from edition.text import read_section
from tests import notes
from tests.notes import (
    article_text,
    bio,
    check,
    claim,
    edition_of,
    evidence,
    gloss,
    interlinear,
    joined_with,
    manifest,
    target,
    translation,
    word,
)


def elements(made: Concordance) -> list[str]:
    """The ids of the notes in the margin to which the places of the first section lead, in the order of the text."""
    return [mention.element for mention in made.by_slug["s0"].mentions]


def margin(concordance: Concordance, slug: str = "s0") -> list[tuple[str, str, int]]:
    section = concordance.by_slug[slug]
    return [(entry.note, entry.element, entry.leaf) for entry in section.entries]


def test_a_term_stands_in_the_margin_once_a_section_and_every_mention_leads_there() -> None:
    notes = edition_of(bios={"ai": bio("ai", "AI")})
    made, problems = joined_with(notes, "<p>甲</p><p>AI 与 AI</p>", "<p>无</p>", "<p>AI</p>")
    assert problems == []
    assert [margin(made, slug) for slug in ("s0", "s1", "s2")] == [[("ai", "note-ai", 1)], [], [("ai", "note-ai", 0)]]
    assert elements(made) == ["note-ai", "note-ai"]
    assert [place.range for place in made.places["ai"]] == [Range("s0", 2, 4), Range("s0", 7, 9), Range("s2", 0, 2)]
    assert [made.leaf(place).number for place in made.places["ai"]] == [2, 2, 4]


def test_a_note_stands_at_each_of_its_targets_under_an_id_of_its_own() -> None:
    notes = edition_of(fact_checks={"gone": check("gone", "甲走了", "乙走了", "丙走了")})
    made, problems = joined_with(notes, "<p>甲走了,乙走了</p><p>丙走了</p>")
    assert problems == []
    wanted = [("gone", "note-gone", 0), ("gone", "note-gone--2", 0), ("gone", "note-gone--3", 1)]
    assert margin(made) == wanted
    assert elements(made) == [element for _, element, _ in wanted]
    assert made.by_slug["s0"].notes == ["gone"]


def test_the_id_of_a_second_place_is_never_the_id_of_another_note() -> None:
    notes = edition_of(fact_checks={"gone": check("gone", "甲", "乙"), "gone-2": check("gone-2", "丙")})
    made, _ = joined_with(notes, "<p>甲乙丙</p>")
    assert len(set(elements(made))) == 3


def test_a_note_with_a_term_and_a_target_stands_at_its_target_even_where_the_term_comes_first() -> None:
    notes = edition_of(glosses={"seat": gloss("seat", "王座", target=target("空了的王座"))})
    made, problems = joined_with(notes, "<p>王座</p><p>空了的王座</p>", "<p>王座</p>")
    assert problems == []
    assert margin(made) == [("seat", "note-seat", 1)]
    assert margin(made, "s1") == [("seat", "note-seat", 0)]
    assert set(elements(made)) == {"note-seat"}


def test_paragraphs_are_numbered_through_the_edition_and_headings_are_not() -> None:
    made, _ = joined_with(
        Edition(), "<h1>题</h1><p>甲</p><ul><li>乙</li></ul>", "<h2>题</h2><figcaption>丙</figcaption>"
    )
    numbers = [[leaf.number for leaf in section.text.leaves] for section in made.sections]
    assert numbers == [[0, 1, 2], [0, 3]]


def test_a_source_names_each_note_that_rests_on_it_once() -> None:
    notes = edition_of(
        bios={"ai": bio("ai", "AI", sources=("one", "one"))},
        fact_checks={"b": check("b", "甲", evidence=(evidence("one"), evidence("one")))},
    )
    made, _ = joined_with(notes, "<p>AI 甲</p>")
    assert made.cited_by == {"one": ["ai", "b"]}


def test_english_and_pinyin_stand_under_their_own_paragraph() -> None:
    notes = edition_of(
        translations={"s1": translation("s1", ("题", "Head"), ("甲", "One"))},
        interlinear={"s1": interlinear("s1", ("题", []), ("甲", [word("甲", "jiǎ")]))},
    )
    made, problems = joined_with(notes, "<p>别的</p>", "<h1>题</h1><p>甲</p>")
    assert problems == []
    assert [section.english for section in made.sections] == [[""], ["Head", "One"]]
    assert [section.readings for section in made.sections] == [[[]], [[], ["jiǎ"]]]


@pytest.mark.parametrize(
    ("language", "reading", "syllables"), [("zh", "yǐ", ["yǐ"]), ("zh", "yǐ bǐng", []), ("ja", "yǐ", [])]
)
def test_no_character_gets_anothers_pinyin(language: str, reading: str, syllables: list[str]) -> None:
    rows = interlinear("s0", ("乙", [word("乙", reading)]))
    notes = edition_of(manifest=manifest(language=language), interlinear={"s0": rows})
    assert joined_with(notes, "<p>乙</p>")[0].sections[0].readings == [syllables]


def test_the_articles_text_is_a_line_for_each_heading_and_paragraph() -> None:
    htmls = ["<h1>题</h1><p>甲\n<b>乙</b></p>", "<ul><li>丙</li></ul>"]
    texts = [read_section(str(index), html) for index, html in enumerate(htmls)]
    assert article_text(texts) == "题\n甲 乙\n丙\n"


def translated(*texts: str) -> dict[str, Translation]:
    return {"s0": translation("s0", *((begins, text) for begins, _, text in (item.partition("=") for item in texts)))}


@pytest.mark.parametrize(
    ("english", "translation", "message", "remedy"),
    [
        ("He left", "He left. The door closed.", "", ""),
        ("", "He left.", "", ""),
        ("He leaves", "He left. The door closed.", "“He leaves” is not in the translation of the paragraph",
         "Copy words from it that stand there once: “He left. The door closed.”"),
        ("left", "He left; she left.", "“left” stands more than once in the translation of the paragraph",
         "Copy words from it that stand there once: “He left; she left.”"),
        ("left", None, "“left” is not in the translation of the paragraph", ""),
    ],
)  # fmt: skip
def test_the_english_of_a_claim_stands_once_in_the_translation_of_the_paragraph_in_which_it_ends(
    english: str, translation: str | None, message: str, remedy: str
) -> None:
    file = SourceFile("annotations/fact-checks/gone.yml")
    place = Place(file, 3, 4)
    claimed = target("头 他", english=english, place=Place(file, 2), places={"english": place})
    notes = {"gone": check("gone", target=claimed), "other": check("other", "门")}
    head = gloss("head", "序", target=target("序", english="which is no claim"))
    translations = translated("序头=left", f"他={translation}", "门=It shut.") if translation is not None else {}
    _, problems = joined_with(
        edition_of(fact_checks=notes, glosses={"head": head}, translations=translations),
        "<p>序头</p><p>他走了</p><p>门</p>",
    )
    assert [(item.message, item.remedy, item.place) for item in problems] == (
        [(message, remedy, place)] if message else []
    )
    rests_on = () if translation is not None else ("annotations/translations/s0.yml",)
    assert all(item.rests_on == rests_on for item in problems)


def test_a_translation_that_drifts_is_told_and_shown_as_far_as_it_is_in_step() -> None:
    notes = edition_of(translations=translated("甲=One", "丙=Three", "丙=Three"))
    made, (drifted,) = joined_with(notes, "<p>甲</p><p>乙</p><p>丙</p>")
    assert made.sections[0].english == ["One", "", ""]
    assert drifted.message == "entry 2 is out of step: “丙” does not begin the paragraph “乙…”"


@pytest.mark.parametrize(
    ("sources", "rests_on"),
    [
        ([("docs/article/01-a.md", "<p>甲</p>"), ("docs/article/02-b.md", "")],
         ("docs/article", "docs/article/02-b.md")),
        ([("docs/one/01-a.md", "<p>甲</p>"), ("docs/two/02-b.md", "<p>甲</p>")], ("docs/one", "docs/two")),
        ([], ("docs/article",)),
    ],
)  # fmt: skip
def test_what_is_found_nowhere_rests_on_every_section_of_which_no_words_are_known(
    sources: list[tuple[str, str]], rests_on: tuple[str, ...]
) -> None:
    nowhere = translation("z")
    edition = edition_of(
        bios={"b": bio("b", "无")},
        fact_checks={"c": check("c", "无有")},
        translations={"z": nowhere},
        incomplete=(check("d", "无有"), bio("e", "有"), replace(nowhere, section="y")),
    )
    made, problems = notes.joined(edition, [SectionSource(path[-4], "S", path, html) for path, html in sources])
    assert made.unread == rests_on
    assert [item.rests_on for item in problems] == [rests_on] * 6


def test_the_english_of_a_claim_that_is_incomplete_is_looked_for_too() -> None:
    unread = check("c", target=target("甲", english="Two"))
    edition = edition_of(translations=translated("甲=One"), incomplete=(unread,))
    _, (wrong,) = joined_with(edition, "<p>甲</p>")
    assert wrong.message == "“Two” is not in the translation of the paragraph"
    assert wrong.rests_on == ()


def test_a_claim_stands_in_each_section_that_has_its_words_and_one_without_words_in_none() -> None:
    claims = [claim(quote, check="c") for quote in ("甲乙", "乙  丙", "无", "")]
    edition = Edition(claims=tuple(claims[:2]), incomplete=tuple(claims[2:]))
    made, _ = joined_with(edition, "<p>甲乙 丙</p>", "<p>甲乙</p>")
    assert made.claims == {"甲乙": ["s0", "s1"], "乙 丙": ["s0"]}


def test_sections_stand_in_their_order_with_what_the_host_said_of_them() -> None:
    edition = edition_of(bios={"ai": bio("ai", "AI"), "b": bio("b", "乙"), "c": bio("c", "丙")})
    last = SectionSource("z", "Last", "docs/z.md", "<p>乙 AI</p>")
    sources = [last, SectionSource("a", "First", "docs/a.md", "<p>丙</p>")]
    made, problems = notes.joined(edition, sources)
    assert problems == []
    assert made.edition is edition
    assert [(item.index, item.slug, item.title, item.source) for item in made.sections] == [
        (0, "z", "Last", sources[0]), (1, "a", "First", sources[1]),
    ]  # fmt: skip
    assert set(made.notes) == set(made.places) == {"ai", "b", "c"}
    assert [item.note for item in made.sections[0].occurrences] == ["b", "ai"]
    assert made.sections[0].notes == ["b", "ai"]
    assert made.sections[1].entries == [Entry("c", "note-c", 0, made.places["c"][0])]
    assert made.by_slug["a"] is made.sections[1]


def test_a_mention_before_the_target_of_its_note_leads_to_that_target_and_one_behind_it_to_the_first() -> None:
    notes = edition_of(glosses={"seat": gloss("seat", "王座", targets=(target("空了的"), target("坐着的")))})
    made, problems = joined_with(notes, "<p>王座，空了的王座。</p><p>坐着的王座</p>")
    assert problems == []
    assert margin(made) == [("seat", "note-seat", 0), ("seat", "note-seat--2", 1)]
    assert elements(made) == ["note-seat", "note-seat", "note-seat", "note-seat--2", "note-seat"]
