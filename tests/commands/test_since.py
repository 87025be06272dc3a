"""`edition check --since`: a verdict that changed says so, told out of a real repository."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from edition.checking.outlived import Verdict, verdict_in
from tests.command import command
from tests.commands.published import CHECK, change, commit, published, since
from tests.hosts import SMALL

NEEDED = """corrections:
      - {date: 2026-11-24, kind: verdict, from: accurate, to: mostly-accurate, text: …}"""


project = published


def test_what_did_not_change_is_right(project: Path) -> None:
    assert since(project) == (0, "")
    change(project, "three left in a year", "three went in a year")
    commit(project, "Mend a sentence")
    assert since(project) == (0, "")


def test_the_remedy_mends_it(project: Path) -> None:
    change(project, "rating: accurate", "rating: mostly-accurate")
    change(project, "checked: 2026-11-23", "checked: 2026-11-24")
    with (project / CHECK).open("a", encoding="utf-8") as file:
        file.write(NEEDED.replace("\n    ", "\n") + "\n")
    assert since(project) == (0, "")


def test_an_entry_of_an_earlier_change_does_not_serve(project: Path) -> None:
    first = "corrections:\n  - {date: 2026-11-21, kind: verdict, from: opinion, to: accurate, text: One.}\n"
    with (project / CHECK).open("a", encoding="utf-8") as file:
        file.write(first)
    commit(project, "Correct once")
    second = "  - {date: 2026-11-22, kind: verdict, from: unverifiable, to: mostly-accurate, text: Two.}\n"
    change(project, "rating: accurate", "rating: mostly-accurate")
    with (project / CHECK).open("a", encoding="utf-8") as file:
        file.write(second)
    status, said = since(project, "HEAD")
    assert status == 1
    assert "the verdict was accurate; the new correction starts from unverifiable" in said
    assert "Readers have seen no other verdict: write from: accurate there." in said
    change(project, "from: unverifiable", "from: accurate")
    assert since(project, "HEAD") == (0, "")


def test_a_correction_cannot_be_taken_out_again(project: Path) -> None:
    with (project / CHECK).open("a", encoding="utf-8") as file:
        file.write("corrections:\n  - {date: 2026-11-21, kind: verdict, from: opinion, to: accurate, text: One.}\n")
    commit(project, "Correct once")
    change(project, "date: 2026-11-21, kind: verdict, from: opinion", "date: 2026-11-22, kind: verdict, from: opinion")
    status, said = since(project, "HEAD")
    assert status == 1
    assert "the correction of 2026-11-21, from opinion to accurate, is gone or was changed" in said


def test_a_renamed_check_is_followed(project: Path) -> None:
    change(project, "rating: accurate", "rating: mostly-accurate")
    new = CHECK.replace("more-leave", "many-leave")
    change(project, "check: more-leave", "check: many-leave", "annotations/claims.yml")
    (project / CHECK).rename(project / new)
    commit(project, "Rename a check")
    status, said = since(project)
    assert status == 1
    assert said.startswith(f"{new}:3:9: error: the verdict was accurate, and no correction")


@pytest.mark.parametrize(
    ("word", "reference"),
    [("check", "nowhere"), ("check", "--help"), ("check", "v1:annotations"), ("check", ""), ("summary", "nowhere")],
)
def test_an_unknown_commit_is_answered(project: Path, word: str, reference: str) -> None:
    said = command(word, f"--since={reference}", root=project)
    assert (said.status, said.err) == (
        2,
        f"Git knows no commit “{reference}” here. "
        "Is it spelt so? In a shallow clone, first run: git fetch --unshallow\n",
    )


def test_a_folder_without_git_is_answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(SMALL, tmp_path / "edition")
    monkeypatch.setenv("GIT_DIR", os.devnull)
    status, said = since(tmp_path / "edition")
    assert status == 2
    assert said.startswith("The edition is under no Git, and nobody knows what stood here before. git init, ")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("rating: accurate\nnobody: knows\n", Verdict("accurate")),
        (
            "rating: opinion\ncorrections:\n- {date: 2026-11-02, kind: verdict, from: accurate, to: opinion}\n"
            "- {kind: fact, text: x}\n",
            Verdict("opinion", (("2026-11-02", "accurate", "opinion"),)),
        ),
        ("rating: opinion\ncorrections: none\n", Verdict("opinion")),
        ("rating: opinion\ncorrections: [none, [a]]\n", Verdict("opinion")),
        ("rating: [a]\n", None),
        ("- rating: accurate\n", None),
        ("rating: [", None),
        ("", None),
    ],
)
def test_a_verdict_is_read_out_of_a_file_of_any_age(text: str, verdict: Verdict | None) -> None:
    assert verdict_in(text) == verdict


def test_without_git_it_is_said(project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert since(project) == (2, "What stood here before is asked of Git, and Git is not installed.\n")
