"""The page's scripts keep to the types that they name in comments."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from edition.publishing.served_assets import needed
from edition.publishing.site import ASSETS

BIN = Path(sys.executable).parent
UNTYPED = {
    "anchoring.js", "answer.js", "arrival.js", "asking.js", "card.js", "cite.js", "composer.js", "drafts.js",
    "elsewhere.js", "english.js", "form.js", "interlinear.js", "levels.js", "listen.js", "margin.js", "note.js",
    "preview.js", "shine.js", "shown.js", "switches.js", "tones.js", "traditional.js", "voice.js", "walk.js",
    "words.js",
}  # fmt: skip
"""Those that do not name theirs yet."""


def types(root: Path, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [root / "tests/npm/types", folder or BIN]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_script_keeps_to_its_types(root: Path) -> None:
    done = types(root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_script_names_its_types() -> None:
    scripts = [path for path in ASSETS if path.suffix == ".js"]
    typed = {path.name for path in scripts if path.read_text(encoding="utf-8").startswith("// @ts-check\n")}
    assert {path.name for path in scripts} - typed == UNTYPED


def test_where_what_checks_them_is_missing_that_is_said(root: Path, tmp_path: Path) -> None:
    done = types(root, tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "not checked" in done.stderr


def test_scripts_are_short() -> None:
    first = ASSETS[0].with_name("edition.js")
    lines = {name: first.with_name(name).read_text(encoding="utf-8").splitlines() for name in needed(first)}
    assert {name: len(text) for name, text in lines.items() if len(text) >= 200} == {}
    assert {name for name, text in lines.items() if any(len(line) > 120 for line in text)} == set()
