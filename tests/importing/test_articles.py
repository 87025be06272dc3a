"""Whole articles, each with the files that its import makes: text, what is known, report."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from edition import open_project
from edition.importing import Imported, make_edition, read_file
from edition.importing.plain import read_plain
from edition.reading import Dialect, html_of, read_dialect
from edition.text import read_section
from tests.notes import article_text

HERE = Path(__file__).parent
ARTICLES = sorted(path.name for path in (HERE / "articles").iterdir())

DIALECT = read_dialect(Path(__file__).parents[2], []) or Dialect()


def render(markdown: str) -> str:
    return DIALECT.html(markdown)


def imported(name: str) -> Imported:
    data = (HERE / "articles" / name).read_bytes()
    return make_edition(read_file(name, data), render, name, data)


def shown(result: Imported) -> str:
    """Text, manifest and report in one, for comparison by eye."""
    own = {path: text for path, text in result.files.items() if path.startswith("docs/article/")}
    own |= {path: result.files[path] for path in ("annotations/edition.yml", "import-report.md")}
    return "".join(f"=== {path}\n{text}" for path, text in own.items())


@pytest.mark.parametrize("name", ARTICLES)
def test_the_import_gives_what_it_gave(name: str) -> None:
    assert shown(imported(name)) == (HERE / "expected" / f"{name}.txt").read_text(encoding="utf-8")


def test_our_own_article_comes_back_from_its_bare_lines(root: Path) -> None:
    """What the site carried under the article is set aside; the words are ours, character by character."""
    project = open_project(root)
    texts = [read_section(section.slug, html_of(section)) for section in project.sections]
    lines = [text.words(leaf) for text in texts for leaf in text.leaves]
    chrome = ["登录后才可以发布评论哦", "打开小程序可以发布评论哦"]
    article = read_plain("\n".join([*lines, "", *chrome]))
    result = make_edition(article, render, "article.txt", b"")
    again = [read_section("", render(text.partition("---\n\n")[2])) for path, text in result.files.items()
             if path.startswith("docs/article/")]  # fmt: skip
    assert article_text(again) == article_text(texts)
    assert [aside.text for aside in article.asides] == chrome
    assert article.language == "zh-Hans"
    # Its headings stand in no way apart from its lines: the import proposes three of the four and takes none.
    doubtful = {doubt.text for doubt in article.doubts}
    assert len(result.sections) == 1
    assert len(doubtful & {text.words(leaf) for text in texts for leaf in text.leaves if leaf.is_heading}) == 3


def test_marked_headings_cut_the_text(root: Path) -> None:
    """The same with a `# ` before each heading: our sections, but for the two cuts that the editors made."""
    sections = sorted((root / "docs/article").glob("*.md"))
    text = "\n\n".join(path.read_text(encoding="utf-8").partition("---\n\n")[2] for path in sections)
    lines = [line for line in text.splitlines() if not line.startswith(("Picture in", "{:", "///"))]
    result = make_edition(read_plain("\n".join(lines)), render, "article.txt", b"")
    slugs = [section.slug for section in result.sections]
    assert slugs == [
        "lede",
        "zou-he-zhi-shi-yi-ge",
        "wei-shen-me-da-lao-men",
        "ao-te-man-yue-zou-yue",
        "2026-nian-openai-hai-xing-bu",
    ]


def test_what_the_site_says_of_our_own_article_is_set_aside_told_and_used(root: Path) -> None:
    """The same bare lines with a site's line above them and two below: the text stays as it is."""
    project = open_project(root)
    texts = [read_section(section.slug, html_of(section)) for section in project.sections]
    lines = [text.words(leaf) for text in texts for leaf in text.leaves]
    above, below = ["2026-01-06 10:12  来源：新智元"], ["编辑：KingHZ 好困", "责任编辑：张三"]
    result = make_edition(read_plain("\n".join([*above, "", *lines, "", *below])), render, "article.txt", b"")
    again = [read_section("", render(text.partition("---\n\n")[2])) for path, text in result.files.items()
             if path.startswith("docs/article/")]  # fmt: skip
    assert article_text(again) == article_text(texts)
    assert 'publisher: "新智元"\nissued: "2026-01-06"' in re.sub("^#.*\n", "", shown(result), flags=re.M)
    aside = result.files["import-report.md"].partition("## What was set aside")[2]
    assert [line.strip() for line in aside.splitlines() if line.startswith("        ")] == [
        "2026-01-06 10:12 来源：新智元", *below
    ]  # fmt: skip


def test_the_reports_hash_is_that_of_the_file() -> None:
    data = (HERE / "articles/clock.txt").read_bytes()
    assert sha256(data).hexdigest() in imported("clock.txt").files["import-report.md"]


def test_without_the_reader_it_goes_on_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with_it = imported("ferry.html")

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr("edition.importing.bounds.readers.bare_extraction", broken)
    alone = imported("ferry.html")
    assert "The reader of pages gave nothing: RuntimeError: out of order." in alone.files["import-report.md"]
    assert [section.slug for section in alone.sections] == [section.slug for section in with_it.sections]
