"""What is heard: where a claim begins and ends, of which kind a link is; and silence where it is not wanted."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, open_switches
from tests.browser.test_margin import SECTIONS

DEPARTURE = "article/02-departure/"


def heard(page: Page, selector: str) -> str:
    """The words and the names of links of a passage, in the order in which they are read out."""
    snapshot = page.locator(selector).first.aria_snapshot()
    pieces = re.findall(r'^ *- \'?(?:text: |(?:link|img|note) )?"?(.*?)"?\'?:?$', snapshot, re.MULTILINE)
    return " ".join(piece for piece in pieces if not piece.startswith(("paragraph", "/url", "text: ")))


def test_a_claim_and_the_links_within_it_are_said(visit: Open) -> None:
    with visit(DEPARTURE) as page:
        said = heard(page, "#p-3")
        assert "claim: 新年刚 word: 开工 end of claim: Accurate: The news came just as the new year’s work had" in said
        # A claim that begins with a name: the claim first.
        assert "claim: name: OpenAI" in heard(page, "#p-4")


COUNT = """() => [...document.querySelectorAll(".edition .words")].map(words => {
  const heard = (mark, place) => getComputedStyle(mark, place).content.split(" / ").at(-1) // what is read out for it
  const said = [...words.querySelectorAll(".mark:not(.en *)")].map(mark => [
    mark.dataset.notes, heard(mark, "::before"), heard(mark, "::after"),
    mark.localName])
  const ends = [...words.querySelectorAll(".sign[data-rating]:not(.en *)")].map(sign =>
    document.getElementById((sign.hash || sign.dataset.href).slice(1))).filter(note => note.matches(".check"))
  return [said, ends.map(note => note.dataset.note)]
})"""


@pytest.mark.parametrize("section", SECTIONS)
def test_every_claim_begins_and_ends_and_every_link_has_its_kind(visit: Open, section: str) -> None:
    with visit(f"article/{section}/") as page:
        open_claims: set[str] = set()
        checks = set(page.locator(".note.check").evaluate_all("all => all.map(note => note.dataset.note)"))
        for said, ended in page.evaluate(COUNT):
            starts: set[str] = set()
            for ids, before, after, tag in said:
                new = (checks & set(ids.split())) - open_claims - starts
                assert ("claim: " in before) == bool(new), (ids, before)
                starts |= new
                assert (re.search("name|word", before) is not None) == (tag == "a"), (ids, before)
                assert after in ('" end of claim: "', "none", '""'), after
            open_claims = (open_claims | starts) - set(ended)
            last = {check: after for ids, _, after, _ in said for check in checks & set(ids.split())}
            for check in ended:
                assert last[check] == '" end of claim: "', check
        assert open_claims == set()


def test_the_switch_is_reached_by_the_keyboard_alone_and_stays_off(visit: Open) -> None:
    with visit(DEPARTURE) as page:
        open_switches(page)
        switch = page.get_by_role("button", name="Say where a passage begins")
        assert switch.evaluate("it => getComputedStyle(it).clipPath") == "inset(50%)"
        page.get_by_role("button", name="Traditional").focus()
        page.keyboard.press("Tab")
        expect(switch).to_be_focused()
        expect(switch).to_have_css("clip-path", "none")
        expect(switch).to_have_attribute("aria-pressed", "true")
        page.keyboard.press("Enter")
        for _ in range(2):
            expect(switch).to_have_attribute("aria-pressed", "false")
            assert not re.search("claim: |name: |word: ", page.locator(".edition").aria_snapshot())
            page.reload()
            open_switches(page)
        switch.focus()
        page.keyboard.press("Enter")
        expect(switch).to_have_attribute("aria-pressed", "true")
        assert "claim: " in heard(page, "#p-3")


SILENT = {"checks": "claim: ", "names": "name: ", "words": "word: "}


@pytest.mark.parametrize("kind", SILENT)
def test_of_a_kind_that_is_switched_off_nothing_is_said(visit: Open, kind: str) -> None:
    shown = [name for name in SILENT if name != kind]
    with visit(f"{DEPARTURE}?show={','.join(shown)}") as page:
        words = " ".join(page.locator(".words").nth(index).aria_snapshot() for index in range(6))
        assert SILENT[kind] not in words
        assert all(SILENT[name] in words for name in shown)


def test_the_english_is_read_without_interruption(visit: Open) -> None:
    with visit(DEPARTURE) as page:
        assert page.locator(".en .mark.bio").count() > 3
        said = page.locator(".en .mark").evaluate_all(
            "all => all.map(mark => getComputedStyle(mark, '::before').content)"
        )
        assert set(said) <= {"none", "normal"}
