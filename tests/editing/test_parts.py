"""What reanchoring is made of: all sections as one text, the quotes of an edition, marks, and what is written."""

from __future__ import annotations

from dataclasses import astuple, replace
from typing import Any

import pytest

from edition.anchoring import Range, Selector
from edition.editing import Change, Outcome, apply_outcomes, reanchor
from edition.editing.fuzzy import earlier, mark
from edition.editing.quoted import quotes_of
from edition.editing.whole_text import WholeText
from edition.model import Claim, Edition, Fuzzy, Reading, Target, TranslatedParagraph
from edition.problems import Place, SourceFile
from edition.text import SectionText, article_hash, read_section
from tests import notes
from tests.notes import PLACE, bio, check, claim, edition_of, gloss, manifest, variant


def target(exact: str, line: int, **more: str) -> Target:
    place = Place(SourceFile("annotations/x.yml"), line)
    return notes.target(exact, place=place, places={"exact": place}, **more)


# -- all sections as one text ------------------------------------------------------------------------------------------

JOINED = WholeText([
    read_section("begin", "<h2>题</h2><p>他走了。 她也走了！门</p>"),
    read_section("empty", ""),
    read_section("end", "<p>He left. So did I.</p>"),
])  # fmt: skip


def cut(spans: list[tuple[int, int]]) -> list[str]:
    return [JOINED.text[start:end] for start, end in spans]


def test_all_sections_are_one_text_of_paragraphs_and_of_sentences() -> None:
    assert JOINED.text == "题\n他走了。 她也走了！门\n\nHe left. So did I.\n"
    assert cut(JOINED.lines(0, len(JOINED.text))) == ["题", "他走了。 她也走了！门", "He left. So did I."]
    assert cut(JOINED.lines(2, 14)) == ["他走了。 她也走了！门"]
    assert cut(JOINED.sentences(0, len(JOINED.text))) == [
        "题", "他走了。", "她也走了！", "门", "He left.", "So did I.",
    ]  # fmt: skip
    assert cut(JOINED.sentences(2, 14)) == ["他走了。", "她也走了！", "门"]
    assert JOINED.lines(0, 0) == JOINED.sentences(1, 2) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("题", Range("begin", 0, 1)),
        ("题\n他", Range("begin", 0, 3)),
        ("了。 ", Range("begin", 4, 6)),
        (" 她", Range("begin", 7, 8)),
        ("门\n\n", Range("begin", 12, 13)),
        ("\n\nHe ", Range("end", 0, 2)),
        ("I.\n", Range("end", 16, 18)),
        ("门\n\nHe", None),  # in two sections
        (" ", None),
        ("\n\n", None),
        ("", None),
    ],
)
def test_a_stretch_of_the_whole_is_a_range_of_one_section(words: str, found: Range | None) -> None:
    start = JOINED.text.index(words)
    assert JOINED.range(start, start + len(words)) == found
    if found:
        first, last = JOINED.span(found)
        assert JOINED.text[first:last] == words.strip()


def test_what_belongs_to_others_is_masked_in_its_place() -> None:
    begin, end = JOINED.masked([JOINED.span(Range("begin", 2, 6)), JOINED.span(Range("end", 3, 8))])
    assert begin.flat == "题 \ue000\ue000\ue000\ue000 她也走了！门"
    assert end.flat == "He \ue000\ue000\ue000\ue000\ue000 So did I."
    assert [text.slug for text in (begin, end)] == ["begin", "end"]  # of the third nothing is left


# -- quotes ------------------------------------------------------------------------------------------------------------


def test_every_quote_has_a_name_and_its_place_in_the_file() -> None:
    one, two, three = target(" 走了 ", 2, prefix="他", suffix="。 ", section="end"), target("心", 3), target("门", 4)
    claims = claim("王座 空了", reason="r"), claim("离开", section="end", check="left")
    edition = edition_of(
        bios={"b": bio("b", "人")},
        fact_checks={"left": check("left", targets=(one, two))},
        glosses={"seat": gloss("seat", target=two, targets=(three,)), "word": gloss("word", target=three)},
        variants={"v": variant("v", "人")},
        claims=claims,
    )
    found = {quote.name: quote for quote in quotes_of(edition)}
    assert {name: (*quote.path, quote.key) for name, quote in found.items()} == {
        "left.1": ("targets", 0, "exact"), "left.2": ("targets", 1, "exact"),
        "seat.1": ("target", "exact"), "seat.2": ("targets", 0, "exact"), "word": ("target", "exact"),
        "v": ("target", "exact"), "claims.1": (0, "quote"), "claims.2": (1, "quote"),
    }  # fmt: skip
    assert {name: quote.holder for name, quote in found.items() if quote.holder} == {
        "claims.1": (0,), "claims.2": (1,),
    }  # fmt: skip
    assert found["left.1"].selector == Selector("走了", "他", "。")
    assert (found["left.1"].section, found["left.1"].place.line) == ("end", 2)
    assert (found["claims.1"].exact, found["claims.2"].section) == ("王座 空了", "end")
    assert [name for name, quote in found.items() if quote.is_claim] == ["claims.1", "claims.2"]
    assert found["seat.2"].record is edition.glosses["seat"]
    assert found["claims.2"].record is claims[1]


# -- marks -------------------------------------------------------------------------------------------------------------

LONG = "".join(chr(0x4E00 + index) for index in range(600))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("走了", "来了", "走了"),
        (LONG[:160], "x" + LONG[1:160], LONG[:160]),
        (LONG[:161], LONG[:100] + "x" + LONG[101:161], "…" + LONG[60:141] + "…"),
        (LONG[:300], "x" + LONG[1:300], LONG[:41] + "…"),
        (LONG[:300], LONG[:299] + "x", "…" + LONG[259:300]),
        (LONG[:300], LONG[:40] + "x" + LONG[41:300], LONG[:81] + "…"),
        (LONG[:300], LONG[:100] + "xyz" + LONG[100:300], "…" + LONG[60:140] + "…"),
        (LONG[:300], LONG[:100] + LONG[200:300], "…" + LONG[60:240] + "…"),
        (LONG, "x", f"{LONG[:150]} … {LONG[-150:]}"),
        (LONG[:300], "x", LONG[:300]),
        ("走\n了\u202e", "x", "走 了 "),
    ],
)
def test_what_stood_there_is_said_whole_or_around_what_differs(before: str, after: str, said: str) -> None:
    assert earlier(before, after) == said


FUZZY = Fuzzy(was="…", **PLACE)
PARAGRAPH = TranslatedParagraph(begins="他", text="He", **PLACE)
CLAIM = claim("走了", reason="r")


@pytest.mark.parametrize(
    ("record", "marked"),
    [
        (check("left"), {"was": "走了", "checked": "2026-01-05"}),
        (check("left", fuzzy=replace(FUZZY, checked="2026-01-05")), None),
        (check("left", fuzzy=replace(FUZZY, checked="2026-01-04")), {"was": "走了", "checked": "2026-01-05"}),
        (gloss("seat"), {"was": "走了"}),
        (gloss("seat", fuzzy=FUZZY), None),
        (variant("v", "人", readings=(Reading(witness="J", **PLACE),)), {"was": "走了"}),
        (PARAGRAPH, {"was": "走了"}),
        (replace(PARAGRAPH, fuzzy=FUZZY), None),
        (CLAIM, {"was": "走了"}),
        (replace(CLAIM, check="left", reason=""), None),
        (bio("b", "人"), None),
    ],
)
def test_what_leans_on_changed_words_is_marked_once(record: Any, marked: dict[str, str] | None) -> None:
    assert mark(record, (3,), "走了", "来了") == ((Change((3, "fuzzy"), marked),) if marked else ())
    assert mark(record, (), "走了", "走了") == ()


OLD, NEW = read_section("begin", "<p>他走了。</p>"), read_section("begin", "<p>他来了。</p>")


@pytest.mark.parametrize(
    ("sha256", "old", "kind"),
    [
        (article_hash([OLD]), [OLD], "moved"),
        (article_hash([OLD]), [], "proposed"),  # nobody knows what leans on changed words
        (article_hash([read_section("begin", "<p>别的</p>")]), [OLD], "proposed"),
        (article_hash([NEW]), [OLD], ""),
    ],
)
def test_the_checksum_is_renewed_where_the_text_that_it_was_taken_of_is_known(
    sha256: str, old: list[SectionText], kind: Any
) -> None:
    place = Place(SourceFile("annotations/edition.yml"), 6, 9)
    edition = Edition(manifest=manifest(sha256=sha256, places={"sha256": place}))
    outcomes = reanchor(edition, [NEW], old)
    if not kind:
        assert outcomes == []
        return
    (said,) = outcomes
    found = article_hash([NEW])
    remark = "" if kind == "moved" else (
        "without the text of which the old hash was taken (--old) nobody knows which notes lean on changed words"
    )  # fmt: skip
    changes = (Change(("sha256",), found),)
    wanted = Outcome("edition.sha256", kind, place, sha256, found, remark=remark, changes=changes)
    assert astuple(said) == astuple(wanted)
    assert reanchor(Edition(), [NEW], [OLD]) == []
    # While a note cannot be read, nobody knows whether it leans on words that changed.
    (held,) = reanchor(edition, [NEW], old, whole=False)
    assert (held.kind, held.remark.partition(",")[0]) == (
        ("proposed", "some notes cannot be read") if kind == "moved" else (kind, said.remark.partition(",")[0])
    )


def test_a_claim_keeps_its_number_beside_one_that_cannot_be_read() -> None:
    def at(line: int) -> Claim:
        return claim("走了", reason="r", place=Place(SourceFile("c.yml"), line, 3))

    edition = Edition(claims=(at(1), at(5)), incomplete=(at(7), at(3)))
    assert [(quote.name, quote.path, quote.place.line) for quote in quotes_of(edition)] == [
        ("claims.1", (0,), 1), ("claims.3", (2,), 5),
    ]  # fmt: skip


# -- what is written ---------------------------------------------------------------------------------------------------


def outcome(path: str, *changes: Change, **fields: Any) -> Outcome:
    return Outcome("seat.2", "moved", Place(SourceFile(path)), "走了", changes=changes, **fields)


def test_an_outcome_is_accepted_by_its_own_name_or_its_notes() -> None:
    one = outcome("a.yml")
    assert all(one.accepted_by([name]) for name in ("seat.2", "seat"))
    assert not any(one.accepted_by([name]) for name in ("seat.1", "sea", "seat.21", ""))
    assert one.accepted_by(["other", "seat"])
    assert not one.accepted_by([])
    assert [replace(one, kind=kind).is_open for kind in ("moved", "carried", "proposed", "lost", "changed")] == [
        False, False, True, True, False,
    ]  # fmt: skip
    assert replace(one, kind="changed").if_telling is None
    assert replace(one, kind="changed", changes=(Change(("a",), "b"),)).if_telling is not None
    assert one.if_telling is one


MARK = Change(("fuzzy",), {"was": "走了"})


def test_several_outcomes_of_one_file_are_written_together_and_mark_it_once() -> None:
    files = {"a.yml": "target: {exact: x}\nclaim: c\n", "b.yml": "a: b\n", "c.yml": "- d\n"}
    outcomes = [
        outcome("a.yml", Change(("target", "exact"), "y"), MARK),
        outcome("a.yml", Change(("target", "prefix"), "p"), MARK._replace(value={"was": "other"})),
        outcome("c.yml", Change(("e",), "f")),
        outcome("d.yml", Change(("e",), "f")),
        outcome("b.yml"),
    ]
    applied = apply_outcomes(outcomes, files)
    assert applied.files == {"a.yml": 'target: {exact: y, prefix: p}\nclaim: c\nfuzzy: {was: "走了"}\n'}
    assert applied.written == [outcomes[0], outcomes[1], outcomes[4]]
    assert applied.refused == {
        outcomes[2]: "there is no such place in the file", outcomes[3]: "the file cannot be read",
    }  # fmt: skip
    assert [item.mark for item in outcomes] == [("a.yml", ("fuzzy",)), ("a.yml", ("fuzzy",)), None, None, None]
    assert not Change(("fuzzy",), None).is_mark


def test_a_file_moves_with_what_is_written_into_it_unless_another_is_in_its_place() -> None:
    files = {"a.yml": "a: b\n", "c.yml": "c: d\n"}
    moved = [outcome("a.yml", renamed="b.yml"), outcome("a.yml", Change(("a",), "x"))]
    assert apply_outcomes(moved, files).files == {"b.yml": "a: x\n", "a.yml": None}
    assert apply_outcomes([outcome("a.yml", renamed="c.yml")], files).files == {}
    assert apply_outcomes([outcome("z.yml", renamed="y.yml")], files).files == {}
