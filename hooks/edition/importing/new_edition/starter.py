"""The files of a new edition: sections, what is known of the article, examples, the pages about the edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from edition.importing.article import Article
from edition.importing.new_edition.examples import examples, filled, quoted
from edition.importing.new_edition.new_sections import NewSection, sections_of
from edition.importing.new_edition.report import report, summary
from edition.importing.new_edition.to_markdown import Render, literal_text, section_markdown
from edition.model import NO_DATE, NOT_FOUND
from edition.text import article_hash, read_section

_FOLDER = Path(__file__).parents[1] / "starter"
STARTER: Mapping[str, str] = {
    path.name: path.read_text(encoding="utf-8") for path in sorted(_FOLDER.iterdir()) if path.is_file()
}
"""The templates of the examples, by name."""
LAID_OUT = _FOLDER / "edition"
"""The files that every edition has of the engine, as they lie in an edition."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import makes: files by path, the sections, the report in a few lines."""

    files: Mapping[str, str]
    """What is the edition's own from its first day."""
    starter: Mapping[str, str]
    """What is the engine's, until somebody changes it."""
    sections: Sequence[NewSection]
    summary: str


def make_edition(article: Article, render: Render, name: str, data: bytes) -> Imported:
    """The article's own files of a new edition; `name` and `data` are those of the file that was imported.

    An article without words makes no sections.
    """
    render = cache(render)  # of the same lines, and of whole sections twice, each rendering may take long
    blocks = [block for block in article.blocks if block.text or block.kind == "picture"]
    sections = sections_of(blocks, article.language)
    sections = [section for section in sections if any(block.kind != "picture" for block in section.blocks)]
    bodies = {section.slug: section_markdown(section, render) for section in sections}
    texts = [read_section(slug, render(body)) for slug, body in bodies.items()]
    files = {
        f"docs/article/{section.file_name}": _front_matter(section, article.language) + bodies[section.slug]
        for section in sections
    }
    files["annotations/edition.yml"] = _manifest(article, article_hash(texts))
    files |= examples(texts, article.language, article.found("issued"), STARTER)
    files["import-report.md"] = report(article, sections, name, sha256(data).hexdigest())
    starter = starter_files(article.found("title"), [section.file_name for section in sections])
    return Imported(files, starter, sections, summary(article, sections))


def starter_files(title: str, sections: Sequence[str]) -> dict[str, str]:
    """What every edition has of the engine, by path: for an article of this title (or none) in files of these names."""
    values = {
        "TITLE": literal_text(title or NOT_FOUND),
        "SITE_NAME": quoted(f"{title} · an annotated edition" if title else "An annotated edition")[1:-1],
        "SECTIONS": "\n      - article/".join(sections),
    }
    return {path: filled(text, values) for path, text in starter_templates().items()}


def starter_templates() -> dict[str, str]:
    """What every edition has of the engine, by its path there, before a title and names of files stand in it."""
    found = (path for path in sorted(LAID_OUT.rglob("*")) if path.is_file())
    return {path.relative_to(LAID_OUT).as_posix().removesuffix(".txt"): path.read_text("utf-8") for path in found}


def _front_matter(section: NewSection, language: str) -> str:
    hint = (
        ""
        if language.partition("-")[0] == "en"
        else "  # in English, for the navigation; the heading in the text stays as it is"
    )
    return f"---\ntitle: {quoted(section.title)}{hint}\n---\n\n"


def _manifest(article: Article, digest: str) -> str:
    """`annotations/edition.yml`: what was found, and a marked placeholder with a hint for what was not."""

    def line(field: str, key: str, placeholder: str, hint: str) -> str:
        value = article.found(field)
        if value:
            where = article.findings[field][0].where
            return f"{key}: {quoted(value)}\n" if '"' in where else f"# found by {where}\n{key}: {quoted(value)}\n"
        return f"# {NOT_FOUND}: {hint}\n{key}: {placeholder}\n"

    def optional(field: str, key: str, hint: str) -> str:
        if article.found(field):
            return line(field, key, "", "")
        return f"# {NOT_FOUND}: {hint}\n# {key}:\n"

    authors = list(dict.fromkeys(item.value for item in article.findings.get("author", ())))
    where = article.findings["author"][0].where if authors else ""
    names = [item.value for item in article.findings.get("author", ()) if item.where == where]
    author = f"# found by {where}\nauthor: [{', '.join(map(quoted, names))}]\n" if names else (
        f"# {NOT_FOUND}: the authors’ names as the article gives them; leave the line out where it names none.\n"
        "# author: [Name One, Name Two]\n"
    )  # fmt: skip
    return "".join(
        [
            "# yaml-language-server: $schema=schemas/edition.json\n",
            "# Which article this is. Look at each line once: what an import finds may be wrong.\n\n",
            line("title", "title", quoted(NOT_FOUND), "the article’s title, in its own language."),
            ""
            if article.language.partition("-")[0] == "en"
            else f"# {NOT_FOUND}: the title in English; the page of the whole article has it as its heading.\n"
            "# translated_title:\n",
            author,
            line("publisher", "publisher", quoted(NOT_FOUND), "who published the article, as a reader knows them."),
            line("issued", "issued", NO_DATE, "the day on which it was published: 2026-01-05, 2026-01 or 2026."),
            optional("URL", "URL", "the address at which it was published, with https://"),
            line("language", "language", "und", "a language tag, such as en, de or zh-Hans."),
            STARTER["rights.yml"],
            f"sha256: {digest}\n",
            "# Other copies of the article that you have compared, each with a letter by which variants name it:\n"
            "# witnesses:\n#   - {siglum: A, title: Its title there, publisher: Who carries it, URL: https://example.org/}\n",
        ]
    )
