"""A page of each kind, as a small edition has it: whatever a reader would see otherwise shows here first."""

from __future__ import annotations

from functools import cache

import pytest

from edition import Site, open_project
from tests.golden import Golden
from tests.hosts import EDITIONS, Known, Write

HOST = Known("A small edition", "https://example.org/edition/", "https://github.com/example/edition", "edit/main/docs/")


@cache
def site_of(name: str) -> Site:
    bound = open_project(EDITIONS / name).bind(HOST)
    assert not bound.problems
    return bound


@pytest.mark.golden_test("../cases/publishing/pages/*.yml")
def test_page_is_as_it_was(golden: Golden) -> None:
    site, address = site_of(golden["edition"]), golden["page"]
    made = next((page.html for pages in site.notes.values() for page in pages if page.address == address), None)
    path = address.removesuffix("/") + ".md" if address.startswith("article/") else f"{address}index.md"
    page = made or site.page(path, golden.get("written", ""), address).html
    assert page.rstrip("\n") + "\n" == golden.out["html"]


def test_over_a_section_that_is_alone_stands_the_articles_own_title(write_files: Write) -> None:
    manifest = "{title: 橋の話, publisher: x, issued: 2026, language: ja, rights: x, sha256: x}\n"
    text = "---\ntitle: The text\n---\n橋は遠い。\n"
    project = open_project(write_files({"docs/article/01-a.md": text, "annotations/edition.yml": manifest}))
    page = project.bind(HOST).page("article/01-a.md", "", "article/01-a/").html
    assert '<p class="kicker"><span lang="ja">橋の話</span></p>' in page
    assert "1 of 1" not in page
