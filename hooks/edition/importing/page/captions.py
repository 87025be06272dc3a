"""Which chunks are the captions of pictures, as their element, its names or its place say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from edition.importing.article import loose
from edition.importing.lines import language
from edition.importing.page.chunks import Box, Chunk

_LONG_CAPTION = 300
"""So many letters has a caption at most that nothing calls one."""
_CAPTION = re.compile(
    r"(?:^|[-_ ])(?<!drop-)(?:(?:wp-|fig-?|image-|img-|photo-|pic-|picture-|media-)?"
    r"(?:caption|cap|legend|credits?)(?:-te?xt)?|"
    r"(?:image|img|photo|foto|pic|picture|media|figure)[-_]{0,2}(?:desc(?:ription)?|copyright|author|source|info)|"
    r"bildunterschrift|bildnachweis|bildtext|bildetekst|billedtekst|kuvateksti|"
    r"legenda|légende|leyenda|popisek|didascalia|pie-?de-?foto|image-widget)(?:$|[-_ ])",
    re.I,
)
CREDIT = re.compile(
    r"[(（\[]?(?:Fotos?|Photos?|Cr[eé]dits?(?:[\s-]+photos?)?(?=\s?[:：/©])|Bild(?:er)?|Images?|Pictures?|Fotografía|"
    r"Crédito|Zdj(?:ęcie|\.)|Fot\.|Fotók?|Φωτ(?:ογραφί[αε]ς?|ο)?\.?|फ़ोटो|फोटो|ছবি|Kuva|Ảnh|Фото|Снимка|Fotoğraf|"
    r"صورة|الصورة|عکس|צילום|ภาพ|写真|撮影|[题头]?图片?(?:来源)?|圖(?:片來源)?|"
    r"사진)(?:\s*[\[(]\w{1,2}[\])])?\s*(?:[:：©|/=]|[来源]自|(?:by|credit|via|von|de)\b)",
    re.I,
)
"""How a line begins that says whose a picture is."""
NUMBERED = re.compile(
    r"\W{0,2}(?:fig(?:ure|ura|uur)?|abb(?:ildung)?|pic(?:ture)?|photo|foto|bild|image|imagen|рис(?:унок)?|"
    r"мал(?:юнок)?|фото|afb(?:eelding)?|"
    r"ryc(?:ina)?|rys(?:unek)?|obr(?:ázek)?|kuva|ảnh|hình|gambar|şekil|resim|kép|slika|شکل|صورة|تصویر|图片?|圖|図|"
    r"写真|그림|사진)"
    r"\.?\s*\d{1,2}(?!\d)\s*[.:：|)–—、-]?|[▲△▼▽◀◁▶▷↑↓←→]\s*(?=\S)",
    re.I,
)
"""How a line begins that says which picture is which."""
_IMAGE_BOXES = frozenset("div span center figure".split())
_WORD = re.compile(r"[^\W\d_]{2}")
_LENGTH = re.compile(r"\d{1,2}:\d\d\b")
"""How long a film is, before its title."""
_PARTS = frozenset("img figcaption tr pre li blockquote".split())
"""What stands in one of these is what its own element says."""
_SHORT_DESCRIPTION = 20
"""Signs of a picture's description, of which a line may have fewer by chance."""
_LINE = 100
"""So wide is one at most that stands in an element of its own under the picture's, as a paragraph may."""
_MORE = 60
"""So many signs more than the description has a caption that begins with it: whose the picture is."""
_NEAR = 4
"""Chunks after a picture among which its caption is, with the buttons on it; so many stand in one element with it."""


def with_captions(found: Sequence[Chunk]) -> list[Chunk]:
    """The chunks; what stands alone with a picture in an element that holds nothing else is its caption."""
    held: dict[int, list[int]] = {}
    for index, chunk in enumerate(found):
        for box in chunk.boxes:
            held.setdefault(id(box), []).append(index)
    captioned = list(found)
    for index, described in _described(found):
        captioned[index] = replace(described, boxes=(*described.boxes, Box("figcaption", "caption")))
    for index, chunk in enumerate(found[1:], 1):
        is_credit = found[index - 1].tag == "img" and len(chunk.text) <= _LINE and CREDIT.match(chunk.text)
        if chunk.level and (is_credit or _CAPTION.search(chunk.boxes[-1].classes)):
            others = [box for box in chunk.boxes if not re.fullmatch("h[1-6]", box.tag)]
            captioned[index] = replace(chunk, tag="div", boxes=(*others, Box("div", "caption")))
    pictured = {id(box) for chunk in found if chunk.tag == "img" for box in chunk.boxes if box.tag == "figure"}
    for index, chunk in enumerate(found):
        if not chunk.boxes or chunk.tag in _PARTS or chunk.level or chunk.linked or _PARTS & {*chunk.above}:
            continue
        around = next((box for box in reversed(chunk.boxes[-_NEAR:]) if len(held[id(box)]) > 1), chunk.boxes[-1])
        beside = [found[at] for at in held[id(around)] if at != index]
        alone = beside and around.tag in _IMAGE_BOXES and all(other.tag == "img" for other in beside)
        if around is not chunk.boxes[-1]:
            alone = (
                alone
                and found[index - 1].tag == "img"
                and (language.width(chunk.text) <= _LINE or bool(CREDIT.search(chunk.text)))
            )
        alone = alone or any(id(box) in pictured for box in chunk.boxes[-_NEAR:])
        alone = alone and bool(_WORD.search(chunk.text)) and not _LENGTH.match(chunk.text)
        if alone and len(chunk.text) <= _LONG_CAPTION and not any(box.chrome for box in chunk.boxes[-_NEAR:]):
            captioned[index] = replace(chunk, boxes=(*chunk.boxes, Box("div", "caption")))
    return captioned


def _described(found: Sequence[Chunk]) -> Iterator[tuple[int, Chunk]]:
    """The first line after each picture that says what the picture's description does, and little more."""
    held = Counter(id(box) for chunk in found if chunk.tag != "img" for box in chunk.boxes[-_NEAR:])
    for at, picture in enumerate(found):
        said = loose(picture.text) if picture.tag == "img" else ""
        if not _WORD.search(said):
            continue
        more = _LONG_CAPTION if picture.text.endswith("…") else _MORE
        for index in range(at + 1, min(len(found), at + 1 + _NEAR)):
            chunk = found[index]
            if chunk.tag == "img" or chunk.level or chunk.linked or "figcaption" in chunk.above:
                break
            together = any(
                box is other and held[id(box)] <= _NEAR for box in chunk.boxes[-_NEAR:] for other in picture.boxes
            )
            is_same = index == at + 1 and chunk.text == picture.text
            is_longer = len(said) >= _SHORT_DESCRIPTION and len(chunk.text) <= len(picture.text) + more
            if is_same or (together and is_longer and loose(chunk.text).startswith(said)):
                yield index, chunk
                break


def is_caption(chunk: Chunk) -> bool:
    """Whether the chunk stands in a picture's caption, as its element or its names say."""
    return any(names_caption(box) or box.tag == "figcaption" for box in chunk.boxes[-4:])


def names_caption(box: Box) -> bool:
    """Whether an element's names are those of a picture's caption."""
    return box.tag in ("p", "div", "span", "small") and bool(_CAPTION.search(box.classes))
