"""`edition check`: what is wrong in the notes, and what they cover."""

from __future__ import annotations

import os
import secrets
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pathspec import GitIgnoreSpec

from edition import Problem, open_project
from edition.checking import (
    Share,
    coverage,
    coverage_columns,
    distinct_words,
    unwritten_pages,
    warnings,
    without_source,
)
from edition.commands.earlier import problems_since
from edition.commands.files import notes, write
from edition.commands.formats import as_annotations, as_json, as_text, wants_colour
from edition.commands.texts import texts_of
from edition.concordance import Concordance
from edition.editing import fix
from edition.model import Source, kinds
from edition.problems import errors, visible
from edition.reading import settings_of

WHAT = "say what is wrong in the notes, and what they cover"
EXAMPLES = ("edition check", "edition check --warnings", "edition check --fix", "edition check --since main")
MORE = """\
Ends with 0 where there are no errors (warnings stop nothing), 1 where there are, 2 where it was called wrongly.

--format json prints a list of {file, line, column, end_column, severity, message, remedy}: lines and columns count
from 1, end_column is the one after the last character, severity is error or warning.

Colours: as NO_COLOR and FORCE_COLOR say; else on terminals only.
"""


def takes(parser: ArgumentParser) -> None:
    on_github = os.environ.get("GITHUB_ACTIONS") == "true"
    parser.add_argument(
        "--format",
        choices=("text", "github", "json"),
        default="github" if on_github else "text",
        help="text; annotations of a pull request (by itself on GitHub); JSON",
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="first mend, in the notes, what has one right answer: Unicode NFC, space at line ends, quotes that "
        "differ from the article only in width or spacing, and in Chinese pinyin with digits for its tones",
    )
    parser.add_argument("--warnings", action="store_true", help="tell each warning, not only how many there are")
    parser.add_argument(
        "--today", type=_day, default=None, metavar="DATE", help="the day to which checks are held (default: today)"
    )
    parser.add_argument(
        "--since",
        metavar="REF",
        help="tell of verdicts that changed since a commit without a correction that says so, and of those that stayed "
        "while their paragraph changed",
    )


def run(arguments: Namespace) -> int:
    if arguments.fix:
        _mend(arguments.root)
    today = arguments.today or date.today()
    settings = settings_of(arguments.root)
    left_out = GitIgnoreSpec.from_lines(str(settings.get("not_in_nav") or "").splitlines()).match_file
    project = open_project(arguments.root, today).listed_in(settings.get("nav"), left_out)
    known = {problem.place.file.path for problem in project.problems}
    pages = (page.problem for page in project.unreadable_pages())
    project = project.with_problems(page for page in pages if page.place.file.path not in known)
    concordance, problems = project.joined()
    if arguments.since is not None:
        problems += problems_since(arguments.root, arguments.since, concordance, today)
    failed = int(bool(errors(problems)))
    problems += [*warnings(concordance, today, whole=not failed), *unwritten_pages(arguments.root)]
    if arguments.format == "json":
        print(as_json(problems))
        return failed
    print(_coverage_table(concordance))
    if arguments.format == "github":
        _tell_github(problems, arguments.root)
    elif told := as_text(problems, wants_colour(sys.stderr, os.environ), arguments.warnings):
        print(told, file=sys.stderr)
    if arguments.format == "text":
        print(_counted(concordance))
        if not problems:
            print("No problems.")
    return failed


def _mend(root: Path) -> None:
    """Mend what has one right answer in the notes, and say on the error stream what was done and what was not."""
    texts, unreadable = texts_of(root)
    if unreadable:
        print("Nothing was mended: that has to wait until every section can be read.", file=sys.stderr)
        return
    left: list[Problem] = []
    changed, done = fix(notes(root, left), texts)
    write(root, changed)
    for problem in left:
        print(f"left alone: {visible(f'{problem.place}: {problem.message}')}", file=sys.stderr)
    for item in done:
        print(f"{'left alone' if item.left else 'mended'}: {visible(str(item))}", file=sys.stderr)


def _tell_github(problems: Sequence[Problem], root: Path) -> None:
    """The annotations, and everything in the log: where a line of a stranger's file must not act as a command."""
    folder = os.path.relpath(root.resolve(), os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
    for line in as_annotations(problems, "" if folder == "." else Path(folder).as_posix()):
        print(line)
    if problems:
        token = secrets.token_hex(16)
        print(f"::stop-commands::{token}", as_text(problems), f"::{token}::", sep="\n")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is no day; wanted is one such as 2026-01-05") from None


def _coverage_table(concordance: Concordance) -> str:
    by_word = bool(concordance.edition.interlinear)
    told = coverage_columns(by_word=by_word)
    rows: list[tuple[str, ...]] = [("section", *told)]
    gaps = []
    for item in coverage(concordance):
        rows.append((item.section, *(_percent(getattr(item, name)) for name in told.values())))
        gaps += [f"{item.section}: no bio of “{name}”" for name in item.names.missing]
        gaps += [f"{item.section}: no check of “{quote}”" for quote in item.claims.missing]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    bare = without_source(concordance)
    lines.append(f"notes without a source, glosses aside: {', '.join(bare) or 'none'}")
    if by_word:
        lines.append(_by_word(concordance))
    return "\n".join([*lines, *gaps])


def _by_word(concordance: Concordance) -> str:
    """How much of the article is glossed word by word, and how much of its English leads to a word, in one line."""
    found = coverage(concordance)
    paragraphs, rendered = (Share.of([getattr(item, name) for item in found]) for name in ("paragraphs", "rendered"))
    words = distinct_words(concordance)
    return (
        f"by word: {words.done} of {words.total} different words glossed, in {paragraphs.done} of {paragraphs.total} "
        f"headings and paragraphs; {_percent(rendered)} of the English that carries the sense leads to a word"
    )


def _counted(concordance: Concordance) -> str:
    """What was looked at, in one line."""
    edition = concordance.edition
    paragraphs = sum(not leaf.is_heading for section in concordance.sections for leaf in section.text.leaves)
    counted = {
        **{kind.noun(): len(edition.of(kind)) for kind in kinds()},
        Source.noun(): len(edition.sources),
        "section": len(concordance.sections),
        "paragraph": paragraphs,
    }
    return f"Checked: {', '.join(_number_of(number, kind) for kind, number in counted.items())}."


def _number_of(number: int, kind: str) -> str:
    plural = f"{kind}{'es' if kind.endswith('s') else 's'}"
    return f"{number} {kind if number == 1 else plural}"


def _percent(share: Share) -> str:
    return f"{share.done}/{share.total}" + (f" {100 * share.done // share.total}%" if share.total else "")
