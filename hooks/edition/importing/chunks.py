"""A page to its chunks: every stretch of visible words between two borders of blocks, in order, none left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cached_property

from lxml import etree, html

from edition.importing.article import Cell, Mark, Span, joined, tidy, unwrapped
from edition.importing.chrome import ROLES, TAGS, chrome_name
from edition.importing.limits import MAX_VALUE
from edition.importing.tables import cell_of, is_data, part_of

_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav noscript ol option p pre search "
    "section select summary table tbody td textarea tfoot th thead tr ul br template label iframe object video "
    "audio".split()
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONG_HEADING = 400
"""Letters of a heading; where there are more, one was left open, and paragraphs stand in it."""
_LONG_CAPTION = 200
"""So many letters has a caption at most that nothing calls one."""
_READINGS = frozenset(["rt", "rtc", "rp"])
_UNREAD = frozenset(["script", "style", "head"])
_MARKS: dict[str, Mark] = {
    "b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "sup": "sup", "sub": "sub",
    "code": "code", "kbd": "code", "samp": "code", "tt": "code",
}  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_HEAVY = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.I)
_BACK = re.compile(r"[\s\[(]*[↩↑^⇧⏎⬆🔙\ufe0e\ufe0f]+[\s\])]*")
"""What a footnote ends or begins with to lead back to where it is called."""
_CAPTION = re.compile(
    r"(?:^|[-_ ])(?:(?:wp-|image-|img-|photo-|pic-|picture-|media-)?(?:caption|legend|credits?)(?:-text)?|"
    r"(?:image|img|photo|foto|pic|picture|media|figure)[-_]?(?:desc(?:ription)?|copyright|author|source|info)|"
    r"bildunterschrift|bildnachweis|didascalia|pie-?de-?foto|image-widget)(?:$|[-_ ])",
    re.I,
)
_SPOKEN = re.compile(
    r"(?:^|[-_ ])(?:visually-?hidden|visuallyhidden|sr-?only|screen-?reader(?:-text)?|a11y-hidden|off-?screen|"
    r"element-invisible|u-vh|vh|hidden-?text|show-for-sr|assistive-text)(?:$|[-_ ])",
    re.I,
)
"""What is said to those who listen to the page, and seen by none."""
_IMAGE_BOXES = frozenset("div span center figure".split())
_CALL = re.compile(r"[\s\[(（［]*(?:注\s*)?(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z]|[ivx]{1,5})[\s\])）］]*", re.I)


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """An element around a chunk: its tag, its class and id, and why it may be chrome (see `region`)."""

    tag: str
    classes: str = ""
    id: str = ""
    chrome: str = ""
    number: int = 0
    """Of an item in an ordered list, from 1."""

    @property
    def names(self) -> str:
        """Its classes and its id."""
        return f"{self.classes} {self.id}".strip()


@dataclass(frozen=True)
class Chunk:
    """Words between two borders, and the elements around them, the outermost first.

    A picture is a chunk with the tag `img`, whose words are its description and none of the page's. A row of a table
    of data is one with the tag `tr` and its `cells`; code one with the tag `pre`, whose words keep their lines.
    """

    spans: tuple[Span, ...]
    tag: str
    boxes: tuple[Box, ...]
    linked: float = 0
    """How much of it is links to other pages, from 0 to 1."""
    inner: float = 0
    """How much of it is links to other places in the page."""
    cells: tuple[Cell, ...] = ()
    part: str = ""
    """The part of the table: head, body or foot."""
    left: tuple[str, ...] = ()
    """Signs that lead back from a footnote, and what only screen readers say, which are none of its words."""

    @cached_property
    def text(self) -> str:
        """The words, white space as one; of code, with its lines."""
        words = "".join(span.text for span in self.spans)
        return words if self.tag == "pre" else tidy(words)

    @cached_property
    def above(self) -> tuple[str, ...]:
        """The tags of the blocks around it."""
        return tuple(box.tag for box in self.boxes if box.tag in _BLOCKS)

    @property
    def is_bold(self) -> bool:
        """Whether all of it stands in bold type."""
        return all(span.mark == "strong" for span in self.spans if span.text.strip())

    @property
    def level(self) -> int:
        """The level of the heading that it is; 0 where it is none."""
        return next((int(tag[1]) for tag in reversed(self.above) if re.fullmatch("h[1-6]", tag)), 0)


@dataclass(slots=True)
class _Open:
    box: Box
    block: bool
    mark: Mark
    unread: bool
    linked: bool
    inner: bool = False
    count: int = 0
    """Of the items of a list so far."""
    base: int = -1
    """In ruby, from which span on the words stand that have no reading yet."""


@dataclass(slots=True)
class _Row:
    part: str
    cells: list[Cell] = field(default_factory=list)


def parse(source: str) -> html.HtmlElement | None:
    """The document, read with forbearance; None where there is none."""
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", source)
    try:
        return html.document_fromstring(text)
    except (etree.ParserError, ValueError):
        return None


def lean_source(document: html.HtmlElement) -> str:
    """The page without what holds no words and would keep a reader long: scripts, styles, what nobody would read."""
    lean = deepcopy(document)
    etree.strip_elements(lean, "style", "svg", "rt", "rp", "rtc", etree.Comment, with_tail=False)
    for node in list(lean.iter("script", "title", *_HEADINGS)):
        if node.tag == "script" and node.get("type") != "application/ld+json":
            node.text = None
        elif len(words := node.text_content()) > MAX_VALUE:
            node[:] = []
            node.text = words[:MAX_VALUE] if node.tag != "script" else None
    for node in lean.iter(etree.Element):
        for name in [name for name, value in node.items() if len(value) > MAX_VALUE]:
            del node.attrib[name]
    return html.tostring(lean, encoding="unicode")


def chunks(document: html.HtmlElement) -> list[Chunk]:
    """Every chunk of the document's body, in order."""
    return _with_captions(list(_Walk().walk(document)))


def _with_captions(found: Sequence[Chunk]) -> list[Chunk]:
    """The chunks; what stands alone with a picture in an element that holds nothing else is its caption."""
    held: dict[int, list[int]] = {}
    for index, chunk in enumerate(found):
        for box in chunk.boxes[-3:]:
            held.setdefault(id(box), []).append(index)
    captioned = list(found)
    for index, chunk in enumerate(found):
        if (
            not chunk.boxes
            or chunk.tag == "img"
            or chunk.boxes[-1].tag not in _IMAGE_BOXES
            or chunk.level
            or chunk.linked
        ):
            continue
        beside = [found[at] for at in held[id(chunk.boxes[-1])] if at != index]
        alone = beside and all(other.tag == "img" for other in beside)
        if alone and len(chunk.text) <= _LONG_CAPTION and not any(name.tag == "figcaption" for name in chunk.boxes):
            captioned[index] = replace(chunk, boxes=(*chunk.boxes, Box("div", "caption")))
    return captioned


def called(document: html.HtmlElement) -> frozenset[str]:
    """The ids of the elements to which a number or a sign in the text leads, as to a footnote."""
    return frozenset(
        link.get("href", "")[1:]
        for link in document.iter("a")
        if link.get("href", "").startswith("#") and _CALL.fullmatch(link.text_content() or "")
    )


def is_caption(chunk: Chunk) -> bool:
    """Whether the chunk stands in a picture's caption, as its element or its names say."""
    return any(names_caption(box) or box.tag == "figcaption" for box in chunk.boxes[-4:])


def names_caption(box: Box) -> bool:
    """Whether an element's names are those of a picture's caption."""
    return box.tag in ("p", "div", "span", "small") and bool(_CAPTION.search(box.classes))


class _Walk:
    def __init__(self) -> None:
        self.stack: list[_Open] = []
        self.spans: list[Span] = []
        self.linked: list[int] = []
        self.inner: list[int] = []
        self.left: list[str] = []
        self.code = 0  # how many `pre` are open
        self.headings = 0  # how many headings, in which a border is a space
        self.tables: list[bool] = []  # of the tables that are open, whether each is one of data
        self.row: _Row | None = None

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
        opened = self.opened(node)
        tag = opened.box.tag
        if opened.block:
            yield from self.border(tag)
        self.stack.append(opened)
        if tag in _HEADINGS and len(node.text_content()) <= _LONG_HEADING:
            self.headings += 1
        elif tag == "table":
            self.tables.append(is_data(node))
        elif tag == "tr" and self.is_in_data():
            self.row = _Row(part_of(node))
        elif tag == "pre" and not self.row:
            self.code += 1
        elif tag == "ruby":
            opened.base = len(self.spans)
        elif tag == "img":
            yield from self.picture(node)
        leads_back = tag == "a" and node.get("href", "").startswith("#") and _BACK.fullmatch(node.text_content())
        if leads_back or (
            not opened.block and not opened.unread and _SPOKEN.search(opened.box.classes) and self.is_said_beside(node)
        ):
            self.left.append(tidy(node.text_content()))
            opened.unread = True
        self.add(node.text)

    def end(self, node: html.HtmlElement) -> Iterator[Chunk]:
        closed = self.stack[-1]
        tag = closed.box.tag
        if tag in ("td", "th") and self.row is not None and self.is_in_data():
            spans, _, _ = self.taken()
            self.row.cells.append(cell_of(node, spans))
        elif tag == "tr" and self.row is not None and self.is_in_data():
            row, self.row = self.row, None
            yield from self.flush()
            if any(span.text.strip() for cell in row.cells for span in cell.spans):
                yield self.row_chunk(row)
        elif tag == "pre" and self.code:
            self.code -= 1
            yield from self.flush()
        elif tag in _HEADINGS and self.headings:
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
        self.add(node.tail)

    def is_said_beside(self, node: html.HtmlElement) -> bool:
        """Whether other words stand in the same line as those of the element."""
        parent = node.getparent()
        if parent is None or any(other.get("aria-hidden") == "true" for other in parent):
            return False  # what is seen there is not said: these are the line’s own words
        own = tidy(node.text_content())
        return bool(re.search(r"\w", own)) and len(tidy(parent.text_content())) > len(own)

    def is_in_data(self) -> bool:
        return bool(self.tables) and self.tables[-1]

    def opened(self, node: html.HtmlElement) -> _Open:
        tag = str(node.tag).lower()
        above = self.stack[-1] if self.stack else _Open(Box(""), block=True, mark="", unread=False, linked=False)
        style = node.get("style", "")
        mark: Mark = above.mark
        if tag in _MARKS and (not mark or _MARKS[tag] == "strong"):
            mark = _MARKS[tag]
        elif _HEAVY.search(style):
            mark = "strong"
        number = 0
        if tag == "li" and above.box.tag == "ol":
            said = node.get("value", "")
            above.count = int(said) if re.fullmatch(r"\d{1,6}", said) else above.count + 1
            number = above.count
        box = Box(tag, tidy(node.get("class", "")), node.get("id", ""), _chrome(node, tag, style), number)
        opened = _Open(
            box,
            tag in _BLOCKS,
            mark,
            above.unread or tag in _UNREAD or (tag in _READINGS and any(item.base >= 0 for item in self.stack)),
            above.linked or (tag == "a" and not node.get("href", "#").startswith("#")),
            above.inner or (tag == "a" and len(node.get("href", "")) > 1 and node.get("href", "").startswith("#")),
        )
        if tag == "ol" and re.fullmatch(r"\d{1,6}", node.get("start", "")):
            opened.count = int(node.get("start", "1")) - 1
        return opened

    def add(self, text: str | None) -> None:
        if text and self.stack and not self.stack[-1].unread:
            mark = self.stack[-1].mark
            self.spans.append(Span(text, "" if self.code else mark))
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
        if base.strip() and reading:
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
        if self.row is not None or self.headings:
            self.spans.append(Span(" "))
            return
        yield from self.flush()

    def taken(self) -> tuple[tuple[Span, ...], float, float]:
        """The words so far, and how much of them is links to other pages and to places in this one."""
        spans, linked, inner = self.spans, sum(self.linked), sum(self.inner)
        self.spans, self.linked, self.inner = [], [], []
        found = joined(unwrapped(spans))
        whole = max(1, sum(len(tidy(span.text)) for span in found))
        return found, linked / whole, inner / whole

    def flush(self) -> Iterator[Chunk]:
        if self.boxes_have("pre"):
            words = _code("".join(span.text for span in self.spans))
            self.spans, self.linked, self.inner = [], [], []
            if words:
                yield self.chunk((Span(words),), "pre")
            return
        spans, linked, inner = self.taken()
        if spans:
            yield replace(self.chunk(spans, linked=linked), inner=inner)
        elif self.left:
            yield self.chunk((Span(" ".join(self.left)),))

    def boxes_have(self, tag: str) -> bool:
        return any(item.box.tag == tag for item in self.stack)

    def picture(self, node: html.HtmlElement) -> Iterator[Chunk]:
        free = not self.code and self.row is None and not any(span.text.strip() for span in self.spans)
        if free and not self.stack[-1].unread:
            yield Chunk((Span(tidy(node.get("alt", ""))),), "img", self.boxes())

    def row_chunk(self, row: _Row) -> Chunk:
        spans: list[Span] = []
        for cell in row.cells:
            spans += [*([Span(" | ")] if spans else []), *cell.spans]
        return Chunk(tuple(spans), "tr", self.boxes(), cells=tuple(row.cells), part=row.part, left=self.lead_back())

    def boxes(self) -> tuple[Box, ...]:
        return tuple(item.box for item in self.stack)

    def lead_back(self) -> tuple[str, ...]:
        left, self.left = tuple(self.left), []
        return left

    def chunk(self, spans: Sequence[Span], tag: str = "", linked: float = 0) -> Chunk:
        above = next((item.box.tag for item in reversed(self.stack) if item.block), "")
        left = self.lead_back()
        return Chunk(tuple(spans), tag or above, self.boxes(), linked, left=left)


def _code(text: str) -> str:
    """The lines of code with their indentation, and no empty lines around them."""
    lines = [line.rstrip() for line in re.split(r"\r\n?|\n", text.replace("\xa0", " "))]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    return "\n".join(lines)


def _chrome(node: html.HtmlElement, tag: str, style: str) -> str:
    """Why what stands in the element is the site's and not the article's; empty where nothing says so."""
    if "hidden" in node.attrib or _HIDDEN.search(style):
        return "hidden in the page"
    if tag in TAGS:
        return f"within the element {tag}"
    if node.get("role", "").lower() in ROLES:
        return f"within role={node.get('role')}"
    names = f"{node.get('class', '')} {node.get('id', '')}"
    if tag not in ("body", "html", "main", "article", "figure", "figcaption") and chrome_name(names):
        return f"within “{tidy(names)}”"
    return ""
