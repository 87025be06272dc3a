"""Every word answers a tap, a pointer at rest and the arrow keys."""

from __future__ import annotations

import pytest

from tests.browser.behaviours import needs, only
from tests.browser.behaviours.conftest import Visit, press

SECTION = "article/05-exodus/"
CARD = ".word-card:not([hidden])"
SHOWN = """() => {
  const card = document.querySelector(".word-card:not([hidden])")
  return card && ["b", "i", ".sense"].map(part => card.querySelector(part)?.textContent)
}"""
SHINES = """() => CSS.highlights
  ? [...(CSS.highlights.get("word") || [])].map(String) : [...document.querySelectorAll(".shine span")].length"""
# Where words of the English stand.
ENGLISH = """words => {
  for (const english of document.querySelectorAll(".en")) {
    const walker = document.createTreeWalker(english, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(words)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(walker.currentNode, at)
      range.setEnd(walker.currentNode, at + words.length)
      english.scrollIntoView({ block: "center", behavior: "instant" })
      const box = range.getClientRects()[0]
      return [box.left + 6, (box.top + box.bottom) / 2]
    }
  }
}"""


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1440, False), (1440, True), (390, False)])
def test_a_click_on_a_word_tells_what_it_says_and_its_english_shines(visit: Visit, width: int, dark: bool) -> None:
    with visit(SECTION, width, dark=dark) as page:
        press(page, "突然发现")
        page.becomes(["突然", "tūrán", "suddenly"], SHOWN)
        page.becomes(["突然", "suddenly"], SHINES)
        press(page, "自己的工作")
        page.becomes(["自己", "zìjǐ", "oneself"], SHOWN)
        places = "() => [...document.querySelectorAll('.word-card .places a')].map(one => one.getAttribute('href'))"
        page.becomes(
            [f"../../article/{place}" for place in ("03-seven-years/#p-18", "07-outlook/#p-68", "07-outlook/#p-95")],
            places,
        )
        box = page.run(f"() => document.querySelector('{CARD}').getBoundingClientRect().toJSON()")
        assert box["left"] >= 0
        assert box["right"] <= width
        press(page, "自己的工作")
        page.becomes(None, SHOWN)
        page.becomes([], SHINES)


@needs("touch")
def test_a_tap_does_what_a_click_does(visit: Visit) -> None:
    with visit(SECTION, 390, 844, touch=True) as page:
        press(page, "突然发现", touch=True)
        page.becomes(["突然", "tūrán", "suddenly"], SHOWN)
        page.tap(".chip")
        page.becomes(None, SHOWN)


def test_a_word_of_the_english_shows_its_chinese(visit: Visit) -> None:
    with visit(SECTION) as page:
        x, y = page.still(ENGLISH, "suddenly")
        page.pointer(("move", (x, y)), ("down",), ("up",))
        page.becomes(["突然", "tūrán", "suddenly"], SHOWN)
        page.becomes(["突然", "suddenly"], SHINES)


def test_several_words_that_are_rendered_as_one_stand_in_one_card(visit: Visit) -> None:
    with visit("article/01-lede/") as page:
        x, y = page.still(ENGLISH, "opens with a bang")
        page.pointer(("move", (x, y)), ("down",), ("up",))
        forms = f"() => [...document.querySelectorAll('{CARD} b')].map(one => one.textContent)"
        page.becomes(["第一", "弹"], forms)


def test_a_pointer_that_rests_on_a_word_brings_its_card_and_one_that_leaves_takes_it(visit: Visit) -> None:
    with visit(SECTION) as page:
        (x, y), _ = page.ends("突然发现")
        page.pointer(("move", (x + 4, y)), ("move", (x + 5, y)))
        page.becomes(["突然", "tūrán", "suddenly"], SHOWN)
        page.pointer(("move", (x + 5, y + 30)))  # on the card itself it stays
        page.rest()
        assert page.run(SHOWN)
        page.pointer(("move", (40, y)), ("move", (41, y)))
        page.becomes(None, SHOWN)


def test_a_word_with_a_note_opens_it_and_stands_at_its_head(visit: Visit) -> None:
    with visit(SECTION) as page:
        head = "() => document.querySelector('.note .word-head')?.textContent.replace(/\\s+/g, ' ')"
        for words in ("慢工出细活", "工出细活"):  # not twice in a place, which may choose a word
            press(page, words)
            assert page.wait(head).startswith("慢工 màngōng slow work")
            assert page.run(SHOWN) is None
            page.keys("Escape")
            page.becomes(None, head)


def test_a_note_on_the_word_itself_has_its_line_once(visit: Visit) -> None:
    with visit("article/02-departure/") as page:
        press(page, "开工")
        page.wait("() => document.querySelector('.note[open] [data-compose=interlinear]')")  # what came with the word
        opened = page.run("() => document.querySelector('.note[open] summary').innerText")
        assert opened.count("开工") == 1


def test_under_a_claim_another_word_takes_the_head_of_its_note(visit: Visit) -> None:
    with visit(SECTION) as page:
        head = "() => document.querySelector('.note .word-head b')?.textContent"
        press(page, "推出产品")
        page.becomes("推出", head)
        press(page, "产品、追求")
        page.becomes("产品", head)
        page.keys("Escape")
        page.becomes(None, head)


def test_where_a_kind_of_notes_is_hidden_its_words_have_cards(visit: Visit) -> None:
    with visit(f"{SECTION}?show=english") as page:
        press(page, "追求技术")
        page.becomes(["追求", "zhuīqiú", "pursue"], SHOWN)
        assert page.run("() => document.querySelector('.sheet').hidden")


def test_arrow_keys_walk_the_words_of_the_paragraph_that_has_the_focus(visit: Visit) -> None:
    said = "() => document.querySelector('[role=status].word-said')?.textContent.trim()"
    with visit(SECTION) as page:
        page.run("() => document.querySelector('#p-45 .number').focus()")
        page.keys("ArrowRight")
        page.becomes(["这", "zhè", "this"], SHOWN)
        page.becomes("这 zhè this", said)
        page.keys("ArrowRight", "ArrowRight")
        page.becomes("他们 tāmen they", said)
        page.keys("ArrowLeft")
        page.becomes("和 hé with", said)
        page.keys("Enter")
        page.wait_focus(".word-card")
        page.keys("Escape")
        page.becomes(None, SHOWN)
        page.wait_focus("#p-45 .number")
        page.keys("Tab")
        page.wait_focus("#p-45 .mark")
        page.keys("ArrowRight")  # from the word that has the focus
        page.becomes("乌托邦", "() => document.querySelector('.word-card b')?.textContent")
        page.keys("Enter")
        page.wait("() => document.querySelector('.note[open] [data-compose=interlinear]')")  # what came with the word


def test_the_arrow_keys_of_the_page_stay_its_own_where_no_word_was_walked_to(visit: Visit) -> None:
    with visit(SECTION, still=True) as page:
        page.run("() => document.querySelector('#p-45').focus({preventScroll: true})")
        there = page.run("() => scrollY")
        page.keys("ArrowDown")
        page.wait("there => scrollY > there", there)


def test_words_that_are_chosen_bring_the_menu_and_no_card(visit: Visit) -> None:
    with visit(SECTION) as page:
        press(page, "突然发现")
        page.becomes(["突然", "tūrán", "suddenly"], SHOWN)
        page.choose("发现自己的工作")
        page.wait("() => document.querySelector('.composer-menu:not([hidden])')")
        page.becomes(None, SHOWN)
        assert page.run("() => String(getSelection())") == "发现自己的工作"


@only("firefox", "webkit")  # the driver of Chromium makes two single clicks of it
def test_a_second_click_chooses_the_word(visit: Visit) -> None:
    with visit(SECTION) as page:
        (x, y), _ = page.ends("突然发现")
        is_chosen = "() => String(getSelection()).length > 0"
        for _ in range(8):  # a busy machine's two clicks may be too far apart for one double click
            page.pointer(("move", (x + 5, y)), ("down",), ("up",), ("down",), ("up",))
            page.rest()
            if page.run(is_chosen):
                break
        page.wait(is_chosen)
        page.becomes(None, SHOWN)
