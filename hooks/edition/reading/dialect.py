"""How the article's Markdown is read: as MkDocs reads it, out of `mkdocs.yml`, for every command and every host.

The engine does not import its host; the tests hold what is read here to what MkDocs itself makes of the same files.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import mergedeep
import yaml
import yaml_env_tag
from markdown import Markdown

from edition.problems import Place, Problem, SourceFile, short
from edition.reading.syntax import syntax_problem
from edition.reading.yaml_file import decode

CONFIGURATIONS = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
"""The names that the hosts look for, in order."""
ALWAYS = ("toc", "tables", "fenced_code")
"""The extensions that MkDocs adds before a project's own."""

_WANTED = ("INHERIT", "docs_dir", "markdown_extensions")
_FOLDERS = "annotations"
_MOST_PARENTS = 20


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
    path = next((root / name for name in CONFIGURATIONS if os.path.lexists(root / name)), None)
    if path is None:
        return Dialect()
    settings = _read(root, path, folder, problems)
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


def _read(root: Path, path: Path, folder: str, problems: list[Problem]) -> tuple[dict[str, Any], Place] | None:
    """What is wanted of a configuration and of those that it inherits from, and where its extensions stand."""
    chain: list[dict[str, Any]] = []
    place: Place | None = None
    while True:
        name = Path(os.path.relpath(path, root)).as_posix()
        file = decode(path, name, problems)
        found = _values(file, folder, root, problems) if file else None
        if found is None:
            return None
        values, here = found
        if place is None or not any("markdown_extensions" in nearer for nearer in chain):
            place = here
        parent = values.pop("INHERIT", None)
        chain.append(values)
        if parent is None:
            break
        if len(chain) > _MOST_PARENTS:
            problems.append(Problem(Place(SourceFile(name)), "“INHERIT” leads round in a circle", "Delete one."))
            return None
        path = Path(os.path.normpath(path.parent / str(parent)))
    merged: dict[str, Any] = {}
    for values in reversed(chain):
        mergedeep.merge(merged, values)
    return merged, place


def _values(file: SourceFile, folder: str, root: Path, problems: list[Problem]) -> tuple[dict[str, Any], Place] | None:
    """What is wanted of one file. Nothing else of it is made into values: it is the host's alone."""
    loader = _loader(file.text.removeprefix("\ufeff"), folder, root)
    place = Place(file)
    try:
        node = loader.get_single_node()
        if node is None:
            return {}, place
        if not isinstance(node, yaml.MappingNode):
            problems.append(Problem(place, "the configuration is no list of “key: value”", "Write “site_name: …”."))
            return None
        loader.flatten_mapping(node)
        values: dict[str, Any] = {}
        # The folder of pages first: what is relative to it stands under the other keys.
        for key, value in sorted(node.value, key=lambda pair: pair[0].value != "docs_dir"):
            if key.value in _WANTED:
                values[key.value] = loader.construct_object(value, deep=True)
                loader.docs_dir = str(values.get("docs_dir") or "docs")
            if key.value == "markdown_extensions":
                place = Place(file, key.start_mark.line + 1, key.start_mark.column + 1, len(key.value))
    except yaml.MarkedYAMLError as error:
        problems.append(syntax_problem(file, error))
        return None
    except (yaml.YAMLError, RecursionError, ImportError, AttributeError, TypeError, ValueError) as error:
        problems.append(Problem(place, f"this configuration cannot be read: {short(str(error))}"))
        return None
    finally:
        loader.dispose()
    return values, place


def _loader(text: str, folder: str, root: Path) -> Any:
    """MkDocs's own loader: Python's names, and the two tags that it adds."""

    class Loader(yaml.Loader):
        docs_dir = "docs"

    def relative(loader: Loader, node: yaml.ScalarNode) -> str:
        prefix, _, rest = str(loader.construct_scalar(node)).partition("/")
        base = {"$config_dir": root, "$docs_dir": root / loader.docs_dir}.get(prefix, root / folder)
        return str(Path.cwd() / base / rest)

    Loader.add_constructor("!ENV", yaml_env_tag.construct_env_tag)
    Loader.add_constructor("!relative", relative)
    return Loader(text)


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
    parser = Markdown()
    name = ""
    try:
        for name in dialect.extensions:
            parser.registerExtensions([name], {key: dict(value) for key, value in dialect.settings.items()})
        name = ""
        dialect.html("x")
    except Exception as error:  # it is other people's code that runs
        what = (
            f"Markdown extension “{name}” cannot be loaded" if name else "Markdown extensions cannot be used together"
        )
        message = f"the {what}: {short(str(error), 120)}"
        return [Problem(_of_extension(place, name), message, "Mend its name or its settings, or install it.")]
    return []


def _snippets(dialect: Dialect, root: Path, place: Place) -> list[Problem]:
    """Snippets come from folders of the project that are named for them, and from nowhere else."""
    part = dialect.snippets
    if part is None:
        return []
    place = _of_extension(place, "pymdownx.snippets")
    if part.url_download:
        return [Problem(place, "snippets are not fetched from other sites", "Delete “url_download”.")]
    if not part.restrict_base_path:
        remedy = "Delete “restrict_base_path: false”."
        return [Problem(place, "snippets come from the folders of “base_path” alone", remedy)]
    for base in map(Path, part.base_path):
        inside = _inside(base, root)
        if not inside or any(name.startswith(".") for name in inside):
            message = "snippets come from a folder of the project that “base_path” names, not from all of it"
            return [Problem(place, message, f"Write under it: base_path: [{_FOLDERS}]")]
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
    return [
        Problem(Place(SourceFile(path.relative_to(root).as_posix())), message, "Put the file itself here.")
        for path in found
    ]


def _inside(base: Path, root: Path) -> tuple[str, ...]:
    """The names of the folders that lead to `base`; none where it is the root, or elsewhere.

    The extension takes a path from where MkDocs is called, which is the project's root.
    """
    for top in (Path(os.path.normpath(Path.cwd() / root)), Path.cwd()):
        if base.is_relative_to(top):
            return base.relative_to(top).parts
    return ()


def _of_extension(place: Place, name: str) -> Place:
    if not name:
        return place
    for number, line in enumerate(place.file.text.split("\n")[place.line - 1 :], place.line):
        if (column := line.find(name)) >= 0:
            return Place(place.file, number, column + 1, len(name))
    return place
