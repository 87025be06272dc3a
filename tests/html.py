"""Reads built pages for the tests, without any code of the engine: html5lib parses as a browser does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote, urldefrag, urljoin

import html5lib

BLOCKS = frozenset("p li h1 h2 h3 h4 h5 h6 figcaption blockquote div ul ol figure pre table tr td th".split())
WRAPPERS = frozenset("div section tbody thead tfoot colgroup col".split())
Element = Any


def parse(html: str) -> Element:
    """The document as an ElementTree element without namespaces."""
    return html5lib.parse(html, namespaceHTMLElements=False)


def article_lines(html: str) -> list[str]:
    """The article's text in a page: a line a block, white space as one, without what carries `data-apparatus`."""
    lines: list[list[str]] = [[]]

    def walk(element: Element) -> None:
        if not isinstance(element.tag, str) or "data-apparatus" in element.attrib or element.tag in ("rt", "rp"):
            return  # a comment, apparatus, the readings of ruby
        is_block = element.tag in BLOCKS
        if is_block:
            lines.append([])
        if element.tag == "br":
            lines[-1].append(" ")
        lines[-1].append(element.text or "")
        for child in element:
            walk(child)
            lines[-1].append(child.tail or "")
        if is_block:
            lines.append([])

    for element in parse(html).iter():
        if element.get("data-edition") == "text":
            walk(element)
    joined = (" ".join("".join(parts).split()) for parts in lines)
    return [line for line in joined if line]


def article_outline(html: str) -> str:
    """What the article's checksum is taken of, in a page of a section: written anew here from what the recipe says."""
    lines: list[str] = []
    words: list[str] = []
    at = 0

    def end_words() -> None:
        text = " ".join("".join(words).split())
        if text:
            lines.insert(at, f"\t{text}")
        words.clear()

    def say(text: str) -> None:
        nonlocal at
        if text.split() and not "".join(words).split():
            at = len(lines)
        words.append(text)

    def walk(element: Element, depth: int) -> None:
        if not isinstance(element.tag, str) or "data-apparatus" in element.attrib:
            return
        if element.get("class") == "headerlink":
            return
        is_block = element.tag in BLOCKS or element.tag in ("dl", "dt", "dd", "hr", "section", "caption", *WRAPPERS)
        if is_block:
            end_words()
        counts = (is_block or element.tag == "img") and element.tag not in WRAPPERS
        if counts:
            kept = {"ol": ("start", "reversed", "type"), "li": ("value",)}.get(element.tag, ())
            said = "".join(f" {name}={element.get(name)}" for name in kept if element.get(name) is not None)
            lines.append(" " * depth + element.tag + said)
        beside = {name: " ".join(element.get(name, "").split()) for name in ("alt", "aria-label", "title")}
        lines.extend(f"\t{name}\t{value}" for name, value in beside.items() if value)
        if element.tag in ("rt", "rp"):
            lines.append(f"\t{element.tag}\t{' '.join(''.join(element.itertext()).split())}")
            return
        say(" " if element.tag == "br" else element.text or "")
        for child in element:
            walk(child, depth + counts)
            say(child.tail or "")
        if is_block:
            end_words()

    for element in parse(html).iter():
        if element.get("data-edition") == "text":
            say(element.text or "")
            for child in element:
                walk(child, 0)
                say(child.tail or "")
            end_words()
    return "".join(f"{normalize('NFC', line)}\n" for line in [*lines, ""])


def ids(html: str) -> set[str]:
    """Every id in a page."""
    return {element.get("id") for element in parse(html).iter() if element.get("id")}


def broken_links(site: Path, base: str = "https://example.org/edition/") -> Iterator[str]:
    """Every internal link of every page that leads to no file or to no id."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    known = {path: ids(html) for path, html in pages.items()}
    for path, html in pages.items():
        here = base + path.relative_to(site).as_posix().removesuffix("index.html")  # 404.html names all from the root
        for element in parse(html).iter():
            link = element.get("href") or element.get("src")
            if not link or re.match(r"(?!https?:)[a-z]+:", link):
                continue
            address, fragment = urldefrag(urljoin(here, link))
            if not address.startswith(base):
                continue
            target = site / unquote(address.removeprefix(base))
            target = target / "index.html" if target.is_dir() else target
            missing = not target.is_file()
            named = unquote(fragment) if not fragment.startswith(("show-", "__")) else ""
            if missing or (named and named not in known.get(target, {named})):
                yield f"{path.relative_to(site)}: {link}"
