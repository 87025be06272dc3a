"""On paper, from each engine: the text whole and uninterrupted, then the notes in the order of their numbers, open.

One file, though long: each engine parts sheets in a way of its own, and all are held to the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pypdfium2 import PdfDocument

from edition import open_project
from tests.browser.behaviours import needs
from tests.browser.behaviours.conftest import Visit, visitor
from tests.browser.engines.page import A4, Engine, Paper
from tests.browser.engines.webkit import WebKit
from tests.browser.test_print import bare, pages_of
from tests.html import note_of, parse
from tests.serving import served
from tests.sweeping import sweep

A5: Paper = (148, 210)
LETTER: Paper = (216, 279)


def printed(pdf: bytes) -> str:
    """The words of the pages, without what a browser writes at their feet."""
    # Firefox has no letters for some of the Han that it draws.
    return bare("".join(re.sub(r"\A\d+ / \d+", "", page) for page in pages_of(pdf))).replace("\ufffd", "")


def drawn(pdf: bytes) -> tuple[str, list[tuple[int, float]]]:
    """What is drawn, without white space and Han, and of each sign its page and how far down it stands there.

    Which is drawn first says nothing of the order on the page: what has a place of its own comes last.
    """
    text, places = "", list[tuple[int, float]]()
    for number, page in enumerate(PdfDocument(pdf)):
        signs = page.get_textpage()
        for index in range(signs.count_chars()):
            sign = bare(signs.get_text_range(index, 1))
            text += sign
            places += [(number, -signs.get_charbox(index)[3])] * len(sign)
    return text, places


def words_of(element: object) -> str:
    """What it says that is not for the hand, nor a sign that the stylesheet draws."""
    return bare("".join(element.itertext()))  # type: ignore[attr-defined]


class Piece(NamedTuple):
    words: str
    number: str = ""
    """What stands beside it in the margin; WebKit and Firefox draw it at a page's end, where the words may go on."""


def in_order(text: str, pieces: Sequence[Piece]) -> str:
    """Each of the pieces stands in the text, after the one before it; answers with the first that does not."""
    rest = text
    for words, number in pieces:
        parted = (f"{words[:at]}{number}{words[at:]}" for at in range(1, len(words) if number else 1))
        found = next((whole for whole in (words, *parted) if whole in rest), "")
        if not found:
            return words
        rest = rest.partition(found)[2]
    return ""


@pytest.mark.parametrize(("text", "told"), [
    ("onetwo", ""), ("on1etwo", ""), ("o12netwo", "one"), ("on2etwo", "one"), ("on1etw1o", "two"), ("twoone", "two"),
    ("onewo", "two"),
])  # fmt: skip
def test_what_is_parted_or_out_of_order_is_told(text: str, told: str) -> None:
    assert in_order(text, [Piece("one", "1"), Piece("two")]) == told


def english_of(page: Any) -> list[Piece]:
    """The English of every heading and paragraph, with the number of its paragraph."""
    found = []
    for block in page.iter():
        for item in block.findall("p"):
            if (item.get("class") or "").split()[:1] == ["en"]:
                number = block.find(".//a[@data-number]")
                found.append(Piece(words_of(item), "" if number is None else number.get("data-number")))
    return found


def notes_of(page: Any) -> list[Any]:
    """The notes, in the order of their numbers, which have no gap."""
    notes = {int(item.get("style").partition("--n:")[2].partition(";")[0]): item for item in page.iter("details")
             if "--n:" in item.get("style", "") and "--" not in item.get("id")}  # fmt: skip
    assert sorted(notes) == list(range(1, len(notes) + 1))
    return [notes[number] for number in sorted(notes)]


def check_paper(text: str, html: str, root: Path) -> None:
    """The English of every paragraph in order and uninterrupted, then each note, whole, with its sources."""
    page = parse(html)
    notes = notes_of(page)
    summaries = [Piece(f"{number}{words_of(item.find('summary'))}") for number, item in enumerate(notes, 1)]
    # A sign stands in the English where a claim ends; it is drawn, and a PDF has it among the words.
    signs = re.compile(r"[✓√≈◐✕×?❝❞\"□‡○◯⃝]")
    plain = signs.sub("", text)
    pieces = [*english_of(page), Piece("Notes"), *summaries]
    assert in_order(plain, [Piece(signs.sub("", words), number) for words, number in pieces]) == ""
    edition = open_project(root).edition
    for item in notes:
        identifier = note_of(item) or ""
        if check := edition.fact_checks.get(identifier):
            assert bare(check.claim) in text, identifier
            for evidence in check.evidence:
                assert bare(edition.sources[evidence.source].URL) in text, identifier
        if gloss := edition.glosses.get(identifier):
            assert bare(gloss.meaning) in text, identifier


@pytest.mark.parametrize(
    ("path", "window"),
    [("article/02-departure/", {}), ("article/05-exodus/", {"dark": True}), ("article/04-hearts/", {"width": 390})],
    ids=["wide", "dark", "narrow"],
)
def test_a_section_s_text_stands_whole_before_its_notes(
    visit: Visit, site: Path, root: Path, path: str, window: dict[str, int]
) -> None:
    with visit(path, **window) as page:
        before = page.run("() => document.querySelector('.edition').innerHTML")
        check_paper(printed(page.pdf()), (site / path / "index.html").read_text(encoding="utf-8"), root)
        page.rest()
        assert page.run("() => document.querySelectorAll('.note[open]').length") == 0
        assert page.run("() => document.querySelectorAll('.edition > .note').length") == 0
        assert len(page.run("() => document.querySelector('.edition').innerHTML")) == len(before)


@sweep()  # each section is, and the whole in its PDF (test_print.py)
def test_the_whole_article_is_printed_whole(visit: Visit, site: Path, root: Path) -> None:
    with visit("whole/") as page:
        check_paper(printed(page.pdf()), (site / "whole/index.html").read_text(encoding="utf-8"), root)


def test_the_page_of_a_note_is_printed_with_its_sources(visit: Visit, root: Path) -> None:
    check = open_project(root).edition.fact_checks["openai-age"]
    sources = open_project(root).edition.sources
    with visit("fact-checks/openai-age/", dark=True) as page:
        text = printed(page.pdf())
    assert bare(check.summary) in text
    for evidence in check.evidence:
        assert bare(sources[evidence.source].URL) in text
    assert "Copy" not in text


def cut(pdf: bytes) -> list[int]:
    """The pages into which a line reaches that was cut at the foot of the page before.

    It is drawn on both, and reaches into the upper margin of the second, where it is not seen.
    """
    found = []
    for number, sheet in enumerate(PdfDocument(pdf), 1):
        signs = sheet.get_textpage()
        boxes = [signs.get_charbox(index) for index in range(signs.count_chars())]
        if max(top for _, _, _, top in boxes) > sheet.get_height() - 42:
            found.append(number)
    return found


def test_no_line_of_the_vocabulary_is_cut_and_no_heading_left_at_the_foot_of_a_page(
    visit: Visit, engine: Engine
) -> None:
    with visit("vocabulary/") as page:
        pdf = page.pdf()
    assert cut(pdf) == []
    ends = [re.sub(r"\s*\d+ / \d+\s*$", "", words).split()[-1] for words in pages_of(pdf) if words.split()]
    if not isinstance(engine, WebKit):  # which leaves some there
        assert [word for word in ends if re.fullmatch("[A-Z]", word)] == []


def test_no_line_of_a_page_about_a_person_is_cut_at_the_foot_of_a_page(visit: Visit) -> None:
    with visit("bios/sam-altman/") as page:
        assert cut(page.pdf()) == []


def test_a_day_of_the_timeline_is_on_the_page_of_what_happened(visit: Visit) -> None:
    with visit("pictures/") as page:
        rows = page.run("() => [...document.querySelectorAll('#events tbody tr')].map(row => row.textContent)")
        pages = [bare(words) for words in pages_of(page.pdf())]
    assert len(rows) > 30
    assert [row for row in map(bare, rows) if not any(row in words for words in pages)] == []
    assert not any(bare("Skip to the table") in words for words in pages)  # there is nothing to press


def test_each_correction_stands_on_one_page(visit: Visit) -> None:
    with visit("changes/") as page:
        corrections = page.run("() => [...document.querySelectorAll('.corrections > li')].map(one => one.textContent)")
        pages = [bare(words).replace("\ufffd", "") for words in pages_of(page.pdf())]  # as `printed`
    assert len(corrections) > 30
    parted = [one for one in map(bare, corrections) if not any(one in words for words in pages)]
    assert parted == []


@needs("script")
@sweep("firefox", "webkit")  # where the same stylesheet prints what has been laid out by script
def test_without_script_the_text_comes_before_the_notes_as_well(visit: Visit, site: Path) -> None:
    path = "article/03-seven-years/"
    page_of = parse((site / path / "index.html").read_text(encoding="utf-8"))
    first = words_of(notes_of(page_of)[0].find("summary"))
    with visit(path, script=False) as page:
        pdf = page.pdf()
    assert cut(pdf) == []
    text, places = drawn(pdf)
    assert max(places[text.index(piece.words[:20])] for piece in english_of(page_of)) < places[text.index(f"1{first}")]


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_that_is_open_on_the_screen_is_printed(visit: Visit, width: int) -> None:
    with visit("article/03-seven-years/", width, still=True) as page:  # the shortest: it is printed twice
        pages = pages_of(page.pdf())
        page.click("a.mark", 3)
        page.wait("() => document.querySelector('.edition .note[open], .sheet .note')")
        page.rest()
        page.click(".edition .note[open] [data-cite], .sheet .note[open] [data-cite]")  # whose menu lies over it
        page.wait_focus(".cite")
        assert page.visible(".edition .note[open], .sheet .note")
        assert pages_of(page.pdf()) == pages
        page.rest()
        inner = "() => [...document.querySelectorAll('.margin')].every(one => !one.querySelector('.rest ~ .note'))"
        assert page.run(inner)


def test_the_notes_of_a_table_stand_behind_the_text_as_all_do(engine: Engine, site_of: Callable[[str], Path]) -> None:
    with served(site_of("arabic")) as address, visitor(engine, address)("article/02-arqam/") as page:
        pdf = page.pdf()
        page.becomes(
            [1, 0], "() => ['table .note', '.edition > .note'].map(one => document.querySelectorAll(one).length)"
        )
    text, lines = printed(pdf), "".join(pages_of(pdf)).splitlines()
    for cell in ("Cost (dinars)", "2023", "750,000", "2024", "1,500,000"):  # a number beside them parts no word
        assert cell in (line.strip() for line in lines)
    notes = text.partition("Notes1")[2]
    assert [words in notes for words in ("thefigures", "al-kulfa", "AquaNova")] == [True] * 3
    assert "al-kulfa" not in text.partition("Notes1")[0]


def test_a_quoted_paragraph_has_its_number(engine: Engine, site_of: Callable[[str], Path]) -> None:
    with served(site_of("japanese")) as address, visitor(engine, address)("article/01-hashi/") as page:
        sheet = PdfDocument(page.pdf())[0].get_textpage()
    signs = [(sheet.get_text_range(index, 1), sheet.get_charbox(index)[0]) for index in range(sheet.count_chars())]
    # each number stands further left than all else
    second, third = (min(left for sign, left in signs if sign == number) for number in "23")
    assert abs(second - third) < 1.5


def test_no_line_of_a_paragraph_is_alone_on_a_page(engine: Engine, site_of: Callable[[str], Path]) -> None:
    with served(site_of("german")) as address, visitor(engine, address)("article/01-anfang/") as page:
        for above in ("510pt", "520pt", "530pt"):  # there the first of two lines would be the last of a page
            page.run("above => { document.querySelector('.head').style.marginBottom = above }", above)
            pages = pages_of(page.pdf())
            assert ["gewesen" in words for words in pages if "Am Montag" in words] == [True], above


def test_the_head_of_a_table_is_on_the_page_of_its_rows(engine: Engine, site_of: Callable[[str], Path]) -> None:
    with served(site_of("arabic")) as address, visitor(engine, address)("article/02-arqam/") as page:
        for above in ("425pt", "480pt"):
            page.run("above => { document.querySelector('.head').style.marginBottom = above }", above)
            pages = pages_of(page.pdf())
            assert ["750,000" in words for words in pages if "Year" in words] == [True], above


# Of each table of a guide: what stands before it from its heading on, its head with its first row, and its other rows.
TABLES = """() => [...document.querySelectorAll(".md-content table")].map(table => {
  const before = []
  for (let one = table.previousElementSibling; before.at(-1)?.localName !== "h2"; one = one.previousElementSibling)
    before.push(one)
  const [head, first, ...rows] = [...table.rows].map(row => row.textContent)
  return [before.reverse().map(one => one.textContent).join("") + head + first, ...rows]
})"""


@pytest.mark.parametrize("paper", [A5, A4, LETTER, A4[::-1]], ids=["A5", "A4", "Letter", "landscape"])
def test_the_heading_and_the_head_of_a_guides_table_are_on_the_page_of_its_first_row_and_each_row_is_on_one(
    visit: Visit, paper: Paper
) -> None:
    with visit("reference/") as page:
        tables = page.run(TABLES)
        pages = [bare(words) for words in pages_of(page.pdf(paper))]
    assert len(tables) > 3
    for table in tables:
        assert [row for row in map(bare, table) if not any(row in words for words in pages)] == []


def test_a_numbered_list_has_its_numbers(engine: Engine, site_of: Callable[[str], Path]) -> None:
    # beside the second there are notes: it is no item of a list as browsers lay it out, nor count
    with served(site_of("chinese")) as address, visitor(engine, address)("article/02-middle/") as page:
        for width in (390, 1440):
            page.resize(width)
            shown = """() => [...document.querySelectorAll("ol > li > .words")].map(one => {
              const { content } = getComputedStyle(one, "::before")
              return content.replace("attr(data-item)", one.dataset.item).replaceAll('"', "")
            })"""
            assert page.run(shown) == ["1.", "2."]
        assert re.findall(r"(?<!\d)[1-9]\.(?!\d)", "".join(pages_of(page.pdf())))[:2] == ["1.", "2."]
