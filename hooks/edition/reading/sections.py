"""The article's sections as their files have them: in order, their front matter apart from their Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from edition.problems import Place, Problem, SourceFile
from edition.reading.dialect import SNIPPET, Dialect, read_dialect
from edition.reading.disk import PAGE_SUFFIXES, folder_of_pages, look_into
from edition.reading.front_matter import parts_of_file
from edition.reading.values import as_id
from edition.reading.yaml_file import check_characters, conflicts, decode

ARTICLE = "docs/article"
"""Where the sections lie."""

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
    lying = look_into(root / article, article, problems, "section")
    found = [path for path in lying if path.suffix.lower() in (*PAGE_SUFFIXES, ".txt")]
    problems += [_folder_within(article, path.name) for path in lying if path.is_dir() and any(path.rglob("*.md"))]
    sections: list[SectionFile] = []
    dialect = read_dialect(configured or root, problems, article)
    if not dialect:
        problems[-1] = replace(problems[-1], spoils=article)
    if not found:
        if not any(problem.spoils == article for problem in problems):
            missing = "the article has no sections"
            problems.append(Problem.at(article, missing, "Write 01-begin.md there."))
        problems[-1] = replace(problems[-1], spoils=ARTICLE)
    for path in sorted(found, key=lambda path: (_number(path.name), path.name)):
        name = f"{article}/{path.name}"
        well_named = _FILE_NAME.fullmatch(path.name)
        if not well_named:
            problems.append(_misnamed(article, path))
            continue
        before = len(problems)
        file = decode(path, name, problems, limit=_MAX_SECTION_BYTES)
        parts = parts_of_file(file, problems) if file and not check_characters(file, problems) else None
        fields, body, line = parts or ({}, "", 1)
        left = conflicts(file) if file else []
        problems += left
        readable = bool(dialect and file and parts and not left)
        if readable and file and dialect:
            readable = not (_is_nested(file, problems) or _takes_snippets(file, line, dialect, problems))
        if not readable:  # no quote can be told to stand nowhere
            problems[before:] = [replace(problem, spoils=name) for problem in problems[before:]]
        slug = well_named["slug"]
        if any(section.slug == slug for section in sections):
            problems.append(Problem.at(name, f"the slug “{slug}” stands twice", "Rename one of the two."))
        title = fields.get("title") or slug.replace("-", " ").capitalize()
        markdown = body if readable else ""
        sections.append(SectionFile(slug, name, title, markdown, readable, dialect or Dialect(), file, line))
    return sections


def html_of(section: SectionFile) -> str:
    """What Markdown makes of a section, in the project's own dialect. `RecursionError` where it is nested too deep."""
    return section.dialect.html(section.markdown)


def _number(name: str) -> int:
    found = re.match(r"\d+", name)
    return int(found[0]) if found else 0


def _misnamed(article: str, path: Path) -> Problem:
    message = f"a section's file is named NN-slug.md, in small letters; found “{path.name}”"
    number, slug = re.match(r"\d*", path.name), as_id(path.stem.lstrip("0123456789"))
    remedy = "Rename it; NN gives its place in the article."
    if number and number[0] and slug and not path.with_name(f"{number[0]}-{slug}.md").exists():
        remedy = f"Rename it to {number[0]}-{slug}.md."
    return Problem.at(f"{article}/{path.name}", message, remedy, spoils=article)


def _folder_within(article: str, name: str) -> Problem:
    message = "nothing reads this folder for sections, which stand side by side"
    remedy = "Move its pages up and name them NN-slug.md, or, where they are none of the article, elsewhere."
    return Problem.at(f"{article}/{name}", message, remedy, spoils=article)


def _takes_snippets(file: SourceFile, line: int, dialect: Dialect, problems: list[Problem]) -> bool:
    """The article's file holds the article: it takes in no other file, though other pages may."""
    if dialect.snippets is None:
        return False
    before = len(problems)
    for number, text in enumerate(file.text.split("\n")[line - 1 :], line):
        if (found := SNIPPET.match(text)) and not found["escape"]:
            message = "this takes in another file, and the article's file holds the article itself"
            place = Place(file, number, found.start("all") + 1, len(found["all"].split()[0]))
            remedy = "Write the words here; where it is words itself, write a “;” before it, which does not show."
            problems.append(Problem(place, message, remedy))
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
