"""Sections to Markdown that gives back the article's own words: it is rendered and read again to be sure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from edition.importing.article import Block, Span
from edition.importing.sections import Section
from edition.text import normalise, read_section

Renderer = Callable[[str], str]
"""From Markdown to the HTML that the site's host makes of it."""

_TAGS = {"heading": "h", "paragraph": "p", "item": "li", "quote": "p"}
_SPECIAL = re.compile(r"""[\\`*_{}\[\]()#+\-.!<>&/:|~=^$"'@%]""")
_INLINE = re.compile(r"[\\`*_{}\[\]<>&#@~|$^=]|:(?=\S)|(?<=www)\.|(?<=-)-", re.I)
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


def as_text(words: str) -> str:
    """The words for a line of any Markdown, GitHub's, too, in which they mean nothing but themselves."""
    return _INLINE.sub(lambda found: f"&#{ord(found.group())};", normalise(words))


def as_code(words: str) -> str:
    """The words as a span of code, which is easier to read in the file itself."""
    fence = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
    space = " " if "`" in words else ""
    return f"{fence}{space}{normalise(words)}{space}{fence}"


def section_markdown(section: Section, render: Renderer) -> str:
    """The Markdown of a section, without front matter."""
    for careful in (False, True):
        pieces = [_piece(block, render, careful=careful) for block in section.blocks]
        text = _joined(section.blocks, pieces)
        if _leaves(text, render) == [found for block in section.blocks for found in _wanted(block)]:
            return text
    raise LostWordsError(section.title)


def _joined(blocks: Sequence[Block], pieces: Sequence[str]) -> str:
    """The pieces with an empty line between, but none between the items of a list."""
    parts: list[str] = []
    for kind, group in groupby(zip(blocks, pieces, strict=True), key=lambda pair: pair[0].kind):
        parts.append(("\n" if kind == "item" else "\n\n").join(piece for _, piece in group))
    return "\n\n".join(parts) + "\n"


def _piece(block: Block, render: Renderer, *, careful: bool) -> str:
    """The plainest Markdown of a block that gives its words back."""
    if block.kind == "picture":
        return _PICTURE.format(f' aria-label="{_escaped(block.text)}"' if block.text else "")
    ways = [_with_marks(block.spans), normalise(block.text), _escaped(block.text)]
    escaped = careful or _RISKY.search(block.text) or len(_EMPHASIS.findall(block.text)) > _MANY
    for words in [] if escaped else ways[:-1]:  # the last is not tried here, but with its whole section
        piece = _framed(block, words)
        if _leaves(piece + "\n", render) == _wanted(block):
            return piece
    return _framed(block, ways[-1])


def _framed(block: Block, words: str) -> str:
    if block.kind == "heading":
        return f"{'#' * min(block.level, 6)} {words}"
    if block.kind == "caption":
        return f"/// caption\n{words}\n///"
    return f"{ {'item': '- ', 'quote': '> '}.get(block.kind, '') }{words}"


def _with_marks(spans: Sequence[Span]) -> str:
    """The words with bold and italic type in Markdown's signs, which stand close to the words."""
    parts = []
    for span in spans:
        sign = {"strong": "**", "em": "*"}.get(span.mark, "")
        words = span.text.strip()
        lead, tail = span.text[: len(span.text) - len(span.text.lstrip())], span.text[len(span.text.rstrip()) :]
        parts.append(f"{lead}{sign}{words}{sign}{tail}" if sign and words else span.text)
    return normalise("".join(parts))


def _escaped(text: str) -> str:
    """The words with every sign that Markdown might take for its own as a character reference."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found.group())};", normalise(text))


def _wanted(block: Block) -> list[tuple[str, str]]:
    if block.kind == "picture":
        return []
    tag = f"h{min(block.level, 6)}" if block.kind == "heading" else _TAGS.get(block.kind, "")
    return [(tag, normalise(block.text))]


def _leaves(markdown: str, render: Renderer) -> list[tuple[str, str]] | None:
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
