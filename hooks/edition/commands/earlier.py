"""What Git has of an earlier commit: the fact checks for `edition check --since`, all notes for `edition summary`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from edition import Problem
from edition.checking import changed_verdicts, outlived_words
from edition.commands.git import commit_at, files_at, git
from edition.commands.texts import texts_at
from edition.concordance import Concordance
from edition.history import changed_files
from edition.model import FactCheck
from edition.reading import ANNOTATIONS, folder_of_article

CHECKS = f"{ANNOTATIONS}/{FactCheck.folder}"


def problems_since(root: Path, reference: str, concordance: Concordance, today: date) -> list[Problem]:
    """A problem for each verdict that changed since the commit, branch or tag, or should have been looked at since."""
    commit = commit_at(root, reference)
    compared = ("diff", "--no-ext-diff", "--relative")
    asked = (*compared, "--name-status", "-z", "--find-renames=60%", commit, "--", ANNOTATIONS)
    rows = [*changed_files(git(root, *asked).decode(errors="replace").split("\0"))]
    earlier = {row.path: row.old for row in rows if row.status in "MTDR"}
    gone = {row.path for row in rows if row.status == "D" and not (root / row.path).exists()}
    checks = {path: then for path, then in earlier.items() if path.startswith(f"{CHECKS}/")}
    stood = files_at(root, commit, ANNOTATIONS)
    problems = list(changed_verdicts(_texts(stood, checks), gone, concordance.edition, today))
    if git(root, *compared, "--name-only", commit, "--", folder_of_article(root)):
        then = _texts(stood, {path: earlier.get(path, path) for path in _leaning(concordance)})
        was = texts_at(root, commit, reference)
        problems += outlived_words(then, concordance.edition, was, concordance.texts, reference)
    return problems


def _leaning(concordance: Concordance) -> set[str]:
    """The files of all that leans on the article's words."""
    edition = concordance.edition
    return {item.place.file.path for item in (*edition.notes, *edition.claims, *edition.by_section)}


def _texts(stood: Mapping[Path, bytes], earlier: Mapping[str, str]) -> dict[str, str]:
    """The texts at the commit: those of the values, under the keys."""
    return {
        now: stood[Path(then)].decode("utf-8-sig", errors="replace")
        for now, then in earlier.items()
        if then.endswith(".yml") and Path(then) in stood
    }
