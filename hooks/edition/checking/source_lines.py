"""From a place in a section's HTML back to the line of Markdown that it was made of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from html import unescape
from typing import NamedTuple

from edition.problems import Problem, SourceFile

_MARKUP = re.compile(r"<[^<>]*>")
_WORDS_BEFORE = 400


class Fault(NamedTuple):
    """What is wrong with a stretch of HTML; `hint` is what of it an editor may have written in another way.

    What `swallows` hides what follows from a browser, so that it is the last.
    """

    start: int
    end: int
    message: str
    remedy: str
    hint: str = ""
    swallows: bool = False


def problems_at(file: SourceFile, line: int, html: str, faults: Iterable[Fault]) -> list[Problem]:
    """The faults as problems at their places in the file, whose Markdown begins on the `line`."""
    begin = _offset(file.text, line)
    seen: Counter[str] = Counter()
    places: dict[str, list[int]] = {}
    problems = []
    for found in faults:
        raw = html[found.start : found.end]
        after = _after_words(file.text, begin, html, found.start)
        if raw not in places:
            places[raw] = [item.start() + begin for item in re.finditer(re.escape(raw), file.text[begin:])]
        start, width = _nearest(file.text, begin, after, raw, found.hint, places[raw], seen[raw])
        seen[raw] += 1
        problems.append(Problem(file.place(start, width), found.message, found.remedy))
    return problems


def _nearest(
    text: str, begin: int, after: int, raw: str, hint: str, places: Sequence[int], index: int
) -> tuple[int, int]:
    """Where the tag stands as such; else what it was made of, from the words before it on; else the words' end."""
    if places:
        following = bisect_left(places, after)
        known = following < len(places) and after > begin
        place = places[following if known else min(index, len(places) - 1)]
        return place, len(raw.partition("\n")[0])
    for wanted in filter(None, (hint, raw.strip("<>/"))):
        for start in (after, begin):
            place = text.find(wanted, start)
            if place >= 0:
                return place, len(wanted.partition("\n")[0])
    stripped = re.compile(r"\s*").match(text, after)
    return (stripped.end() if stripped and stripped.end() < len(text) else after), 1


def _after_words(text: str, begin: int, html: str, end: int) -> int:
    """The end of words in the file that surely stand before a place of the HTML; else where the Markdown begins."""
    before = unescape(_MARKUP.sub("\n", html[max(0, end - _WORDS_BEFORE) : end]))
    lines = [line.strip() for line in before.split("\n") if line.strip()]
    for line in reversed(lines):
        for length in (40, 16, 6, 2):
            first = text.find(line[-length:], begin)
            if first >= 0 and text.find(line[-length:], first + 1) < 0:
                return first + len(line[-length:])
    return begin


def _offset(text: str, line: int) -> int:
    offset = 0
    for _ in range(line - 1):
        offset = text.find("\n", offset) + 1
    return offset
