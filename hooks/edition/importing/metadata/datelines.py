"""Who wrote it, as the first words of an article and its last ones say: before a place, or in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.importing.article import Finding
from edition.importing.lines.chrome import CODE_LANGUAGE, is_chrome
from edition.importing.lines.credits import credit
from edition.importing.metadata.names import authors
from edition.importing.page.captions import is_caption
from edition.importing.page.chunks import Chunk
from edition.text import HAN

_REPORTER = rf"[{HAN}]{{0,6}}(?:记者|記者)"
_NAMES = rf"(?P<names>[{HAN}]{{2,4}}(?:[\s、，,]+[{HAN}]{{2,4}}){{0,3}})"
_JAPANESE = rf"[{HAN}\u3040-\u30ff]{{3,8}}"
_FIRST = tuple(
    map(
        re.compile,
        (
            # 新华社北京9月7日电（记者张三）
            rf"[^。！？]{{0,30}}[电讯電訊]\s*[（(]{_REPORTER}\s*{_NAMES}[^（()）]{{0,12}}[）)]",
            rf"[^。！？，,]{{0,20}}(?:记者|記者)\s*{_NAMES}\s+[{HAN}]{{0,3}}(?:报道|報導|報道)[:：]?",
            rf"[〔［\[【（(]?{_REPORTER}\s*{_NAMES}\s*[／/|｜]",  # 〔記者張三／台北報導〕
            # （中央社記者張三李台北21日電）: a name has three signs, and a place two or more
            rf"[（(]{_REPORTER}(?P<names>(?:[{HAN}]{{2,4}}、)*[{HAN}]{{3}})[{HAN}]{{2,8}}\d{{1,2}}日[{HAN}]*電[）)]",
            rf"【[^】=＝]{{1,12}}[=＝](?P<names>{_JAPANESE}(?:、{_JAPANESE})*)】",  # 【北京＝浜野しずく】
            # (서울=연합뉴스) 홍길동 기자 =
            r"[(\[][^)\]]{1,20}[)\]]\s*(?P<names>[가-힣]{2,4})\s*(?:기자|특파원)\s*[=＝]",
            r"[(\[][^)\]]{1,20}\s(?P<names>[가-힣]{2,4})\s*(?:기자|특파원)\s*[)\]]",  # [뉴스타운 홍길동 기자]
        ),
    )
)
_LAST = tuple(
    re.compile(rf"[（(]{said}[）)][^。！？（(]{{0,16}}$")
    for said in (rf"{_REPORTER}\s*{_NAMES}", rf"{_NAMES}[／/][{HAN}]{{2,6}}(?:報導|报道)")
)
_KOREAN = r"[가-힣]{2,4}\s(?:기자|특파원)"
_SIGNED = re.compile(
    rf".*[.!?。！？…]['\"”’」』)]?(?:\s+|(?=(?:[가-힣]{{2,5}}=)?{_KOREAN}))"
    r"(?P<sign>\S.{0,56}?(?:@[\w.-]+\w|기자|특파원|논설위원)[)>\]]?)\s*",
    re.S,
)
"""A last paragraph, and who wrote it behind its last sentence: with an address, with what he is."""
_OWNED = re.compile(
    r".*[.!?。！？…]['\"”’»」』)]?(?:\s+(?=\S*(?:©|ⓒ|\([cC]\)|[cC]opyright\b))|(?=返回))"
    r"(?P<sign>(?:©|ⓒ|\([cC]\)|[cC]opyright\b|返回).{2,60}?)\s*",
    re.S,
)
"""A last paragraph, and whose it is behind its last sentence."""
_LANGUAGE = re.compile(rf"{CODE_LANGUAGE}\s*$", re.I)
"""Code, and what its builder writes under it."""
_BEFORE = "/=-–—◆■▶● "
"""What stands before it there."""
_FEW = 3
"""Among so many paragraphs is the first one, behind a standfirst."""


def authors_of(texts: Sequence[str], not_these: Sequence[str]) -> list[Finding]:
    """The names in the dateline of the first paragraphs; else in brackets at the end of the last."""
    said = next((one for text in texts[:_FEW] for pattern in _FIRST if (one := pattern.match(text))), None)
    said = said or next(filter(None, (pattern.search(text) for text in texts[-1:] for pattern in _LAST)), None)
    return [
        Finding(name, f"the words “{said[0].strip()}”")
        for one in re.split(r"[\s、，,]+", said["names"])
        for name in authors(one, not_these)
    ] if said else []  # fmt: skip


def with_signatures(found: Sequence[Chunk]) -> list[Chunk]:
    """The chunks; what says behind the last sentence of one who wrote it, or whose it is, is a chunk of its own."""
    parted: list[Chunk] = []
    for chunk in found:
        words = "".join(span.text for span in chunk.spans)
        is_line = chunk.tag not in ("img", "tr", "pre") and not chunk.level
        is_told = is_caption(chunk) or "figcaption" in chunk.above  # whose a picture is stands in its caption
        signed = None if is_told else _SIGNED.fullmatch(words)
        owned = None if is_told or (parted and parted[-1].tag == "img") else _OWNED.fullmatch(words)
        last = (signed or owned) if is_line else None
        said = credit(last["sign"].lstrip(_BEFORE)) if last else None
        code = _LANGUAGE.search(words) if chunk.tag == "pre" else None
        if code and code.start():
            parted += chunk.parted(code.start())
        elif last and ((said and said.kinds == ("author",)) or is_chrome(last["sign"])):
            parted += chunk.parted(last.start("sign"))
        else:
            parted.append(chunk)
    return parted
