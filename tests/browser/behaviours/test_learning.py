"""On the learner's path the English waits until a sentence is asked for, and words from a level on have glosses."""

from __future__ import annotations

import pytest

from tests.browser.behaviours.conftest import Visit
from tests.sweeping import sweep

pytestmark = sweep("firefox", "webkit")  # what is set and shown is the same everywhere; how it is laid out, others test

SECTION = "article/04-hearts/"
LEARN = ".paths label:last-of-type"
ENGLISH = """() => [...document.querySelectorAll(".edition .en .s, .edition .en.heading")]
  .filter(one => one.getClientRects().length).map(one => one.closest(".words").querySelector("[id]")?.id
    ?? one.closest(".words").id)"""
GLOSSED = """() => [...document.querySelectorAll("ruby.word > rt[data-gloss]")]
  .filter(one => one.getClientRects().length).map(one => Number(one.parentElement.dataset.level))"""


def test_the_english_comes_by_the_sentence(visit: Visit) -> None:
    with visit(SECTION) as page:
        assert page.run(ENGLISH)
        page.click(LEARN)
        page.becomes([], ENGLISH)
        assert not page.visible("rt[data-reading]")
        page.wait("() => document.querySelector('.ask')")
        page.click("#p-23 ~ .en .ask, #p-23 .en .ask")
        page.becomes(["p-23"], ENGLISH)
        page.keys("e")  # the next that waits, from the first in sight on
        page.wait("found => found < document.querySelectorAll('.en .asked, .en.asked').length", 1)
        page.click(".paths label")
        page.wait("() => !document.querySelector('.ask')?.getClientRects().length")
        assert len(page.run(ENGLISH)) > 10
        page.click(LEARN)
        page.becomes(2, f"() => ({ENGLISH})().length")  # what was asked for stays


def test_a_press_on_the_sentence_asks_for_it_and_puts_it_away(visit: Visit) -> None:
    with visit(f"{SECTION}?show=words,english,asked") as page:
        page.becomes([], ENGLISH)
        page.run("() => document.getElementById('p-23').scrollIntoView({block: 'center'})")
        page.rest()
        for words, wanted in (("一个人离开", ["p-23"]), ("如果只是", [])):  # not twice in a place, which chooses a word
            first, _ = page.ends(words)
            page.pointer(("move", first), ("down",), ("up",))
            page.becomes(wanted, ENGLISH)
        page.pointer(("move", first))
        page.keys("e")  # the sentence under the pointer
        page.becomes(["p-23"], ENGLISH)


LATER = (".ask", "ruby.glossed > rt[data-gloss]")  # made by scripts that are loaded on demand


def test_the_path_is_kept_and_nothing_flashes(visit: Visit) -> None:
    with visit(SECTION) as page:
        page.click(LEARN)
        page.becomes([], ENGLISH)
        for later in LATER:
            page.wait("later => document.querySelector(later)", later)  # or a stylesheet is left behind: an error
        page.go(page.run("() => location.href"))
        page.rest()
        assert page.run(ENGLISH) == []
        for later in LATER:
            page.wait("later => document.querySelector(later)?.getClientRects().length", later)


def test_words_from_a_level_on_have_glosses_over_them(visit: Visit) -> None:
    with visit(SECTION) as page:
        page.switch("glossed")
        page.wait(f"() => ({GLOSSED})().length > 10")
        assert min(page.run(GLOSSED)) == 5
        over = """() => [...document.querySelectorAll("ruby.glossed")].every(word => {
          const gloss = [...word.children].at(-1).getBoundingClientRect()
          const base = word.firstElementChild.getBoundingClientRect()
          return gloss.top < base.top
        })"""
        assert page.run(over)
        choose = """level => {
          const choice = document.querySelector("select[data-level]")
          choice.value = level
          choice.dispatchEvent(new Event("change", {bubbles: true}))
        }"""
        page.run(choose, "7")
        page.becomes(7, f"() => Math.min(...({GLOSSED})())")
        page.go(page.run("() => location.href"))
        page.rest()
        page.becomes(7, f"() => Math.min(...({GLOSSED})())")
        assert page.run("() => document.querySelector('select[data-level]').value") == "7"


@pytest.mark.parametrize("width", [1440, 390])
def test_where_nothing_can_be_kept_it_works_as_well(visit: Visit, width: int) -> None:
    with visit(SECTION, width) as page:
        page.run("() => { Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError') } }")
        page.click(".more-switches")
        page.wait("() => document.querySelector('[data-show=english]').getClientRects().length")
        assert page.run("() => document.documentElement.scrollWidth") <= width
        page.click(LEARN)
        page.becomes([], ENGLISH)
        page.switch("glossed")
        page.wait(f"() => !({GLOSSED})().length")
