"""What lies on the disk as a host finds it: its settings, its folders, and what in them cannot be read."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from edition.problems import Place, Problem, SourceFile, reason
from edition.reading.front_matter import parts_of_file
from edition.reading.settings import configuration_of, read_settings, settings_of
from edition.reading.yaml_file import check_characters, conflicts, decode

PAGE_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""Those of the files that MkDocs makes pages of; a section has the first."""
_SHUT = "Make it a folder that whoever builds the site may read and enter."


class Unreadable(NamedTuple):
    """What no host can read: its path from the folder of pages, and whether it has no end."""

    uri: str
    problem: Problem
    is_endless: bool = False


def look_into(folder: Path, name: str, problems: list[Problem], one: str = "note") -> list[Path]:
    """What lies in the folder, by name, if it is there; nothing, with a problem, where it cannot be looked into.

    `one` is what has a file in it.
    """
    try:
        if not S_ISDIR(folder.stat().st_mode):
            problems.append(no_folder(name, one))
            return []
        found = sorted(folder.iterdir(), key=lambda path: path.name)
        for path in found:
            path.lstat()  # a folder may tell the names, and shut what they name
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(Problem.at(name, f"this folder cannot be read: {reason(error)}", _SHUT, spoils=name))
        return []
    return found


def is_passed_over(name: str) -> bool:
    """Whether a file of the name is none of an editor's work: hidden, or what a program leaves beside a file.

    Emacs and Vim write `note.yml~` for the state before, Emacs `#note.yml#` for what is not saved yet.
    """
    return name.startswith(".") or name.endswith("~") or (name[:1] == name[-1:] == "#")


def no_folder(name: str, one: str = "note") -> Problem:
    """The problem where something else stands in a folder's place."""
    return Problem.at(name, "here a folder is wanted", f"Make it a folder with one file for each {one}.", spoils=name)


def setting_problem(root: Path, setting: str, message: str, remedy: str = "") -> Problem:
    """A problem with what mkdocs.yml says, at the line of the setting; at its first where it does not say it itself."""
    path = configuration_of(root)
    file = SourceFile(path.name)
    try:
        file = SourceFile(path.name, path.read_text(encoding="utf-8-sig", errors="replace"))
    except OSError:
        return Problem(Place(file), message, remedy)
    found = re.search(rf"^{re.escape(setting)}(?=\s*:)", file.text, re.M)
    return Problem(file.place(found.start(), len(setting)) if found else Place(file), message, remedy)


def configuration_problem(root: Path) -> Problem | None:
    """What is wrong with mkdocs.yml as YAML, or as a file that a host needs; None where nothing is."""
    problems: list[Problem] = []
    path = configuration_of(root)
    if decode(path, path.name, problems, limit=sys.maxsize):  # a project may go without one, a host may not
        read_settings(root, problems)
    return problems[0] if problems else None


def folder_of_pages(root: Path) -> str:
    """The folder of pages from the project's root, as mkdocs.yml names it: `docs` where it does not."""
    return str(settings_of(root).get("docs_dir") or "docs")


def unreadable_pages(folder: Path, name: str) -> Iterator[Unreadable]:
    """What a host would find under the folder of pages, shown as `name`, and not be able to read.

    The sections are not among it: who reads them tells of them.
    """
    yield from _below(folder, name, "", (folder.resolve(),))


def _below(folder: Path, name: str, uri: str, above: Sequence[Path]) -> Iterator[Unreadable]:
    """As `unreadable_pages`, of the folder at `uri` from the folder of pages; it stands in those `above`."""
    problems: list[Problem] = []
    for path in look_into(folder, f"{name}/{uri}".rstrip("/"), problems):
        here = f"{uri}{path.name}"
        if path.name.startswith("."):
            continue  # hosts pass these over
        try:
            status = path.stat()
            if S_ISDIR(status.st_mode):
                real = path.resolve()
                if any(real == one or real in one.parents for one in above):
                    message = f"this link leads back to “{real.name or real}”, in which it stands"
                    yield Unreadable(here, Problem.at(f"{name}/{here}", message, "Delete it."), True)
                else:
                    yield from _below(path, name, f"{here}/", (*above, real))
                continue
            if not S_ISREG(status.st_mode):
                problems.append(_unread(name, here, "this is no file"))
            elif path.suffix not in PAGE_SUFFIXES:
                with path.open("rb"):
                    pass
            elif uri != "article/":
                file = decode(path.resolve(), f"{name}/{here}", problems, limit=sys.maxsize)
                if file and not check_characters(file, problems, references=False):  # a page may write of them
                    problems += conflicts(file)
                    parts_of_file(file, problems)
        except OSError as error:
            problems.append(_unread(name, here, f"this cannot be read: {reason(error)}"))
        yield from (Unreadable(here, problem) for problem in problems)
        problems.clear()
    yield from (Unreadable(uri, problem) for problem in problems)


def _unread(name: str, uri: str, message: str) -> Problem:
    return Problem.at(f"{name}/{uri}", message, "Mend it, move it elsewhere or delete it.")
