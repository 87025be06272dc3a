"""What is drawn over the text leaves it as it is: what is found in the page, chosen and copied is the article."""

from __future__ import annotations

import pytest

from edition import open_project
from edition.binding import bind
from edition.reading import html_of
from edition.text import traditional
from tests.browser.behaviours import same
from tests.browser.behaviours.conftest import Visit

SECTION = "article/04-hearts/"
SHOW = "checks,names,words,english"
TEXT = """() => [...document.querySelectorAll(".edition .words")].map(words => {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT)
  let text = ""
  while (walker.nextNode())
    if (!walker.currentNode.parentElement.closest("[data-apparatus]")) text += walker.currentNode.data
  return text.trim()
})"""
DRAWN = """() => [...document.querySelectorAll(".edition .words")].map(words => {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT)
  let text = ""
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement
    if (parent.closest("[data-apparatus]")) continue
    text += parent.closest(".traditional")?.dataset.sign ?? walker.currentNode.data
  }
  return text.trim()
})"""
BOXES = """() => [...document.querySelectorAll(".edition :is(.words > p, .words > h1, .note)")].map(one => {
  const { left, top, width, height } = one.getBoundingClientRect()
  return [left, top, width, height].map(Math.round)
})"""
WRITTEN = "() => document.querySelectorAll('.traditional').length > 20"


@pytest.fixture(scope="module")
def leaves(root) -> list[str]:  # type: ignore[no-untyped-def]
    """The words of each paragraph and heading of the section."""
    bound = bind(open_project(root), html_of, lambda section: f"{section.slug}/")
    text = bound.concordance.by_slug["hearts"].text
    return [text.words(leaf) for leaf in text.leaves]


def test_traditional_characters_are_drawn_and_the_text_stays(visit: Visit, leaves: list[str]) -> None:
    with visit(SECTION) as page:
        before, boxes = page.run(TEXT), page.run(BOXES)
        assert before == leaves
        page.switch("traditional")
        page.wait(WRITTEN)
        page.rest()
        assert page.run(TEXT) == leaves
        assert page.run(DRAWN) == [traditional(words) for words in leaves]
        page.click(".more-switches")
        page.rest()
        assert page.run(BOXES) == boxes  # nothing has moved
        page.go(page.run("() => location.href"))
        page.wait(WRITTEN)
        page.switch("traditional")
        page.becomes("none", "() => getComputedStyle(document.querySelector('.traditional'), '::after').content")


def test_with_traditional_characters_the_articles_own_are_found_and_copied(visit: Visit, leaves: list[str]) -> None:
    with visit(f"{SECTION}?show={SHOW},traditional") as page:
        page.wait(WRITTEN)
        found = "words => { getSelection().removeAllRanges(); scrollTo(0, 0); return find(words) }"
        for words in leaves:
            phrase = words[:12].strip()
            assert page.run(found, phrase), phrase
        assert not page.run(found, "創立")
        page.run("() => getSelection().selectAllChildren(document.querySelector('#p-23 p:not(.en), p#p-23, #p-23'))")
        number = page.run("() => document.getElementById('p-23').closest('.words') && true")
        assert number
        assert page.copied().partition("\n")[0].strip() in leaves


def test_each_character_is_drawn_in_the_place_of_the_articles_own(visit: Visit) -> None:
    with visit(f"{SECTION}?show={SHOW},traditional") as page:
        page.wait(WRITTEN)
        page.rest()
        wide = page.run("""() => [...document.querySelectorAll(".traditional")].map(one => {
          const range = document.createRange()
          range.selectNodeContents(one)
          return [one.getClientRects().length, one.getBoundingClientRect().width /
            parseFloat(getComputedStyle(one).fontSize)]
        }).filter(([lines, width]) => lines !== 1 || Math.abs(width - 1) > 0.15)""")
        assert wide == []


@pytest.mark.parametrize("order", [("pinyin", "traditional"), same(("traditional", "pinyin"))])
def test_pinyin_stands_over_traditional_characters_whichever_came_first(
    visit: Visit, leaves: list[str], order: tuple[str, str]
) -> None:
    with visit(SECTION) as page:
        for name in order:
            page.switch(name)
            page.wait(WRITTEN if name == "traditional" else "() => document.querySelector('rt')")
        page.rest()
        page.becomes([traditional(words) for words in leaves], DRAWN)
        assert page.run(TEXT) == leaves
