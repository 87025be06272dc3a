"""What is drawn over the text leaves it as it is: what is found in the page, chosen and copied is the article."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from edition import open_project
from edition.text import traditional
from tests.browser.behaviours.conftest import Visit
from tests.browser.behaviours.test_lines import LAY, LAYERS
from tests.browser.engines.page import Page
from tests.hosts import Known

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
    bound = open_project(root).bind(Known())
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
        for words in leaves:
            phrase = words[:12].strip()
            assert page.finds(phrase), phrase
        assert not page.finds("創立")
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


@pytest.mark.parametrize("order", [("pinyin", "traditional"), ("traditional", "pinyin")])
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


# What a reader has of the text, whatever is drawn over it: whether phrases are found, which selectors the composer
# makes of passages that are chosen, what of the page is chosen, and whether its address leads to a paragraph.
HAS = """async phrases => {
  const { describe } = await import("/assets/anchoring.js")
  const { rangeOf, readText } = await import("/assets/text.js")
  const edition = document.querySelector(".edition"), selection = getSelection()
  const found = phrases.map(words => {
    selection.removeAllRanges()
    scrollTo(0, 0)
    return find(words)
  })
  selection.removeAllRanges()
  const texts = [], walker = document.createTreeWalker(edition, NodeFilter.SHOW_TEXT)
  while (walker.nextNode())
    if (!walker.currentNode.parentElement.closest("[data-apparatus]")) texts.push(walker.currentNode)
  const point = at => {
    for (const text of texts) {
      if (at < text.length) return [text, at]
      at -= text.length
    }
  }
  const whole = texts.map(text => text.data).join(""), read = readText(edition)
  const selectors = phrases.map(words => {
    const at = whole.indexOf(words), range = document.createRange()
    range.setStart(...point(at))
    range.setEnd(...point(at + words.length - 1))
    return describe(read, ...rangeOf(range, read))
  })
  location.hash = ""
  location.hash = "p-25"
  const isThere = () => {
    const { top } = document.getElementById("p-25").getBoundingClientRect()
    return top > 0 && top < innerHeight
  }
  for (let tries = 0; tries < 60 && !isThere(); tries++) await new Promise(done => setTimeout(done, 50))
  return { found, selectors, arrived: isThere() }
}"""
WRITTEN_OVER = """layers => layers.every(name =>
  document.querySelector(name === "traditional" ? ".traditional" : "ruby.word"))"""


def has(page: Page, phrases: list[str]) -> dict[str, Any]:
    has: dict[str, Any] = page.run(HAS, phrases)
    page.run("() => getSelection().selectAllChildren(document.querySelector('#p-25').closest('.words'))")
    return {**has, "text": page.run(TEXT), "copied": " ".join(page.copied().split())}


@pytest.mark.parametrize("number", [1, 2], ids=["each layer", "each two"])
def test_with_each_layer_and_each_two_a_reader_has_the_same_text(visit: Visit, leaves: list[str], number: int) -> None:
    phrases = [words[at : at + 14].strip() for words in leaves for at in range(0, len(words), 90)]
    phrases = [words for words in phrases if len(words) > 6 and sum(words in leaf for leaf in leaves) == 1]
    with visit(f"{SECTION}?show=checks,names,words", still=True) as page:
        plain = has(page, phrases)
        assert plain["arrived"] and all(plain["found"]) and plain["text"] == leaves and len(phrases) > 10
        for layers in combinations(LAYERS, number):
            page.run(LAY, layers, LAYERS)
            page.wait(WRITTEN_OVER, layers)
            page.rest()
            assert has(page, phrases) == plain, layers
