"""`edition import FILE [--into DIR]`: a new edition, with everything that it needs to be built, from any article."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path
from shlex import quote
from stat import S_ISREG
from typing import TYPE_CHECKING

from edition import open_project, render_all, unreadable
from edition.commands.bringing import bring
from edition.commands.engine import engine
from edition.commands.failure import CommandError
from edition.commands.files import lay_out, new_folder
from edition.commands.parsing import word
from edition.commands.upgrade import laid_down
from edition.problems import errors
from edition.reading import Dialect, folder_of_article, read_dialect, settings_of

if TYPE_CHECKING:
    from edition.importing import Article


def add(words: _SubParsersAction[ArgumentParser]) -> None:
    parser = word(
        words,
        "import",
        "make a new edition from an article: a text file or a saved page",
        [
            "edition import article.html --into ../my-edition",
            "edition import article.txt",
            "edition import corrected.html --again",
        ],
    )
    parser.add_argument("file", help="article.txt, article.md, or article.html as a browser saves it")
    parser.add_argument(
        "--into", type=Path, help="the new edition's folder, empty or not yet there (default: FILE-edition)"
    )
    parser.add_argument(
        "--again",
        action="store_true",
        help="the publisher corrected the page: bring its words into the edition (the one here, or --into)",
    )
    parser.set_defaults(needs_edition=False, run=run)


def run(arguments: Namespace) -> int:
    # The other commands need no readers of pages, and need not wait for them.
    from edition.importing import LAID_OUT, LostWordsError, make_edition

    source = Path(arguments.file)
    into: Path = arguments.into or (arguments.root if arguments.again else Path(f"{source.stem}-edition"))
    data = _bytes_of(arguments.file)
    _look_at(into, again=arguments.again)
    article = _article_in(data, arguments.file)
    dialect = read_dialect(LAID_OUT, []) or Dialect()  # the new edition's
    try:
        imported = make_edition(article, dialect.html, source.name, data)
    except LostWordsError as lost:
        message = f"{source}: no Markdown gives back the words of the section “{lost}”. Cut it or simplify it."
        raise CommandError(message) from lost
    if not imported.sections:
        message = f"no article was found in it. {article.read_as} Save the article’s words as a text file."
        raise CommandError(f"{arguments.file}: {message}")
    if arguments.again:
        return bring(imported, into)
    with new_folder(into) as folder:
        own = {path: text.encode() for path, text in imported.files.items()}
        lay_out(folder, {**laid_down(imported.starter, engine()), **own})  # the engine's files, and the article's
    print(imported.summary)
    project = open_project(into).listed_in(settings_of(into).get("nav"))
    problems = project.check()
    if problems:
        print(render_all(problems), file=sys.stderr)
    print(f"\nWritten to {into}. Read {into / 'import-report.md'}, then: cd {quote(str(into))} && make serve")
    return 1 if errors(problems) else 0


def article_of(name: str) -> Article:
    """The article of a page that was saved, or of a text."""
    return _article_in(_bytes_of(name), name)


def _article_in(data: bytes, name: str) -> Article:
    from edition.importing import UnreadableError, read_file

    try:
        return read_file(Path(name).name, data)
    except UnreadableError as error:
        raise CommandError(f"{name}: {error}") from error


def _bytes_of(name: str) -> bytes:
    """What the file holds that is to be imported."""
    from edition.importing import MAX_BYTES

    if re.match(r"(?:https?|ftp|file|view-source):/", name, re.I):
        raise CommandError(
            f"{name}: an address is not fetched. Open it in a browser, save the page (“Web page, HTML only”) "
            "and name the file that is saved."
        )
    source = Path(name)
    try:
        if source.is_dir():
            raise CommandError(f"{name}: this is a folder. Name the text file, or the page, that is in it.")
        if name == "-":
            raise CommandError("-: what a pipe gives is not read. Save it, and name the file that is saved.")
        if not source.exists() and not source.is_symlink():
            raise CommandError(f"{name}: there is no such file. Name a text file, or a page as your browser saves it.")
        if not S_ISREG(source.stat().st_mode):
            raise CommandError(f"{name}: this is no file, but a pipe or a device. Save what it gives, and name that.")
        size = source.stat().st_size
        if size > MAX_BYTES:
            raise CommandError(
                f"{name}: the file has {size / 1e6:.1f} MB; the import reads up to {MAX_BYTES / 1e6:.0f} MB. Save the "
                "page without its pictures (“Web page, HTML only”), or the article’s words as a text file."
            )
        return source.read_bytes()
    except OSError as error:
        raise CommandError(unreadable(error)) from error


def _look_at(into: Path, *, again: bool) -> None:
    """Refuse a folder into which nothing can be imported, before anything is read or written."""
    try:
        if again:
            if not any((into / folder_of_article(into)).glob("*.md")):
                raise CommandError(f"{into}: there is no edition. Name its folder with --into.")
        elif (into.exists() or into.is_symlink()) and (not into.is_dir() or any(into.iterdir())):
            raise CommandError(
                f"{into}: something stands there already, and nothing is overwritten. Name another folder with --into; "
                "if it is the edition of this page, and the page was corrected, say --again."
            )
    except OSError as error:
        raise CommandError(unreadable(error)) from error
