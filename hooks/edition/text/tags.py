"""Language tags (BCP 47): what is one, and which one was meant."""

from __future__ import annotations

import re

_TWO_LETTERS = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
    et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki
    kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no
    nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta
    te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split()
)
"""All that ISO 639-1 has; of the thousands with three letters none is told from what is none."""
MEANT = dict(
    pair.split(":")
    for pair in """
jp:ja kr:ko cn:zh-Hans tw:zh-Hant hk:zh-Hant ua:uk cz:cs dk:da gr:el vn:vi ir:fa il:he rs:sr at:de us:en gb:en
iw:he in:id ji:yi english:en chinese:zh japanese:ja korean:ko german:de deutsch:de french:fr spanish:es
arabic:ar russian:ru eng:en deu:de ger:de fra:fr fre:fr spa:es ita:it por:pt rus:ru zho:zh chi:zh jpn:ja kor:ko
ara:ar per:fa fas:fa tur:tr pol:pl nld:nl dut:nl swe:sv chs:zh-Hans cht:zh-Hant cmn:zh
""".split()
)
"""What is written for a language and is none, or has a shorter tag: a country, a name, an older code."""
_FORM = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?",
    re.ASCII,
)


def is_tag(text: str) -> bool:
    """Whether a text is a language tag, each of its parts in the letters that are usual: `pt-BR`, `zh-Hans`."""
    language = text.partition("-")[0]
    is_known = len(language) == 3 or language in _TWO_LETTERS
    return is_known and not _shorter(language) and _FORM.fullmatch(text) is not None


def tag_meant(text: str) -> str:
    """The tag that somebody meant who wrote the text; empty where that cannot be told."""
    language, *more = re.split("[-_]", text.strip().lower())
    language = _shorter(language) or language
    end = next((number for number, part in enumerate(more) if len(part) == 1), len(more))
    meant = "-".join([language, *map(_as_usual, more[:end]), *more[end:]])
    return next(filter(is_tag, (meant, language)), "")


def _as_usual(part: str) -> str:
    """A script begins with a capital, a region has nothing else."""
    return part.title() if len(part) == 4 and part.isalpha() else part.upper() if len(part) == 2 else part


def _shorter(language: str) -> str:
    """The tag that stands for what is written so, and is no language or has a shorter tag."""
    return "" if language in _TWO_LETTERS else MEANT.get(language, "")
