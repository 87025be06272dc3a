"""Every built page: a voice that follows `lang` reads Chinese as Chinese and English as English."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hosts import EDITIONS, build
from tests.html import Element, parse

HAN = re.compile("[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
ENGLISH = re.compile(r"\b[A-Za-z]*[a-z]\b(?: [A-Za-z]*[a-z]\b){2}")
"""Three words in a row; a name of two stands in Chinese as in English."""
SILENT = ("script", "style", "title", "desc", "template", "option", "textarea")
"""What is not read in the page, or can hold no element that would tell a language."""


@pytest.fixture(scope="module", params=["real", "chinese"])
def site(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = root if request.param == "real" else EDITIONS / request.param
    folder = tmp_path_factory.mktemp(request.param)
    done = build(project, folder, GIT_DIR=str(root / ".git") if request.param == "real" else os.devnull)
    assert done.returncode == 0, done.stderr
    return folder


def said(element: Element, language: str, apparatus: bool) -> Iterator[tuple[str, str, bool]]:
    """Each text of the body, and each label, with its language and whether it is other than the article's own."""
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return
    language = element.get("lang", language)
    apparatus = apparatus or "data-apparatus" in element.attrib or element.get("class") == "headerlink"
    yield element.get("aria-label", ""), language, True
    yield element.text or "", language, apparatus
    for child in element:
        yield from said(child, language, apparatus)
        yield child.tail or "", language, apparatus


def test_what_is_written_in_han_is_nowhere_said_to_be_english(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 10
    wrong = {}
    for path in pages:
        document = parse(path.read_text(encoding="utf-8"))
        texts = said(document.find("body"), document.get("lang"), False)
        # A label has the language of its element, whatever names it holds.
        found = [text for text, language, _ in texts if language.startswith("en") and HAN.search(text)]
        labels = [element.get("aria-label") for element in document.iter() if element.get("aria-label")]
        if found := [text for text in found if text not in labels]:
            wrong[path.relative_to(site).as_posix()] = found
    assert wrong == {}


def test_english_of_ours_is_nowhere_said_to_be_the_articles_language(site: Path) -> None:
    wrong = {}
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        document = parse(html)
        texts = said(document.find("body"), document.get("lang"), 'data-edition="text"' not in html)
        chinese = (text for text, language, ours in texts if ours and language in ("zh", "zh-Hans", "zh-Hant"))
        if found := [text for text in chinese if ENGLISH.search(text)]:
            wrong[path.relative_to(site).as_posix()] = found
    assert wrong == {}


def test_pinyin_is_said_to_be_pinyin(site: Path) -> None:
    glossary = parse((site / "glosses/index.html").read_text(encoding="utf-8"))
    spoken = [element for element in glossary.iter("i") if element.get("lang") == "zh-Latn-pinyin"]
    assert spoken
    assert all(re.search("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜa-z]", "".join(item.itertext())) for item in spoken)
