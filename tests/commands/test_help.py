"""What the command says of itself: its version, examples that it takes, and what a shell may complete."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
import tomllib
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from pathlib import Path

import pytest

from edition.commands.completion import candidates
from edition.commands.main import whole
from tests.command import command
from tests.hosts import SMALL


def parsers(parser: ArgumentParser) -> Iterator[ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            for choice in action.choices.values():
                yield choice
                yield from parsers(choice)


PARSERS = {parser.prog: parser for parser in parsers(whole())}


@pytest.mark.parametrize("parser", PARSERS.values(), ids=PARSERS)
def test_every_help_has_examples_that_the_command_takes(parser: ArgumentParser) -> None:
    told = parser.format_help()
    _, _, shown = told.partition("examples:\n")
    assert shown
    for line in shown.strip().splitlines():
        words = shlex.split(line.removesuffix("| source").replace("source <(", "").rstrip(") "))
        assert words[0] == "edition"
        assert whole().parse_args(words[1:]).run
        assert line.strip().removeprefix("source <(").startswith(parser.prog)


def test_it_says_its_version(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    version = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert command("--version") == (0, f"edition {version}\n", "")


def test_what_is_missing_is_called_as_the_help_calls_it() -> None:
    assert command("completion").err.endswith("required: SHELL\n")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("nwe", "Did you mean “new”?"),
        ("chekc", "Did you mean “check”?"),
        ("new fact-chek", "Did you mean “fact-check”?"),
        ("check --warnigs", "Did you mean “--warnings”?"),
        ("check --sinse=main", "Did you mean “--since”?"),
        ("check --format jsn", "Did you mean “json”?"),
        ("zzz", ""),
    ],
)
def test_a_word_that_is_not_known_is_told_with_what_was_meant(said: str, meant: str) -> None:
    told = command(*said.split()).err
    assert told.endswith(f"\n{meant}\n") if meant else "Did you mean" not in told


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("che", ["check"]),
        ("--r", ["--root"]),
        ("--root folder che", ["check"]),
        ("new gl", ["gloss"]),
        ("new bio x --kind per", ["person"]),
        ("new bio x --so", ["--source"]),
        ("new fact-check 新年 --source ", ["note-2026"]),
        ("new gloss 新年 --section be", ["begin"]),
        ("new translation e", ["end"]),
        ("links --only note-2026 ", ["note-2026"]),
        ("check --format gi", ["github"]),
        ("completion ", ["bash", "fish", "zsh"]),
        ("import ", []),
        ("nothing ", []),
        ("new nothing ", []),
    ],
)
def test_a_shell_is_told_what_a_word_may_become(said: str, found: list[str]) -> None:
    assert candidates(whole(), said.split(" "), SMALL) == found


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_s_own_part_is_a_script_of_that_shell(shell: str, tmp_path: Path) -> None:
    status, out, _ = command("completion", shell)
    assert status == 0
    script = tmp_path / "script"
    script.write_text(out, encoding="utf-8")
    if shutil.which(shell):
        assert subprocess.run([shell, "-n", str(script)], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not shutil.which("bash"), reason="without bash")
def test_in_bash_the_ids_come_from_the_edition(tmp_path: Path) -> None:
    program = tmp_path / "edition"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m edition.commands "$@"\n')
    program.chmod(0o755)
    typed = f"COMP_WORDS=({program} links --only no); COMP_CWORD=3"
    script = f'source <({program} completion bash); {typed}; _edition; echo "${{COMPREPLY[@]}}"'
    done = subprocess.run(["bash", "-c", script], cwd=SMALL / "docs", capture_output=True, text=True, check=True)
    assert done.stdout == "note-2026\n"


def test_a_corrected_page_goes_into_the_edition_that_one_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("# One\n\nThe ferry left at noon, and nobody waved.\n", encoding="utf-8")
    assert command("import", tmp_path / "a.txt", "--into", tmp_path / "new").status == 0
    (tmp_path / "a.txt").write_text("# One\n\nThe ferry left at one, and nobody waved.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "new/docs")
    said = command("import", tmp_path / "a.txt", "--again")
    assert (said.status, "Changed:" in said.out) == (0, True)
    assert "at one" in next((tmp_path / "new/docs/article").iterdir()).read_text(encoding="utf-8")
