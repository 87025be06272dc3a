"""The adapter's part for a site that is being served: MkDocs ends, or hangs, at what somebody has half written."""

import logging
import os
import re
import shutil
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.utils import write_file
from watchdog.observers.polling import PollingObserverVFS

import edition

_log = logging.getLogger("mkdocs.hooks.edition")
_CONFIG_VALUE = re.compile(r"Config value '([^']*)': (.*)", re.S)
"""How MkDocs tells of a setting."""


@cache  # once a process: afterwards it is taken by ourselves
def claim_address(host: str, port: int) -> None:
    """End here where the address cannot be served: after the first build MkDocs would end with a traceback."""
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, os.name == "posix")
            probe.bind((host, port))
    except (OSError, OverflowError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise PluginError(
            f"{host}:{port} cannot be served: {why}. If another “mkdocs serve” runs there, end it, or name another "
            "port: mkdocs serve -a localhost:8001, or make serve SERVE='-a localhost:8001'."
        ) from error


def rebuild(builder: Callable[[], None], config: MkDocsConfig, root: Path, dirty: bool) -> None:
    """Build anew; where that fails, the last pages stay and tell why (MkDocs by itself would answer no more).

    `dirty` builds write only the pages that were changed.
    """
    site = Path(config.site_dir)
    last = site.with_name(f"{site.name}-last")
    if not dirty:
        site.rename(last)
        site.mkdir()
    try:
        with _errors_heard(config) as heard:
            builder()
    except Exception as error:
        told = _failures(error, heard, root)
        if not heard:
            _log.error("\n" + "\n".join(told), exc_info=None if isinstance(error, MkDocsException) else error)
        if not dirty:
            shutil.rmtree(site)
            last.rename(site)
        for path in site.rglob("*.html"):
            write_file(edition.tell(path.read_text("utf-8"), edition.panel(told, len(told))).encode(), str(path))
    finally:
        shutil.rmtree(last, ignore_errors=True)


@contextmanager
def _errors_heard(config: MkDocsConfig) -> Iterator[list[str]]:
    """What the host tells as errors for as long as the block lasts."""
    heard: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: heard.append(record.getMessage().strip())  # type: ignore[method-assign]
    logger = logging.getLogger(type(config).__module__.partition(".")[0])
    logger.addHandler(handler)
    try:
        yield heard
    finally:
        logger.removeHandler(handler)


def _failures(error: Exception, heard: Sequence[str], root: Path) -> list[str]:
    """Why a rebuild failed, as texts; with their places, where it was mkdocs.yml."""
    if not heard:
        broken = edition.configuration_problem(root)
        return [edition.render(broken) if broken else str(error).strip() or type(error).__name__]
    settings = ((_CONFIG_VALUE.fullmatch(text), text) for text in heard)
    return [edition.render(edition.setting_problem(root, *found.groups())) if found else text
            for found, text in settings]  # fmt: skip


def watch_what_may_go(server: Any, config: MkDocsConfig) -> None:
    """Let a folder that is away count as empty: MkDocs's own observer gives it up, and never sees it come back."""
    watched = [*server._watched_paths]
    for path in watched:
        server.unwatch(path)
    roots = {*watched, *map(os.path.abspath, config.watch)}

    def stat(path: str) -> os.stat_result:
        try:
            return Path(path).stat()
        except OSError:
            if path in roots:
                return Path(os.devnull).stat()
            raise

    def listdir(path: str | None) -> Iterator[os.DirEntry[str]]:
        folder = Path(path or "")
        try:
            if folder.is_symlink() and folder.resolve() in folder.absolute().parent.resolve().parents:
                return iter(())  # it leads back to where it stands
            return iter([*os.scandir(folder)])
        except (OSError, RuntimeError):
            return iter(())

    server.observer = PollingObserverVFS(stat, listdir, polling_interval=0.5)
    for path in watched:
        server.watch(path)
