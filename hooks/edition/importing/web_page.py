"""A page to an article: a reader says where the article is, the page's own elements what its parts are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from lxml import html

from edition.importing.article import (
    TITLE,
    Article,
    Aside,
    Block,
    Doubt,
    Finding,
    Span,
    loose,
    tidy,
    values_of,
    without_unseen,
)
from edition.importing.bounds.appeals import set_apart_appeals, set_apart_consents, set_apart_offers
from edition.importing.bounds.comments import set_apart_comments
from edition.importing.bounds.leads import (
    AMONG_CARDS,
    WITH_LINK,
    set_apart_cards,
    set_apart_leads,
    set_apart_lists,
    set_apart_teasers,
    set_apart_titles,
)
from edition.importing.bounds.leftovers import drop_lone_lines
from edition.importing.bounds.questions import keep_questions
from edition.importing.bounds.readers import Extraction, read
from edition.importing.bounds.reasons import LINK, OUTSIDE
from edition.importing.bounds.region import Region, region
from edition.importing.bounds.scores import HALF, PARAGRAPH
from edition.importing.bounds.set_aside_pictures import set_apart_pictures
from edition.importing.bounds.steps import keep_steps, untold
from edition.importing.bounds.tails import drop_heads_of_links, set_apart_boxes, set_apart_polls
from edition.importing.files.limits import MAX_LETTERS, MAX_LINE, MAX_LINES, MAX_SOURCE, refuse_beyond
from edition.importing.files.markup import lean_source, parse, refuse_too_much, with_unseen_resolved
from edition.importing.lines import language
from edition.importing.lines.chrome import RIGHTS, is_notice
from edition.importing.lines.credits import credit, tells_of_change
from edition.importing.metadata import datelines
from edition.importing.metadata.above import set_apart_above
from edition.importing.metadata.attribution import (
    credits_around,
    set_apart_contacts,
    set_apart_credits,
    set_apart_signature,
    settle_authors,
    tell_credits,
)
from edition.importing.metadata.below import set_apart_about, set_apart_below, set_apart_cells
from edition.importing.metadata.headings import WINDOW
from edition.importing.metadata.names import cased, may_write
from edition.importing.metadata.provenance import from_page
from edition.importing.metadata.shown_day import settle_days
from edition.importing.metadata.text_language import settle_language
from edition.importing.metadata.titles import (
    add_site_of_window,
    drop_site_as_author,
    drop_site_of_window,
    headings_of_title,
    settle_title,
)
from edition.importing.metadata.unshown import unshown
from edition.importing.page.blocks import blocks_of
from edition.importing.page.chunks import Chunk
from edition.importing.page.footnotes import called
from edition.importing.page.forms import unwrap_page
from edition.importing.page.open_elements import site_of
from edition.importing.page.quotations import mark_quotations
from edition.importing.page.walk import chunks

_LARGE = 1_000_000
"""A page of more letters is read once only."""


def read_page(source: str, is_whole: bool = False, is_read: bool = True) -> Article:
    """The article of an HTML page. Any page is accepted; every visible word is in the article or among the asides.

    `is_whole` tells of a page that has nothing of a site’s around its article, `is_read` False to do without a reader.
    """
    refuse_beyond("the page has {} letters with its markup", len(source), MAX_SOURCE)
    clean, remarks = without_unseen(with_unseen_resolved(source))
    document = parse(clean)
    if document is None:
        return Article("page", "und", (), remarks=[*remarks, "The page holds nothing."])
    refuse_too_much(document)
    notes = called(document)
    unwrap_page(document)
    mark_quotations(document)
    found = _chunks_of(document)
    lean = lean_source(document)
    reading = read(lean) if is_read else Extraction()
    if reading.failed:
        remarks.append(f"The reader of pages gave nothing: {reading.failed}.")
    findings = from_page(document)
    steps = findings.pop("step")
    ledes, bodies = ([item.value for item in findings.pop(name)] for name in ("lede", "body"))
    taken = [chunk.tag != "img" for chunk in found] if is_whole else _taken(found, reading, bodies)
    heading = settle_title(findings, found, taken)
    place = region(found, taken, heading, ledes, notes)
    reasons = list(place.reasons)
    for index in headings_of_title(found, heading, findings["title"], reasons):
        reasons[index] = TITLE
    settle_authors(findings, found, place, heading)
    if not is_whole:
        _set_apart_what_is_around(found, place, reasons, taken, findings, heading, notes, lean)
    set_apart_contacts(found, reasons)
    set_apart_signature(findings, found, reasons)
    credited = set_apart_credits(found, reasons)
    set_apart_contacts(found, reasons, credited=True)  # those that stood over the credits
    set_apart_pictures(found, reasons, heading)
    if not is_whole:
        drop_lone_lines(found, reasons, heading)
    keep_questions(found, reasons)
    keep_steps(found, reasons, [item.value for item in steps])
    tell_credits(findings, [*credits_around(found, place, heading), *credited.values()])
    settle_days(findings, found, heading, place, reasons)
    kept = [index for index, reason in enumerate(reasons) if not reason]
    lines = [found[at].text for at in kept if found[at].tag != "img" and not _is_no_article(found[at])]
    if is_read and sum(map(language.width, lines)) < PARAGRAPH:
        again = read_page(source, is_whole, is_read=False)  # the reader took next to nothing, or links beside the text
        if _paragraphs(again.blocks) or (again.blocks and not kept):
            return again
    blocks = blocks_of([found[index] for index in kept], place.wrappers, notes)
    left_out = "the reader left it out; it stands among the article’s paragraphs"
    blocks = [
        replace(block, why=left_out) if index in place.alone and not block.why else block
        for index, block in zip(kept, blocks, strict=True)
    ]
    items = _untold(found, steps)
    whole = unshown(document, bodies, [*blocks, *items], found)
    reasons = [reason or ("the article stands in the page’s data" if whole else "") for reason in reasons]
    blocks = [*(whole or blocks), *items]
    if findings["title"] and findings["title"][0].where == WINDOW:
        remarks.append("The title is that of the window; the site’s own name may stand in it.")
    not_these = values_of(findings, "publisher", "title")
    findings["author"] = findings["author"] or datelines.authors_of(_paragraphs(blocks), not_these)
    add_site_of_window(findings)
    drop_site_of_window(findings, found)
    drop_site_as_author(findings, found)
    doubts = [
        *_doubts(blocks),
        *(Doubt("the page does not show it, and says it to machines alone", one.text) for one in (*whole[:1], *items)),
    ]
    lines = [chunk.text for chunk in found if not chunk.is_hidden]
    told = settle_language(findings, blocks, doubts, lines)
    by = "Na " if told.startswith("sw") else "By "  # elsewhere it is a surname
    authors = (Finding(cased(item.value.removeprefix(by), lines), item.where) for item in findings["author"])
    findings["author"] = [*dict.fromkeys(item for item in authors if may_write(item.value, told, lines))]
    if (days := findings["issued"]) and all(tells_of_change(item.where) for item in days):
        doubts.append(Doubt("a day on which the article was changed; no other was found", days[0].value))
    return Article("page", told, blocks, findings, _asides(found, reasons), doubts, [*remarks, *_lacks(blocks)])


def _chunks_of(document: html.HtmlElement) -> list[Chunk]:
    """The page's stretches of words; raises `UnreadableError` where there are more than any article has."""
    found = datelines.with_signatures(chunks(document))
    widest = max((len(chunk.text) for chunk in found if not chunk.is_hidden), default=0)
    refuse_beyond("the page has {} letters", sum(len(chunk.text) for chunk in found), MAX_LETTERS)
    refuse_beyond("the page has {} paragraphs, items and buttons", len(found), MAX_LINES)
    refuse_beyond("one paragraph has {} letters", widest, MAX_LINE)
    return found


def _set_apart_what_is_around(
    found: list[Chunk],
    place: Region,
    reasons: list[str],
    taken: Sequence[bool],
    findings: dict[str, list[Finding]],
    heading: int,
    notes: frozenset[str],
    lean: str,
) -> None:
    own = {item.value for item in findings["URL"]}
    for index, chunk in enumerate(found):
        if chunk.text.rpartition(" ")[2] in own and language.width(chunk.text.rpartition(" ")[0]) <= PARAGRAPH:
            reasons[index] = reasons[index] or "the page’s own address"
    set_apart_leads(found, reasons, (LINK, OUTSIDE), notes)
    set_apart_teasers(found, reasons, LINK)
    set_apart_cards(found, reasons, LINK)
    set_apart_lists(found, reasons, LINK)
    set_apart_titles(found, reasons)
    drop_heads_of_links(found, reasons, (LINK, WITH_LINK, AMONG_CARDS))
    set_apart_comments(found, reasons)
    set_apart_boxes(found, reasons)
    set_apart_polls(found, reasons)
    set_apart_appeals(found, reasons, _names_of_site(findings))
    set_apart_consents(found, reasons)
    set_apart_offers(found, reasons)
    set_apart_above(found, place, reasons, taken, findings, heading)
    set_apart_about(found, reasons, [item.value for item in findings["author"]])
    set_apart_cells(found, reasons, notes)
    set_apart_below(found, reasons, read(lean, strict=True) if len(lean) < _LARGE else Extraction(), notes)


def _is_no_article(chunk: Chunk) -> bool:
    """Whether it is a link in a list, or says whose the site is."""
    return ("li" in chunk.above and chunk.linked >= HALF) or is_notice(chunk.text) or bool(RIGHTS.search(chunk.text))


def _asides(found: Sequence[Chunk], reasons: Sequence[str]) -> list[Aside]:
    """What is set aside, and why; then the signs that the article's own chunks leave out."""
    apart = [
        Aside(told_of(chunk), reason)
        for chunk, reason in zip(found, reasons, strict=True)
        if reason and chunk.tag != "img"
    ]
    why = "leads back from a footnote, is hidden in the page, drawn or replaced, or is said to those alone who listen"
    return [*apart, *(Aside(" ".join(chunk.left), why) for chunk in found if chunk.left)]


def _names_of_site(findings: Mapping[str, Sequence[Finding]]) -> list[str]:
    """What the site is called, and its host."""
    return [item.value for item in findings["publisher"]] + [site_of(item.value) for item in findings["URL"]]


def told_of(chunk: Chunk) -> str:
    """The words of a chunk that is set aside, with the readings over them in brackets."""
    if not any(span.reading for span in chunk.spans):
        return chunk.text
    return tidy("".join(f"{span.text}({span.reading})" if span.reading else span.text for span in chunk.spans))


def _taken(found: Sequence[Chunk], reading: Extraction, bodies: Sequence[str]) -> list[bool]:
    """Of each chunk, whether the reader has it, or the article's words in the page's data for machines."""
    said = [Extraction((re.sub(r"<[^>]*>|\s+", "", body),)) for body in bodies if body]

    def has(chunk: Chunk) -> bool:
        words = [chunk.text] if not chunk.cells else ["".join(s.text for s in cell.spans) for cell in chunk.cells]
        return any(reading.has(one) or any(body.has(one) for body in said) for one in words)

    seen = loose("".join(chunk.text for chunk in found if not chunk.is_hidden))
    return [
        chunk.tag != "img" and has(chunk) and not (chunk.is_hidden and loose(chunk.text) in seen) for chunk in found
    ]


def _untold(found: Sequence[Chunk], steps: Sequence[Finding]) -> list[Block]:
    """What the page does not show of a recipe, each part as a list."""
    items = [untold(found, [one.value for one in part]) for _, part in groupby(steps, lambda step: step.where)]
    return [Block("item", (Span(one),), begins=not at) for part in items for at, one in enumerate(part)]


def _paragraphs(blocks: Sequence[Block]) -> list[str]:
    return [block.text for block in blocks if block.kind == "paragraph"]


def _lacks(blocks: Sequence[Block]) -> Sequence[str]:
    few = sum(language.width(block.text) for block in blocks) < PARAGRAPH
    said = "Next to no text was found: a page that loads its article later may have been saved without it."
    return (said,) if few else ()


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
