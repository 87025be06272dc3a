"""The edition's card: the picture that stands for it where a link to it is shown.

It shows no figures, which would be out of date with the next note; the article's title and date are there to stay.
"""

from __future__ import annotations

import re
import zlib

from markupsafe import Markup

from edition.concordance import Concordance
from edition.model import Edition, Manifest
from edition.publishing import citations
from edition.publishing.render import Renderer
from edition.publishing.site import ASSETS

CARD = "assets/card.png"
"""Where it stands, from the site's root."""
CARD_SIZE = (1200, 630)
LINE = "Its own words, with notes: who is who, what holds, what is meant."

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEYWORD = b"Description\0\0\0\0\0"  # no compression, no language


def card_words(manifest: Manifest) -> str:
    """What the card says, line by line."""
    dated = f"{manifest.publisher}, {citations.in_words(manifest.issued)}"
    return "\n".join(filter(None, ("An annotated edition", manifest.title, manifest.translated_title, dated, LINE)))


def card_html(edition: Edition, manifest: Manifest) -> str:
    """The card as a page of its own, which needs nothing else."""
    renderer = Renderer(Concordance(edition, (), {}, {}, {}))
    assets = {path.name: path.read_text(encoding="utf-8") for path in ASSETS if path.suffix in (".css", ".svg")}
    faces = re.findall(r"^(?:@font-face \{.*\}|:root \{.*?^\})$", assets["edition.css"], re.M | re.S)
    return renderer.page(
        "card.html",
        "",
        words=card_words(manifest),
        line=LINE,
        style=Markup("\n".join(faces)),
        icon=Markup(assets["icon.svg"]),
    )


def with_words(png: bytes, words: str) -> bytes:
    """The picture with words in it that are not seen: as text of its own (`iTXt`), behind its header."""
    header = len(_SIGNATURE) + 25
    return png[:header] + _chunk(b"iTXt", _KEYWORD + words.encode()) + png[header:]


def words_in(png: bytes) -> str:
    """The words that `with_words` put into it; empty where there are none."""
    at = len(_SIGNATURE)
    while at < len(png):
        length = int.from_bytes(png[at : at + 4])
        if png[at + 4 : at + 8] == b"iTXt" and png.startswith(_KEYWORD, at + 8):
            return png[at + 8 + len(_KEYWORD) : at + 8 + length].decode()
        at += length + 12
    return ""


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)
