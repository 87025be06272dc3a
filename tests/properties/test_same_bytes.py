"""The same input gives the same bytes: in whatever order the folders tell their files and whatever a process hashes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from edition import open_project, render_all
from edition.text import article_hash
from edition_mkdocs.shells import files_of
from tests.hosts import Known


def everything(project: Path) -> str:
    """Every page and file of the edition's site and every problem, as one text."""
    made = open_project(project).bind(Known())
    shell = dict.fromkeys(made.notes, "<title>\ue000title\ue001</title><p>\ue000content\ue001</p>")
    texts = article_hash([section.text for section in made.concordance.sections])
    site = [dict(made.sections), [*made.pages], [*made.data], [*made.search], dict(made.slots("")), made.problems]
    site += [made.structured, made.renderer.ids]
    site += [[made.page(item.source.uri, "", item.source.address)] for item in made.concordance.sections]
    files = {path: "".join(pieces) for path, pieces in files_of(made, shell)}
    return f"{site}\n{files}\n{render_all(made.problems)}\n{texts}"


@pytest.fixture(params=["real", "chinese"])
def project(request: pytest.FixtureRequest, root: Path) -> Path:
    return root if request.param == "real" else root / "tests/editions/chinese"


def test_in_whatever_order_the_folders_tell_their_files(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = everything(project)
    for folder in ("annotations", "docs"):
        shutil.copytree(project / folder, tmp_path / folder)
    shutil.copy(project / "mkdocs.yml", tmp_path)
    iterdir, glob = Path.iterdir, Path.glob

    def backwards(path: Path) -> Iterator[Path]:
        return iter(sorted(iterdir(path), reverse=True))

    def backwards_glob(path: Path, pattern: str) -> Iterator[Path]:
        return iter(sorted(glob(path, pattern), reverse=True))

    monkeypatch.setattr(Path, "iterdir", backwards)
    monkeypatch.setattr(Path, "glob", backwards_glob)
    assert everything(tmp_path) == once


def test_whatever_a_process_hashes(root: Path) -> None:
    """What is built of the real edition by a process that hashes otherwise is compared in tests/test_adapter.py."""
    project = root / "tests/editions/chinese"
    code = "import sys, pathlib, tests.properties.test_same_bytes as t; print(t.digest(pathlib.Path(sys.argv[1])))"
    told = {
        subprocess.run(
            [sys.executable, "-c", code, str(project)],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert told == {digest(project)}


def digest(project: Path) -> str:
    return sha256(everything(project).encode()).hexdigest()
