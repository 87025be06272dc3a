"""`edition summary`: what changes in the edition since a commit, as Markdown for the page of a pull request."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from subprocess import CalledProcessError
from tempfile import TemporaryDirectory

from edition import open_project
from edition.checking import warnings
from edition.commands.comparison import Snapshot, as_markdown
from edition.commands.files import lay_out
from edition.commands.git import commit_at, files_at, git
from edition.problems import errors
from edition.reading import ANNOTATIONS, CONFIGURATIONS, folder_of_article

WHAT = "tell, in Markdown, what changes in the edition since a commit: notes, coverage, warnings"
EXAMPLES = ("edition summary --since main", "edition summary --since HEAD~1")


def takes(parser: ArgumentParser) -> None:
    parser.add_argument("--since", metavar="REF", required=True, help="the commit, branch or tag to compare with")


def run(arguments: Namespace) -> int:
    root: Path = arguments.root
    commit = _common(root, commit_at(root, arguments.since))
    today = date.today()
    with TemporaryDirectory() as name:
        lay_out(Path(name), files_at(root, commit, ANNOTATIONS, folder_of_article(root), *CONFIGURATIONS))
        before = _state(Path(name), today)
    print(as_markdown(before, _state(root, today), _files_at(root, os.environ)))
    return 0


def _common(root: Path, commit: str) -> str:
    """Where the present parted from the commit: what came to a branch afterwards is no part of a change."""
    try:
        return git(root, "merge-base", commit, "HEAD").decode().strip()
    except CalledProcessError:  # no history in common, or a shallow clone does not hold it
        return commit


def _state(root: Path, today: date) -> Snapshot:
    concordance, problems = open_project(root, today).joined()
    return Snapshot(concordance, [*problems, *warnings(concordance, today, whole=not errors(problems))])


def _files_at(root: Path, environment: Mapping[str, str]) -> str:
    """Where GitHub shows the project's files as they are here; empty elsewhere."""
    named = [environment.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "SHA", "WORKSPACE")]
    if not all(named):
        return ""
    server, repository, commit, workspace = named
    folder = Path(os.path.relpath(root.resolve(), workspace)).as_posix()
    return f"{server}/{repository}/blob/{commit}" + ("" if folder == "." else f"/{folder}")
