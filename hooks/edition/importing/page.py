"""A page to an article: a reader says where the article is, the page's own elements what its parts are."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from html import unescape

from lxml import etree
from lxml.html import HtmlElement
from rapidfuzz import fuzz

from edition.importing import language
from edition.importing.article import Article, Aside, Block, Doubt, Finding, tidy, without_unseen
from edition.importing.blocks import blocks_of
from edition.importing.chrome import is_chrome
from edition.importing.chunks import Chunk, called, chunks, is_caption, lean_source, parse
from edition.importing.credits import Credit, credit, credits_at_ends, told
from edition.importing.leads import set_apart_appeals, set_apart_leads
from edition.importing.limits import (
    MAX_DEPTH,
    MAX_ELEMENTS,
    MAX_LETTERS,
    MAX_LINE,
    MAX_LINES,
    MAX_SOURCE,
    refuse_beyond,
)
from edition.importing.linked_data import plain
from edition.importing.names import authors
from edition.importing.provenance import fitting, from_page
from edition.importing.readers import Reading, read
from edition.importing.region import LINK, OUTSIDE, Region, region

_AUTHORED = re.compile(
    r"(?:^|[-_ ])(?:author|byline|writer|penulis|autor|auteur|reporter)s?(?:[-_]+(?:name|\d+))?(?:$|[-_ ])", re.I
)
_FULL = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2} [^\W\d_a-z][\w.'’-]*|[\u4e00-\u9fff\uac00-\ud7af]{2,4}"
)
"""A whole name, as it stands in a line of its own."""
_REFERENCE = re.compile(r"&(?:#(?P<decimal>\d{1,7})|#x(?P<hexadecimal>[\da-f]{1,6})|lrm|rlm);?", re.I)
_NONE = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_NEAR = 12
"""Chunks before and after the article in which a site may say something of it."""
_LINE = 60
"""A line as wide is a paragraph."""
_LAST = 5
"""Chunks at the end of the article among which something may be said of its authors."""
_LARGE = 1_000_000
"""A page of more letters is read once only."""
_MOST = 0.7
"""So much of the text a reader has that is believed of its end."""
_WINDOW = "<title>"
_WINDOW_PARTS = re.compile(r"\s*[|｜_»«·•]+\s*|\s+[-–—:]+\s+|[-–—](?=[^-–—]{2,20}$)")
"""What stands between the title and the site’s name in the title of a window."""
_SHORT_TITLE = 12
_ALIKE = 85
"""So much alike, of a hundred, are a heading and a title that are the same in other words."""


def read_page(source: str) -> Article:
    """The article of an HTML page. Any page is accepted; every visible word is in the article or among the asides."""
    refuse_beyond("the page has {} letters with its markup", len(source), MAX_SOURCE)
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
    reading = read(lean)
    if reading.failed:
        remarks.append(f"The reader of pages gave nothing: {reading.failed}.")
    findings = from_page(document)
    ledes = [item.value for item in findings.pop("lede")]
    taken = _taken(found, reading, [item.value for item in findings.pop("body")])
    heading = _title(findings, found, taken)
    notes = called(document)
    place = region(found, taken, heading, ledes, notes)
    reasons = list(place.reasons)
    for index in _titles(found, heading, findings["title"], reasons):
        reasons[index] = "the title: it stands in edition.yml"
    _name_shown(findings, found, place.start, heading)
    set_apart_leads(found, reasons, (LINK, OUTSIDE), notes)
    set_apart_appeals(found, reasons)
    _set_apart_above(found, place, reasons, taken, findings)
    _set_apart_about(found, reasons, [item.value for item in findings["author"]])
    _set_apart_below(found, reasons, read(lean, strict=True) if len(lean) < _LARGE else Reading(), notes)
    _sign(findings, found, reasons)
    credited = _credits(found, reasons)
    _tell(findings, [*_around(found, place, heading), *credited.values()])
    kept = [index for index, reason in enumerate(reasons) if not reason]
    blocks = blocks_of([found[index] for index in kept], place.wrappers, notes)
    left_out = "the reader left it out; it stands among the article’s paragraphs"
    blocks = [
        replace(block, why=left_out) if index in place.alone and not block.why else block
        for index, block in zip(kept, blocks, strict=True)
    ]
    asides = [
        Aside(told_of(chunk), reason)
        for chunk, reason in zip(found, reasons, strict=True)
        if reason and chunk.tag != "img"
    ]
    asides += [
        Aside(" ".join(chunk.left), "leads back from a footnote, or is said to those alone who listen to the page")
        for chunk in found
        if chunk.left
    ]
    if findings["title"] and findings["title"][0].where == _WINDOW:
        remarks.append("The title is that of the window; the site’s own name may stand in it.")
    words = " ".join(block.text for block in blocks)
    doubts = _doubts(blocks)
    _settle_language(findings, words, doubts)
    return Article("page", findings["language"][0].value, blocks, findings, asides, doubts, remarks)


def told_of(chunk: Chunk) -> str:
    """The words of a chunk that is set aside, with the readings over them in brackets."""
    if not any(span.reading for span in chunk.spans):
        return chunk.text
    return tidy("".join(f"{span.text}({span.reading})" if span.reading else span.text for span in chunk.spans))


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


def _taken(found: Sequence[Chunk], reading: Reading, bodies: Sequence[str]) -> list[bool]:
    """Of each chunk, whether the reader has it, or the article's words in the page's data for machines."""
    said = [Reading((re.sub(r"<[^>]*>|\s+", "", body),)) for body in bodies if body]

    def has(chunk: Chunk) -> bool:
        words = [chunk.text] if not chunk.cells else ["".join(s.text for s in cell.spans) for cell in chunk.cells]
        return any(reading.has(one) or any(body.has(one) for body in said) for one in words)

    return [chunk.tag != "img" and has(chunk) for chunk in found]


def _title(findings: dict[str, list[Finding]], found: Sequence[Chunk], taken: Sequence[bool]) -> int:
    """Puts the title as the page shows it first among the findings, and gives its heading's index; -1: none."""
    shown_as = {_typed(chunk.text) for chunk in found if chunk.level}
    values = [
        value if value.value in shown_as else Finding(tidy(plain(value.value)), value.where)  # escaped once too often
        for value in findings["title"]
    ]
    first = next((index for index, has in enumerate(taken) if has and not found[index].level), len(found))
    heads = [index for index, chunk in enumerate(found) if chunk.level]
    publishers = {_loose(item.value) for item in findings["publisher"]}
    best, at = 0.0, -1
    for index in heads:
        text = _loose(found[index].text)
        for value in values:
            other = _loose(value.value)
            if not text or not other or text in publishers:  # the site’s own name over its pages
                continue
            alike = 100.0 if text == other else fuzz.ratio(text, other)
            site, *parts = map(_loose, _WINDOW_PARTS.split(value.value))
            if value.where == _WINDOW and text in parts and site in publishers:
                alike = max(alike, 94.0)
            if other.startswith(text) and len(text) * 3 > len(other):
                alike = max(alike, 97.0 if found[index].level == 1 else 94.0)
            elif text.endswith(other) or (len(text) > 20 and text in other):
                alike = max(alike, 90.0)
            alike -= 2 * (index > first) + 0.5 * (found[index].level > 1) + 4 * _is_beside_it(found[index])
            if alike > max(best, _ALIKE):
                best, at = alike, index
    tops = [
        index for index in heads
        if found[index].level == 1 and not is_chrome(found[index].text) and not _is_beside_it(found[index])
    ]  # fmt: skip
    if (
        at < 0
        and len(tops) == 1
        and (not values or tops[0] <= first)
        and (not values or values[0].where in (_WINDOW, "<meta og:title>", "JSON-LD headline"))
        and _loose(found[tops[0]].text) not in publishers
    ):
        at = tops[0]
    if at < 0:
        at = _line_of_window(findings, found[: first + 2])
    if at >= 0:
        shown = found[at].text
        within = [item.value for item in values if _loose(shown).endswith(_loose(item.value)) and item.value != shown]
        if not within and (title := fitting("title", shown)):
            where = f"<h{found[at].level}>" if found[at].level else "a line of the page, and a part of <title>"
            values.insert(0, Finding(title, where))
    unique: dict[str, Finding] = {}
    for value in values:
        unique.setdefault(value.value, value)
    findings["title"] = list(unique.values())
    return at


def _line_of_window(findings: dict[str, list[Finding]], before: Sequence[Chunk]) -> int:
    """The line before the text that is the first part of the window’s title, the site’s name the other; -1: none."""
    publishers = {_loose(item.value) for item in findings["publisher"]}
    for value in findings["title"][:1]:
        first, *others = _WINDOW_PARTS.split(value.value) if value.where == _WINDOW else [""]
        if others and language.width(first) >= _SHORT_TITLE and _loose(first) not in publishers:
            lines = [
                at for at, chunk in enumerate(before) if chunk.tag != "img" and _loose(chunk.text) == _loose(first)
            ]
            return lines[-1] if lines else -1
    return -1


def _titles(found: Sequence[Chunk], heading: int, titles: Sequence[Finding], reasons: Sequence[str]) -> list[int]:
    """The heading with the title, and headings between it and the text that say it again."""
    if heading < 0:
        return []
    said = {_loose(item.value) for item in titles} | {_loose(found[heading].text)}
    again = []
    for index in range(heading + 1, len(found)):
        if not reasons[index] and not found[index].level and found[index].tag != "img":
            break
        words = _loose(found[index].text)
        if (
            found[index].level
            and words
            and any(words == one or (one in words and len(one) > 20) for one in said if one)
        ):
            again.append(index)
    return [heading, *again]


def _name_shown(findings: dict[str, list[Finding]], found: Sequence[Chunk], start: int, heading: int) -> None:
    """Puts the names that the page shows above the text, as its authors', before others that its data say."""
    not_these = [item.value for name in ("publisher", "title") for item in findings[name]]
    said = [item.value for item in findings["author"]]
    for index in range(max(0, heading - 3, start - _NEAR), min(len(found), max(start, heading) + _NEAR)):
        chunk = found[index]
        if not any(_AUTHORED.search(box.classes) for box in chunk.boxes[-2:]) or any(
            name in chunk.text for name in said
        ):
            continue
        shown = authors(chunk.text, not_these)
        if shown and all(_FULL.fullmatch(name) for name in shown):
            findings["author"] = [*(Finding(name, f"the line “{chunk.text}”") for name in shown), *findings["author"]]
            return


def _set_apart_above(
    found: Sequence[Chunk],
    place: Region,
    reasons: list[str],
    taken: Sequence[bool],
    findings: dict[str, list[Finding]],
) -> None:
    """Sets aside lines above the first paragraph that the reader left out: who wrote it, where, what one may do."""
    names = [item.value for item in findings["author"]]
    publishers = {_loose(item.value) for item in findings["publisher"]}
    for index in range(place.start, place.end):
        chunk = found[index]
        if reasons[index] or chunk.level or chunk.tag == "img" or not chunk.text:
            continue
        width = language.width(chunk.text)
        if {"figcaption", "li", "blockquote", "pre", "table", "dl"} & {*chunk.above, chunk.tag} or credit(chunk.text):
            continue
        if width >= _LINE and (language.ends(chunk.text) or width >= 2 * _LINE):
            break
        if _loose(chunk.text) in publishers:
            reasons[index] = "said of the article by its site: its source"
            continue
        by_author = (
            (width < _LINE or not taken[index]) and width < 2 * _LINE and any(name in chunk.text for name in names)
        )
        if by_author or (width < _LINE and not taken[index] and not language.ends(chunk.text) and not chunk.is_bold):
            reasons[index] = "a line of the site’s above the text"


def _set_apart_about(found: Sequence[Chunk], reasons: list[str], names: Sequence[str]) -> None:
    """Sets aside what is said of the authors below the article, and all that follows."""
    kept = [index for index, reason in enumerate(reasons) if not reason and found[index].tag != "img"]
    tail = kept[max(len(kept) // 2, len(kept) - _LAST) :]
    told_names = [name for name in names if len(name.split()) > 1]
    first = (
        next((index for index in tail if found[index].text.startswith(tuple(told_names))), None) if told_names else None
    )
    for index in kept:
        if first is not None and index >= first:
            reasons[index] = "about its author"


def _set_apart_below(found: Sequence[Chunk], reasons: list[str], strict: Reading, notes: Collection[str]) -> None:
    """Sets aside the lines at the end that a strict reader leaves out, and that are no paragraphs: invitations, offers.

    A reader that leaves out much of the rest as well says nothing of the end.
    """
    kept = [index for index, reason in enumerate(reasons) if not reason and found[index].tag != "img"]
    widths = {index: language.width(found[index].text) for index in kept}
    if sum(width for index, width in widths.items() if strict.has(found[index].text)) < _MOST * sum(widths.values()):
        return
    below: list[int] = []
    for index in reversed(kept):
        chunk = found[index]
        is_note = any(box.id and box.id in notes for box in chunk.boxes)
        captioned = is_caption(chunk) or "figcaption" in chunk.above
        with_picture = captioned and any(near.tag == "img" for near in found[max(0, index - 2) : index + 2])
        in_parts = bool({"table", "blockquote", "pre"} & {*chunk.above, chunk.tag} or chunk.cells)
        is_told = is_note or in_parts or with_picture
        is_paragraph = widths[index] >= 2 * _LINE and language.stops(chunk.text)
        if strict.has(chunk.text) or is_told or is_paragraph:
            break
        if chunk.level:
            below.clear()  # it stands under a heading, as a section of the article does
            break
        below.append(index)
    for index in below:
        reasons[index] = "below the text, and a strict reader does not take it for the article’s"


def _sign(findings: dict[str, list[Finding]], found: Sequence[Chunk], reasons: list[str]) -> None:
    """A name in bold or marked as an author's, alone at the end, is the author's; it is set aside."""
    last = next((at for at in range(len(reasons) - 1, -1, -1) if not reasons[at] and found[at].tag != "img"), -1)
    if last < 0:
        return
    chunk = found[last]
    marked = chunk.is_bold or any(_AUTHORED.search(box.classes) for box in chunk.boxes[-2:])
    not_these = [item.value for name in ("publisher", "title") for item in findings[name]]
    if marked and not chunk.level and _FULL.fullmatch(chunk.text) and (names := authors(chunk.text, not_these)):
        reasons[last] = "said of the article by its site: its author"
        findings["author"] += [Finding(name, f"the line “{chunk.text}”") for name in names]


def _is_beside_it(chunk: Chunk) -> bool:
    """Whether a heading stands in what surrounds articles, as that of a related one does."""
    return any(box.chrome and box.tag in ("nav", "footer", "aside") for box in chunk.boxes)


def _typed(text: str) -> str:
    return tidy(re.sub("[\u00ad\u200b\u2060]", "", text))


def _loose(text: str) -> str:
    """Letters and digits alone, for comparison."""
    return re.sub(r"[\W_]+", "", text.casefold())


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


def _around(found: Sequence[Chunk], place: Region, heading: int) -> list[Credit]:
    """What the chunks before the article say of it, and those that follow at once."""
    first = max(0, min(place.start, heading if heading >= 0 else place.start) - _NEAR // 2)
    before = [item for chunk in found[first : place.start] if (item := credit(chunk.text))]
    within = range(place.start, place.end)
    inner = [found[index] for index in within if place.reasons[index] == OUTSIDE]
    before += [item for chunk in inner[:_NEAR] if (item := credit(chunk.text))]
    after = []
    for chunk in found[place.end : place.end + _NEAR]:
        item = credit(chunk.text)
        if item and item.is_labelled:  # a bare day there is that of another article
            after.append(item)
        elif not item and not is_chrome(chunk.text):
            break
    return [*before, *after]


def _tell(findings: dict[str, list[Finding]], lines: Sequence[Credit]) -> None:
    """Adds what the lines of the site say; the day that the page shows comes before one in UTC beside it."""
    not_these = [item.value for name in ("publisher", "title") for item in findings[name]]
    shown: list[Finding] = []
    for name, finding in told(lines):
        if name == "author":
            findings[name] += [Finding(one, finding.where) for one in authors(finding.value, not_these)]
        elif name == "issued":
            shown.append(finding)
        else:
            findings[name].append(finding)
    said = findings["issued"]
    findings["issued"] = (
        [*shown[:1], *said, *shown[1:]] if shown and said and _is_beside(shown[0], said[0]) else [*said, *shown]
    )


def _is_beside(shown: Finding, said: Finding) -> bool:
    """Whether the day that is shown is the one before or after that which is said, as another zone of time has it."""
    return (
        ", in UTC" in said.where and abs((date.fromisoformat(shown.value) - date.fromisoformat(said.value)).days) == 1
    )


def _settle_language(findings: dict[str, list[Finding]], words: str, doubts: list[Doubt]) -> None:
    said = findings["language"]
    told_by_letters = language.guess(words)
    right = language.settled([item.value for item in said], words)
    first = next((item for item in said if item.value == right), Finding(right, "the letters of the text"))
    if said and said[0].value != right:
        doubts.append(Doubt(f"the page says that its language is {said[0].value}; its letters tell", right))
    elif told_by_letters not in ("und", right) and said:
        doubts.append(Doubt(f"the page says that its language is {right}; its letters tell", told_by_letters))
    rest = [item for item in said if item != first]
    letters = [Finding(told_by_letters, "the letters of the text")]
    findings["language"] = list(dict.fromkeys([first, *rest, *letters]))


def _doubts(blocks: Sequence[Block]) -> list[Doubt]:
    doubts = [
        Doubt("all in bold type, but long, asked more than once or with a full stop: taken as a paragraph", block.text)
        for block in blocks
        if block.kind == "paragraph" and all(span.mark == "strong" for span in block.spans if span.text.strip())
    ]
    return [
        *doubts,
        *(
            Doubt("reads like what a site says of an article, and was left in the text", block.text)
            for block in blocks
            if credit(block.text)
        ),
    ]
