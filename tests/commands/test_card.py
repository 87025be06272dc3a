"""`edition card` draws the card of the project at hand, and says what is missing where it cannot."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from edition.commands import main
from edition.publishing import CARD_SIZE

MANIFEST = "title: 一走了之\npublisher: 某报\nissued: 2026-01-06\nlanguage: zh-Hans\nrights: x\nsha256: x\n"


def test_it_draws_a_picture(write_files: Callable[[Mapping[str, str]], Path]) -> None:
    root = write_files({"annotations/edition.yml": MANIFEST})
    # In a process of its own: in this one the tests' own browser may be at work.
    subprocess.run([sys.executable, "-m", "edition.commands", "--root", str(root), "card"], check=True)
    png = (root / "docs/assets/card.png").read_bytes()
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == CARD_SIZE


def test_without_a_title_there_is_no_card(
    write_files: Callable[[Mapping[str, str]], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_files({"annotations/edition.yml": "title: [\n"})
    assert main(["--root", str(root), "card"]) == 1
    assert "run edition check" in capsys.readouterr().err
    assert not (root / "docs").exists()
