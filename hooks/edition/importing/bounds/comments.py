"""What readers wrote below the article: under a heading that counts it, or each with name and hour."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from edition.importing.bounds.leads import SHORT, is_in_part
from edition.importing.bounds.scores import is_prose, is_told
from edition.importing.lines import language
from edition.importing.lines.days import DAY, TIME
from edition.importing.page.chunks import Chunk
from edition.importing.page.site_elements import COMMENTS

_WORD = rf"(?:{COMMENTS.pattern}|комментари\w*|коментар\w*|σχόλια|komentář\w*|hozzászólás\w*|コメント|评论|評論|댓글)"
_COUNTED = re.compile(
    rf"\W*\d+\s*[件条條个個]?\s*(?:{_WORD}|(?:reader |user )?comments?|responses)\b.{{0,40}}|"
    rf".{{0,40}}(?:{_WORD}|responses)\s*[(\[:：]\s*\d+[)\]]?\W*|.{{0,60}}已有\d+[件条條个個]?{_WORD}|"
    rf"\W*(?:{_WORD}|lesermeinungen)\W*|"
    r"comments? (?:are|is) (?:now )?closed.{0,40}|.{0,30}\bknow about comments\b.{0,40}",
    re.I,
)
"""A heading over what readers wrote, with how much that is."""
_SECTION = re.compile(
    r"\W*(?:comment|kommentar|commentaire|comentario|comentário|commento|komentarz|комментарий)\W*", re.I
)
"""A heading over what one comments, as well as over what readers wrote."""
_MOMENT = re.compile(rf"{DAY}{TIME.pattern}", re.I)
_TOLD = 2
"""So many paragraphs stand above, and so many lines of a form that these have not tell who wrote when."""


def set_apart_comments(found: Sequence[Chunk], reasons: list[str]) -> None:
    """Sets aside all below the paragraphs from such a heading, or the first of such lines, on."""
    words = [at for at, chunk in enumerate(found) if chunk.tag != "img"]
    told = [at for at in words if not reasons[at] and is_told(found[at])]
    below = [at for at in words if len(told) > _TOLD and at > told[_TOLD - 1]]
    own = {_form(found[at]) for at in told[:_TOLD]}
    names = {at: _name(found[at]) for at in below if not reasons[at] and _form(found[at]) not in own}
    often = Counter(form for form, name in {(_form(found[at]), name) for at, name in names.items()} if name)
    signed = [at for at, name in names.items() if name and often[_form(found[at])] >= _TOLD]
    heads = [at for at in below if _is_head(found[at])]
    sections = {at for at in heads if _SECTION.fullmatch(found[at].text) and _is_over_text(found, at, told)}
    for at in sections:
        reasons[at] = ""  # in which somebody comments
    first = min([*signed, *(at for at in heads if at not in sections), len(found)])
    forms = {_form(found[at]) for at in words if at > first and first in signed and not reasons[at]}
    forms -= {_form(found[at]) for at in told if at < first}
    above = reversed([at for at in words if at < first and not reasons[at]])  # such as how many liked it
    above = takewhile(lambda at: _form(found[at]) in forms and not is_prose(found[at]), above)
    for at in (*above, *range(first, len(found))):
        reasons[at] = reasons[at] or "what readers wrote below the article"


def _is_head(chunk: Chunk) -> bool:
    is_line = not (chunk.linked or chunk.inner) and language.width(chunk.text) <= SHORT
    return is_line and (chunk.is_bold or chunk.level > 0) and bool(_COUNTED.fullmatch(chunk.text))


def _is_over_text(found: Sequence[Chunk], index: int, told: Sequence[int]) -> bool:
    """Whether the article's own paragraphs go on under a heading, beside those above it."""
    above = {id(found[at].boxes[-2]) for at in told if at < index}
    own = {*told}
    under = [*takewhile(own.__contains__, range(index + 1, len(found)))]
    return len(under) >= _TOLD and all(id(found[at].boxes[-2]) in above for at in under)


def _name(chunk: Chunk) -> str:
    """Who wrote, where a line is a name with a day and its hour; empty where it is none, or a label."""
    moment = _MOMENT.search(chunk.text)
    if not moment or ":" not in (moment["clock"] or "") or chunk.cells or is_in_part(chunk):
        return ""
    name = f"{chunk.text[: moment.start()]} {chunk.text[moment.end() :]}".strip()
    return name if re.search(r"\w", name) and ":" not in name and language.width(name) <= SHORT // 2 else ""


def _form(chunk: Chunk) -> tuple[str, str]:
    return chunk.boxes[-1].tag, chunk.boxes[-1].classes
