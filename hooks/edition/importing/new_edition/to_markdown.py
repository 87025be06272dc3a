"""Sections to Markdown that gives back the article's own words: it is rendered and read again to be sure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from unicodedata import normalize

from edition.importing.article import Block, Cell, Span
from edition.importing.new_edition.new_sections import NewSection
from edition.reading import SNIPPET
from edition.text import composed, normalise, read_section

Render = Callable[[str], str]
"""From Markdown to the HTML that the site's host makes of it."""

_TAGS = {
    "heading": "h", "paragraph": "p", "item": "li", "quote": "p", "code": "pre", "term": "dt", "definition": "dd",
}  # fmt: skip
_MARKDOWN = {"strong": "**", "em": "*"}
_ELEMENTS = {"strong": "strong", "em": "em", "code": "code", "sup": "sup", "sub": "sub"}
_SPECIAL = re.compile(r"""[\\`*_{}\[\]()#+\-.!<>&/:|~=^$"'@%]""")
_INLINE = re.compile(r"[\\`*_{}\[\]<>&#@~|$^=]|:(?=\S)|(?<=www)\.|(?<=-)-", re.I)
_SPACES = re.compile(r"\s+")
_WORDS = r"\g<space>;\g<escape>\g<all>"
"""What would take in a file, even within code, as the words that it is."""
# What extensions of a site might take for their own that the renderer here does not know: snippets, fences, boxes.
_RISKY = re.compile(r"8<|^(?:~~~|```|!!!|\?\?\?|===)")
_EMPHASIS = re.compile(r"[*_`\[^~=]")
_MANY = 40
"""Of so many signs Markdown tries every pair, which takes long; where there are more, all are escaped."""
_PICTURE = "<figure{} markdown></figure>"


class LostWordsError(ValueError):
    """No Markdown gives the words back."""


def signs_in(words: str) -> int:
    """How many signs of the words Markdown might take for its own."""
    return len(_SPECIAL.findall(words))


def literal_text(words: str) -> str:
    """The words for a line of any Markdown, GitHub's, too, in which they mean nothing but themselves."""
    return _INLINE.sub(lambda found: f"&#{ord(found.group())};", composed(words))


def as_code(words: str) -> str:
    """The words as a span of code, which is easier to read in the file itself."""
    fence = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
    space = " " if "`" in words else ""
    return f"{fence}{space}{composed(words)}{space}{fence}"


def section_markdown(section: NewSection, render: Render) -> str:
    """The Markdown of a section, without front matter."""
    for careful in (False, True):
        pieces = [_piece(block, render, careful=careful) for block in section.blocks]
        text = _joined(section.blocks, pieces)
        if _leaves(text, render) == [found for block in section.blocks for found in _wanted(block)]:
            return text
    raise LostWordsError(section.title)


def _joined(blocks: Sequence[Block], pieces: Sequence[str]) -> str:
    """The pieces with an empty line between; those of one table, list or picture's caption as one."""
    parts: list[str] = []
    pairs = list(zip(blocks, pieces, strict=True))
    at = 0
    while at < len(pairs):
        group = _group(blocks, at)
        words = [piece for _, piece in pairs[at : at + group]]
        block = blocks[at]
        before = blocks[at - 1].kind if at else "heading"
        if block.kind == "caption" and at + group < len(blocks) and blocks[at + group].kind == "row":
            rows = _group(blocks, at + group)
            parts += [_table(blocks[at + group : at + group + rows]), _caption(words, "| <")]
            group += rows
        elif block.kind == "caption":
            parts += [*([] if before in ("picture", "row", "code") else [_PICTURE.format("")]), _caption(words)]
        elif block.kind == "row":
            parts.append(_table(blocks[at : at + group]))
        elif block.kind in ("term", "definition"):
            parts.append("<dl>\n" + "\n".join(words) + "\n</dl>")
        elif (block.kind == "item" or block.number) and (
            _is_odd(blocks[at : at + group]) or before in ("item", "footnote")
        ):
            parts.append(_list(blocks[at : at + group]))
        elif block.kind in ("item", "footnote"):
            parts.append("\n".join(words))
        else:
            parts += words
        at += group
    return "\n\n".join(parts) + "\n"


def _group(blocks: Sequence[Block], at: int) -> int:
    """How many blocks from one on are one table, list or caption."""
    kind, end = blocks[at].kind, at + 1
    if kind in ("term", "definition"):
        while end < len(blocks) and blocks[end].kind in ("term", "definition"):
            end += 1
    elif kind in ("row", "item", "caption") or (kind == "footnote" and blocks[at].number):
        while end < len(blocks) and blocks[end].kind == kind and not blocks[end].begins:
            if kind == "footnote" and not blocks[end].number:
                break
            end += 1
    return end - at


def _is_odd(items: Sequence[Block]) -> bool:
    """Whether a list has numbers that Markdown would not give it."""
    numbers = [item.number for item in items]
    return any(numbers) and numbers != list(range(1, len(numbers) + 1))


def _list(items: Sequence[Block]) -> str:
    tag = "ol" if items[0].number else "ul"
    lines, expected = [f"<{tag}>"], 1
    for item in items:
        said = f' value="{item.number}"' if item.number and item.number != expected else ""
        expected = item.number + 1
        lines.append(f"<li{said}>{_raw(item.spans)}</li>")
    return "\n".join([*lines, f"</{tag}>"])


def _table(rows: Sequence[Block]) -> str:
    """A table as HTML, since Markdown's own has no foot, no heads of rows and no cell that spans others."""
    lines = ["<table>"]
    for part, group in groupby(rows, key=lambda row: row.part or "body"):
        lines.append(f"<t{part}>")
        for row in group:
            cells = [_cell(cell, "col" if part == "head" else "row") for cell in row.cells]
            lines.append(f"<tr>{''.join(cells)}</tr>")
        lines.append(f"</t{part}>")
    return "\n".join([*lines, "</table>"])


def _cell(cell: Cell, scope: str) -> str:
    tag = "th" if cell.is_head else "td"
    said = f' scope="{scope}"' if cell.is_head else ""
    said += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    said += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    return f"<{tag}{said}>{_raw(cell.spans)}</{tag}>"


def _caption(lines: Sequence[str], where: str = "") -> str:
    return f"/// caption{' ' if where else ''}{where}\n" + "\n\n".join(lines) + "\n///"


def _piece(block: Block, render: Render, *, careful: bool) -> str:
    """The plainest Markdown of a block that gives its words back."""
    if block.kind == "picture":
        return _PICTURE.format(f' aria-label="{_escaped(block.text)}"' if block.text else "")
    if block.kind in ("row", "term", "definition"):
        return "" if block.kind == "row" else f"<{_TAGS[block.kind]}>{_raw(block.spans)}</{_TAGS[block.kind]}>"
    if block.kind == "code":
        fence = "`" * max(3, *(len(run) + 1 for run in ["", *re.findall("`+", block.text)]))
        return f"{fence}\n{SNIPPET.sub(_WORDS, block.text)}\n{fence}"
    kept = any(span.reading or span.mark in ("sup", "sub", "code") for span in block.spans)
    # The words alone, where nothing stands over or beside the line that they would lose.
    ways = [_with_marks(block.spans), *([] if kept else [composed(block.text)]), _raw(block.spans, plain=True)]
    escaped = careful or _RISKY.search(block.text) or len(_EMPHASIS.findall(block.text)) > _MANY
    for words in [] if escaped else ways[:-1]:  # the last is not tried here, but with its whole section
        piece = _framed(block, words)
        if _leaves(_whole(block, piece), render) == _wanted(block):
            return piece
    return _framed(block, ways[-1])


def _whole(block: Block, piece: str) -> str:
    return f"{_PICTURE.format('')}\n\n{_caption([piece])}\n" if block.kind == "caption" else f"{piece}\n"


def _framed(block: Block, words: str) -> str:
    if block.kind == "heading":
        return f"{'#' * min(block.level, 6)} {words}"
    if block.kind == "item" or (block.kind == "footnote" and block.number):
        return f"{f'{block.number}.' if block.number else '-'} {words}"
    return f"{'> ' if block.kind == 'quote' else ''}{words}"


def _with_marks(spans: Sequence[Span]) -> str:
    """The words with bold and italic type in Markdown's signs, which stand close to the words."""
    parts = []
    for span in spans:
        words = span.text.strip()
        lead, tail = span.text[: len(span.text) - len(span.text.lstrip())], span.text[len(span.text.rstrip()) :]
        if span.reading or span.mark in ("sup", "sub"):
            parts.append(f"{lead}{_raw([span._replace(text=words)])}{tail}")
        elif span.mark == "code" and words:
            parts.append(f"{lead}{as_code(words)}{tail}")
        else:
            sign = _MARKDOWN.get(span.mark, "")
            parts.append(f"{lead}{sign}{words}{sign}{tail}" if sign and words else span.text)
    return composed("".join(parts))


def _raw(spans: Sequence[Span], *, plain: bool = False) -> str:
    """The words as HTML, every sign that Markdown might take for its own as a reference; `plain`: without emphasis."""
    parts = []
    for span in spans:
        words = _SPACES.sub(" ", escaped_signs(span.text))
        if span.reading:
            words = f"<ruby>{words}<rt>{escaped_signs(span.reading)}</rt></ruby>"
        tag = _ELEMENTS.get(span.mark, "")
        if tag and words.strip() and not (plain and tag in ("strong", "em")):
            words = f"<{tag}>{words}</{tag}>"
        parts.append(words)
    return "".join(parts).strip()


def escaped_signs(text: str) -> str:
    """The text in NFC with every sign that Markdown might take for its own as a character reference."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found.group())};", normalize("NFC", text))


def _escaped(text: str) -> str:
    return escaped_signs(composed(text))


def _wanted(block: Block) -> list[tuple[str, str]]:
    if block.kind == "picture":
        return []
    if block.kind == "row":
        told = [
            ("th" if cell.is_head else "td", normalise("".join(span.text for span in cell.spans)))
            for cell in block.cells
        ]
        return [(tag, words) for tag, words in told if words]
    tag = f"h{min(block.level, 6)}" if block.kind == "heading" else _TAGS.get(block.kind, "")
    if block.kind == "footnote":
        tag = "li" if block.number else "p"
    return [(tag, normalise(block.text))]


def _leaves(markdown: str, render: Render) -> list[tuple[str, str]] | None:
    """Tag and words of each leaf; captions, which hosts mark in their own ways, without a tag.

    None where the host's Markdown gives up: `1. ` a few hundred times is as many lists in one another.
    """
    try:
        html = render(markdown)
    except RecursionError:
        return None
    text = read_section("", html)
    return [("" if _is_caption(leaf.tag, html, leaf.tag_start) else leaf.tag, text.words(leaf)) for leaf in text.leaves]


def _is_caption(tag: str, html: str, start: int) -> bool:
    return tag == "figcaption" or html.rfind("<figcaption", 0, start) > html.rfind("</figcaption", 0, start)
