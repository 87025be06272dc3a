"""A note is opened, walked from and closed: by mouse, by key, by finger; and the focus is where it is looked for."""

from __future__ import annotations

from tests.browser.behaviours import needs
from tests.browser.behaviours.conftest import Visit

SECTION = "article/02-departure/"
OPEN = "() => [...document.querySelectorAll('.note[open]')].filter(note => note.getClientRects().length).length"


def test_a_click_on_words_opens_their_note(visit: Visit) -> None:
    with visit(SECTION) as page:
        page.click("a.mark", 3)
        page.becomes(1, OPEN)
        page.keys("Escape")
        page.becomes(0, OPEN)


def test_enter_leads_into_the_note_and_escape_back_the_second_time_too(visit: Visit) -> None:
    with visit(SECTION) as page:
        page.run("() => document.querySelectorAll('a.mark')[3].focus()")
        for _ in range(2):
            page.keys("Enter")
            page.wait_focus(".note[open], .sheet")
            page.keys("Escape")
            page.wait_focus("a.mark")
            page.becomes(0, OPEN)


@needs("touch")
def test_narrow_a_tap_opens_the_sheet(visit: Visit) -> None:
    with visit(SECTION, 390, 844, touch=True) as page:
        page.tap("a.mark", 3)
        page.becomes(1, OPEN)
