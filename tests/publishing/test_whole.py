"""The whole article on one page: its text is the article, each note stands once, every id is alone, numbers run."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from edition import Project, Site, open_project
from edition.publishing import render
from tests.hosts import Known, of_htmls
from tests.html import article_lines, note_of, parse
from tests.notes import article_text

ROOT = Path(__file__).parents[2]
NUMBER = re.compile(r"--n:(\d+)")
EDITIONS = {"real": ROOT, "chinese": ROOT / "tests/editions/chinese", "german": ROOT / "tests/editions/german"}


def page_of(project: Project) -> tuple[Site, str]:
    bound = project.bind(Known())
    return bound, bound.indexes["whole/"]


@pytest.fixture(scope="module", params=EDITIONS)
def made(request: pytest.FixtureRequest) -> tuple[Site, str]:
    return page_of(open_project(EDITIONS[request.param]))


def texts(html: str, name: str) -> list[str]:
    return ["".join(item.itertext()) for item in parse(html).iter() if name in (item.get("class") or "").split()]


def test_its_text_is_the_article(made: tuple[Site, str]) -> None:
    bound, html = made
    text = "".join(f"{line}\n" for line in article_lines(html))
    assert text == article_text([section.text for section in bound.concordance.sections])


def test_every_id_is_alone_and_every_link_within_leads_to_one(made: tuple[Site, str]) -> None:
    found = [item.get("id") for item in parse(made[1]).iter() if item.get("id")]
    assert len(found) == len(set(found))
    numbers = [int(name[2:]) for name in found if re.fullmatch(r"p-\d+", name)]
    assert numbers == list(range(1, len(numbers) + 1))
    links = [item.get("href") or item.get("data-href") or "" for item in parse(made[1]).iter()]
    assert {link[1:] for link in links if link.startswith("#")} <= set(found)


def test_every_note_stands_once(made: tuple[Site, str]) -> None:
    bound, html = made
    shown = [note for item in parse(html).iter() if (note := note_of(item))]
    assert sorted(shown) == sorted(bound.concordance.places)


def test_a_name_is_first_named_once_on_the_page() -> None:
    _, html = page_of(open_project(EDITIONS["real"]))
    classes = [
        (item.get("class") or "").split()
        for words in parse(html).iter("div")
        for block in words
        if (words.get("class") or "") == "words" and "data-apparatus" not in block.attrib
        for item in block.iter()
        if "openai" in (item.get("data-notes") or "").split()
    ]
    alone = [names for names in classes if "check" not in names]  # where no claim lies on the name
    assert len(alone) > 4
    assert sum("again" not in names for names in alone) <= 1


def test_headings_go_down_step_by_step(made: tuple[Site, str]) -> None:
    levels = [int(item.tag[1]) for item in parse(made[1]).iter() if re.fullmatch(r"h[1-6]", str(item.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_numbers_on_paper_run_in_the_order_of_the_text(made: tuple[Site, str]) -> None:
    bound, html = made
    for page in (html, *bound.sections.values()):
        called = [int(number) for number in texts(page, "ref")]
        first = list(dict.fromkeys(called))
        assert first == list(range(1, len(first) + 1))
        told = {int(number) for item in parse(page).iter() for number in NUMBER.findall(item.get("style") or "")}
        assert sorted(told) == first


def test_its_words_are_those_of_each_of_its_leaves(made: tuple[Site, str]) -> None:
    bound, html = made
    leaves = [item for item in parse(html).iter("div") if (item.get("class") or "") == "words"]
    written = json.loads(dict(bound.data)["whole/words.json"])
    assert len(written["leaves"]) == len(leaves)
    assert any(written["leaves"])


def test_ids_and_links_of_the_sections_are_made_the_pages_own() -> None:
    made = of_htmls([
        '<h1 id="_1">甲</h1><p id="x">乙 <a href="#_1">up</a> <a href="../s1/#_1">on</a> <img src="../../a.png"></p>',
        '<h1 id="_1">丙</h1><h2>丁</h2><p><a href="https://example.org/?a=1&amp;b=2">out</a></p>',
    ])  # fmt: skip
    html = made.indexes["whole/"]
    assert 'id="section-s0--_1"' in html
    assert 'id="section-s1--_1"' in html
    assert 'href="#section-s0--_1"' in html
    assert 'href="../article/s1/#_1"' in html
    assert 'src="../a.png"' in html
    assert 'href="https://example.org/?a=1&amp;b=2"' in html
    assert [item.tag for item in parse(html).iter() if item.tag in ("h1", "h2", "h3")] == ["h1", "h2", "h2", "h3", "h2"]
    assert article_lines(html) == ["甲", "乙 up on", "丙", "丁", "out"]


def test_what_is_too_long_for_a_page_is_not_put_on_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "MOST_CHARACTERS", 3)
    html = of_htmls(["<p>甲乙</p>", "<p>丙丁</p>"]).indexes["whole/"]
    assert article_lines(html) == []
    assert 'href="../article/s1/"' in html


def test_an_article_that_has_no_sections_yet_has_an_empty_page(tmp_path: Path) -> None:
    """A site that is served goes on, and tells that there are none."""
    bound, html = page_of(open_project(tmp_path))
    assert html == ""
    assert any("the article has no sections" in problem.message for problem in bound.problems)
