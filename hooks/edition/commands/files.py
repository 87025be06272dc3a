"""The notes' files as they lie on disk, byte for byte, and an older article out of Git or a folder."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from subprocess import CalledProcessError
from tempfile import TemporaryDirectory

from edition import ANNOTATIONS, ARTICLE, Problem, SectionText, fix, read_section, read_sections, render_all
from edition.commands.git import commit_named, git
from edition.commands.markdown import html_of


class NotThere(Exception):  # noqa: N818 - its text is the answer
    """There is no old text of this name; the message says what was looked for."""


def notes(root: Path) -> dict[str, str]:
    """Every YAML file of the notes, by its path from the root; what is no UTF-8 or no file is left out."""
    found = {}
    for path in sorted((root / ANNOTATIONS).rglob("*.yml")):
        if path.is_file() and not path.is_symlink():
            try:
                found[path.relative_to(root).as_posix()] = path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                continue
    return found


def write(root: Path, files: Mapping[str, str | None]) -> None:
    """Write the files, and delete those that are None; only what lies under the notes' folder."""
    for name, text in files.items():
        path = root / name
        path.resolve().relative_to((root / ANNOTATIONS).resolve())
        if text is None:
            path.unlink()
        else:
            path.write_bytes(text.encode())


def mend(root: Path) -> None:
    """Mend what has one right answer in the notes, and say on the error stream what was done."""
    changed, done = fix(notes(root), texts_of(root)[0])
    write(root, changed)
    for item in done:
        print(f"mended: {item}", file=sys.stderr)


def texts_of(root: Path, configured: Path | None = None) -> tuple[list[SectionText], list[Problem]]:
    """The sections' texts of the project at the root, and what kept them from being read.

    `configured`: the project by whose `mkdocs.yml` they are read, where another one.
    """
    problems: list[Problem] = []
    sections = read_sections(root, problems, configured)
    return [read_section(section.slug, html_of(section)) for section in sections], problems


def old_texts(root: Path, wanted: str) -> list[SectionText]:
    """The sections' texts as they were: in a folder (a project or its sections alone), or in Git at a commit."""
    folder = Path(wanted)
    if folder.is_dir():
        if not (folder / ARTICLE).is_dir():
            return _laid_out({path.name: path.read_bytes() for path in folder.glob("*.md")}, wanted, root)
        texts, problems = texts_of(folder)
        if problems:
            raise NotThere(render_all(problems))
        return texts
    return _laid_out(_from_git(root, wanted), wanted, root)


def _laid_out(sections: Mapping[str, bytes], wanted: str, root: Path) -> list[SectionText]:
    with TemporaryDirectory() as name:
        (Path(name) / ARTICLE).mkdir(parents=True)
        for path, content in sections.items():
            (Path(name) / ARTICLE / path).write_bytes(content)
        texts, problems = texts_of(Path(name), root)
    if problems:
        raise NotThere(f"the old text in “{wanted}” cannot be used:\n{render_all(problems)}")
    return texts


def _from_git(root: Path, ref: str) -> dict[str, bytes]:
    try:
        commit = commit_named(root, ref)
        listed = git(root, "ls-tree", "-z", "--name-only", commit, f"{ARTICLE}/").decode().split("\0")
        names = [name for name in listed if name.endswith(".md")]
        return {Path(name).name: git(root, "show", f"{commit}:./{name}") for name in names}
    except FileNotFoundError as error:
        raise NotThere("Git is not installed; give --old a folder that holds the old sections") from error
    except CalledProcessError as error:
        message = f"“{ref}” is no folder, and no commit that Git knows here; give --old one of the two, such as HEAD~1"
        raise NotThere(message) from error
