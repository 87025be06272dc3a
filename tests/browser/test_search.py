"""The search as a reader has it: what is typed, what is shown, and where it leads."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.conftest import Open, rest

DIALOG = "dialog.search"
LINK = "dialog.search li a"

QUERIES = [
    # Chinese inside running text
    ("奥特曼", "¶ 97 · OpenAI in 2026", "article/07-outlook/#p-97"),
    ("推理模型", "¶ 9 · The departure", "article/02-departure/#p-9"),
    ("双叒", "Gloss: 又双叒叕 · yòu shuāng ruò zhuó", "glosses/#you-shuang-ruo-zhuo"),
    ("危险的信号", "¶ 91 · OpenAI in 2026", "article/07-outlook/#p-91"),
    ("ＧＰＵ集群", "¶ 88 · OpenAI in 2026", "article/07-outlook/#p-88"),
    # pinyin, with and without spaces and tones
    ("you shuang ruo zhuo", "Gloss: 又双叒叕 · yòu shuāng ruò zhuó", "glosses/#you-shuang-ruo-zhuo"),
    ("xisikongji", "Gloss: 细思恐极 · xìsī-kǒngjí", "glosses/#xi-si-kong-ji"),
    ("xisikongji", "¶ 1 · The lede", "article/01-lede/#p-1"),
    ("xì sī kǒng jí", "Gloss: 细思恐极 · xìsī-kǒngjí", "glosses/#xi-si-kong-ji"),
    ("da yuyan moxing", "¶ 8 · The departure", "article/02-departure/#p-8"),
    ("tesila", "Bio: Tesla · 特斯拉", "bios/tesla/"),
    # names in either language
    ("Ilya", "¶ 55 · The emptying throne", "article/06-throne/#p-55"),
    ("苏茨克维", "Bio: Ilya Sutskever · 伊尔亚·苏茨克维", "bios/ilya-sutskever/"),
    ("altman", "Bio: Sam Altman · 奥特曼", "bios/sam-altman/"),
    # words of notes
    ("Monday", "Fact check: The news came just as the new year’s work had begun.", "fact-checks/new-year-timing/"),
    ("palace intrigue", "Gloss: 宫斗 · gōngdòu", "glosses/#gong-dou"),
    # the English of a paragraph, in its own words and in other forms of them
    ("awake at night", "¶ 27 · A heart has left", "article/04-hearts/#p-27"),
    ("slamming doors", "¶ 47 · Fleeing the giant", "article/05-exodus/#p-47"),
    # pages that the host has made
    ("corrections", "Corrections", "about/#corrections"),
]


def look_for(page: Page, words: str) -> Locator:
    """What is found, as links, in the order shown."""
    page.keyboard.press("/")
    page.wait_for_selector("[name=query]:focus")
    page.locator("[name=query]").fill("")
    page.wait_for_function("link => !document.querySelector(link)", arg=LINK)  # what was found before is gone
    page.keyboard.insert_text(words)  # as by an input method: no key is pressed for it
    page.wait_for_selector(LINK, state="attached")
    return page.locator(LINK)


def titled(links: Locator, title: str) -> Locator:
    return links.filter(has=links.page.locator("h2").get_by_text(title, exact=True))


@pytest.mark.parametrize(("words", "title", "place"), QUERIES)
def test_it_is_found_and_the_click_lands_on_it(visit: Open, words: str, title: str, place: str) -> None:
    with visit("bios/openai/") as page:
        link = titled(look_for(page, words), title)
        link.click()
        page.wait_for_url(f"**/{place}")
        expect(page.locator("main")).to_be_visible()
        _, _, fragment = place.partition("#")
        if fragment:
            page.wait_for_function(
                """id => { const { top, bottom } = document.getElementById(id).getBoundingClientRect()
                           return top > 40 && top < innerHeight && bottom > 0 }""",
                arg=fragment,
            )
        if "#p-" in place or place.startswith("glosses/"):
            lit = "id => getComputedStyle(document.getElementById(id)).backgroundColor !== 'rgba(0, 0, 0, 0)'"
            page.wait_for_function(lit, arg=fragment)
        assert page.locator("mark[data-md-highlight]").count() == 0  # nothing is added to the text


def test_on_the_same_page_the_dialog_closes_and_the_paragraph_is_in_sight(visit: Open) -> None:
    with visit("article/07-outlook/") as page:
        titled(look_for(page, "仰望星空"), "¶ 96 · OpenAI in 2026").click()
        page.wait_for_function("() => !document.querySelector('dialog.search').open")
        page.wait_for_function("() => { const { top } = document.getElementById('p-96').getBoundingClientRect(); "
                               "return top > 40 && top < innerHeight }")  # fmt: skip


def test_enter_goes_to_the_best_and_that_is_what_is_called_so(visit: Open) -> None:
    with visit("") as page:
        for words, address in (
            ("奥特曼", "bios/sam-altman/"),
            ("Anthropic", "bios/anthropic/"),
            ("细思恐极", "glosses/#xi-si-kong-ji"),
            ("seven years", "article/03-seven-years/"),
        ):
            look_for(page, words)
            page.keyboard.press("Enter")
            page.wait_for_url(f"**/{address}")
            rest(page)


def test_a_result_shows_its_words_marked_and_in_their_language(visit: Open) -> None:
    with visit("") as page:
        paragraph = titled(look_for(page, "仰望星空"), "¶ 96 · OpenAI in 2026")
        expect(paragraph.locator("mark")).to_have_text(["仰望星空"])
        expect(paragraph.locator(".original[lang=zh-Hans]")).to_be_visible()
        expect(paragraph).to_contain_text("gazed up at the stars")
        spoken = titled(look_for(page, "yangwang xingkong"), "¶ 96 · OpenAI in 2026")
        expect(spoken.locator("mark")).to_have_text(["仰望星空"])


def test_a_long_text_is_shown_about_its_weightiest_word(visit: Open) -> None:
    with visit("") as page:
        note = titled(
            look_for(page, "the rebuke"),
            "Fact check: Jan Leike left OpenAI in open anger: he slammed the door (so the opening) or almost did "
            "(so “Fleeing the giant”).",
        )
        expect(note).to_contain_text("rebuke")
        expect(note).to_contain_text("…")


def test_an_english_word_is_not_taken_for_a_syllable(visit: Open) -> None:
    with visit("") as page:
        links = look_for(page, "ban")
        expect(titled(links, "¶ 41 · Fleeing the giant")).to_have_count(1)  # “that band of researchers”
        expect(titled(links, "¶ 52 · The emptying throne")).to_have_count(0)  # 硅谷版, gui gu ban


def test_what_is_nowhere_as_a_whole_is_found_in_part_and_said_to_be(visit: Open) -> None:
    with visit("") as page:
        links = look_for(page, "奥特曼 斑马 王座")
        best = links.filter(has_text="Missing").first
        expect(best.locator(".missing")).to_contain_text("斑马")
        page.locator("[name=query]").fill("斑马")
        expect(page.locator(f"{DIALOG} [role=status]")).to_contain_text("No matching")


def test_narrow_it_opens_by_a_tap(visit: Open) -> None:
    with visit("article/06-throne/", 390, 844, has_touch=True) as page:
        page.locator("[data-search]").tap()
        page.wait_for_selector("[name=query]:focus")
        page.keyboard.insert_text("王座")
        titled(page.locator(LINK), "Gloss: 王座 · wángzuò").tap()
        page.wait_for_url("**/glosses/#wang-zuo")


def test_nothing_is_fetched_before_the_first_letter(visit: Open) -> None:
    with visit("about/") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.wait_for_load_state("networkidle")
        page.keyboard.press("/")
        page.wait_for_selector("[name=query]:focus")
        assert not [url for url in asked if "entries.json" in url]
        with page.expect_request("**/search/entries.json"):
            page.keyboard.press("x")


@pytest.mark.parametrize("answer", ["", "<!doctype html>", "null", "{}"])
def test_that_there_is_nothing_to_look_in_is_told_and_asked_for_again(
    browser: Browser, address: str, answer: str
) -> None:
    """Nobody is told that the edition does not speak of it; be it the network, or a host that has another file."""
    page = browser.new_page()  # its console tells of it
    page.route("**/search/entries.json", lambda route: route.fulfill(body=answer))
    page.goto(f"{address}about/")
    page.locator("[data-search]").click()
    page.keyboard.type("Altma")
    status = page.locator("dialog.search [role=status]")
    expect(status).to_have_text("The search could not be fetched: type on to try again.")
    page.unroute("**/search/entries.json")
    page.keyboard.type("n")
    expect(page.locator(LINK).first).to_be_visible()
    expect(status).to_contain_text("matching")
    page.close()


def test_whatever_is_in_an_entry_is_shown_as_text(visit: Open) -> None:
    payload = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>"
    entry = {"location": "about/", "title": f"zebra {payload}", "original": f"zebra 斑马 {payload}", "text": payload}
    answer: dict[str, Any] = {"language": f'zh"{payload}', "docs": [entry, {**entry, "names": [payload, "zebra"]}]}

    def fulfil(route: Route) -> None:
        route.fulfill(body=json.dumps(answer), content_type="application/json")

    with visit("") as page:
        page.route("**/search/entries.json", fulfil)
        for words in ("zebra", "斑马", "<img", "onerror script zebra"):
            look_for(page, words)
            expect(page.locator(LINK).first).to_contain_text("<img")
            assert page.locator(f"{LINK} img, {LINK} script, {LINK} [onerror]").count() == 0
        assert page.title() != "run"


@pytest.mark.parametrize("is_run", [False, True])
def test_without_its_script_no_button_is_there_for_keys_or_ears(browser: Browser, address: str, is_run: bool) -> None:
    page = browser.new_page(java_script_enabled=is_run)
    page.route("**/edition.js", lambda route: route.abort())  # as from a disk, where no module is loaded
    page.goto(f"{address}404.html")
    expect(page.get_by_role("heading", name="There is no such page")).to_be_visible()
    expect(page).to_have_title(re.compile("^There is no such page - "))
    expect(page.get_by_text("the search finds")).to_be_hidden()
    expect(page.get_by_role("banner").get_by_role("button")).to_have_count(0)
    page.close()
