"""Which chunks are the captions of pictures, as their element, its names or its place say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from edition.importing.article import loose
from edition.importing.lines import language
from edition.importing.page.chunks import Box, Chunk, innermost
from edition.importing.page.site_elements import HIDDEN, caption_name

_LONG_CAPTION = 300
"""So many letters has a caption at most that nothing calls one."""
CREDIT = re.compile(
    r"[(（\[]?(?:Fotos?|Photos?|Cr[eé]dits?(?:[\s-]+photos?)?(?=\s?[:：/©])|Bild(?:er)?|Images?|Pictures?|Fotografía|"
    r"Crédito|Zdj(?:ęcie|\.)|Fot\.|Fotók?|Φωτ(?:ογραφί[αε]ς?|ο)?\.?|फ़ोटो|फोटो|ছবি|Kuva|Ảnh|Фото|Снимка|Fotoğraf|"
    r"صورة|الصورة|عکس|צילום|ภาพ|写真|撮影|[题头]?图片?(?:来源)?|圖(?:片來源)?|"
    r"사진)(?:\s*[\[(]\w{1,2}[\])])?\s*(?:[:：©|/=]|[来源]自|(?:by|credit|via|von|de)\b)",
    re.I,
)
"""How a line begins that says whose a picture is."""
_SIGNED = re.compile(
    r"[（(](?:[^（()）]{1,12}[摄攝]影?(?:[/／][^（()）]{1,8})?|[摄攝]影?\s?[:：／/][^（()）]{1,12})[）)]$"
)
"""How a picture's caption ends that says who took it."""
_POINTS = re.compile(r"[▲△]\s?[^▲△]{8,}$")
"""A line that points at the picture above it."""
_LENDER = re.compile(
    r"[(\[]?(?:[^.,]{2,40}(?:/|\bvia)\s?)?(?:getty(?: images)?|shutterstock|alamy(?: stock photo)?|istock(?:photo)?|"
    r"imago(?: images)?|picture[- ]alliance)[)\]]?$",
    re.I,
)
"""Who lends a picture, as a line of its own."""
NUMBERED = re.compile(
    r"\W{0,2}(?:fig(?:ure|ura|uur)?|abb(?:ildung)?|pic(?:ture)?|photo|foto|bild|image|imagen|рис(?:унок)?|"
    r"мал(?:юнок)?|фото|afb(?:eelding)?|"
    r"ryc(?:ina)?|rys(?:unek)?|obr(?:ázek)?|kuva|ảnh|hình|gambar|şekil|resim|kép|slika|شکل|صورة|تصویر|图片?|圖|図|"
    r"写真|그림|사진)"
    r"\.?\s*\d{1,2}(?!\d)\s*[.:：|)–—、-]?|[▲△▼▽◀◁▶▷↑↓←→]\s*(?=\S)",
    re.I,
)
"""How a line begins that says which picture is which."""
_SURELY = re.compile(r"(?:caption|cutline|bildunterschrift)(?!s)", re.I)
"""What an element is called that holds a caption and nothing else."""
_IMAGE_BOXES = frozenset("div span center figure table tbody".split())
_WORD = re.compile(r"[^\W\d_]{2}")
_LABEL = re.compile(
    r"image|photo|foto|picture|bild|imagen|imagem|immagine|afbeelding|billede|bilde|kuva|zdjęcie|fotografie|фото|写真|图片",
    re.I,
)
"""What is said before a picture to those who listen."""
_FILE = re.compile(r"(?=(?:\D*\d){5})[A-Za-z\d._-]{8,}|\S+\.(?:jpe?g|png|gif|webp)", re.I)
FILE = "the name of a file"
"""Why a caption is none that a system has written."""
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
_SOME = 0.2
"""So much of a caption may be a link that enlarges the picture."""
_FEW = 3
"""So many chunks has an element at most that holds but a picture, its caption and its credit."""
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
        shown = (box for box in described.boxes if box.chrome != HIDDEN)
        captioned[index] = replace(described, boxes=(*shown, Box("figcaption", "caption")))
    for index, chunk in enumerate(found[1:], 1):
        is_credit = found[index - 1].tag == "img" and len(chunk.text) <= _LINE and CREDIT.match(chunk.text)
        is_told = language.ends_sentence(chunk.text) or is_credited(found, index)
        is_told = is_told and "figcaption" in chunk.above[-2:] and len(chunk.text) > _LINE
        if chunk.level and (is_credit or is_told or caption_name(chunk.boxes[-1].classes)):
            others = [box for box in chunk.boxes if not re.fullmatch("h[1-6]", box.tag)]
            captioned[index] = replace(chunk, tag="div", boxes=(*others, Box("div", "legend")))
    for index in _alone(found, held):
        captioned[index] = replace(captioned[index], boxes=(*captioned[index].boxes, Box("div", "legend")))
    for index, why in _told_for_none(captioned):
        captioned[index] = replace(captioned[index], boxes=(*captioned[index].boxes, Box("span", chrome=why)))
    return captioned


def _alone(found: Sequence[Chunk], held: Mapping[int, Sequence[int]]) -> Iterator[int]:
    """The lines that stand with a picture in an element which holds nothing else, or as others do, or in a figure."""
    alike = _alike(found, held)
    pictured = {
        id(box) for chunk in found if chunk.tag == "img" for box in chunk.boxes if box.tag in ("figure", "table")
    }
    words = Counter(id(box) for chunk in found if chunk.tag != "img" for box in chunk.boxes if box.tag == "table")
    for index, chunk in enumerate(found):
        is_shown = any(id(box) in pictured for box in chunk.boxes[-_NEAR:] if box.tag == "figure")
        parts = _PARTS - {"li"} if is_shown else _PARTS
        table = innermost(chunk, "table")
        if table and words[id(table)] == 1 and id(table) in pictured and not re.search("[|｜]", chunk.text):
            parts -= {"tr"}  # of layout, for a picture and its caption
        if not chunk.boxes or chunk.tag in _PARTS or chunk.level or chunk.linked or parts & {*chunk.above}:
            continue
        around = next((box for box in reversed(chunk.boxes[-_NEAR:]) if len(held[id(box)]) > 1), chunk.boxes[-1])
        together = held[id(around)]
        alone = len(together) > 1 and around.tag in _IMAGE_BOXES
        alone = alone and all(found[at].tag == "img" for at in together if at != index)
        is_under = found[index - 1].tag == "img"
        points = _POINTS.match(chunk.text) and any(one.tag == "img" for one in found[max(0, index - _NEAR) : index])
        is_signed = language.width(chunk.text) <= _LINE and bool(points or _SIGNED.search(chunk.text))
        if around is not chunk.boxes[-1]:
            is_line = language.width(chunk.text) <= _LINE or bool(CREDIT.search(chunk.text))
            alone = alone and is_under and is_line
        alone = (
            alone
            or is_shown
            or is_signed
            or index in alike
            or (is_under and (chunk.boxes[-1].tag == "center" or is_credited(found, index)))
        )
        alone = alone and bool(_WORD.search(chunk.text)) and not _LENGTH.match(chunk.text)
        if alone and len(chunk.text) <= _LONG_CAPTION and not any(box.chrome for box in chunk.boxes[-_NEAR:]):
            yield index


def is_credited(found: Sequence[Chunk], index: int) -> bool:
    """Whether a line says whose a picture is, or the next one does."""
    after = (one.text for one in found[index + 1 : index + 2])
    return bool(CREDIT.search(found[index].text)) or any(CREDIT.match(text) or _LENDER.match(text) for text in after)


def _told_for_none(found: Sequence[Chunk]) -> Iterator[tuple[int, str]]:
    """What stands by a picture and tells nothing of it, and why: its label, the name of its file, who wrote."""
    of_authors = {id(box) for chunk in found if "address" in chunk.above for box in chunk.boxes if box.tag == "figure"}
    for index, chunk in enumerate(found):
        is_of_author = "address" not in chunk.above and any(id(box) in of_authors for box in chunk.boxes)
        if is_of_author and not re.search(r"\d", chunk.text):
            yield index, "who wrote the article"
        elif chunk.tag != "img" and _LABEL.fullmatch(chunk.text) and found[index + 1 : index + 2]:
            if found[index + 1].tag == "img":
                yield index, "a picture’s label"
        elif is_caption(chunk) and _FILE.fullmatch(chunk.text):
            yield index, FILE


def _alike(found: Sequence[Chunk], held: Mapping[int, Sequence[int]]) -> set[int]:
    """The lines under pictures that stand there again and again, in elements of one name, with a credit at most."""
    under: dict[tuple[str, str], list[int]] = {}
    for index, chunk in enumerate(found[1:], 1):
        together = (box for box in chunk.boxes[-_NEAR:] if any(box is other for other in found[index - 1].boxes))
        if (
            found[index - 1].tag == "img"
            and chunk.boxes[-1].classes
            and any(len(held[id(box)]) <= _FEW for box in together)
        ):
            under.setdefault((chunk.boxes[-1].tag, chunk.boxes[-1].classes), []).append(index)
    return {index for lines in under.values() if len({found[at].text for at in lines}) > 1 for index in lines}


def _described(found: Sequence[Chunk]) -> Iterator[tuple[int, Chunk]]:
    """The first line after each picture that says what the picture's description does, and little more."""
    held = Counter(id(box) for chunk in found if chunk.tag != "img" for box in chunk.boxes[-_NEAR:])
    for at, picture in enumerate(found):
        said = loose(picture.text) if picture.tag == "img" else ""
        if not _WORD.search(said):
            continue
        yield from _credited(found, at)
        more = _LONG_CAPTION if picture.text.endswith("…") else _MORE
        for index in range(at + 1, min(len(found), at + 1 + _NEAR)):
            chunk = found[index]
            if chunk.tag == "img" or chunk.level or chunk.linked > _SOME or "figcaption" in chunk.above:
                break
            copies = (one for one in found[index + 1 : index + _NEAR] if one.tag != "img")
            if chunk.is_hidden and any(one.text == chunk.text for one in copies):
                continue
            is_next = all(any(box.chrome for box in one.boxes[-_NEAR:]) for one in found[at + 1 : index])
            together = is_next or any(
                box is other and held[id(box)] <= _NEAR for box in chunk.boxes[-_NEAR:] for other in picture.boxes
            )
            is_same = is_next and chunk.text == picture.text
            is_longer = len(said) >= _SHORT_DESCRIPTION and len(chunk.text) <= len(picture.text) + more
            if is_same or (together and is_longer and loose(chunk.text).startswith(said)):
                yield index, chunk
                break


def _credited(found: Sequence[Chunk], picture: int) -> Iterator[tuple[int, Chunk]]:
    """The first line in an element with a picture that says what the picture's description does, and whose it is."""
    said, boxes = found[picture].text.partition(" | ")[0], found[picture].boxes[-_NEAR:]  # the site may stand behind it
    for index in range(picture + 1, min(len(found), picture + 3 * _NEAR)):
        chunk = found[index]
        rest = chunk.text.removeprefix(said).lstrip(" |-–—.")
        is_told = chunk.tag != "img" and rest != chunk.text and CREDIT.match(rest)
        if is_told and any(box is other for box in chunk.boxes for other in boxes):
            yield index, chunk
            return


def is_caption(chunk: Chunk) -> bool:
    """Whether the chunk stands in a picture's caption, as its element or its names say."""
    return any(names_caption(box) or box.tag == "figcaption" for box in chunk.boxes[-4:])


def is_called_caption(chunk: Chunk) -> bool:
    """Whether the chunk is called a caption in so many words, though no picture may be seen beside it."""
    near = chunk.boxes[-_NEAR - 2 :]
    named = any(box.tag == "figcaption" or _SURELY.search(box.classes) for box in near[-_NEAR:])
    return named and not any("video" in box.classes.lower() for box in near)


def names_caption(box: Box) -> bool:
    """Whether an element's names are those of a picture's caption."""
    return box.tag in ("p", "div", "span", "small", "label", "td") and bool(
        caption_name(box.classes) or _SURELY.search(box.id)
    )
