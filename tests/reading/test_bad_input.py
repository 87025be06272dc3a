"""Every bad input has a good error (invariant 4). The cases lie under tests/cases/reading, one file each.

A case says what it changes in the small edition, with which `words` it is checked, and what the check then says;
`since` is what it changed before it was published as `v1`.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.command import Said, command
from tests.commands.published import publish
from tests.golden import Golden
from tests.hosts import SMALL


def lay_out(files: dict[str, Any], folder: Path) -> None:
    """Write the case's files over the small edition: text, null (deleted), hex, repeat and times, link."""
    for name, value in files.items():
        path = folder / name
        if path.exists():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        path.parent.mkdir(parents=True, exist_ok=True)
        match value:
            case None:
                pass
            case {"hex": digits}:
                path.write_bytes(bytes.fromhex(digits))
            case {"repeat": text, "times": times}:
                path.write_text(text * times, encoding="utf-8")
            case {"link": target}:
                path.symlink_to(target)
            case {"text": text} | text:
                path.write_bytes(text.encode())


def check(files: dict[str, Any], *words: str, since: dict[str, Any] | None = None) -> Said:
    """Lay out the case and run `edition check` on it, with these words: a traceback would end the test."""
    with TemporaryDirectory() as name:
        folder = Path(name) / "edition"
        shutil.copytree(SMALL, folder)
        if since is not None:
            lay_out(since, folder)
            publish(folder)
        lay_out(files, folder)
        return command("check", *words, root=folder)


@pytest.mark.golden_test("../cases/reading/*.yml")
def test_bad_input_is_answered(golden: Golden) -> None:
    said = check(golden["files"], *golden.get("words", "").split(), since=golden.get("since"))
    assert said.err == golden.out["problems"]
    assert said.status == (1 if ": error: " in said.err else 0)


def test_small_edition_is_right() -> None:
    said = check({})
    assert (said.status, said.err) == (0, "")


def test_all_problems_come_at_once() -> None:
    broken = {f"annotations/glosses/g{number}.yml": f"litteral: {number}\n" for number in range(30)}
    assert check(broken).err.count("unknown key") == 30
