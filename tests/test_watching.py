"""What changes on the disk is seen at once while the site is served, by being told of it or by looking."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest
from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.utils.dirsnapshot import DirectorySnapshot, DirectorySnapshotDiff

from edition_mkdocs.watching import PromptObserver
from mkdocs_serving import with_kind_in_inode

DEADLINE = 60  # seconds; only a hang takes that long


def listed(entry: Any, _: object) -> Iterator[Any]:
    yield entry


def test_a_file_that_has_the_inode_of_a_deleted_folder_is_seen() -> None:
    snapshots = []
    for mode in (0o040755, 0o100644):
        status = with_kind_in_inode(os.stat_result((mode, 7, 1, 1, 0, 0, 9, 0, 0, 0), {"st_mtime": 0.5}))
        assert status.st_mtime == 0.5 and status.st_size == 9
        top = os.stat_result((0o040755, 1, 1, 1, 0, 0, 9, 0, 0, 0))
        stat = {"/": top, "/note.yml": status}.__getitem__
        entry: Any = SimpleNamespace(name="note.yml")
        snapshots.append(DirectorySnapshot("/", recursive=False, stat=stat, listdir=partial(listed, entry)))
    assert DirectorySnapshotDiff(*snapshots).files_created == ["/note.yml"]


def refused(*_: object) -> None:
    raise OSError("no space left on device")  # as Linux says where too many folders are watched


@pytest.mark.parametrize("is_told", [True, False])
def test_a_change_is_seen_at_once_where_the_system_tells_of_it_and_by_looking_elsewhere(
    is_told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not is_told:
        monkeypatch.setattr(Observer, "start", refused)
    (tmp_path / "notes").mkdir()
    note = tmp_path / "notes/note.yml"
    note.write_text("before", encoding="utf-8")
    seen = Event()
    handler = FileSystemEventHandler()
    handler.on_any_event = lambda event: seen.set()  # type: ignore[method-assign]  # noqa: ARG005
    observer = PromptObserver(os.stat, os.scandir, 100 * DEADLINE if is_told else 0.1)
    observer.schedule(handler, str(tmp_path), recursive=True)
    observer.start()
    for save in (partial(note.write_text, "after", "utf-8"), partial(note.rename, tmp_path / "notes/other.yml")):
        save()
        assert seen.wait(DEADLINE)
        time.sleep(0.2)  # until it has all been told
        seen.clear()
    observer.stop()
    observer.join(DEADLINE)
    assert not observer.is_alive()
