"""The one pass: read, anchor, weave, publish, check; for the adapter and the command alike.

A host goes three steps: `open_project` reads everything that stands under `annotations/` and the sections'
files, `Project.bind` takes the sections' HTML and joins, weaves and publishes, and the host places the site.
`check` goes all of them without a host.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from edition.checking import check_edition, check_notes, check_structure, read_otherwise, unlisted
from edition.concordance import Concordance, SectionSource, join
from edition.memory import Memory
from edition.model import Edition
from edition.problems import Problem, SourceFile, errors, in_order
from edition.publishing import (
    ASSETS,
    Host,
    Page,
    Site,
    Unknown,
    address_problems,
    index_pages,
    joined,
    note_pages,
    served,
    slot_problems,
)
from edition.reading import (
    ANNOTATIONS,
    SectionFile,
    Unreadable,
    configuration_problem,
    decode,
    folder_of_pages,
    read_edition,
    read_sections,
    setting_problem,
    unreadable_pages,
)


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Python's cycle collector would look through all that was read again and again, and records hold no cycles."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@dataclass(frozen=True, slots=True)
class Project:
    """What was read: the notes, the sections in reading order, and what is wrong so far."""

    edition: Edition
    sections: Sequence[SectionFile]
    problems: Sequence[Problem]
    _root: Path = Path()
    _folder: str = "docs"
    """That of the pages, from the root."""
    _memory: Memory = field(default_factory=Memory, repr=False, compare=False)
    """What an earlier build has made already."""

    @property
    def errors(self) -> list[Problem]:
        """Those of the problems that stop a build."""
        return errors(self.problems)

    @property
    def watched(self) -> Path:
        """The folder of the notes: what changes there changes the site."""
        return self._root / ANNOTATIONS

    @property
    def pages(self) -> list[Page]:
        """The pages that the edition makes by itself and the navigation lists, before their content is known."""
        return index_pages(self.edition)

    @property
    def notes(self) -> dict[str, list[Page]]:
        """Each folder whose notes have pages of their own, and these, before their content is known."""
        return note_pages(self.edition)

    @property
    def assets(self) -> Mapping[str, bytes]:
        """Path in the site and content of each file that the pages ask for."""
        contents = joined({path.name: path.read_bytes() for path in ASSETS})
        return {
            f"assets/{name}": self._memory.made(("asset", name), content, partial(served, name, content))
            for name, content in contents.items()
        }

    def with_problems(self, problems: Iterable[Problem]) -> Project:
        """The project with what only the host found wrong in it."""
        return replace(self, problems=[*self.problems, *problems])

    def listed_in(self, navigation: object, is_left_out: Callable[[str], bool] = lambda _: False) -> Project:
        """The project with what a navigation (as mkdocs.yml has it) lacks. What `is_left_out`, need not be named.

        Where there is none, the host lists all pages.
        """
        return self.with_problems(unlisted(self.sections, navigation, is_left_out))

    def unreadable_pages(self) -> Iterator[Unreadable]:
        """What a host would find under the folder of pages and not be able to read; the sections aside."""
        return unreadable_pages(self._root / self._folder, self._folder)

    def read(self, path: Path) -> tuple[SourceFile, list[Problem]]:
        """Another file of the project, and what keeps it from being read; its text is empty then."""
        problems: list[Problem] = []
        name = (path.relative_to(self._root) if path.is_relative_to(self._root) else path).as_posix()
        return decode(path, name, problems) or SourceFile(name), problems

    def setting_problem(self, setting: str, message: str, remedy: str) -> Problem:
        """A problem with what the project's configuration says, at the line of the setting."""
        return setting_problem(self._root, setting, message, remedy)

    def configuration_problem(self) -> Problem | None:
        """What is wrong with the configuration as a file; None where nothing is."""
        return configuration_problem(self._root)

    def check(self) -> list[Problem]:
        """Every problem, by the text that the project's own configuration gives. A host asks this if it cannot bind."""
        return self.joined()[1]

    def joined(self, host: Host | None = None) -> tuple[Concordance, list[Problem]]:
        """The same with the edition joined to that text, or to what a host makes of it."""
        host = host or Unknown()
        htmls = [host.html(item) for item in self.sections]
        structure = [
            [
                replace(problem, spoils=item.path, rests_on=(item.path.rpartition("/")[0],))
                for problem in check_structure(item.file or SourceFile(item.path), item.line, html)
            ]
            for item, html in zip(self.sections, htmls, strict=True)
        ]
        sources = [
            SectionSource(item.slug, item.title, item.path, "" if wrong else html, host.address(item))
            for item, html, wrong in zip(self.sections, htmls, structure, strict=True)
        ]
        concordance = join(self.edition, sources, self._memory)
        return concordance, in_order([*self.problems, *chain.from_iterable(structure), *check_edition(concordance)])

    @without_garbage_collection()
    def bind(self, host: Host) -> Site:
        """The site, joined, woven and published; with its problems."""
        concordance, problems = self.joined(host)
        problems += read_otherwise(self.sections, host.html, self._memory)
        site = Site(concordance, in_order(problems), host)
        site.make_characters()
        return site


@without_garbage_collection()
def open_project(
    root: Path, today: date | None = None, pages: str | None = None, store: MutableMapping[Any, Any] | None = None
) -> Project:
    """Everything that the project at `root` holds. What cannot be read is left out and reported.

    No date in it lies after `today`; there is no clock here, and without a day none is looked at. `pages` is the
    folder of pages as the host knows it; where there is no host, mkdocs.yml is asked. A host that builds again hands
    in the same `store` each time (at first an empty one), so that what has not changed is not made again.
    """
    memory = Memory(store)
    edition, problems = read_edition(root / ANNOTATIONS, memory)
    problems += check_notes(edition, today, memory)
    sections = read_sections(root, problems, pages)
    folder = folder_of_pages(root) if pages is None else pages
    read = {item.path: item.file for item in sections if item.file}
    problems += [*address_problems(root), *slot_problems(root, folder, read)]
    return Project(edition, sections, problems, root, folder, memory)
