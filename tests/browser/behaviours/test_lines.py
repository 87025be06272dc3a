"""Where lines end: no sign that closes begins one, and none that opens ends one, whatever is drawn over the text; and
what belongs together stays on one."""

from __future__ import annotations

import pytest

from tests.browser.behaviours import only
from tests.browser.behaviours.conftest import Visit

SECTION = "article/02-departure/"
LAYERS = ("pinyin", "interlinear", "glossed", "traditional")
# Shows these of the layers and no others.
LAY = """(names, layers) => {
  for (const name of layers) {
    const button = document.querySelector(`[data-show=${name}]`)
    if ((button.ariaPressed === "true") !== names.includes(name)) button.click()
  }
}"""
# An article's own space beside a sign lets a line end there, with nothing drawn over it, too.
WRONG = """() => [...document.querySelectorAll(
  ".edition .words > :is(p, h1, h2, h3):not(.en), .edition li > .words")].flatMap(block => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), range = document.createRange(), wrong = []
  let last = null, text = "", isSpaced = false
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node.parentElement.closest("[data-apparatus]")) continue
    for (const { 0: sign, index } of node.data.matchAll(/[^\\u2060\\u200b]/gu)) {
      range.setStart(node, index)
      range.setEnd(node, index + sign.length)
      const box = [...range.getClientRects()].at(-1)
      if (/\\s/u.test(sign)) isSpaced = true
      if (/\\s/u.test(sign) || !box) continue
      if (last && !isSpaced && box.left < last.left - 1) {
        text += "|"
        if (/[\\p{Pe}\\p{Pf}，。；：！？、,.;:!?…]/u.test(sign)) wrong.push(`${text.slice(-9)}${sign} begins`)
        if (/[\\p{Ps}\\p{Pi}]/u.test(last.sign)) wrong.push(`${text.slice(-9)}${sign} ends`)
      }
      text += sign
      last = { left: box.left, sign }
      isSpaced = false
    }
  }
  return wrong
})"""
WRITTEN = "name => document.querySelector(name === 'traditional' ? '.traditional' : 'ruby.word')"


@pytest.mark.parametrize(
    ("path", "widths"),
    [("article/02-departure/", (390,)), ("article/02-departure/", (1440, 390)), ("whole/", (390,))],
    ids=["narrow", "from wide to narrow and back", "whole"],
)
def test_no_line_begins_with_what_closes_or_ends_with_what_opens(
    visit: Visit, path: str, widths: tuple[int, ...]
) -> None:
    wrong = {}
    with visit(path, widths[0], still=True) as page:
        for layer in ("", *LAYERS):
            page.run(LAY, [layer], LAYERS)
            if layer:
                page.wait(WRITTEN, layer)
            for width in reversed(widths) if layer in ("pinyin", "glossed") else widths:
                page.resize(width)
                page.rest()
                if found := page.run(WRONG):
                    wrong[layer, width] = found
    assert wrong == {}


# What is to stay on one line and does not, or does not fit the column; the marks of languages within are of one line.
PARTED = """() => [...document.querySelectorAll(".unbroken")].filter(one => one.checkVisibility()
  && (new Set([...one.getClientRects()].map(box => Math.round(box.top))).size > 1
    || one.getBoundingClientRect().right > innerWidth)).map(one => one.textContent)"""


@pytest.mark.parametrize("path", [SECTION, "", "about/", "sources/", "changes/", "vocabulary/"])
def test_no_line_parts_a_day_from_its_month_nor_begins_with_a_dash(visit: Visit, path: str) -> None:
    with visit(path, 320, 844) as page:
        assert page.run("() => document.querySelectorAll('.unbroken').length") > (path != "vocabulary/") * 3
        assert page.run(PARTED) == []
        assert page.run("() => document.documentElement.scrollWidth") <= 320


# Each dot between two things that stands first in its line.
DOTS = """() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), first = []
  const dot = document.createRange()
  while (walker.nextNode())
    for (const { index } of walker.currentNode.data.matchAll(/·(?=\\s|$)/g)) {
      const { data, parentElement } = walker.currentNode
      dot.setStart(walker.currentNode, index)
      dot.setEnd(walker.currentNode, index + 1)
      const [box] = dot.getClientRects()
      const line = parentElement.closest("p, h1, h2, h3, dd, li, div, summary")
      if (!box || !line?.innerText || parentElement.closest("[lang=zh]")) continue
      const all = document.createRange()
      all.selectNodeContents(line)
      all.setEnd(walker.currentNode, index)
      if (!String(all).trim()) continue
      if ([...all.getClientRects()].some(({ width, bottom }) => width > 2 && bottom > box.top + 2)) continue
      first.push(line.innerText)
    }
  return first
}"""


@pytest.mark.parametrize(
    "paths",
    [("fact-checks/amodei-leaves-2021/", "glosses/"), (SECTION, "bios/openai/", "sources/", "")],
    ids=["pages", "others"],
)
def test_no_line_begins_with_the_dot_between_two_things(visit: Visit, paths: tuple[str, ...]) -> None:
    with visit(SECTION, 390, 844) as page:
        for path in paths:
            page.go(page.run("path => new URL(path, document.querySelector('.md-logo').href).href", path))
            for width in (390, 352, 320, 288):
                page.resize(width)
                page.rest()
                assert page.run(DOTS) == [], (path, width)


@only("chromium")
def test_no_line_parts_a_count_from_what_is_counted(visit: Visit) -> None:
    lines = "() => [...document.querySelectorAll('.verdicts + .hint a')].map(one => one.getClientRects().length)"
    with visit("", 390, 844) as page:
        assert page.run(lines) == [1, 1, 1]


def test_no_line_begins_with_a_sources_arrow(visit: Visit) -> None:
    with visit("glosses/", 390, 844) as page:
        alone = page.run(
            """() => [...document.querySelectorAll(".record")].filter(arrow => {
              const { parentElement } = arrow, all = document.createRange()
              all.selectNodeContents(parentElement)
              all.setEndBefore(arrow)
              const last = [...all.getClientRects()].filter(box => box.width > 5).at(-1)
              const box = arrow.getBoundingClientRect()
              return last && (last.top + last.bottom) / 2 < box.top
            }).map(arrow => arrow.parentElement.innerText)"""
        )
        assert alone == []
