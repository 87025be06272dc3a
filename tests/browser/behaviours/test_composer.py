"""From chosen words to the form: the menu beside them, the composer over the rest, the focus in it and back."""

from __future__ import annotations

import pytest

from tests.browser.behaviours import needs
from tests.browser.behaviours.conftest import Visit, press
from tests.browser.engines.page import Page

SECTION = "article/01-lede/"
WORDS = "给出的理由让人"
MENU = "() => document.querySelector('.composer-menu:not([hidden])')?.getClientRects().length"
# What lies on top of the element, at its middle.
ON_TOP = """selector => {
  const element = document.querySelector(selector)
  const {left, right, top, bottom} = element.getBoundingClientRect()
  const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  return element === found || element.contains(found)
}"""
# Whether its head and its foot are as wide as it is, or the rings of fields would be seen at their sides.
COVERED = """() => [...document.querySelectorAll(".composer > header, .composer > footer")].map(one =>
  one.offsetWidth === document.querySelector(".composer").clientWidth)"""
CHOOSE_IT = """words => {
  const walker = document.createTreeWalker(document.querySelector(".edition"), NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words)
    if (at < 0) continue
    getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length)
    return true
  }
}"""


def composed(page: Page) -> None:
    page.wait("() => document.querySelector('.composer')?.contains(document.activeElement)")


@pytest.mark.parametrize("width", [1440, 390])
def test_dragged_words_open_the_menu_and_it_the_form_on_top_of_all(visit: Visit, width: int) -> None:
    with visit(SECTION, width, 844, still=True) as page:
        page.choose("七年老")
        page.wait(MENU)
        page.rest()
        assert page.run(ON_TOP, ".composer-menu button")
        page.click(".composer-menu button", -1)
        composed(page)
        page.rest()
        assert page.run(ON_TOP, ".composer :focus")
        assert page.run(COVERED) == [True, True]
        assert not page.visible(".sheet")
        page.keys("Escape")
        page.wait("() => !document.querySelector('.composer')")


# As a keyboard on the screen does it, which makes the window itself no lower.
KEYBOARD = """height => {
  Object.defineProperty(visualViewport, "height", { value: height, configurable: true })
  visualViewport.dispatchEvent(new Event("resize"))
}"""
PLACES = """() => ["", " :focus", " footer"].map(one => {
  const { top, bottom } = document.querySelector(`.composer${one}`).getBoundingClientRect()
  return [top, bottom].map(Math.round)
})"""


def test_the_form_stands_on_a_keyboard_that_lies_over_the_window(visit: Visit) -> None:
    with visit(SECTION, 390, 844, still=True) as page:
        page.choose("七年老")
        page.wait(MENU)
        page.click(".composer-menu button", -1)
        composed(page)
        page.rest()
        page.run("() => document.querySelector('#compose-id').focus()")
        before = page.run(PLACES)
        page.run(KEYBOARD, 420)
        page.wait(f"() => ({PLACES})()[0][1] === 420")
        (top, bottom), field, foot = page.run(PLACES)
        assert 0 <= top < field[0] and field[1] <= foot[0] and foot[1] <= bottom == 420
        page.run(KEYBOARD, 844)
        page.becomes(before[0], f"() => ({PLACES})()[0]")


@pytest.mark.parametrize("width", [1440, 390])
def test_a_press_on_a_words_card_opens_the_form_on_its_row(visit: Visit, width: int) -> None:
    with visit("article/05-exodus/", width, 844, still=True) as page:
        press(page, "突然发现")
        page.wait("() => document.querySelector('.word-card:not([hidden]) [data-compose]')")
        page.click(".word-card [data-compose]")
        page.wait_focus("#compose-gloss")
        names = "() => ['reading', 'gloss', 'rendering'].map(name => document.getElementById(`compose-${name}`).value)"
        assert page.run(names) == ["tūrán", "suddenly", "suddenly"]
        assert not page.visible(".word-card")
        page.rest()
        assert page.run(ON_TOP, ".composer :focus")
        layers = "names => names.map(name => Number(getComputedStyle(document.querySelector(name)).zIndex))"
        card, form = page.run(layers, [".word-card", ".composer"])
        assert card < form  # as of the word on which the pointer happens to rest while the form is filled in
        page.keys("Escape")
        page.wait("() => !document.querySelector('.composer')")
        page.wait_focus(".words")


@needs("touch")
def test_by_touch_the_form_leaves_the_words_in_sight(visit: Visit) -> None:
    with visit(SECTION, 390, 844, touch=True, still=True) as page:
        page.run(CHOOSE_IT, WORDS)
        page.wait(MENU)
        page.rest()
        page.tap(".composer-menu button", -1)
        page.wait("() => document.querySelector('.composer')")
        page.rest()
        assert page.run("() => document.documentElement.scrollWidth") <= 390


STANDS = """() => {
  const menu = document.querySelector(".composer-menu"), box = menu.getBoundingClientRect()
  const words = getSelection().getRangeAt(0).getBoundingClientRect()
  const isBeside = box.left < words.right && words.right < box.right
  if (menu.hidden || !isBeside || menu.querySelector("button:nth-of-type(2)").offsetHeight > 40) return ""
  return box.top > words.bottom
    ? `under ${Math.round(box.top - words.bottom)}`
    : `over ${Math.round(words.top - box.bottom)}`
}"""


def test_the_menu_stands_under_the_words_in_one_line_or_over_them(visit: Visit) -> None:
    with visit("article/02-departure/", still=True) as page:
        page.choose("特别是在")
        page.wait(MENU)
        page.becomes("under 8", STANDS)
        page.run("""() => {
          const { bottom } = getSelection().getRangeAt(0).getBoundingClientRect()
          getSelection().removeAllRanges()
          scrollBy({ top: bottom - innerHeight + 4, behavior: "instant" })
        }""")
        page.wait("() => document.querySelector('.composer-menu').hidden")
        page.run(CHOOSE_IT, "特别是在")
        page.becomes("over 8", STANDS)


BEGINS_ON_TOP = """() => {
  const field = document.activeElement, { left, right, top } = field.getBoundingClientRect()
  return document.elementFromPoint((left + right) / 2, top + 10) === field
}"""


@pytest.mark.parametrize(("width", "height"), [(844, 390), (1280, 400), (320, 256)])
def test_in_a_low_window_nothing_lies_on_the_field_that_has_the_focus(visit: Visit, width: int, height: int) -> None:
    with visit(SECTION, width, height, still=True) as page:
        page.keys("a")
        page.wait_focus(".composer [data-first]")
        for _ in range(5):
            page.wait(BEGINS_ON_TOP)  # WebKit brings no more of a large one into view
            page.keys("Tab")
