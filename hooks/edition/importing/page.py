"""A page to an article: two readers say where the article is, the page's own elements what its parts are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from itertools import groupby

from lxml import etree
from lxml.html import HtmlElement

from edition.importing import language
from edition.importing.article import (
    Article,
    Aside,
    Block,
    Disagreement,
    Doubt,
    Finding,
    Kind,
    Span,
    tidy,
    without_unseen,
)
from edition.importing.chrome import is_chrome
from edition.importing.chunks import Chunk, chunks, lean_source, parse
from edition.importing.credits import Credit, credit, credits_at_ends, told
from edition.importing.limits import (
    MAX_DEPTH,
    MAX_ELEMENTS,
    MAX_LETTERS,
    MAX_LINE,
    MAX_LINES,
    refuse_beyond,
)
from edition.importing.provenance import from_page
from edition.importing.readers import Reading, by_gne, by_readability

_REFERENCE = re.compile(r"&(?:#(?P<decimal>\d{1,7})|#x(?P<hexadecimal>[\da-f]{1,6})|lrm|rlm);?", re.I)
_NONE = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_BOLD_HEADING_WIDTH = 100
_BOLD_LEVEL = 7
_NEAR = 8
"""Chunks before and after the article in which a site may say something of it."""


def read_page(source: str) -> Article:
    """The article of an HTML page. Any page is accepted; every visible word is in the article or among the asides."""
    clean, remarks = without_unseen(_REFERENCE.sub(_unseen_itself, source))
    document = parse(clean)
    if document is None:
        return Article("page", "und", (), remarks=[*remarks, "The page holds nothing."])
    _refuse_too_much(document)
    found = chunks(document)
    refuse_beyond("the page has {} letters", sum(len(chunk.text) for chunk in found), MAX_LETTERS)
    refuse_beyond("the page has {} paragraphs, items and buttons", len(found), MAX_LINES)
    refuse_beyond("one paragraph has {} letters", max((len(chunk.text) for chunk in found), default=0), MAX_LINE)
    lean = lean_source(document)
    readings = [by_readability(lean), by_gne(lean)]
    remarks += [f"The reader {reading.name} gave nothing: {reading.failed}." for reading in readings if reading.failed]
    findings = {name: list(values) for name, values in from_page(document, readings[1]).items()}
    start, end = _region(found, readings)
    title = _title(findings, found)
    reasons = [
        _reason(chunk, readings, inside=start <= index < end, named=_is_named(found, index, title))
        for index, chunk in enumerate(found)
    ]
    credited = _credits(found, reasons)
    for name, finding in told([*_around(found, start, end), *credited.values()]):
        findings[name].append(finding)
    blocks: list[Block] = []
    asides: list[Aside] = []
    disagreements: list[tuple[str, bool, str]] = []
    for index, chunk in enumerate(found):
        reason = reasons[index]
        if chunk.tag != "img":
            disagreements += _disagreement(chunk, readings, kept=not reason)
        if not reason:
            blocks.append(_block(chunk))
        elif chunk.tag != "img":
            asides.append(Aside(chunk.text, reason))
    if title and title == tidy(document.findtext(".//title") or ""):
        remarks.append("The title is that of the window; the site’s own name may stand in it.")
    left = [
        Doubt("reads like what a site says of an article, and was left in the text", block.text)
        for block in blocks
        if credit(block.text)
    ]
    said = findings["language"]
    said.append(Finding(language.guess(" ".join(block.text for block in blocks)), "the letters of the text"))
    return Article(
        "page",
        said[0].value,
        blocks,
        findings,
        asides,
        [*_doubts(blocks, said), *left],
        _grouped(disagreements),
        remarks,
    )


def _refuse_too_much(document: HtmlElement) -> None:
    """UnreadableError where the page has more elements, or more of them in one another, than are read."""
    elements = depth = deepest = 0
    for event, _ in etree.iterwalk(document, events=("start", "end")):
        elements += event == "start"
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    refuse_beyond("the page has {} elements", elements, MAX_ELEMENTS)
    refuse_beyond("the page has {} elements in one another", deepest, MAX_DEPTH)


def _unseen_itself(reference: re.Match[str]) -> str:
    """What a character reference stands for, where nobody would see it; else the reference, which is left alone."""
    code = reference["decimal"] or reference["hexadecimal"]
    sign = unescape(reference.group()) if not code else ""
    if code:
        number = int(code, 16 if reference["hexadecimal"] else 10)
        # Between 128 and 159 HTML has the signs of windows-1252, and five that are none.
        sign = chr(number) if number < 0x110000 and (not 0x7F < number < 0xA0 or number in _NONE) else ""
    return sign if sign and (without_unseen(f"a{sign}")[1] or sign in "\u2028\u2029") else reference.group()


def _region(found: Sequence[Chunk], readings: Sequence[Reading]) -> tuple[int, int]:
    """The chunks from which to which the article goes: the run that has most of what the readers took.

    Where neither reader took anything, the whole page is the run.
    """
    if not any(reading.words for reading in readings):
        return 0, len(found)
    best, best_start, best_end, sum_, start = 0, 0, 0, 0, 0
    for index, chunk in enumerate(found):
        length = len(chunk.text)
        taken = chunk.tag != "img" and not _is_set_apart(chunk) and any(reading.has(chunk.text) for reading in readings)
        sum_ += length if taken else 0 if chunk.tag == "img" or chunk.level else -length
        if sum_ <= 0:
            sum_, start = 0, index + 1
        elif sum_ > best:
            best, best_start, best_end = sum_, start, index + 1
    while best_start and found[best_start - 1].level > 1 and not _is_set_apart(found[best_start - 1]):
        best_start -= 1  # a heading that the readers left out
    return best_start, best_end


def _credits(found: Sequence[Chunk], reasons: list[str]) -> dict[int, Credit]:
    """The chunks at the head and the foot of the article that say something of it; they get their reasons here."""
    kept = [index for index, reason in enumerate(reasons) if not reason]
    passed = [bool(found[index].level) or found[index].tag == "img" for index in kept]
    first = next((place for place, passes in enumerate(passed) if not passes), len(kept))
    # At the foot a heading is none of the site's, and what stands under it is the article's.
    passed[first:] = [found[index].tag == "img" for index in kept[first:]]
    credited = {kept[place]: item for place, item in credits_at_ends([found[at].text for at in kept], passed).items()}
    for index, item in credited.items():
        reasons[index] = item.reason
    return credited


def _around(found: Sequence[Chunk], start: int, end: int) -> list[Credit]:
    """What the chunks before the article say of it, and those that follow at once."""
    before = [item for chunk in found[max(0, start - _NEAR) : start] if (item := credit(chunk.text))]
    after = []
    for chunk in found[end : end + _NEAR]:
        item = credit(chunk.text)
        if item and item.is_labelled:  # a bare day there is that of another article
            after.append(item)
        elif not item and not is_chrome(chunk.text):
            break
    return [*before, *after]


def _is_set_apart(chunk: Chunk) -> bool:
    return bool(chunk.chrome) or is_chrome(chunk.text)


def _reason(chunk: Chunk, readings: Sequence[Reading], *, inside: bool, named: bool) -> str:
    """Why a chunk is not taken; empty where it is."""
    if named:
        return "the title: it stands in edition.yml"
    if chunk.chrome:
        return chunk.chrome
    if chunk.tag == "img":
        return "" if inside else "a picture outside the article"
    if not inside:
        return "outside the article"
    if is_chrome(chunk.text):
        return "reads like a button of the site"
    if chunk.level or chunk.tag == "figcaption" or not any(reading.words for reading in readings):
        return ""
    return "" if any(reading.has(chunk.text) for reading in readings) else "no reader takes it for the article’s"


def _title(findings: dict[str, list[Finding]], found: Sequence[Chunk]) -> str:
    """The title as the page shows it, first among the findings: a heading at the head of what the page's data say."""
    values = findings["title"]
    shown = [chunk.text for chunk in found if chunk.level == 1 and not chunk.chrome]
    for heading in shown:
        if any(value.value.startswith(heading) for value in values):
            values.insert(0, Finding(heading, "<h1>, with which other titles begin"))
            break
    unique = {value.value: value for value in reversed(values)}
    findings["title"] = list(reversed(unique.values()))
    return findings["title"][0].value if values else ""


def _is_named(found: Sequence[Chunk], index: int, title: str) -> bool:
    """Whether the chunk is the page's own heading with the title, the first time that it stands there."""
    chunk = found[index]
    return bool(title) and chunk.level > 0 and chunk.text == title and not any(
        earlier.text == title and earlier.level for earlier in found[:index]
    )  # fmt: skip


def _block(chunk: Chunk) -> Block:
    spans, why, kind, level = chunk.spans, "", _kind(chunk), chunk.level
    if kind == "paragraph" and chunk.is_bold and _is_heading(chunk.text):
        kind, level, why = "heading", _BOLD_LEVEL, "a whole paragraph in bold type"
    if kind == "heading":
        spans = (Span(chunk.text),)
    return Block(kind, spans, level, why)


def _is_heading(text: str) -> bool:
    return language.width(text) <= _BOLD_HEADING_WIDTH and not language.stops(text)


def _kind(chunk: Chunk) -> Kind:
    if chunk.tag == "img":
        return "picture"
    if chunk.level:
        return "heading"
    for tag in reversed(chunk.above):
        if tag in ("figcaption", "caption"):
            return "caption"
        if tag == "li":
            return "item"
        if tag == "blockquote":
            return "quote"
    return "paragraph"


def _disagreement(chunk: Chunk, readings: Sequence[Reading], *, kept: bool) -> list[tuple[str, bool, str]]:
    if any(reading.failed for reading in readings):
        return []
    has = [reading.name for reading in readings if reading.has(chunk.text)]
    # A word or two of a button stands by chance in what a reader took.
    return [(has[0], kept, chunk.text)] if len(has) == 1 and (kept or len(chunk.text) > 12) else []


def _grouped(found: Sequence[tuple[str, bool, str]]) -> list[Disagreement]:
    groups = groupby(found, key=lambda item: item[:2])
    return [Disagreement(reader, "\n".join(item[2] for item in group), kept) for (reader, kept), group in groups]


def _doubts(blocks: Sequence[Block], said: Sequence[Finding]) -> list[Doubt]:
    doubts = [
        Doubt("all in bold type, but long or with a full stop: taken as a paragraph", block.text)
        for block in blocks
        if block.kind == "paragraph" and all(span.mark == "strong" for span in block.spans if span.text.strip())
    ]
    if len(said) > 1 and said[-1].value not in ("und", said[0].value):
        doubts.append(Doubt(f"the page says that its language is {said[0].value}; its letters tell", said[-1].value))
    return doubts
