"""What is written is written whole: all of a command's files, or none, and it is said which."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from edition.commands.failure import CommandError
from edition.commands.files import new_folder, write, write_files
from tests.command import command

NAMES = ("a.yml", "b.yml", "c.yml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "annotations").mkdir()
    for name in NAMES:
        (tmp_path / "annotations" / name).write_text(f"old: {name}\n")
    return tmp_path / "annotations"


def state(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def failing(what: Callable[..., object], at: int, error: BaseException) -> Callable[..., object]:
    """The function, which at its nth call fails instead."""
    calls = iter(range(1000))

    def call(*given: object, **named: object) -> object:
        if next(calls) == at:
            raise error
        return what(*given, **named)

    return call


FULL = OSError(errno.ENOSPC, "No space left on device")
STEPS = [*(("open", at) for at in range(6)), *(("copymode", at) for at in range(3))]


@pytest.mark.parametrize("error", [FULL, OSError(errno.EROFS, "Read-only file system"), KeyboardInterrupt()])
@pytest.mark.parametrize(("step", "at"), STEPS)
def test_before_the_first_renaming_nothing_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str, at: int, error: BaseException
) -> None:
    before = state(folder)
    owner = Path if step == "open" else shutil
    monkeypatch.setattr(owner, step, failing(getattr(owner, step), at, error))
    with pytest.raises(CommandError if isinstance(error, OSError) else KeyboardInterrupt, match="Nothing was written"):
        write_files({folder / name: b"new" for name in NAMES})
    monkeypatch.undo()
    assert state(folder) == before


def test_a_disk_that_fills_while_a_file_is_written(folder: Path) -> None:
    """The disk's end is met at the third of three files; the sign is an OSError out of the file itself."""
    before = state(folder)
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(CommandError, match=r"Nothing was written\. .*c\.yml: so large a file"):
            write_files({folder / "a.yml": b"new", folder / "b.yml": b"new", folder / "c.yml": b"x" * 200_000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert state(folder) == before


@pytest.mark.parametrize("at", range(3))
@pytest.mark.parametrize("error", [OSError(errno.EACCES, "Permission denied"), KeyboardInterrupt()])
def test_between_two_renamings_it_is_said_what_was_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, at: int
) -> None:
    monkeypatch.setattr(Path, "replace", failing(Path.replace, at, error))
    with pytest.raises((CommandError, KeyboardInterrupt)) as told:
        write_files({folder / name: b"new" for name in NAMES})
    assert state(folder) == {name: "new" if NAMES.index(name) < at else f"old: {name}\n" for name in NAMES}
    written, left = (", ".join(str(folder / name) for name in part) for part in (NAMES[:at], NAMES[at:]))
    assert (f"Written: {written}. Not written: {left}." if at else "Nothing was written.") in str(told.value)


def test_deletion_comes_last_and_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files({folder / "d.yml": b"new", folder / "a.yml": None})
    assert sorted(state(folder)) == ["b.yml", "c.yml", "d.yml"]
    monkeypatch.setattr(Path, "replace", failing(Path.replace, 0, KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt, match="Nothing was written"):
        write_files({folder / "e.yml": b"new", folder / "b.yml": None})
    assert sorted(state(folder)) == ["b.yml", "c.yml", "d.yml"]


@pytest.mark.parametrize("kind", ["read-only", "folder", "link", "loop", "fifo", "outside"])
def test_what_may_not_be_replaced_holds_all_back(folder: Path, tmp_path: Path, kind: str) -> None:
    odd, why = folder / "odd.yml", ""
    if kind == "read-only":
        why = "its permissions do not allow it"
        odd.write_text("old\n")
        odd.chmod(0o444)
    elif kind == "folder":
        odd.mkdir()
    elif kind == "link":
        odd.symlink_to("a.yml")
    elif kind == "loop":
        odd.symlink_to("odd.yml")
    elif kind == "fifo":
        os.mkfifo(odd)
    else:
        odd.symlink_to(tmp_path / "elsewhere.yml")
    before = sorted(folder.iterdir())
    with pytest.raises(CommandError, match=rf"Nothing was written\. .*odd\.yml: {why}"):
        write(tmp_path, {"annotations/a.yml": "new", "annotations/odd.yml": "new"})
    assert sorted(folder.iterdir()) == before
    assert (folder / "a.yml").read_text() == "old: a.yml\n"


def test_a_disk_on_which_nothing_may_be_written_is_told_as_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There the permissions may well allow it."""
    told = OSError(errno.EROFS, os.strerror(errno.EROFS), str(folder / "a.yml"))
    monkeypatch.setattr(Path, "open", failing(Path.open, 0, told))
    told_so = r"a\.yml: it lies where nothing may be written\. Work in a copy elsewhere\.$"
    with pytest.raises(CommandError, match=told_so):
        write_files({folder / "a.yml": b"new"})


def test_permissions_stay_and_a_new_file_has_the_usual_ones(folder: Path) -> None:
    (folder / "a.yml").chmod(0o640)
    write_files({folder / "a.yml": b"new", folder / "further" / "d.yml": b"new"})
    assert stat.S_IMODE((folder / "a.yml").stat().st_mode) == 0o640
    (tmp := folder / "plain").write_text("")
    assert (folder / "further" / "d.yml").stat().st_mode == tmp.stat().st_mode


def test_what_is_new_goes_over_nothing(folder: Path) -> None:
    with pytest.raises(CommandError, match=r"Nothing was written\. .*a\.yml: File exists"):
        write_files({folder / "z.yml": b"new", folder / "a.yml": b"new"}, new=True)
    assert sorted(state(folder)) == list(NAMES)


@pytest.fixture
def undisturbed() -> Iterator[None]:
    """Signals as a terminal has them: a process in the background may have been told to ignore some."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)}
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("undisturbed")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_leaves_nothing_half_done(folder: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    before = state(folder)
    monkeypatch.setattr(shutil, "copymode", lambda *_: os.kill(os.getpid(), number))
    with pytest.raises(KeyboardInterrupt, match=r"Stopped\. Nothing was written\."):
        write_files({folder / name: b"new" for name in NAMES})
    assert state(folder) == before
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_writing_in_another_thread(folder: Path) -> None:
    thread = threading.Thread(target=write_files, args=({folder / "a.yml": b"new"},))
    thread.start()
    thread.join()
    assert (folder / "a.yml").read_text() == "new"


# -- a whole new folder ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("there", [True, False], ids=["an empty folder", "no folder"])
def test_a_new_folder_is_there_whole(tmp_path: Path, there: bool) -> None:
    target = tmp_path / "new" / "edition"
    if there:
        target.mkdir(parents=True)
    with new_folder(target) as beside:
        (beside / "docs").mkdir()
        (beside / "docs" / "a.md").write_text("a")
        assert not target.exists() or [path.name for path in target.iterdir()] == [beside.name]
    assert state(tmp_path) == {"new/edition/docs/a.md": "a"}


@pytest.mark.parametrize("there", [True, False], ids=["an empty folder", "no folder"])
@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt(), ValueError()])
@pytest.mark.parametrize("late", [True, False], ids=["at the end", "in between"])
def test_a_new_folder_that_fails_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool, error: BaseException, late: bool
) -> None:
    target = tmp_path / "new" / "edition"
    if there:
        target.mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    if late:
        monkeypatch.setattr(Path, "replace", failing(Path.replace, int(there), error))
    with pytest.raises((CommandError, KeyboardInterrupt, ValueError)), new_folder(target) as beside:
        (beside / "a.md").write_text("a")
        (beside / "b.md").write_text("b")
        if not late:
            raise error
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("number", "named", "told"),
    [
        (errno.ENOSPC, "", "The disk is full. Make room, then again."),
        (errno.EROFS, ".", "{parent}: it lies where nothing may be written. Work in a copy elsewhere."),
        (errno.ENOSPC, "docs/a.md", "{}/docs/a.md: the disk is full. Make room, then again."),
    ],
)
def test_why_a_new_folder_fails_is_told_by_its_own_name(tmp_path: Path, number: int, named: str, told: str) -> None:
    target = tmp_path / "new"
    with pytest.raises(CommandError) as raised, new_folder(target) as beside:
        raise OSError(number, "x", str(beside / named)) if named else OSError(number, "x")
    assert str(raised.value) == f"Nothing was written to {target}. {told.format(target, parent=tmp_path)}"


def test_what_stands_where_a_new_folder_is_wanted_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a").write_text("mine")
    before = state(tmp_path)
    for name in ("file", "folder", "file/below"):
        with pytest.raises(CommandError, match="Nothing was written to"), new_folder(tmp_path / name) as beside:
            (beside / "a").write_text("new")
    assert state(tmp_path) == before


# -- the command -------------------------------------------------------------------------------------------------------


def test_the_command_says_what_was_done_and_ends_with_130(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "annotations").mkdir()
    monkeypatch.setattr(Path, "replace", failing(Path.replace, 1, KeyboardInterrupt()))
    status, _, said = command("schemas", root=tmp_path)
    assert status == 130
    assert said.startswith("Stopped. Written: ")
    assert " Not written: " in said
    assert len(list(tmp_path.rglob("*"))) == 3  # the two folders, and the one file


def test_the_command_ends_with_1_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "annotations").mkdir()
    monkeypatch.setattr(Path, "open", failing(Path.open, 1, FULL))
    status, _, said = command("schemas", root=tmp_path)
    assert status == 1
    assert said.startswith("Nothing was written. ")
    assert said.endswith("the disk is full. Make room, then again.\n")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
