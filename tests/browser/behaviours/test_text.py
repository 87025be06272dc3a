"""The text amid its apparatus stays a text: it is chosen, copied and searched without what is ours."""

from __future__ import annotations

import pytest

from tests.browser.behaviours.conftest import Visit
from tests.browser.engines.page import Page
from tests.sweeping import sweep

SECTION = "article/02-departure/"
EVERYTHING = "checks,names,words,english"
ACROSS = {
    "a verdict, a variant and a mark": "新年第一弹,OpenAI 研发副总裁 Jerry Tworek 官宣离职,这位",
    "a statement that was not checked": "让人细思恐极:想做在 OpenAI 做不了的研究。",
    "the verdicts of the English": "opens with a bang, as Jerry Tworek, OpenAI’s vice-president of R&D, makes",
}
# Eight characters of the article about the beginning and the end of each mark that stands in a paragraph's midst.
EDGES = """() => [...document.querySelectorAll(".words > p:not(.en)")].flatMap(paragraph => {
  const texts = [], walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  while (walker.nextNode())
    if (!walker.currentNode.parentElement.closest("[data-apparatus]")) texts.push(walker.currentNode)
  const all = texts.map(text => text.data).join("")
  const edges = [...paragraph.querySelectorAll("a.mark")].map(mark => {
    const range = document.createRange()
    range.setStart(paragraph, 0)
    range.setEndBefore(mark)
    const before = texts.filter(text => range.comparePoint(text, text.length) <= 0)
    return before.map(text => text.data).join("").length
  })
  return edges.filter(at => at >= 4 && at + 4 <= all.length).map(at => all.slice(at - 4, at + 4))
}).filter(words => words.trim().length === 8 && !/\\s/.test(words))"""


@pytest.mark.parametrize("show", [f"{EVERYTHING},pinyin", EVERYTHING])
def test_the_search_in_the_page_finds_words_across_signs_and_pinyin(visit: Visit, show: str) -> None:
    with visit(f"article/01-lede/?show={show}") as page:
        if "pinyin" in show:
            page.wait("() => document.querySelector('.words rt')")
        assert [name for name, words in ACROSS.items() if not page.finds(words)] == []
        assert not page.finds("新年第二弹")


@pytest.mark.parametrize(
    ("section", "width"),
    [("02-departure", 390), ("04-hearts", 1440), ("02-departure", 1440), ("04-hearts", 390)],
)
def test_the_search_in_the_page_finds_every_phrase_over_a_marks_edge(visit: Visit, section: str, width: int) -> None:
    with visit(f"article/{section}/", width) as page:
        phrases = page.run(EDGES)
        assert len(phrases) > 8
        assert [words for words in phrases if not page.finds(words)] == []


CHOOSE = """id => getSelection().selectAllChildren(
  document.querySelector(`#${id} > p:not(.en), p#${id}, #${id}`))"""


@sweep("webkit")
@pytest.mark.parametrize("show", [f"{EVERYTHING},pinyin", ""])
def test_what_is_copied_of_a_paragraph_is_the_articles_words(visit: Visit, show: str, words: dict[str, str]) -> None:
    with visit(f"{SECTION}?show={show}") as page:
        if "pinyin" in show:
            page.wait("() => document.querySelector('ruby')")
        for name, wanted in words.items():
            page.run(CHOOSE, name)
            assert page.copied().partition("\n")[0].strip() == wanted


EMPTY = """() => [...document.querySelectorAll(".words .mark, .words .s, .words ruby")].filter(one => !one.textContent)
  .map(one => one.outerHTML)"""


@pytest.mark.parametrize("section", ["02-departure", "01-lede", "06-throne"])
def test_readings_leave_no_mark_without_words(visit: Visit, section: str) -> None:
    with visit(f"article/{section}/?show={EVERYTHING},pinyin") as page:
        page.wait("() => document.querySelector('.words ruby')")
        page.rest()
        assert page.run(EMPTY) == []


OURS = ("No measure decides", "Supports", "Accurate", "✓", "kāigōng")
OPEN = "() => document.querySelector('.note[open] .more')?.getClientRects().length"
# From where to where on the screen: along the first line of the selector.
LINE = """selector => {
  const range = document.createRange()
  range.selectNodeContents(document.querySelector(selector))
  const box = [...range.getClientRects()].find(box => box.width > 60)
  return [[box.left + box.width * 0.3, box.top + box.height / 2], [box.right - 9, box.top + box.height / 2]]
}"""


def chosen(page: Page) -> str:
    return " ".join(str(page.run("() => String(getSelection())")).split())


def test_what_is_dragged_over_leaves_the_notes_and_numbers_between_out(visit: Visit) -> None:
    with visit(SECTION) as page:
        page.run("() => document.getElementById('p-5').scrollIntoView({block: 'start', behavior: 'instant'})")
        page.run("() => scrollBy(0, -150)")
        page.rest()
        first, last = (page.still(LINE, f"p#{name}")[0] for name in ("p-5", "p-7"))
        page.drag([tuple(first), ((first[0] + last[0]) / 2, (first[1] + last[1]) / 2), tuple(last)])
        copied = page.copied()
    assert "殿堂级技术灵魂人物" in copied
    assert "hall-of-fame figures" in copied  # the English is text that is read
    assert not [ours for ours in OURS if ours in copied]
    for number in (5, 6, 7):
        assert f"\n{number}\n" not in f"\n{copied}\n"
        assert not any(line.startswith(str(number)) for line in copied.splitlines()), copied


@pytest.mark.parametrize("before", ["words of a note", "nothing"])
def test_all_that_is_selected_and_copied_leaves_the_notes_out(visit: Visit, before: str) -> None:
    with visit(SECTION, still=True) as page:
        if before != "nothing":
            page.click(".note.check summary")
            page.wait(OPEN)
            page.rest()
            page.drag([tuple(point) for point in page.still(LINE, ".note[open] .more > p")])
            assert chosen(page)
        page.keys("Control+a")
        page.wait("() => String(getSelection()).includes('殿堂级技术灵魂人物')")
        copied = page.copied()
    assert "殿堂级技术灵魂人物" in copied
    assert "hall-of-fame figures" in copied
    assert not [ours for ours in OURS if ours in copied]


@pytest.mark.parametrize("before", ["words of the text", "nothing"])
def test_what_is_chosen_in_a_note_is_copied(visit: Visit, before: str) -> None:
    with visit(SECTION, still=True) as page:
        page.click(".note.check summary")
        page.wait(OPEN)
        page.rest()
        if before != "nothing":
            page.drag([tuple(point) for point in page.still(LINE, "p#p-3")])
            assert chosen(page)
        page.drag([tuple(point) for point in page.still(LINE, ".note[open] .more > p")])
        words = chosen(page)
        assert "body has cleared" in words
        assert " ".join(page.copied().split()) == words


def test_what_is_chosen_from_a_note_into_the_text_is_copied_with_the_note(visit: Visit) -> None:
    with visit(SECTION, still=True) as page:
        page.click(".note.check summary")
        page.wait(OPEN)
        page.rest()
        first, last = (page.still(LINE, selector)[0] for selector in (".note[open] .more > p", "p#p-3"))
        page.drag([tuple(first), ((first[0] + last[0]) / 2, (first[1] + last[1]) / 2), tuple(last)])
        copied = page.copied()
    assert "ten times over" in copied
    assert "新年刚" in copied


def test_a_browser_that_translates_the_page_leaves_the_article_as_it_is(visit: Visit) -> None:
    is_left = """() => ["h1", ".words > p:not(.en)", ".words a.mark", "li > .words", ".words .en", ".note summary"].map(
      selector => document.querySelector(`.edition ${selector}`)?.translate)"""
    with visit("article/02-departure/") as page:
        assert page.run(is_left) == [None, False, False, False, True, True]
