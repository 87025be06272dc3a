"""Signs of another width or shape where YAML knows the ASCII ones only: quotation marks, colons, commas, brackets."""

from __future__ import annotations

import re

from edition.problems import Place, Problem, SourceFile

ASCII_COLON = "The colon after a key is the ASCII one “:”, with a space after it."
_WIDE_COLON = re.compile(r"\s*(?:- +)?[\w-]+\s*(：)")
_MARKED = re.compile(r"[“”„‟「『‘’«＂]\s*(.+?)\s*[“”‟」』‘’»＂\"']")
_HALF_CURLY = re.compile(r"^[^\"#]*[:\[{,]\s*(\")[^\"]*([“”‟])\s*[\]},]*\s*$")
_BRACKETED = re.compile(r"[\[［【〔](.*)[\]］】〕]")
_COMMA = re.compile(r"\s*[,，、]\s*")


def unmarked(text: str) -> str:
    """The words that stand whole in quotation marks which YAML takes as part of the text; else nothing."""
    found = _MARKED.fullmatch(text.strip())
    return found[1] if found and not re.search("[“”„‟「」『』«»]", found[1]) else ""


def parts_of_list(text: str) -> list[str]:
    """The entries of a list that is written with full-width brackets and commas, or with none."""
    bracketed = _BRACKETED.fullmatch(text.strip())
    return [part for part in _COMMA.split(bracketed[1] if bracketed else text.strip()) if part]


def wide_colon(file: SourceFile, line: int) -> Problem | None:
    """The problem of a line in which a full-width colon stands after the key."""
    wide = _WIDE_COLON.match(file.line(line))
    if not wide:
        return None
    place = Place(file, line, wide.start(1) + 1)
    return Problem(place, "after the key stands a full-width colon “：”", ASCII_COLON)


def half_curly(file: SourceFile, line: int) -> Problem | None:
    """The problem of a line whose text opens with a straight quotation mark and closes with a curly one."""
    found = _HALF_CURLY.match(file.line(line))
    if not found:
        return None
    message = f"the straight quotation mark that opens this text is not closed: here stands the curly {found[2]}"
    return Problem(Place(file, line, found.start(2) + 1), message, 'Close it with the straight one: "…".')
