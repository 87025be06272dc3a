"""The short version of `python -m tests.fuzz`: some inputs a target, and every input that once failed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS, run

FOUND = sorted((Path(__file__).parent / "found").iterdir())
INPUTS = {"reading": 300, "anchoring": 300, "weaving": 30, "importing": 60, "editing": 100, "moving": 60}


@pytest.mark.parametrize("path", FOUND, ids=[path.name for path in FOUND])
def test_what_once_failed_fails_no_more(path: Path) -> None:
    run(path.name.partition("-")[0], path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_no_input_brings_a_traceback_a_hang_or_growth(target: str, root: Path, tmp_path: Path) -> None:
    options = ["--target", target, "--inputs", str(INPUTS[target]), "--keep", str(tmp_path)]
    command = [sys.executable, "-m", "tests.fuzz", *options]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
