"""By Tab alone a reader comes everywhere on a page, and is held nowhere."""

from __future__ import annotations

import pytest

from tests.browser.behaviours.conftest import Visit
from tests.browser.engines.page import Page

FOCUSED = """() => {
  const one = document.activeElement
  window.known ??= []
  if (!one || one === document.body) return null
  if (!known.includes(one)) known.push(one)
  const box = one.getBoundingClientRect()
  return { number: known.indexOf(one), skip: one.matches(".md-skip"), search: one.matches("[name=query]"),
    header: !!one.closest(".md-header"), nav: !!one.closest(".md-sidebar"), switches: !!one.closest(".switches"),
    text: !!one.closest(".words"), margin: !!one.closest(".margin"), foot: !!one.closest(".md-footer"),
    seen: one.checkVisibility({ visibilityProperty: true }) && box.width > 0 }
}"""


def tabbed(page: Page, until: str, most: int = 80) -> list[dict[str, bool]]:
    """What has the focus after each press of Tab, until it is in such a place."""
    found = []
    for _ in range(most):
        page.keys("Tab")
        if at := page.run(FOCUSED):
            found.append(at)
            if at[until]:
                break
    return found


@pytest.mark.parametrize("width", [1440, 390])
def test_tab_goes_from_the_top_into_the_text_and_stays_nowhere(visit: Visit, width: int) -> None:
    with visit("article/02-departure/", width) as page:
        found = tabbed(page, "text")
        assert found[0]["skip"]
        assert found[-1]["text"]
        numbers = [at["number"] for at in found]
        assert len(set(numbers)) == len(numbers)
        assert all(at["seen"] for at in found)
        for place in ("header", "switches", *(["search", "nav"] if width == 1440 else [])):
            assert any(at[place] for at in found), place
        page.keys("Shift+Tab")
        assert page.run(FOCUSED)["number"] == numbers[-2]


def test_the_first_link_skips_to_the_text(visit: Visit) -> None:
    with visit("article/02-departure/") as page:
        page.keys("Tab")
        page.wait_focus(".md-skip")
        page.keys("Enter")
        page.wait("() => scrollY >= 0 && location.hash")
        page.keys("Tab")
        page.wait("() => document.activeElement.closest('.edition, main')")


def test_tab_goes_through_a_paragraph_and_its_notes_to_the_next(visit: Visit) -> None:
    with visit("article/02-departure/") as page:
        page.run("() => document.querySelector('a.mark').focus()")
        found = tabbed(page, "foot", most=25)
        numbers = [at["number"] for at in found]
        assert len(set(numbers)) == len(numbers) == 25
        assert {at["text"] or at["margin"] for at in found} == {True}
        assert any(at["margin"] for at in found)


@pytest.mark.parametrize("path", ["", "bios/openai/", "fact-checks/", "glosses/"])
def test_tab_goes_through_every_kind_of_page(visit: Visit, path: str) -> None:
    with visit(path) as page:
        found = tabbed(page, "foot", most=45)
        assert found[0]["skip"]
        numbers = [at["number"] for at in found]
        assert len(set(numbers)) == len(numbers) > 30 or found[-1]["foot"]
