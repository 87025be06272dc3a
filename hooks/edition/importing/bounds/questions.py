"""Questions with their answers, which fold up behind an article: its own, though each stands in a box with a button."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from edition.importing.article import TITLE, loose
from edition.importing.bounds.scores import HALF, PART, is_prose, is_told
from edition.importing.lines.chrome import is_chrome
from edition.importing.page.chunks import Chunk, kept_words
from edition.importing.page.site_elements import HIDDEN

_ASKS = re.compile(r"[?？؟⸮՞]\W*$")
_FEWEST = 2
"""So many questions, each with an answer, are such a list."""
_NEAR = 12
"""So many chunks may stand between the article and the list."""
_OF_SITE = frozenset("form nav aside footer".split())


def keep_questions(found: Sequence[Chunk], reasons: list[str]) -> None:
    """Keeps each list of questions and answers with its heading, in elements of one form with nothing else, near it."""
    kept = kept_words(found, reasons)
    if not kept:
        return
    alike: dict[tuple[int, str, str], set[int]] = {}
    for at, chunk in enumerate(found):
        for around, box in pairwise(chunk.boxes) if chunk.tag != "img" else ():
            alike.setdefault((id(around), box.tag, box.classes), set()).add(at)
    own = {id(box) for at in kept if is_prose(found[at]) for box in found[at].boxes if box.tag not in ("html", "body")}
    said = {found[at].text for at in kept}
    for index in range(kept[0], min(len(found), kept[-1] + _NEAR)):
        chunk = found[index]
        if not (reasons[index] and _ASKS.search(chunk.text)) or reasons[index] in (HIDDEN, TITLE) or chunk.text in said:
            continue
        boxes = pairwise(chunk.boxes) if any(id(box) in own for box in chunk.boxes) else ()
        sets = (sorted(alike.get((id(around), box.tag, box.classes), ())) for around, box in boxes)
        lines = next(filter(None, (_questions(found, lines) for lines in sets)), [])
        for at in lines:
            reasons[at] = "" if reasons[at] != TITLE else TITLE
        said |= {found[at].text for at in lines}


def _questions(found: Sequence[Chunk], lines: Sequence[int]) -> list[int]:
    """The questions, the answers and the heading over them, where the lines are nothing else; else none."""
    lines = [at for at in lines if loose(found[at].text) and not is_chrome(found[at].text)]
    asks = [bool(_ASKS.search(found[at].text)) for at in lines]
    first = asks.index(True) if True in asks else len(lines)
    answered = all(one != other or not one for one, other in pairwise([*asks[first:], True]))
    is_own = all(
        found[at].linked <= PART and not any(box.tag in _OF_SITE for box in found[at].boxes) for at in lines
    )  # fmt: skip
    answers = [found[at] for at, asked in zip(lines, asks, strict=True) if not asked]
    if any("label" in one.above for one in answers):
        return []  # what readers may choose
    told = sum(map(is_told, answers))
    return lines if first <= 1 and answered and is_own and told >= sum(asks) * HALF and sum(asks) >= _FEWEST else []
