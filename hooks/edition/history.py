"""What Git knows of each file: read out of the text of one `git log`, which the host asks for and hands in.

Nothing here runs Git. `LOG` is the command to run in the project's folder, `log_environment` in what environment,
`read_log` reads its answer. Whatever a machine's or a repository's settings of Git say, the answer is the same.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

_SHORT_ADDRESS = re.compile(r"(?:[^@/:]+@)?([\w.-]+\.[\w.-]+):(?!/)(.+)")
"""As SSH has it: `git@example.org:owner/name.git`."""
_WHO_ENTERS = re.compile(r"^([\w+.-]*:?//)[^/?#]*@")

Action = Literal["added", "changed", "renamed", "removed"]

LOG: Sequence[str] = (
    "git", "--no-pager", "--no-replace-objects", "--literal-pathspecs",
    # The project's own hooks run in a build: who owns the folder makes no difference. The rest undoes a setting each
    # that no option of `log` does.
    *("-c", "safe.directory=*", "-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "log.follow=false"),
    *("-c", "log.mailmap=true", "-c", "mailmap.file=", "-c", "mailmap.blob="),
    "log", "-z", "--no-color", "--no-ext-diff", "--no-textconv", "--encoding=UTF-8", "--relative", "--name-status",
    "--find-renames=80%", "-l1000", f"-O{os.devnull}", "--no-notes", "--diff-filter=ADMRT",
    "--decorate-refs-exclude=refs/*", "--format=%H%x00%aI%x00%D%x00%aN%x00%s%x00", "--", "annotations",
)  # fmt: skip
"""One call for all files, newest first. With no branch to name, `%D` only tells where a shallow clone ends: `grafted`.

A file's old name is followed where most of its words came along. `annotations` is the folder of the notes.
"""

_WHERE = frozenset(["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_CEILING_DIRECTORIES"])
"""Git's own variables that say which repository is meant; all others change how it answers."""

_ACTIONS: Mapping[str, Action] = {"A": "added", "R": "renamed", "D": "removed"}
_HASH = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_STATUS = re.compile(r"\n?([A-Z])\d*")


class Commit(NamedTuple):
    """One commit: its hash, the day by the author's calendar, the author's name, the subject line."""

    hash: str
    day: str
    author: str
    subject: str


class FileChange(NamedTuple):
    """What a commit did to a file."""

    commit: Commit
    action: Action


@dataclass(frozen=True, slots=True)
class FileHistory:
    """What is known of one file, newest first. `whole` is false where a shallow clone cuts it off."""

    changes: Sequence[FileChange] = ()
    whole: bool = True


@dataclass(frozen=True, slots=True)
class History:
    """What is known of every file, by its path now (a removed one by its last); empty where there is no Git."""

    files: Mapping[str, FileHistory] = field(default_factory=dict)
    commits: Sequence[Commit] = ()
    """Every commit, newest first as Git has them, but for those at which a shallow clone ends."""

    @property
    def is_shallow(self) -> bool:
        """Whether the copy of the repository reaches back only part of the way."""
        return not all(past.whole for past in self.files.values())

    def of(self, path: str) -> FileHistory:
        """The past of the file at the path from the project's root."""
        return self.files.get(path, FileHistory())


class ChangedFile(NamedTuple):
    """An entry of `--name-status`: the letter, the path after the change, and the one before it, as a rule the same."""

    status: str
    path: str
    old: str


def log_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment in which `LOG` is to run, where a process has the given one."""
    kept = {name: value for name, value in environment.items() if not name.startswith("GIT_") or name in _WHERE}
    return kept | {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}


def read_log(text: str) -> History:
    """The history out of what `LOG` answered; what is of no known form is passed over."""
    changes: dict[str, list[FileChange]] = {}
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
            changes.setdefault(present[row.path], []).append(FileChange(commit, action))
        renamed = [row for row in rows if row.status == "R"]
        for row in renamed:
            names.pop(row.path, None)
        names |= {row.old: present[row.path] for row in renamed}
    paths = sorted({*changes, *cut})
    return History({path: FileHistory(tuple(changes.get(path, ())), path not in cut) for path in paths}, tuple(known))


def changed_files(parts: Sequence[str], at: int = 0) -> Iterator[ChangedFile]:
    """What Git answers with `--name-status -z`, cut at each NUL, from there on up to what is no such entry."""
    while at < len(parts) and (found := _STATUS.fullmatch(parts[at])):
        paths = parts[at + 1 : at + (3 if found[1] in "RC" else 2)]
        at += 1 + len(paths)
        yield ChangedFile(found[1], paths[-1], paths[0])


def _commits(text: str) -> Iterator[tuple[Commit, bool, list[ChangedFile]]]:
    """Each commit with whether the clone ends there, and what it did to the files.

    The fields, letters and paths end in a NUL, which no name and no message can hold.
    """
    parts = text.split("\0")
    at = 0
    while at + len(Commit._fields) < len(parts):
        hash_, day, decoration, author, subject = parts[at : at + 5]
        if not _HASH.fullmatch(hash_):
            at += 1
            continue
        at += 6  # what comes next is the end of the fields
        rows = [*changed_files(parts, at)]
        at += sum(3 if row.status in "RC" else 2 for row in rows)
        yield Commit(hash_, day[:10], author, subject), "grafted" in decoration.split(", "), rows


def address_of(remote: str) -> str:
    """Where anybody can have the repository that Git calls so: by HTTPS, without a password; empty where nowhere."""
    if short := _SHORT_ADDRESS.fullmatch(remote):
        remote = f"https://{short[1]}/{short[2]}"
    parts = urlsplit(remote)
    if parts.scheme not in ("http", "https", "ssh", "git", "git+ssh") or not parts.hostname:
        return ""
    if parts.scheme not in ("http", "https"):
        parts = urlsplit(f"https://{parts.hostname}{parts.path}")
    return without_password(parts.geturl())


def without_password(address: str) -> str:
    """The address without who may enter there."""
    return _WHO_ENTERS.sub(r"\1", address)
