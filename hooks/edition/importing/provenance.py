"""What a page says of itself: title, author, publisher, day, address, language, each with where it says so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from lxml import html

from edition.importing.article import Finding, tidy, without_unseen
from edition.importing.limits import MAX_VALUE
from edition.importing.readers import Reading
from edition.reading import is_address

_DAY = re.compile(r"(?P<y>[12]\d{3})\s*[-/.年]\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_ARTICLE = re.compile(r"(News|Report|Blog|Scholarly|Tech)?(Article|Posting)")
_META = {
    "title": ("og:title", "twitter:title", "headline"),
    "author": ("author", "article:author", "byl", "dc.creator"),
    "publisher": ("og:site_name", "publisher", "dc.publisher", "application-name"),
    "issued": (
        "article:published_time",
        "og:published_time",
        "date",
        "pubdate",
        "publishdate",
        "dc.date",
        "parsely-pub-date",
    ),
    "URL": ("og:url",),
    "language": ("og:locale", "content-language"),
}


def from_page(document: html.HtmlElement, second: Reading) -> dict[str, list[Finding]]:
    """Everything that the page's head, its data for machines and the second reader tell, best first."""
    found: dict[str, list[Finding]] = {name: [] for name in _META}

    def add(name: str, value: object, where: str) -> None:
        if text := fitting(name, str(value or "")):
            found[name].append(Finding(text, where))

    for item in _linked_data(document):
        add("title", item.get("headline"), "JSON-LD headline")
        for author in _names(item.get("author")):
            add("author", author, "JSON-LD author")
        for publisher in _names(item.get("publisher")):
            add("publisher", publisher, "JSON-LD publisher")
        add("issued", item.get("datePublished"), "JSON-LD datePublished")
        add("URL", item.get("url"), "JSON-LD url")
        add("language", item.get("inLanguage"), "JSON-LD inLanguage")
    add("language", document.get("lang") or document.get("xml:lang"), "<html lang>")
    for link in document.iterfind(".//link[@href]"):
        if "canonical" in link.get("rel", "").lower().split():
            add("URL", link.get("href"), "<link rel=canonical>")
    meta = [
        ((tag.get("property") or tag.get("name") or tag.get("http-equiv") or "").lower(), tag.get("content"))
        for tag in document.iterfind(".//meta")
    ]
    for name, keys in _META.items():
        for key in keys:
            for has, value in meta:
                if has == key:
                    add(name, value, f"<meta {key}>")
    heads = [tidy(str(head.text_content())) for head in document.iterfind(".//h1")]
    if len(heads) == 1:
        add("title", heads[0], "<h1>")
    add("title", second.title, "gne")
    add("title", document.findtext(".//title"), "<title>")
    for time in document.iterfind(".//time[@datetime]"):
        add("issued", time.get("datetime"), "<time datetime>")
    add("issued", second.issued, "gne")
    add("author", second.author, "gne")
    return found


def fitting(name: str, value: str) -> str:
    """The value as edition.yml takes it; empty where it is none for this field."""
    if len(value) > MAX_VALUE:
        return ""
    text = tidy(without_unseen(value)[0])
    if name == "issued":
        day = _DAY.search(text)
        try:
            return date(int(day["y"]), int(day["m"]), int(day["d"])).isoformat() if day else ""
        except ValueError:
            return ""
    if name == "URL":
        return text if is_address(text) and re.match(r"https?://[^/]+\.", text, re.I) else ""
    if name == "language":
        return tag(text) if _TAG.fullmatch(text) else ""
    if name == "author" and text.startswith(("http:", "https:")):
        return ""
    return text


def tag(text: str) -> str:
    """A language tag as the edition writes it."""
    plain = text.replace("_", "-").lower()
    if plain.startswith("zh"):
        return "zh-Hant" if re.search("hant|tw|hk|mo", plain) else "zh-Hans"
    return plain.split("-")[0]


def _linked_data(document: html.HtmlElement) -> Iterator[Mapping[str, Any]]:
    for script in document.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        items = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
        for item in items if isinstance(items, list) else []:
            if isinstance(item, dict) and _ARTICLE.fullmatch(str(item.get("@type"))):
                yield item


def _names(value: object) -> Sequence[str]:
    items = value if isinstance(value, list) else [value]
    return [str(item.get("name", "")) if isinstance(item, dict) else str(item or "") for item in items]
