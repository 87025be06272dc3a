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
from itertools import chain, zip_longest
from pathlib import Path, PurePosixPath

from edition.checking import check_edition, check_structure, dates_to_come
from edition.concordance import Concordance, SectionSource, article_outline, join
from edition.model import Edition
from edition.problems import Place, Problem, SourceFile, in_order, short
from edition.publishing import Host, Site, publish
from edition.reading import SectionFile, html_of, read_edition, read_sections
from edition.text import read_section

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
    problems += dates_to_come(edition, today) if today else ()
    sections = read_sections(root, problems, pages)
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
    problems = in_order([*problems, *_read_otherwise(project, html_of)])
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
    concordance, found = join(project.edition, sources)
    return concordance, in_order(
        [*project.problems, *chain.from_iterable(structure), *found, *check_edition(concordance)]
    )


def _read_otherwise(project: Project, html_of_host: Callable[[SectionFile], str]) -> Iterator[Problem]:
    """A problem for each section whose words are others in the host's page than in its file."""
    for section in project.sections:
        htmls = html_of_host(section), html_of(section)
        if htmls[0] == htmls[1]:
            continue
        theirs, ours = (article_outline([read_section(section.slug, html)]).split("\n") for html in htmls)
        if section.markdown and theirs != ours:
            their_line, our_line = next(
                ((one, other) for one, other in zip_longest(theirs, ours, fillvalue="") if one != other)
            )
            yield Problem(
                Place(section.file or SourceFile(section.path), section.line),
                f"the site shows “{short(their_line.strip())}” where this file has “{short(our_line.strip())}”",
                "A plugin or another hook changes the article's Markdown: let it leave the article alone.",
            )


def listed_in(project: Project, navigation: object, is_left_out: Callable[[str], bool] = lambda _: False) -> Project:
    """The project with a problem for each section that the host's navigation (as mkdocs.yml has it) does not name.

    Where there is none, the host lists all pages. What `is_left_out`, need not be named.
    """
    named = set(_paths_in(navigation))
    problems = [
        Problem(
            Place(SourceFile(section.path)),
            "the navigation lacks this section",
            f"Add “{section.uri}” under “nav” in mkdocs.yml.",
        )
        for section in project.sections
        if navigation and section.uri not in named and not is_left_out(section.uri)
    ]
    return with_problems(project, problems)


def with_problems(project: Project, problems: Iterable[Problem]) -> Project:
    """The project with what only the host found wrong in it."""
    return replace(project, problems=[*project.problems, *problems])


def made_by_hand(paths: Iterable[str]) -> list[Problem]:
    """A problem for each file, by its path, that has the address of one which the edition makes."""
    message = "the edition makes what stands at this file’s address itself"
    return [Problem(Place(SourceFile(path)), message, "Give the file another name.") for path in paths]


def _paths_in(navigation: object) -> Iterator[str]:
    """Every path that a navigation names, whatever the spelling, as hosts write it."""
    if isinstance(navigation, str):
        yield PurePosixPath(navigation).as_posix()
    elif isinstance(navigation, dict | list):
        for item in navigation.values() if isinstance(navigation, dict) else navigation:
            yield from _paths_in(item)
