"""On paper: the text with numbers, the notes at the end and whole, black on white, pages counted, no buttons."""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, expect
from pypdfium2 import PdfDocument, PdfPage, raw

from edition import open_project
from tests.browser.conftest import Open, open_switches, visitor
from tests.html import parse
from tests.once import Once
from tests.serving import served


def bare(text: str) -> str:
    """Without white space, since lines are broken anywhere, and without Han, which a PDF may name by its radicals."""
    return re.sub(r"[\s\u2060\u2e80-\u2fdf\u3400-\u9fff]", "", normalize("NFKC", text))


def pages_of(pdf: Path | bytes) -> list[str]:
    """The words of each page; a hyphen at a line's end is one, which PDFium takes for a sign of division."""
    words = [page.get_textpage().get_text_range() for page in PdfDocument(pdf)]
    return [re.sub("[\x02\ufffe]", "-", text) for text in words]


def addresses_on(page: PdfPage) -> Iterator[str]:
    """Where the links on the page lead that leave the document."""
    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, place, link):
        action = raw.FPDFLink_GetAction(link)
        size = raw.FPDFAction_GetURIPath(page.pdf, action, None, 0)
        if size:
            address = ctypes.create_string_buffer(size)
            raw.FPDFAction_GetURIPath(page.pdf, action, address, size)
            yield address.value.decode()


@pytest.fixture(scope="module")
def printed(site: Path, once: Once) -> Path:
    """The site with its PDF."""

    def make(folder: Path) -> None:
        shutil.copytree(site, folder, dirs_exist_ok=True)
        command = [sys.executable, "-m", "edition.commands", "pdf", "--site", str(folder)]
        subprocess.run(command, check=True, capture_output=True)

    return once("printed", make)


def test_the_pdf_holds_every_note_whole_with_the_addresses_of_its_sources(printed: Path, root: Path) -> None:
    edition = open_project(root).edition
    text = bare("".join(re.sub(r"\A\d+ / \d+", "", page) for page in pages_of(printed / "edition.pdf")))
    for check in edition.fact_checks.values():
        assert bare(check.summary) in text
        assert bare(check.claim) in text
        for item in check.evidence:
            assert bare(item.note) in text
            assert bare(edition.sources[item.source].URL) in text
    for bio in edition.bios.values():
        assert bare(bio.summary) in text
    for gloss in edition.glosses.values():
        assert bare(gloss.meaning) in text
    corrected = [item.date for _, item in edition.corrections]
    newest = max(*corrected, *(check.checked for check in edition.fact_checks.values()))
    year, _, day = newest.partition("-")
    assert re.search(rf"Notesasof{int(day[-2:])}[A-Z][a-z]+{year}\.", text)


def test_the_pdf_numbers_its_notes_in_order_and_its_pages(printed: Path) -> None:
    pages = pages_of(printed / "edition.pdf")
    for number, page in enumerate(pages, 1):
        assert bare(page).startswith(f"{number}/{len(pages)}")
    text = bare("".join(re.sub(r"\A\d+ / \d+", "", page) for page in pages))
    html = (printed / "whole/index.html").read_text(encoding="utf-8")
    notes = {
        int(item.get("style").partition("--n:")[2].partition(";")[0]): "".join(item.find("summary").itertext())
        for item in parse(html).iter("details")
        if "--n:" in item.get("style", "")
    }
    assert len(notes) > 200
    place = -1
    for number, summary in sorted(notes.items()):
        place = text.find(bare(f"{number}{summary}"), place + 1)
        assert place >= 0, f"note {number}"


def test_the_pdf_is_tagged_has_an_outline_and_leads_to_no_machine(printed: Path) -> None:
    document = PdfDocument(printed / "edition.pdf")
    assert document.is_tagged()
    titles = [item.get_title() for item in document.get_toc() if item.level == 1]
    assert titles[0] == "1 of 7 · The lede"
    assert titles[-1] == "Notes"
    assert not [title for title in titles if re.search("Not checked|[□✓≈◐✕]", title)]
    links = [address for page in document for address in addresses_on(page)]
    assert links
    assert not [link for link in links if re.search(r"edition\.invalid|127\.0\.0\.1|localhost|^file:", link)]


def test_the_site_leads_to_the_pdf_only_where_there_is_one(site: Path, printed: Path) -> None:
    for page, link in {"index.html": "edition.pdf", "whole/index.html": "../edition.pdf"}.items():
        assert f'href="{link}"' in (printed / page).read_text(encoding="utf-8")
        assert (printed / page).parent.joinpath(link).is_file()
        assert "edition.pdf" not in (site / page).read_text(encoding="utf-8")


ORDER = """() => {
  const top = element => element.getBoundingClientRect().top
  const notes = [...document.querySelectorAll(".note")].filter(note => note.getClientRects().length)
  notes.sort((one, other) => top(one) - top(other))
  const last = Math.max(...[...document.querySelectorAll(".words")].map(words => words.getBoundingClientRect().bottom))
  return { numbers: notes.map(note => Number(note.style.getPropertyValue("--n"))),
    after: notes.every(note => top(note) >= last),
    whole: notes.map(note => note.querySelector(".more")).every(more =>
      more.getClientRects().length && more.checkVisibility({ contentVisibilityAuto: true })) }
}"""


@pytest.mark.parametrize("options", [
    {"width": 390, "color_scheme": "dark"}, {"color_scheme": "dark"}, {"java_script_enabled": False},
], ids=["narrow and dark", "dark", "without script"])  # fmt: skip
def test_a_section_prints_black_on_white_with_its_notes_at_the_end(
    visit: Open, options: dict[str, object], tmp_path: Path
) -> None:
    with visit("article/04-hearts/", **options) as page:
        page.emulate_media(media="print")
        found = page.evaluate(ORDER)
        assert found["numbers"] == list(range(1, len(found["numbers"]) + 1))
        assert len(found["numbers"]) > 20
        assert found["after"]
        assert found["whole"]
        for selector in (".words > p", ".note .more", ".note summary b", ".words .sign", ".head h1, .head .kicker"):
            assert page.locator(selector).first.evaluate("element => getComputedStyle(element).color") == "rgb(0, 0, 0)"
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.locator("button:visible, .md-header:visible, .md-footer:visible, .md-sidebar:visible").count() == 0
        page.pdf(path=tmp_path / "section.pdf", format="A4")
    pages = pages_of(tmp_path / "section.pdf")
    assert [bare(page).startswith(f"{number}/{len(pages)}") for number, page in enumerate(pages, 1)] == [True] * len(
        pages
    )
    assert "https://" in bare("".join(pages))


def test_what_is_switched_off_is_not_printed(visit: Open) -> None:
    with visit("article/02-departure/") as page:
        open_switches(page)
        page.get_by_role("button", name=re.compile(r"^Words \d+$")).click()
        page.get_by_role("button", name="English", exact=True).click()
        page.emulate_media(media="print")
        expect(page.locator(".ref.check:visible").first).to_be_visible()
        expect(page.locator(".note.gloss:visible, .ref.gloss:visible, .words .en:visible")).to_have_count(0)


def test_nothing_for_paper_shows_on_a_screen(visit: Open) -> None:
    with visit("whole/") as page:
        expect(page.locator(".edition")).to_be_visible()
        assert page.locator(".on-paper:visible, .ref:visible").count() == 0


def test_paper_has_nothing_to_press_and_tells_names_from_what_is_said_of_them(visit: Open) -> None:
    with visit("bios/jerry-tworek/") as page:
        page.emulate_media(media="print")
        expect(page.locator(".related a").first).to_have_css("font-weight", "600")
    with visit("") as page:
        page.emulate_media(media="print")
        expect(page.locator("summary").first).to_be_hidden()


# The words on paper that are smaller than eight points, but for signs and figures that stand beside others.
SMALL = """() => {
  const found = [], walker = document.createTreeWalker(document.querySelector(".md-content"), NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode, parent = text.parentElement
    if (!text.data.trim() || parent.closest("svg, .sign, .siglum, code") || !parent.checkVisibility()) continue
    if (parseFloat(getComputedStyle(parent).fontSize) < 10.3) found.push(text.data.trim())
  }
  return found
}"""


@pytest.mark.parametrize("path", ["bios/sam-altman/", "fact-checks/", "fact-checks/tworek-quote/", "variants/"])
def test_no_word_of_a_page_on_paper_is_smaller_than_a_note(visit: Open, path: str) -> None:
    with visit(path) as page:
        page.emulate_media(media="print")
        assert page.evaluate(SMALL) == []


def test_no_line_parts_a_day_on_paper(visit: Open) -> None:
    with visit("bios/sam-altman/") as page:
        page.emulate_media(media="print")
        lines = "() => [...document.querySelectorAll('.events time')].map(day => day.getClientRects().length)"
        assert set(page.evaluate(lines)) == {1}


def test_a_table_of_the_article_begins_where_its_text_does(browser: Browser, site_of: Callable[[str], Path]) -> None:
    right = """selector => {
      const one = document.querySelector(selector)
      return Math.round(one.getBoundingClientRect().right - parseFloat(getComputedStyle(one).paddingRight))
    }"""
    with served(site_of("arabic")) as address, visitor(browser, address)("article/02-arqam/") as page:
        page.emulate_media(media="print")
        assert page.evaluate(right, ".edition table") == page.evaluate(right, ".words:not(table *)")


def test_a_guide_s_text_is_as_wide_as_paper_and_its_tables_no_wider_and_no_larger(visit: Open) -> None:
    of = "one => ({ width: one.offsetWidth, size: parseFloat(getComputedStyle(one).fontSize) })"
    with visit("publishing/") as page:
        page.emulate_media(media="print")
        sheet = page.locator(".md-content__inner").evaluate(of)
        for selector in ("p:not([class])", "pre"):
            text = page.locator(f".md-content__inner {selector}").first.evaluate(of)
            assert text["width"] == sheet["width"], selector
        text, table = (page.locator(f".md-content__inner > {one}").nth(-1).evaluate(of) for one in ("p", "table"))
        assert table["width"] <= text["width"]
        assert table["size"] < text["size"]
