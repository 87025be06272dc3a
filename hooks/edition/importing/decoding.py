"""The bytes of a file to its text, by its marks, its own word or the encodings that are likely."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.I)


def decoded(data: bytes) -> tuple[str, str]:
    """The text, and the encoding that it was in."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace"), name
    said = _CHARSET.search(data[:4096])
    likely = ["utf-8", "gb18030", "shift_jis", "cp1252"]
    if said:
        name = said[1].decode("ascii").lower()
        likely.insert(0, "gb18030" if name in ("gb2312", "gbk") else name)
    for name in likely:
        try:
            return data.decode(name), name
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1"), "latin-1"
