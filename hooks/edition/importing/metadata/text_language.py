"""Which language an article is in: what its page says, where the letters of the text do not tell otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from edition.importing.article import Block, Doubt, Finding
from edition.importing.lines import language


def settle_language(
    findings: dict[str, list[Finding]], blocks: Sequence[Block], doubts: list[Doubt], lines: Sequence[str]
) -> str:
    """Puts the language of the text first among the findings, and gives it."""
    said = findings["language"]
    values = [item.value for item in said]
    prose = [block.text for block in blocks if block.kind not in ("row", "code")]  # names and numbers tell no language
    words = " ".join(prose or [block.text for block in blocks])
    if language.settled(values, words) == "und":  # lists hold names of any
        words = " ".join(block.text for block in blocks if block.kind == "paragraph") or words
    if not said and language.guess(words) == "und":  # the site's own words may tell
        words = " ".join(lines)
    told_by_letters = language.guess(words)
    right = language.settled(values, words)
    plain = right.split("-")[0]
    first = next(
        (Finding(right, item.where) for item in said if item.value in (right, plain)),
        Finding(right, "the letters of the text"),
    )
    if said and said[0].value not in (right, plain):
        doubts.append(Doubt(f"the page says that its language is {said[0].value}; its letters tell", right))
    elif told_by_letters not in ("und", right, plain) and said:
        doubts.append(Doubt(f"the page says that its language is {right}; its letters tell", told_by_letters))
    rest = [item for item in said if item != first]
    letters = [Finding(told_by_letters, "the letters of the text")]
    findings["language"] = list(dict.fromkeys([first, *rest, *letters]))
    return first.value
