"""What a typographer measures: stops close to their words, a name that is not cut, a foot that runs through nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Open, visitor
from tests.browser.test_margin import SECTIONS

"""In the first, every stop stands behind a verdict's sign: there it is the sign that parts it from its word."""
SPACES = """() => [...document.querySelectorAll(".words .stop, blockquote .stop, .quote .stop")].map(stop => {
  const part = (node, at) => { const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 1); return range.getBoundingClientRect() }
  const walker = document.createTreeWalker(stop.closest("p, h1, h2, .words, blockquote"), NodeFilter.SHOW_TEXT), text = stop.firstChild
  walker.currentNode = text
  const before = walker.previousNode()
  if (!before || before.parentElement.closest(".words [data-apparatus]")) return null
  const last = part(before, before.length - 1), own = part(text, 0), style = getComputedStyle(stop), em = parseFloat(style.fontSize)
  const bare = document.createElement("canvas").getContext("2d")
  bare.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  return Math.abs(last.top - own.top) > em / 2 ? null : [before.data.at(-1), (last.width - bare.measureText(before.data.at(-1)).width) / em, (own.width - bare.measureText(text.data).width) / em]
}).filter(Boolean)"""  # noqa: E501


@pytest.mark.parametrize("path", [*(f"article/{section}/" for section in SECTIONS[:-1]), "variants/", "fact-checks/"])
def test_a_stop_stands_close_to_its_word_and_leaves_a_small_space_behind_it(visit: Open, path: str) -> None:
    with visit(path) as page:
        measured = page.evaluate(SPACES)
        assert measured
        for sign, before, behind in measured:
            assert abs(before) < 0.03, (sign, before)
            assert 0.1 < behind < 0.15, (sign, behind)


def test_the_text_with_its_stops_is_found_and_copied_as_it_is(visit: Open) -> None:
    with visit("article/04-hearts/") as page:
        assert page.evaluate("window.find('一个人,离的')")
        assert page.evaluate("getSelection().toString()") == "一个人,离的"


@pytest.mark.parametrize("width", [360, 390, 768, 1440])
def test_the_name_at_the_top_is_whole(visit: Open, width: int) -> None:
    with visit("", width) as page:
        title = page.locator(".md-header__topic .md-ellipsis").first
        name, rest, room = title.evaluate("""title => {
          const range = document.createRange()
          range.setStart(title, 0)
          range.setEndBefore(title.lastElementChild)
          return [range, title.lastElementChild, title].map(part => part.getBoundingClientRect().right)
        }""")
        assert name <= room
        assert (rest <= room) == (width >= 768)  # all of it, or nothing: no word is cut


@pytest.mark.parametrize("height", [500, 900])
def test_the_foot_of_a_short_page_stands_under_the_navigation(visit: Open, height: int) -> None:
    with visit("404.html", 1440, height) as page:
        bar = page.locator(".md-sidebar--primary")
        nav, foot = bar.bounding_box(), page.locator(".md-footer").bounding_box()
        assert nav
        assert foot
        assert nav["y"] + nav["height"] <= foot["y"] + 1


def test_a_page_that_is_not_there_says_so_and_leads_on(visit: Open) -> None:
    with visit("404.html") as page:
        page.get_by_role("link", name="The front page").click()
        assert page.get_by_role("heading", level=1).inner_text().startswith("Another one clears out of OpenAI")


def test_where_the_stylesheets_are_lost_the_page_is_read_from_the_top(browser: Browser, address: str) -> None:
    lost = visitor(browser, address, lambda context: context.route("**/*.css", lambda route: route.fulfill(body="")))
    with lost("article/02-departure/") as page:
        assert page.evaluate("Math.max(...[...document.querySelectorAll('svg')].map(sign => sign.clientWidth))") <= 40


# The inks in which words are set, the lines around what is pressed, and how a claim is marked.
INKS = """() => {
  const of = selector => getComputedStyle(document.querySelector(selector))
  return [of(".words .en").color, of(".paths label").borderTopColor, of(".words .mark.check").borderBottomStyle]
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_for_who_asks_for_more_contrast_no_ink_is_soft_no_line_a_hair_and_a_claim_is_underlined(
    visit: Open, scheme: str
) -> None:
    with visit("article/02-departure/", color_scheme=scheme, contrast="more") as page:
        ink = page.evaluate("() => getComputedStyle(document.querySelector('.words > p')).color")
        assert page.evaluate(INKS) == [ink, ink, "solid"]
        page.emulate_media(contrast="no-preference")
        soft, hair, line = page.evaluate(INKS)
        assert len({ink, soft, hair}) == 3 and line == "none"
