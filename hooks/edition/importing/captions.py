"""Which chunks are the captions of pictures, as their element, its names or its place say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from edition.importing.chunks import Box, Chunk

_LONG_CAPTION = 200
"""So many letters has a caption at most that nothing calls one."""
_CAPTION = re.compile(
    r"(?:^|[-_ ])(?:(?:wp-|image-|img-|photo-|pic-|picture-|media-)?(?:caption|legend|credits?)(?:-text)?|"
    r"(?:image|img|photo|foto|pic|picture|media|figure)[-_]?(?:desc(?:ription)?|copyright|author|source|info)|"
    r"bildunterschrift|bildnachweis|didascalia|pie-?de-?foto|image-widget)(?:$|[-_ ])",
    re.I,
)
CREDIT = re.compile(
    r"(?:Fotos?|Photos?|Bild(?:er)?|Images?|Picture|Fotografía|Crédito|Zdj(?:ęcie|\.)|Fot\.|Kuva|Ảnh|Фото|Снимка|Fotoğraf|"
    r"صورة|الصورة|عکس|צילום|ภาพ|写真|撮影|图片?(?:来源)?|圖(?:片來源)?|사진)\s*(?:[:：©|/=]|(?:by|credit|via|von|de)\b)",
    re.I,
)
"""How a line begins that says whose a picture is."""
_IMAGE_BOXES = frozenset("div span center figure".split())


def with_captions(found: Sequence[Chunk]) -> list[Chunk]:
    """The chunks; what stands alone with a picture in an element that holds nothing else is its caption."""
    held: dict[int, list[int]] = {}
    for index, chunk in enumerate(found):
        for box in chunk.boxes[-3:]:
            held.setdefault(id(box), []).append(index)
    captioned = list(found)
    for index, chunk in enumerate(found):
        if (
            not chunk.boxes
            or chunk.tag == "img"
            or chunk.boxes[-1].tag not in _IMAGE_BOXES
            or chunk.level
            or chunk.linked
        ):
            continue
        beside = [found[at] for at in held[id(chunk.boxes[-1])] if at != index]
        alone = beside and all(other.tag == "img" for other in beside)
        if alone and len(chunk.text) <= _LONG_CAPTION and not any(name.tag == "figcaption" for name in chunk.boxes):
            captioned[index] = replace(chunk, boxes=(*chunk.boxes, Box("div", "caption")))
    return captioned


def is_caption(chunk: Chunk) -> bool:
    """Whether the chunk stands in a picture's caption, as its element or its names say."""
    return any(names_caption(box) or box.tag == "figcaption" for box in chunk.boxes[-4:])


def names_caption(box: Box) -> bool:
    """Whether an element's names are those of a picture's caption."""
    return box.tag in ("p", "div", "span", "small") and bool(_CAPTION.search(box.classes))
