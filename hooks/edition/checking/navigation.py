"""Whether a reader can come to every section."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from edition.problems import Problem
from edition.reading import SectionFile


def unlisted(
    sections: Iterable[SectionFile], navigation: object, is_left_out: Callable[[str], bool]
) -> Iterator[Problem]:
    """A problem for each section that the navigation does not name."""
    sections = list(sections)
    named = dict.fromkeys(_paths_in(navigation))
    uris = {section.uri for section in sections}
    folders = {PurePosixPath(uri).parent for uri in uris}
    gone = "”, “".join(path for path in named if path not in uris and PurePosixPath(path).parent in folders)
    for section in sections:
        if navigation and section.uri not in named and not is_left_out(section.uri):
            besides = f", and delete “{gone}”, which is there no more" if gone else ""
            remedy = f"Add “{section.uri}” under “nav” in mkdocs.yml{besides}."
            yield Problem.at(section.path, "the navigation lacks this section", remedy)


def _paths_in(navigation: object) -> Iterator[str]:
    """Every path that a navigation names, whatever the spelling, as hosts write it."""
    if isinstance(navigation, str):
        yield PurePosixPath(navigation).as_posix()
    elif isinstance(navigation, dict | list):
        for item in navigation.values() if isinstance(navigation, dict) else navigation:
            yield from _paths_in(item)
