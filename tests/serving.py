"""A built site at an address of its own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

EMPTY = "/empty"
"""Where each site has a page with nothing in it: there a window waits for its next visit."""


class _Quiet(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == EMPTY:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *_: Any) -> None:
        pass

    def copyfile(self, *arguments: Any) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):  # the page was left while it still asked
            super().copyfile(*arguments)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serves the folder for as long as the block lasts; its address ends in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
