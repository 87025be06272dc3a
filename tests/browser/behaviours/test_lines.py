"""Where lines end: no sign that closes begins one, and none that opens ends one, whatever is drawn over the text."""

from __future__ import annotations

import pytest

from tests.browser.behaviours.conftest import Visit

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
    [("article/02-departure/", (1440, 390)), ("whole/", (390,))],
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
