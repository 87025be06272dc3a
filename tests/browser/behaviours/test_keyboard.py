"""Who has no mouse comes everywhere: to the text, through the page, into each menu and back, along the notes."""

from __future__ import annotations

import pytest

from tests.browser.behaviours.conftest import Visit

SECTION = "article/03-seven-years/"
WHERE = """() => {
  const one = document.activeElement, all = [...document.querySelectorAll("*")]
  return one === document.body ? -1 : all.indexOf(one)
}"""
# With a ring around it, which a path's own label has.
SEEN = """() => {
  const one = document.activeElement, seen = one.closest(".paths label") ?? one
  const { left, right, top, bottom } = seen.getBoundingClientRect()
  return getComputedStyle(seen).outlineStyle !== "none" && right > left && right > 0 && bottom > 0
    && left < innerWidth && top < innerHeight
}"""
# Whether the ring around it lies within the drawer.
WHOLE = """() => {
  const { outlineOffset, outlineWidth } = getComputedStyle(document.activeElement)
  const reach = parseFloat(outlineOffset) + parseFloat(outlineWidth)
  const { left, right } = document.activeElement.getBoundingClientRect()
  const drawer = document.querySelector(".md-sidebar--primary").getBoundingClientRect()
  return left - reach >= drawer.left && right + reach <= drawer.right
}"""
OPEN = "() => document.querySelectorAll('.edition .note[open], .sheet:not([hidden]) .note[open]').length"
DIALOG = "() => document.querySelector('dialog.search').open"
# Whether the note to which the walk has come is in the window, and words that call it as well.
IN_VIEW = """() => {
  const shown = document.querySelector(".edition .note[open]") ?? document.querySelector(".sheet:not([hidden])")
  const { top, bottom } = shown?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
  const end = innerWidth > 960 ? innerHeight : top
  return top >= 40 && top < innerHeight - 20 && bottom > 60 && [...document.querySelectorAll(".words .mark.lit")].some(
    mark => mark.getBoundingClientRect().top >= 40 && mark.getBoundingClientRect().bottom <= end)
}"""


@pytest.mark.parametrize("path", [SECTION, "", "fact-checks/", "whole/", "bios/openai/", "about/"])
def test_the_first_tab_offers_the_way_to_the_text(visit: Visit, path: str) -> None:
    with visit(path) as page:
        page.keys("Tab")
        page.wait_focus(".md-skip")
        page.keys("Enter")
        page.wait_focus("#__text")
        page.keys("Tab")
        page.wait("() => document.querySelector('.md-content').contains(document.activeElement)")


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_tab_goes_through_the_page_and_back_and_what_it_reaches_is_seen(visit: Visit, width: int) -> None:
    with visit(SECTION, width, still=True) as page:
        passed = []
        while not page.focused(".edition .words"):
            page.keys("Tab")
            passed.append(page.run(WHERE))
            assert passed[-1] not in passed[:-1], "a ring from which no key leads out"
            page.wait(SEEN)
            assert len(passed) < 60
        page.keys("Shift+Tab")
        page.becomes(passed[-2], WHERE)


def test_the_ring_around_a_link_of_the_drawer_is_whole(visit: Visit) -> None:
    with visit(SECTION, 390, still=True) as page:
        page.click(".md-header [for=__drawer]")
        page.rest()
        for _ in range(6):
            page.keys("Tab")
            if page.focused(".md-nav a"):
                page.wait(SEEN)
                assert page.run(WHOLE)
        assert page.focused(".md-nav a")


def test_in_the_search_tab_goes_over_the_results_and_not_to_the_page_under_it(visit: Visit) -> None:
    with visit(SECTION) as page:
        page.keys("/")
        page.wait_focus("[name=query]")
        page.type("openai")
        page.wait("() => document.querySelector('.search li mark')?.textContent === 'OpenAI'")
        page.keys("ArrowDown")
        page.wait_focus(".search li a")
        for _ in range(3):
            page.keys("Tab")
        page.becomes(3, "() => [...document.querySelectorAll('.search li a')].indexOf(document.activeElement)")
        page.keys("Shift+Tab")
        page.keys("ArrowUp")
        page.becomes(1, "() => [...document.querySelectorAll('.search li a')].indexOf(document.activeElement)")
        page.keys("]")
        page.keys("Escape")
        page.becomes(False, DIALOG)
        assert page.run(OPEN) == 0


def test_a_click_opens_the_search_which_has_the_focus_and_its_keys(visit: Visit) -> None:
    with visit(SECTION) as page:
        page.click("[data-search]")
        page.becomes(True, DIALOG)
        page.wait_focus("[name=query]")
        page.wait("() => document.querySelector('.search [role=status]').textContent.includes('Type to start')")
        page.type("[]a")
        page.becomes("[]a", "() => document.querySelector('[name=query]').value")
        assert page.run(OPEN) == 0
        page.keys("Escape")
        page.becomes(False, DIALOG)
        page.wait_focus("[data-search]")


@pytest.mark.parametrize("opener", ["#p-18 .number", ".note[open] [data-cite]"])
def test_the_menu_has_the_focus_each_time_it_opens_and_gives_it_back(visit: Visit, opener: str) -> None:
    with visit(f"{SECTION}#note-openai") as page:
        page.run("opener => document.querySelector(opener).focus()", opener)
        for _ in range(3):
            page.keys("Enter")
            page.wait_focus(".cite")
            page.keys("Escape")
            page.wait("() => document.querySelector('.cite').hidden")
            page.wait_focus(opener)
        for _ in range(2):
            page.click(opener)
            page.wait_focus(".cite")
            page.keys("Escape")
            page.wait("() => document.querySelector('.cite').hidden")
        page.keys("Enter")
        page.wait_focus(".cite")
        page.keys("Tab")
        page.wait("() => document.querySelector('.cite').hidden")
        assert page.run(WHERE) > 0


@pytest.mark.parametrize(
    ("section", "step", "width"),
    [
        ("01-lede", "]", 1440),
        ("01-lede", "]", 390),
        ("01-lede", "[", 1440),
        ("05-exodus", "]", 390),
        ("05-exodus", "]", 1440),
        ("05-exodus", "[", 1440),
    ],
)
def test_a_walk_brings_each_note_and_its_words_into_view(visit: Visit, section: str, step: str, width: int) -> None:
    with visit(f"article/{section}/", width, 844, still=True) as page:
        for _ in range(page.run("() => document.querySelectorAll('.edition .note').length")):
            page.keys(step)
            page.wait(IN_VIEW)
            assert page.focused(".note[open], .sheet")


def test_keys_rest_with_modifiers_and_while_words_are_written(visit: Visit) -> None:
    with visit(SECTION) as page:
        for key in ("Control+]", "Alt+]", "Control+[", "Alt+a"):
            page.keys(key)
        page.run(
            "() => document.body.dispatchEvent(new KeyboardEvent('keydown', {key: ']', isComposing: true, bubbles: true}))"  # noqa: E501
        )
        page.run("() => dispatchEvent(new KeyboardEvent('keydown', {key: 'x'}))")  # of the window itself
        assert page.run(OPEN) == 0
        page.keys("a")
        page.wait_focus(".composer")
        page.run("() => document.querySelector('.composer textarea').focus()")
        page.type("a]/[")
        page.becomes("a]/[", "() => document.querySelector('.composer textarea').value")
        assert page.run(OPEN) == 0 and not page.run(DIALOG)


def test_each_item_of_the_menu_is_seen_in_a_low_window_with_large_letters(visit: Visit) -> None:
    inside = """() => {
      const { top, bottom } = document.activeElement.getBoundingClientRect()
      return !!document.activeElement.closest(".cite") && top >= 0 && bottom <= innerHeight
    }"""
    with visit(SECTION, 320, 200, text=2) as page:
        page.click(".number")
        page.wait_focus(".cite")
        for _ in range(page.run("() => document.querySelectorAll('.cite > *').length")):
            page.wait(inside)
            page.keys("ArrowDown")


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_that_has_the_focus_lies_under_the_header(visit: Visit, width: int) -> None:
    seen = """() => document.activeElement.getBoundingClientRect().bottom
      > document.querySelector(".md-header").getBoundingClientRect().bottom + 1"""
    with visit("article/05-exodus/", width, still=True) as page:
        page.run("() => document.querySelectorAll('.words a.mark')[30].focus()")
        for _ in range(25):
            page.keys("Shift+Tab")
            page.wait(seen)


# The least contrast to the page of the ring around each link and button of the theme that Tab comes to.
RING = """selector => {
  const light = colour => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).map(one => (one / 255) ** 2.2)
    return .2126 * red + .7152 * green + .0722 * blue + .05
  }
  const page = light(getComputedStyle(document.body).backgroundColor)
  return Math.min(...[...document.querySelectorAll(selector)].filter(one => one.getClientRects().length).map(one => {
    one.focus({ focusVisible: true })
    const { outlineStyle, outlineColor } = getComputedStyle(one)
    return outlineStyle === "none" ? 0 : Math.max(light(outlineColor) / page, page / light(outlineColor))
  }))
}"""


@pytest.mark.parametrize("dark", [True, False], ids=["dark", "light"])
def test_the_ring_around_what_has_the_focus_is_seen_on_the_page(visit: Visit, dark: bool) -> None:
    with visit("article/02-departure/", dark=dark) as page:
        page.keys("Tab")  # from now on the focus is the keyboard's
        for selector in (".md-header button", ".md-nav a", ".md-footer a"):
            assert page.run(RING, selector) >= 3, selector
