"""What the YAML parser says, in words that help: what stands where, and how it is written instead."""

from __future__ import annotations

import re
from typing import cast

import yaml

from edition.problems import Place, Problem, SourceFile, short
from edition.reading.full_width import half_curly, strange_indentation, wide_bracket, wide_colon, wide_sign

_TIGHT_COLON = re.compile("\\s*(?:- +)?[A-Za-z_][\\w-]*(:)(?:[^\\s:/]|[\u00a0\u2000-\u200a\u202f\u3000])")
_OPENS_A_VALUE = re.compile(r"\s*(?:- +)?(?:[\w-]+: +)?[\[{]?(?:[\w-]+: +)?")
_TAB = re.compile(r" *(?:- *)*\t")
_QUOTE_IT = "Put the text in straight double quotes."


def syntax_problem(file: SourceFile, error: yaml.YAMLError) -> Problem:
    """The problem behind a parser's error. The parser often stumbles a line after the slip, so it looks around."""
    if not isinstance(error, yaml.MarkedYAMLError) or not (mark := error.problem_mark or error.context_mark):
        return Problem(Place(file), f"this is not valid YAML: {' '.join(str(error).split())}")
    opened = error.context_mark or mark
    place, start = _place(file, mark), _place(file, opened)
    said = error.problem or ""
    if slip := wide_sign(place) or _slip_of_the_pen(file, start.line, place.line):
        return slip
    if open_quote := _never_closed(file, place):
        return open_quote
    if "mapping values" in said:
        return _unexpected_colon(file, place)
    if "expected key" in said or "'-' indicator" in said:
        return _goes_on(file, place) or _unexpected_line(file, place, said)
    if "quoted scalar" in (error.context or ""):
        return _quoted(file, place, start, said)
    message, remedy, at = _plain_words(said, place, start)
    return Problem(at, message, remedy)


def _slip_of_the_pen(file: SourceFile, first: int, last: int) -> Problem | None:
    """Signs of the wrong kind, and colons without a space, on the line that the parser names or the one before."""
    for number in dict.fromkeys((first, last, _line_above(file, last))):
        line = file.line(number)
        if tab := _TAB.match(line):
            place = Place(file, number, tab.end())
            return Problem(place, "a tab stands in the indentation", "Indent with spaces only.")
        if slip := strange_indentation(file, number) or wide_colon(file, number) or half_curly(file, number):
            return slip
        if wide := wide_bracket(file, number):
            return wide
        if tight := _TIGHT_COLON.match(line):
            return Problem(Place(file, number, tight.start(1) + 1), "after the colon a space is missing",
                           "Write “key: value”.")  # fmt: skip
    return None


def _unexpected_colon(file: SourceFile, place: Place) -> Problem:
    line = file.line(place.line)
    before = line[: place.column - 1]
    if re.search(r":\s", before):
        key, _, text = line.strip().partition(": ")
        bare = text.strip(" “”").replace('"', '\\"')
        remedy = f'A text that holds “: ” must stand in straight double quotes: {key}: "{short(bare, 40)}"'
        return Problem(place, "a second “: ” stands in this line", remedy)
    indent = len(line) - len(line.lstrip())
    above = file.line(_line_above(file, place.line))
    wanted = len(above) - len(above.lstrip(" -"))
    at = place._replace(column=indent + 1, width=max(1, len(before) - indent))
    if indent > wanted:
        message = "this key is indented further than the line above, which has a value already"
        return Problem(at, message, f"Begin it in column {wanted + 1}, or put the line above in quotes.")
    return Problem(at, "no key can stand here", "Check that the line above is complete and its quotes are closed.")


def _never_closed(file: SourceFile, place: Place) -> Problem | None:
    """The quotation mark that an entry opens and the next one's first closes, so that its words stand outside."""
    last: yaml.ScalarEvent | None = None
    try:
        for event in yaml.parse(file.text, yaml.CSafeLoader):
            last = event if isinstance(event, yaml.ScalarEvent) else last
    except yaml.YAMLError:
        pass  # the error that is told
    if last is None or last.style not in ('"', "'"):
        return None
    opens, ends = cast("tuple[yaml.Mark, yaml.Mark]", (last.start_mark, last.end_mark))
    before = file.line(ends.line + 1)[: ends.column - 1]
    if opens.line == ends.line or ends.line + 1 != place.line or not _OPENS_A_VALUE.fullmatch(before):
        return None
    return _quoted(file, place, _place(file, opens), "")


def _goes_on(file: SourceFile, place: Place) -> Problem | None:
    """A text that goes on behind what YAML takes for the whole of it: `[a link](…)`, `"quoted" words`."""
    before = file.line(place.line)[: place.column - 1].rstrip()
    mark = before[-1:]
    if mark in ("'", '"'):
        written = "''" if mark == "'" else '\\"'
        message = f"the text ends with the quotation mark {mark} before this, and the line goes on"
        return Problem(place, message, f"A {mark} within such a text is written {written}.")
    if mark in ("]", "}") and not file.line(place.line)[place.column - 1 :].startswith(("]", "}")):
        message = f"the bracket {mark} ends what its first one begins, and the line goes on"
        rest = file.line(place.line)[place.column - 1 :].strip()
        remedy = "A text that begins with [ or { must stand in straight double quotes."
        if rest == ",":
            remedy = "Delete the comma: what stands in lines of its own needs none."
        elif re.match(r"[\w-]+:(\s|$)", rest):
            remedy = "Begin the next key in a line of its own."
        return Problem(place, message, remedy)
    return None


def _unexpected_line(file: SourceFile, place: Place, said: str) -> Problem:
    rest = file.line(place.line)[place.column - 1 :]
    if "'-' indicator" in said:
        return Problem(place, "this line is no entry of the list above it",
                       "Begin it with “- ”, or indent it under the entry that it belongs to.")  # fmt: skip
    if rest.startswith(("]", "}")):
        return Problem(place, f"the bracket “{rest[0]}” closes nothing", "Delete it, or open it before.")
    if rest.startswith("- "):
        return Problem(place, "a list entry stands where a key is wanted", "Put it under the key that it belongs to.")
    message = "this line is indented otherwise than its neighbours"
    return Problem(
        place, message, "All keys of a note begin in one column; what belongs to a key is indented under it."
    )


def _quoted(file: SourceFile, place: Place, start: Place, said: str) -> Problem:
    if "Unicode" in said:
        return Problem(place, "this escape names no character", "Write the character itself.")
    if "escape" in said:
        found = file.line(place.line)[place.column - 1 :][:2]
        message = f"in double quotes a backslash begins an escape, and “{found}” is none"
        return Problem(place, message, "Write a backslash itself as \\\\, or put the text in single quotes.")
    return Problem(start, "the quotation mark that opens here is never closed", "Close it at the end of the text.")


def _plain_words(said: str, place: Place, start: Place) -> tuple[str, str, Place]:
    """Message, remedy and place for what the parser says in one way only."""
    here = start.file.line(place.line)[place.column - 1 :][:1]
    first = start.file.line(start.line)[start.column - 1 :][:1]
    if "expected ',' or" in said:
        if " #" in start.file.line(start.line)[start.column :]:
            return "“ #” begins a comment, before which the bracket is not closed", _QUOTE_IT, start
        closing = "}" if first == "{" else "]"
        message = f"the bracket “{first}” is not closed, or a comma is missing after it"
        return message, f"Close it with “{closing}”; between two entries stands a comma.", start
    if "could not find expected ':'" in said:
        remedy = "A text of several lines is indented under its key: write “key: |”, then the text."
        return "this line is no “key: value”", remedy, start
    if sign := _other_sign(place, start, here, first):
        return sign
    is_last = place.file.text.rstrip().count("\n") < place.line
    no_text = f"a text may not begin with “{here}”", _QUOTE_IT, place
    no_sign = f"a text may not begin with “{first}”", _QUOTE_IT, start
    no_line = "lines that begin with % are not used here", "Delete it.", place
    told = {
        "cannot start any token": no_text,
        "node content": no_text,
        "mapping keys": no_text,
        "alphabetic or numeric": no_sign,
        "tag handle": no_sign,
        "comment or line break": (
            "behind “|” or “>” the line must end",
            "Begin the text on the next line, indented under its key.",
            place,
        ),
        "block sequence entries": (
            "a list may not begin in the line of its key",
            "Begin it on the next line. A text that begins with “- ” goes in double quotes.",
            place,
        ),
        "another document": (
            "a second note begins here",
            "Nothing follows: delete the line." if is_last else "One file holds one note: give it a file of its own.",
            place,
        ),
        "<document start>": (
            "this line is indented less than the first, or stands after the end of the document",
            "All keys of a note begin in one column.",
            place,
        ),
        "YAML document": no_line,
        "directive": no_line,
    }
    unknown = f"this is not valid YAML: {said}", "", place
    return next((words for part, words in told.items() if part in said), unknown)


def _other_sign(place: Place, start: Place, here: str, first: str) -> tuple[str, str, Place] | None:
    """Message, remedy and place where a sign of another format, or one too many, is what the parser stumbles over."""
    line = place.file.line(place.line)
    if line.startswith(("```", "~~~")):
        return "this line belongs to Markdown, and a note’s file holds the note alone", "Delete it.", place
    if here == ",":
        return "before this comma no entry stands", "Delete it, or write what is missing.", place
    if first == "*" and re.match(r"\s*\* ", line):
        return "an entry of a list begins with “- ”, and here is “* ”", "Write “- ” in its place.", start
    return None


def _line_above(file: SourceFile, number: int) -> int:
    """The nearest line above that is neither empty nor a comment; 0 where there is none."""
    return next((n for n in range(number - 1, 0, -1) if file.line(n).strip() and file.line(n).lstrip()[0] != "#"), 0)


def _place(file: SourceFile, mark: yaml.Mark) -> Place:
    return Place(file, mark.line + 1, mark.column + 1)
