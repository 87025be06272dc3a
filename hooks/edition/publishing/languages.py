"""Which words are in which language: for the voices of screen readers, the faces in which words are set, and the way
in which they run.

The notes are in English and quote the article. Where its language has letters of its own, its words stand out by them,
and each stretch of them gets the article's `lang`, with `dir` where it runs the other way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from markupsafe import Markup, escape

from edition.model import Source
from edition.publishing.fragments import around
from edition.publishing.unbroken import unbroken, unbroken_code
from edition.text import VOID, direction, half_width_stops, letters_of

ENGLISH, NAME_OF_ENGLISH = "en", "English"
"""The language of the notes and of the translation, and what readers call it."""
_WIDE = "\u3001-\u303f\uff01-\uff60"
"""Signs of Chinese and Japanese, which belong to the words beside them."""
_BETWEEN = "[,.:;?!·…“”‘’/-]|——"
"""Signs that belong to words of a script only between two of them, without a space."""
_TURNED = r"(?:[^\w&<>]|\d|&(?:#\d+|#x[0-9a-f]+|[a-z]+);){1,12}"
"""What stands between two words that run from right to left belongs to them, or they would change places."""
_NUMBER = r"(?:[-\u2010-\u2013]|(?<=\u05be))\d+(?:[.,:/]\d+)*%?"
"""What is joined to the last of them: ב-1933."""
_QUOTE = re.compile(r"""&#34;|&quot;|["'“”«»„]""")
_OPENING, _ENDING = re.compile(r"""["'“”„«‹(\[¿¡]{0,3}"""), re.compile(r"""["'“”„»›)\].:;?!…]{0,4}""")
_JOINED = "\u0300-\u036f\u200c\u200d"
"""What stands over letters, and what joins or parts them."""
_SPACELESS = frozenset("zh yue wuu nan hak lzh ja".split())
_MARKUP = re.compile(r"""(<!--.*?-->|<(?:[^<>"']|"[^"]*"|'[^']*')*>)""", re.S)
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_LANG = re.compile(r"""\slang\s*=\s*["']?([\w-]+)""", re.I)
_AS_TYPED = frozenset("pre code kbd samp".split())
_TEXT_ONLY = frozenset("script style textarea title option".split())


def tagged(language: str, within: str = ENGLISH) -> Markup:
    """The attributes of an element whose words are in a language: `lang`, and `dir` where it runs another way."""
    way = direction(language)
    turned = f' dir="{way}"' if way != direction(within) else ""
    return Markup(f'lang="{escape(language)}"{turned}')


def tagged_reading(reading: str, language: str) -> Markup:
    """The same of a note of how words of the language are read: in its own letters, or in Latin ones."""
    if not letters_of(language) or _shows(reading, language):
        return tagged(language)
    return Markup(f'lang="{escape(in_latin(language))}"')


def in_latin(language: str) -> str:
    """The tag of what tells in Latin letters how words of the language are read."""
    base = language.partition("-")[0]
    if not letters_of(language):
        return language
    return f"{base}-Latn-pinyin" if base == "zh" else f"{base}-Latn"


def spaced(text: str, language: str, start: int = 0, end: int | None = None) -> Markup:
    """Words of the article (those from `start` to `end`) as HTML; half-width stops in Chinese get their elements."""
    html = ""
    for at in half_width_stops(text, language, start, end):
        html += f"{escape(text[start:at])}{text[at].join(around('stop'))}"
        start = at + 1
    return Markup(html + str(escape(text[start:end])))


@lru_cache(maxsize=1 << 13)  # a note says most things in the margin, on its page and where all are listed
def in_english(text: str, language: str) -> Markup:
    """English text as HTML: what is in the letters of the article's language stands in an element with it, and what
    no line is to part in one of its own."""
    if not _shows(text, language):
        return Markup(unbroken(str(escape(text))))
    html, done = "", 0
    opening, closing = around("foreign", tagged(language))
    stretches = [*_stretches(text, language)]
    if direction(language) == "rtl" and len(stretches) == 1:
        start, end = stretches[0]
        if _OPENING.fullmatch(text[:start]) and _ENDING.fullmatch(text[end:]):  # all but the signs of a title
            stretches = [(0, len(text))]
    for start, end in stretches:
        html += f"{unbroken(str(escape(text[done:start])))}{opening}{spaced(text, language, start, end)}{closing}"
        done = end
    return Markup(html + unbroken(str(escape(text[done:]))))


def in_source(text: str, source: Source, language: str) -> Markup:
    """What a source says of itself, as HTML: what has letters of its own language in it, or else the article's."""
    return in_english(text, source.language if letters_of(source.language) else language)


def title_of_source(source: Source, language: str) -> Markup:
    """The title of a source as HTML."""
    own = source.language.partition("-")[0]
    if own in ("", ENGLISH) or own in _SPACELESS:
        return in_source(source.title, source, language)
    opening, closing = around("foreign", tagged(source.language))
    return Markup(opening + str(escape(source.title)) + closing)


def language_of(text: str, language: str) -> str:
    """The language of words that are the article’s or English: its own, unless its letters would show in them."""
    return ENGLISH if letters_of(language) and not _shows(text, language) else language


def marked(html: str, language: str) -> str:
    """A page of English, as HTML, with elements as `in_english` has them; no other byte changes."""
    parts = _MARKUP.split(html)
    open_tags: list[tuple[str, str]] = []
    for index, part in enumerate(parts):
        tongue = open_tags[-1][1] if open_tags else ENGLISH
        if not index % 2:
            if tongue.partition("-")[0] == ENGLISH:
                is_code = any(tag in _AS_TYPED for tag, _ in open_tags)
                parts[index] = _marked(part, language, unbroken_code if is_code else unbroken)
            continue
        name = _NAME.match(part)
        tag = name[1].lower() if name else ""
        if part.startswith("</"):
            at = next((at for at in range(len(open_tags) - 1, -1, -1) if open_tags[at][0] == tag), None)
            del open_tags[len(open_tags) if at is None else at :]
        elif tag and tag not in VOID:
            own = _LANG.search(part)
            open_tags.append((tag, "" if tag in _TEXT_ONLY else own[1] if own else tongue))
    return "".join(parts)


def _marked(text: str, language: str, set_english: Callable[[str], str]) -> str:
    """The same of text that is escaped: references hold no letters of other scripts."""
    html, done = "", 0
    opening, closing = around("foreign", tagged(language))
    for start, end in _stretches(text, language):
        html += f"{set_english(text[done:start])}{opening}{text[start:end]}{closing}"
        done = end
    return html + set_english(text[done:])


def _shows(text: str, language: str) -> bool:
    """Whether letters of the language stand in the text that English does not have."""
    own = _own_letters(language)
    return own is not None and own.search(text) is not None


def _stretches(text: str, language: str) -> Iterator[tuple[int, int]]:
    own = _own_letters(language)
    turned = direction(language) == "rtl"
    for found in _words(language).finditer(text):
        if own and own.search(found[0]):
            start, end = found.span()
            yield (_with_quote(text, start, end), end) if turned else (start, end)


def _with_quote(text: str, start: int, end: int) -> int:
    """Where a stretch begins, with the sign of a quotation that ends within it."""
    before = next((sign for sign in _QUOTE.finditer(text, max(0, start - 6), start) if sign.end() == start), None)
    return before.start() if before and len(_QUOTE.findall(text[start:end])) % 2 else start


@cache
def _own_letters(language: str) -> re.Pattern[str] | None:
    letters = letters_of(language)
    return re.compile(f"[{letters}]") if letters else None


@cache
def _words(language: str) -> re.Pattern[str]:
    """Words of the language, one after another; where it has spaces, with those."""
    without = language.partition("-")[0] in _SPACELESS
    run = f"[{letters_of(language)}{_WIDE if without else _JOINED}]+"
    if direction(language) == "rtl":
        return re.compile(f"{run}(?:{_TURNED}{run})*(?:{_NUMBER})?")
    between = f"(?:{_BETWEEN})" if without else f"(?:[ \u00a0](?:{_BETWEEN})?|(?:{_BETWEEN})[ \u00a0]?)"
    return re.compile(f"{run}(?:{between}{run})*")
