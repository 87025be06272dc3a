"""Readings stand over the words, and glosses under them: no word is torn, and no sign leaves its word."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from tests.browser.behaviours.conftest import Visit
from tests.browser.engines.page import Page

SECTION = "article/05-exodus/"
EVERYTHING = "checks,names,words,english"
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
        broken = """() => {
          const all = [...document.querySelectorAll(".words > p rt[data-gloss]")].filter(one => one.dataset.gloss)
          const tall = one => one.getBoundingClientRect().height
          const least = Math.min(...all.map(tall))
          const words = all.filter(one => !/[ -]/.test(one.dataset.gloss) && tall(one) > least * 1.5)
          return [all.length > 100, words.map(one => one.dataset.gloss)]
        }"""
        assert page.run(broken) == [True, []]
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


@pytest.mark.parametrize("more", ["pinyin,interlinear", "interlinear"])
def test_with_glosses_the_text_is_searched_as_without(visit: Visit, more: str) -> None:
    with visit(f"article/01-lede/?show={EVERYTHING},{more}") as page:
        drawn(page)
        for words in ("新年第一弹,OpenAI 研发副总裁 Jerry Tworek 官宣离职,这位", "大脑们正在以惊人的速度流失"):
            assert page.finds(words), words
        assert not page.finds("New Year 新年")
