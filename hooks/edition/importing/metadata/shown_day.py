"""The day that a page shows about its article's title, and which of that and the day in its data comes first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from edition.importing.article import Finding
from edition.importing.bounds.region import Region
from edition.importing.bounds.scores import HALF
from edition.importing.lines import language
from edition.importing.lines.credits import begins_with_day, tells_of_change
from edition.importing.lines.days import DAY, is_day_first
from edition.importing.lines.labels import LABELS
from edition.importing.metadata.provenance import FAR, TIME, day, is_of_change
from edition.importing.page.chunks import Chunk

_HOUR = re.compile(r"\d[:：]\d\d")
_LABELLED = re.compile(rf"(?:{LABELS['day']}|{LABELS['later']})\s*[:：]?\s*(?:[^\W\d]+[.,]?\s+)?{DAY}", re.I)
"""A line that says first when the article was published, or changed."""
_LOW = 4
"""A heading of this level, or a lower one, may be a line of the site, too."""
_AROUND = 4
"""So many elements around a line and a title are looked at."""
LINE = 80
"""A line of a site is at most as wide."""
NEAR = 12
"""Chunks before and after the article in which a site may say something of it."""


def settle_days(
    findings: dict[str, list[Finding]], found: Sequence[Chunk], heading: int, place: Region, reasons: Sequence[str]
) -> None:
    """Puts the day that the page shows first, where its data tell none, or one that may be that of another zone."""
    findings["issued"].sort(key=lambda item: is_of_change(item.where))
    first = findings["issued"][:1]
    is_doubtful = not first or FAR in first[0].where or tells_of_change(first[0].where)
    others = {item.value for item in findings["issued"][1:] if FAR not in item.where}
    is_alone = len(others) == 1 and len(findings["issued"]) > 2 and first[0].value not in others
    if is_doubtful or is_alone or ", in UTC" in first[0].where:
        shown = _days_between(findings, found, heading, place, reasons)
        shown = shown or [item for item in findings["issued"] if item.where == TIME]
        is_own = shown and not is_of_change(shown[0].where)
        if is_doubtful or (is_alone and is_own) or (is_own and is_beside(shown[0], first[0])):
            findings["issued"][:0] = shown


def _days_between(
    findings: dict[str, list[Finding]], found: Sequence[Chunk], heading: int, place: Region, reasons: Sequence[str]
) -> list[Finding]:
    """The one day that the lines about the title name, whatever else they say; empty where they name none, or two."""
    names = [item.value for item in findings["author"]]
    said = [item.value for item in findings["language"]]
    letters = language.settled(said, " ".join(chunk.text for chunk in found))
    day_first = any(map(is_day_first, (*said[:1], letters)))
    lines = [
        found[index].text
        for index in _lines_about_title(found, heading, place, reasons, names)
        if reasons[index] or index < place.start or _is_moment(found[index].text)
    ]
    told = _days_of(lines, day_first=day_first)
    if not (told or findings["issued"]):  # under the text, with the author's name, or behind what says so
        below = (chunk.text for chunk in found[place.end : place.end + NEAR])
        told = _days_of(
            (line for line in below if begins_with_day(line) or any(name in line for name in names)),
            day_first=day_first,
        )
    first = [item for item in told if not tells_of_change(item.where)] or told
    return first if len(first) == 1 else []


def _days_of(lines: Iterable[str], *, day_first: bool) -> list[Finding]:
    """The days that lines name, each once."""
    said: dict[str, Finding] = {}
    for line in lines:
        if value := day(line, day_first=day_first):
            said.setdefault(value, Finding(value, f"the line “{line}”"))
    return [*said.values()]


def _lines_about_title(
    found: Sequence[Chunk], heading: int, place: Region, reasons: Sequence[str], names: Sequence[str]
) -> Iterator[int]:
    """The narrow lines about the title that may say when the article was written.

    Behind the standfirst only such as name an author or begin with a day: others are of other articles. Above the line
    over the title, and where nothing is known as that, only those with the hour, which the day of today has not.
    """
    begin = max(0, heading - 3 if heading >= 0 else place.start - NEAR // 2)
    is_behind = False
    for index in range(begin, min(len(found), max(place.start, heading + 1, begin) + NEAR)):
        chunk = found[index]
        is_by = any(name in chunk.text for name in names)
        if not _may_tell_day(chunk, is_by=is_by, is_under_title=index == heading + 1):
            is_text = not (reasons[index] or chunk.level or chunk.tag in ("img", "figcaption"))
            if index >= place.start and index > heading and is_text:
                if is_behind:
                    break
                is_behind = True  # the standfirst
            continue
        is_near = heading - 1 <= index and heading >= 0
        if (
            not (is_behind and not (is_by or _is_labelled(chunk.text)))
            and (index >= heading or is_beside_heading(chunk, found[heading]))
            and (is_near or bool(_HOUR.search(chunk.text)))
        ):
            yield index


def _may_tell_day(chunk: Chunk, *, is_by: bool, is_under_title: bool) -> bool:
    """Whether a line is narrow, and no title, picture or link but one to its author; `is_by`: it names one."""
    is_of_day = _is_labelled(chunk.text) or bool(re.match(DAY, chunk.text, re.I) or _HOUR.search(chunk.text))
    return (
        language.width(chunk.text) <= (2 * LINE if is_by or is_of_day else LINE)
        and not 0 < chunk.level < _LOW
        and (chunk.linked < HALF or is_by or is_under_title)
        and (is_of_day or "dd" not in (chunk.tag, *chunk.above))
        and chunk.tag != "img"
    )


def _is_labelled(text: str) -> bool:
    return begins_with_day(text) or bool(_LABELLED.match(text))


def _is_moment(text: str) -> bool:
    """Whether a narrow line of the text, which is no sentence, has an hour, and says of nothing else when it was."""
    is_of_other = bool(re.search(rf"[:：]\s*{DAY}", text, re.I)) and not _is_labelled(text)
    return (
        language.width(text) <= LINE and bool(_HOUR.search(text)) and not (is_of_other or language.ends_sentence(text))
    )


def is_beside(shown: Finding, said: Finding) -> bool:
    """Whether the day that is shown is the one before or after that which is said, as another zone of time has it."""
    apart = date.fromisoformat(shown.value) - date.fromisoformat(said.value)
    return ", in UTC" in said.where and abs(apart.days) == 1


def is_beside_heading(chunk: Chunk, heading: Chunk) -> bool:
    """Whether a line stands in the same part of the page as the title, and in no bar beside it, as other days do."""
    in_bar = any("sidebar" in box.chrome.casefold() and box not in heading.boxes for box in chunk.boxes)
    return not in_bar and any(box is other for box in chunk.boxes[-_AROUND:] for other in heading.boxes[-_AROUND:])
