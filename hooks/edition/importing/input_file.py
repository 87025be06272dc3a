"""Any file that is given to an article: what kind it is, in which encoding, and what in it looks spoilt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from pathlib import PurePath
from unicodedata import category

from edition.importing.article import Article, Doubt, Finding, without_unseen
from edition.importing.files.decoding import Decoded, UnreadableError, around, decoded
from edition.importing.files.limits import MAX_SIGNS, MAX_TEXT_BYTES, refuse_beyond
from edition.importing.files.markdown_page import is_markdown, page_of_markdown
from edition.importing.files.signatures import what_it_is
from edition.importing.metadata.provenance import fitting
from edition.importing.new_edition.to_markdown import signs_in

_SUFFIXES = (".html", ".htm", ".xhtml", ".xht")
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}<(?:!doctype\s+html|html)\b", re.I | re.S
)
_MESSAGE = re.compile(
    rb"(?:From |[A-Za-z-]{2,40}:[ \t])(?:[^\n]*\n){0,40}?Content-Type:\s*(?:multipart/related|text/html)",
    re.I,
)
_SAVED = re.compile(
    rb"[^\0]{0,300}?<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[!-~]{4,2000}?)\s",
    re.I,
)
_HELD = re.compile(rb"(\bdata:[\w.+-]{1,40}/[\w.+-]{1,80}[^,\"'<>()]{0,80},)[^\"'<>()\s]{1000,}")
"""A picture, a font or a sound that a page holds in an address, as browsers and their extensions save it."""
_SCRIPT = re.compile(rb"<(script|style)\b(?![^>]{0,500}ld\+json)[^>]{0,2000}>", re.I)
_CLOSED = {name: re.compile(rb"</" + name, re.I) for name in (b"script", b"style")}
_LARGE = 100_000
_HEAD = 8192
_CONTROL = re.compile(r"[\x80-\x84\x86-\x9f]")
_TWICE = re.compile(
    "[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122\u20ac]{2,9}"
)


def read_file(name: str, data: bytes) -> Article:
    """The article of a file, of which the name and the bytes are given, and how it was read.

    UnreadableError, with what to do instead, where it is neither a page nor a text.
    """
    # What reads them is large, and an upgrade, which wants the engine's own files alone, reads neither.
    from edition.importing.plain import read_plain
    from edition.importing.web_page import read_page

    if refused := what_it_is(data):
        raise UnreadableError(refused)
    start = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    header, address, is_page = (
        "",
        _saved_from(start),
        PurePath(name).suffix.lower() in _SUFFIXES or bool(_PAGE.match(start)),
    )
    if not _PAGE.match(start) and _MESSAGE.match(start):
        data, header, address = _page_of_message(data)
        is_page = True
    if is_page:
        data = _without_scripts(_HELD.sub(rb"\1", data))
    refuse_beyond("the text has {} bytes", 0 if is_page else len(data), MAX_TEXT_BYTES)
    text = decoded(data, is_page=is_page, header=header)
    is_page = is_page or bool(_PAGE.match(text.text[:_HEAD].encode()))  # in UTF-16 it is seen only now
    known = text.known
    if is_page:
        article = read_page(text.text)
    elif is_markdown(name):
        known += "; as Markdown, by its name"
        article = read_page(page_of_markdown(text.text), is_whole=True)
    else:
        article = read_plain(text.text)
    if url := fitting("URL", address):
        found = [*article.findings.get("URL", ()), Finding(url, "where the file says that it was saved from")]
        article = replace(article, findings={**article.findings, "URL": found})
    signs = sum(signs_in(block.text) for block in article.blocks)
    refuse_beyond("the article has {} signs that Markdown takes for its own", signs, MAX_SIGNS)
    return replace(
        article,
        read_as=f"Read as {text.encoding}, {known}.",
        doubts=[*text.doubts, *_spoilt(article, text), *article.doubts],
    )


def _saved_from(start: bytes) -> str:
    """The address that a browser, or an extension, notes in a comment at the head of a page that it saves."""
    found = _SAVED.match(start)
    return found[1].decode("ascii") if found else ""


def _without_scripts(data: bytes) -> bytes:
    """The page without the contents of its larger scripts and styles, in which parsers lose their way."""
    parts, at, end = [], 0, 0
    for opened in _SCRIPT.finditer(data):
        if opened.start() < end:
            continue  # a script writes it
        closed = _CLOSED[opened[1].lower()].search(data, opened.end())
        if closed is None:
            break
        end = closed.start()
        if end - opened.end() >= _LARGE:
            parts.append(data[at : opened.end()])
            at = end
    return b"".join([*parts, data[at:]])


def _page_of_message(data: bytes) -> tuple[bytes, str, str]:
    """The page in a message, as browsers save one as a single file (MHTML), its encoding and its address."""
    message = message_from_bytes(data.removeprefix(b"\xef\xbb\xbf"))
    address = str(message["Snapshot-Content-Location"] or "")
    first = str(message.get_param("start", ""))
    parts = [one for one in message.walk() if one.get_content_type() in ("text/html", "application/xhtml+xml")]
    # A frame of the page may stand before it; the message says which part it is of.
    parts.sort(key=lambda one: not (first and one["Content-ID"] == first) and one["Content-Location"] != (address or 0))
    for part in parts:
        page = part.get_payload(decode=True)
        if isinstance(page, bytes):
            return page, part.get_content_charset() or "", address or str(part["Content-Location"] or "")
    raise UnreadableError(
        "This is a message (MIME) without a page in it. "
        "Save the page from the browser as “Web page, HTML only”, or copy the article’s words into a text file."
    )


def _spoilt(article: Article, text: Decoded) -> Iterator[Doubt]:
    """What in the words was read wrongly, here or before; UnreadableError where it was here."""
    words = [*(block.text for block in article.blocks), article.found("title")]
    if text.broken:
        if any("\ufffd" in one for one in words):
            raise UnreadableError(
                f"It is {text.encoding} ({text.known}), but for bytes that are none of it: {text.broken}. "
                "Save it again, or open it in a text editor, mend the place and save it as UTF-8."
            )
        yield Doubt(f"bytes that are no {text.encoding} stand outside the article’s words", text.broken)
    if found := _CONTROL.search(text.text):
        said = "holds controls where windows-1252 has quotation marks and dashes; they were taken out"
        yield Doubt(said, without_unseen(around(text.text, found.start()))[0])
    for one in words:
        if any(category(sign) in ("Co", "Cn") or sign == "\ufffd" for sign in set(one) if sign > "\x7f"):
            yield Doubt("holds signs that stand for no letter: the page was spoilt before it was saved", one)
        elif any(map(_was_read_twice, _TWICE.findall(one))):
            yield Doubt("reads like UTF-8 that was taken for windows-1252 before it was saved", one)


def _was_read_twice(signs: str) -> bool:
    try:
        return bool(signs.encode("cp1252").decode("utf-8"))
    except UnicodeError:
        return False
