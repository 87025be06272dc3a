"""Reads built pages for the tests, without any code of the engine: html5lib parses as a browser does."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

import html5lib

SHOWN = re.compile(r"note-([a-z0-9-]+?)(?:--\d+)?")
BLOCKS = frozenset("p li h1 h2 h3 h4 h5 h6 figcaption blockquote div ul ol figure pre table tr td th".split())
WRAPPERS = frozenset("div section tbody thead tfoot colgroup col".split())
Element = Any


@lru_cache(maxsize=512)  # many tests look at one site, and this is most of their time
def parse(html: str) -> Element:
    """The document as an ElementTree element without namespaces, which nobody may change."""
    return html5lib.parse(html, namespaceHTMLElements=False)


def note_of(element: Element) -> str | None:
    """The id of the note that stands there in a margin."""
    shown = SHOWN.fullmatch(element.get("id") or "")
    return shown[1] if shown and element.tag == "details" else None


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


class _Outline:
    """The lines of which the article's checksum is taken, element after element."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._words: list[str] = []
        self._at = 0

    def end_words(self) -> None:
        text = " ".join("".join(self._words).split())
        if text:
            self.lines.insert(self._at, f"\t{text}")
        self._words.clear()

    def say(self, text: str) -> None:
        if text.split() and not "".join(self._words).split():
            self._at = len(self.lines)
        self._words.append(text)

    def walk(self, element: Element, depth: int) -> None:
        is_apart = not isinstance(element.tag, str) or "data-apparatus" in element.attrib
        if is_apart or element.get("class") == "headerlink":
            return
        is_block = element.tag in BLOCKS or element.tag in ("dl", "dt", "dd", "hr", "section", "caption", *WRAPPERS)
        if is_block:
            self.end_words()
        counts = (is_block or element.tag == "img") and element.tag not in WRAPPERS
        if counts:
            self.lines.append(" " * depth + _told_of(element))
        beside = {name: " ".join(element.get(name, "").split()) for name in ("alt", "aria-label", "title", "dir")}
        self.lines.extend(f"\t{name}\t{value}" for name, value in beside.items() if value)
        if element.tag in ("rt", "rp"):
            self.lines.append(f"\t{element.tag}\t{' '.join(''.join(element.itertext()).split())}")
            return
        self.say(" " if element.tag == "br" else element.text or "")
        for child in element:
            self.walk(child, depth + counts)
            self.say(child.tail or "")
        if is_block:
            self.end_words()


def _told_of(element: Element) -> str:
    spans = ("colspan", "rowspan")
    kept = {"ol": ("start", "reversed", "type"), "li": ("value",), "td": spans, "th": spans}.get(element.tag, ())
    return str(element.tag) + "".join(f" {name}={element.get(name)}" for name in kept if element.get(name) is not None)


def article_outline(html: str) -> str:
    """What the article's checksum is taken of, in a page of a section: written anew here from what the recipe says."""
    outline = _Outline()
    for element in parse(html).iter():
        if element.get("data-edition") == "text":
            outline.say(element.text or "")
            for child in element:
                outline.walk(child, 0)
                outline.say(child.tail or "")
            outline.end_words()
    return "".join(f"{normalize('NFC', line)}\n" for line in [*outline.lines, ""])


def ids(html: str) -> set[str]:
    """Every id in a page."""
    return _ids(parse(html))


def _ids(page: Element) -> set[str]:
    return {element.get("id") for element in page.iter() if element.get("id")}


def doubled_ids(html: str) -> list[str]:
    """Every id that two elements of a page have."""
    found = Counter(element.get("id") for element in parse(html).iter() if element.get("id"))
    return [name for name, count in found.items() if count > 1]


ADDRESSES = frozenset("href src action cite poster data formaction".split())
NAMED = frozenset("for headers list form aria-labelledby aria-describedby aria-controls aria-owns aria-details".split())
OWN_ADDRESS = re.compile(r"(?:[./#]|https?:)\S+|\S+\.(?:txt|js|json)")
METADATA = re.compile(r"og:(?:url|image)|twitter:image")


def broken_links(
    site: Path, base: str = "https://example.org/edition/", *, alone: bool = False, folders: bool = True
) -> Iterator[str]:
    """Every address in every file of the site, served at `base`, that leads to no file or no id, or out of the site.

    They are resolved as a browser does it. Those of another server are left alone, and whole ones of the same server
    unless the site stands there `alone`. The page for what is not there is shown at addresses of any depth. `folders`:
    whether the server knows which page is meant by a folder, as a file system does not.
    """
    read = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in _files(site) if _is_text(path)}
    pages = {name: parse(text) for name, text in read.items() if name.endswith(".html")}
    known = {name: _ids(page) for name, page in pages.items()}
    paths = {path.relative_to(site).as_posix() for path in _files(site)}
    origin = "/".join(base.split("/")[:3]) + "/"

    def is_broken(link: str, here: str, name: str) -> bool:
        address, fragment = urldefrag(urljoin(here, link.strip()))
        if link == base:  # the site itself, as it says where it is
            return False
        if not address.startswith(origin) or (not alone and re.match("https?:", link) and not address.startswith(base)):
            return False
        if link.startswith("#"):
            target = name  # whatever the address at which it is shown
        elif address.startswith(base):
            target = unquote(urlsplit(address.removeprefix(base)).path)
            target += "index.html" if folders and (not target or target.endswith("/")) else ""
        else:
            target = ""
        named = unquote(fragment)
        known_here = known.get(target, {named})
        return target not in paths or not (not named or named.startswith("show-") or named in known_here)

    for name, text in read.items():
        own = base + (name if f"{base}{name}" in read.get("sitemap.xml", "") else name.removesuffix("index.html"))
        places = [f"{base}{depth}nowhere" for depth in ("", "a/", "a/b/c/")] if name == "404.html" else [own]
        for here in places:
            for found, relative_to in _addresses(name, pages.get(name, text), here, base):
                if is_broken(found, relative_to, name):
                    yield f"{name}: {found}"


def _files(site: Path) -> list[Path]:
    return [path for path in sorted(site.rglob("*")) if path.is_file()]


def _is_text(path: Path) -> bool:
    return path.suffix in (".html", ".xml", ".json") or (path.suffix in (".css", ".js") and "edition" in path.name)


def _addresses(name: str, text: Any, here: str, base: str) -> Iterator[tuple[str, str]]:
    """Each address in a file (a page as an element, others as text), and that from which it is to be resolved."""
    if name.endswith(".html"):
        scripts = [one for one in text.iter("script") if one.get("type") == "application/ld+json"]
        told = (found for script in scripts for found in _in_json(json.loads(script.text)))
        yield from ((found, here) for found in chain(_in_page(text), told))
    elif name == "search/entries.json":
        yield from ((entry["location"], base) for entry in json.loads(text)["docs"])
    elif name == "assets/composer.json":
        yield from ((note["address"], base) for note in json.loads(text)["notes"].values())
    elif name.endswith(".xml"):
        for element in ElementTree.fromstring(text).iter():
            if link := element.get("href") or (element.tag.endswith("}loc") and element.text):
                yield link, here
    elif name.endswith(".css"):
        yield from ((found, here) for found in re.findall(r"url\([\"']?(?!data:)([^)\"']+)", text))
    elif name.endswith(".js"):
        yield from ((found, here) for found in re.findall(r"(?:import\(|from |URL\()\"([\w./-]+\.\w+)\"", text))


def _in_page(page: Element) -> Iterator[str]:
    for element in page.iter():
        for attribute, value in element.attrib.items():
            name = str(attribute).rpartition("}")[2]
            if name in ADDRESSES or (name.startswith("data-") and OWN_ADDRESS.fullmatch(value)):
                yield value
            elif name == "srcset":
                yield from (part.split()[0] for part in value.split(",") if part.strip())
            elif name in NAMED:
                yield from (f"#{part}" for part in value.split())
        if element.tag == "meta" and METADATA.fullmatch(element.get("property") or element.get("name") or ""):
            yield element.get("content")


def _in_json(value: Any) -> Iterator[str]:
    for key, part in value.items() if isinstance(value, dict) else [("", part) for part in value]:
        if isinstance(part, dict | list):
            yield from _in_json(part)
        elif key in ("url", "mainEntityOfPage", "sameAs", "@id"):
            yield part
