"""The composer's port of the rules of anchoring, by the engine's own cases and over the real text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from edition.anchoring import Selector, describe, in_article_form, match
from edition.text import is_term, normalise, read_section
from tests.browser.conftest import Open, open_switches
from tests.browser.test_margin import SECTIONS
from tests.patience import DEADLINE
from tests.sweeping import further
from tests.text.test_terms import PHRASES, TERMS

CASES = sorted((Path(__file__).parents[1] / "cases" / "anchoring").glob("*.yml"))

LOAD = """async () => {
  const names = ["text", "anchoring", "own-forms"]
  window.anchoring = Object.assign({}, ...await Promise.all(names.map(name => import(`/assets/${name}.js`))))
}"""
RUN = """([html, selector]) => {
  const element = document.createElement("div")
  element.innerHTML = html
  const {readText, match, describe} = window.anchoring
  const text = readText(element)
  const found = match(selector, text)
  return {
    marked: found.map(([start, end]) => [text.flat.slice(0, start), text.flat.slice(start, end), text.flat.slice(end)]
      .map(part => part.join("")).reduce((whole, part, index) => whole + ["", "⟦", "⟧"][index] + part)),
    described: found.map(([start, end]) => describe(text, start, end)),
  }
}"""
DESCRIBE = """([html, ranges]) => {
  const element = document.createElement("div")
  element.innerHTML = html
  const text = window.anchoring.readText(element)
  return [text.flat.join(""), ranges.map(([start, end]) => window.anchoring.describe(text, start, end))]
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(DEADLINE * 1000)
    page.goto(address + "404.html")
    page.evaluate(LOAD)
    yield page
    page.close()


def test_the_browser_takes_the_same_words_for_a_term_as_the_engine_does(page: Page) -> None:
    words = [*TERMS, *PHRASES]
    assert page.evaluate("words => words.map(window.anchoring.isTerm)", words) == list(map(is_term, words))


@further
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_browser_matches_and_describes_as_the_engine_does(page: Page, path: Path) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    answer = page.evaluate(RUN, [case["html"], case["selector"]])
    assert answer["marked"] == case["found"]
    text = read_section("section", case["html"])
    wanted = [describe(text, item.start, item.end) for item in match(Selector(**case["selector"]), [text])]
    assert answer["described"] == [as_fields(selector) for selector in wanted]
    if len(case["found"]) == 1:
        assert answer["described"] == [case.get("describes", {"exact": case["selector"]["exact"]})]


def as_fields(selector: Selector | None) -> dict[str, str] | None:
    return {name: value for name, value in selector._asdict().items() if value} if selector else None


words = st.text(st.sampled_from("走了, 。e\u0301𠮷\u3000\u00a0\u0085x\n"), max_size=30)


@settings(max_examples=60)
@given(paragraphs=st.lists(words, min_size=1, max_size=3))
def test_any_text_is_read_and_described_as_the_engine_does(page: Page, paragraphs: list[str]) -> None:
    html = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    text = read_section("section", html)
    size = len(text.flat)
    ranges = [[start, end] for start in range(size) for end in (start + 1, start + 2) if end <= size]
    flat, described = page.evaluate(DESCRIBE, [html, ranges])
    assert flat == text.flat
    assert described == [as_fields(describe(text, start, end)) for start, end in ranges]


@pytest.mark.parametrize("pinyin", [True, False], ids=["with pinyin", "bare"])
@pytest.mark.parametrize("section", SECTIONS)
def test_the_text_of_the_woven_page_is_the_engine_s(visit: Open, site: Path, section: str, pinyin: bool) -> None:
    with visit(f"article/{section}/") as page:
        if pinyin:
            open_switches(page)
            page.get_by_role("button", name="Pinyin").click()
            page.wait_for_selector(".words rt")
        page.evaluate(LOAD)
        flat = page.evaluate("anchoring.readText(document.querySelector('.edition')).flat.join('')")
    woven = (site / "article" / section / "index.html").read_text(encoding="utf-8")
    inner = woven[woven.index('data-edition="text"') :]
    inner = inner[inner.index(">") + 1 :]
    assert flat == normalise(read_section(section, inner[: inner.index("</article>")]).flat)


DIFFERENCES = CASES[0].parent / "differences" / "where-words-first-differ-from-the-articles.yml"


def test_the_browser_says_where_words_first_differ_as_the_engine_does(page: Page) -> None:
    case = yaml.safe_load(DIFFERENCES.read_text(encoding="utf-8"))
    told = page.evaluate("pairs => pairs.map(pair => anchoring.difference(...pair))", case["pairs"])
    assert told == [re.sub("“([^“”]+)”", r"\1", line).replace("this has", "you wrote") for line in case["says"]]


FORMS = """([html, quotes]) => {
  const element = document.createElement("div")
  element.innerHTML = html
  const {readText, articleForms} = window.anchoring
  const text = readText(element)
  return quotes.map(quote => articleForms(quote, text))
}"""
SIGNS = "“”„‟«»「」『』＂‘’‚‛‹›＇【〔［】〕］‐‑‒–—―－〜∼～、،。؟؛⋯״׳־，？：；！（）ＡＺ０９｡ｱ"


def test_the_browser_takes_the_article_s_own_form_as_the_engine_does(page: Page) -> None:
    plain = "\"'[]-~,.?;…:!()AZ09。ア，"
    html = "".join(f"<p>甲{sign} 乙</p>" for sign in plain) + "<p>oﬃce find 日本人</p>"
    html += "<p>كلّف حجرًا. שָׁלוֹם ๒๐ บาท ۱۲ کتاب‌ها می‌خوانیم</p>"
    text = read_section("section", html)
    quotes = [f"甲 {sign}乙" for sign in SIGNS + plain] + [
        "كَلَّفَ",
        "كـلف",
        "حجرا",
        "שלום",
        "می خوانیم",
        "كتابها",
        "12",
        "20",
        "office",
        "ﬁnd",
        "⽇本⼈",
        "ﻛﻠﻒ",
        "১২",
        "၂၀",
    ]
    wanted = [[[item.start, item.end] for item in in_article_form(quote, [text])] for quote in quotes]
    assert all(wanted)
    assert page.evaluate(FORMS, [html, quotes]) == wanted


@further
@pytest.mark.parametrize(
    ("text", "quote", "shown"),
    [
        ("从那天晚上开始他就走人了没有再说一句话", "走人了", "…那天晚上开始他就⟦走人了⟧没有再说一句话…"),
        ("Die Bundesregierung geht am Donnerstag", "geht", "…Bundesregierung ⟦geht⟧ am Donnerstag…"),
        ("الحكومة الاتحادية تعلن الاستقالات", "تعلن", "…الاتحادية ⟦تعلن⟧ الاستقالات…"),
        ("می‌گویند کتاب‌خانه‌های ما", "ما", "…کتاب‌خانه‌های ⟦ما⟧…"),
        ("그 비상계엄선포했다고 밝혔다", "밝혔다", "…비상계엄선포했다고 ⟦밝혔다⟧…"),
        ("👨‍👩‍👧‍👦 Familie 1 2 3", "Familie", "…👨‍👩‍👧‍👦 ⟦Familie⟧ 1 2 3…"),
        ("das Zünglein an der Waage sein", "Zünglein an der Waage sein", "…das ⟦Zünglein an …⟧…"),
        ("𠮷野家𠮷野家𠮷野家𠮷野家𠮷野家", "𠮷野家𠮷野家𠮷野家𠮷野家𠮷野家", "…⟦𠮷野家𠮷野家𠮷野家𠮷野家…⟧…"),
    ],
)
def test_where_a_place_stands_is_shown_in_whole_words(page: Page, text: str, quote: str, shown: str) -> None:
    run = """([text, quote]) => {
      const flat = [...text], start = [...text.slice(0, text.indexOf(quote))].length
      return window.anchoring.excerpt(flat, [start, start + [...quote].length])
    }"""
    assert page.evaluate(run, [text, quote]) == shown
