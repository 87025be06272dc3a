"""A page of each kind, as a small edition has it: whatever a reader would see otherwise shows here first."""

from __future__ import annotations

from functools import cache

import pytest

from edition import Site, open_project
from edition.reading import html_of
from tests.golden import Golden
from tests.hosts import EDITIONS, Known, bind

HOST = Known("A small edition", "https://example.org/edition/", "https://github.com/example/edition", "edit/main/docs/")


@cache
def site_of(name: str) -> Site:
    project = open_project(EDITIONS / name)
    bound = bind(project, html_of, lambda section: section.uri.removesuffix(".md") + "/", HOST)
    assert not bound.problems
    return bound


@pytest.mark.golden_test("../cases/publishing/pages/*.yml")
def test_page_is_as_it_was(golden: Golden) -> None:
    site, address = site_of(golden["edition"]), golden["page"]
    made = next((page.html for pages in site.notes.values() for page in pages if page.address == address), None)
    path = address.removesuffix("/") + ".md" if address.startswith("article/") else f"{address}index.md"
    page = made or site.content(path, golden.get("written", ""), address)
    assert page.rstrip("\n") + "\n" == golden.out["html"]
