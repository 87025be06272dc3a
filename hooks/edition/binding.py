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
from pathlib import Path

import yaml

from edition.checking import check_edition
from edition.concordance import Concordance, SectionSource, join
from edition.model import Edition
from edition.problems import Place, Problem, SourceFile, in_order
from edition.publishing import Host, Site, publish
from edition.reading import compose, decode, read_edition

ARTICLE = "docs/article"
ANNOTATIONS = "annotations"

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<fields>.*?)^---[ \t]*\n", re.S | re.M)
_FILE_NAME = re.compile(r"(?P<number>\d+)-(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)\.md")
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

    One that is not `readable` has no Markdown.
    """

    slug: str
    path: str
    title: str
    markdown: str
    readable: bool = True

    @property
    def uri(self) -> str:
        """The path of the file from the folder of pages."""
        return self.path.removeprefix("docs/")


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
def open_project(root: Path) -> Project:
    """Everything that the project at `root` holds. What cannot be read is left out and reported."""
    edition, problems = read_edition(root / ANNOTATIONS)
    sections = read_sections(root, problems)
    return Project(edition, sections, problems)


def read_sections(root: Path, problems: list[Problem]) -> list[SectionFile]:
    """The article's sections in the order of their numbers; a file that cannot be read counts as empty."""
    folder = root / ARTICLE
    sections: list[SectionFile] = []
    if not any(folder.glob("*.md")):
        problems.append(Problem(Place(SourceFile(ARTICLE)), "the article has no sections", "Write 01-begin.md there."))
    for path in sorted(folder.glob("*.md"), key=lambda path: (_number(path.name), path.name)):
        name = f"{ARTICLE}/{path.name}"
        well_named = _FILE_NAME.fullmatch(path.name)
        if not well_named:
            message = f"a section's file is named NN-slug.md, in small letters; found “{path.name}”"
            problems.append(Problem(Place(SourceFile(name)), message, "Rename it; NN gives its place in the article."))
            continue
        file = decode(path, name, problems, limit=_MAX_SECTION_BYTES)
        fields, body = _front_matter(file, problems) if file else ({}, "")
        readable = file is not None and not _is_nested(file, problems)
        slug = well_named["slug"]
        if any(section.slug == slug for section in sections):
            problems.append(
                Problem(Place(SourceFile(name)), f"the slug “{slug}” stands twice", "Rename one of the two.")
            )
        title = fields.get("title") or slug.replace("-", " ").capitalize()
        sections.append(SectionFile(slug, name, title, body if readable else "", readable))
    return sections


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
    return Bound(concordance, publish(concordance, problems, host), problems)


def check(
    project: Project, html_of: Callable[[SectionFile], str], address_of: Callable[[SectionFile], str] = lambda _: ""
) -> tuple[Concordance, list[Problem]]:
    """As `bind`, for a host that publishes nothing and so may have no addresses."""
    sources = [
        SectionSource(item.slug, item.title, item.path, html_of(item), address_of(item)) for item in project.sections
    ]
    concordance, found = join(project.edition, sources)
    return concordance, _all_problems(project, concordance, found)


def _all_problems(project: Project, concordance: Concordance, found: Sequence[Problem]) -> list[Problem]:
    """Every problem in order. While a section cannot be read, what only its words would settle is not told."""
    if not all(section.readable for section in project.sections):
        return in_order(project.problems)
    return in_order([*project.problems, *found, *check_edition(concordance)])


def listed_in(project: Project, navigation: str | None) -> Project:
    """The project with a problem for each section that the host's navigation (as text; None: all) does not name."""
    problems = [
        Problem(
            Place(SourceFile(section.path)),
            "the navigation lacks this section",
            f"Add “{section.path.removeprefix('docs/')}” under “nav” in mkdocs.yml.",
        )
        for section in project.sections
        if navigation is not None and section.path.removeprefix("docs/") not in navigation
    ]
    return replace(project, problems=[*project.problems, *problems])


def made_by_hand(project: Project, paths: Iterable[str]) -> Project:
    """The project with a problem for each file, by its path, that has the address of one which the edition makes."""
    message = "the edition makes what stands at this file’s address itself"
    problems = [Problem(Place(SourceFile(path)), message, "Give the file another name.") for path in paths]
    return replace(project, problems=[*project.problems, *problems])


def _number(name: str) -> int:
    found = re.match(r"\d+", name)
    return int(found[0]) if found else 0


def _is_nested(file: SourceFile, problems: list[Problem]) -> bool:
    found = _NESTED.search(file.text)
    if found:
        line = file.text.count("\n", 0, found.start()) + 1
        message = "here lists, quotes or indented blocks stand fifty deep in one another"
        problems.append(
            Problem(Place(file, line), message, "Write it with fewer; put a backslash before a sign that is no list’s.")
        )
    return found is not None


def _front_matter(file: SourceFile, problems: list[Problem]) -> tuple[dict[str, str], str]:
    """The plain values of a section's front matter, and the Markdown under it."""
    found = _FRONT_MATTER.match(file.text)
    if not found:
        return {}, file.text
    body = file.text[found.end() :]
    # The line of dashes is left empty, so that places are those of the whole file.
    head = SourceFile(file.path, "\n" + found["fields"])
    node = compose(head, problems) if found["fields"].strip() else None
    if not isinstance(node, yaml.MappingNode):
        return {}, body
    return {str(key.value): value.value for key, value in node.value if isinstance(value, yaml.ScalarNode)}, body
