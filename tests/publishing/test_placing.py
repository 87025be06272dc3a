"""The article's own ids and links: no id stands twice beside those of the apparatus, and links lead where they did."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from edition import open_project
from edition.publishing.placing import placed
from edition.text import article_hash
from tests.hosts import EDITIONS, build, of_htmls
from tests.html import broken_links, doubled_ids, parse
from tests.test_links import SITE_URL, copy_project

TAKEN = ("note-throne", "p-1", "p-2", "__search", "__drawer", "compose-id", "note-a--2")


def test_an_id_like_one_of_ours_gets_another_name_and_links_follow() -> None:
    html = "".join(f'<h2 id="{name}">甲</h2><p id={name}x>乙 <a href="#{name}">up</a></p>' for name in TAKEN)
    page = of_htmls([html + "<p>丙</p>"]).sections["s0"]
    assert doubled_ids(page) == []
    found = {item.get("id"): item for item in parse(page).iter() if item.get("id")}
    for name in TAKEN:
        assert found[f"section-s0--{name}"].tag == "h2"
        assert f'href="#section-s0--{name}"' in page
    assert found["p-1"].tag != "h2"
    assert "p-1x" in found


def test_what_names_an_id_in_another_way_follows_it() -> None:
    html = '<label for="p-1">甲</label><i id="p-1" aria-describedby="x p-1">乙</i>'
    wanted = '<label for="own">甲</label><i id="own" aria-describedby="x own">乙</i>'
    assert placed(html, "article/s0/", "article/s0/", {"p-1": "own"}, {}) == wanted


def test_other_ids_and_what_stands_beside_keep_every_byte() -> None:
    html = "<h1 id='甲乙'>甲</h1><p id=\"p-x\" >乙 <a href=#甲乙>up</a><a href='../../about/?a=1&b'>on</a></p>"
    assert placed(html, "article/s0/", "article/s0/", {}, {}) == html


def test_what_stands_twice_in_the_article_has_the_first_where_links_lead() -> None:
    html = '<h2 id="x">甲</h2><h2 id="x">乙</h2><p id="x">丙 <a href="#x">up</a></p>'
    made = of_htmls([html, html])
    for page in (made.sections["s0"], made.indexes["whole/"]):
        assert doubled_ids(page) == []
        headings = [item for item in parse(page).iter() if (item.get("id") or "").endswith("x")]
        assert "".join(headings[0].itertext()).strip() == "甲"


@pytest.mark.parametrize(
    "names", ["x x x--2", "x--2 x x", "x x x--2 x--2 x x--3", "note-x note-x note-x--2", "x x x x--2--2"]
)
def test_an_id_that_looks_like_the_name_of_a_second_keeps_its_own(names: str) -> None:
    html = "".join(f'<p id="{name}">甲<a href="#{name}">{name}</a></p>' for name in names.split())
    made = of_htmls([html])
    for page in (made.sections["s0"], made.indexes["whole/"], made.page("about.md", html, "about/").html):
        assert doubled_ids(page) == []
        words = {item.get("id"): "".join(item.itertext()) for item in parse(page).iter("p")}
        links = [link for link in parse(page).iter("a") if link.text in names.split()]
        assert len(links) == len(names.split())
        for link in links:
            assert words[str(link.get("href")).removeprefix("#")].endswith(f"甲{link.text}")


def test_a_link_to_a_note_of_ours_stays_one_where_the_article_has_no_such_id() -> None:
    page = of_htmls(['<p>甲 <a href="#p-1">this</a></p>']).indexes["whole/"]
    assert 'href="#p-1"' in page


@pytest.mark.parametrize("name", ["p-1", "%70-1"])
def test_links_from_other_sections_and_from_pages_written_by_hand_follow(name: str) -> None:
    link = f'<a href="../s1/#{name}">on</a>'
    made = of_htmls([f"<p>甲 {link}</p>", '<h1 id="p-1">乙</h1><p>丙</p>'])
    assert 'href="../../article/s1/#section-s1--p-1"' in made.sections["s0"]
    assert 'href="../article/s1/#section-s1--p-1"' in made.indexes["whole/"]
    links = f'<p><a href="../article/s1/#{name}">on</a> <a href="../article/s0/#p-1">n</a>'
    by_hand = made.page("about.md", links, "about/").html
    assert 'href="../article/s1/#section-s1--p-1"' in by_hand
    assert 'href="../article/s0/#p-1"' in by_hand


def test_a_page_written_by_hand_yields_to_its_slots_and_to_the_theme() -> None:
    html = (
        '<h2 id="rating-accurate">A</h2><h2 id="__search">B</h2><a href="#rating-accurate">a</a>'
        '<a href="#__search">b</a>' + '<div data-edition="ratings-list"></div>' * 2
    )
    page = of_htmls(["<p>甲</p>"]).page("about.md", html, "about/").html
    assert doubled_ids(page) == []
    assert 'href="#page--rating-accurate"' in page
    assert 'href="#page--__search"' in page


def test_links_of_a_section_lead_on_from_the_whole_article() -> None:
    links = {
        "../../../other/x": "../../other/x", "../../": "../", "./": "../article/s0/", "": "../article/s0/",
        "../../a.png?b=1&c": "../a.png?b=1&c", "../s0/#x": "../article/s0/#x", "/edition/x": "/edition/x",
        "//example.org/x": "//example.org/x", "https://edition.invalid.x/": "https://edition.invalid.x/",
        "mailto:a@example.org": "mailto:a@example.org", "http://[x": "http://[x",
    }  # fmt: skip
    html = "<p>甲" + "".join(f"<a href='{link}'>b</a>" for link in links) + "</p>"
    page = placed(html, "article/s0/", "whole/", {}, {})
    assert [link.get("href") for link in parse(page).iter("a") if link.text == "b"] == list(links.values())


def test_a_srcset_leads_on_too() -> None:
    html = '<p>甲<img src="../../a.png" srcset="../../a.png 1x, ../../b.png 2x"></p>'
    page = placed(html, "article/s0/", "whole/", {}, {})
    assert 'src="../a.png" srcset="../a.png 1x, ../b.png 2x"' in page


HOSTILE = """
## Note throne

## Note throne {#note-throne}

## p-3

## __search

## bios {#whole}

## Twice {#twice}

## Twice {#twice}

文字。 {#p-1}

文字 [甲](#note-throne) [乙](#p-3) [丙](#__search) [丁](02-middle.md#whole) [戊](../index.md)
"""


def test_a_section_with_hostile_headings_is_a_valid_page_everywhere(tmp_path: Path, root: Path) -> None:
    project = copy_project(EDITIONS / "chinese", tmp_path / "project", root)
    for name in ("02-middle", "03-end"):
        section = project / f"docs/article/{name}.md"
        section.write_text(section.read_text(encoding="utf-8") + HOSTILE, encoding="utf-8")
    with (project / "docs/index.md").open("a", encoding="utf-8") as front:
        front.write("\n## __search\n\n[甲](article/02-middle.md#note-throne) [乙](#__search)\n")
    texts = [section.text for section in open_project(project).joined()[0].sections]
    manifest = project / "annotations/edition.yml"
    said = re.sub(r"^sha256: .*$", f"sha256: {article_hash(texts)}", manifest.read_text("utf-8"), flags=re.M)
    manifest.write_text(said, encoding="utf-8")
    done = build(project, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert list(broken_links(tmp_path / "site", SITE_URL, alone=True)) == []
    for path in (tmp_path / "site").rglob("*.html"):
        assert doubled_ids(path.read_text(encoding="utf-8")) == [], path
    page = (tmp_path / "site/article/02-middle/index.html").read_text(encoding="utf-8")
    assert 'href="#section-middle--note-throne"' in page
    front_page = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert 'href="./article/02-middle/#section-middle--note-throne"' in front_page
