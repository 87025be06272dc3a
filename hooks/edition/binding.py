"""The one pass: read, anchor, weave, publish, check; for the adapter and the command alike.

A host goes three steps: `open_project` reads everything that stands under `annotations/` and the sections'
files, `bind` takes the sections' HTML and joins, weaves and publishes, and the host places the result.
`check` goes all of them without a host.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, zip_longest
from pathlib import Path, PurePosixPath

from edition.anchoring import read_section
from edition.checking import check_edition, check_structure, dates_to_come
from edition.concordance import ARTICLE, Concordance, SectionSource, article_outline, join
from edition.model import Edition
from edition.problems import Place, Problem, SourceFile, in_order, short
from edition.publishing import Host, Site, publish
from edition.reading import (
    PAGE_SUFFIXES,
    Dialect,
    check_characters,
    cut,
    decode,
    folder_of_pages,
    look_into,
    read_dialect,
    read_edition,
)

ANNOTATIONS = "annotations"

_FILE_NAME = re.compile(r"(?P<number>\d+)-(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)\.md")
_SNIPPET = re.compile(r"-+8<-+")
_MAX_SECTION_BYTES = 2_000_000
_NESTED = re.compile(
    r"""
      ^(?: [ \t]* (?:[-*+>]|\d+[.)]) (?=[ \t>]) ){50} .*  # items and quotes on one line
    | ^(?: [ ]{200} | \t{50} ) .*
    | (?: <\w[^<>]*\bmarkdown=[^<>]*> [^<>]* ){50}
    """,
    re.M | re.X,
)
"""What opens, or stands in, so many blocks in one another that Python-Markdown may recurse beyond its bounds."""


@dataclass(frozen=True, slots=True)
class SectionFile:
    """A section as its file has it: `path` from the project's root, and the Markdown under the front matter.

    One that is not `readable` has no Markdown. The Markdown begins on a `line` of its `file`, and is read in a
    `dialect`.
    """

    slug: str
    path: str
    title: str
    markdown: str
    readable: bool = True
    dialect: Dialect = Dialect()
    file: SourceFile | None = None
    line: int = 1

    @property
    def uri(self) -> str:
        """The path of the file from the folder of pages."""
        return "/".join(PurePosixPath(self.path).parts[-2:])


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


def folder_of_article(root: Path, pages: str | None = None) -> str:
    """The path of the folder of sections from the project's root, as `pages` or mkdocs.yml has it."""
    return (PurePosixPath(folder_of_pages(root) if pages is None else pages) / "article").as_posix()


def read_sections(
    root: Path, problems: list[Problem], pages: str | None = None, configured: Path | None = None
) -> list[SectionFile]:
    """The article's sections in the order of their numbers; a file that cannot be read counts as empty.

    Their Markdown is that of the project at the root, or at `configured`, where the files alone lie at the root.
    """
    article = folder_of_article(root, pages)
    found = [path for path in look_into(root / article, article, problems, "section") if path.suffix in PAGE_SUFFIXES]
    sections: list[SectionFile] = []
    dialect = read_dialect(configured or root, problems, article)
    if not dialect:
        problems[-1] = replace(problems[-1], spoils=article)
    if not found:
        if not any(problem.spoils == article for problem in problems):
            missing = "the article has no sections"
            problems.append(Problem(Place(SourceFile(article)), missing, "Write 01-begin.md there."))
        problems[-1] = replace(problems[-1], spoils=ARTICLE)
    for path in sorted(found, key=lambda path: (_number(path.name), path.name)):
        name = f"{article}/{path.name}"
        well_named = _FILE_NAME.fullmatch(path.name)
        if not well_named:
            message = f"a section's file is named NN-slug.md, in small letters; found “{path.name}”"
            remedy = "Rename it; NN gives its place in the article."
            problems.append(Problem(Place(SourceFile(name)), message, remedy, spoils=article))
            continue
        before = len(problems)
        file = decode(path, name, problems, limit=_MAX_SECTION_BYTES)
        file = file and replace(file, text=file.text.removeprefix("\ufeff"))  # as MkDocs does
        parts = cut(file, problems) if file and not check_characters(file, problems) else None
        fields, body, line = parts or ({}, "", 1)
        readable = bool(dialect and file and parts)
        if file and dialect and parts:
            readable = not (_is_nested(file, problems) or _takes_snippets(file, line, dialect, problems))
        if not readable:  # no quote can be told to stand nowhere
            problems[before:] = [replace(problem, spoils=name) for problem in problems[before:]]
        slug = well_named["slug"]
        if any(section.slug == slug for section in sections):
            problems.append(
                Problem(Place(SourceFile(name)), f"the slug “{slug}” stands twice", "Rename one of the two.")
            )
        title = fields.get("title") or slug.replace("-", " ").capitalize()
        markdown = body if readable else ""
        sections.append(SectionFile(slug, name, title, markdown, readable, dialect or Dialect(), file, line))
    return sections


def html_of(section: SectionFile) -> str:
    """What Markdown makes of a section, in the project's own dialect. `RecursionError` where it is nested too deep."""
    return section.dialect.html(section.markdown)


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


def _number(name: str) -> int:
    found = re.match(r"\d+", name)
    return int(found[0]) if found else 0


def _takes_snippets(file: SourceFile, line: int, dialect: Dialect, problems: list[Problem]) -> bool:
    """The article's file holds the article: it takes in no other file, though other pages may."""
    if dialect.snippets is None:
        return False
    before = len(problems)
    for number, text in enumerate(file.text.split("\n")[line - 1 :], line):
        if found := _SNIPPET.search(text):
            message = "this takes in another file, and the article's file holds the article itself"
            place = Place(file, number, found.start() + 1, len(found[0]))
            problems.append(
                Problem(place, message, "Write the words here; where it is words itself, write 8&lt; for 8<.")
            )
    return len(problems) > before


def _is_nested(file: SourceFile, problems: list[Problem]) -> bool:
    found = _NESTED.search(file.text)
    if found:
        line = file.text.count("\n", 0, found.start()) + 1
        message = "here lists, quotes or indented blocks stand fifty deep in one another"
        problems.append(
            Problem(Place(file, line), message, "Write it with fewer; put a backslash before a sign that is no list’s.")
        )
    return found is not None
