"""`edition card` draws the card of the project at hand, and says what is missing where it cannot."""

from __future__ import annotations

from edition.publishing import CARD_SIZE
from tests.command import command
from tests.hosts import Write, run_module

MANIFEST = "title: 一走了之\npublisher: 某报\nissued: 2026-01-06\nlanguage: zh-Hans\nrights: x\nsha256: x\n"


def test_it_draws_a_picture(write_files: Write) -> None:
    root = write_files({"annotations/edition.yml": MANIFEST})
    # In a process of its own: in this one the tests' own browser may be at work.
    assert run_module("edition.commands", "card", cwd=root).returncode == 0
    png = (root / "docs/assets/card.png").read_bytes()
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == CARD_SIZE


def test_without_a_title_there_is_no_card(write_files: Write) -> None:
    root = write_files({"annotations/edition.yml": "title: [\n"})
    said = command("card", root=root)
    assert (said.status, "run edition check" in said.err) == (1, True)
    assert not (root / "docs").exists()
