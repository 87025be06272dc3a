"""Words of the article are chosen: nothing else opens, a note can be written on them, and the text is copied."""

from __future__ import annotations

import pytest

from tests.browser.behaviours import needs
from tests.browser.behaviours.conftest import Visit
from tests.sweeping import sweep

SECTION = "article/02-departure/"
CHOSEN = "() => String(getSelection())"
OPENED = "() => [location.hash, document.querySelectorAll('.edition .note[open], .sheet .note').length]"
MENU = "() => !!document.querySelector('.composer-menu:not([hidden])')"
ON_TOP = """() => {
  const field = document.activeElement, { left, top, width, height } = field.getBoundingClientRect()
  return field.matches(".composer *") && document.elementFromPoint(left + width / 2, top + height / 2) === field
}"""


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize(
    "words", ["又双叒叕走人", "OpenAI 又双叒叕", "重磅消息就给"], ids=["from a link on", "from a name", "within"]
)
def test_words_of_a_claim_are_chosen_and_nothing_opens(visit: Visit, width: int, words: str) -> None:
    with visit(SECTION, width) as page:
        page.choose(words)
        page.becomes(words, CHOSEN)
        page.wait(MENU)
        assert page.run(OPENED) == ["", 0]
        assert page.run(CHOSEN) == words


def test_the_menu_waits_until_the_words_are_let_go(visit: Visit) -> None:
    with visit(SECTION) as page:
        first, last = page.ends("重磅消息就给")
        page.pointer(("move", first), ("down",), ("move", ((first[0] + last[0]) / 2, first[1])))
        page.wait("() => document.querySelector('.composer-menu')")  # which comes with the first choice of all
        page.wait("() => new Promise(resolve => setTimeout(() => resolve(true), 400))")
        assert not page.visible(".composer-menu")
        page.pointer(("move", last), ("up",))
        page.wait(MENU)
        assert page.run(CHOSEN) == "重磅消息就给"


# A finger chooses by the device's own handles: the page is told of the choice as it grows, and of no pointer. No driver
# has them (a long press chooses nothing without a window on a screen), so the choice grows by script.
BY_HANDLES = """async words => {
  const walker = document.createTreeWalker(document.querySelector(".edition"), NodeFilter.SHOW_TEXT)
  while (walker.nextNode() && !walker.currentNode.data.includes(words.slice(0, 2)));
  const selection = getSelection()
  selection.collapse(walker.currentNode, walker.currentNode.data.indexOf(words.slice(0, 2)))
  for (let left = 40; left && String(selection) !== words; left--) {
    selection.modify("extend", "forward", "character")
    await new Promise(done => setTimeout(done, 20))
  }
}"""


@needs("touch")
def test_words_that_a_finger_chooses_bring_the_form_which_stays_when_they_are_let_go(visit: Visit) -> None:
    with visit(SECTION, 390, 844, touch=True, still=True) as page:
        page.ends("重磅消息就给")
        page.run(BY_HANDLES, "重磅消息就给")
        page.wait(MENU)
        page.becomes("重磅消息就给", CHOSEN)
        assert page.run(OPENED) == ["", 0]
        page.tap(".composer-menu button", 2)
        page.wait_focus(".composer")
        page.run("() => getSelection().removeAllRanges()")  # as the handles go where a field gets the focus
        page.run("() => new Promise(done => setTimeout(done, 300))")
        assert page.visible(".composer")
        assert "重磅消息就给" in page.run(
            "() => [...document.querySelectorAll('.composer :is(input, textarea)')].map(one => one.value)"
        )


@sweep("firefox")
@pytest.mark.parametrize("width", [1440, 390])
def test_the_composer_closes_the_sheet_and_nothing_lies_on_its_field(visit: Visit, width: int) -> None:
    with visit(SECTION, width, still=True) as page:
        page.click("a.mark", 3)
        page.wait("() => !!document.querySelector('.edition .note[open], .sheet .note')")
        page.rest()  # the sheet has come, and the page gone to where its words stand above it
        first, last = page.ends("重磅消息就给")
        before = page.run("() => scrollY")
        page.run("() => scrollBy({top: 250, behavior: 'instant'})")  # above the sheet
        page.rest()
        up = page.run("() => scrollY") - before  # what stands over the words may have changed its height meanwhile
        page.drag([(x, y - up) for x, y in (first, ((first[0] + last[0]) / 2, first[1]), last)])
        page.becomes("重磅消息就给", CHOSEN)
        page.wait(MENU)
        page.click(".composer-menu button", 2)
        page.wait_focus(".composer")
        page.wait(ON_TOP)
        assert not page.visible(".sheet")
        for _ in range(6):  # nor on the next ones: its own head and foot stay where they are
            page.keys("Tab")
            page.wait(f"() => document.activeElement.matches('button, a, summary') || ({ON_TOP})()")
        page.keys("Escape")
        page.wait("() => !document.querySelector('.composer')")
        page.becomes("重磅消息就给", CHOSEN)


@sweep("chromium")
def test_by_keys_the_choice_grows_and_its_menu_has_the_focus_each_time(visit: Visit) -> None:
    with visit(SECTION) as page:
        page.choose("重磅消息就")
        page.wait(MENU)
        page.keys("Shift+ArrowRight")
        page.becomes("重磅消息就给", CHOSEN)
        page.wait(MENU)
        for _ in range(2):
            page.keys("a")
            page.wait_focus(".composer-menu")
            page.keys("Escape")
            page.wait(f"() => !({MENU})()")
            page.becomes("重磅消息就给", CHOSEN)


@pytest.mark.parametrize("shown", ["checks,names,words,pinyin", "checks,names,words"], ids=["with pinyin", "plain"])
def test_what_is_copied_is_the_text_without_numbers_signs_pinyin_and_notes(visit: Visit, shown: str) -> None:
    with visit(f"{SECTION}?show={shown}", 1440, 1400) as page:
        _, (right, below) = page.ends("灵魂人物")
        scrolled = page.run("() => scrollY")
        first, _ = page.ends("重磅消息")  # in the middle of the window, which holds the other paragraph, too
        below += scrolled - page.run("() => scrollY")
        page.drag([first, (right, below)])
        text = " ".join(page.copied().split())
        page.forget()  # WebKit tells of a ResizeObserver's loop where ruby is laid out: nothing is lost by it
        assert text == (
            "重磅消息就给 AI 圈投下了一枚炸弹—— OpenAI 研发副总裁 Jerry Tworek 正式宣布离职,"
            "结束了他在这家公司长达七年的征程。"
            " Jerry Tworek 绝对属于 OpenAI 的殿堂级技术灵魂人物"
        )
