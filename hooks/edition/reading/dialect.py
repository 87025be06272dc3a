"""How the article's Markdown is read: as MkDocs reads it, out of `mkdocs.yml`, for every command and every host.

The engine does not import its host; the tests hold what is read here to what MkDocs itself makes of the same files.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from markdown import Markdown
from pymdownx.snippets import SnippetPreprocessor

from edition.model import ANNOTATIONS
from edition.problems import Place, Problem, short, within
from edition.reading.settings import read_settings

ALWAYS = ("toc", "tables", "fenced_code")
"""The extensions that MkDocs adds before a project's own."""
SNIPPET = re.compile(SnippetPreprocessor.RE_ALL_SNIPPETS.pattern, re.M)
"""A line that takes in a file, or begins and ends a list of files; with an `escape` it is words, which lose one `;`."""


@dataclass(frozen=True, eq=False)
class Dialect:
    """The Markdown of a project: its extensions in order, and what each is set to."""

    extensions: Sequence[str] = ALWAYS
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def html(self, markdown: str) -> str:
        """The HTML of a text. `RecursionError` where it is nested some hundred times."""
        try:
            return str(self._parser.reset().convert(markdown))
        except RecursionError:
            del self.__dict__["_parser"]  # it stopped midway, and would go on from there
            raise

    @property
    def snippets(self) -> Any:
        """The extension's part that puts files into a text; None where there is none."""
        return next((item for item in self._parser.preprocessors if type(item).__module__ == "pymdownx.snippets"), None)

    @cached_property
    def _parser(self) -> Markdown:
        settings = {name: dict(values) for name, values in self.settings.items()}
        return Markdown(extensions=[*self.extensions], extension_configs=settings)


def read_dialect(root: Path, problems: list[Problem], folder: str = "") -> Dialect | None:
    """The Markdown of the project at `root`; None, with a problem, where it cannot be told or may not be used.

    `folder` is that of the article's files, from the root. A project without `mkdocs.yml` has what MkDocs always adds.
    """
    settings = read_settings(root, problems, folder)
    if settings is None:
        return None
    values, place = settings
    listed = _listed(values.get("markdown_extensions") or [])
    if listed is None:
        message = "“markdown_extensions” is a list of names, each with its settings where it has some"
        problems.append(Problem(place, message, "Write it so: markdown_extensions: [attr_list, footnotes]"))
        return None
    extensions = list(dict.fromkeys([*ALWAYS, *(name for name, _ in listed)]))
    dialect = Dialect(extensions, {name: value for name, value in listed if value})
    troubles = [*_unloadable(dialect, place)] or [*_snippets(dialect, root, place)]
    problems += troubles or _links(dialect, root)
    return None if troubles else dialect


def _listed(value: object) -> list[tuple[str, Any]] | None:
    """Each extension with its settings; None where they are not written as MkDocs wants them."""
    items: list[tuple[object, object]] = []
    if isinstance(value, dict):
        items = [*value.items()]
    elif isinstance(value, list | tuple):
        for item in value:
            if isinstance(item, dict) and len(item) != 1:
                return None
            items += item.items() if isinstance(item, dict) else [(item, None)]
    else:
        return None
    if not all(isinstance(name, str) and (not settings or isinstance(settings, dict)) for name, settings in items):
        return None
    return [(str(name), settings) for name, settings in items]


def _unloadable(dialect: Dialect, place: Place) -> list[Problem]:
    """A problem for the first extension that cannot be loaded, or where together they fail on a single word."""
    try:
        dialect.html("x")
    except Exception as together:  # it is other people's code that runs
        name, error = _failing(dialect) or ("", together)
        what = (
            f"Markdown extension “{name}” cannot be loaded" if name else "Markdown extensions cannot be used together"
        )
        message = f"the {what}: {short(str(error), 120)}"
        return [Problem(within(place, name), message, "Mend its name or its settings, or install it.")]
    return []


def _failing(dialect: Dialect) -> tuple[str, Exception] | None:
    """The first extension that fails when they are loaded one after the other, and how."""
    parser = Markdown()
    for name in dialect.extensions:
        try:
            parser.registerExtensions([name], {key: dict(value) for key, value in dialect.settings.items()})
        except Exception as error:
            return name, error
    return None


def _snippets(dialect: Dialect, root: Path, place: Place) -> list[Problem]:
    """Snippets come from folders of the project that are named for them, and from nowhere else."""
    part = dialect.snippets
    if part is None:
        return []
    place = within(place, "pymdownx.snippets")
    if part.url_download:
        return [Problem(place, "snippets are not fetched from other sites", "Delete “url_download”.")]
    if not part.restrict_base_path:
        remedy = "Delete “restrict_base_path: false”."
        return [Problem(place, "snippets come from the folders of “base_path” alone", remedy)]
    for base in map(Path, part.base_path):
        inside = _inside(base, root)
        if not inside or any(name.startswith(".") for name in inside):
            message = "snippets come from a folder of the project that “base_path” names, not from all of it"
            return [Problem(place, message, f"Write under it: base_path: [{ANNOTATIONS}]")]
    return []


def _links(dialect: Dialect, root: Path) -> list[Problem]:
    """A problem for each link in the folders of snippets, since it may lead out of them."""
    message = "this is a symbolic link, in a folder that snippets come from"
    bases = [] if dialect.snippets is None else map(Path, dialect.snippets.base_path)
    found: list[Path] = []
    for top in (root.joinpath(*_inside(base, root)) for base in bases):
        found += [top] if top.is_symlink() else []
        for folder, folders, files in os.walk(top):
            found += [path for name in sorted([*folders, *files]) if (path := Path(folder, name)).is_symlink()]
    return [Problem.at(path.relative_to(root).as_posix(), message, "Put the file itself here.") for path in found]


def _inside(base: Path, root: Path) -> tuple[str, ...]:
    """The names of the folders that lead to `base`; none where it is the root, or elsewhere.

    The extension takes a path from where MkDocs is called, which is the project's root.
    """
    for top in (Path(os.path.normpath(Path.cwd() / root)), Path.cwd()):
        if base.is_relative_to(top):
            return base.relative_to(top).parts
    return ()
