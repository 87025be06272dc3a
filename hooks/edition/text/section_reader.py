"""The HTML of a section to its plain text, and from each character of the text back to the HTML.

What carries `data-apparatus`, and the readings of ruby, are not the article's text and are left out.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple
from unicodedata import combining, is_normalized, normalize

from edition.text.outline import BLOCKS, VOID, outlined
from edition.text.section import ALWAYS_UNSEEN, UNSEEN, Leaf, Run, SectionText, normalise

_SKIPPED = frozenset(
    "rt rp script style template noscript iframe object svg math audio video canvas select textarea".split()
)
_READINGS = frozenset(["rt", "rp"])
_INTERACTIVE = frozenset(["a", "button", "label", "summary"])
_IRREGULAR = re.compile(rf"[^\S ]| {{2,}}|^ | $|[{ALWAYS_UNSEEN}\u200c\u200d]")
_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?")


def read_section(slug: str, html: str) -> SectionText:
    """The text of a section out of its HTML. Any HTML is accepted; nothing is raised."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    reader.end_reading(0)
    reader.end_leaf(len(html))
    return SectionText(slug, html, "".join(reader.parts), reader.runs, reader.leaves, reader.outline, reader.unseen)


class _Element(NamedTuple):
    tag: str
    is_block: bool
    skipped: bool
    interactive: bool
    tag_start: int
    tag_end: int


class _Reader(HTMLParser):
    """Collects text, runs and leaves in one pass over the tokens."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.html = html
        self.lines = [0, *(match.end() for match in re.finditer("\n", html))]
        self.parts: list[str] = []
        self.length = 0
        self.unseen: list[tuple[int, str]] = []
        self.unseen_before = ""  # what cannot be seen in a block that has no text yet
        self.runs: list[Run] = []
        self.leaves: list[Leaf] = []
        self.stack: list[_Element] = []
        self.leaf: Leaf | None = None
        self.outline: list[Leaf | str] = []
        self.beside: list[str] = []  # the reading of ruby that is open
        self.first_inline = -1  # where the inline content began that has no text yet
        self.stretch = 0

    # -- where the parser stands ---------------------------------------------------------------

    def position(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    # -- what is no HTML -----------------------------------------------------------------------

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002
        """`<![` begins a comment, as in a browser; Python's parser would look for SGML in it, and raise."""
        return self.parse_bogus_comment(i)

    # -- tags ----------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self.position()
        text = self.get_starttag_text() or ""
        self.stretch += 1
        above = self.stack[-1] if self.stack else None
        skipped = bool(above and above.skipped) or tag in _SKIPPED or _is_apparatus(attrs)
        block = tag in BLOCKS
        if block and not (above and above.skipped):
            self.end_leaf(start)
        elif not block and self.leaf is None and self.first_inline < 0 and not skipped:
            self.first_inline = start
        if not skipped:
            self.outline += outlined(tag, attrs, [item.tag for item in self.stack if item.is_block])
        if tag == "br" and not skipped:
            self.add_space(start, start + len(text), exact=False)
        if tag not in VOID:
            interactive = bool(above and above.interactive) or tag in _INTERACTIVE
            self.stack.append(_Element(tag, block, skipped, interactive, start, start + len(text)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # in HTML the slash means nothing

    def handle_endtag(self, tag: str) -> None:
        start = self.position()
        self.stretch += 1
        index = next((i for i in range(len(self.stack) - 1, -1, -1) if self.stack[i].tag == tag), -1)
        if index < 0:
            return
        element = self.stack[index]
        self.end_reading(index)
        if not element.skipped and any(item.is_block for item in self.stack[index:]):
            leaf = self.leaf
            self.end_leaf(start)
            if leaf and leaf.tag == tag and leaf.tag_start == element.tag_start:
                leaf.close_end = self.html.find(">", start) + 1 or len(self.html)
        del self.stack[index:]

    # -- text ----------------------------------------------------------------------------------

    def handle_data(self, data: str) -> None:
        self._add_words(data, self.position())

    def _add_words(self, data: str, start: int) -> None:
        if self.stack and self.stack[-1].skipped:
            self._add_beside(data)
            return
        if not _IRREGULAR.search(data) and is_normalized("NFC", data):
            self.add(data, start, start + len(data), exact=True)
            return
        for piece in re.finditer(r"\s+|\S+", data):
            begin = start + piece.start()
            text = piece.group()
            if text[0].isspace():
                self.add_space(begin, start + piece.end(), exact=text == " ")
            elif UNSEEN.search(text):
                self._add_between_unseen(text, begin)
            elif is_normalized("NFC", text):
                self.add(text, begin, start + piece.end(), exact=True)
            else:
                for cluster in _clusters(text):
                    end = begin + len(cluster)
                    composed = normalize("NFC", cluster)
                    self.add(composed, begin, end, exact=composed == cluster)
                    begin = end

    def _add_between_unseen(self, text: str, start: int) -> None:
        """Add words between signs that cannot be seen, and these."""
        unseen = [found.span() for found in UNSEEN.finditer(text)]
        for (_, seen), (end, _) in zip([(0, 0), *unseen], [*unseen, (len(text), 0)], strict=True):
            if text[seen:end]:
                self._add_words(text[seen:end], start + seen)
            if end < len(text):
                self._add_unseen(text[end], start + end)

    def handle_entityref(self, name: str) -> None:
        start = self.position()
        source = next(_REFERENCE.finditer(self.html, start)).group()
        end, name_end = start + len(source), start + 1 + len(name)
        text = normalize("NFC", unescape(source))
        if self.stack and self.stack[-1].skipped:
            self._add_beside(source)
        elif text.isspace():
            self.add_space(start, end, exact=False)
        elif UNSEEN.match(f"{''.join(self.parts[-1:])[-1:] or ' '}{text}{self.html[end : end + 1]}", 1):
            self._add_unseen(text, start)
        else:
            self.add(text, start, end, exact=text == source)
        if end < name_end:  # Python's parser takes words behind a name for a part of it: “R&D-Chef”
            self._add_words(self.html[end : name_end + self.html.startswith(";", name_end)], end)

    handle_charref = handle_entityref

    def add(self, text: str, source_start: int, source_end: int, *, exact: bool) -> None:
        if self.leaf is None:
            self._begin_leaf(source_start)
        interactive = bool(self.stack) and self.stack[-1].interactive
        start, end = self.length, self.length + len(text)
        last = self.runs[-1] if self.runs else None
        if (
            last
            and exact
            and last.exact
            and last.stretch == self.stretch
            and last.source_end == source_start
            and last.end == start
        ):
            self.runs[-1] = last._replace(end=end, source_end=source_end)
        else:
            inline = bool(self.stack) and not self.stack[-1].is_block
            self.runs.append(Run(start, end, source_start, source_end, exact, self.stretch, interactive, inline))
        self.parts.append(text)
        self.length = end

    def add_space(self, source_start: int, source_end: int, *, exact: bool) -> None:
        """One space, unless none may stand: at the start of a block, or after another."""
        if self.leaf is not None and self.parts[-1] != " ":
            self.add(" ", source_start, source_end, exact=exact)
        elif self.unseen_before or (self.unseen and self.unseen[-1][0] == self.length):
            self._add_unseen(" ", source_start)

    def _add_unseen(self, sign: str, source_start: int) -> None:
        if self.leaf is not None:
            self.unseen.append((self.length, sign))
            return
        self.unseen_before += sign
        if self.first_inline < 0:
            self.first_inline = source_start

    # -- readings of ruby ----------------------------------------------------------------------

    def _reading(self) -> int:
        """The index of the reading of ruby that is open; -1 where there is none, or it stands in what is left out."""
        if not self.stack or not self.stack[-1].skipped:
            return -1
        index = next(number for number, item in enumerate(self.stack) if item.skipped)
        return index if self.stack[index].tag in _READINGS else -1

    def _add_beside(self, source: str) -> None:
        """Words of a reading, as they stand in the HTML."""
        if self._reading() >= 0:
            self.beside.append(source)

    def end_reading(self, index: int) -> None:
        """The reading ends with the elements from the index on, whether or not it has an end tag itself."""
        reading = self._reading()
        if reading >= index:
            self.outline.append(f"\t{self.stack[reading].tag}\t{normalise(unescape(''.join(self.beside)))}")
            self.beside.clear()

    # -- blocks --------------------------------------------------------------------------------

    def _begin_leaf(self, source_start: int) -> None:
        if self.leaves:
            self.parts.append("\n")
            self.length += 1
        block = next((item for item in reversed(self.stack) if item.is_block), None)
        tag, tag_start, tag_end = (block.tag, block.tag_start, block.tag_end) if block else ("", 0, 0)
        inner = self.first_inline if self.first_inline >= 0 else source_start
        self.leaf = Leaf(tag, self.length, tag_start, tag_end, inner)
        self.leaves.append(self.leaf)
        self.outline.append(self.leaf)
        self.unseen += [(self.length, sign) for sign in self.unseen_before]
        self.unseen_before = ""
        if tag and not self.html[tag_end:inner].strip():
            self.leaf.inner_start = tag_end

    def end_leaf(self, source_end: int) -> None:
        leaf, self.leaf = self.leaf, None
        self.first_inline = -1
        if leaf is None:
            if self.unseen_before:
                self.outline.append(f"\t{self.unseen_before.strip()}")
                self.unseen_before = ""
            return
        if self.parts[-1] == " ":
            self.parts.pop()
            unseen_behind = [sign for offset, sign in self.unseen if offset == self.length]
            self.length -= 1
            if unseen_behind:
                self.unseen[-len(unseen_behind) :] = [(self.length, sign) for sign in (" ", *unseen_behind)]
            if self.runs[-1].end - self.runs[-1].start == 1:
                self.runs.pop()
            else:
                self.runs[-1] = self.runs[-1]._replace(end=self.length, source_end=self.runs[-1].source_end - 1)
        leaf.end, leaf.inner_end = self.length, source_end


def _is_apparatus(attrs: list[tuple[str, str | None]]) -> bool:
    return any(name == "data-apparatus" or (name == "class" and value == "headerlink") for name, value in attrs)


def _clusters(text: str) -> list[str]:
    """The text cut where composition cannot reach across (Unicode Standard Annex 15, section 9)."""
    clusters: list[str] = []
    for character in text:
        if clusters and (
            combining(character)
            or normalize("NFC", clusters[-1] + character)
            != normalize("NFC", clusters[-1]) + normalize("NFC", character)
        ):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters
