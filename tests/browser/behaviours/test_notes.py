"""A note is opened, walked from and closed: by mouse, by key, by finger; and the focus is where it is looked for."""

from __future__ import annotations

import pytest

from tests.browser.behaviours import needs, only
from tests.browser.behaviours.conftest import Visit
from tests.browser.behaviours.test_layout import SECTIONS
from tests.browser.test_margin import OPEN_EACH, TAP_EACH
from tests.sweeping import sweep

SECTION = "article/03-seven-years/"
HEARTS = "article/04-hearts/"
AGAIN = "#p-34 a.mark[data-notes~=chuzou]"  # a word that comes again, far under its note
OPEN = "() => [...document.querySelectorAll('.note[open]')].filter(note => note.getClientRects().length).length"
SHEET = "() => [...document.querySelectorAll('.sheet:not([hidden]) > .note')].map(note => note.dataset.note)"
# How far beside the words the sheet stands, and how far to the right of them.
BESIDE = """selector => {
  const mark = document.querySelector(selector).getClientRects()[0]
  const sheet = document.querySelector(".sheet").getBoundingClientRect()
  return [Math.round(sheet.top - mark.top), Math.round(sheet.left - mark.right)]
}"""
FOURTH = "() => document.activeElement === document.querySelectorAll('a.mark')[3]"
FOCUS = "selector => document.querySelector(selector).focus()"


@pytest.mark.parametrize("width", [1440, 390])
def test_a_click_opens_the_note_and_a_second_closes_it(visit: Visit, width: int) -> None:
    with visit(SECTION, width, 844, still=True) as page:
        for _ in range(2):
            page.click("a.mark", 3)
            page.becomes(1, OPEN)
            page.keys("Escape")
            page.becomes(0, OPEN)


def test_a_note_in_the_margin_opens_at_the_sign_of_its_verdict_too(visit: Visit) -> None:
    with visit(SECTION, still=True) as page:
        page.click(".margin .note.check:not([open]) summary .sign")
        page.becomes(1, OPEN)


@pytest.mark.parametrize("width", [390, 1440])
def test_enter_leads_into_the_note_and_escape_back_the_second_time_as_the_first(visit: Visit, width: int) -> None:
    with visit(SECTION, width, 844, still=True) as page:
        page.run("() => document.querySelectorAll('a.mark')[3].focus()")
        for _ in range(2):
            page.keys("Enter")
            page.wait_focus(".note[open], .sheet")
            page.keys("Escape")
            page.wait(FOURTH)
            page.becomes(0, OPEN)


def test_the_walk_goes_from_note_to_note_and_escape_to_the_words_of_the_last(visit: Visit) -> None:
    with visit(SECTION, still=True) as page:
        page.run(FOCUS, "a.mark")
        page.keys("Enter")
        page.wait_focus(".note[open]")
        names = page.run("() => [...document.querySelectorAll('.edition .note')].map(note => note.dataset.note)")
        opened = (
            "() => [...document.querySelectorAll('.note[open]')].find(n => n.getClientRects().length)?.dataset.note"
        )
        at = names.index(page.run(opened))
        for name in names[at + 1 : at + 5]:
            page.keys("]")
            page.becomes(name, opened)
            page.wait_focus(".note[open], .sheet")
        page.keys("[")
        page.becomes(names[at + 3], opened)
        page.keys("Escape")
        page.wait_focus(f".words a[href='#note-{names[at + 3]}']")


def test_an_open_note_stays_open_in_a_window_of_another_width(visit: Visit) -> None:
    with visit(SECTION, still=True) as page:
        page.run("() => document.querySelectorAll('a.mark')[3].focus()")
        page.keys("Enter")
        page.wait_focus(".note[open]")
        name = page.run("() => document.activeElement.closest('.note').dataset.note")
        page.resize(768)
        page.becomes(name, f"() => ({SHEET})()[0]")
        page.wait_focus(".sheet")
        page.resize(1440)
        page.wait_focus(f".margin .note[open][data-note='{name}']")
        page.becomes([], SHEET)
        page.keys("Escape")
        page.wait(FOURTH)
        page.becomes(0, OPEN)


@sweep("webkit")
def test_each_note_opens_level_with_its_words_and_on_no_other(visit: Visit) -> None:
    with visit("article/01-lede/", height=3000, still=True) as page:  # which holds the whole section
        assert page.run(OPEN_EACH) == []


@only("chromium")
@pytest.mark.parametrize("section", SECTIONS)
def test_so_it_does_in_every_section(visit: Visit, section: str) -> None:
    # In a window that holds the whole section; in a lower one the sheet rises, so as not to leave it at the foot.
    width = 1440 if int(section[:2]) % 2 else 1024  # the margin is as wide at both, and sections by turns show it
    with visit(f"article/{section}/", width, 12_000, still=True) as page:
        page.run("() => { document.documentElement.style.opacity = 0 }")  # to paint so large a window takes long
        assert page.run(OPEN_EACH) == []


def test_narrow_each_mark_brings_up_its_notes(visit: Visit) -> None:
    with visit("article/01-lede/", 390, 844, still=True) as page:
        assert page.run(TAP_EACH) == []


@only("chromium")
@pytest.mark.parametrize("section", SECTIONS)
def test_so_it_does_in_every_section_by_touch(visit: Visit, section: str) -> None:
    with visit(f"article/{section}/", 390, 844, still=True, touch=True) as page:
        assert page.run(TAP_EACH) == []


@needs("touch")
@pytest.mark.parametrize("width", [390, 768])
def test_narrow_a_tap_keeps_the_words_in_sight(visit: Visit, width: int) -> None:
    with visit("article/02-departure/", width, 844, touch=True) as page:
        page.tap("a.mark", -1)
        page.becomes(1, OPEN)
        page.wait("() => [...document.querySelectorAll('a.mark')].at(-1).getBoundingClientRect().bottom"
                  " <= document.querySelector('.sheet').getBoundingClientRect().top")  # fmt: skip
        page.tap(".sheet .close")
        page.becomes(0, OPEN)


def test_narrow_a_chip_tells_of_the_notes_that_show_alone(visit: Visit) -> None:
    told = """() => [...document.querySelectorAll(".chip")].filter(one => one.getClientRects().length)
      .map(one => one.innerText.replace(/\\s+/g, " "))"""
    with visit("article/05-exodus/?show=checks,english", 390, 844) as page:
        assert page.run(told)
        assert not [words for words in page.run(told) if "check" not in words or "word" in words or "name" in words]
        page.click(".paths label", nth=2)
        page.wait("() => document.querySelector('.paths label:nth-of-type(3) input').checked")
        page.rest()
        assert [words for words in page.run(told) if "word" in words]
        assert not [words for words in page.run(told) if "check" in words]


def test_narrow_the_notes_of_a_paragraph_unfold_by_their_chip(visit: Visit) -> None:
    with visit(SECTION, 390, 844) as page:
        folded = "() => [...document.querySelectorAll('.margin .note')].filter(n => n.offsetHeight > 1).length"
        assert page.run(folded) == 0
        page.click(".chip")
        page.wait("() => document.querySelector('.chip').getAttribute('aria-expanded') === 'true'")
        page.wait(f"() => ({folded})() > 0")
        page.click(".chip")
        page.becomes(0, folded)


def test_a_word_that_comes_again_shows_its_note_beside_it(visit: Visit) -> None:
    with visit(HEARTS, still=True) as page:
        page.click(AGAIN)
        page.wait(f"() => ({SHEET})()[0] === 'chuzou'")
        down, right = page.run(BESIDE, AGAIN)
        assert abs(down) < 40
        assert right > 0
        page.keys("Escape")
        page.becomes([], SHEET)


def test_where_the_pointer_rests_the_note_comes_and_goes_with_it(visit: Visit) -> None:
    with visit(HEARTS, still=True) as page:
        page.hover(AGAIN)
        page.becomes(["chuzou"], SHEET)
        page.hover(".sheet > .note")
        page.wait("() => new Promise(resolve => setTimeout(() => resolve(true), 600))")
        assert page.run(SHEET) == ["chuzou"]  # it can be reached
        page.pointer(("move", (600, 200)))
        page.pointer(("move", (500, 300)))
        page.becomes([], SHEET)


def test_where_the_focus_rests_the_note_comes_and_enter_keeps_it(visit: Visit) -> None:
    with visit(HEARTS, still=True) as page:
        page.run(FOCUS, AGAIN)
        page.becomes(["chuzou"], SHEET)
        page.keys("Enter")
        page.wait_focus(".sheet")
        page.keys("Escape")
        page.wait_focus(AGAIN)
        page.becomes([], SHEET)


def test_words_and_notes_light_up_together(visit: Visit) -> None:
    with visit(SECTION) as page:
        lit = "() => document.querySelectorAll('.note[data-note=kaiguo-gongchen].lit').length"
        page.hover(".words [data-notes~=kaiguo-gongchen]")
        page.becomes(1, lit)
        page.hover(".words a.mark:not([data-notes~=kaiguo-gongchen])", -1)
        page.becomes(0, lit)


def test_a_paragraphs_number_opens_its_menu_and_escape_gives_the_focus_back(visit: Visit) -> None:
    with visit(SECTION) as page:
        page.run(FOCUS, "#p-18 .number")
        for _ in range(2):
            page.keys("Enter")
            page.wait_focus(".cite :nth-child(1)")
            page.keys("ArrowDown")
            page.wait_focus(".cite :nth-child(2)")
            page.keys("Escape")
            page.wait_focus("#p-18 .number")
            page.wait("() => !document.querySelector('.cite').checkVisibility()")
        page.click("#p-19 .number")
        page.wait_focus(".cite")
        page.keys("Escape")
        page.wait_focus("#p-19 .number")


REFUSED = """() => {
  history.replaceState = () => { throw new DOMException("The operation is insecure.", "SecurityError") }
}"""


def test_where_the_address_may_no_longer_change_notes_open_all_the_same(visit: Visit) -> None:
    """WebKit refuses more than a hundred changes in ten seconds."""
    with visit(SECTION) as page:
        page.run(REFUSED)
        page.click("a.mark", 3)
        page.wait("() => !!document.querySelector('.edition .note[open], .sheet .note')")
        page.keys("Escape")
        page.click("#p-18 .number")
        page.wait_focus(".cite")


def test_the_sheet_lies_at_the_foot_of_a_window_that_was_wider(visit: Visit) -> None:
    with visit(SECTION, still=True) as page:
        page.hover("a.mark", 2)
        page.wait("() => document.querySelector('.sheet:not([hidden]) .note')")
        page.resize(600)
        page.click("a.mark", 4)
        page.wait("""() => {
          const sheet = document.querySelector(".sheet:not([hidden])")
          return sheet && Math.abs(sheet.getBoundingClientRect().bottom - innerHeight) < 2
        }""")
