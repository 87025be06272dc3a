"""What pip is asked for when an edition is brought to a named engine, and when it is not asked."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.command import command
from tests.commands import engines
from tests.commands.engines import ROOT, committed

engine, edition = engines.engine, engines.edition


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("main", "requirements.txt names no repository in which “main” could be looked for"),
        ("v2", "git+https://example.org/engine@v2"),
        ("../nowhere.whl", "../nowhere.whl: there is no such file or folder"),
        ("nowhere/", "nowhere/: there is no such file or folder"),
        ("git+https://example.org/engine@v2", f"in the place of the engine in {ROOT.resolve()}, whose command this is"),
    ],
)
def test_what_would_bring_something_else_is_not_asked_of_pip(
    wanted: str, said: str, edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a bare name pip would install, and run, whatever package anybody has published under it; and a clone’s command
    would lose its own engine to another."""
    monkeypatch.setattr("edition.commands.installing._pip", lambda *_: pytest.fail("pip is asked"))
    status, out, err = command("upgrade", wanted, root=edition)
    assert (status, out, len(err.splitlines()), said in err) == (1, "", 1, True)


@pytest.mark.parametrize(
    ("wanted", "asked"),
    [
        ("main", "annotated-edition @ git+https://example.org/engine@main"),
        ("release/2.x", "annotated-edition @ git+https://example.org/engine@release/2.x"),
        ("git+https://example.org/other@main", "git+https://example.org/other@main"),
        ("annotated-edition==0.2.0", "annotated-edition==0.2.0"),
    ],
)
def test_a_name_is_looked_for_in_the_repository_that_is_pinned(
    wanted: str, asked: str, edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pin = f"annotated-edition @ git+https://example.org/engine@{'0' * 40}\n"
    (edition / "requirements.txt").write_text(pin, encoding="utf-8")
    committed(edition)
    given: list[str] = []
    monkeypatch.setattr("edition.commands.installing.home", lambda: None)
    monkeypatch.setattr("edition.commands.installing._pip", lambda *words: given.append(words[-1]))
    assert command("upgrade", wanted, root=edition).status == 1
    assert given == [asked]


def test_where_pip_is_stopped_it_says_what_brings_the_environment_back(
    edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = subprocess.run

    def stopped(words: list[str], **settings: Any) -> Any:
        if "pip" in words:
            raise KeyboardInterrupt
        return really(words, **settings)

    monkeypatch.setattr("edition.commands.installing.home", lambda: None)
    monkeypatch.setattr(subprocess, "run", stopped)
    said = command("upgrade", next(edition.glob("*.whl")), root=edition)
    assert (said.status, "`make clean install` brings its environment back" in said.err) == (130, True)
