"""A page is made when the host asks for it, one after another: the whole site never stands in memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from edition.publishing.exports.search import SearchEntry, entries_json
from edition.publishing.render import Renderer
from tests.publishing.chinese import CHINESE, made


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that have been made, in order."""
    addresses: list[str] = []
    page = Renderer.page

    def spy(renderer: Renderer, template: Any, address: str, **values: object) -> str:
        addresses.append(address)
        return page(renderer, template, address, **values)

    monkeypatch.setattr(Renderer, "page", spy)
    return addresses


def test_a_bound_site_has_made_no_page(asked: list[str]) -> None:
    site = made(CHINESE)
    assert "bios/" in site.indexes
    assert "begin" in site.sections
    assert site.found_on("bios/index.md", "", "bios/", "") == []
    assert asked == []


def test_a_note_s_page_is_made_when_the_one_before_it_has_been_handed_on(asked: list[str]) -> None:
    pages = iter(made(CHINESE).notes["bios"])
    first = next(pages)
    assert asked == [first.address]
    second = next(pages)
    assert asked == [first.address, second.address]


def test_all_pages_of_its_own_come_one_by_one(asked: list[str]) -> None:
    for number, page in enumerate(made(CHINESE).pages, 1):
        assert len(asked) == number
        assert asked[-1] == page.address


def test_they_can_be_gone_through_again() -> None:
    site = made(CHINESE)
    assert [*site.pages] == [*site.pages]
    assert [*site.search] == [*site.search] != []
    assert [*site.data] == [*site.data] != []


def test_an_entry_of_the_search_is_written_before_the_next_is_made() -> None:
    known: list[SearchEntry] = [{"location": "a/", "title": "甲"}, {"location": "b/", "title": "乙"}]
    drawn: list[str] = []

    def draw() -> Iterator[SearchEntry]:
        for entry in known:
            drawn.append(entry["location"])
            yield entry

    pieces = entries_json(draw(), "zh-Hans")
    written = [next(pieces), next(pieces)]
    assert drawn == ["a/"]
    assert "甲" in written[1]
    whole = json.loads("".join([*written, *pieces]))
    assert whole["docs"] == known
    assert whole["language"] == "zh-Hans"


def test_without_entries_the_search_is_a_file_all_the_same() -> None:
    assert json.loads("".join(entries_json([], "en")))["docs"] == []
