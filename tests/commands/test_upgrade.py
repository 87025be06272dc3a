"""An edition depends on an engine by one line, and five editions of five engines are brought to a sixth."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from edition import open_project
from edition.reading import html_of
from tests.command import command
from tests.commands import engines
from tests.commands.engines import BRIDGE, NEWEST, ROOT, STARTER, WITH_GIT, Edition, append, committed, run, upgrade
from tests.commands.published import git
from tests.html import article_lines

engine, old, edition = engines.engine, engines.old, engines.edition


def test_an_upgrade_changes_the_engine_and_neither_text_nor_notes(
    old: Edition, engine: Callable[[str], Path], tmp_path: Path
) -> None:
    folder = old.folder
    files = [*folder.glob("docs/article/*"), *folder.glob("annotations/**/*.*")]
    own = {path: path.read_bytes() for path in files}
    own = {path: data for path, data in own.items() if path.parent.name != "schemas"}
    assert f'version: "{old.version}"' in (folder / "engine.yml").read_text(encoding="utf-8")
    assert [*folder.glob("*.whl")] == [folder / f"annotated_edition-{old.version}-py3-none-any.whl"]

    done = run(folder, engine(NEWEST), "edition.commands", "upgrade")
    assert done.returncode == 0, done.stderr
    assert f"Engine {old.version} → {NEWEST}" in done.stdout

    assert own == {path: path.read_bytes() for path in own}
    assert [*folder.glob("*.whl")] == [folder / f"annotated_edition-{NEWEST}-py3-none-any.whl"]
    (line,) = [line for line in (folder / "requirements.txt").read_text("utf-8").splitlines() if line[:1] != "#"]
    assert line == f"./annotated_edition-{NEWEST}-py3-none-any.whl"
    for path in (ROOT / STARTER).rglob("*"):
        name, text = path.relative_to(ROOT / STARTER), path.read_text("utf-8") if path.is_file() else "@TITLE@"
        if path.suffix != ".txt" and not re.search("@[A-Z_]+@", text):
            assert (folder / name).read_text("utf-8") == text
    assert not (folder / "outlived.md").exists()
    done = run(folder, engine(NEWEST), "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    shown = "".join(path.read_text(encoding="utf-8") for path in tmp_path.glob("site/article/*/index.html"))
    assert {path.stem for path in folder.glob("annotations/*/example-*.yml")} - {"example-source"} == set(
        re.findall(r'id="note-([^"]+?)(?:--\d+)?"', shown)
    )
    for section in open_project(folder).sections:
        (page,) = tmp_path.glob(f"site/{section.uri.removesuffix('.md')}/index.html")
        wanted = f'<div data-edition="text">{html_of(section)}</div>'
        assert article_lines(page.read_text(encoding="utf-8")) == article_lines(wanted) != []


def test_what_editors_changed_or_deleted_stays(edition: Path, engine: Callable[[str], Path]) -> None:
    append(edition / "Makefile", "# ours\n")
    append(edition / "docs/index.md", "Ours.\n")
    append(edition / "requirements.txt", "mkdocs-redirects==1.2.1\n")
    (edition / ".pre-commit-config.yaml").unlink()
    committed(edition)
    kept = {name: (edition / name).read_bytes() for name in ("Makefile", "docs/index.md")}
    done = upgrade(edition, engine(NEWEST))
    assert done.returncode == 0, done.stderr
    assert kept == {name: (edition / name).read_bytes() for name in kept}
    assert not (edition / ".pre-commit-config.yaml").exists()
    assert "mkdocs-redirects==1.2.1\n" in (edition / "requirements.txt").read_text("utf-8")
    assert "left     Makefile: changed here and by the engine" in done.stdout
    assert "docs/index.md" not in done.stdout  # the engine has what it had
    committed(edition)
    again = upgrade(edition, engine(NEWEST))
    assert (again.returncode, git(edition, "status", "--porcelain")) == (0, "")
    assert "nothing to do" in again.stdout


def test_what_a_link_leads_to_stays(edition: Path, engine: Callable[[str], Path]) -> None:
    elsewhere = edition.parent / "elsewhere"
    elsewhere.mkdir()
    for name in ("Makefile", "docs"):
        (edition / name).rename(elsewhere / name)
        (edition / name).symlink_to(elsewhere / name)
    (elsewhere / "docs/about.md").write_text("Ours.\n")
    committed(edition)
    kept = {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()}
    done = upgrade(edition, engine(NEWEST))
    assert done.returncode == 0, done.stderr
    assert kept == {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()}
    assert (edition / "Makefile").is_symlink()
    assert "left     Makefile: a link leads to it; see: edition upgrade --show Makefile" in done.stdout
    assert f'version: "{NEWEST}"' in (edition / "engine.yml").read_text("utf-8")


def test_other_pins_stay_byte_for_byte(edition: Path, engine: Callable[[str], Path]) -> None:
    pins = edition / "requirements.txt"
    before = (
        b"\xef\xbb\xbf# f\xfcr uns\r\n" + pins.read_bytes().replace(b"\n", b"\r\n") + b"mkdocs-redirects==1.2.1\r\n"
    )
    pins.write_bytes(before)
    committed(edition)
    done = upgrade(edition, engine(NEWEST))
    assert done.returncode == 0, done.stderr
    changed = re.sub(rb"(?<=annotated_edition-)[\d.]+(?=-)", NEWEST.encode(), before)
    assert pins.read_bytes() == changed != before
    pins.write_bytes("./annotated_edition-0.1.0-py3-none-any.whl\r\n".encode("utf-16"))
    committed(edition)
    done = upgrade(edition, engine(NEWEST))
    assert (done.returncode, git(edition, "status", "--porcelain")) == (1, "")
    assert "requirements.txt is in UTF-16" in done.stderr


def test_line_ends_of_windows_are_no_change(edition: Path, engine: Callable[[str], Path]) -> None:
    assert upgrade(edition, engine(NEWEST)).returncode == 0
    for path in [*edition.rglob("*.yml"), *edition.rglob("*.json"), *edition.rglob("*.md"), edition / "Makefile"]:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    committed(edition)
    done = upgrade(edition, engine(NEWEST))
    assert "there is nothing to do" in done.stdout
    assert git(edition, "status", "--porcelain") == ""


def test_a_second_line_of_the_engine_goes(edition: Path, engine: Callable[[str], Path]) -> None:
    pins = edition / "requirements.txt"
    wheel = pins.read_text("utf-8").splitlines()[-1]
    pins.write_text(f"{wheel}\nmkdocs-redirects==1.2.1\nannotated-edition==0.0.5\n# ours\n{wheel}\n", "utf-8")
    committed(edition)
    done = upgrade(edition, engine(NEWEST))
    assert done.returncode == 0, done.stderr
    wanted = f"./annotated_edition-{NEWEST}-py3-none-any.whl\nmkdocs-redirects==1.2.1\n# ours\n"
    assert pins.read_text("utf-8") == wanted


@pytest.mark.parametrize("name", ["/{}", "../{}", "docs/../../{}", ".git/{}"])
def test_nothing_outside_the_edition_is_deleted(name: str, edition: Path, engine: Callable[[str], Path]) -> None:
    others = [edition.parent / "others.txt", edition / ".git/others.txt"]
    for other in others:
        other.write_text("theirs\n")
    named = name.format(str(others[0]).lstrip("/") if name[0] == "/" else "others.txt")
    append(edition / "engine.yml", f"  {named}: {sha256(b'theirs' + bytes([10])).hexdigest()}\n")
    committed(edition)
    done = upgrade(edition, engine(NEWEST))
    assert (done.returncode, [other.exists() for other in others]) == (1, [True, True])
    assert "engine.yml is not as the engine wrote it" in done.stderr


@pytest.mark.parametrize("is_committed", [True, False])
def test_an_upgrade_that_was_cut_off_is_finished_by_the_next(
    is_committed: bool, edition: Path, engine: Callable[[str], Path]
) -> None:
    whole = Path(shutil.copytree(edition, edition.parent / "whole"))
    assert upgrade(whole, engine(NEWEST)).returncode == 0
    kill = (
        "import os, pathlib, sys\nreal, done = pathlib.Path.replace, []\n"
        "def replace(path, target):\n  done.append(path)\n"
        "  return os._exit(9) if len(done) > 2 else real(path, target)\n"
        "pathlib.Path.replace = replace\nfrom edition.commands import main\nsys.exit(main(['upgrade']))\n"
    )
    (edition.parent / "kill.py").write_text(kill)
    environment = {**WITH_GIT, "PYTHONPATH": str(engine(NEWEST))}
    killed = subprocess.run([sys.executable, edition.parent / "kill.py"], cwd=edition, env=environment, check=False)
    assert killed.returncode == 9
    again = upgrade(edition, engine(NEWEST))
    assert again.returncode == 1
    assert "commit it, or put it away with git stash -u" in again.stderr
    if is_committed:
        committed(edition)
    else:
        git(edition, "stash", "-u")
    assert upgrade(edition, engine(NEWEST)).returncode == 0

    def files(folder: Path) -> dict[str, bytes]:
        found = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts)
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found if path.suffix != ".tmp"}

    assert files(edition) == files(whole)


def test_files_that_say_a_title_which_nobody_can_read_stay(edition: Path, engine: Callable[[str], Path]) -> None:
    manifest = edition / "annotations/edition.yml"
    whole = manifest.read_bytes()
    manifest.write_bytes(whole.replace(b"title:", b"titel:"))
    committed(edition)
    kept = {name: (edition / name).read_bytes() for name in ("README.md", "mkdocs.yml")}
    done = upgrade(edition, engine(NEWEST))
    assert done.returncode == 0, done.stderr
    assert kept == {name: (edition / name).read_bytes() for name in kept}
    assert "left     README.md: it says the article’s title, which annotations/edition.yml does not tell" in done.stdout
    manifest.write_bytes(whole)
    committed(edition)
    assert "nothing to do" in upgrade(edition, engine(NEWEST)).stdout  # they are known for the engine's still


def test_an_article_without_a_title_is_named_as_on_its_first_day(tmp_path: Path, engine: Callable[[str], Path]) -> None:
    (tmp_path / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    done = run(tmp_path, engine(NEWEST), "edition.commands", "import", "bridge.txt", "--into", "new")
    assert done.returncode == 0, done.stderr
    committed(tmp_path / "new")
    assert "nothing to do" in upgrade(tmp_path / "new", engine(NEWEST)).stdout


def test_the_engine_s_file_can_be_looked_at(edition: Path) -> None:
    shown = (ROOT / STARTER / "Makefile").read_text("utf-8")
    assert command("upgrade", "--show", "Makefile", root=edition) == (0, shown, "")
    said = command("upgrade", "--show", "Nothing", root=edition)
    assert (said.status, "has no file Nothing" in said.err) == (2, True)


def _uncommitted(folder: Path) -> None:
    append(folder / "docs/index.md", "Ours.\n")


def _unknown(folder: Path) -> None:
    (folder / "annotations/bios/new.yml").write_text("name: x\n")


def _without_git(folder: Path) -> None:
    shutil.rmtree(folder / ".git")


def _without_record(folder: Path) -> None:
    (folder / "engine.yml").unlink()


def _broken_record(folder: Path) -> None:
    (folder / "engine.yml").write_text("version: [\n")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_uncommitted, "not committed (docs/index.md)"),
        (_unknown, "not committed (annotations/bios/new.yml)"),
        (_without_git, "under no Git"),
        (_without_record, "engine.yml is not there"),
        (_broken_record, "git checkout engine.yml"),
    ],
)
def test_where_it_may_not_begin_it_says_why_and_writes_nothing(
    spoil: Callable[[Path], None], said: str, edition: Path
) -> None:
    spoil(edition)
    before = {path: path.read_bytes() for path in edition.rglob("*") if path.is_file() and ".git" not in path.parts}
    for words in ([], ["no-such-engine"]):
        status, out, err = command("upgrade", *words, root=edition)
        assert (status, out, said in err, len(err.splitlines())) == (1, "", True, 1)
    assert before == {path: path.read_bytes() for path in before}


def test_the_engine_s_own_project_is_not_upgraded(root: Path) -> None:
    said = command("upgrade", root=root)
    assert (said.status, "git pull" in said.err) == (1, True)
