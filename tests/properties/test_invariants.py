"""The invariants that hold for any text and any notes: the text is sacred, nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize
from urllib.parse import urldefrag, urljoin

import html5lib
from hypothesis import given
from hypothesis import strategies as st

from edition import Site
from edition.anchoring import Selector, describe, match
from edition.model import Variant
from edition.text import normalise, read_section
from tests.examples import tried_on
from tests.hosts import of_htmls
from tests.html import Element, article_lines, note_of, parse
from tests.notes import article_text
from tests.properties.editions import Drawn, editions, section


def bound(drawn: Drawn) -> Site:
    return of_htmls(drawn.htmls, drawn.edition)


def pages(made: Site) -> dict[str, Element]:
    """Every page of the site by its address, as a browser reads it."""
    site = made
    htmls = {f"article/{slug}/": html for slug, html in site.sections.items()} | dict(site.indexes)
    htmls |= {page.address: page.html for kind in site.notes.values() for page in kind}
    return {address: parse(html) for address, html in htmls.items()}


def covered(page: Element, note: str) -> str:
    """The characters that carry the note's id, in Unicode NFC, without white space."""
    segments = (item for item in beside_english(page) if note in (item.get("data-notes") or "").split())
    return normalize("NFC", "".join("".join(words_of(segment).split()) for segment in segments))


def beside_english(element: Element) -> Iterator[Element]:
    """The element and all in it but the English, from which the same notes are reached once more."""
    if "en" not in (element.get("class") or "").split():
        yield element
        for child in element:
            yield from beside_english(child)


def words_of(element: Element) -> str:
    """The article's words in an element."""
    parts = [element.text or ""]
    for child in element:
        is_article = (
            isinstance(child.tag, str) and "data-apparatus" not in child.attrib and child.tag not in ("rt", "rp")
        )
        parts += [words_of(child) if is_article else "", child.tail or ""]
    return "".join(parts)


def links(page: Element) -> Iterator[str]:
    for element in page.iter():
        link = element.get("href") or element.get("data-href")
        if link and not re.fullmatch(r"#(section-s\d+--)?x", link) and not link.startswith("https:"):
            yield link


@tried_on(80)
@given(editions())
def test_the_text_is_sacred_nothing_is_lost_and_every_link_leads_somewhere(drawn: Drawn) -> None:
    made = bound(drawn)  # once for all four: to draw an edition, to bind it and to read its pages is most of the work
    read = pages(made)
    every_section_is_valid(made)
    the_text_is_sacred(drawn, made)
    nothing_is_lost(drawn, read)
    every_link_leads_somewhere_and_every_note_to_its_passages(drawn, made, read)


def the_text_is_sacred(drawn: Drawn, made: Site) -> None:
    before = [line for html in drawn.htmls for line in article_lines(f'<div data-edition="text">{html}</div>')]
    assert [line for page in made.sections.values() for line in article_lines(page)] == before
    told = article_text([item.text for item in made.concordance.sections]).splitlines()
    assert [line for line in told if line] == [normalize("NFC", line) for line in before if normalise(line)]


def every_section_is_valid(made: Site) -> None:
    for page in made.sections.values():
        html5lib.HTMLParser(strict=True).parse(f"<!DOCTYPE html><title>t</title>{page}")


def nothing_is_lost(drawn: Drawn, read: dict[str, Element]) -> None:
    for text in drawn.texts:
        page = read[f"article/{text.slug}/"]
        for note, ranges in drawn.ranges.items():
            here = [item for item in ranges if item.section == text.slug]
            # Its words are marked, no more and no less, ...
            wanted = sorted({offset for item in here for offset in range(item.start, item.end)})
            assert normalise(covered(page, note)) == "".join("".join(text.flat[offset] for offset in wanted).split())
            # ... the margin has it at each of its targets, or once for its terms, ...
            stands = [item for item in page.iter() if note_of(item) == note]
            assert len(stands) == (min(1, len(here)) if note in drawn.edition.bios else len(here))
            # ... and a sign closes each of its claims.
            elements = beside_english(page)
            signs = [item for item in elements if item.get("class") == "sign" and item.get("aria-label")]
            addresses = [re.sub(r"--\d+$", "", item.get("href") or item.get("data-href")) for item in signs]
            is_signed = note in drawn.edition.fact_checks or note in drawn.edition.of(Variant)
            assert addresses.count(f"#note-{note}") == (len(here) if is_signed else 0)


def every_link_leads_somewhere_and_every_note_to_its_passages(
    drawn: Drawn, made: Site, read: dict[str, Element]
) -> None:
    ids = {address: [item.get("id") for item in page.iter() if item.get("id")] for address, page in read.items()}
    known = {*read, *dict(made.files())}
    for address, page in read.items():
        assert len(ids[address]) == len(set(ids[address]))
        for link in links(page):
            target, fragment = urldefrag(urljoin(f"https://e.org/{address}", link))
            address_of_target = target.removeprefix("https://e.org/")
            assert address_of_target in known, link
            assert not fragment or fragment in ids[address_of_target], link
    texts = {text.slug: text for text in drawn.texts}
    for note, ranges in drawn.ranges.items():
        for kind in ("bios", "fact-checks"):
            if f"{kind}/{note}/" in read:
                paragraphs = {(item.section, texts[item.section].leaf_at(item.start)) for item in ranges}
                quoted = list(read[f"{kind}/{note}/"].iter("blockquote"))
                assert len(quoted) == len(paragraphs)


@tried_on(300)
@given(section(), st.data())
def test_match_and_describe_are_inverses(html: str, data: st.DataObject) -> None:
    text = read_section("s", html)
    start = data.draw(st.integers(0, len(text.flat)))
    end = data.draw(st.integers(start, len(text.flat)))
    selector = describe(text, start, end)
    passage = text.flat[start:end].strip()
    if selector is None:
        assert not passage or len(match(Selector(passage), [text])) > 1
        return
    start += len(text.flat[start:end]) - len(text.flat[start:end].lstrip())
    assert match(selector, [text]) == [("s", start, start + len(passage))]
