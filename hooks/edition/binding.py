"""The one pass: read, anchor, weave, publish, check; for the adapter and the command alike.

A host goes three steps: `open_project` reads everything that stands under `annotations/` and the sections'
files, `bind` takes the sections' HTML and joins, weaves and publishes, and the host places the result.
`check` goes all of them without a host.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from edition.checking import check_edition, check_notes, check_structure, read_otherwise, unlisted
from edition.concordance import Concordance, SectionSource, join
from edition.model import Edition
from edition.problems import Problem, SourceFile, in_order
from edition.publishing import Host, Site, forge_problems, publish
from edition.reading import SectionFile, read_edition, read_sections

ANNOTATIONS = "annotations"


@dataclass(frozen=True, slots=True)
class Project:
    """What was read: the notes, the sections in reading order, and what is wrong so far."""

    edition: Edition
    sections: Sequence[SectionFile]
    problems: Sequence[Problem]

    @property
    def empty(self) -> list[SectionFile]:
        """The sections of which there is no Markdown, as a rule because their files cannot be read."""
        return [section for section in self.sections if not section.markdown]


@dataclass(frozen=True, slots=True)
class Bound:
    """The whole edition, joined and published, with every problem of the pass in order."""

    concordance: Concordance
    site: Site
    problems: Sequence[Problem]


@contextmanager
def without_collector() -> Iterator[None]:
    """Python's cycle collector would look through all that was read again and again, and records hold no cycles."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@without_collector()
def open_project(root: Path, today: date | None = None, pages: str | None = None) -> Project:
    """Everything that the project at `root` holds. What cannot be read is left out and reported.

    No date in it lies after `today`; there is no clock here, and without a day none is looked at. `pages` is the
    folder of pages as the host knows it; where there is no host, mkdocs.yml is asked.
    """
    edition, problems = read_edition(root / ANNOTATIONS)
    problems += check_notes(edition, today)
    sections = read_sections(root, problems, pages)
    problems += forge_problems(root)
    return Project(edition, sections, problems)


@without_collector()
def bind(
    project: Project,
    html_of: Callable[[SectionFile], str],
    address_of: Callable[[SectionFile], str],
    host: Host | None = None,
) -> Bound:
    """Join, weave, publish and check the edition.

    `html_of` answers with the HTML that the host's Markdown makes of a section, `address_of` with the
    address of its page from the site's root; `host` is what else only the host knows.
    """
    concordance, problems = check(project, html_of, address_of)
    problems = in_order([*problems, *read_otherwise(project.sections, html_of)])
    return Bound(concordance, publish(concordance, problems, host), problems)


def check(
    project: Project, html_of: Callable[[SectionFile], str], address_of: Callable[[SectionFile], str] = lambda _: ""
) -> tuple[Concordance, list[Problem]]:
    """As `bind`, for a host that publishes nothing and so may have no addresses."""
    htmls = [html_of(item) for item in project.sections]
    structure = [
        [
            replace(problem, spoils=item.path)
            for problem in check_structure(item.file or SourceFile(item.path), item.line, html)
        ]
        for item, html in zip(project.sections, htmls, strict=True)
    ]
    sources = [
        SectionSource(item.slug, item.title, item.path, "" if wrong else html, address_of(item))
        for item, html, wrong in zip(project.sections, htmls, structure, strict=True)
    ]
    concordance = join(project.edition, sources)
    return concordance, in_order([*project.problems, *chain.from_iterable(structure), *check_edition(concordance)])


def listed_in(project: Project, navigation: object, is_left_out: Callable[[str], bool] = lambda _: False) -> Project:
    """The project with what its host's navigation (as mkdocs.yml has it) lacks. What `is_left_out`, need not be named.

    Where there is none, the host lists all pages.
    """
    return with_problems(project, unlisted(project.sections, navigation, is_left_out))


def with_problems(project: Project, problems: Iterable[Problem]) -> Project:
    """The project with what only the host found wrong in it."""
    return replace(project, problems=[*project.problems, *problems])
