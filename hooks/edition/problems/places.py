"""Where something stands: files as they were read, and places in them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import ClassVar, NamedTuple


@dataclass(frozen=True, slots=True, init=False)
class SourceFile:
    """A file that was read: `path` relative to the project's root, with `/`; `text` as decoded."""

    path: str
    _written: bytes = field(repr=False, compare=False)
    """The text as UTF-8, half of what it takes as characters: all files are kept for the sake of a few problems."""

    def __init__(self, path: str, text: str = "") -> None:
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "_written", text.encode("utf-8", "surrogatepass"))

    @property
    def text(self) -> str:
        """What stands in it."""
        return self._written.decode("utf-8", "surrogatepass")

    @property
    def lines(self) -> list[str]:
        """Its lines, without their ends."""
        return _lines(self._written)

    def line(self, number: int) -> str:
        """The text of a line (from 1), without its end; empty where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def place(self, index: int, width: int = 1) -> Place:
        """The place of the character at an index of the text (from 0)."""
        start = self.text.rfind("\n", 0, index) + 1
        return Place(self, self.text.count("\n", 0, index) + 1, index - start + 1, width)


@lru_cache(maxsize=32)
def _lines(written: bytes) -> list[str]:
    """A file may have thousands of problems, and is cut into lines for them once."""
    return written.decode("utf-8", "surrogatepass").split("\n")


class Place(NamedTuple):
    """A stretch within one line of a file: `line` and `column` count from 1, `width` is in characters."""

    file: SourceFile
    line: int = 1
    column: int = 1
    width: int = 1

    def __str__(self) -> str:
        return f"{self.file.path}:{self.line}:{self.column}"


class Places(Mapping[str, Place]):
    """Places in one file by name, as the numbers of which they are made when they are asked for.

    An edition has a dozen of them a note and needs them only where something is wrong; the names are mostly those of
    many others, with which they are shared.
    """

    __slots__ = ("_file", "_names", "_numbers")
    _shared: ClassVar[dict[tuple[str, ...], tuple[str, ...]]] = {}

    def __init__(self, file: SourceFile, places: Mapping[str, tuple[int, int, int]]) -> None:
        """`places` are lines, columns and widths."""
        names = tuple(places)
        self._file, self._names = file, self._shared.setdefault(names, names)
        self._numbers = array("I", chain.from_iterable(places.values())).tobytes()

    def __getitem__(self, name: str) -> Place:
        try:
            at = 3 * self._names.index(name)
        except ValueError:
            raise KeyError(name) from None
        return Place(self._file, *memoryview(self._numbers).cast("I")[at : at + 3])

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def within(place: Place, snippet: str) -> Place:
    """Where the snippet first stands from the place on; the place itself where it stands nowhere as such."""
    wanted = snippet.partition("\n")[0]
    lines = place.file.lines
    for number in range(place.line, len(lines) + 1):
        column = lines[number - 1].find(wanted, place.column - 1 if number == place.line else 0)
        if wanted and column >= 0:
            return Place(place.file, number, column + 1, len(wanted))
    return place
