"""The bytes of a file to its text: by its mark, as UTF-8, by what the page says, or by what the bytes look like."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple
from unicodedata import category

import webencodings
from lxml import etree, html

from edition.importing.article import Doubt, tidy
from edition.importing.files.guesses import CLOSE, USUAL, guesses_of, name_of

_MARKS = (
    (codecs.BOM_UTF8, "utf_8"),
    (codecs.BOM_UTF32_LE, "utf_32_le"),  # before UTF-16, with whose mark it begins
    (codecs.BOM_UTF32_BE, "utf_32_be"),
    (codecs.BOM_UTF16_LE, "utf_16_le"),
    (codecs.BOM_UTF16_BE, "utf_16_be"),
)
_ALIKE = frozenset(["cp1252", "cp1250", "cp1254", "cp1257", "iso8859_2"])
"""Encodings of Latin letters, which differ in so few of them that no guess among them is sure."""
_SUPERSETS = {"gbk": "gb18030", "x-user-defined": "cp1252"}
"""What is read instead of an encoding, where that gives the same letters and more."""
_HEAD = 4096
_DECLARATION = re.compile(rb"""\s*<\?xml[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']\s{0,9}([^"'\s>]{1,60})""", re.I)
_CHARSET = re.compile(r"""\bcharset\s*=\s*["']?\s*([^"'\s;]+)""", re.I)
_ESCAPED = (
    (re.compile(rb"\x1b\$[@B]"), "iso2022_jp_ext"),
    (re.compile(rb"\x1b\$\)C"), "iso2022_kr"),
    (re.compile(rb"~\{(?:[!-}][!-~]){2,}~\}"), "hz"),
)
"""How encodings begin that have nothing but ASCII's bytes."""
_UTF_8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_WIDE = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")
_MOSTLY, _OFTEN = 0.95, 0.1
_SHORT = 60
"""A guess from fewer letters outside ASCII is doubtful."""
_FEW_ZEROS = 200
"""One byte in so many may be a zero in any page all the same: sites leave them where a program counted wrong."""
_FEW = 4
"""Of fewer letters outside ASCII nobody can tell whether what the page says of its encoding is wrong."""
_WRONG = 0.1
"""So much less disorder has a guess where what the page says of its encoding is not believed."""
_SEVERAL = 4
"""So many times more of UTF-8's letters than of bytes that fit in none make a text that is UTF-8, and damaged."""


class UnreadableError(ValueError):
    """The file cannot be read; the message is a sentence or two for whoever gave it."""


class Decoded(NamedTuple):
    """The text, the name of its encoding and how that is known; `broken` says where bytes were replaced by U+FFFD."""

    text: str
    encoding: str
    known: str
    doubts: tuple[Doubt, ...] = ()
    broken: str = ""


def decoded(data: bytes, *, is_page: bool = True, header: str = "") -> Decoded:
    """The text of a file's bytes; `header` is the encoding that a message says its page has.

    UnreadableError where there is none.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _read(data[len(mark) :], codec, "by its byte-order mark")
    if b"\0" in data and (wide := _wide(data)):
        return wide
    if data.isascii() and (escaped := next((codec for sign, codec in _ESCAPED if sign.search(data)), "")):
        return _read(data, escaped, "by its escape sequences")
    codec, doubts = _said(data, header) if is_page else ("", ())
    damaged = _read(data, "utf_8", "by its bytes", doubts)
    letters, lost = len(_UTF_8_LETTER.findall(data)), damaged.text.count("\ufffd") if damaged.broken else 0
    if lost * _SEVERAL <= letters:
        if codec in ("", "utf_8") or data.isascii():
            return damaged
        said = f"the page says that its encoding is {name_of(codec)}, but its bytes are UTF-8, and were read as such"
        return damaged._replace(doubts=(*doubts, Doubt(said, _sample(damaged.text))))
    return _by_word(data, codec, doubts) or _guessed(data, codec, doubts)


def _read(data: bytes, codec: str, known: str, doubts: tuple[Doubt, ...] = ()) -> Decoded:
    """The text in an encoding, with what is none of it replaced and told."""
    try:
        return Decoded(data.decode(codec), name_of(codec), known, doubts)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = " ".join(f"{byte:02X}" for byte in data[error.start : error.end][:4])
        return Decoded(
            data.decode(codec, "replace"),
            name_of(codec),
            known,
            doubts,
            f"line {line}, the byte {found} at {error.start}",
        )


def _said(data: bytes, header: str) -> tuple[str, tuple[Doubt, ...]]:
    """The encoding that the page, or its message, says that it has, by Python's name; empty where it says none."""
    label = header or _declared(data[:_HEAD])
    if not label:
        return "", ()
    known = webencodings.lookup(label)
    if known is None or known.name == "replacement":
        return "", (Doubt("the page says that its encoding is one that no browser reads; another was taken", label),)
    if known.name.startswith("utf-16"):  # what is written so has zeros, and what can be read as ASCII is not
        return "", ()
    codec = _SUPERSETS.get(known.name) or known.codec_info.name
    return codecs.lookup(codec).name.replace("-", "_"), ()


def _declared(head: bytes) -> str:
    """What the XML declaration or the first `meta` that speaks of it says; empty where none does."""
    if found := _DECLARATION.match(head):
        return found[1].decode("ascii", "replace")
    try:
        document = html.document_fromstring(head, html.HTMLParser(encoding="iso-8859-1"))
    except (etree.LxmlError, ValueError):
        return ""
    for meta in document.iter("meta"):
        if said := meta.get("charset", "").strip():
            return said
        within = _CHARSET.search(meta.get("content", ""))
        if within and meta.get("http-equiv", "").strip().lower() == "content-type":
            return within[1]
    return ""


def _by_word(data: bytes, codec: str, doubts: tuple[Doubt, ...]) -> Decoded | None:
    """The text as the page says that it is to be read; None where it cannot be."""
    if codec in ("", "utf_8"):
        return None
    text = _read(data, codec, "by what its head says", doubts)
    outside = sum(character > "\x7f" for character in text.text)
    if text.broken and text.text.count("\ufffd") * _SEVERAL > outside:
        return None
    letters = sum(sign > "\x7f" and sign.isalpha() for sign in text.text)
    guesses = {guess.codec: guess for guess in guesses_of(data, codec)}
    best = min(guesses.values(), key=lambda guess: guess.disorder, default=None)
    own = guesses.get(codec)
    if best and best.codec != codec and letters >= _FEW and (own is None or own.disorder - best.disorder > _WRONG):
        said = (
            f"the page says that its encoding is {text.encoding}, which was believed; its bytes look like {best.name}"
        )
        return text._replace(doubts=(*doubts, Doubt(said, _sample(text.text))))
    return text


def _wide(data: bytes) -> Decoded | None:
    """A text with zeros between its bytes, as UTF-16 and UTF-32 have them, without their mark; None: it has few."""
    best, most = "", 0
    for codec in ("utf_32_le", "utf_32_be", "utf_16_le", "utf_16_be"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        letters = set(text)
        if any(category(letter) in ("Cc", "Cn", "Co") and letter not in "\t\n\f\r" for letter in letters):
            continue
        usual = sum(text.count(sign) for sign in " \n,.，。、<>")
        if usual > most:
            best, most = codec, usual
    if not best and data.count(0) * _FEW_ZEROS < len(data):
        return None
    if not best:
        raise UnreadableError(
            "This is neither a page nor a text: there are zeros between its bytes. "
            "Give the page as a browser saves it (“Web page, HTML only”), or the article’s words as a text file."
        )
    return _read(data, best, "by the zeros between its bytes")


def _guessed(data: bytes, said: str, doubts: tuple[Doubt, ...]) -> Decoded:
    """The text in the encoding that its bytes look like, which are not in the one that is said."""
    for codec in ("utf_16_le", "utf_16_be"):  # without a single zero, where nothing but Han stands in it
        wide = data.decode(codec, "replace")
        if (
            len(data) % 2 == 0
            and len(_WIDE.findall(wide)) > len(wide) * _MOSTLY
            and (len(USUAL.findall(wide)) > len(wide) * _OFTEN)
        ):
            return _read(data, codec, "guessed from its bytes: read a few lines over", doubts)
    guesses = guesses_of(data)
    for guess in guesses:
        text = _read(data, guess.codec, "guessed from its bytes: read a few lines over", doubts)
        outside = sum(sign > "\x7f" for sign in guess.text)
        if text.broken and text.text.count("\ufffd") * _SEVERAL > outside:
            continue
        others = [
            other.name
            for other in guesses
            if other is not guess
            and other.text != guess.text
            and (other.disorder - guess.disorder <= CLOSE or {other.codec, guess.codec} <= _ALIKE)
        ]
        if said or others or outside < _SHORT or guess.codec in _ALIKE:
            why = f"{', '.join(others[:3])} would do as well" if others else "there is little to tell it by"
            what = f"the page says that its encoding is {name_of(said)}, which it is not" if said else (
                "the file does not say its encoding"
            )  # fmt: skip
            doubt = Doubt(f"{what}; {guess.name} was guessed, and {why}", _sample(text.text))
            text = text._replace(doubts=(*doubts, doubt))
        return text
    raise UnreadableError(
        "In no encoding do its bytes make a text. Open it in the program that it comes from and save it as UTF-8."
    )


def _sample(text: str) -> str:
    """The first line with a letter outside ASCII, which shows how it was read."""
    found = re.search(r"[^\x00-\x7f]", text)
    return around(text, found.start() if found else 0)


def around(text: str, at: int) -> str:
    """The words on either side of a place, within its line and its element."""
    before = re.split(r"[<>\n]", text[max(0, at - 60) : at])[-1]
    return tidy(before + re.split(r"[<>\n]", text[at : at + 60])[0])
