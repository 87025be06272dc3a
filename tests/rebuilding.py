"""A site that `mkdocs serve` builds, and builds again when it is asked to: no watching, no waiting."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from mkdocs.commands import serve
from mkdocs.livereload import LiveReloadServer

from tests.hosts import ENVIRONMENT, forking

ADDRESS = "127.0.0.1:8642"

Files = Mapping[str, str]
"""Path in the site to the sum of what the file holds."""


class Rebuilding:
    """A server in a process of its own."""

    def __init__(self, project: Path) -> None:
        self._connection, there = forking.Pipe()
        self._process = forking.Process(target=_serve, args=(str(project), there))
        self._process.start()
        there.close()

    def files(self) -> Files:
        """What it has built."""
        files: Files = self._connection.recv()
        return files

    def rebuild(self) -> Files:
        """What it builds now."""
        self._connection.send("again")
        return self.files()

    def end(self) -> None:
        self._connection.close()
        self._process.join()


@contextmanager
def rebuilding(project: Path) -> Iterator[Rebuilding]:
    """A server that has begun to build the project."""
    server = Rebuilding(project)
    try:
        yield server
    finally:
        server.end()


def fresh(project: Path) -> Files:
    """What a server builds that begins now."""
    with rebuilding(project) as server:
        return server.files()


def _serve(project: str, connection: Connection) -> None:
    os.chdir(project)
    os.environ.clear()
    os.environ.update(ENVIRONMENT)
    logging.disable(logging.CRITICAL)
    sys.dont_write_bytecode = False

    class Server(LiveReloadServer):
        def serve(self, **_: Any) -> None:
            site = Path(self.root)
            try:
                while True:
                    found = (path for path in site.rglob("*") if path.is_file())
                    files = {path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest() for path in found}
                    connection.send(files)
                    connection.recv()
                    self.builder()
            except EOFError:
                raise KeyboardInterrupt from None  # as somebody ends it

        def shutdown(self, wait: bool = False) -> None:
            pass

    setattr(serve, "LiveReloadServer", Server)  # noqa: B010  # it is no part of what the module offers
    serve.serve(dev_addr=ADDRESS)
