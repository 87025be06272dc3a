"""Sees at once what has changed while the site is served, on every disk."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Event
from time import sleep
from typing import Any

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter

_log = logging.getLogger("mkdocs.hooks.edition")
_CHANGES: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
]
"""What a change may be told as: a file that is read, or a folder that is listed, has not changed."""
_MOMENT = 0.02  # seconds


class PromptObserver(BaseObserver):
    """Looks what has changed once in the `interval` (seconds), and at once where the system tells that something has.

    Not every disk tells, nor of everything: it is by looking that a change is known.
    """

    def __init__(
        self,
        stat: Callable[[str], os.stat_result],
        listdir: Callable[[str | None], Iterator[os.DirEntry[str]]],
        interval: float = 0.5,
    ) -> None:
        super().__init__(partial(_PromptEmitter, stat=stat, listdir=listdir), timeout=interval)  # type: ignore[arg-type]
        self._told = Observer()

    def start(self) -> None:
        super().start()
        handler = FileSystemEventHandler()
        handler.on_any_event = self._look  # type: ignore[method-assign]
        try:
            self._told.start()
            for emitter in self.emitters:
                watch = emitter.watch
                if Path(watch.path).is_dir():
                    self._told.schedule(handler, watch.path, recursive=watch.is_recursive, event_filter=_CHANGES)
        except Exception:  # such as too many folders: what is not told is seen all the same
            _log.debug("Changes are not told at once", exc_info=True)

    def _look(self, event: FileSystemEvent) -> None:  # noqa: ARG002
        for emitter in self.emitters:
            emitter.told.set()  # type: ignore[attr-defined]

    def on_thread_stop(self) -> None:
        super().on_thread_stop()
        self._told.stop()


class _PromptEmitter(PollingEmitter):
    """Looks as soon as it is `told` to; a moment later, since what is saved is seldom saved in one step."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.told = Event()

    def queue_events(self, timeout: float) -> None:
        if self.told.wait(timeout):
            sleep(_MOMENT)
            self.told.clear()
        super().queue_events(0)

    def on_thread_stop(self) -> None:
        super().on_thread_stop()
        self.told.set()
