"""What became of a quote when the text changed, and the changes that this makes in the files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from edition.editing.yaml_edit import CannotEdit, assign
from edition.editing.yaml_ways import Value
from edition.problems import Place
from edition.reading import YamlPath

OutcomeKind = Literal["moved", "carried", "changed", "proposed", "lost"]


class Change(NamedTuple):
    """A value in a file: set or added, or (None) removed."""

    path: YamlPath
    value: Value | None

    @property
    def is_mark(self) -> bool:
        """Whether it says that a person has to look again."""
        return self.path[-1:] == ("fuzzy",) and self.value is not None


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What became of one quote, or of one paragraph of a translation.

    `moved`: its words still stand, and the file says where. `carried`: the diff shows what they are now.
    `proposed`: a passage like them, for a person to accept. `lost`: nothing is like them. `changed`: its words still
    stand, in a paragraph that is otherwise. `name` is what a person accepts it by.
    """

    name: str
    kind: OutcomeKind
    place: Place
    old: str
    new: str = ""
    section: str = ""
    score: float | None = None
    remark: str = ""
    changes: tuple[Change, ...] = ()
    renamed: str = ""
    """The path that the whole file moves to."""

    @property
    def is_open(self) -> bool:
        """Whether a person has to decide."""
        return self.kind in ("proposed", "lost")

    @property
    def mark(self) -> tuple[str, YamlPath] | None:
        """The file, and the place of the mark in it, that say that a person has to look again; None where none has."""
        return next(((self.place.file.path, change.path) for change in self.changes if change.is_mark), None)

    @property
    def if_telling(self) -> Outcome | None:
        """The outcome, unless it is none: the words stand, and what leans on them need not be marked."""
        return None if self.kind == "changed" and not self.changes else self

    def accepted_by(self, names: Iterable[str]) -> bool:
        """Whether one of the names is this one, or that of the note it belongs to."""
        return any(self.name == name or self.name.startswith(f"{name}.") for name in names)


class Applied(NamedTuple):
    """Files by path as they are to be (None: no more), what was written, and what could not be, with the reason."""

    files: dict[str, str | None]
    written: list[Outcome]
    refused: dict[Outcome, str]

    def left_of(self, outcomes: Iterable[Outcome]) -> list[Outcome]:
        """Those of the outcomes that a person still has to decide."""
        return [item for item in outcomes if item in self.refused or (item.is_open and item not in self.written)]


def apply_outcomes(outcomes: Iterable[Outcome], files: Mapping[str, str]) -> Applied:
    """The changed files, out of the outcomes that are to be written and the files' texts as they lie on disk."""
    result = Applied({}, [], {})
    now = dict(files)
    renames: dict[str, str] = {}
    marked: set[tuple[str, YamlPath]] = set()
    for outcome in outcomes:
        path = outcome.place.file.path
        if outcome.renamed:
            renames[path] = outcome.renamed
        if path not in now:
            result.refused[outcome] = "the file cannot be read"
            continue
        try:
            text = now[path]
            for change in outcome.changes:
                if not (change.is_mark and (path, change.path) in marked):  # one mark for all of a note's quotes
                    text = assign(text, change.path, change.value)
        except CannotEdit as error:
            result.refused[outcome] = str(error)
            continue
        now[path] = text
        marked |= {mark for mark in (outcome.mark,) if mark}
        result.written.append(outcome)
    result.files.update({path: text for path, text in now.items() if text != files[path]})
    for path, renamed in renames.items():
        if path in now and renamed not in files:
            result.files[renamed] = now[path]
            result.files[path] = None
    return result
