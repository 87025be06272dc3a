"""Notes to places: terms longest first and never inside another word, targets, and what is said where they fail."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from edition.model import Bio, FactCheck, Gloss, Target, Translation
from edition.problems import Place, Problem, SourceFile, render
from edition.text import read_section
from tests.notes import aligned, placed

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


@pytest.mark.parametrize(
    ("html", "term", "remedy"),
    [
        ("在OpenAI里", "penA", "It stands there only within a longer word: “OpenAI”. Take the whole word."),
        ("用xAI的GPT", "AI的", "It stands there only within a longer word: “xAI的”. Take the whole word."),
        ("Deutschland", "tschla", "It stands there only within a longer word: “Deutschland”. Take the whole word."),
        ("Er sah Niederland", "land", "It stands there only within a longer word: “Niederland”. Take the whole word."),
        ("Ein Landgut sah er", "Land", "It stands there only within a longer word: “Landgut”. Take the whole word."),
        ("他走来走去", "“走来”", 'Without its quotation marks it stands there: write "走来".'),
        ("他真的走去了", "真的走来", "Nearest: “真的走去” (section only)."),
        ("他走了，他来了", "他哭了", "Nearest: “他走了” (section only); “他来了” (section only)."),
    ],
)
def test_what_is_said_of_a_term_that_stands_nowhere(html: str, term: str, remedy: str) -> None:
    said = problem(html, bio("x", term))
    assert said.message == "the note shows nowhere: its term does not stand in the article as a word of its own"
    assert said.remedy == remedy


def taken(html: str, *notes: Bio | Gloss | FactCheck) -> list[tuple[str, str]]:
    """Message and remedy for what is said of notes whose places others take."""
    _, problems = placed(notes, [read_section("only", html)])
    assert {item.place for item in problems} == {PLACE}
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


def test_a_longer_word_takes_nothing_from_a_term_that_is_part_of_it() -> None:
    notes = bio("gpt", "GPT"), bio("chatgpt", "ChatGPT"), bio("store", "GPT Store")
    (message, _), *_ = taken("<p>ChatGPT 与 GPT Store</p>", *notes)
    assert message.endswith("each place of “GPT” is taken by the longer “GPT Store” of the bio “store”")
    ((message, remedy),) = taken("<p>ChatGPT 与</p>", *notes[:2])
    assert message == "the note shows nowhere: its term does not stand in the article as a word of its own"
    assert remedy == "It stands there only within a longer word: “ChatGPT”. Take the whole word."


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
        ("走了", {"exact": "走了", "section": "begin"}, "there is no section “begin”", "The sections are only, other."),
        (
            "一二三四五六七八九十百千万人走人十九八七六五四三二一零甲乙丙",
            {"exact": "人走人", "suffix": "千万"},
            "the quote stands in section “only”, but not with this prefix, suffix or section",
            "There it reads “…二三四五六七八九十百千万人走人十九八七六五四三二一零甲…”.",
        ),
        (
            "他走",
            {"exact": "别的", "prefix": "他"},
            "the quote stands in section “other”, but not with this prefix, suffix or section",
            "There it reads “…走了,别的…”.",
        ),
        (
            "他走",
            {"exact": "别的", "section": "only"},
            "the quote stands in section “other”, but not with this prefix, suffix or section",
            "There it reads “…走了,别的…”.",
        ),
        (
            "人走了,心走了",
            {"exact": "走了"},
            "the quote stands 3 times: “走了”",
            "Add section: only, prefix: “人”; or section: only, prefix: “心”; or section: other.",
        ),
        (
            "他，走了",
            {"exact": "走了", "prefix": "他,"},
            "the quote stands in section “only”, but not with this prefix, suffix or section",
            "The article has “，” where this has “,”: there it reads “他，走了”.",
        ),
        (
            "走了,走了又",
            {"exact": "走了"},
            "the quote stands 3 times: “走了”",
            "Add section: only, suffix: “,走”; or section: only, prefix: “,”; or section: other.",
        ),
        (
            "人走了,心走了又走了还走了",
            {"exact": "走了", "section": "only"},
            "the quote stands 4 times: “走了”",
            "Add prefix: “人”; or prefix: “心”; or prefix: “又”.",
        ),
        (
            "走了又走了",
            {"exact": "走了", "section": "only"},
            "the quote stands 2 times: “走了”",
            "Add suffix: “又”; or prefix: “又”.",
        ),
        (
            "甲走了乙,甲走了丙,丁走了乙",
            {"exact": "走了", "section": "only"},
            "the quote stands 3 times: “走了”",
            "Add prefix: “甲”, suffix: “乙”; or suffix: “丙”; or prefix: “丁”.",
        ),
        ("哈" * 300, {"exact": "哈"}, "the quote stands 300 times: “哈”", "Quote more of the passage."),
        (
            "他走来走去",
            {"exact": "“走来”"},
            "the quote is not in the article: ““走来””",
            'Without its quotation marks it stands there: write exact: "走来".',
        ),
        (
            "门在他身后静静地关上了",
            {"exact": "门在他身后轻轻地关上了"},
            "the quote is not in the article: “门在他身后轻轻地关上了”",
            "Nearest: “门在他身后静静地关上了” (section only).",
        ),
        (
            "门在他身后静静地关上了",
            {"exact": "门在他身后静静地关上啦"},
            "the quote is not in the article: “门在他身后静静地关上啦”",
            "Did you mean “门在他身后静静地关上了” (section only)?",
        ),
        ("他走", {"exact": "完全是另外的一句话"}, "the quote is not in the article: “完全是另外的一句话”", ""),
    ],
    ids=[
        "not there",
        "twice",
        "in two sections",
        "no such section",
        "another prefix",
        "no section like it",
        "another suffix",
        "another prefix, in a later section",
        "another section",
        "twice and in another section",
        "a prefix in another width",
        "like one in another section",
        "four times",
        "twice, the first at the start",
        "both sides are needed",
        "nothing tells which",
        "quotation marks",
        "like a passage",
        "very like a passage",
        "like none",
    ],
)
def test_what_is_said_of_a_target_that_fails(html: str, target: dict[str, str], message: str, remedy: str) -> None:
    said = problem(html, check("claim", **target))
    assert (said.message, said.remedy) == (message, remedy)
    assert render(said).startswith("annotations/x.yml:1:1: error: ")


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
    wanted = Target(place=PLACE, places=places, **cast("dict[str, Any]", target))
    note = replace(check("claim"), target=wanted)
    texts = [read_section("only", "<p>心,心</p>"), read_section("other", "<p>走了</p>")]
    _, (said,) = placed([note], texts)
    assert said.place == places[field]


def test_occurrences_come_in_the_order_of_the_text_the_longer_first() -> None:
    texts = [read_section("z", "<p>心走了,心还在</p>"), read_section("a", "<p>走了</p>")]
    terms = bio("b", "走了"), bio("a", "走了")
    quotes = check("last", exact="走了", section="a"), check("long", exact="走了,心"), check("again", exact="心还在")
    notes = [*terms, *quotes]
    occurrences, problems = placed(notes, texts)
    assert problems == []
    assert [(item.note, item.range.section, item.range.start, item.target) for item in occurrences] == [
        ("long", "z", 1, 0), ("a", "z", 1, None), ("b", "z", 1, None), ("again", "z", 4, 0),
        ("a", "a", 0, None), ("b", "a", 0, None), ("last", "a", 0, 0),
    ]  # fmt: skip


def test_of_two_terms_that_cross_the_first_is_taken_and_of_several_targets_each_has_its_number() -> None:
    assert found("甲乙丙", bio("one", "甲乙"), bio("two", "乙丙", "丙")) == [("one", "甲乙"), ("two", "丙")]
    targets = tuple(Target(exact=words, place=PLACE, places={}) for words in ("丙", "乙"))
    note = replace(check("c"), target=None, targets=targets)
    occurrences, problems = placed([note], [read_section("only", "<p>甲乙丙</p>")])
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


@pytest.mark.parametrize(
    ("term", "remedy"),
    [
        ("他,走", 'The article has “，” where this has “,”: write "他，走".'),  # what `--fix` does not mend
        ("完全不在", "Take the words from the article exactly as they stand there."),
    ],
)
def test_a_note_of_several_terms_is_told_at_its_terms(term: str, remedy: str) -> None:
    place = Place(SourceFile("annotations/x.yml"), 3, 8)
    note = replace(bio("x", term, "没有"), places={"terms": place})
    assert placed([note], [read_section("only", "<p>他，走了</p>")])[1] == [
        Problem(
            place, "the note shows nowhere: none of its terms stands in the article as a word of its own", remedy
        )
    ]  # fmt: skip


def test_places_are_proposed_in_the_order_of_the_text_however_the_prefix_is_parted_from_the_quote() -> None:
    texts = [read_section("z", "<p>他走了又,他 走了还</p>"), read_section("a", "<p>他走了</p>")]
    _, (said,) = placed([check("x", exact="走了", prefix="他")], texts)
    assert said.message == "the quote stands 3 times: “走了”"
    assert said.remedy == "Add section: z, suffix: “又”; or section: z, suffix: “还”; or section: a."


def test_all_sections_stand_in_what_is_said_of_a_translation_of_none() -> None:
    slugs = [f"section-{number}" for number in range(20)]
    none = Translation(section="middle", paragraphs=(), place=PLACE, places={})
    _, (said,) = aligned({"middle": none}, [read_section(slug, "<p>走</p>") for slug in slugs])
    assert said.remedy == f"The sections are {', '.join(slugs)}."


@pytest.mark.parametrize("note", [gloss, lambda name, term: check(name, exact=term)], ids=["terms", "quotes"])
def test_what_ends_with_hundreds_of_others_is_refused_where_a_text_may_hold_them_at_every_sign(note: Any) -> None:
    nested = [note(f"x{length}", "走" * length) for length in range(1, 301)]
    places, problems = placed(nested, [read_section("only", f"<p>{'走' * 100_000}</p>")])
    assert places == []
    assert [item.message for item in problems] == [
        f"“{'走' * 59}…” ends with 299 other terms and quotes; so many are not looked for"
    ]


def test_in_a_short_text_hundreds_that_end_with_one_another_are_found() -> None:
    nested = [gloss(f"x{length}", "走" * length) for length in range(1, 301)]
    places, _ = placed(nested, [read_section("only", f"<p>{'走' * 301}</p>")])
    assert [item.note for item in places] == ["x300", "x1"]
