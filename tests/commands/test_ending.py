"""Whatever comes between, a command ends with one sentence and a status, and writes nothing outside an edition."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from edition.commands import check
from edition.commands.main import WORDS
from tests.command import command

HOOKS = str(Path(check.__file__).parents[2])


def run(*words: str, stdout: int = subprocess.PIPE, **how: Any) -> subprocess.CompletedProcess[str]:
    """The words in a process of its own, which finds the engine."""
    environment = {**os.environ, "PYTHONPATH": HOOKS} | how.pop("env", {})
    pipes: dict[str, Any] = {"stdout": stdout, "stderr": subprocess.PIPE}
    return subprocess.run(words, **pipes, **how, env=environment, text=True, timeout=120, check=False)


def test_ctrl_c_while_it_is_loaded_ends_it_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import os, signal, sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'edition.binding':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Stop())\n",
        encoding="utf-8",
    )
    code = (  # a shell that runs the tests in the background has them ignore the signal
        "import signal, sys, edition_command; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "sys.exit(edition_command.main())"
    )
    ended = run(sys.executable, "-c", code, env={"PYTHONPATH": f"{tmp_path}{os.pathsep}{HOOKS}"})
    assert (ended.returncode, ended.stdout, ended.stderr) == (-signal.SIGINT, "", "")


OUTSIDE = [
    ["check"],
    ["check", "--fix"],
    ["card"],
    ["links"],
    ["new", "gloss", "走"],
    ["pdf"],
    ["reanchor", "--write"],
    ["schemas"],
    ["summary", "--since", "HEAD"],
    ["upgrade"],
]


@pytest.mark.parametrize("words", OUTSIDE, ids=" ".join)
def test_outside_of_an_edition_nothing_is_written(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = "There is no edition here or above: go to its folder, or name it: edition --root FOLDER …\n"
    assert command(*words) == (2, "", told)
    assert list(tmp_path.iterdir()) == []


def test_every_command_that_needs_an_edition_is_tried_outside_of_one() -> None:
    names = {word.__name__.rpartition(".")[2].rstrip("_") for word in WORDS}
    assert {words[0] for words in OUTSIDE} == names - {"import", "completion"}  # these need none


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nowhere", "nowhere is not there: --root names the folder of an edition."),
        ("file", "file is no folder: --root names the folder of an edition."),
        ("empty", "There is no edition in {}empty: it would have annotations/ and docs/article/."),
    ],
)
def test_root_that_is_none_is_told(name: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    for words in (["--root", str(tmp_path / name), "check"], ["check", "--root", str(tmp_path / name)]):
        said = command(*words)
        assert (said.status, told.format(f"{tmp_path}/") in said.err) == (2, True)


def test_a_root_s_name_does_nothing_to_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31mb").mkdir()
    for name in ("a\x1b[31mb", "a\nb\x9b"):
        status, _, said = command("check", root=tmp_path / name)
        assert status == 2
        assert not set("\x1b\x9b") & set(said) and said.count("\n") == 1


def test_an_edition_is_found_from_any_folder_within_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "docs" / "article")
    said = command("check")
    assert (said.status, "2 sections" in said.out) == (0, True)
    assert command("new", "gloss", "王座", "--id", "seat").status == 0
    assert (project / "annotations/glosses/seat.yml").is_file()


def test_without_a_command_they_are_listed() -> None:
    status, _, said = command()
    assert status == 2
    assert "Say which command." in said and "the following arguments" not in said
    assert all(f"    {word}" in said for word in ("check", "import", "new", "reanchor"))


def test_an_answer_that_nobody_reads_ends_quietly(project: Path) -> None:
    piped = f'("{sys.executable}" -m edition.commands check --format json; echo $? >&2) | head -1'
    for number in range(3000):
        (project / f"annotations/sources/s{number}.yml").write_text("x: y\n", encoding="utf-8")
    assert run("bash", "-c", piped, cwd=project).stderr == "141\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [["check"], ["check", "--format", "json"]], ids=" ".join)
def test_an_answer_on_a_full_disk_is_told(words: list[str], project: Path) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    done = run(sys.executable, "-m", "edition.commands", *words, cwd=project, stdout=full)
    os.close(full)
    assert (done.returncode, done.stderr) == (2, "The answer cannot be written: the disk is full.\n")


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_was_closed_changes_nothing_of_the_status(closed: str, project: Path) -> None:
    (project / "annotations/glosses/x.yml").write_text("zzz: 1\n", encoding="utf-8")
    done = run("sh", "-c", f'"$0" -m edition.commands check {closed}', sys.executable, cwd=project)
    assert done.returncode == 1
    assert "fault of the command" not in done.stdout + done.stderr


def test_ctrl_c_ends_as_a_shell_expects(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", interrupted)
    assert command("check", root=project) == (130, "", "Stopped.\n")


def test_a_fault_of_our_own_says_so_and_where(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(_: object) -> int:
        raise ValueError("never\nmind")

    monkeypatch.setattr(check, "run", wrong)
    status, _, said = command("check", root=project)
    assert status == 2
    assert said.startswith("This is a fault of the command itself, not of your files. Please report it")
    assert "ValueError: never mind" in said and "test_ending.py" in said and "Traceback" not in said


def test_a_file_that_fails_while_it_is_read_is_told_at_its_place(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name in ("openai.yml", "begin.yml", "01-begin.md"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    said = command("check", root=project).err
    assert "annotations/bios/openai.yml:1:1: error: this cannot be read: its permissions do not allow it" in said
    assert "docs/article/01-begin.md:1:1: error: this cannot be read: its permissions do not allow it" in said
    assert said.count("error: ") == 2  # what stands in that section cannot be judged


@pytest.mark.parametrize(
    ("name", "errors"),
    [("annotations", 1), ("annotations/sources", 1), ("annotations/bios", 1), ("docs/article", 1)],
)
def test_a_folder_that_may_not_be_read_is_told_and_nothing_that_follows_from_it(
    name: str, errors: int, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.iterdir

    def iterdir(path: Path) -> object:
        if path == project / name:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    said = command("check", root=project).err
    assert f"{name}:1:1: error: this folder cannot be read: its permissions do not allow it" in said
    assert said.count("error: ") == errors, said


@pytest.mark.parametrize("where", ["annotations/glosses/x.yml", "annotations/edition.yml", "docs/article/03-x.md"])
@pytest.mark.parametrize("what", ["folder", "pipe", "loop", "outside"])
def test_what_is_no_file_is_told_and_not_waited_for(where: str, what: str, project: Path) -> None:
    path = project / where
    path.unlink(missing_ok=True)
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(path if what == "loop" else "/etc/passwd")
    said = command("check", root=project).err
    assert f"{where}:1:1: error: this is " in said
    assert said.count("error: ") == 1, said


def test_a_pipe_for_a_configuration_is_not_waited_for(project: Path) -> None:
    os.mkfifo(project / "mkdocs.yml")
    started = time.monotonic()
    command("check", root=project)
    assert time.monotonic() - started < 30
