"""Signs of another width or shape where YAML knows the ASCII ones only: quotation marks, colons, commas, brackets."""

from __future__ import annotations

import re
from unicodedata import name as name_of_character

from edition.problems import Place, Problem, SourceFile
from edition.text import unquoted

ASCII_COLON = "The colon after a key is the ASCII one “:”, with a space after it."
_WIDE_COLON = re.compile(r"\s*(?:- +)?[\w-]+\s*(：)")
_HALF_CURLY = re.compile(r"^[^\"#]*[:\[{,]\s*(\")[^\"]*([“”‟])[\s\]},]*$")
_BRACKETED = re.compile(r"[\[［【〔](.*)[\]］】〕]")
_COMMA = re.compile(r"\s*[,，、；،؛]\s*")
_BULLET = re.compile(r"(?:^|\s+)[－–—―−‐‑•·・●▪*-]\s*(?=\S)")
_WIDE_BRACKET = re.compile(r"(?:[:：-]\s*|^\s*)([｛［【〔])")
_INDENTED = re.compile(r"[ \t]*([^\S \t])")
_SIGNS = {
    **dict.fromkeys("，、；،", "Between two entries stands the ASCII comma “,”."),
    "：": ASCII_COLON,
    **dict.fromkeys("］】〕", "Write the ASCII bracket “]”."),
    "｝": "Write the ASCII bracket “}”.",
}
"""Signs that stand where YAML wants one of its own, and what is written."""
_ASCII_BRACKETS = {"｛": "{ }", "［": "[ ]", "【": "[ ]", "〔": "[ ]"}


def wide_sign(place: Place) -> Problem | None:
    """The problem of a sign that only looks like the one that YAML wants at the place."""
    sign = place.file.line(place.line)[place.column - 1 : place.column]
    if sign not in _SIGNS:
        return None
    return Problem(place._replace(width=1), f"here stands “{sign}”, a sign that YAML does not know", _SIGNS[sign])


def wide_bracket(file: SourceFile, line: int) -> Problem | None:
    """The problem of a line in which a value begins with a bracket that YAML does not know."""
    found = _WIDE_BRACKET.search(file.line(line))
    if not found:
        return None
    place, wanted = Place(file, line, found.start(1) + 1), _ASCII_BRACKETS[found[1]]
    message = f"here stands “{found[1]}”, a bracket that YAML does not know"
    return Problem(place, message, f"Write the ASCII ones, {wanted}, and between two entries the ASCII comma “,”.")


def strange_indentation(file: SourceFile, line: int) -> Problem | None:
    """The problem of a line that is indented by white space of another kind."""
    found = _INDENTED.match(file.line(line))
    if not found:
        return None
    called = name_of_character(found[1], "white space").lower()
    message = f"the indentation holds {called} (U+{ord(found[1]):04X})"
    return Problem(Place(file, line, found.start(1) + 1), message, "Indent with ordinary spaces only.")


def unmarked(text: str) -> str:
    """As `unquoted`, of words that hold no other such marks."""
    bare = unquoted(text)
    return "" if re.search("[“”„‟「」『』«»]", bare) else bare


def parts_of_list(text: str) -> list[str]:
    """The entries of a list that is written with full-width brackets and commas, or with none."""
    text = " ".join(text.split())
    bracketed = _BRACKETED.fullmatch(text)
    if _BULLET.match(text):
        return [part for part in _BULLET.split(text) if part]
    return [unmarked(part) or part for part in _COMMA.split(bracketed[1] if bracketed else text) if part]


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
