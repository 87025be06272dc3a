"""What pages say of themselves to machines, and what a link to one looks like elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from edition import Site, open_project
from edition.model import NOT_FOUND, Rating
from edition.publishing import CARD, CARD_SIZE, card_html, card_words
from edition.publishing.exports.structured import SCORES
from edition.publishing.wording import RATING_WORDS
from edition_mkdocs.shells import files_of
from tests.hosts import Known, Write
from tests.html import parse

HERE = "https://example.org/edition/"
SHELL = "<!doctype html><title>\ue000title\ue001</title><main><p>\ue000content\ue001</p></main>"
EVIL = '</script><script>alert(1)</script> "&amp;"  <!--'


def bound_at(root: Path, site_url: str = HERE) -> Site:
    return open_project(root).bind(Known("The edition", site_url))


@cache
def real(root: Path, site_url: str = HERE) -> Site:
    return bound_at(root, site_url)


def pages(bound: Site) -> Iterator[tuple[str, str]]:
    """Path and HTML of every page that says something of itself."""
    site = bound
    yield from site.structured.items()
    files = files_of(site, dict.fromkeys(site.notes, SHELL))
    yield from ((path, "".join(pieces)) for path, pieces in files if path.endswith(".html"))


def data_in(html: str) -> list[dict[str, Any]]:
    """Every JSON-LD of a page, read as a browser reads the page."""
    found = [element for element in parse(html).iter("script") if element.get("type") == "application/ld+json"]
    return [json.loads(element.text) for element in found]


def strings(value: Any) -> Iterator[str]:
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from [part] if isinstance(part, str) else strings(part)


def test_every_fact_check_is_a_claim_review(root: Path) -> None:
    bound = real(root)
    found = {path: data_in(html) for path, html in pages(bound) if path.startswith("fact-checks/")}
    checks = bound.concordance.edition.fact_checks
    assert len(found) == len(checks) > 50
    for name, check in checks.items():
        [data] = found[f"fact-checks/{name}/index.html"]
        assert data["@context"] == "https://schema.org" and data["@type"] == "ClaimReview"
        assert data["url"] == f"{HERE}fact-checks/{name}/"
        assert data["claimReviewed"] == check.claim
        assert data["datePublished"] == check.checked
        assert data["author"] == {"@type": "Organization", "name": "The edition", "url": HERE}
        item = data["itemReviewed"]
        assert item["@type"] == "Claim" and item["author"]["name"] == "新智元"
        assert item["appearance"]["url"].startswith("http") and item["text"]
        rating = data["reviewRating"]
        assert rating["alternateName"] == RATING_WORDS[check.rating].label
        assert ("ratingValue" in rating) == (check.rating in SCORES)
        if "ratingValue" in rating:
            assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]


@pytest.mark.parametrize("better, worse", [("accurate", "mostly-accurate"), ("mostly-accurate", "misleading"),
                                           ("misleading", "inaccurate")])  # fmt: skip
def test_a_better_verdict_is_a_higher_number(better: Rating, worse: Rating) -> None:
    assert SCORES[better] > SCORES[worse]


def test_pages_are_otherwise_what_they_were(root: Path) -> None:
    bound = real(root)
    for path, html in pages(bound):
        if path.startswith(("bios/", "fact-checks/")):
            assert len(list(parse(html).iter("h1"))) == 1, path
    for section in bound.concordance.sections:
        path = section.source.uri
        assert bound.page(path, "", "").html == bound.sections[section.slug] + bound.structured[path]


def test_bios_tell_what_they_are_of(root: Path) -> None:
    bound = real(root)
    kinds = {"person": "Person", "organization": "Organization", "product": "Product", "concept": "DefinedTerm"}
    found = dict(pages(bound))
    for name, bio in bound.concordance.edition.bios.items():
        [data] = data_in(found[f"bios/{name}/index.html"])
        assert (data["@type"], data["name"], data["description"]) == (kinds[bio.kind], bio.name, bio.summary)
        assert data.get("sameAs", []) == list(bio.same_as)
        assert bio.name not in data.get("alternateName", [])


def test_the_article_has_its_parts_and_they_have_it(root: Path) -> None:
    bound = real(root)
    said = {path: data_in(html)[0] for path, html in bound.structured.items()}
    whole = said.pop("whole/index.md")
    assert said.pop("index.md") == whole
    assert whole["headline"] == "OpenAI 又双叒叕走人了"
    assert (whole["inLanguage"], whole["datePublished"]) == ("zh-Hans", "2026-01-06")
    assert whole["publisher"]["name"] == "新智元"
    assert whole["isBasedOn"].startswith("http") and whole["workTranslation"]["inLanguage"] == "en"
    assert [part["url"] for part in whole["hasPart"]] == [data["url"] for data in said.values()]
    assert len(said) == len(bound.concordance.sections)
    named = [(data.get("headline"), data.get("alternativeHeadline")) for data in said.values()]
    assert [(part.get("headline"), part.get("alternativeHeadline")) for part in whole["hasPart"]] == named
    assert (None, "The lede") in named  # which has no heading of its own, in its own language
    for data in said.values():
        assert data["isPartOf"]["url"] == whole["url"] and data["publisher"] == whole["publisher"]


def test_without_an_address_of_the_site_no_address_of_it_is_told(root: Path) -> None:
    told = [data for _, html in pages(real(root, "")) for data in data_in(html)]
    assert told
    for data in told:
        assert all(not text.startswith(("bios/", "fact-checks/", "article/", "whole/", "/")) for text in strings(data))
        assert data.get("url", "http").startswith("http")


def test_each_section_is_described_by_its_first_sentences(root: Path) -> None:
    bound = real(root)
    said = [bound.page(section.source.uri, "", "").description for section in bound.concordance.sections]
    assert len(set(said)) == len(said) == 7
    assert said[0].startswith("The new year opens with a bang, as Jerry Tworek")
    assert all(40 < len(text) <= 340 and '"' not in text and "<" not in text for text in said)


def small(write_files: Write, text: str, **check: Any) -> Site:
    article = {"title": text, "publisher": text, "issued": 2026, "language": "zh-Hans", "rights": "x", "sha256": "x"}
    bio = {"name": text, "kind": "person", "terms": ["某人"], "summary": text, "sources": ["s"]}
    claim = {"claim": text, "rating": "misleading", "summary": text, "explanation": "x", "target": {"exact": "走了"},
             "evidence": [{"source": "s", "stance": "supports"}], "checked": "2026-01-06", **check}  # fmt: skip
    begin = [{"begins": "某人走了", "text": text}]
    made = {
        "edition.yml": article, "bios/someone.yml": bio, "fact-checks/gone.yml": claim,
        "sources/s.yml": {"type": "webpage", "title": text}, "translations/begin.yml": begin,
    }  # fmt: skip
    root = write_files(
        {f"annotations/{path}": json.dumps(value) for path, value in made.items()}
        | {"docs/article/01-begin.md": "---\ntitle: Begin\n---\n\n某人走了。\n"}
    )
    return bound_at(root)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("一字一句" * 100, "一字一句" * 75 + " …"),
        ("OpenAI " + "一字，一句" * 100, "OpenAI " + ("一字，一句" * 100)[:293] + " …"),
        ("一" * 295 + "abcdefgh " * 9, "一" * 295 + " …"),
        ("x" * 400, "x" * 300 + " …"),
        ("word " * 100, ("word " * 60).strip() + " …"),
        ("한글은 " * 100, ("한글은 " * 75).strip() + " …"),
        ("一" * 301 + "。", "一" * 300 + " …"),
        ("一" * 299 + "。" + "二" * 300, "一" * 299 + "。"),
    ],
)
def test_a_sentence_that_is_too_long_for_a_description_ends_with_a_whole_word(
    text: str, shown: str, write_files: Write
) -> None:
    assert small(write_files, text).page("article/01-begin.md", "", "").description == shown


def test_no_text_ends_its_script(write_files: Write) -> None:
    bound = small(write_files, EVIL)
    found = dict(pages(bound))
    assert len(found) == 5
    for html in found.values():
        assert len(list(parse(html).iter("script"))) == 1
        [data] = data_in(html)
        assert data["@context"]
        assert "<" not in re.findall(r"<script[^>]*>(.*?)</script>", html, re.S)[0]
    assert data_in(found["bios/someone/index.html"])[0]["name"] == EVIL


def test_what_nobody_has_found_yet_is_told_to_no_machine(write_files: Write) -> None:
    found = [data for _, html in pages(small(write_files, NOT_FOUND)) for data in data_in(html)]
    assert found
    assert NOT_FOUND not in [text for data in found for text in strings(data)]
    assert not any("publisher" in data for data in found)


def test_a_withdrawn_check_reviews_nothing(write_files: Write) -> None:
    withdrawn = [{"date": "2026-01-07", "kind": "withdrawn", "text": "It was wrong."}]
    found = dict(pages(small(write_files, "words", corrections=withdrawn)))
    assert data_in(found["fact-checks/gone/index.html"]) == []


def test_the_card_is_of_this_edition_and_of_the_size_that_pages_tell(root: Path) -> None:
    png = (root / "docs" / CARD).read_bytes()
    edition = open_project(root).edition
    assert edition.manifest
    shown = "".join(parse(card_html(edition, edition.manifest)).itertext())
    assert all(words in shown for words in card_words(edition.manifest).split("\n"))
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == CARD_SIZE
