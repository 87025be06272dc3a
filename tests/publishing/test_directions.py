"""Words that run from right to left: what stands around them, and stylesheets that know no left and no right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from edition import open_project
from edition.publishing.languages import in_english, language_of, marked, tagged, tagged_reading
from edition.publishing.site import ASSETS
from edition.text import direction, letters_of, name_of_reading, written_in
from tests.hosts import EDITIONS, Known
from tests.html import Element, parse

HOST = Known("An edition", "https://example.org/edition/")
SIDES = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*|left|right)\s*:"
    r"|(?<![\w-])(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b"
)
FOUR = re.compile(r"(?<![\w.-])(?:margin|padding|inset|border-width)\s*:\s*([^;}]+)")
VALUE = re.compile(r"(?:\w+\((?:[^()]|\([^()]*\))*\)|[^\s()])+")


@pytest.mark.parametrize("path", [path for path in ASSETS if path.suffix == ".css"], ids=lambda path: path.name)
def test_a_stylesheet_names_no_side(path: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
    assert SIDES.findall(css) == []
    values = [VALUE.findall(found.replace("!important", "")) for found in FOUR.findall(css)]
    assert [four for four in values if len(four) == 4 and four[1] != four[3]] == []


@pytest.mark.parametrize(
    ("language", "way", "script", "reading"),
    [
        ("ar", "rtl", "Arab", "transliteration"),
        ("fa-AF", "rtl", "Arab", "transliteration"),
        ("he", "rtl", "Hebr", "transliteration"),
        ("yi", "rtl", "Hebr", "transliteration"),
        ("ckb", "rtl", "Arab", "transliteration"),
        ("az-Arab", "rtl", "Arab", "transliteration"),
        ("pa-Arab-PK", "rtl", "Arab", "transliteration"),
        ("dv", "rtl", "Thaa", "transliteration"),
        ("fa-Latn", "ltr", "Latn", "pronunciation"),
        ("pa", "ltr", "Guru", "transliteration"),
        ("ja", "ltr", "Jpan", "furigana"),
        ("zh-Hant-TW", "ltr", "Hani", "pinyin"),
        ("ko-Kore", "ltr", "Hang", "romanization"),
        ("ru", "ltr", "Cyrl", "transliteration"),
        ("de", "ltr", "Latn", "pronunciation"),
        ("und", "auto", "Latn", "pronunciation"),
    ],
)
def test_a_tag_tells_letters_and_their_way(language: str, way: str, script: str, reading: str) -> None:
    assert (direction(language), written_in(language), name_of_reading(language)) == (way, script, reading)
    assert bool(letters_of(language)) == (script != "Latn")


def test_the_attributes_say_a_way_only_where_it_turns() -> None:
    assert tagged("zh-Hans") == 'lang="zh-Hans"'
    assert tagged("fa") == 'lang="fa" dir="rtl"'
    assert tagged("en", within="fa") == 'lang="en" dir="ltr"'
    assert tagged("en", within="de") == 'lang="en"'
    assert tagged("und") == 'lang="und" dir="auto"'
    assert tagged("he", within="ar") == 'lang="he"'


@pytest.mark.parametrize(
    ("language", "reading", "attributes"),
    [
        ("zh-Hans", "zǒurén", 'lang="zh-Latn-pinyin"'),
        ("ja", "ひと", 'lang="ja"'),
        ("ja", "hito", 'lang="ja-Latn"'),
        ("ar", "al-ʿaṭāʾ", 'lang="ar-Latn"'),
        ("de", "ˈhuːt", 'lang="de"'),
    ],
)
def test_a_reading_is_told_by_its_letters(language: str, reading: str, attributes: str) -> None:
    assert tagged_reading(reading, language) == attributes


@pytest.mark.parametrize(
    ("language", "text", "html"),
    [
        ("ar", "its name (وادي الزهر) means", 'its name (<span lang="ar" dir="rtl">وادي الزهر</span>) means'),
        ("ar", "aged 79 (عمره 79 عاما), he", 'aged 79 (<span lang="ar" dir="rtl">عمره 79 عاما</span>), he'),
        ("ar", "“شعر وردي”… لغز شعره · so", '<span lang="ar" dir="rtl">“شعر وردي”… لغز شعره</span> · so'),
        (
            "he",
            "The “שלום” and “עולם”",
            'The “<span lang="he" dir="rtl">שלום</span>” and “<span lang="he" dir="rtl">עולם</span>”',
        ),
        ("he", "says „נבנה ב-1933”. So", 'says „<span lang="he" dir="rtl">נבנה ב-1933</span>”. So'),
        ("he", "of ה־12.5% here", 'of <span lang="he" dir="rtl">ה־12.5%</span> here'),
        ("fa", "«می\u200cگویند، که» so", '«<span lang="fa" dir="rtl">می\u200cگویند، که</span>» so'),
        ("he", "שלום, עולם & more", '<span lang="he" dir="rtl">שלום, עולם</span> &amp; more'),
        ("ru", "called «Правда недели» now", 'called «<span lang="ru">Правда недели</span>» now'),
        ("ja", "it has 四十トン.", 'it has <span lang="ja">四十トン</span>.'),
        ("ko", "the word 한국어 사전, so", 'the word <span lang="ko">한국어 사전</span>, so'),
        ("th", "says แม่น้ำ twice", 'says <span lang="th">แม่น้ำ</span> twice'),
        ("de", "Hütte", "Hütte"),
    ],
)
def test_words_of_any_script_are_told_amid_english(language: str, text: str, html: str) -> None:
    assert in_english(text, language) == html
    escaped = text.replace("&", "&amp;")
    assert marked(f"<p>{escaped}</p>", language) == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("he", "למה נסגר הגשר?"),
        ("he", "“הגשר”, כתב המשורר."),
        ("he", "(וידאו) הגשר נסגר!"),
        ("ar", "لماذا أغلق الجسر…"),
        ("ur", "پل بند کیوں؟!"),
    ],
)
def test_the_signs_that_end_a_title_run_with_it(language: str, title: str) -> None:
    assert in_english(title, language) == f'<span lang="{language}" dir="rtl">{title}</span>'
    assert in_english(f"On {title}", language) != f'On <span lang="{language}" dir="rtl">{title}</span>'


def test_a_name_without_the_articles_letters_is_english() -> None:
    assert [language_of(words, "ar") for words in ("AquaNova", "سامر")] == ["en", "ar"]


def test_nothing_of_ours_runs_as_the_arabic_does() -> None:
    """Each element of the apparatus within the text turns back, and whatever is Arabic within that turns once more."""
    site = open_project(EDITIONS / "arabic").bind(HOST)
    assert not site.problems
    arabic = re.compile("[\u0620-\u064a]")

    def walk(element: Element, way: str, pages: list[str]) -> None:
        way = element.get("dir", way)
        for text in (element.text or "", *(child.tail or "" for child in element)):
            if arabic.search(text) and way != "rtl":
                pages.append(text)
            if re.search("[a-z]{3} [a-z]{2}", text) and way == "rtl":
                pages.append(text)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in ("script", "title", "desc", "option"):
                walk(child, way, pages)

    wrong: list[str] = []
    pages = [*site.sections.values(), *site.indexes.values(), *(p.html for one in site.notes.values() for p in one)]
    for html in pages:
        walk(parse(html), "ltr", wrong)
    assert wrong == []
