"""The text of an article that its page does not show: in its data for machines, or where a program puts it in later."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from lxml import etree, html

from edition.importing.article import Block, loose
from edition.importing.bounds.scores import HALF, PARAGRAPH
from edition.importing.files.markup import parse
from edition.importing.lines import language
from edition.importing.metadata.linked_data import plain
from edition.importing.page.blocks import blocks_of
from edition.importing.page.chunks import Chunk
from edition.importing.page.walk import chunks

_TIMES = 3
"""A page that shows so many times less than its data say shows a part of its article, or captions alone."""
_LITTLE = 5 * PARAGRAPH
"""Where a page shows no more, its article may be kept back for a program."""
_STRING = re.compile(r'"((?:[^"\\]|\\.){400,})"')
_PARAGRAPH = re.compile(r"<p(?:\s[^<>]*)?>.*?(?=<p[\s>]|</p|</div|$)", re.I | re.S)
_LINKS = re.compile(r"<a\s[^<>]*>[^<]*", re.I)
_MARKUP = re.compile(r"<(?:p|br|div)[\s/>]", re.I)
_PLACE = re.compile(r"\$\$\w+\$\$|\{\{[^{}]*\}\}|\[\[\w+\]\]")
"""What a program replaces in such a text."""
_OF_SITE = re.compile(r"cookie|<form|<input", re.I)
"""What a program puts in that is none of an article."""


def unshown(
    document: html.HtmlElement, bodies: Sequence[str], taken: Sequence[Block], found: Sequence[Chunk]
) -> list[Block]:
    """The article as the page’s data have it, where much less was taken, and is shown of it; else nothing."""
    width = sum(language.width(block.text) for block in taken if block.kind != "picture")
    body = next(filter(None, bodies), "")
    if not _MARKUP.search(body) and not _MARKUP.search(body := plain(body)):
        body = body.replace("\n", "<br>")
    if not body and width <= _LITTLE:
        body = max(_kept_back(document), key=lambda one: len(_paragraphs(one)), default="")
    is_more = language.width(body) > _TIMES * width
    tree = parse(f"<html><body><div>{_PLACE.sub('', body)}</div></body></html>") if body and is_more else None
    whole = blocks_of(list(chunks(tree)), (), ()) if tree is not None else []
    words = loose("".join(block.text for block in whole))
    seen = sum(language.width(chunk.text) for chunk in found if not chunk.is_hidden and loose(chunk.text) in words)
    return whole if sum(language.width(block.text) for block in whole) > _TIMES * max(width, seen) else []


def _kept_back(document: html.HtmlElement) -> Iterator[str]:
    """The HTML of paragraphs among the strings of the page's scripts, and in its comments."""
    strings = [one for script in document.iter("script") for one in _strings(script.text or "")]
    for one in (*strings, *(comment.text or "" for comment in document.iter(etree.Comment))):
        within = [inner for inner in _strings(one) if _paragraphs(inner)]  # where it is itself data
        for said in within or [one]:
            if len(_paragraphs(said)) > HALF * len(loose(re.sub("<[^<>]*>", "", said))) and not _OF_SITE.search(said):
                yield said


def _paragraphs(source: str) -> str:
    """The letters of the paragraphs of HTML, without those of links; empty where it has not two or more, and long."""
    parts = _PARAGRAPH.findall(_LINKS.sub("", source))
    letters = loose(re.sub("<[^<>]*>", "", "".join(parts)))
    return letters if len(letters) > PARAGRAPH * len(parts) > PARAGRAPH else ""


def _strings(source: str) -> Iterator[str]:
    """The long strings of a program, read as JSON."""
    for found in _STRING.finditer(source):
        try:
            yield str(json.loads(f'"{found[1]}"', strict=False))
        except ValueError:
            continue
