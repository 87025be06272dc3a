"""Where the notes of every section stand: beside their words or under them, none on another, open or not."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, rest
from tests.browser.nearness import FAR, FARTHEST, LOOSE, NAME_OF, NEARNESS, WIDTHS

SECTIONS = sorted((path.stem for path in (Path(__file__).parents[2] / "docs/article").glob("*.md")), reverse=True)
"""The last first, which is the longest and has most notes."""

NOTES = (
    f"() => {{ {NAME_OF}"
    + """
return [...document.querySelectorAll(".edition .note")].map(note => {
  const words = note.parentElement.previousElementSibling
  const mark = words.querySelector(`[data-notes~="${nameOf(note)}"]`).getClientRects()[0]
  const box = note.getBoundingClientRect(), around = words.getBoundingClientRect()
  return {id: note.id, shown: note.checkVisibility({visibilityProperty: true}) && box.width > 0 && box.height > 0,
          left: box.left, right: box.right, top: box.top, bottom: box.bottom, mark: mark.top,
          wordsRight: around.right, wordsBottom: around.bottom, wordsTop: around.top,
          spare: note.matches(".spare")}
})}"""
)

SHOWN = """() => [...document.querySelectorAll('.note.spare')].filter(note =>
  note.checkVisibility({contentVisibilityAuto: true}) && note.offsetHeight > 1).map(note => note.id)"""

# Opens every note by a click on the words that call it, one after the other; answers with what is wrong.
# It must be level with the words, or, where those above it leave no room up to the section's head, close below them;
# and no paragraph moves.
OPEN_EACH = """async () => {
  const topOf = words => Math.round(words.getBoundingClientRect().top + scrollY)
  const tops = () => [...document.querySelectorAll(".words")].map(topOf)
  const wrong = [], atRest = tops().join()
  for (const link of document.querySelectorAll('.edition .words a[href^="#note-"]')) {
    link.click()
    await new Promise(resolve => setTimeout(resolve))
    const note = document.getElementById(link.hash.slice(1)), sheet = document.querySelector(".sheet")
    const own = note.parentElement.previousElementSibling.contains(link) && note.open
    const shown = own ? note : sheet
    const opened = own ? note : sheet.querySelector(`[data-note="${note.dataset.note}"]`)
    if (!opened?.open) wrong.push(["closed", link.hash])
    const mark = note.parentElement.previousElementSibling.querySelector(`[data-notes~="${note.dataset.note}"]`)
    const top = shown.getBoundingClientRect().top
    const [away, fromLink] = [own ? mark : link, link].map(element => Math.round(top - element.getClientRects()[0].top))
    if (tops().join() !== atRest) wrong.push(["moved", link.hash])
    if (location.hash !== link.hash) wrong.push(["address", location.hash, link.hash])
    const standing = [...document.querySelectorAll(".edition .note:not([hidden])")]
    const boxes = standing.map(note => note.getBoundingClientRect())
    boxes.sort((one, other) => one.top - other.top || one.left - other.left)
    const lies = (box, index) => index && box.top < boxes[index - 1].bottom - 0.5 && box.left < boxes[index - 1].right
    if (boxes.some(lies)) wrong.push(["overlap", link.hash])
    const head = document.querySelector(".head").getBoundingClientRect().top
    const edges = [{bottom: head - 7}, ...boxes.filter(box => box.top <= top)]
    const room = edges.some((box, index) => index && box.top - edges[index - 1].bottom > 8.5)
    const level = Math.abs(fromLink) <= (own ? 120 : 40) && (away <= 40 || (own && !room))
    if (!level) wrong.push(["not level", link.hash, away, fromLink])
    if (document.querySelectorAll(".edition .note[open]").length !== Number(own)) wrong.push(["others open", link.hash])
    document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", bubbles: true}))
    await new Promise(resolve => setTimeout(resolve))
    if (document.querySelector(".edition .note[open]") || !sheet.hidden) wrong.push(["stays open", link.hash])
  }
  return wrong
}"""

# Taps every mark and sign on a narrow page; answers with those whose notes the sheet does not show.
TAP_EACH = """() => {
  const wrong = [], sheet = document.querySelector(".sheet")
  for (const mark of document.querySelectorAll(".edition .words :is(.mark, a.sign)")) {
    mark.click()
    const shown = [...sheet.querySelectorAll(".note")].map(note => note.dataset.note)
    const wanted = mark.dataset.notes?.split(" ") || [document.getElementById(mark.hash.slice(1)).dataset.note]
    const brought = !sheet.hidden && wanted.every(id => shown.includes(id)) && sheet.querySelector(".note").open
    if (!brought) wrong.push(mark.outerHTML)
    sheet.querySelector(".close").click()
    if (!sheet.hidden) wrong.push("stays open")
  }
  return wrong
}"""


def notes(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(NOTES)
    assert found
    return found


def overlapping(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Notes that lie on one another."""
    lines = sorted(found, key=lambda note: (note["top"], note["left"]))
    return [
        (above["id"], below["id"]) for above, below in combinations(lines, 2)
        if below["top"] < above["bottom"] - 0.5 and above["left"] < below["right"] and below["left"] < above["right"]
    ]  # fmt: skip


@pytest.mark.parametrize("width", [1440, 1024])
@pytest.mark.parametrize("section", SECTIONS)
def test_wide_every_note_stands_beside_its_words_and_none_on_another(visit: Open, section: str, width: int) -> None:
    with visit(f"article/{section}/", width) as page:
        found = notes(page)
        for note in found:
            assert note["shown"] or note["spare"], note
            assert note["wordsRight"] <= note["left"] < note["right"] <= width, note
        assert overlapping([note for note in found if note["shown"]]) == []
        # What stands below the last note does not lie under it.
        footer = page.locator(".md-footer").bounding_box()
        assert footer
        assert max(note["bottom"] for note in found) <= footer["y"]


@pytest.mark.parametrize(
    ("script", "show"),
    [(True, ""), (False, ""), (True, "?show=checks,english")],
    ids=["script", "no script", "of a reader who verifies"],
)
def test_wide_notes_stand_near_their_words_and_keep_no_paragraphs_apart(visit: Open, script: bool, show: str) -> None:
    away: dict[int, list[float]] = {width: [] for width in WIDTHS}
    with visit("404.html", java_script_enabled=script) as page:
        address = page.url.removesuffix("404.html")
        for section in SECTIONS:
            page.goto(f"{address}article/{section}/{show}")
            if script:
                rest(page)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                found = page.evaluate(NEARNESS)
                assert max(found["gaps"]) <= LOOSE, (section, width)
                away[width] += found["away"]
    for width, distances in away.items():
        distances.sort()
        assert distances[int(0.95 * len(distances))] <= FAR, width
        assert distances[-1] <= FARTHEST, width


def test_what_is_spared_is_counted_and_opens_in_its_margin_without_moving_the_text(visit: Open) -> None:
    with visit("article/01-lede/") as page:
        count = page.locator(".rest")
        spared = page.locator(".note.spare")
        assert int(count.get_attribute("data-count")) == spared.count() > 0
        where = "() => [...document.querySelectorAll('.words, .md-footer')].map(one => one.getBoundingClientRect().top)"
        words = page.evaluate(where)[:-1]
        assert page.evaluate(SHOWN) == []
        count.click()
        assert len(page.evaluate(SHOWN)) == spared.count()
        assert overlapping([note for note in notes(page) if note["shown"]]) == []
        assert page.evaluate(where)[:-1] == words
        expect(count).to_have_attribute("aria-expanded", "true")
        count.click()
        assert page.evaluate(SHOWN) == []


def test_where_words_are_not_explained_nothing_is_counted(visit: Open) -> None:
    with visit("article/01-lede/?show=checks,names,english") as page:
        expect(page.locator(".note.spare:not(.gloss)").first).to_be_visible()
        expect(page.locator(".rest")).to_be_hidden()


def test_without_script_the_count_leads_to_what_is_spared(visit: Open) -> None:
    with visit("article/01-lede/", java_script_enabled=False) as page:
        page.locator(".rest").click()
        assert len(page.evaluate(SHOWN)) == page.locator(".note.spare").count()
        expect(page.locator(".rest")).to_be_hidden()
        assert overlapping([note for note in notes(page) if note["shown"]]) == []


@pytest.mark.parametrize("section", SECTIONS)
def test_narrow_every_note_opens_under_its_words_by_its_chip(visit: Open, section: str) -> None:
    with visit(f"article/{section}/", 390, 844) as page:
        assert not any(note["shown"] for note in notes(page))
        for chip in page.locator(".chip").all():
            chip.click()
            expect(chip).to_have_attribute("aria-expanded", "true")
        rest(page)
        found = notes(page)
        for note in found:
            assert note["shown"], note
            assert note["top"] >= note["wordsBottom"], note
            assert 0 <= note["left"] < note["right"] <= 390, note
            between = [other for other in found if note["wordsBottom"] < other["wordsTop"] < note["top"]]
            assert between == [], note
        assert overlapping(found) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
