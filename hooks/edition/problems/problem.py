"""What is wrong and how to mend it: problems, and how they are shown.

Every other room reports through this one. No room below the border (the adapter and the command)
logs or raises for a contributor's mistake: it adds a Problem and goes on.
"""

from __future__ import annotations

import errno
import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args
from unicodedata import category, east_asian_width

from edition.problems.places import Place, SourceFile

Severity = Literal["error", "warning"]

MANY = 5
"""So many problems that are alike are shown of one file; the rest is counted."""

_COLOURS = {"error": "1;31", "warning": "1;33", "place": "1", "remedy": "36"}
_REASONS = {
    errno.EACCES: "its permissions do not allow it",
    errno.EPERM: "its permissions do not allow it",
    errno.EROFS: "it lies where nothing may be written",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full, as far as you may fill it",
    errno.EISDIR: "it is a folder, where a file is wanted",
    errno.EFBIG: "so large a file may not be written there",
    errno.ENOTDIR: "a file stands where a folder is wanted",
    errno.ENOENT: "it is not there",
    errno.ELOOP: "its links lead in a circle",
    errno.ENAMETOOLONG: "its name is too long",
}
_VARYING = re.compile(r"“.*?”|\d+", re.S)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a place (`message`: what was found, what is wanted) and how to mend it (`remedy`).

    A warning is of a `sort`, by which warnings are counted.

    A cause names what it `spoils`: what cannot be judged while it is wrong, as a rule the path of a file. It is told
    first, and a problem that `rests_on` what is spoilt is held back, since it may be a mere consequence.
    """

    place: Place
    message: str
    remedy: str = ""
    severity: Severity = "error"
    sort: str = ""
    spoils: str = ""
    rests_on: tuple[str, ...] = ()

    @classmethod
    def at(
        cls,
        path: str,
        message: str,
        remedy: str = "",
        *,
        text: str = "",
        line: int = 1,
        spoils: str = "",
        rests_on: tuple[str, ...] = (),
    ) -> Problem:
        """An error in a line of the file at the path from the project's root, which has the text."""
        return cls(Place(SourceFile(path, text), line), message, remedy, spoils=spoils, rests_on=rests_on)

    @classmethod
    def warning(cls, place: Place, sort: str, message: str, remedy: str) -> Problem:
        """What is legal but poor, of a sort."""
        return cls(place, message, remedy, "warning", sort)

    @property
    def is_error(self) -> bool:
        """Whether it stops a build."""
        return self.severity == "error"

    def __str__(self) -> str:
        return render(self)

    @property
    def sort_key(self) -> tuple[bool, str, int, int, str]:
        """Causes first, then by file, line and column."""
        place = self.place
        return (not self.spoils, place.file.path, place.line, place.column, self.message)


def reason(error: OSError) -> str:
    """Why a file or a folder could not be read or written, in plain words: `the disk is full`."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error) or type(error).__name__)


def unreadable(error: OSError) -> str:
    """The same as a sentence that names the file or the folder, from this one on where it lies under it."""
    names = [os.fsdecode(name) for name in (error.filename, error.filename2) if isinstance(name, str | bytes | Path)]
    if not names:
        return f"A file could not be read or written: {reason(error)}."
    here = f"{Path.cwd()}{os.sep}"
    shown = " to ".join(f"“{visible(name.removeprefix(here))}”" for name in names)
    return f"{shown} could not be read or written: {reason(error)}."


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems without repetition and without consequences of others; causes first, then by file and place."""
    unique = {(problem.sort_key, problem.remedy): problem for problem in problems}
    spoilt = Counter(problem.spoils for problem in unique.values())
    told = (
        problem
        for problem in unique.values()
        if not any(spoilt[name] > (name == problem.spoils) for name in problem.rests_on)
    )
    return sorted(told, key=lambda problem: problem.sort_key)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those problems that stop a build."""
    return [problem for problem in problems if problem.is_error]


def render(problem: Problem, colour: bool = False) -> str:
    """One problem as text: its address and message, the line with a caret, the remedy."""
    place = problem.place
    address, message = visible(f"{place}:"), visible(f" {problem.message}")
    parts = [
        f"{_painted(address, 'place', colour)} {_painted(f'{problem.severity}:', problem.severity, colour)}{message}"
    ]
    line = place.file.line(place.line)
    if line.strip():
        # A long line is cut around the place; tabs count as one column, as in the caret's line.
        start = max(0, place.column - 60)
        shown = line[start : start + 100].rstrip()
        before, marked = shown[: place.column - 1 - start], shown[place.column - 1 - start :][: max(1, place.width)]
        cut = "…" if start else ""
        lead, caret = _under(cut + before, " ", "\u3000"), _under(marked, "^", "\uff3e")
        parts += [f"    {cut}{visible(shown)}", f"    {lead}{_painted(caret or '^', problem.severity, colour)}"]
    if problem.remedy:
        parts += [f"    {_painted(visible(line), 'remedy', colour)}" for line in problem.remedy.split("\n")]
    return "\n".join(parts)


def render_each(problems: Iterable[Problem], colour: bool = False) -> list[str]:
    """The problems as text, in order; of many that are alike in one file a few, and how many more there are."""
    shown = []
    for problem, more in folded(problems):
        tail = f"\n    {_painted(f'… and {more} more like this', problem.severity, colour)}" if more else ""
        shown.append(render(problem, colour) + tail)
    return shown


def render_all(problems: Iterable[Problem]) -> str:
    """All problems as text with a count at the end; empty where there are none."""
    found = in_order(problems)
    return "\n\n".join([*render_each(found), count(found)]) if found else ""


def count(problems: Iterable[Problem]) -> str:
    """`2 errors, 1 warning`."""
    of = Counter(problem.severity for problem in problems)
    names = (name for name in get_args(Severity) if of[name] or name == "error")
    return ", ".join(f"{of[name]} {name}{'' if of[name] == 1 else 's'}" for name in names)


def folded(problems: Iterable[Problem]) -> list[tuple[Problem, int]]:
    """The problems in order, of each file `MANY` that are alike, with how many like it are left out after each."""
    found = in_order(problems)
    total = Counter(map(_likeness, found))
    seen: Counter[tuple[str, ...]] = Counter()
    shown = []
    for problem in found:
        like = _likeness(problem)
        seen[like] += 1
        if seen[like] <= MANY:
            shown.append((problem, total[like] - MANY if seen[like] == MANY else 0))
    return shown


def _likeness(problem: Problem) -> tuple[str, ...]:
    """What problems that are alike have in common: the file, and the message but for what it quotes.

    Those that rest on the same thing and say the same of it are alike in whichever file they stand.
    """
    if problem.rests_on:
        return (*problem.rests_on, problem.severity, problem.message)
    return problem.place.file.path, problem.severity, _VARYING.sub("", problem.message)


def _painted(text: str, what: str, colour: bool) -> str:
    return f"\x1b[{_COLOURS[what]}m{text}\x1b[0m" if colour else text


def one_of(wanted: Sequence[str]) -> str:
    """`a, b or c`, for messages."""
    return wanted[0] if len(wanted) == 1 else f"{', '.join(wanted[:-1])} or {wanted[-1]}"


def all_of(wanted: Sequence[str]) -> str:
    """`a, b and c`, for messages."""
    return wanted[0] if len(wanted) == 1 else f"{', '.join(wanted[:-1])} and {wanted[-1]}"


def short(text: str, limit: int = 60) -> str:
    """A text that messages have room for."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def visible(text: str) -> str:
    """The text with whatever cannot be seen, or would upset a terminal, named by its number: `<U+200B>`."""
    return text if text.isascii() and text.isprintable() else "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character.isspace() and character != "\u3000":
        return " "
    # A joiner stands within emoji; what else is not meant to be seen is shown.
    if category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") and character != "\u200d":
        return f"<U+{ord(character):04X}>"
    return character


def _under(text: str, narrow: str, wide: str) -> str:
    """A filling as wide as a terminal shows the text (Unicode Standard Annex 11)."""
    parts = []
    for character in text:
        shown = _visible(character)
        parts.append(narrow * len(shown) if len(shown) > 1 else ("", narrow, wide)[columns(shown)])
    return "".join(parts)


def columns(sign: str) -> int:
    """How many columns a sign takes where letters take one: two as a Chinese character does, none as an accent."""
    return 2 if east_asian_width(sign) in "WF" else int(category(sign) not in ("Mn", "Me", "Cf"))
