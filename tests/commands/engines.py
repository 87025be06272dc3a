"""Engines of several versions, each installed in a folder, and editions that they made."""

from __future__ import annotations

import compileall
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest

from edition.commands.engine import engine as built_wheel
from tests.commands.published import commit, git
from tests.hosts import ENVIRONMENT, run_module
from tests.importing.test_command import ARTICLES
from tests.once import Once

ROOT = Path(__file__).parent.parent.parent
NEWEST = "0.9.0"
STARTER = "hooks/edition/importing/starter/edition"
LAID = STARTER.removeprefix("hooks/")
OLD: Mapping[str, tuple[str, Callable[[Path], object]]] = {
    "0.1.1": ("ferry.html", lambda _: None),
    "0.2.0": ("clock.txt", lambda engine: append(engine / LAID / "Makefile", "# as it was\n")),
    "0.2.1": (
        "noodle.html",
        lambda engine: append(engine / LAID / ".github/workflows/links.yml", "# as it was\n"),
    ),
    "0.3.0": ("moor.txt", lambda engine: (engine / LAID / "docs/about.md").unlink()),
    "0.10.0": ("bridge.txt", lambda engine: (engine / LAID / "outlived.md").write_text("No more.\n")),
}
"""An article and an engine for each edition: each engine had something that the newest has otherwise."""


BRIDGE = """# Der lange Streit

Im Jahr 2019 beschloss die Stadt den Bau der Brücke.

Die Klage war lange umstritten, und der Zweite Senat ließ die Frage am Ende offen. In Deutschland ist das selten.

# Was bleibt

Die Brücke steht.
"""


WITH_GIT = {name: value for name, value in ENVIRONMENT.items() if name != "GIT_DIR"}


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def run(folder: Path, engine: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A Python module, run in the folder with an engine that is installed elsewhere."""
    return run_module(words[0], *words[1:], cwd=folder, environment=WITH_GIT, packages=engine)


def committed(folder: Path) -> None:
    """What lies in the folder, in a repository of its own."""
    git(folder, "init", "-q")
    commit(folder, "As it is")


def laid_out(into: Path) -> None:
    """This engine in a folder, as pip lays it out and compiles it."""
    _, data = built_wheel().wheel or ("", b"")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        archive.extractall(into)
    compileall.compile_dir(into, quiet=1)


def installed(engine: Path, version: str, change: Callable[[Path], object], into: Path) -> None:
    """The engine under another version and with a change."""
    shutil.copytree(engine, into, dirs_exist_ok=True)  # with the times of files, by which what is compiled is known
    change(into)
    (built,) = into.glob("*.dist-info")
    about = built.rename(into / f"annotated_edition-{version}.dist-info")
    metadata = (about / "METADATA").read_text(encoding="utf-8")
    (about / "METADATA").write_text(re.sub("^Version: .*$", f"Version: {version}", metadata, flags=re.M), "utf-8")
    (about / "direct_url.json").write_text(json.dumps({"url": engine.as_uri(), "archive_info": {}}), encoding="utf-8")
    files = [path.relative_to(into).as_posix() for path in into.rglob("*") if path.is_file()]
    (about / "RECORD").write_text("".join(f"{name},,\n" for name in files), encoding="utf-8")


@pytest.fixture
def engine(once: Once) -> Callable[[str], Path]:
    def made(version: str) -> Path:
        change = OLD[version][1] if version in OLD else lambda _: None
        plain = once("engine", laid_out)
        return once(f"engine-{version}", lambda into: installed(plain, version, change, into))

    return made


@dataclass
class Edition:
    folder: Path
    version: str


@pytest.fixture(params=OLD)
def old(request: pytest.FixtureRequest, tmp_path: Path, engine: Callable[[str], Path]) -> Edition:
    """An edition made by an old engine, and committed."""
    version: str = request.param
    article = ARTICLES / OLD[version][0]
    if not article.exists():
        article = tmp_path / OLD[version][0]
        article.write_text(BRIDGE, encoding="utf-8")
    done = run(tmp_path, engine(version), "edition.commands", "import", str(article), "--into", "new")
    assert done.returncode == 0, done.stdout + done.stderr
    committed(tmp_path / "new")
    return Edition(tmp_path / "new", version)


@pytest.fixture
def edition(tmp_path: Path, once: Once, engine: Callable[[str], Path]) -> Path:
    def make(into: Path) -> None:
        done = run(into, engine("0.2.0"), "edition.commands", "import", str(ARTICLES / "clock.txt"), "--into", ".")
        assert done.returncode == 0, done.stderr
        committed(into)

    return shutil.copytree(once("old-edition", make), tmp_path / "new")


def upgrade(folder: Path, engine: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return run(folder, engine, "edition.commands", "upgrade", *words)
