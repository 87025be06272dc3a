"""`edition import FILE [--into DIR]`: a new edition, with everything that it needs to be built, from any article."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from shlex import quote

from edition import open_project, render_all, unreadable
from edition.commands.article_file import article_in, bytes_of
from edition.commands.bringing import bring
from edition.commands.engine import engine
from edition.commands.engine_files import laid_down
from edition.commands.failure import CommandError
from edition.commands.files import lay_out, new_folder
from edition.problems import errors
from edition.reading import Dialect, folder_of_article, read_dialect, settings_of

WHAT = "make a new edition from an article: a text file or a saved page"
EXAMPLES = (
    "edition import article.html --into ../my-edition",
    "edition import article.txt",
    "edition import corrected.html --again",
)


def takes(parser: ArgumentParser) -> None:
    parser.add_argument("file", help="article.txt, article.md, or article.html as a browser saves it")
    parser.add_argument(
        "--into", type=Path, help="the new edition's folder, empty or not yet there (default: FILE-edition)"
    )
    parser.add_argument(
        "--again",
        action="store_true",
        help="the publisher corrected the page: bring its words into the edition (the one here, or --into)",
    )
    parser.set_defaults(needs_edition=False)


def run(arguments: Namespace) -> int:
    # The other commands need no readers of pages, and need not wait for them.
    from edition.importing import LAID_OUT, LostWordsError, make_edition

    source = Path(arguments.file)
    into: Path = arguments.into or (arguments.root if arguments.again else Path(f"{source.stem}-edition"))
    data = bytes_of(arguments.file)
    _look_at(into, again=arguments.again)
    article = article_in(data, arguments.file)
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
