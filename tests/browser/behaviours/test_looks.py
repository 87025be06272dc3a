"""What somebody who looks at the pages sees at once, by geometry: nothing is out of reach, cut or out of line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.behaviours import needs, only
from tests.browser.behaviours.conftest import Visit
from tests.browser.engines.page import Engine, Window
from tests.serving import served

SECTION = "article/02-departure/"
# Where the first line of each part of a row ends, of what shows.
BASELINES = """selector => [...document.querySelectorAll(selector)].map(row => {
  const bottoms = [...row.children].filter(one => one.getClientRects().length).map(one => {
    const range = document.createRange()
    range.selectNodeContents(one)
    return range.getClientRects()[0].bottom
  })
  return [row.textContent, bottoms]
})"""
# The words of a heading that a line's end cuts in two.
CUT = """selector => [...document.querySelectorAll(selector)].flatMap(heading => {
  const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT), cut = []
  while (walker.nextNode())
    for (const { 0: word, index } of walker.currentNode.data.matchAll(/[\\w’]+/g)) {
      const range = document.createRange()
      range.setStart(walker.currentNode, index)
      range.setEnd(walker.currentNode, index + word.length)
      if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) cut.push(word)
    }
  return cut
})"""
# The short words of the English that a line's end cuts in two though they would fit a line, but for those of addresses.
DIVIDED = r"""() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), divided = []
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode
    let block = parentElement
    if (block.closest("code, .address") || block.closest("[lang]").lang !== "en" || !block.checkVisibility()) continue
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement
    const { paddingLeft, paddingRight } = getComputedStyle(block)
    const room = block.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
    for (const { 0: word, index } of data.matchAll(/(?<![\p{L}\w./:@’–—-])[a-z]{2,10}(?![\p{L}\w/:@’–—-]|\.\w)/giu)) {
      const range = document.createRange()
      range.setStart(walker.currentNode, index)
      range.setEnd(walker.currentNode, index + word.length)
      const boxes = [...range.getClientRects()]
      if (new Set(boxes.map(box => Math.round(box.top))).size < 2) continue
      if (boxes.reduce((sum, box) => sum + box.width, 0) < room) divided.push(word)
    }
  }
  return divided
}"""
# How far the lines of each paragraph stand apart, where some hold Han among the English and some do not.
UNEVEN = """selector => [...document.querySelectorAll(selector)].flatMap(paragraph => {
  const { height } = paragraph.getBoundingClientRect(), line = parseFloat(getComputedStyle(paragraph).lineHeight)
  const isUneven = Math.abs(height - Math.round(height / line) * line) > 1.5
  return isUneven ? [`${height} of ${line}: ${paragraph.textContent}`] : []
})"""

# Han for which a face of any kind is asked for before one that has Han: Firefox takes one without serifs.
FACELESS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = []
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode
    if (!/\\p{Script=Han}/u.test(data) || parentElement.closest("script, style, template, code")) continue
    const faces = getComputedStyle(parentElement).fontFamily.split(/, */)
    const [any, han] = [/^(sans-)?serif$/, /CJK/].map(kind => faces.findIndex(face => kind.test(face)))
    if (any < han || han < 0) found.push(data.trim())
  }
  return found
}"""
# How far each reading stands below a word of the line above it, under which dots are drawn.
GAPS = """() => {
  const boxes = (selector, words) => [...words.querySelectorAll(selector)].flatMap(one => [...one.getClientRects()])
  return [...document.querySelectorAll(".words.written")].flatMap(words => {
    const readings = boxes("rt[data-reading]", words)
    return boxes(".mark.gloss ruby ruby", words).flatMap(base => readings
      .filter(reading => reading.left < base.right && base.left < reading.right && reading.bottom > base.bottom)
      .map(reading => reading.top - base.bottom))
  })
}"""


def test_the_whole_navigation_is_in_reach_and_scrolls_only_in_a_low_window(visit: Visit) -> None:
    bar = "document.querySelector('.md-sidebar--primary .md-sidebar__scrollwrap')"
    with visit(SECTION, 1366, 560) as page:
        assert page.run(f"() => {bar}.scrollHeight > {bar}.clientHeight")
        page.run(f"() => {{ {bar}.scrollTop = {bar}.scrollHeight }}")
        last = "[...document.querySelectorAll('.md-sidebar--primary a')].at(-1).getBoundingClientRect().bottom"
        page.wait(f"() => {last} <= innerHeight")
        page.resize(1366, 1000)
        page.wait(f"() => {bar}.scrollHeight === {bar}.clientHeight")  # or a bar is drawn where nothing scrolls


def test_what_stands_in_a_row_stands_on_one_line(visit: Visit) -> None:
    with visit(f"{SECTION}#note-kaigong") as page:
        page.wait("() => document.querySelector('.note[open] .tools')")
        page.rest()
        rows = page.run(BASELINES, ".note[open] .tools")
        assert rows
        for words, bottoms in rows:
            assert max(bottoms) - min(bottoms) <= 1, words


@needs("text")
def test_letters_of_twice_the_size_cut_no_word_of_a_heading(visit: Visit) -> None:
    with visit(SECTION, 390, 844, text=2) as page:
        for path in ("", "contributing/", "glosses/"):
            for width in (390, 320):
                page.resize(width, 844)
                page.rest()
                assert page.run(CUT, "h1") == [], (path, width)
            page.go(page.run("path => new URL(path, document.querySelector('.md-logo').href).href", path))
            page.rest()


@needs("text")
@pytest.mark.parametrize(
    "paths",
    [
        ("pictures/", "changes/", SECTION),
        ("vocabulary/", "sources/", "about/", "whole/", "fact-checks/", "", "contributing/", "bios/openai/", SECTION),
    ],
    ids=["pages", "others"],
)
def test_letters_of_twice_the_size_leave_each_page_in_its_window_and_its_words_whole(
    visit: Visit, paths: tuple[str, ...]
) -> None:
    with visit("404.html", 390, 844, text=2) as page:
        for path in paths:
            page.go(page.run("path => new URL(path, document.querySelector('.md-logo').href).href", path))
            for width in (390, 320):
                page.resize(width, 844)
                page.rest()
                assert page.run("() => document.documentElement.scrollWidth") <= width, (path, width)
                assert page.run(DIVIDED) == [], (path, width)
        lefts = "() => [...document.querySelectorAll('.paths label')].map(one => Math.round(one.offsetLeft))"
        assert len(set(page.run(lefts))) == 1  # one under the other, and not two and one


def test_han_among_the_english_leaves_the_lines_even(visit: Visit) -> None:
    for path, of in (("glosses/", ".glossary dd p"), ("about/", "p"), ("contributing/", "li")):
        with visit(path) as page:
            assert page.run(UNEVEN, f".md-content__inner {of}:has([lang|=zh])") == [], path


@only("firefox")
def test_han_is_in_a_face_of_its_own_wherever_it_stands_among_english(visit: Visit) -> None:
    for path in ("", "about/", "contributing/", "word-by-word/", "glosses/", "article/05-exodus/"):
        with visit(path) as page:
            assert page.run(FACELESS) == [], path


def test_what_is_cut_by_the_foot_of_the_sheet_is_cut_between_words(visit: Visit) -> None:
    with visit(SECTION, 390, 844) as page:
        page.click(".words .mark.bio", nth=2)
        page.wait("() => document.querySelector('.sheet .close')?.getClientRects().length")
        sheet, foot = page.run(
            "() => [document.querySelector('.sheet'), document.querySelector('.sheet .close')]"
            ".map(one => [one.clientWidth, one.getBoundingClientRect().bottom])"
        )
        assert foot[0] == sheet[0]
        assert abs(foot[1] - sheet[1]) <= 1


def test_readings_leave_free_what_is_drawn_under_the_line_above(visit: Visit) -> None:
    with visit(f"{SECTION}?show=checks,names,words,english,pinyin", 390, 844) as page:
        page.wait("() => document.querySelector('rt')")
        page.rest()
        assert min(page.run(GAPS)) >= 4


@only("chromium")
def test_a_table_of_a_guide_is_as_wide_as_its_text_and_cuts_no_word(visit: Visit) -> None:
    with visit("reference/") as page:
        widths = "selector => Math.max(...[...document.querySelectorAll(selector)].map(one => one.offsetWidth))"
        assert page.run(widths, ".md-content table") <= page.run(widths, ".md-content p") + 1
        assert page.run(CUT, "td:first-child code") == []


@only("webkit")
def test_a_table_of_a_guide_fits_a_phone(visit: Visit) -> None:
    hidden = "() => [...document.querySelectorAll('table')].map(one => one.scrollWidth - one.clientWidth)"
    for path in ("publishing/", "reference/", "word-by-word/"):
        with visit(path, 390, 844) as page:
            assert max(page.run(hidden)) <= 0, path


@only("chromium")
def test_the_name_over_the_navigation_of_a_phone_is_whole(visit: Visit) -> None:
    with visit(SECTION, 390, 844, still=True) as page:
        page.click(".md-header [for=__drawer]")
        page.rest()
        shown, whole = page.run("""() => {
          const { clientWidth, scrollWidth } = document.querySelector(".md-nav--primary > .md-nav__title")
          return [clientWidth, scrollWidth]
        }""")
        assert whole <= shown


def test_the_page_of_a_wrong_address_is_read_without_its_stylesheets(
    engine: Engine, site: Path, tmp_path: Path
) -> None:
    (tmp_path / "folder").symlink_to(site)  # of a host, which the site was not told of
    with served(tmp_path) as address:
        page = engine.open(f"{address}folder/404.html", Window(390, 844, script=False))
        try:
            page.rest()
            sizes = page.run("() => [...document.querySelectorAll('svg')].map(one => one.clientWidth)")
        finally:
            page.close()
    assert 0 < max(sizes) <= 40


def test_where_a_script_runs_it_finds_the_folder_of_the_site(engine: Engine, site: Path, tmp_path: Path) -> None:
    (tmp_path / "folder/of").mkdir(parents=True)
    (tmp_path / "folder/of/ours").symlink_to(site)
    with served(tmp_path) as address:
        page = engine.open(f"{address}folder/of/ours/404.html", Window(390, 844))
        try:
            page.becomes(f"{address}folder/of/ours/", "() => document.querySelector('h1 + p a').href")
            page.wait("() => getComputedStyle(document.querySelector('.md-sidebar--primary')).position === 'fixed'")
            page.click("[data-search]")  # by the script that comes from there
            page.wait("() => document.querySelector('.search').open")
        finally:
            page.close()


def test_each_switch_is_as_large_as_a_finger_and_a_phone_need(visit: Visit) -> None:
    with visit(SECTION, 390, 844) as page:
        page.click(".more-switches")
        page.wait("() => document.querySelector('.switches select')?.getClientRects().length")
        sizes = """() => [...document.querySelectorAll("input:not([type=radio], [type=checkbox]), select, textarea")]
          .filter(one => one.getClientRects().length).map(one => parseFloat(getComputedStyle(one).fontSize))"""
        assert min(page.run(sizes)) >= 16  # or a phone enlarges the page as the field takes the focus
        small = """() => [...document.querySelectorAll(".switches :is(button, select, .paths label)")]
          .map(one => [one.textContent, one.offsetWidth, one.offsetHeight])
          .filter(([, width, height]) => width && (width < 24 || height < 24))"""
        assert page.run(small) == []


def test_a_sources_arrow_and_each_link_of_the_navigation_are_large_enough(visit: Visit) -> None:
    with visit("fact-checks/amodei-leaves-2021/") as page:
        small = page.run(
            """() => [...document.querySelectorAll(".record, .md-nav--primary .md-nav__list a")].filter(link => {
              const { width, height } = link.getBoundingClientRect()
              return width < 24 || height < 24
            }).length"""
        )
        assert small == 0


def test_a_day_of_the_timeline_takes_two_lines_at_most(visit: Visit) -> None:
    with visit("pictures/", 390, 844) as page:
        tallest = page.run(
            """() => Math.max(...[...document.querySelectorAll(".dated time")].map(day => day.offsetHeight
              / parseFloat(getComputedStyle(day).lineHeight)))"""
        )
        assert tallest < 2.5


def test_the_bars_of_the_verdicts_are_on_one_scale(visit: Visit) -> None:
    bars = """() => [...document.querySelectorAll(".verdicts > li")].map(item => [
      parseFloat(getComputedStyle(item, "::before").inlineSize), parseInt(item.querySelector("b").textContent)])"""
    with visit("", 1440, 900) as page:
        for width in (1440, 390):
            page.resize(width)
            drawn = page.run(bars)
            longest, most = max(drawn, key=lambda bar: bar[1])
            assert longest > 60, (width, drawn)
            assert all(abs(length / longest - count / most) < 0.01 for length, count in drawn), (width, drawn)


def test_what_a_verdict_means_takes_the_whole_width_of_a_phone(visit: Visit) -> None:
    with visit("about/", 390, 844) as page:
        assert page.run("() => document.querySelector('.scale dd').offsetWidth") > 340


def test_a_list_in_a_note_has_its_signs_beside_the_line_of_its_kind(visit: Visit) -> None:
    made = """() => {
      const note = document.querySelector(".margin .note"), list = document.createElement("ul")
      list.innerHTML = "<li>one<li>two"
      note.open = true
      note.querySelector(".more").append(list)
      const { listStyleType, paddingInlineStart } = getComputedStyle(list)
      return [listStyleType, parseFloat(paddingInlineStart)]
    }"""
    for width in (1440, 390):
        with visit(SECTION, width) as page:
            sign, room = page.run(made)
            assert sign == "disc" and room > 12
