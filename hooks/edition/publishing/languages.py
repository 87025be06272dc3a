"""Which words are in which language: for the voices of screen readers, and for the faces in which words are set.

The notes are in English and quote the article. Where its language is one of those that are written in Han, its words
stand out by their script, and each stretch of them gets the article's `lang`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from edition.model import Source
from edition.publishing.fragments import around
from edition.text import STOP, WIDE_LETTERS, stops

_WRITTEN_IN_HAN = frozenset(["zh", "yue", "wuu", "nan", "hak", "lzh", "ja"])
# Signs of the same script belong to the words beside them; others only between two of them, without a space.
_WIDE = rf"[{WIDE_LETTERS}\u3001-\u303f\uff01-\uff60]+"
_STRETCH = re.compile(rf"{_WIDE}(?:(?:[,.:;?!·…“”‘’/-]|——){_WIDE})*")
_HAN = re.compile(f"[{WIDE_LETTERS}]")
_MARKUP = re.compile(r"""(<!--.*?-->|<(?:[^<>"']|"[^"]*"|'[^']*')*>)""", re.S)
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_LANG = re.compile(r"""\slang\s*=\s*["']?([\w-]+)""", re.I)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_TEXT_ONLY = frozenset("script style textarea title option".split())


def spaced(text: str, language: str, start: int = 0, end: int | None = None) -> Markup:
    """Words of the article (those from `start` to `end`) as HTML; half-width stops in Chinese get their elements."""
    html = ""
    for at in stops(text, language, start, end):
        html += f"{escape(text[start:at])}{STOP[0]}{text[at]}{STOP[1]}"
        start = at + 1
    return Markup(html + str(escape(text[start:end])))


def in_english(text: str, language: str) -> Markup:
    """English text as HTML; what is written in Han in it stands in an element with the article's language."""
    if not _HAN.search(text) or not _is_written_in_han(language):
        return escape(text)
    html, done = "", 0
    opening, closing = around("foreign", language)
    for start, end in _stretches(text):
        html += f"{escape(text[done:start])}{opening}{spaced(text, language, start, end)}{closing}"
        done = end
    return Markup(html + str(escape(text[done:])))


def in_source(text: str, source: Source, language: str) -> Markup:
    """What a source says of itself, as HTML: what is written in Han in its own language, or else in the article's."""
    return in_english(text, source.language if _is_written_in_han(source.language) else language)


def title_of_source(source: Source, language: str) -> Markup:
    """The title of a source as HTML."""
    own = source.language.partition("-")[0]
    if own in ("", "en") or _is_written_in_han(own):
        return in_source(source.title, source, language)
    opening, closing = around("foreign", source.language)
    return Markup(opening + str(escape(source.title)) + closing)


def language_of(text: str, language: str) -> str:
    """The language of words that are either the article's or English: its own, unless its script would show in them."""
    return "en" if _is_written_in_han(language) and not _HAN.search(text) else language


def marked(html: str, language: str) -> str:
    """A page of English, as HTML, with what is written in Han in elements of its language; no other byte changes."""
    if not _HAN.search(html) or not _is_written_in_han(language):
        return html
    parts = _MARKUP.split(html)
    open_tags: list[tuple[str, str]] = []
    for index, part in enumerate(parts):
        tongue = open_tags[-1][1] if open_tags else "en"
        if not index % 2:
            if tongue.partition("-")[0] == "en":
                parts[index] = _marked(part, language)
            continue
        name = _NAME.match(part)
        tag = name[1].lower() if name else ""
        if part.startswith("</"):
            at = next((at for at in range(len(open_tags) - 1, -1, -1) if open_tags[at][0] == tag), None)
            del open_tags[len(open_tags) if at is None else at :]
        elif tag and tag not in _VOID:
            own = _LANG.search(part)
            open_tags.append((tag, "" if tag in _TEXT_ONLY else own[1] if own else tongue))
    return "".join(parts)


def _marked(text: str, language: str) -> str:
    """The same of text that is escaped: references hold no Han."""
    html, done = "", 0
    opening, closing = around("foreign", language)
    for start, end in _stretches(text):
        html += f"{text[done:start]}{opening}{text[start:end]}{closing}"
        done = end
    return html + text[done:]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _STRETCH.finditer(text) if _HAN.search(found[0]))


def _is_written_in_han(language: str) -> bool:
    return language.partition("-")[0] in _WRITTEN_IN_HAN
