"""A page to its chunks: every stretch of visible words between two borders of blocks, in order, none left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree, html

from edition.importing.article import Span, joined, tidy, unwrapped
from edition.importing.files.markup import HEADINGS
from edition.importing.lines.chrome import is_chrome
from edition.importing.page.captions import with_captions
from edition.importing.page.chunks import BLOCKS, Box, Chunk
from edition.importing.page.footnotes import BACK
from edition.importing.page.images import address, is_icon, signs_of
from edition.importing.page.open_elements import OpenElement, opened, site_of
from edition.importing.page.site_elements import HIDDEN, is_lead, is_no_word, is_said_over, says_its_name
from edition.importing.page.tables import OpenRow, cell_of, is_data, part_of

_BADGE = re.compile(r"(?:^|[-_ ])(?:badge|label|flag|premium|abo|subscribers?|paid|lock|editsection)(?:$|[-_ ])", re.I)
"""What a site sets beside a title: for whom it is, of which sort."""
_LONG_BADGE = 24
"""Letters of a badge; where there are more, they are the title that has one."""
_INLINE = frozenset("span strong em b i small a".split())
_AROUND_PICTURES = frozenset("a picture source".split())
"""What may stand next around a picture that is no sign within a line."""
_CONTROLS = frozenset("button select".split())
"""What is none of a heading’s words, though it may stand within it."""
_FILE_NAME = re.compile(r"(?=\D*\d)[\w.-]{6,}", re.A)
_FILE = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?)", re.I)
"""What a picture is said to show where a system has put the name of its file there."""
_LONG_HEADING = 400
"""Letters of a heading; where there are more, one was left open, and paragraphs stand in it."""
_SPOKEN = re.compile(
    r"(?:^|[-_ ])(?:visually-?hidden|visuallyhidden|sr-?only|screen-?reader(?:-text)?|a11y-hidden|off-?screen|"
    r"element-invisible|u-vh|vh|hidden-?text|show-for-sr|assistive-text)(?:$|[-_ ])",
    re.I,
)
"""What is said to those who listen to the page, and seen by none."""
_NEW_WINDOW = re.compile(
    r"[\s,;(\[]*(?:opens|öffnet|se abre|abre|s.ouvre|ouvre|si apre|opent|öppnas|åpnes|åbner|otwiera|открывается)\b"
    r".{0,24}"
    r"\b(?:tab|window|fenster|pestaña|ventana|aba|janela|onglet|fenêtre|scheda|finestra|tabblad|venster|flik|fönster|"
    r"fane|vindue?|karcie|oknie|окне|вкладке)[\s)\].]*",
    re.I,
)
"""What a link says to them of where it leads."""


def chunks(document: html.HtmlElement) -> list[Chunk]:
    """Every chunk of the document's body, in order."""
    own = document.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    site = next(filter(None, map(site_of, own)), "")  # a saved page leads to itself
    return with_captions(list(_Walk(signs_of(document), site, _covered(document, site)).walk(document)))


class _Walk:
    def __init__(self, signs: frozenset[str], site: str, covered: frozenset[str]) -> None:
        self.signs = signs
        self.site = site
        self.covered = covered
        self.stack: list[OpenElement] = []
        self.spans: list[Span] = []
        self.linked: list[int] = []
        self.inner: list[int] = []
        self.outward: list[int] = []
        self.left: list[str] = []
        self.all_hidden = self.all_leads = False  # whether all that is left out is hidden, or leads on
        self.code = 0  # how many `pre` are open
        self.headings = 0  # how many headings, in which a border is a space
        self.tables: list[bool] = []  # of the tables that are open, whether each is one of data
        self.row: OpenRow | None = None
        self.part = ""  # in which part of its table the row before stands

    def walk(self, document: html.HtmlElement) -> Iterator[Chunk]:
        for event, node in etree.iterwalk(document, events=("start", "end", "comment", "pi")):
            if event in ("comment", "pi"):
                self.add(node.tail)
            elif event == "start":
                yield from self.start(node)
            else:
                yield from self.end(node)
        yield from self.flush()

    def start(self, node: html.HtmlElement) -> Iterator[Chunk]:
        element = opened(node, self.stack, self.site)
        tag = element.box.tag
        # What stands before a part of the site's is none of it.
        if element.block or (element.box.chrome and any(one.tag in BLOCKS for one in node.iterdescendants("*"))):
            yield from self.border(tag)
        self.stack.append(element)
        if tag in HEADINGS and len(node.text_content()) > _LONG_HEADING:
            element.box = replace(element.box, tag="div")
        elif tag in HEADINGS:
            self.headings += 1
        elif tag == "table":
            self.tables.append(is_data(node))
            self.part = ""
        elif tag == "tr" and self.is_in_data():
            self.row = OpenRow(part_of(node, self.part))
            self.part = self.row.part
        elif tag == "pre" and not self.row:
            self.code += 1
        elif tag == "ruby":
            element.base = len(self.spans)
        elif tag == "img":
            yield from self.picture(node)
        said = node.text_content() if tag == "a" and node.get("href", "").startswith("#") else ""
        leads_back = said and (BACK.fullmatch(said) or (self.headings > 0 and not re.search(r"\w", said)))
        badge = self.headings > 0 and _BADGE.search(element.box.classes)
        hidden = element.box.chrome == HIDDEN or tag == "svg" or _SPOKEN.search(element.box.classes)
        unseen = hidden or (badge and len(tidy(node.text_content())) <= _LONG_BADGE)
        unseen = unseen or (tag == "span" and node.get("role") == "button")
        leads_out = tag == "span" and element.linked and bool(_NEW_WINDOW.fullmatch(node.text_content()))
        explains = element.box.tag == "span" and is_said_over(node)
        leads = tag in _INLINE and is_lead(node)
        inline = bool(unseen and not element.block) or leads
        is_aside = leads_out or explains or is_no_word(node) or (inline and self.is_said_beside(node))
        if leads_back or ((is_aside or (not element.block and says_its_name(node))) and not element.unread):
            self.all_hidden = bool(hidden) and (self.all_hidden or not self.left)
            self.all_leads = leads and (self.all_leads or not self.left)
            self.left.append(tidy(node.text_content()))
            element.unread = True
        self.add(node.text)

    def end(self, node: html.HtmlElement) -> Iterator[Chunk]:
        closed = self.stack[-1]
        tag = closed.box.tag
        if tag in ("td", "th") and self.row is not None and self.is_in_data():
            spans, linked, *_ = self.taken()
            self.row.cells.append(cell_of(node, spans))
            self.row.linked.append(linked)
        elif tag == "tr" and self.row is not None and self.is_in_data():
            row, self.row = self.row, None
            yield from self.flush()
            if any(span.text.strip() for cell in row.cells for span in cell.spans):
                yield self.row_chunk(row)
        elif tag == "pre" and self.code:
            self.code -= 1
            yield from self.flush()
        elif tag in HEADINGS and self.headings:
            self.headings -= 1
            yield from self.border(tag)
        elif tag == "table":
            yield from self.border(tag)
            self.tables.pop()
        elif closed.block and not (tag == "br" and self.code):  # which began a line already
            yield from self.border(tag)
        self.stack.pop()
        if tag in ("rt", "rtc"):
            self.read(tidy("".join(node.itertext())))
        self.add(f" {node.tail or ''}" if self.headings and tag == "span" and node.text == ":" else node.tail)

    def is_said_beside(self, node: html.HtmlElement) -> bool:
        """Whether other words stand in the same line as those of the element."""
        parent = node.getparent()
        if parent is None or any(other.get("aria-hidden") == "true" for other in parent):
            return False  # what is seen there is not said: these are the line’s own words
        own = tidy(node.text_content())
        around = (one for one in node.iterancestors() if one.tag not in _INLINE or tidy(one.text_content()) != own)
        parent = next(around, parent)
        return bool(re.search(r"\w", own)) and len(tidy(parent.text_content())) > len(own)

    def is_in_credit(self) -> bool:
        """Whether a line within a caption is open, as that of whose the picture is."""
        around = [at for at, item in enumerate(self.stack) if item.box.tag == "figcaption"]
        return bool(around) and any(not item.block for item in self.stack[around[-1] :])

    def is_in_data(self) -> bool:
        return bool(self.tables) and self.tables[-1]

    def add(self, text: str | None) -> None:
        if text and self.stack and not self.stack[-1].unread:
            mark = self.stack[-1].mark
            self.spans.append(Span(text, "" if self.code else mark))
            if self.stack[-1].outward:
                self.outward.append(len(tidy(text)))
            if self.stack[-1].linked:
                self.linked.append(len(tidy(text)))
            elif self.stack[-1].inner:
                self.inner.append(len(tidy(text)))

    def read(self, reading: str) -> None:
        """The reading belongs to the words of the ruby that have none yet."""
        ruby = next((item for item in reversed(self.stack) if item.base >= 0), None)
        if ruby is None or ruby.unread:
            return
        at = min(ruby.base, len(self.spans))
        base = "".join(span.text for span in self.spans[at:])
        if base.strip() and reading and not self.code:
            self.spans[at:] = [Span(tidy(base), ruby.mark, reading)]
        elif reading:
            self.left.append(reading)
        ruby.base = len(self.spans)

    def border(self, tag: str) -> Iterator[Chunk]:
        """What stands before a border of blocks; a space or a line within a row and within code."""
        if self.code:
            last = self.spans[-1].text if self.spans else "\n"
            if tag == "br" or not last.endswith("\n"):
                self.spans.append(Span("\n"))
            return
        if self.row is not None or (self.headings and tag not in _CONTROLS) or (tag != "p" and self.is_in_credit()):
            words = self.spans[-1].text.rstrip() if self.spans else ""
            if words.endswith(("(", "（", "[")):
                self.spans[-1] = self.spans[-1]._replace(text=words)  # no space stands behind it
            else:
                self.spans.append(Span(" "))
            return
        yield from self.flush()

    def taken(self) -> tuple[tuple[Span, ...], float, float, float]:
        """The words so far, and how much of them is links to other pages, to places in this one, to other sites."""
        spans, linked, inner, outward = self.spans, sum(self.linked), sum(self.inner), sum(self.outward)
        self.spans, self.linked, self.inner, self.outward = [], [], [], []
        found = joined(unwrapped(spans))
        whole = max(1, sum(len(tidy(span.text)) for span in found))
        return found, linked / whole, inner / whole, outward / whole

    def flush(self) -> Iterator[Chunk]:
        if self.boxes_have("pre"):
            words = _code("".join(span.text for span in self.spans))
            self.spans, self.linked, self.inner, self.outward = [], [], [], []
            if words:
                yield self.chunk((Span(words),), "pre")
            return
        spans, linked, inner, outward = self.taken()
        if spans:
            chunk = replace(self.chunk(spans, linked=linked), inner=inner, outward=outward)
            yield replace(chunk, linked=1) if chunk.level > 1 and chunk.text in self.covered else chunk
        elif self.left:
            chunk = self.chunk((Span(" ".join(self.left)),), linked=self.all_leads)
            boxes = (*chunk.boxes, Box("span", chrome=HIDDEN))
            yield replace(chunk, boxes=boxes, left=()) if self.all_hidden else chunk

    def boxes_have(self, tag: str) -> bool:
        return any(item.box.tag == tag for item in self.stack)

    def picture(self, node: html.HtmlElement) -> Iterator[Chunk]:
        is_in_text = not self.code and self.row is None
        words = tidy("".join(span.text for span in self.spans)) if is_in_text else ""
        if words and not _AROUND_PICTURES.isdisjoint(one.box.tag for one in self.stack[-2:]) and is_chrome(words):
            yield from self.flush()  # a button on the picture, and no line in which that is a sign
            words = ""
        free = is_in_text and not any(span.text.strip() for span in self.spans)
        if free and not self.stack[-1].unread and not is_icon(node) and address(node) not in self.signs:
            said = tidy(node.get("alt", ""))
            is_file = _FILE.fullmatch(said) or (_FILE_NAME.fullmatch(said) and said in address(node))
            yield Chunk((Span("" if is_file else said),), "img", self.boxes())

    def row_chunk(self, row: OpenRow) -> Chunk:
        spans: list[Span] = []
        for cell in row.cells:
            spans += [*([Span(" | ")] if spans else []), *cell.spans]
        words = ["".join(span.text for span in cell.spans).strip() for cell in row.cells]
        full = [linked for said, linked in zip(words, row.linked, strict=True) if said.strip("·•■◆●・")]
        is_list = len(full) == 1 or (full and len(full) < sum(map(bool, words)))  # with bullets
        alone = min(full) if is_list else 0  # a row with more is one of data, links or not
        return Chunk(
            tuple(spans), "tr", self.boxes(), alone, cells=tuple(row.cells), part=row.part, left=self.lead_back()
        )

    def boxes(self) -> tuple[Box, ...]:
        return tuple(item.box for item in self.stack)

    def lead_back(self) -> tuple[str, ...]:
        left, self.left = tuple(self.left), []
        return left

    def chunk(self, spans: Sequence[Span], tag: str = "", linked: float = 0) -> Chunk:
        above = next((item.box.tag for item in reversed(self.stack) if item.block), "")
        left = self.lead_back()
        return Chunk(tuple(spans), tag or above, self.boxes(), linked, left=left)


def _covered(document: html.HtmlElement, site: str) -> frozenset[str]:
    """The headings over which links lie that have no words of their own, and say them to those who listen."""
    return frozenset(
        tidy(link.get("title") or link.get("aria-label") or "")
        for link in document.iter("a")
        if site_of(link.get("href", "")) in ("", site) and not tidy(link.text_content()) and link.find(".//img") is None
    )


def _code(text: str) -> str:
    """The lines of code with their indentation, and no empty lines around them."""
    lines = [line.rstrip() for line in re.split(r"\r\n?|\n", text.replace("\xa0", " "))]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    return "\n".join(lines)
