"""By which line an edition has its engine: an address where others can have it, else a wheel beside it."""

from __future__ import annotations

import json
import shutil
import zipfile
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from edition.commands import engine as room
from edition.commands.engine import engine
from edition.commands.failure import CommandError
from edition.history import address_of
from tests.commands.published import commit, git

PYPROJECT = '[project]\nname = "annotated-edition"\nversion = "7.1"\n[build-system]\nrequires = ["setuptools"]\n'


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://github.com/someone/engine.git", "https://github.com/someone/engine.git"),
        ("https://someone:token@codeberg.org/someone/engine", "https://codeberg.org/someone/engine"),
        ("git@gitlab.com:group/sub/engine.git", "https://gitlab.com/group/sub/engine.git"),
        ("ssh://git@git.example.org:2222/someone/engine.git", "https://git.example.org/someone/engine.git"),
        ("git://example.org/engine.git", "https://example.org/engine.git"),
        ("https://git.example.org:8443/engine.git", "https://git.example.org:8443/engine.git"),
        ("/srv/git/engine.git", ""),
        ("../engine", ""),
        ("file:///srv/git/engine.git", ""),
        ("C:/git/engine", ""),
    ],
)
def test_a_remote_is_an_address_where_anybody_can_have_it(remote: str, address: str) -> None:
    assert address_of(remote) == address


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of the engine, committed, in which this engine thinks that it lies."""
    home = tmp_path / "clone"
    (home / "hooks/edition").mkdir(parents=True)
    (home / "hooks/edition/__init__.py").write_text("")
    (home / "pyproject.toml").write_text(PYPROJECT + '[tool.setuptools.packages.find]\nwhere = ["hooks"]\n')
    git(home, "init", "-q")
    commit(home, "As it is")
    monkeypatch.setattr(room, "_HOME", home)
    return home


def pushed(home: Path, address: str) -> str:
    git(home, "remote", "add", "origin", address)
    head = git(home, "rev-parse", "HEAD")
    git(home, "update-ref", "refs/remotes/origin/main", head)
    return head


def test_of_a_clone_that_others_can_have_it_is_the_commit(clone: Path) -> None:
    head = pushed(clone, "git@github.com:someone/engine.git")
    assert engine() == room.Engine("7.1", f"annotated-edition @ git+https://github.com/someone/engine.git@{head}", None)


def test_where_the_engine_is_a_folder_of_the_repository_it_is_named(
    clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (clone / "tools").mkdir()
    git(clone, "mv", "hooks", "pyproject.toml", "tools/")
    git(clone, "commit", "-qm", "Moved")
    head = pushed(clone, "https://github.com/someone/all")
    monkeypatch.setattr(room, "_HOME", clone / "tools")
    line = f"annotated-edition @ git+https://github.com/someone/all@{head}#subdirectory=tools"
    assert engine().requirement == line


def _nowhere(home: Path) -> None:
    pass


def _not_pushed(home: Path) -> None:
    pushed(home, "https://github.com/someone/engine.git")
    git(home, "commit", "-qm", "Later", "--allow-empty")


def _changed(home: Path) -> None:
    pushed(home, "https://github.com/someone/engine.git")
    (home / "hooks/edition/new.py").write_text("")


def _on_this_machine(home: Path) -> None:
    pushed(home, "/srv/git/engine.git")


def _without_git(home: Path) -> None:
    shutil.rmtree(home / ".git")


@pytest.mark.parametrize("change", [_nowhere, _not_pushed, _changed, _on_this_machine, _without_git])
def test_else_it_is_a_wheel_which_is_made_without_a_trace(change: object, clone: Path) -> None:
    change(clone)  # type: ignore[operator]
    before = sorted(clone.rglob("*"))
    found = engine()
    assert found.requirement == "./annotated_edition-7.1-py3-none-any.whl"
    assert found.wheel
    assert found.wheel[0] == "annotated_edition-7.1-py3-none-any.whl"
    assert sorted(clone.rglob("*")) == before


def test_a_wheel_that_cannot_be_built_is_told(clone: Path) -> None:
    (clone / "pyproject.toml").write_text(PYPROJECT + '[tool.setuptools]\npackages = ["missing"]\n')
    with pytest.raises(CommandError, match=r"cannot be built: .*missing"):
        engine()


@pytest.fixture
def package(tmp_path: Path, clone: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The engine as pip installs it; the folder of what pip and the wheel say of it."""
    assert clone == room._HOME
    made = engine().wheel
    assert made
    (tmp_path / made[0]).write_bytes(made[1])
    with zipfile.ZipFile(tmp_path / made[0]) as archive:
        archive.extractall(tmp_path / "installed")
    about = tmp_path / "installed/annotated_edition-7.1.dist-info"
    (about / "INSTALLER").write_text("pip\n")
    with (about / "RECORD").open("a") as record:
        record.write("annotated_edition-7.1.dist-info/INSTALLER,,\n../../bin/edition,,\n")
    monkeypatch.setattr(room, "_HOME", tmp_path / "nowhere")
    monkeypatch.setattr(room, "distribution", lambda _: Distribution.at(about))
    return about


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, "annotated-edition==7.1"),
        (
            {"url": "https://a:b@example.org/e.git", "vcs_info": {"vcs": "git", "commit_id": "1" * 40}},
            f"annotated-edition @ git+https://example.org/e.git@{'1' * 40}",
        ),
        (
            {
                "url": "https://example.org/e.git",
                "vcs_info": {"vcs": "git", "commit_id": "1" * 40},
                "subdirectory": "tools",
            },
            f"annotated-edition @ git+https://example.org/e.git@{'1' * 40}#subdirectory=tools",
        ),
        (
            {"url": "https://example.org/e-7.1.whl", "archive_info": {}},
            "annotated-edition @ https://example.org/e-7.1.whl",
        ),
        ({"url": "file:///tmp/e-7.1.whl", "archive_info": {}}, "./annotated_edition-7.1-py3-none-any.whl"),
        ({"url": "file:///srv/clone", "dir_info": {}}, "./annotated_edition-7.1-py3-none-any.whl"),
    ],
)
def test_of_what_pip_installed_it_is_what_pip_was_told(
    origin: dict[str, object] | None, line: str, package: Path
) -> None:
    if origin:
        (package / "direct_url.json").write_text(json.dumps(origin))
    assert engine().requirement == line


def test_a_wheel_is_made_anew_of_what_it_laid_out(package: Path, tmp_path: Path) -> None:
    (package / "direct_url.json").write_text(json.dumps({"url": "file:///tmp/e-7.1.whl", "archive_info": {}}))
    made = engine().wheel
    assert made
    (tmp_path / "again.whl").write_bytes(made[1])
    assert room.holds_the_same(tmp_path / made[0], made[1])
    with zipfile.ZipFile(tmp_path / "again.whl") as again, zipfile.ZipFile(tmp_path / made[0]) as first:
        assert {name: again.read(name) for name in again.namelist() if not name.endswith("RECORD")} == {
            name: first.read(name) for name in first.namelist() if not name.endswith("RECORD")
        }
        lines = [
            sorted(wheel.read("annotated_edition-7.1.dist-info/RECORD").decode().split()) for wheel in (again, first)
        ]
    assert lines[0] == lines[1]
