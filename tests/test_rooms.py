"""The structure holds: the rooms import one way, and the engine knows nothing of its host."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from edition.model import kinds


def test_rooms_import_one_way(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert lint_imports(config_filename="pyproject.toml", cache_dir=None) == 0


def test_the_table_of_rooms_is_whole_and_in_their_order(root: Path) -> None:
    engine = root / "hooks/edition"
    rows = re.findall(r"^\| `([a-z]+)(/?)` \|", (engine / "README.md").read_text(encoding="utf-8"), re.M)
    rooms = {(path.stem, "/" * path.is_dir()) for path in engine.glob("[a-z]*") if path.suffix in ("", ".py")}
    assert set(rows) == rooms
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    assert [name for name, _ in rows] == [name for layer in layers for name in layer.split(" | ")]


def test_whatever_path_the_table_names_is_there(root: Path) -> None:
    engine = root / "hooks/edition"
    named = re.findall(r"`([\w.-]*/[\w./-]*)`", (engine / "README.md").read_text(encoding="utf-8"))
    for name in named:
        paths = (name.replace("KIND", kind.slug()) for kind in kinds() if kind.has_page or "notes" in name)
        places = ([room / path for room in (engine, engine / "publishing", root)] for path in paths)
        assert all(any(place.exists() for place in where) for where in places), name
