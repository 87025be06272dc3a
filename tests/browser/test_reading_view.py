"""In a reading view stand the article's words, whole and in order, with their English, and nothing of ours within them.

The pages are read by Mozilla's Readability, which is what Firefox's reader view runs.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from edition import open_project
from tests.browser.test_margin import SECTIONS
from tests.compatibility.test_features import NODE, NPM
from tests.html import article_lines, parse
from tests.once import Once

TEXTS = [*(f"article/{section}/index.html" for section in SECTIONS), "whole/index.html"]
OURS = re.compile(
    r"Read for|Small numbers|Add a note\b(?! on)|By sentence|^Notes$|^Paragraph \d|Copy the link|^Cite$", re.M
)
"""What is for the hand or for paper."""


@pytest.fixture(scope="module")
def views(site: Path, once: Once) -> dict[str, dict[str, str] | None]:
    """What is read of each page, by its path: title and HTML."""
    paths = sorted([*site.rglob("index.html"), site / "404.html"])

    def read(folder: Path) -> None:
        command = [str(NODE), str(Path(__file__).with_name("reading_view.js")), str(NPM), *map(str, paths)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        (folder / "views.json").write_text(done.stdout, encoding="utf-8")

    found = json.loads((once("views", read) / "views.json").read_text(encoding="utf-8"))
    return dict(zip([path.relative_to(site).as_posix() for path in paths], found, strict=True))


def lines(content: str) -> list[str]:
    """A line a block, with all that stands in it."""
    bare = re.sub(r"\sdata-(?:apparatus|edition)(?:=\"[^\"]*\")?", "", content)
    return article_lines(f'<div data-edition="text">{bare}</div>')


def english(html: str) -> list[str]:
    """What is said under the paragraphs in English, over sections, and where a picture was."""
    found = (
        item
        for item in parse(html).iter()
        if item.tag in ("p", "h2") and re.search(r"^en\b|\bsection\b|missing-picture", item.get("class", ""))
    )
    return [" ".join("".join(item.itertext()).split()) for item in found]


@pytest.mark.parametrize("path", TEXTS)
def test_the_article_s_words_stand_whole_and_in_order(
    site: Path, views: dict[str, dict[str, str] | None], path: str
) -> None:
    html = (site / path).read_text(encoding="utf-8")
    view = views[path]
    assert view
    read = lines(view["content"])
    words = article_lines(html)
    beside = english(html)
    untitled = [line for line in words if line != view["title"]]
    assert [line for line in read if line in words] in (words, untitled)  # the title may stand over all
    rest = [line for line in read if line not in words]
    assert [line for line in rest if line in beside] == beside
    # What else there is stands before the text: which section it is, who wrote it and when.
    head = [line for line in rest if line not in beside]
    assert head == read[: len(head)]
    assert len(head) <= 2


def test_no_reading_view_has_what_is_for_the_hand_or_for_paper(views: dict[str, dict[str, str] | None]) -> None:
    told = {"index.html", "contributing/index.html", "editing/index.html", "changes/index.html", "about/index.html"}
    found = {path: OURS.findall("\n".join(lines(view["content"]))) for path, view in views.items() if view}
    assert {path: words for path, words in found.items() if words and path not in told} == {}  # which tell of them


def test_the_page_of_a_note_is_read_whole(views: dict[str, dict[str, str] | None], root: Path) -> None:
    edition = open_project(root).edition
    for check in edition.fact_checks.values():
        view = views[f"fact-checks/{check.id}/index.html"]
        assert view
        text = " ".join(" ".join(lines(view["content"])).split())
        for words in (check.summary, *(edition.sources[item.source].title for item in check.evidence)):
            assert re.sub(r"\W", "", words) in re.sub(r"\W", "", text), check.id
