"""The Markdown of notes to HTML that is safe whatever stands in it.

Inline Markdown, lists and links; raw HTML comes out as text, pictures are not let through, and a link
goes to http, https or (as `note:ID`) to another note.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from edition.publishing.fragments import around
from edition.publishing.languages import in_english
from edition.reading import MARKDOWN

_MARKUP = re.compile(r"[*_`\[\]<>\\~]|^[^\S\n]*(?:[-+#]|\d+[.)])\s|^ {4}|https?://", re.M)

_LINK = re.compile(r'(?<=<a class="note-link" href=")note:([a-z0-9-]+)(?=")')
"""What leads to another note, before its address is known; in what is written a sign < comes out as text."""

_parser = MarkdownIt("zero", {"html": False, "linkify": False}).enable([*MARKDOWN])
_parser.validateLink = lambda url: bool(re.match(r"https?://|note:[a-z0-9-]+$", url))  # type: ignore[method-assign]

_Env = MutableMapping[str, Any]


def _text(_: object, tokens: Sequence[Token], index: int, options: object, env: _Env) -> str:  # noqa: ARG001
    return in_english(tokens[index].content, env["language"])


def _code(_: object, tokens: Sequence[Token], index: int, options: object, env: _Env) -> str:  # noqa: ARG001
    return str(in_english(tokens[index].content, env["language"])).join(around("code"))


_parser.add_render_rule("text", _text)
_parser.add_render_rule("code_inline", _code)


def to_html(text: str, note_address: Callable[[str], str], language: str) -> str:
    """HTML of a note's Markdown. `note_address` gives the link to another note of the edition by its id.

    The notes are in English; `language` is the article's, whose words in them get its `lang`.
    """
    html = _made(text, language)
    return _LINK.sub(lambda found: escape(note_address(found[1])), html)


def plain_words(text: str) -> str:
    """The words of a note's Markdown, as text."""
    if not _MARKUP.search(text):
        return text
    blocks = (token.children or () for token in _parser.parse(text))
    return " ".join("".join(part.content or " " * part.type.endswith("break") for part in block) for block in blocks)


@lru_cache(maxsize=1 << 11)
def _made(text: str, language: str) -> str:
    """The HTML as every page has it, with the ids of notes where the addresses will stand."""
    if not _MARKUP.search(text):  # most notes are plain paragraphs, and this is many times faster
        paragraphs = re.split(r"\n\s*\n", text.strip())
        return "\n".join(str(in_english(words.strip(), language)).join(around("paragraph")) for words in paragraphs)
    tokens = _parser.parse(text)
    for token in tokens:
        for child in token.children or ():
            _set_link(child)
    return str(_parser.renderer.render(tokens, _parser.options, {"language": language})).strip()


def _set_link(token: Token) -> None:
    if token.type != "link_open":
        return
    href = str(token.attrGet("href") or "")
    token.attrs.pop("title", None)
    if href.startswith("note:"):
        token.attrs = {"class": "note-link", **token.attrs}
