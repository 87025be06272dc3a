"""What the command line offers, and what each word of it does."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from edition import (
    ANNOTATIONS,
    Concordance,
    Share,
    check,
    coverage,
    errors,
    listed_in,
    open_project,
    render_all,
    schemas,
)
from edition import without_source as find_without_source
from edition.commands.markdown import html_of


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with the arguments (the process's own by default); the exit status is returned."""
    for stream in (sys.stdout, sys.stderr):  # the article's letters go to terminals that lack them
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    parser = argparse.ArgumentParser(prog="edition", description="An annotated edition: its text, its notes.")
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder (default: this one)")
    words = parser.add_subparsers(dest="word", required=True)
    words.add_parser("check", help="say what is wrong in the notes, and what they cover")
    words.add_parser("schemas", help="write the JSON Schemas that editors of YAML use")
    parsed = parser.parse_args(arguments)
    root: Path = parsed.root
    return _check(root) if parsed.word == "check" else _write_schemas(root)


def _check(root: Path) -> int:
    project = listed_in(open_project(root), _navigation(root))
    concordance, problems = check(project, html_of)
    _say(_coverage_table(concordance))
    if problems:
        print(render_all(problems), file=sys.stderr)  # noqa: T201
    return 1 if errors(problems) else 0


def _navigation(root: Path) -> str | None:
    """The part of mkdocs.yml that names the pages, as text; None where the host lists all that there are."""
    try:
        text = (root / "mkdocs.yml").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    found = re.search(r"^nav:.*?(?=^\w|\Z)", text, re.S | re.M)
    return found.group() if found else None


def _write_schemas(root: Path) -> int:
    folder = root / ANNOTATIONS / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (folder / name).write_text(text, encoding="utf-8")
    return 0


def _coverage_table(concordance: Concordance) -> str:
    rows: list[tuple[str, ...]] = [("section", "translated", "named", "checked")]
    gaps = []
    for item in coverage(concordance):
        rows.append((item.section, *map(_percent, (item.sentences, item.names, item.claims))))
        gaps += [f"{item.section}: no bio of “{name}”" for name in item.names.missing]
        gaps += [f"{item.section}: no check of “{quote}”" for quote in item.claims.missing]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    bare = find_without_source(concordance)
    lines.append(f"notes without a source, glosses aside: {', '.join(bare) or 'none'}")
    return "\n".join([*lines, *gaps])


def _percent(share: Share) -> str:
    return f"{share.done}/{share.total}" + (f" {100 * share.done // share.total}%" if share.total else "")


def _say(text: str) -> None:
    print(text)  # noqa: T201
