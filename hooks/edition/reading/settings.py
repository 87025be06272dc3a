"""What `mkdocs.yml` says of the article: its pages, its navigation, its Markdown; as MkDocs reads it."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Any

import mergedeep
import yaml
import yaml_env_tag

from edition.problems import Place, Problem, SourceFile, short
from edition.reading.syntax import syntax_problem
from edition.reading.yaml_file import NO_CHARACTER, decode, escaped

CONFIGURATIONS = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
"""The names that the hosts look for, in order."""
_WANTED = ("INHERIT", "docs_dir", "extra", "markdown_extensions", "nav", "not_in_nav", "repo_url", "site_url")
_MOST_PARENTS = 20


def settings_of(root: Path) -> dict[str, Any]:
    """The values of `read_settings`; none where they cannot be read, which whoever reads the sections tells."""
    return (read_settings(root, []) or ({},))[0]


def configuration_of(root: Path) -> Path:
    """The file that a host reads at the root; by the first of its names where there is none."""
    found = (root / name for name in CONFIGURATIONS if os.path.lexists(root / name))
    return next(found, root / CONFIGURATIONS[0])


def read_settings(root: Path, problems: list[Problem], folder: str = "") -> tuple[dict[str, Any], Place] | None:
    """What is wanted of the project's configuration and of those that it inherits from, and where its extensions stand.

    Nothing where there is none; None, with a problem, where it cannot be read. `folder` is that of the article's
    files, from the root.
    """
    path = configuration_of(root)
    if not os.path.lexists(path):
        return {}, Place(SourceFile(path.name))
    chain: list[dict[str, Any]] = []
    place = Place(SourceFile(path.name))
    while True:
        name = Path(os.path.relpath(path, root)).as_posix()
        file = decode(path, name, problems)
        found = _values(file, folder, root, problems) if file else None
        if found is None:
            return None
        values, here = found
        if not any("markdown_extensions" in nearer for nearer in chain):
            place = here
        parent = values.pop("INHERIT", None)
        chain.append(values)
        if parent is None:
            break
        if len(chain) > _MOST_PARENTS:
            problems.append(Problem.at(name, "“INHERIT” leads round in a circle", "Delete one."))
            return None
        path = Path(os.path.normpath(path.parent / str(parent)))
    merged: dict[str, Any] = {}
    for values in reversed(chain):
        mergedeep.merge(merged, values)
    return merged, place


def _values(file: SourceFile, folder: str, root: Path, problems: list[Problem]) -> tuple[dict[str, Any], Place] | None:
    """What is wanted of one file. Nothing else of it is made into values: it is the host's alone."""
    loader = _loader(folder, root)
    place = Place(file)
    try:
        node = _composed(file.text)
        if node is None:
            return {}, place
        if not isinstance(node, yaml.MappingNode):
            problems.append(Problem(place, "the configuration is no list of “key: value”", "Write “site_name: …”."))
            return None
        texts = yaml.parse(file.text, yaml.Loader) if "\\" in file.text else ()  # in the tree one may stand many times
        scalars = (event for event in texts if isinstance(event, yaml.ScalarEvent))
        if wrong := [problem for text in scalars for problem in escaped(file, text, NO_CHARACTER)]:
            problems += wrong
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
        problems.append(syntax_problem(file, _as_of_notes(file.text) or error))
        return None
    except (yaml.YAMLError, RecursionError, ImportError, AttributeError, TypeError, ValueError) as error:
        problems.append(Problem(place, f"this configuration cannot be read: {short(str(error))}"))
        return None
    finally:
        loader.dispose()
    return values, place


def _as_of_notes(text: str) -> yaml.MarkedYAMLError | None:
    """What the parser by which notes are read says of the text, whose words are the ones that are made plain."""
    try:
        yaml.compose(text, yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return error
    return None


@lru_cache(maxsize=_MOST_PARENTS)
def _composed(text: str) -> yaml.Node | None:
    """The nodes of a text, which is asked for several times in a run. The parser is slow, and MkDocs's own."""
    loader = yaml.Loader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _loader(folder: str, root: Path) -> Any:
    """MkDocs's own loader: Python's names, and the two tags that it adds."""

    class Loader(yaml.Loader):
        docs_dir = "docs"

    def relative(loader: Loader, node: yaml.ScalarNode) -> str:
        prefix, _, rest = str(loader.construct_scalar(node)).partition("/")
        base = {"$config_dir": root, "$docs_dir": root / loader.docs_dir}.get(prefix, root / folder)
        return str(Path.cwd() / base / rest)

    Loader.add_constructor("!ENV", yaml_env_tag.construct_env_tag)
    Loader.add_constructor("!relative", relative)
    return Loader("")
