"""What a browser itself does with the text amid its apparatus: it finds words in it, selects and copies it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open

FOUND = "words => { getSelection().removeAllRanges(); return find(words) }"  # by the code of the search in the page
ACROSS = {
    "a verdict, a variant and a mark": "新年第一弹,OpenAI 研发副总裁 Jerry Tworek 官宣离职,这位",
    "a statement that was not checked": "让人细思恐极:想做在 OpenAI 做不了的研究。",
    "the verdicts of the English": "opens with a bang, as Jerry Tworek, OpenAI’s vice president of R&D, makes",
}


@pytest.mark.parametrize("show", ["checks,names,words,english", "checks,names,words,english,pinyin"])
@pytest.mark.parametrize("words", ACROSS.values(), ids=ACROSS)
def test_the_search_in_the_page_finds_words_across_signs_and_pinyin(visit: Open, words: str, show: str) -> None:
    with visit(f"article/01-lede/?show={show}") as page:
        page.wait_for_selector(".edition.placed")
        if "pinyin" in show:
            page.wait_for_selector(".words rt")
        assert page.evaluate(FOUND, words)


def test_the_search_in_the_page_finds_no_words_that_are_not_there(visit: Open) -> None:
    with visit("article/01-lede/") as page:
        assert not page.evaluate(FOUND, "新年第二弹")


def copied(page: Page, start: str, end: str) -> str:
    """What a drag from within the one place to within the other puts on the clipboard; the places are selectors."""
    page.wait_for_selector(".edition.placed")
    page.locator(start).evaluate("element => element.scrollIntoView({ block: 'center', behavior: 'instant' })")
    first, last = page.locator(start).bounding_box(), page.locator(end).bounding_box()
    assert first
    assert last
    page.mouse.move(first["x"] + first["width"] * 0.3, first["y"] + 15)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] * 0.3, last["y"] + 15, steps=5)
    page.mouse.up()
    page.keyboard.press("ControlOrMeta+C")
    return str(page.evaluate("() => navigator.clipboard.readText()"))


CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def test_what_is_selected_from_the_text_on_leaves_the_notes_between_out(visit: Open) -> None:
    with visit("article/02-departure/", **CLIPBOARD) as page:
        words = copied(page, "#p-5", "#p-7")
    assert "一个重磅消息" not in words
    assert "殿堂级技术灵魂人物" in words
    assert "hall-of-fame figures" in words  # the English is text that is read
    assert "No measure decides" not in words
    assert "Supports" not in words


def test_what_is_selected_in_a_note_is_copied(visit: Open) -> None:
    with visit("article/02-departure/", **CLIPBOARD) as page:
        page.wait_for_selector(".edition.placed")
        page.locator(".note.check summary").first.click()
        page.wait_for_selector(".note[open] .more")
        assert copied(page, ".note[open] .more > p:first-child", ".note[open] .more > p:nth-child(2)").strip()
