"""A page to its chunks: every stretch of visible words between two borders of blocks, in order, none left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property

from lxml import etree, html

from edition.importing.article import Mark, Span, tidy
from edition.importing.chrome import ROLES, TAGS, is_chrome_name
from edition.importing.limits import MAX_VALUE

_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav noscript ol option p pre search "
    "section select summary table tbody td textarea tfoot th thead tr ul br template label iframe object video "
    "audio".split()
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNREAD = frozenset(["script", "style", "head"])
_BOLD, _ITALIC = frozenset(["b", "strong"]), frozenset(["i", "em", "cite"])
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_HEAVY = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.I)


@dataclass(frozen=True)
class Chunk:
    """Words between two borders: their innermost block's `tag`, all tags above it, and why it may be chrome.

    A picture is a chunk with the tag `img`, whose words are its description and none of the page's.
    """

    spans: tuple[Span, ...]
    tag: str
    above: tuple[str, ...]
    chrome: str = ""

    @cached_property
    def text(self) -> str:
        """The words, white space as one."""
        return tidy("".join(span.text for span in self.spans))

    @property
    def is_bold(self) -> bool:
        """Whether all of it stands in bold type."""
        return all(span.mark == "strong" for span in self.spans if span.text.strip())

    @property
    def level(self) -> int:
        """The level of the heading that it is; 0 where it is none."""
        return next((int(tag[1]) for tag in reversed(self.above) if re.fullmatch("h[1-6]", tag)), 0)


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    block: bool
    mark: Mark
    unread: bool
    chrome: str


def parse(source: str) -> html.HtmlElement | None:
    """The document, read with forbearance; None where there is none."""
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", source)
    try:
        return html.document_fromstring(text)
    except (etree.ParserError, ValueError):
        return None


def lean_source(document: html.HtmlElement) -> str:
    """The page without what holds no words and would keep readers long: scripts, styles, what nobody would read."""
    lean = deepcopy(document)
    etree.strip_elements(lean, "style", "svg", etree.Comment, with_tail=False)
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
    return list(_Walk().walk(document))


class _Walk:
    def __init__(self) -> None:
        self.stack: list[_Open] = []
        self.spans: list[Span] = []

    def walk(self, document: html.HtmlElement) -> Iterator[Chunk]:
        for event, node in etree.iterwalk(document, events=("start", "end", "comment", "pi")):
            if event in ("comment", "pi"):
                self.add(node.tail)
            elif event == "start":
                opened = self.opened(node)
                if opened.block:
                    yield from self.flush()
                self.stack.append(opened)
                if opened.tag == "img":
                    yield from self.picture(node)
                self.add(node.text)
            else:
                if self.stack[-1].block:
                    yield from self.flush()
                self.stack.pop()
                self.add(node.tail)
        yield from self.flush()

    def opened(self, node: html.HtmlElement) -> _Open:
        tag = str(node.tag).lower()
        above = self.stack[-1] if self.stack else _Open("", True, "", False, "")
        style = node.get("style", "")
        mark: Mark = above.mark
        if tag in _BOLD or _HEAVY.search(style):
            mark = "strong"
        elif tag in _ITALIC and not mark:
            mark = "em"
        return _Open(
            tag, tag in _BLOCKS, mark, above.unread or tag in _UNREAD, above.chrome or _chrome(node, tag, style)
        )

    def add(self, text: str | None) -> None:
        if text and self.stack and not self.stack[-1].unread:
            self.spans.append(Span(text, self.stack[-1].mark))

    def flush(self) -> Iterator[Chunk]:
        spans, self.spans = _joined(self.spans), []
        if spans:
            yield self.chunk(spans)

    def picture(self, node: html.HtmlElement) -> Iterator[Chunk]:
        if not self.stack[-1].unread and not any(span.text.strip() for span in self.spans):
            yield self.chunk((Span(tidy(node.get("alt", ""))),), "img")

    def chunk(self, spans: tuple[Span, ...], tag: str = "") -> Chunk:
        above = tuple(item.tag for item in self.stack if item.block)
        return Chunk(spans, tag or (above[-1] if above else ""), above, self.stack[-1].chrome if self.stack else "")


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """The spans with neighbours of one mark as one, and nothing where there are no words."""
    found: list[Span] = []
    for span in spans:
        mark = span.mark if span.text.strip() else ""
        if found and (found[-1].mark == mark):
            found[-1] = Span(found[-1].text + span.text, mark)
        else:
            found.append(Span(span.text, mark))
    return tuple(found) if any(span.text.strip() for span in found) else ()


def _chrome(node: html.HtmlElement, tag: str, style: str) -> str:
    """Why what stands in the element is the site's and not the article's; empty where nothing says so."""
    if "hidden" in node.attrib or _HIDDEN.search(style):
        return "hidden in the page"
    if tag in TAGS:
        return f"within the element {tag}"
    if node.get("role", "").lower() in ROLES:
        return f"within role={node.get('role')}"
    names = f"{node.get('class', '')} {node.get('id', '')}"
    if tag not in ("body", "html", "main", "article") and is_chrome_name(names):
        return f"within “{tidy(names)}”"
    return ""
