"""What can be found: every paragraph, note and source at its own address, in the words that a reader would type."""

from __future__ import annotations

import pytest

from edition import open_project
from edition.concordance import Concordance, SectionSource
from edition.model import Reading
from edition.publishing.exports.search import SearchEntry, as_typed, entries, page_entries
from edition.publishing.host import Unknown
from tests.hosts import EDITIONS
from tests.notes import (
    PLACE,
    bio,
    check,
    edition_of,
    evidence,
    gloss,
    interlinear,
    joined,
    source,
    translation,
    variant,
    word,
)

WORDS = "OpenAI 又双叒叕走人了,让人细思恐极。"


@pytest.fixture
def concordance() -> Concordance:
    rows = {
        "王座": [word("王座", "Wángzuò")],
        "OpenAI": [word("又双叒叕", "yòu shuāng ruò zhuó"), word("走人", "zǒu rén"), word("了", "le"),
                   word("让", "ràng"), word("人", "rén"), word("细思恐极", "xì sī kǒng jí")],
    }  # fmt: skip
    edition = edition_of(
        bios={
            "people": bio("people", "走人", name="People", name_original="人", summary="All of us.",
                          body="See [the check](note:left).", sources=("post",)),
        },
        fact_checks={
            "left": check("left", "走人了", claim="Someone <left>.", rating="accurate", summary="It holds.",
                          explanation="The *post* says so.", checked="2026-01-06",
                          evidence=(evidence("post", note="A note of the evidence."),)),
        },
        glosses={
            "chill": gloss("chill", "细思恐极", literal="think closely, fear extremely", meaning="chilling",
                           reading="xì sī kǒngjí", note="New."),
        },
        variants={
            "other": variant("other", "了,让", note="A comma.",
                             readings=(Reading(witness="J", text="了。让", **PLACE),)),
        },
        translations={"end": translation("end", ("王座", "The throne"), ("OpenAI", "Someone left & it chills."))},
        interlinear={"end": interlinear("end", *rows.items())},
        sources={"post": source("post", type="post", title="A post", author=("A. Writer",), issued="2026-01")},
    )  # fmt: skip
    html = f"<h1>王座</h1><p>{WORDS}</p>"
    return joined(edition, [SectionSource("end", "The end", "x.md", html, "article/01-end/")])[0]


@pytest.fixture
def found(concordance: Concordance) -> dict[str, SearchEntry]:
    return {entry["location"]: entry for entry in entries(concordance, {"glosses/": "Glossary"}, Unknown())}


def test_a_paragraph_is_found_at_its_number_in_chinese_english_and_pinyin(found: dict[str, SearchEntry]) -> None:
    assert found["article/01-end/#p-1"] == {
        "location": "article/01-end/#p-1",
        "title": "¶ 1 · The end",
        "original": WORDS,
        "spoken": "you shuang ruo zhuo zou ren le rang ren xi si kong ji",
        "text": "Someone left & it chills.",
    }


def test_a_section_is_found_by_its_headings(found: dict[str, SearchEntry]) -> None:
    section = found["article/01-end/"]
    assert section["title"] == "Section 1 · The end"
    assert (section["original"], section["spoken"], section["text"]) == ("王座", "wang zuo", "The throne")


def test_a_gloss_is_found_by_its_words_its_pinyin_and_its_meaning(found: dict[str, SearchEntry]) -> None:
    gloss = found["glosses/#chill"]
    assert gloss["title"] == "Gloss: 细思恐极 · xì sī kǒngjí"
    assert gloss["names"] == ["细思恐极"]
    assert gloss["spoken"] == "xi si kong ji"  # by syllable, so that it is found with spaces anywhere and without
    assert gloss["text"] == "chilling; literally think closely, fear extremely. New."


def test_a_bio_is_found_by_each_of_its_names_and_as_the_article_reads_them(found: dict[str, SearchEntry]) -> None:
    bio = found["bios/people/"]
    assert bio["title"] == "Bio: People · 人"
    assert bio["names"] == ["People", "人", "走人"]
    assert bio["spoken"] == "zou ren"
    assert bio["text"] == "All of us. See the check."  # Markdown's signs are gone, a link's words are there


def test_a_check_is_found_by_claim_explanation_evidence_and_passage(found: dict[str, SearchEntry]) -> None:
    check = found["fact-checks/left/"]
    assert check["title"] == "Fact check: Someone <left>."
    assert check["original"] == "走人了"
    assert check["text"] == "Accurate. It holds. The post says so. A note of the evidence."


def test_a_variant_and_a_source_are_found(found: dict[str, SearchEntry]) -> None:
    assert found["variants/#other"]["original"] == "了,让 · 了。让"
    assert found["sources/#post"]["title"] == "Source: A post"
    assert found["sources/#post"]["text"] == "A. Writer. January 2026"


def test_nothing_is_found_twice_and_pages_are_named(concordance: Concordance) -> None:
    places = [entry["location"] for entry in entries(concordance, {"glosses/": "Glossary"}, Unknown())]
    assert len(places) == len(set(places)) == 8
    assert places[0] == "glosses/"


PAGE = """<h1 id="a">A page</h1><p>Of <em>wo</em>rds &amp; signs.</p><ul><li>one</li><li>two</li></ul>
<h2 id="b">A <code>part</code></h2><p>More.</p><script>no()</script><h3>No id</h3><p>Rest.</p><h2 id="c"> </h2>"""


def test_a_page_that_is_written_by_hand_is_found_by_its_headings() -> None:
    assert [*page_entries("about/", "About", PAGE, {"b": "page--b"})] == [
        {"location": "about/", "title": "About", "text": "Of words & signs. one two"},
        {"location": "about/#page--b", "title": "A part", "text": "More."},
        {"location": "about/", "title": "No id", "text": "Rest."},
    ]


@pytest.mark.parametrize("html", ["", "words", "<h2", "<p>&lt;<h2 id>x", "<h1>a<h2>b</h1>c", "<style>x", "<h2 id=b>B"])
def test_whatever_a_page_holds_it_is_found(html: str) -> None:
    assert next(iter(page_entries("", "T", html)))["title"] == "T"


@pytest.mark.parametrize(
    ("pinyin", "typed"), [("xì sī", "xi si"), ("Lǜ", "lu"), ("nǚ’ér", "nu’er"), ("", ""), ("OpenAI", "openai")]
)
def test_tones_are_taken_off(pinyin: str, typed: str) -> None:
    assert as_typed(pinyin) == typed


def test_a_japanese_word_is_called_as_a_reader_without_kana_types_it() -> None:
    found = {
        entry["location"]: entry for entry in entries(open_project(EDITIONS / "japanese").joined()[0], {}, Unknown())
    }
    assert "machinokotae" in found["glosses/#answer"]["names"]
