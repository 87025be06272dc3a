"""What a reader chooses to see: a path, single kinds, English, pinyin; kept, told by the address, and no flash."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from edition import Site, open_project
from edition.model import Gloss
from edition.text import count_characters, readings
from tests.browser.conftest import Open, open_switches, rest
from tests.browser.nearness import FAR, NEARNESS
from tests.browser.test_margin import SECTIONS, notes, overlapping
from tests.hosts import Known
from tests.patience import becomes
from tests.sweeping import further

OFF = "sentences asked glossed pinyin interlinear traditional"
SECTION = "article/02-departure/"

# Says before anything can be painted, at the moment the body comes to be, what is hidden.
WATCH = """new MutationObserver((_, observer) => {
  if (!document.body) return
  window.hiddenAtFirst = document.documentElement.dataset.hide
  observer.disconnect()
}).observe(document, {childList: true, subtree: true})"""


@pytest.fixture(scope="module")
def bound(root: Path) -> Site:
    """The edition that is built, without a browser."""
    return open_project(root).bind(Known())


def test_the_switches_set_the_path(visit: Open) -> None:
    with visit(SECTION) as page:
        expect(page.get_by_role("radio", name="Understand")).to_be_checked()
        open_switches(page)
        for name, path in (("Words", None), ("Names", "Verify"), ("Names", None), ("Words", "Understand")):
            switch = page.get_by_role("button", name=re.compile(f"^{name} "))
            before = switch.get_attribute("aria-pressed")
            switch.click()
            expect(switch).not_to_have_attribute("aria-pressed", before or "")
            expect(page.locator("[data-path]:checked")).to_have_count(1 if path else 0)
            if path:
                expect(page.get_by_role("radio", name=path)).to_be_checked()


def test_the_address_says_nothing_of_what_is_said(visit: Open) -> None:
    with visit(SECTION) as page:
        open_switches(page)
        page.locator("[data-show=cues]").focus()
        page.keyboard.press("Enter")
        expect(page.locator("[data-show=cues]")).to_have_attribute("aria-pressed", "false")
        page.goto(page.url + "?show=checks")
        pressed = page.locator("[data-show][aria-pressed=true]")
        expect(pressed).to_have_count(1)
        expect(pressed).to_have_attribute("data-show", "checks")


@further
@pytest.mark.parametrize(("asked", "hidden"), [("", f"names {OFF}"), ("?show=checks,english", f"names words {OFF}")])
def test_nothing_flashes(visit: Open, asked: str, hidden: str) -> None:
    with visit(SECTION) as page:
        open_switches(page)
        names = page.get_by_role("button", name=re.compile("^Names "))
        names.click()
        expect(names).to_have_attribute("aria-pressed", "false")
        page.add_init_script(WATCH)
        page.goto(page.url + asked)
        assert set(page.evaluate("window.hiddenAtFirst").split()) == set(hidden.split())


# Of each word that has a reading its form and the reading. A word in which a link ends has a rest behind its ruby, and
# between them may be the number that a note has on paper; behind it stand the signs of the text that stay with it.
RUBY = """() => [...document.querySelectorAll(".edition .words")].map(leaf => {
  const words = []
  for (const part of leaf.querySelectorAll("ruby ruby, .word-rest")) {
    const copy = part.cloneNode(true)
    for (const one of copy.querySelectorAll("[data-apparatus]")) one.remove()
    if (!part.matches(".word-rest")) words.push([copy.textContent, part.querySelector(":scope > rt")?.dataset.reading])
    else if (/[\\p{L}\\p{N}]/u.test(copy.textContent)) words.at(-1)[0] += copy.textContent
  }
  return words.filter(([, reading]) => reading)
})"""


@pytest.mark.parametrize("section", SECTIONS)
def test_every_word_has_its_own_reading_above_it(visit: Open, section: str, bound: Site) -> None:
    found = bound.concordance.by_slug[section.partition("-")[2]]
    words = [placed_rows.rows if placed_rows else () for placed_rows in found.interlinear]
    wanted = [[(row.form, row.reading) for row in rows if row.reading] for rows in words]  # VP and the like have none
    assert any(wanted)
    with visit(f"article/{section}/?show=checks,names,words,pinyin") as page:
        becomes(lambda: [[tuple(pair) for pair in line] for line in page.evaluate(RUBY)], wanted)


@pytest.mark.parametrize("section", SECTIONS)
def test_with_pinyin_the_notes_stand_beside_their_words_and_none_on_another(visit: Open, section: str) -> None:
    with visit(f"article/{section}/?show=checks,names,words,english,pinyin") as page:
        page.wait_for_selector("ruby")
        rest(page)
        found = notes(page)
        assert overlapping([note for note in found if note["shown"]]) == []
        assert all(note["wordsRight"] <= note["left"] for note in found if note["shown"])
        away = page.evaluate(NEARNESS)["away"]
        assert away[int(0.9 * len(away))] <= FAR


def test_a_gloss_is_read_as_its_words_in_the_text(bound: Site) -> None:
    """But for the tones that words change beside one another, and the light ones."""
    concordance, wrong = bound.concordance, []
    for gloss in concordance.notes.values():
        if not isinstance(gloss, Gloss) or not gloss.reading:
            continue
        for place in concordance.places[gloss.id]:
            section = concordance.by_slug[place.range.section]
            index = section.text.leaf_at(place.range.start)
            words = section.text.flat[place.range.start : place.range.end]
            before = count_characters(section.text.flat[section.text.leaves[index].start : place.range.start])
            ours = list(section.readings[index][before : before + count_characters(words)])
            own = readings(words, gloss.reading)
            if len(own) == len(ours) and own != ours:
                wrong.append((gloss.id, words, own, ours))
    assert wrong == []


@pytest.mark.parametrize("section", SECTIONS)
def test_narrow_a_search_in_the_page_reaches_the_words_of_notes(visit: Open, section: str) -> None:
    with visit(f"article/{section}/", 390, 844) as page:
        note = page.locator(".margin .note").last
        assert set(page.locator(".margin .note").evaluate_all("all => all.map(one => one.getAttribute('hidden'))")) == {
            "until-found"
        }
        assert note.evaluate("note => note.checkVisibility({contentVisibilityAuto: true}) && note.offsetHeight") == 0
        note.evaluate("note => note.dispatchEvent(new Event('beforematch', {bubbles: true}))")
        expect(note).not_to_have_attribute("hidden", re.compile(""))
        expect(note.locator("xpath=..").locator(".chip")).to_have_attribute("aria-expanded", "true")
        becomes(lambda: note.bounding_box()["height"] > 10, True)
