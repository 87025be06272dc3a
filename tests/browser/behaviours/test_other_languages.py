"""Words answer in every language, with a reading or without one, and wherever a host puts the pages."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.browser.behaviours import only
from tests.browser.behaviours.conftest import press, visitor
from tests.browser.engines.page import Engine
from tests.hosts import EDITIONS, build, copy_edition
from tests.once import Once
from tests.serving import served

SHOWN = """() => [...document.querySelectorAll(".word-card:not([hidden]) .entry > :is(b, i, .sense)")]
  .map(part => [part.textContent, part.lang || part.closest("[lang]").lang])"""
READINGS = """() => [...document.querySelectorAll("rt[data-reading]")].filter(one => one.getClientRects().length)
  .map(one => [one.dataset.reading, one.lang])"""
OVER = """() => Object.fromEntries([...document.querySelectorAll("rt[data-reading]")].map(one =>
  [one.dataset.reading, Number(getComputedStyle(one).getPropertyValue("--beside") || 0)]))"""
TEXT = """() => [...document.querySelectorAll(".edition .words > :not(.en), .edition .words")]
  .map(leaf => { const range = document.createRange(); range.selectNodeContents(leaf); return String(range) }).join()"""


@pytest.fixture(scope="module", params=["in folders", "in files"])
def editions(request: pytest.FixtureRequest, root: Path, once: Once) -> tuple[Path, str]:
    """The small editions, each under a path of its own, and what the address of a page ends in."""
    in_files = request.param == "in files"

    def make(folder: Path) -> None:
        for name in ("japanese", "german", "arabic"):
            project = copy_edition(name, folder / "projects" / name, root)
            with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
                file.write(f"use_directory_urls: {str(not in_files).lower()}\n")
            done = build(project, folder / "sites" / name)
            assert done.returncode == 0, done.stderr

    return once(f"editions {request.param}", make) / "sites", ".html" if in_files else "/"


def test_kana_is_the_reading_of_a_japanese_word(engine: Engine, editions: tuple[Path, str]) -> None:
    folder, end = editions
    with served(folder) as address, visitor(engine, address)(f"japanese/article/02-machi{end}") as page:
        text = page.run(TEXT)
        press(page, "日付")
        page.becomes([["日付", "ja"], ["ひづけ", "ja"], ["date", "en"]], SHOWN)
        press(page, "は")
        page.becomes([["は", "ja"], ["as for", "en"]], SHOWN)
        page.keys("Escape")
        page.switch("pinyin")
        assert page.run("() => document.querySelector('[data-show=pinyin]').textContent") == "Furigana"
        page.wait(f"() => ({READINGS})().length")
        assert page.run(READINGS)[:2] == [["まち", "ja"], ["こた", "ja"]]
        assert ["だま", "ja"] in page.run(READINGS) and ["まだ", "ja"] not in page.run(READINGS)
        places = page.run(OVER)  # by how much of a character it stands beside the word's middle
        assert places["まち"] == 0 and places["こた"] == -0.5 and places["だま"] == -2
        page.run("() => document.querySelectorAll('rt').forEach(one => one.remove())")
        assert page.run(TEXT) == text


@only("chromium")
@pytest.mark.parametrize("at", ["sources/", "glosses/"])
def test_no_line_begins_with_a_small_kana_wherever_japanese_stands(
    engine: Engine, editions: tuple[Path, str], at: str
) -> None:
    breaks = """() => [...new Set([...document.querySelectorAll("main [lang=ja]")]
      .map(one => getComputedStyle(one).lineBreak))]"""
    with served(editions[0]) as address, visitor(engine, address)(f"japanese/{at}") as page:
        assert page.run(breaks) == ["strict"]


def test_a_german_word_has_a_sense_and_no_reading(engine: Engine, editions: tuple[Path, str]) -> None:
    folder, end = editions
    with served(folder) as address, visitor(engine, address)(f"german/article/01-anfang{end}") as page:
        press(page, "schweigt")
        page.becomes([["schweigt", "de"], ["keeps silent", "en"]], SHOWN)
        assert not page.run("() => document.querySelector('[data-show=pinyin]')")
        page.keys("Escape")
        page.switch("interlinear")
        page.wait("() => document.querySelector('rt[data-gloss]')?.getClientRects().length")
        assert page.run(READINGS) == []


# Of each word of the longest paragraph where its base and its gloss or reading end: from right to left, line by line.
COLUMNS = """name => {
  const leaf = [...document.querySelectorAll(".words.written")].sort((one, other) =>
    other.querySelectorAll("ruby.word").length - one.querySelectorAll("ruby.word").length)[0]
  const { right } = leaf.firstElementChild.getBoundingClientRect()
  return [right, [...leaf.querySelectorAll("ruby.word")].map(word => {
    const base = document.createRange(), text = word.querySelector(`rt[data-${name}]`)
    base.selectNodeContents(word.querySelector("ruby"))
    const box = [...base.getClientRects()].find(({ width }) => width > 1)
    const pen = document.createElement("canvas").getContext("2d")
    pen.font = getComputedStyle(text).font
    return [box.right, box.left, box.top, pen.measureText(text.dataset[name]).width]
  })]
}"""


@only("webkit")  # its geometry tells nothing of where it draws
def test_figures_among_han_are_not_drawn_over_one_another(engine: Engine, editions: tuple[Path, str]) -> None:
    space = "() => getComputedStyle(document.querySelector('.words > p:not(.en)')).textAutospace"
    with served(editions[0]) as address, visitor(engine, address)(f"japanese/article/01-hashi{editions[1]}") as page:
        assert page.run(space) == "no-autospace"


def test_german_is_in_no_han_face(engine: Engine, editions: tuple[Path, str]) -> None:
    width = """() => {
      const texts = document.createTreeWalker(document.querySelector(".edition"), NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      while (texts.nextNode() && !texts.currentNode.data.includes("“"));
      const { data, parentElement } = texts.currentNode
      range.setStart(texts.currentNode, data.indexOf("“"))
      range.setEnd(texts.currentNode, data.indexOf("“") + 1)
      return range.getBoundingClientRect().width / parseFloat(getComputedStyle(parentElement).fontSize)
    }"""
    with served(editions[0]) as address, visitor(engine, address)(f"german/article/01-anfang{editions[1]}") as page:
        assert page.run(width) < 0.7  # there a quotation mark is as wide as a sign


@pytest.mark.parametrize("at", ["article/01-bidaya{}", "article/02-arqam{}", "bios/wadi-al-zahr/", "glosses/"])
def test_what_runs_from_right_to_left_begins_at_the_right(engine: Engine, editions: tuple[Path, str], at: str) -> None:
    turned = """() => [...document.querySelectorAll("main *")].filter(one => {
      const { direction, display, textAlign } = getComputedStyle(one)
      return direction === "rtl" && display.endsWith("block") && textAlign === "left"
    }).map(one => one.outerHTML.slice(0, 80))"""
    with served(editions[0]) as address, visitor(engine, address)(f"arabic/{at.format(editions[1])}") as page:
        assert page.run("() => document.querySelectorAll('main [dir=rtl]').length")
        assert page.run(turned) == []


# Of each cell with a word as long as its column: in how many pieces it is, and by how much it stands under its number.
IN_CELLS = """() => [...document.querySelectorAll("td > .words")].map(words => {
  const range = document.createRange(), text = document.createTextNode("Wiederherstellungsarbeiten ")
  words.querySelector(".number").after(text)
  range.selectNodeContents(text)
  const lines = [...range.getClientRects()].filter(({ width }) => width > 8)
  const middle = box => (box.top + box.bottom) / 2
  return [lines.length, Math.abs(middle(lines[0]) - middle(words.querySelector(".number").getBoundingClientRect())) < 8]
})"""


# Whether the beginning of a long title is seen in the header.
BEGINNING = """() => {
  const name = document.querySelector(".md-header .md-ellipsis"), title = document.createElement("span")
  title.dir = "rtl"
  title.textContent = "عودة السينما إلى الحي القديم في وسط المدينة بعد ثلاثين عامًا"
  name.replaceChildren(title, " · an annotated edition")
  const range = document.createRange()
  range.setStart(title.firstChild, 0)
  range.setEnd(title.firstChild, 1)
  return range.getBoundingClientRect().right < name.getBoundingClientRect().right + 1
}"""


def test_words_from_right_to_left_stand_over_their_glosses(engine: Engine, editions: tuple[Path, str]) -> None:
    folder, end = editions
    with served(folder) as address:
        at = f"arabic/article/02-arqam{end}?show=checks,names,words,interlinear,pinyin"
        with visitor(engine, address)(at, 1440) as page:
            page.wait("() => document.querySelector('ruby.word')")
            page.rest()
            right, words = page.run(COLUMNS, "gloss")
            assert abs(words[0][0] - right) < 3
            lines: dict[int, list[tuple[float, float]]] = {}
            for start, last, top, width in words:
                lines.setdefault(round(top / 9), []).append((start, min(last, start - width)))
            for line in lines.values():
                assert all(other[0] <= one[1] + 2 for one, other in pairwise(line))
            assert page.finds("البلدية عن الفرق")
            page.run("() => document.querySelector('[data-show=interlinear]').click()")
            page.rest()
            right, words = page.run(COLUMNS, "reading")
            assert abs(words[0][0] - right) < 6  # a reading may overhang it
            assert page.finds("البلدية عن الفرق")
        with visitor(engine, address)(f"arabic/article/02-arqam{end}", 390) as page:
            assert page.run(IN_CELLS) == [[1, True]] * 4
            assert page.run(BEGINNING)


# Of each note at rest with Arabic among its English: its room, and the lines that the Arabic takes, which is long here.
AT_REST = """() => [...document.querySelectorAll(".margin .note > summary [dir=rtl]")].map(words => {
  words.textContent = "سامر بن عبد الرحمن بن محمد الحلبي الدمشقي المعروف بابن القاضي"
  const { left, right } = words.closest("summary").getBoundingClientRect()
  return [left, right, ...[...words.getClientRects()].flatMap(box => [box.left, box.right])]
})"""


def test_arabic_words_of_a_note_at_rest_are_cut_at_their_own_end(engine: Engine, editions: tuple[Path, str]) -> None:
    folder, end = editions
    with served(folder) as address, visitor(engine, address)(f"arabic/article/01-bidaya{end}", 1440) as page:
        page.rest()
        notes = page.run(AT_REST)
        assert len(notes) > 3
        for left, right, *boxes in notes:
            assert len(boxes) == 2, "they begin in one line, and so not where an ellipsis of the English stands"
            assert left - 1 <= boxes[0] and boxes[1] <= right + 1
            assert boxes[1] - boxes[0] < 0.62 * (right - left), "and leave room for what it says of them"
        page.run("() => { document.querySelector('.margin .note:has([dir=rtl])').open = true }")
        page.rest()
        assert len(page.run(AT_REST)[0]) > 4


# How much lower than a line the notes are that take one with Arabic in it: their overflow is hidden.
LACKS = """() => [...document.querySelectorAll(".margin .note:not([open]) > summary:has(b[dir=rtl])")].map(summary =>
  parseFloat(getComputedStyle(summary).lineHeight) - summary.getBoundingClientRect().height)"""


def test_no_arabic_letter_of_a_note_at_rest_is_cut_at_its_foot(engine: Engine, editions: tuple[Path, str]) -> None:
    folder, end = editions
    with served(folder) as address, visitor(engine, address)(f"arabic/article/01-bidaya{end}", 1440) as page:
        lacks = page.run(LACKS)
    assert lacks and max(lacks) < 1.5


# Of the first result that shows the article: its direction, its words, and where each of them stands.
RESULT = """() => {
  const line = document.querySelector(".search li .original"), walker = document.createTreeWalker(line, 4)
  const at = []
  while (walker.nextNode())
    for (const { 0: word, index } of walker.currentNode.data.matchAll(/[\\p{L}\\p{M}]+/gu)) {
      const range = document.createRange()
      range.setStart(walker.currentNode, index)
      range.setEnd(walker.currentNode, index + word.length)
      const { top, right } = range.getBoundingClientRect()
      at.push([Math.round(top), -Math.round(right)])
    }
  return [getComputedStyle(line).direction, line.lang, line.textContent, at]
}"""
NAMES = "() => [...document.querySelectorAll('.search h2 span[dir=rtl]')].map(one => one.textContent)"


def test_what_is_found_is_read_from_right_to_left_and_in_whole_words(
    engine: Engine, editions: tuple[Path, str]
) -> None:
    folder, end = editions
    with served(folder) as address, visitor(engine, address)(f"arabic/article/01-bidaya{end}") as page:
        page.click("[data-search]")
        page.wait("() => document.querySelector('dialog.search').open")
        page.wait_focus("[name=query]")
        page.type("سامر")
        page.wait("() => document.querySelector('.search li .original mark')")
        direction, language, words, at = page.run(RESULT)
        assert (direction, language) == ("rtl", "ar")
        assert at == sorted(at) and len(at) > 5
        text = (EDITIONS / "arabic/docs/article/01-bidaya.md").read_text(encoding="utf-8")
        assert set(words.strip("…").split()) <= set(text.split())
        page.keys("Control+a")
        page.type("شرب")  # in a title what is the article's is one, though a part of it is marked
        page.becomes(True, f"() => ({NAMES})().includes('من شرب من بئر فلا يرمِ فيها حجرًا')")


INK = """() => {
  const light = colour => colour.match(/[0-9.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765
  const { backgroundColor } = getComputedStyle(document.body)
  return [light(getComputedStyle(document.querySelector(".words > p:not(.en)")).color), light(backgroundColor)]
}"""


@only("chromium")
@pytest.mark.parametrize("dark", [False, True])
def test_where_no_palette_is_named_ink_and_paper_follow_the_readers_machine(
    engine: Engine, editions: tuple[Path, str], dark: bool
) -> None:
    folder, end = editions
    with served(folder) as address, visitor(engine, address)(f"german/article/01-anfang{end}", dark=dark) as page:
        ink, paper = page.run(INK)
        asked = page.run("() => getComputedStyle(document.querySelector('.switches select, main')).colorScheme")
        assert asked == ("dark" if dark else "light")  # what the engine draws itself
        assert (ink > 0.7 and paper < 0.3) if dark else (ink < 0.3 and paper > 0.7)
    code = """() => {
      const { color, backgroundColor } = getComputedStyle(document.querySelector(".edition code"))
      return [color, backgroundColor].map(colour => Math.max(...colour.match(/[\\d.]+/g).slice(0, 3)) / 255)
    }"""
    with served(folder) as address, visitor(engine, address)(f"arabic/article/01-bidaya{end}", dark=dark) as page:
        ink, paper = page.run(code)
        assert (ink > 0.7 and paper < 0.3) if dark else (ink < 0.5 and paper > 0.7)
    drawn = """() => {
      const { borderColor } = getComputedStyle(document.querySelector(".edition table"))
      return [borderColor, getComputedStyle(document.body).getPropertyValue("--hair")].map(colour => {
        document.body.style.color = colour
        return getComputedStyle(document.body).color
      })
    }"""
    with served(folder) as address, visitor(engine, address)(f"arabic/article/02-arqam{end}", dark=dark) as page:
        line, hair = page.run(drawn)
        assert line == hair
