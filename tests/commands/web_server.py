"""A server on this machine with a page for every state of an address; it writes down what it is asked."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


@dataclass
class Server:
    """What it was asked (the paths, in order), and how many were at once in it."""

    address: str = ""
    asked: list[str] = field(default_factory=list)
    most_at_once: int = 0
    now: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)
    tries: Counter[str] = field(default_factory=Counter)

    def url(self, path: str) -> str:
        return f"{self.address}{path}"


def answer(path: str, tries: int) -> tuple[int, Mapping[str, str], bytes]:
    """Status, headers and body of a path such as `/status/404`."""
    parts = urlsplit(path)
    match parts.path.strip("/").split("/"):
        case ["status", status, *_]:
            return int(status), {}, b""
        case ["to", status, *rest]:
            return int(status), {"Location": "/" + "/".join(rest)}, b""
        case ["round", side]:
            return 302, {"Location": f"/round/{'there' if side == 'here' else 'here'}"}, b""
        case ["away", scheme]:
            return 302, {"Location": f"{scheme}:///etc/passwd"}, b""
        case ["later", status]:
            return int(status if tries == 0 else 200), {"Retry-After": "1"} if tries == 0 else {}, b""
        case ["slow", *_]:
            time.sleep(0.1)  # so that whoever does not wait is seen
            return 200, {}, b"a page"
        case _:
            return 200, {}, b"a page"


@contextmanager
def running() -> Iterator[Server]:
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with server.lock:
                server.asked.append(self.path)
                server.now += 1
                server.most_at_once = max(server.most_at_once, server.now)
                tries = server.tries[self.path]
                server.tries[self.path] += 1
            status, headers, body = answer(self.path, tries)
            with server.lock:
                server.now -= 1
            if status == 0:
                self.close_connection = True
                return
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        server.address = f"http://127.0.0.1:{http.server_address[1]}"
        yield server
        http.shutdown()
        thread.join()
