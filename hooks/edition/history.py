"""What Git knows of each file: read out of the text of one `git log`, which the host asks for and hands in.

Nothing here runs Git. `LOG` is the command to run in the project's folder, `read_log` reads its answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Action = Literal["added", "changed", "renamed", "removed"]

LOG: Sequence[str] = (
    "git", "-c", "core.quotePath=false", "-c", "log.showSignature=false",
    "log", "--no-color", "--no-ext-diff", "--relative", "--name-status", "--find-renames=80%",
    "--decorate-refs-exclude=refs/*", "--format=%x1e%H%x1f%aI%x1f%D%x1f%aN%x1f%s", "--", "annotations",
)  # fmt: skip
"""One call for all files, newest first. With no branch to name, `%D` only tells where a shallow clone ends: `grafted`.

A file's old name is followed where most of its words came along. `annotations` is the folder of the notes.
"""

_ACTIONS: Mapping[str, Action] = {"A": "added", "R": "renamed", "D": "removed"}


class Commit(NamedTuple):
    """One commit: its hash, the day by the author's calendar, the author's name, the subject line."""

    hash: str
    day: str
    author: str
    subject: str


class Change(NamedTuple):
    """What a commit did to a file."""

    commit: Commit
    action: Action


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of one file, newest first. `whole` is false where a shallow clone cuts it off."""

    changes: Sequence[Change] = ()
    whole: bool = True


@dataclass(frozen=True, slots=True)
class History:
    """What is known of every file, by its path now (a removed one by its last); empty where there is no Git."""

    files: Mapping[str, Past] = field(default_factory=dict)
    commits: Sequence[Commit] = ()
    """Every commit, newest first as Git has them, but for those at which a shallow clone ends."""

    @property
    def is_shallow(self) -> bool:
        """Whether the copy of the repository reaches back only part of the way."""
        return not all(past.whole for past in self.files.values())

    def of(self, path: str) -> Past:
        """The past of the file at the path from the project's root."""
        return self.files.get(path, Past())


class _Row(NamedTuple):
    """A line of `--name-status`: the letter, the path after the commit, and the one before it where it was renamed."""

    status: str
    path: str
    old: str


def read_log(text: str) -> History:
    """The history out of what `LOG` answered; what is of no known form is passed over."""
    changes: dict[str, list[Change]] = {}
    cut: set[str] = set()
    known: list[Commit] = []
    names: dict[str, str] = {}  # a name of that time to the name that the file has now
    for commit, is_grafted, rows in _commits(text):
        present = {row.path: names.get(row.path, row.path) for row in rows}
        for path in present.values() if is_grafted else ():
            cut.add(path)  # to Git it seems to add every file; who changed them, and when, lies beyond
        if not is_grafted:
            known.append(commit)
        for row in rows if not is_grafted else ():
            action = _ACTIONS.get(row.status, "changed")
            changes.setdefault(present[row.path], []).append(Change(commit, action))
        renamed = [row for row in rows if row.status == "R"]
        for row in renamed:
            names.pop(row.path, None)
        names |= {row.old: present[row.path] for row in renamed}
    paths = sorted({*changes, *cut})
    return History({path: Past(tuple(changes.get(path, ())), path not in cut) for path in paths}, tuple(known))


def _commits(text: str) -> Iterator[tuple[Commit, bool, list[_Row]]]:
    """Each commit with whether the clone ends there, and what it did to the files."""
    for block in re.split(r"^\x1e", text, flags=re.M)[1:]:
        head, *lines = block.split("\n")  # not `splitlines`: a subject may hold other ends of lines
        parts = head.split("\x1f", 4)
        if len(parts) == 5:
            rows = [(status[:1], *rest) for status, *rest in (line.split("\t") for line in lines) if rest]
            commit = Commit(parts[0], parts[1][:10], parts[3], parts[4])
            yield commit, "grafted" in parts[2].split(", "), [_Row(row[0], row[-1], row[1]) for row in rows]
