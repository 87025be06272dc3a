"""Every word answers a tap, a pointer at rest and the arrow keys; readings stand over the words, and glosses under."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from tests.browser.behaviours import needs, only
from tests.browser.behaviours.conftest import Visit, press
from tests.browser.engines.page import Page

SECTION = "article/05-exodus/"
CARD = ".word-card:not([hidden])"
EVERYTHING = "checks,names,words,english"
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


# -- over the words and under them ------------------------------------------------------------------------------------

WORDS = """() => [...document.querySelectorAll("ruby.word > ruby")].map(ruby => {
  const range = document.createRange()
  range.selectNodeContents(ruby)
  const texts = [...ruby.childNodes].filter(node => node.nodeName !== "RT")
  if (texts.length) range.setEndAfter(texts.at(-1))
  const boxes = [...range.getClientRects()].filter(box => box.width > 1)
  const reading = ruby.querySelector(":scope > rt[data-reading]")
  return {
    form: ruby.textContent, lines: new Set(boxes.map(box => Math.round(box.top / 9))).size,
    reading: reading && parseFloat(getComputedStyle(reading).fontSize),
  }
})"""
# How far each character of the text stands from the one before it, where both stand in one line.
STEPS = """() => [...document.querySelectorAll(".words > p:not(.en)")].map(paragraph => {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  const found = []
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode
    if (parentElement.closest("[data-apparatus]")) continue
    for (let at = 0; at < data.length; at++) {
      const range = document.createRange()
      range.setStart(walker.currentNode, at)
      range.setEnd(walker.currentNode, at + 1)
      // At the start of a line WebKit tells the end of the one before, too; a space at the end of one has no box.
      const box = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect()
      found.push([data[at], box.left, box.top, box.width])
    }
  }
  return found
})"""


def drawn(page: Page) -> list[dict[str, Any]]:
    page.wait("() => document.querySelectorAll('ruby.word').length")
    page.rest()
    found: list[dict[str, Any]] = page.run(WORDS)
    assert len(found) > 20
    return found


@pytest.mark.parametrize("width", [390, 1440])
def test_readings_stand_over_whole_words_that_no_line_tears(visit: Visit, width: int) -> None:
    with visit(f"{SECTION}?show={EVERYTHING},pinyin", width) as page:
        words = drawn(page)
        assert [word["form"] for word in words if word["lines"] > 1] == []
        assert min(word["reading"] for word in words if word["reading"]) >= 12
        assert page.run("() => document.documentElement.scrollWidth") <= width


# The words that begin a line though they had room on the line before, behind the word that ends it.
EARLY = """() => [...document.querySelectorAll(".words.written")].flatMap(leaf => {
  const words = [...leaf.querySelectorAll("ruby.word")], right = leaf.getBoundingClientRect().right
  return words.slice(1).filter((word, index) => {
    const before = words[index].getClientRects(), after = word.getClientRects()
    const gap = document.createRange()
    gap.setStartAfter(words[index])
    gap.setEndBefore(word)
    const { marginInlineStart, marginInlineEnd } = getComputedStyle(word)
    const margins = parseFloat(marginInlineStart) + parseFloat(marginInlineEnd)
    const last = before[before.length - 1]
    if (String(gap) || after[0].top < last.bottom - 2) return false
    return right - last.right > after[0].width + 2 * margins + 60
  }).map(word => word.textContent)
})"""


@pytest.mark.parametrize("layers", ["glossed", "pinyin", "interlinear"])
@pytest.mark.parametrize("width", [1440, 390])
def test_lines_are_filled(visit: Visit, layers: str, width: int) -> None:
    with visit(f"article/02-departure/?show={EVERYTHING},{layers}", width) as page:
        drawn(page)
        assert page.run(EARLY) == []


@pytest.mark.parametrize("section", ["02-departure", "06-throne", "07-outlook"])
def test_readings_push_no_character_far_from_its_place(visit: Visit, section: str) -> None:
    with visit(f"article/{section}/?show={EVERYTHING}") as page:
        plain = page.run(STEPS)
        page.switch("pinyin")
        drawn(page)
        read = page.run(STEPS)
    pushed = []
    for before, after in zip(plain, read, strict=True):
        for (_, x, y, width), (_, x2, y2, _), (sign, u, v, _), (_, u2, v2, _) in zip(
            before, before[1:], after, after[1:], strict=False
        ):
            if "\u4e00" <= sign <= "\u9fff" and abs(y - y2) < 5 and abs(v - v2) < 5:
                pushed.append(((u2 - u) - (x2 - x)) / width)
    assert len(pushed) > 150
    assert sum(pushed) / len(pushed) < 0.15


@pytest.mark.parametrize(("width", "more"), [(390, ",pinyin"), (1440, ""), (390, ""), (1440, ",pinyin")])
def test_glosses_stand_under_their_words_in_columns(visit: Visit, width: int, more: str) -> None:
    with visit(f"{SECTION}?show={EVERYTHING},interlinear{more}", width, 844) as page:
        assert [word["form"] for word in drawn(page) if word["lines"] > 1] == []
        boxes = page.run("""() => [...document.querySelectorAll("ruby.word")].map(word => {
          const gloss = word.querySelector(":scope > rt"), form = document.createRange()
          form.selectNodeContents(word.querySelector("ruby"))
          const [under, over] = [gloss, form].map(one => one.getBoundingClientRect())
          return [under.left, under.right, under.top, over.left, (over.top + over.bottom) / 2]
        })""")
        assert all(top > middle and abs(left - form) < 30 for left, _, top, form, middle in boxes)
        lines: dict[int, list[tuple[float, float]]] = {}
        for left, right, top, *_ in boxes:
            lines.setdefault(round(top / 6), []).append((left, right))
        for line in lines.values():
            line.sort()
            assert all(one[1] <= other[0] + 1 for one, other in pairwise(line))
        assert page.run("() => document.documentElement.scrollWidth") <= width
        page.click(".words a.mark.gloss")  # a mark remains a mark
        page.wait("() => document.querySelector('.edition .note[open], .sheet .note')")


# How far each sign behind a marked word stands from it, on one line, where no verdict is between them.
GAPS = """() => [...document.querySelectorAll(".word-rest:not(:has(.sign))")].flatMap(rest => {
  const walker = document.createTreeWalker(rest.closest(".words"), NodeFilter.SHOW_TEXT), texts = []
  while (walker.nextNode())
    if (!walker.currentNode.parentElement.closest("[data-apparatus]")) texts.push(walker.currentNode)
  const at = texts.findIndex(text => rest.contains(text)), before = texts[at - 1], sign = texts[at]
  if (!before || !/^[\\p{Po}\\p{Pe}\\p{Pf}]/u.test(sign?.data ?? "")) return []
  const [one, other] = [before, sign].map((text, index) => {
    const range = document.createRange()
    range.setStart(text, index ? 0 : text.length - 1)
    range.setEnd(text, index ? 1 : text.length)
    return range.getBoundingClientRect()
  })
  return one.top < other.bottom && other.top < one.bottom ? [Math.round(other.left - one.right)] : []
})"""


@pytest.mark.parametrize("more", ["pinyin,interlinear", "pinyin"])
def test_a_sign_stays_by_a_marked_word(visit: Visit, more: str) -> None:
    with visit(f"{SECTION}?show={EVERYTHING},{more}") as page:
        drawn(page)
        gaps = page.run(GAPS)
        assert gaps and max(gaps) <= 2


FOUND = "words => { getSelection().removeAllRanges(); scrollTo(0, 0); return find(words) }"


@pytest.mark.parametrize("more", ["pinyin,interlinear", "interlinear"])
def test_with_glosses_the_text_is_searched_as_without(visit: Visit, more: str) -> None:
    with visit(f"article/01-lede/?show={EVERYTHING},{more}") as page:
        drawn(page)
        for words in ("新年第一弹,OpenAI 研发副总裁 Jerry Tworek 官宣离职,这位", "大脑们正在以惊人的速度流失"):
            assert page.run(FOUND, words), words
        assert not page.run(FOUND, "New Year 新年")
