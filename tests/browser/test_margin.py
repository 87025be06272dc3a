"""Where the notes of every section stand: beside their words or under them, none on another, open or not."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, rest

SECTIONS = sorted(path.stem for path in (Path(__file__).parents[2] / "docs/article").glob("*.md"))
LINE = 19.2  # a line of a note, in pixels
NEAR = 60  # about two lines of the text

NOTES = """() => [...document.querySelectorAll(".edition .note")].map(note => {
  const words = note.parentElement.previousElementSibling
  const mark = words.querySelector(`[data-notes~="${note.dataset.note}"]`).getClientRects()[0]
  const box = note.getBoundingClientRect(), around = words.getBoundingClientRect()
  return {id: note.id, shown: note.checkVisibility({visibilityProperty: true}) && box.width > 0 && box.height > 0,
          left: box.left, right: box.right, top: box.top, bottom: box.bottom, mark: mark.top,
          wordsRight: around.right, wordsBottom: around.bottom, wordsTop: around.top,
          least: note.matches('.check:not(.again)') ? 2 : 1}
})"""

# Opens every note by a click on the words that call it, one after the other; answers with what is wrong.
# It must be level with the words, or, where those above it leave no room up to the section's head, close below them.
OPEN_EACH = """async () => {
  const wrong = []
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
    if (location.hash !== link.hash) wrong.push(["address", location.hash, link.hash])
    const boxes = [...document.querySelectorAll(".edition .note")].map(note => note.getBoundingClientRect())
    boxes.sort((one, other) => one.top - other.top)
    if (boxes.some((box, index) => index && box.top < boxes[index - 1].bottom - 0.5)) wrong.push(["overlap", link.hash])
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

SHIFT = """async () => {
  await document.fonts.ready
  let sum = 0
  const count = list => list.forEach(entry => { sum += entry.value })
  const observer = new PerformanceObserver(list => count(list.getEntries()))
  observer.observe({type: "layout-shift", buffered: true})
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  count(observer.takeRecords())
  return sum
}"""


def notes(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(NOTES)
    assert found
    return found


def overlapping(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Notes of one column that lie on one another."""
    return [(above["id"], below["id"]) for above, below in pairwise(sorted(found, key=lambda note: note["top"]))
            if below["top"] < above["bottom"] - 0.5]  # fmt: skip


@pytest.mark.parametrize("width", [1440, 1024])
@pytest.mark.parametrize("section", SECTIONS)
def test_wide_every_note_stands_beside_its_words_and_none_on_another(visit: Open, section: str, width: int) -> None:
    with visit(f"article/{section}/", width) as page:
        assert page.evaluate(SHIFT) < 0.02
        found = notes(page)
        for note in found:
            assert note["shown"], note
            assert note["wordsRight"] <= note["left"] < note["right"] <= width, note
        assert overlapping(found) == []
        # Between a note and words farther than NEAR stand only notes that say the least (a verdict two lines, all else
        # one), without room between them.
        for index, note in enumerate(found):
            between = found[index:] if note["top"] < note["mark"] else found[index::-1]
            for one, other in pairwise(between):
                if abs(one["top"] - note["mark"]) <= NEAR + 1:
                    break
                assert one["bottom"] - one["top"] < one["least"] * LINE + 3, (note, one)
                assert abs(one["top"] - other["bottom"]) < 8.5 or abs(other["top"] - one["bottom"]) < 8.5, (note, one)
        text = max(note["wordsBottom"] for note in found) - min(note["wordsTop"] for note in found)
        if sum(note["least"] * LINE + 7 for note in found) <= text:
            assert median(abs(note["top"] - note["mark"]) for note in found) < 900 / 4  # a quarter of the window
        # What stands below the last note does not lie under it.
        footer = page.locator(".md-footer").bounding_box()
        assert footer
        assert max(note["bottom"] for note in found) <= footer["y"]


@pytest.mark.parametrize("section", SECTIONS)
def test_narrow_every_note_opens_under_its_words_by_its_chip(visit: Open, section: str) -> None:
    with visit(f"article/{section}/", 390, 844) as page:
        assert page.evaluate(SHIFT) < 0.02
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
