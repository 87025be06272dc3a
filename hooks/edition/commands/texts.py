"""The article's text as it is, and as it was in a folder or at a commit."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from edition import Problem, render_all
from edition.commands.failure import CommandError
from edition.commands.files import lay_out
from edition.commands.git import commit_at, files_at
from edition.reading import ARTICLE, folder_of_article, html_of, read_sections
from edition.text import SectionText, read_section


def texts_of(root: Path, configured: Path | None = None) -> tuple[list[SectionText], list[Problem]]:
    """The sections' texts of the project at the root, and what kept them from being read.

    `configured`: the project by whose `mkdocs.yml` they are read, where another one.
    """
    problems: list[Problem] = []
    sections = read_sections(root, problems, configured=configured)
    return [read_section(section.slug, html_of(section)) for section in sections], problems


def old_texts(root: Path, wanted: str) -> list[SectionText]:
    """The sections' texts as they were: in a folder (a project or its sections alone), or in Git at a commit.

    CommandError where there are none of this name.
    """
    folder = Path(wanted)
    if wanted and folder.is_dir():
        if not (folder / folder_of_article(folder)).is_dir():
            return _laid_out({path.name: path.read_bytes() for path in folder.glob("*.md")}, wanted, root)
        texts, problems = texts_of(folder)
        if problems:
            raise CommandError(render_all(problems))
        return texts
    try:
        commit = commit_at(root, wanted)
    except CommandError as error:
        raise CommandError(f"There is no folder “{wanted}”. {error}", error.status) from None
    return texts_at(root, commit, wanted)


def texts_at(root: Path, commit: str, called: str) -> list[SectionText]:
    """The sections' texts as they were at a commit, by its hash and as somebody calls it."""
    folder = folder_of_article(root)
    stood = files_at(root, commit, folder)
    sections = [path for path in stood if path.parent == Path(folder) and path.suffix == ".md"]
    return _laid_out({path.name: stood[path] for path in sections}, called, root)


def _laid_out(sections: Mapping[str, bytes], wanted: str, root: Path) -> list[SectionText]:
    with TemporaryDirectory() as name:
        lay_out(Path(name) / ARTICLE, sections)
        texts, problems = texts_of(Path(name), root)
    if problems:
        raise CommandError(f"the old text in “{wanted}” cannot be used:\n{render_all(problems)}", 2)
    return texts
