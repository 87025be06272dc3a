"""`edition import FILE [--into DIR]`: a new edition, with everything that it needs to be built, from any article."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from edition import (
    ARTICLE,
    SectionFile,
    check,
    errors,
    listed_in,
    open_project,
    read_section,
    read_sections,
    render_all,
)
from edition.commands.check import navigation
from edition.commands.markdown import html_of

if TYPE_CHECKING:
    from edition.importing import Imported

ENGINE = Path(__file__).parents[3]
"""The project that this engine belongs to, whose machinery a new edition takes over."""
COPIED = (
    "hooks", "Makefile", "requirements.txt", "pyproject.toml", "LICENSE", "mkdocs.yml", ".gitignore",
    ".gitattributes", ".editorconfig", ".pre-commit-config.yaml", ".pre-commit-hooks.yaml", ".github", ".ci",
    "docs", "annotations/schemas",
    "tests/browser/provide",
)  # fmt: skip
_LEFT = re.compile(
    r"(^|/)(__pycache__|[^/]*\.egg-info)(/|$)|\.py[co]$|^(docs|\.github)/.*\.png$|^docs/article/|\.DS_Store$"
)
_MAX_BYTES = 20_000_000


def add(words: _SubParsersAction[ArgumentParser]) -> None:
    parser = words.add_parser("import", help="make a new edition from an article: a text file or a saved page")
    parser.add_argument("file", type=Path, help="article.txt, or article.html as a browser saves it")
    parser.add_argument(
        "--into", type=Path, help="the new edition's folder, empty or not yet there (default: FILE-edition)"
    )
    parser.add_argument(
        "--again", action="store_true", help="the publisher corrected the page: bring its words into the edition --into"
    )
    parser.set_defaults(needs_edition=False, run=run)


def run(arguments: Namespace) -> int:
    # The other commands need no readers of pages, and need not wait for them.
    from edition.importing import decoded, make_edition, read_page, read_plain
    from edition.importing.markdown import LostWordsError

    source: Path = arguments.file
    into: Path = arguments.into or Path(f"{source.stem}-edition")
    if trouble := _trouble(source, into, again=arguments.again):
        print(trouble, file=sys.stderr)
        return 1
    data = source.read_bytes()
    text, encoding = decoded(data)
    is_page = source.suffix.lower() in (".html", ".htm", ".xhtml") or bool(
        re.match(r"\s*<(!doctype|html)\b", text, re.I)
    )
    article = read_page(text) if is_page else read_plain(text)
    try:
        imported = make_edition(article, _render, source.name, data)
    except LostWordsError as lost:
        print(
            f"{source}: no Markdown gives back the words of the section “{lost}”. Cut it or simplify it.",
            file=sys.stderr,
        )
        return 1
    if not imported.sections:
        print(
            f"{source}: no article was found in it (read as {encoding}). Save the article’s words as a text file.",
            file=sys.stderr,
        )
        return 1
    if arguments.again:
        return _bring(imported, into)
    write(imported, into)
    print(imported.summary)
    project = listed_in(open_project(into), navigation(into))
    problems = check(project, html_of)[1]
    if problems:
        print(render_all(problems), file=sys.stderr)
    print(f"\nWritten to {into}. Read {into / 'import-report.md'}, then: cd {into} && make serve")
    return 1 if errors(problems) else 0


def write(imported: Imported, into: Path) -> None:
    """Lay out the whole project: this one's machinery, and the new article's own files over it."""
    from edition.importing import adapt

    for path in _machinery():
        target = into / path
        target.parent.mkdir(parents=True, exist_ok=True)
        data = (ENGINE / path).read_bytes()
        if path.as_posix() in ("mkdocs.yml", "Makefile"):
            data = adapt(path.as_posix(), data.decode("utf-8"), imported).encode()
        target.write_bytes(data)
        target.chmod((ENGINE / path).stat().st_mode & 0o777)
    for name, text in imported.files.items():
        target = into / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def _bring(imported: Imported, into: Path) -> int:
    """Write the words of each section that were changed; names, titles and notes are the editors' own and stay."""
    there = read_sections(into, [])
    bodies = [text for path, text in imported.files.items() if path.startswith(f"{ARTICLE}/")]
    if len(there) != len(bodies):
        print(
            f"The page makes {len(bodies)} sections, and {into} has {len(there)}: which is which cannot be told. "
            f"Import it into a new folder, and bring what was changed into the files under {into / ARTICLE} by hand.",
            file=sys.stderr,
        )
        return 1
    changed = []
    for section, text in zip(there, bodies, strict=True):
        body = text.partition("---\n\n")[2]
        new, old = (read_section("", html_of(replace(section, markdown=words))) for words in (body, section.markdown))
        if [new.words(leaf) for leaf in new.leaves] != [old.words(leaf) for leaf in old.leaves]:
            path = into / section.path
            told = path.read_text(encoding="utf-8-sig")
            head = told.partition("\n---\n")[0] + "\n---\n\n" if told.startswith("---\n") else ""
            path.write_text(head + body, encoding="utf-8", newline="\n")
            changed.append(section.path)
    if not changed:
        print("The page says what the edition has: no word was changed.")
        return 0
    (into / "import-report.md").write_text(imported.files["import-report.md"], encoding="utf-8", newline="\n")
    print("\n".join(["Changed:", *(f"  {path}" for path in changed)]))
    print(f"\nLook at it with git diff, then: cd {into} && .venv/bin/edition reanchor --old HEAD")
    return 0


def _machinery() -> Iterator[Path]:
    """What is copied, by path from the project's folder."""
    for name in COPIED:
        top = ENGINE / name
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            relative = path.relative_to(ENGINE)
            if path.is_file() and not _LEFT.search(relative.as_posix()):
                yield relative


def _trouble(source: Path, into: Path, *, again: bool) -> str:
    """Why nothing can be done; empty where all is well."""
    if not source.is_file():
        return f"{source}: there is no such file. Name a text file, or a page as your browser saves it."
    if source.stat().st_size > _MAX_BYTES:
        return f"{source}: the file has {source.stat().st_size:,} bytes; at most {_MAX_BYTES:,} are read."
    if again:
        return (
            "" if any((into / ARTICLE).glob("*.md")) else f"{into}: there is no edition. Name its folder with --into."
        )
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        return (
            f"{into}: something stands there already, and nothing is overwritten. Name another folder with --into; "
            "if it is the edition of this page, and the page was corrected, say --again."
        )
    if not (ENGINE / "mkdocs.yml").is_file():
        return "The engine runs without its project here. Clone the project and run `edition import` from the clone."
    return ""


def _render(markdown: str) -> str:
    return html_of(SectionFile("", "", "", markdown))
