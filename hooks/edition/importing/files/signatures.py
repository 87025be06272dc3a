"""Files that are neither a page nor a text, told by how they begin and not by their names."""

from __future__ import annotations

import json
import re

_DOCUMENT = (
    "If the article is on a web page, open that in a browser and save it as “Web page, HTML only”; "
    "else copy the article’s words into a text file."
)
_PACKED = "Unpack it, and give the saved page or the text file that is in it."
_NONE = "Give the page as a browser saves it (“Web page, HTML only”), or the article’s words as a text file."

_SIGNATURES: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"%PDF-", "a PDF", _DOCUMENT),
    (0, b"{\\rtf", "a document in RTF", _DOCUMENT),
    (0, b"%!PS", "a document in PostScript", _DOCUMENT),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older document of Word, Excel or PowerPoint", _DOCUMENT),
    (0, b"bplist00", "a web archive of Safari or another binary property list", _DOCUMENT),
    (0, b"\x1f\x8b", "packed by gzip", _PACKED),
    (0, b"\x1f\x9d", "packed by compress", _PACKED),
    (0, b"BZh", "packed by bzip2", _PACKED),
    (0, b"\xfd7zXZ\x00", "packed by xz", _PACKED),
    (0, b"(\xb5/\xfd", "packed by Zstandard", _PACKED),
    (0, b"\x04\x22\x4d\x18", "packed by LZ4", _PACKED),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive", _PACKED),
    (0, b"Rar!\x1a\x07", "a RAR archive", _PACKED),
    (257, b"ustar", "a tar archive", _PACKED),
    (0, b"\x89PNG\r\n", "a picture (PNG)", _NONE),
    (0, b"\xff\xd8\xff", "a picture (JPEG)", _NONE),
    (0, b"GIF87a", "a picture (GIF)", _NONE),
    (0, b"GIF89a", "a picture (GIF)", _NONE),
    (8, b"WEBP", "a picture (WebP)", _NONE),
    (0, b"II*\x00", "a picture (TIFF)", _NONE),
    (0, b"MM\x00*", "a picture (TIFF)", _NONE),
    (4, b"ftypavif", "a picture (AVIF)", _NONE),
    (4, b"ftypheic", "a picture (HEIC)", _NONE),
    (4, b"ftyp", "a film or a sound (MP4)", _NONE),
    (0, b"\x1aE\xdf\xa3", "a film (WebM or Matroska)", _NONE),
    (0, b"OggS", "a sound or a film (Ogg)", _NONE),
    (0, b"fLaC", "a sound (FLAC)", _NONE),
    (0, b"ID3", "a sound (MP3)", _NONE),
    (0, b"\xff\xfb", "a sound (MP3)", _NONE),
    (0, b"\x7fELF", "a program", _NONE),
    (0, b"SQLite format 3\x00", "a database (SQLite)", _NONE),
    (0, b"wOF", "a font", _NONE),
)
"""Each: where the sign stands, the sign, what such a file is, what to do instead; the longer sign first."""
_ZIPPED = (
    (b"word/", "a document of Word (docx)", _DOCUMENT),
    (b"mimetypeapplication/epub+zip", "a book (EPUB)", _DOCUMENT),
    (b"mimetypeapplication/vnd.oasis.opendocument", "a document of LibreOffice (OpenDocument)", _DOCUMENT),
    (b"Index/Document.iwa", "a document of Pages", _DOCUMENT),
    (b"xl/", "a workbook of Excel (xlsx)", _DOCUMENT),
    (b"ppt/", "a presentation of PowerPoint (pptx)", _DOCUMENT),
)
_FIRST = 4096
_ROOT = re.compile(rb"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE\s[^>]*>\s*)*<([A-Za-z][\w.:-]*)", re.S | re.I)


def what_it_is(data: bytes) -> str:
    """Two sentences, what the file is and what to do instead; empty where it may be a page or a text."""
    found = _found(data)
    return f"This is {found[0]}, and neither a page nor a text. {found[1]}" if found else ""


def _is_json(data: bytes) -> bool:
    try:
        read = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return any(isinstance(one, dict) for one in ([read] if isinstance(read, dict) else read))


def _found(data: bytes) -> tuple[str, str] | None:
    start = data[:_FIRST].removeprefix(b"\xef\xbb\xbf").lstrip()
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        inside = next(((what, advice) for sign, what, advice in _ZIPPED if sign in data), None)
        return inside or ("a zip archive", _PACKED)
    if data.startswith(b"MZ") and b"\0" in data[:64]:
        return "a program", _NONE
    for at, sign, what, advice in _SIGNATURES:
        if data.startswith(sign, at) or (not at and sign.isascii() and sign[:1] in b"%{" and start.startswith(sign)):
            return what, advice
    if start[:1] in (b"{", b"[") and _is_json(data):
        return "data (JSON)", _DOCUMENT
    if start.lower().startswith(b"<?xml"):
        root = _ROOT.match(start)
        if root and root[1].lower().rpartition(b":")[2] != b"html":
            return f"a file of XML whose root is “{root[1].decode()}”", _DOCUMENT
    return None
