"""Which lines at the head and at the foot of an article say something of it, one after another, and what they tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from edition.importing.article import Finding
from edition.importing.lines.credits import Credit, credit

_FIELDS = (
    ("author", "author"),
    ("name", "author"),
    ("source", "publisher"),
    ("day", "issued"),
    ("later", "issued"),
    ("title", "title"),
)
"""Each kind of part with the field of edition.yml that it tells, the better first; an editor tells none.

A name without a label, written next to a day, may be a section's: it is an author's where no other is known.
"""


def credits_at_ends(lines: Sequence[str], passed: Sequence[bool]) -> dict[int, Credit]:
    """Which lines say something of the article, at its head and at its foot.

    `passed` says of each line whether it may stand before or between them: a title, a button of the site. One more
    line, a standfirst, may stand before those at the head that name an author, a source or a day alone. What the
    article itself says again further in, as a diary its days and an interview its speakers, is its own.
    """
    found = [credit(line) for line in lines]
    head = _run(found, passed, range(len(lines)))
    foot = _run(found, passed, range(len(lines) - 1, (head or [-1])[-1], -1))
    ends = {*head, *foot}
    own = {item.kinds for index, item in enumerate(found) if item and index not in ends}
    for run in (head, foot):
        # From the outside in: what lies behind one that is the article's own lies within the article.
        recurring = next((place for place, index in enumerate(run) if _kinds(found[index]) in own), len(run))
        del run[recurring:]
    return {index: item for index in sorted({*head, *foot}) if (item := found[index])}


def _kinds(item: Credit | None) -> tuple[str, ...]:
    return item.kinds if item else ()


def _run(found: Sequence[Credit | None], passed: Sequence[bool], places: range) -> list[int]:
    run: list[int] = []
    standfirst = -1
    for index in places:
        if found[index]:
            run.append(index)
        elif not passed[index]:
            following = next((found[at] for at in range(index + 1, len(found)) if found[at] or not passed[at]), None)
            tells = following and (following.tells_whence or not following.is_labelled)
            if run or standfirst >= 0 or places.step < 0 or not tells:
                break
            standfirst = index
    return run


def told(lines: Iterable[Credit], *, known: bool = False) -> Iterator[tuple[str, Finding]]:
    """What the lines tell, each with its field of edition.yml; the day of a change after that of publication.

    `known` says that an author is known: a name without a label adds none.
    """
    parts = [part for item in lines for part in zip(item.kinds, item.findings, strict=True)]
    known = known or any(has == "author" for has, _ in parts)
    for kind, name in _FIELDS:
        yield from ((name, finding) for has, finding in parts if has == kind and not (known and has == "name"))
