"""`edition check`: what is wrong in the notes, and what they cover."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path

from edition import Concordance, Share, check, coverage, errors, listed_in, open_project, render_all, without_source
from edition.commands.markdown import html_of


def add(words: _SubParsersAction[ArgumentParser]) -> None:
    parser = words.add_parser("check", help="say what is wrong in the notes, and what they cover")
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    project = listed_in(open_project(arguments.root), navigation(arguments.root))
    concordance, problems = check(project, html_of)
    print(_coverage_table(concordance))
    if problems:
        print(render_all(problems), file=sys.stderr)
    return 1 if errors(problems) else 0


def navigation(root: Path) -> str | None:
    """The part of mkdocs.yml that names the pages, as text; None where the host lists all that there are."""
    try:
        text = (root / "mkdocs.yml").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    found = re.search(r"^nav:.*?(?=^\w|\Z)", text, re.S | re.M)
    return found.group() if found else None


def _coverage_table(concordance: Concordance) -> str:
    rows: list[tuple[str, ...]] = [("section", "translated", "named", "checked")]
    gaps = []
    for item in coverage(concordance):
        rows.append((item.section, *map(_percent, (item.sentences, item.names, item.claims))))
        gaps += [f"{item.section}: no bio of “{name}”" for name in item.names.missing]
        gaps += [f"{item.section}: no check of “{quote}”" for quote in item.claims.missing]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    bare = without_source(concordance)
    lines.append(f"notes without a source, glosses aside: {', '.join(bare) or 'none'}")
    return "\n".join([*lines, *gaps])


def _percent(share: Share) -> str:
    return f"{share.done}/{share.total}" + (f" {100 * share.done // share.total}%" if share.total else "")
