"""A server on this machine with a page for every state of an address; it writes down what it is asked."""

from __future__ import annotations

import json
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

COPY = "http://web.archive.org/web/20260101000000/http://example.org/gone"


@dataclass
class Server:
    """What it was asked (`METHOD host path`, in order), and how many of one host were at once in it."""

    address: str = ""
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    most_at_once: Counter[str] = field(default_factory=Counter)
    now: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)
    tries: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    meeting: threading.Barrier = field(default_factory=lambda: threading.Barrier(2))
    copies: dict[str, str] = field(default_factory=dict)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{self.address.replace('127.0.0.1', host)}{path}"

    def of(self, path: str) -> list[str]:
        """The methods with which the path was asked for."""
        return [line.split()[0] for line in self.asked if line.split()[2] == path]


def answer(server: Server, method: str, path: str, tries: int) -> tuple[int, Mapping[str, str], bytes]:
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
        case ["no-head", status]:
            return (int(status) if method == "HEAD" else 200), {}, b""
        case ["later", status, wait]:
            return (int(status) if tries < 2 else 200), ({"Retry-After": unquote(wait)} if wait != "-" else {}), b""
        case ["challenge"]:
            return 503, {"cf-mitigated": "challenge"}, b""
        case ["meet"]:
            server.meeting.wait(timeout=5)  # comes to an end only when the other host is asked at the same time
            return 200, {}, b""
        case ["wayback"]:
            wanted = parse_qs(parts.query)["url"][0]
            copy = server.copies.get(urlsplit(wanted).path)
            closest = {"closest": {"available": True, "status": "200", "url": copy}} if copy else {}
            return 200, {}, json.dumps({"archived_snapshots": closest}).encode()
        case _:
            return 200, {}, b"a page"


@contextmanager
def running() -> Iterator[Server]:
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        headers: Message

        def handle_any(self) -> None:
            host = self.headers["Host"].partition(":")[0]
            with server.lock:
                server.asked.append(f"{self.command} {host} {self.path}")
                server.agents.add(self.headers["User-Agent"])
                server.now[host] += 1
                server.most_at_once[host] = max(server.most_at_once[host], server.now[host])
                tries = server.tries[self.path]
                server.tries[self.path] += 1
            status, headers, body = answer(server, self.command, self.path, tries)
            with server.lock:
                server.now[host] -= 1
            if status == 0:
                self.close_connection = True
                return
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        do_GET = do_HEAD = handle_any

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever, daemon=True)
        thread.start()
        server.address = f"http://127.0.0.1:{http.server_address[1]}"
        yield server
        http.shutdown()
        thread.join()
