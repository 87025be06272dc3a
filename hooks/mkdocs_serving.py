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
from stat import S_ISDIR
from tempfile import mkdtemp
from threading import Thread
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, MkDocsException, PluginError
from mkdocs.utils import write_file

from edition import Project, tell_texts

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


def rebuild(builder: Callable[[], None], config: MkDocsConfig, project: Project, dirty: bool) -> None:
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
            read = Path(config.config_file_path or "")
            if read.exists() and not (read.is_file() or read.is_dir()):
                raise ConfigurationError(f"{read.name} is no file")  # MkDocs would wait for ever at a named pipe
            builder()
    except Exception as error:
        told = _failures(error, heard, project)
        if not heard:
            _log.error("\n" + "\n".join(told))
        if not dirty:
            shutil.rmtree(site)
            last.rename(site)
        for path in site.rglob("*.html"):
            if path.is_file():  # those that are the site's own files may be in any encoding
                page = path.read_text("utf-8", errors="surrogateescape")
                write_file(tell_texts(page, told).encode(errors="surrogateescape"), str(path))
    finally:
        _forget(last)


def _forget(folder: Path) -> None:
    """Delete the folder while the new pages are already looked at."""
    if not folder.exists():
        return
    try:
        gone = Path(mkdtemp(prefix=f"{folder.name}-", dir=folder.parent))
        folder.rename(gone / folder.name)
    except OSError:  # the next build will want its name
        shutil.rmtree(folder, ignore_errors=True)
    else:
        Thread(target=shutil.rmtree, args=(gone,), kwargs={"ignore_errors": True}).start()


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


def _failures(error: Exception, heard: Sequence[str], project: Project) -> list[str]:
    """Why a rebuild failed, as texts; with their places, where it was mkdocs.yml."""
    if not heard:
        broken = project.configuration_problem()
        name = "" if isinstance(error, MkDocsException) else f"{type(error).__name__}: "
        return [str(broken) if broken else f"{name}{error}".strip()]
    told = []
    for text in reversed(heard):  # what is said last is nearest to the cause
        found = _CONFIG_VALUE.fullmatch(text)
        setting = found and project.setting_problem(found[1], found[2], f"See “{found[1]}”.")
        told.append(str(setting) if setting else text)
    return told


def with_kind_in_inode(status: os.stat_result) -> os.stat_result:
    """As the status, with another inode for a folder than for a file.

    A disk gives the inode of a folder that is deleted to the next file. To the observer it then is the folder that
    has changed or moved, and MkDocs heeds files alone.
    """
    inode = status.st_ino * 2 + S_ISDIR(status.st_mode)
    return os.stat_result((status.st_mode, inode, *status[2:10]), {"st_mtime": status.st_mtime})


def watch_what_may_go(server: Any, config: MkDocsConfig) -> None:
    """Let a folder that is away count as empty: MkDocs's own observer gives it up, and never sees it come back."""
    from edition_mkdocs.watching import PromptObserver  # here, since a build does not wait for it

    watched = [*server._watched_paths]
    for path in watched:
        server.unwatch(path)
    roots = {*watched, *map(os.path.abspath, config.watch)}

    def stat(path: str) -> os.stat_result:
        try:
            return with_kind_in_inode(Path(path).stat())
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

    server.observer = PromptObserver(stat, listdir)
    server.build_delay = 0.05
    for path in watched:
        server.watch(path)
