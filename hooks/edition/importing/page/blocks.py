"""Chunks to blocks: what each is by the elements around it, where those are no wrappers of the whole article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from edition.importing.article import Block, Kind, Span, loose
from edition.importing.lines import language
from edition.importing.page.captions import CREDIT, NUMBERED, names_caption
from edition.importing.page.chunks import Box, Chunk

_BOLD_HEADING_WIDTH = 100
_HEADING_WIDTH = 90
_STANDFIRST_WIDTH = 60
_BOLD_LEVEL = 7
_QUESTIONS = 3
"""So many questions in bold type make an interview, and are no titles of its sections."""
_KINDS: dict[str, Kind] = {
    "figcaption": "caption",
    "caption": "caption",
    "li": "item",
    "blockquote": "quote",
    "dt": "term",
    "dd": "definition",
}
_SENTENCES = re.compile(r"\w{3}(?:\.\s+|。)[“\"«¿¡]?[^\W\d_]\w*\s+\w")
"""Where one sentence ends and another begins."""
_DATELINE = re.compile(r"\s[-–—]$")
"""How the place ends that stands before the first sentence."""
_NOTE = re.compile(r"(?:^|[-_ ])(?:footnotes?|endnotes?)(?:$|[-_ ])", re.I)


def blocks_of(kept: Sequence[Chunk], wrappers: Collection[int], called: Collection[str]) -> list[Block]:
    """A block for each chunk. `called` are the ids to which signs in the text lead, as to footnotes."""
    bold = [chunk for chunk in kept if _may_be_heading(chunk, wrappers)]
    often = {text for text, count in Counter(chunk.text for chunk in bold).items() if count > 1}
    asked = sum(bool(re.search(r"[?？؟]$", chunk.text)) for chunk in bold)
    interview = bool(often) or (asked >= _QUESTIONS and asked * 2 > len(bold))
    titles = set() if interview else {id(chunk) for chunk in bold}
    blocks: list[Block] = []
    last: dict[str, int] = {}
    for chunk in kept:
        block = _block(chunk, wrappers, called, is_title=id(chunk) in titles)
        is_told = CREDIT.match(chunk.text) or NUMBERED.match(chunk.text)
        if block.kind == "paragraph" and is_told and blocks and blocks[-1].kind in ("picture", "caption"):
            block = replace(block, kind="caption")
        if block.kind == "paragraph" and chunk.begins_with_number:
            block = replace(block, kind="footnote")
        if block.kind in ("row", "item"):
            around = _list_of(chunk, block.kind)
            block = replace(block, begins=last.get(block.kind) != around)
            last[block.kind] = around
        blocks.append(block)
    _settle_first_heading(blocks)
    while blocks and blocks[-1].kind == "heading" and blocks[-1].level == _BOLD_LEVEL:
        # Nothing stands under it: a name, or a note in bold type.
        blocks[-1] = replace(blocks[-1], kind="paragraph", level=0, why="")
    return [
        replace(block, spans=()) if block.kind == "picture" and _says_again(block, blocks[at + 1 : at + 2]) else block
        for at, block in enumerate(blocks)
    ]


def _block(chunk: Chunk, wrappers: Collection[int], called: Collection[str], *, is_title: bool) -> Block:
    """A chunk as its element and its words tell what it is; `is_title`: a line in bold type is a heading."""
    kind, box = _kind(chunk, wrappers, called)
    spans, level, why = chunk.spans, chunk.level, ""
    if kind == "heading" and language.width(chunk.text) > _HEADING_WIDTH and _reads_on(chunk):
        kind, why = "paragraph", "marked as a heading, but long and with a full stop"
    elif kind == "paragraph" and is_title:
        kind, level, why = "heading", _BOLD_LEVEL, "a whole paragraph in bold type"
    if kind == "heading":
        spans = tuple(Span(span.text, "", span.reading) for span in spans)
        if not any(span.reading for span in spans):
            spans = (Span(chunk.text),)
    return Block(
        kind,
        spans,
        level if kind == "heading" else 0,
        why,
        box.number if box else 0,
        chunk.cells,
        chunk.part,
    )


def _settle_first_heading(blocks: list[Block]) -> None:
    """Makes the first heading a paragraph where it is long, and the only one of its level."""
    first = next((at for at, block in enumerate(blocks) if block.kind not in ("picture", "caption")), -1)
    levels = Counter(block.level for block in blocks if block.kind == "heading")
    if first < 0 or blocks[first].kind != "heading" or levels[blocks[first].level] > 1:
        return
    block = blocks[first]
    if block.level < _BOLD_LEVEL and language.width(block.text) > _STANDFIRST_WIDTH:
        why = "marked as a heading, but long, and the only one of its level: the standfirst"
        blocks[first] = replace(block, kind="paragraph", level=0, why=why)


def _says_again(picture: Block, following: Sequence[Block]) -> bool:
    """Whether the caption below a picture says what the picture's own description does."""
    return any(item.kind == "caption" and loose(item.text).startswith(loose(picture.text)) for item in following)


def _reads_on(chunk: Chunk) -> bool:
    long = language.width(chunk.text) > 2 * _HEADING_WIDTH
    return language.ends_sentence(chunk.text) or long or bool(_SENTENCES.search(chunk.text))


def _may_be_heading(chunk: Chunk, wrappers: Collection[int]) -> bool:
    return (
        chunk.tag not in ("img", "tr", "pre")
        and _kind(chunk, wrappers, ())[0] == "paragraph"
        and chunk.is_bold
        and not CREDIT.match(chunk.text)
        and language.width(chunk.text) <= _BOLD_HEADING_WIDTH
        and not language.ends_sentence(chunk.text)
        and not _DATELINE.search(chunk.text)
        and bool(re.search(r"[^\W\d_]", chunk.text))
    )


def _kind(chunk: Chunk, wrappers: Collection[int], called: Collection[str]) -> tuple[Kind, Box | None]:
    """What the chunk is, and the element that says so."""
    if chunk.tag == "img":
        return "picture", None
    if chunk.tag == "tr":
        return "row", None
    if chunk.tag == "pre":
        return "code", None
    if chunk.level:
        return "heading", None
    for box in reversed(chunk.boxes):
        if id(box) in wrappers:
            break
        if (box.id and box.id in called) or (box.tag in ("li", "p", "div", "aside") and _NOTE.search(box.names)):
            return "footnote", box
        if box.tag in _KINDS:
            return _KINDS[box.tag], box
        if names_caption(box) or (box.tag == chunk.tag == "figure"):
            return "caption", box
    return "paragraph", None


def _list_of(chunk: Chunk, kind: str) -> int:
    tags = ("table",) if kind == "row" else ("ul", "ol")
    return next((id(box) for box in reversed(chunk.boxes) if box.tag in tags), 0)
