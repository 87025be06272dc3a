"""Nothing lies over the text and nothing has to be pushed sideways, at any width.

The navigation stands beside the text from 1220 px on, and is not there below: the widths have both.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.behaviours import needs, only, sweep
from tests.browser.behaviours.conftest import Visit
from tests.browser.nearness import FAR, FARTHEST, LOOSE, NEARNESS

pytestmark = sweep("chromium", "firefox", "webkit")

SECTIONS = sorted(path.stem for path in (Path(__file__).parents[3] / "docs/article").glob("*.md"))
WIDTHS = range(320, 1921, 20)
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


def swept(visit: Visit, path: str, widths: range | tuple[int, ...] = WIDTHS, **options: float) -> dict[int, list[str]]:
    """What is wrong at each width, in one page that is made wider and wider."""
    wrong = {}
    with visit(path, widths[0], 900, still=True, **options) as page:
        if "pinyin" in path:
            page.wait("() => document.querySelector('rt')")
        for width in widths:
            page.resize(width)
            page.rest()
            if found := page.run(WRONG):
                wrong[width] = found[:3]
    return wrong


@needs("bars")
@pytest.mark.parametrize("zoom", [1, 1.25, 1.5])
@pytest.mark.parametrize("bars", [False, True], ids=["", "scroll bar"])
def test_at_every_width_the_notes_leave_the_text_free(visit: Visit, zoom: float, bars: bool) -> None:
    assert swept(visit, "article/02-departure/", zoom=zoom, bars=bars) == {}


@only("chromium")
@pytest.mark.parametrize("path", [*(f"article/{section}/" for section in SECTIONS), "whole/"])
def test_so_they_do_in_every_section(visit: Visit, path: str) -> None:
    assert swept(visit, path, (320, 390, 768, 940, 960, 1024, 1200, 1220, 1240, 1260, 1280, 1440, 1920)) == {}


@pytest.mark.parametrize(
    "path", [f"article/04-hearts/{EVERYTHING}", "article/05-exodus/?show=checks,english,sentences"]
)
def test_so_they_do_with_all_that_can_be_shown(visit: Visit, path: str) -> None:
    assert swept(visit, path, (320, 390, 768, 960, 1024, 1200, 1220, 1240, 1260, 1280, 1440, 1920)) == {}


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_notes_stand_near_their_words_and_keep_no_paragraphs_apart(visit: Visit, *, script: bool) -> None:
    with visit("article/05-exodus/", 1280, 900, still=True, script=script) as page:
        found = page.run(NEARNESS)
        assert max(found["gaps"]) <= LOOSE
        assert found["away"][int(0.95 * len(found["away"]))] <= FAR
        assert found["away"][-1] <= FARTHEST


PAGES = ["", "bios/", "bios/openai/", "fact-checks/", "fact-checks/openai-age/", "glosses/", "sources/", "variants/",
         "pictures/", "changes/", "about/", "contributing/", "editing/", "404.html"]  # fmt: skip


def test_no_page_is_pushed_sideways_and_each_has_its_heading(visit: Visit) -> None:
    with visit("", 390, 844, still=True) as page:
        address = page.run("() => location.href")
        for path in PAGES:
            page.go(address + path)
            for width in (320, 390, 768, 1024, 1240, 1440, 1920):
                page.resize(width)
                assert page.run("() => document.documentElement.scrollWidth - innerWidth") <= 0, (path, width)
            assert page.run("() => document.querySelectorAll('h1').length") == 1, path


@needs("text")
@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_text_of_twice_the_size_stays_in_its_place(visit: Visit, width: int) -> None:
    assert swept(visit, "article/02-departure/", (width,), text=2) == {}


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
