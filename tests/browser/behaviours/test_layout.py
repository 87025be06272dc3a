"""Nothing lies over the text and nothing has to be pushed sideways, at any width.

The navigation stands beside the text from 1220 px on, and is not there below: the widths have both.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.browser.behaviours import needs, only
from tests.browser.behaviours.conftest import Visit
from tests.browser.engines.page import AT_REST, Page
from tests.browser.nearness import FAR, FARTHEST, LOOSE, NEARNESS
from tests.sweeping import further

SECTIONS = sorted(path.stem for path in (Path(__file__).parents[3] / "docs/article").glob("*.md"))
WIDTHS = range(320, 1921, 20)
PLAIN = "assets/paper.js"
"""What has no layout of its own, and no policy about what stands in it."""
EVERYTHING = "?show=checks,names,words,english,pinyin"

# What is wrong at the window's present width.
WRONG = """() => {
  const root = document.documentElement, width = root.clientWidth, wrong = []
  if (root.scrollWidth > width) wrong.push(`sideways: ${root.scrollWidth} of ${width}`)
  const seen = (element, around) => {
    const boxes = []
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement
      if (!walker.currentNode.data.trim() || !parent.checkVisibility({ visibilityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      for (const { left, right, top, bottom } of range.getClientRects())
        if (right - left > 1 && bottom - top > 1) boxes.push({ left, right, top, bottom, what: parent })
    }
    return boxes
  }
  const name = element => element.id || element.className || element.localName
  const over = (one, other) => one.left < other.right - 1 && other.left < one.right - 1
    && one.top < other.bottom - 1 && other.top < one.bottom - 1
  const text = [...document.querySelectorAll(".edition .words")].flatMap(words => seen(words))
  for (const { left, right, what } of text)
    if (left < -1 || right > width + 1) wrong.push(`cut: ${name(what)} ${left} to ${right}`)
  const notes = [...document.querySelectorAll(".edition .note, .chip, .md-sidebar--primary")].flatMap(note => {
    const { left, right, top, bottom } = note.getBoundingClientRect()
    return note.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && bottom - top > 1
      && right > 0 ? [{ left, right, top, bottom, what: note }] : []
  })
  for (const note of notes) {
    const below = text.find(words => over(note, words))
    if (below) wrong.push(`over the text: ${name(note.what)}`)
  }
  notes.sort((one, other) => one.top - other.top)
  notes.forEach((note, index) => {
    if (index && notes[index - 1].what.matches(".note") && note.what.matches(".note") && over(notes[index - 1], note))
      wrong.push(`one on another: ${name(note.what)}`)
  })
  return wrong
}"""


# The page in a frame, whose width is its window's: to make a frame wider is a matter of a moment, a window of many.
# Nobody looks at it: to paint it at each width would take as long as all else.
FRAMED = """async (address, style) => {
  const frame = document.createElement("iframe")
  frame.style = "position: fixed; inset: 0 auto auto 0; border: 0; opacity: 0; height: 900px; width: 320px"
  frame.src = address
  document.body.replaceChildren(frame)
  await new Promise(resolve => frame.onload = resolve)
  const own = new frame.contentWindow.CSSStyleSheet()
  own.replaceSync(style)
  frame.contentDocument.adoptedStyleSheets = [own]
}"""
AT_WIDTHS = f"""async widths => {{
  const frame = document.querySelector("iframe"), found = {{}}
  const at_rest = (document, requestAnimationFrame) => ({AT_REST})(true)
  const wrong = document => ({WRONG})()
  for (const width of widths) {{
    frame.style.width = `${{width}}px`
    const nextFrame = frame.contentWindow.requestAnimationFrame.bind(frame.contentWindow)
    await new Promise(nextFrame)
    let told = wrong(frame.contentDocument)
    if (told.length || width === widths.at(-1)) {{ // what the page's script does in its own time may mend it
      while (!await at_rest(frame.contentDocument, nextFrame));
      told = wrong(frame.contentDocument)
    }}
    if (told.length) found[width] = told.slice(0, 3)
  }}
  return found
}}"""


def measured(page: Page, path: str, widths: Sequence[float], style: str = "") -> dict[str, list[str]]:
    """What is wrong on the page at the path at each width, with the style added."""
    page.run(FRAMED, f"../{path}", style)
    if "pinyin" in path:
        page.wait("() => document.querySelector('iframe').contentDocument.querySelector('rt')")
    wrong: dict[str, list[str]] = {}
    for start in range(0, len(widths), 9):  # a script may take a minute at most
        wrong |= page.run(AT_WIDTHS, widths[start : start + 9])
    return wrong


def wrong_at(visit: Visit, path: str, widths: Sequence[int] = WIDTHS, **options: float) -> dict[str, list[str]]:
    """The same of a window of these widths on the screen."""
    with visit(PLAIN, 1920, 900, still=True, **options) as page:
        return measured(page, path, [width / options.get("zoom", 1) for width in widths])


@needs("bars")
@pytest.mark.parametrize(
    ("zoom", "bars"), [(1, False), (1.25, True), (1.5, False), (1, True), (1.25, False), (1.5, True)]
)
@further
def test_at_every_width_the_notes_leave_the_text_free(visit: Visit, zoom: float, bars: bool) -> None:
    assert wrong_at(visit, "article/02-departure/", zoom=zoom, bars=bars) == {}


@only("chromium")
@pytest.mark.parametrize("path", [*(f"article/{section}/" for section in SECTIONS), "whole/"])
def test_so_they_do_in_every_section(visit: Visit, path: str) -> None:
    assert wrong_at(visit, path, (320, 390, 768, 940, 960, 1024, 1200, 1220, 1240, 1260, 1280, 1440, 1920)) == {}


@pytest.mark.parametrize(
    "path", [f"article/04-hearts/{EVERYTHING}", "article/05-exodus/?show=checks,english,sentences"]
)
def test_so_they_do_with_all_that_can_be_shown(visit: Visit, path: str) -> None:
    assert wrong_at(visit, path, (320, 390, 768, 960, 1024, 1200, 1220, 1240, 1260, 1280, 1440, 1920)) == {}


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_notes_stand_near_their_words_and_keep_no_paragraphs_apart(visit: Visit, *, script: bool) -> None:
    with visit("article/05-exodus/", 1280, 900, still=True, script=script) as page:
        found = page.run(NEARNESS)
        assert max(found["gaps"]) <= LOOSE
        assert found["away"][int(0.95 * len(found["away"]))] <= FAR
        assert found["away"][-1] <= FARTHEST


PAGES = ["", "bios/openai/", "fact-checks/", "sources/", "pictures/"]
OTHERS = ["bios/", "fact-checks/openai-age/", "glosses/", "variants/", "changes/", "about/", "contributing/",
          "editing/", "404.html"]  # fmt: skip


@pytest.mark.parametrize("paths", [PAGES, OTHERS], ids=["pages", "others"])
def test_no_page_is_pushed_sideways_and_each_has_its_heading(visit: Visit, paths: list[str]) -> None:
    with visit(PLAIN, 1920, 900, still=True) as page:
        for path in paths:
            assert measured(page, path, (320, 390, 768, 1024, 1240, 1440, 1920)) == {}, path
            headings = "() => document.querySelector('iframe').contentDocument.querySelectorAll('h1').length"
            assert page.run(headings) == 1, path


@only("chromium")
@pytest.mark.parametrize(("style", "told"), [
    (".edition .words { width: 200vw }", "sideways"),
    (".edition .words { position: relative; left: -2rem }", "cut"),
    (".edition .note { translate: -300px }", "over the text"),
    (".edition .note { --row: 1 !important }", "one on another"),
])  # fmt: skip
def test_what_is_wrong_is_told(visit: Visit, style: str, told: str) -> None:
    with visit(PLAIN, 1920, 900, still=True) as page:
        wrong = measured(page, "article/02-departure/", (390, 1440), style)
        assert [line for lines in wrong.values() for line in lines if told in line]


@needs("text")
@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_text_of_twice_the_size_stays_in_its_place(visit: Visit, width: int) -> None:
    assert wrong_at(visit, "article/02-departure/", (width,), text=2) == {}


@pytest.mark.parametrize(
    ("least", "paths"),
    [
        (24, ["pictures/", "vocabulary/"]),
        (20, [*PAGES, *OTHERS, "vocabulary/"]),
        (16, [*PAGES, *OTHERS, "vocabulary/"]),
        (24, [*PAGES, *OTHERS, "reference/", "publishing/", "word-by-word/", "article/02-departure/"]),
    ],
)
def test_where_no_letter_may_be_small_each_page_stays_in_a_narrow_window(
    visit: Visit, least: int, paths: list[str]
) -> None:
    with visit(PLAIN, 1920, 900, still=True, least=least) as page:
        for path in paths:
            assert measured(page, path, (320, 390)) == {}, path


@pytest.mark.parametrize("zoom", [2, 4])
def test_enlarged_the_whole_note_can_be_read(visit: Visit, zoom: float) -> None:
    with visit(f"article/04-hearts/{EVERYTHING}", 1280, 1024, zoom=zoom, still=True) as page:
        page.wait("() => document.querySelector('rt')")
        page.rest()
        assert page.run(WRONG) == []
        page.run("() => [...document.querySelectorAll('.words a.mark')].at(-1).focus()")
        page.keys("Enter")
        page.wait("() => !document.querySelector('.sheet').hidden")
        page.rest()
        left, top, right, bottom, wide, own = page.run(
            "() => { const sheet = document.querySelector('.sheet'), {left, top, right, bottom} ="
            " sheet.getBoundingClientRect(); return [left, top, right, bottom, sheet.scrollWidth, sheet.clientWidth] }"
        )
        width, height = page.window.size
        assert left >= 0 and top >= 0 and right <= width and bottom <= height + 1
        assert wide <= own
