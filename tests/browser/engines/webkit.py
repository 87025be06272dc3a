"""WebKit, the engine of Safari: WebKitGTK in a bare window, driven by WebKitWebDriver."""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.browser.engines.keyboard import pointed, pressed
from tests.browser.engines.page import A4, Engine, Page, Paper, RefusedError, Step, Window
from tests.patience import DEADLINE

WINDOW = Path(__file__).with_name("webkit_window.py")
PACKAGES = "webkit2gtk-driver xvfb python3-gi gir1.2-webkit2-4.1"
SCREEN = ("-screen", "0", "2560x2000x24", "-nolisten", "tcp")
ASK = "(asked) => { webkit.messageHandlers.window.postMessage(JSON.stringify(asked)) }"


class WebKit(Engine):
    lacks = {  # noqa: RUF012
        "touch": "WebKitGTK's driver has no finger",
        "forced_colours": "WebKit has no forced colours",
    }

    def __init__(self) -> None:
        lacking = [program for program in ("Xvfb", "WebKitWebDriver") if not shutil.which(program)]
        assert not lacking, f"No WebKit is installed: the tests of the page need one (Debian: {PACKAGES})."
        self._start()

    def _start(self) -> None:
        with ExitStack() as started:
            folder = started.enter_context(tempfile.TemporaryDirectory(prefix="webkit-"))
            screen = started.enter_context(_running("Xvfb", "-displayfd", "1", *SCREEN))
            assert screen.stdout
            environment = {"DISPLAY": f":{screen.stdout.readline().strip()}", "XDG_CONFIG_HOME": folder,
                           "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1"}  # fmt: skip
            self._told = Path(folder, "told")
            with self._told.open("w") as told, socket.create_server(("127.0.0.1", 0)) as free:
                port = free.getsockname()[1]
                free.close()
                started.enter_context(_running("WebKitWebDriver", f"--port={port}", into=told, **environment))
            self._at = f"http://127.0.0.1:{port}/session"
            wanted = {"browserName": "window",
                      "webkitgtk:browserOptions": {"binary": str(WINDOW), "args": ["--automation"]}}  # fmt: skip
            self._wait_for(port)
            session = self._ask("POST", "", capabilities={"alwaysMatch": wanted})["sessionId"]
            self._at += f"/{session}"
            started.callback(self._leave)
            self.send("timeouts", script=DEADLINE * 2000)
            self._page = WebKitPage(self)
            self._started = started.pop_all()

    def _wait_for(self, port: int) -> None:
        end = time.monotonic() + DEADLINE
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
            except OSError:
                assert time.monotonic() < end, self.told()
                time.sleep(0.05)
            else:
                return

    def _ask(self, method: str, path: str, **parameters: Any) -> Any:
        content = json.dumps(parameters).encode() if method == "POST" else None
        request = urllib.request.Request(self._at + path, content, method=method)
        try:
            with urllib.request.urlopen(request, timeout=DEADLINE * 3) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as refused:
            with refused:
                told = refused.read().decode()
            lost = "invalid session" in told or "javascript error" in told
            raise (AssertionError if lost else RefusedError)(told) from None

    def send(self, command: str, **parameters: Any) -> Any:
        """A command of the W3C's WebDriver."""
        return self._ask("POST", f"/{command}", **parameters)

    def get(self, command: str) -> Any:
        """What the W3C's WebDriver has a question for."""
        return self._ask("GET", f"/{command}")

    def _leave(self) -> None:
        with suppress(AssertionError):
            self._ask("DELETE", "")

    def told(self) -> str:
        """What the process has written."""
        return self._told.read_text(encoding="utf-8", errors="replace")

    def open(self, address: str, window: Window) -> WebKitPage:
        try:
            self.get("window/handles")
        except AssertionError:  # a page that crashed took the session along, as whoever asked it has been told
            self.close()
            self._start()
        self._page.begin(address, window)
        return self._page

    def close(self) -> None:
        self._started.close()


@contextmanager
def _running(program: str, *arguments: str, into: Any = subprocess.PIPE, **variables: str) -> Iterator[Any]:
    with subprocess.Popen(
        [program, *arguments], stdout=into, stderr=subprocess.DEVNULL, text=True, env=os.environ | variables
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


class WebKitPage(Page):
    def __init__(self, engine: WebKit) -> None:
        self._engine = engine
        self._from = 0

    def suit(self) -> None:
        window = self.window
        self.run(ASK, {"dark": window.dark, "still": window.still, "bars": window.bars, "text": window.text,
                       "least": window.least, "zoom": window.zoom, "script": window.script})  # fmt: skip
        self.resize(window.width, window.height)

    def go(self, address: str) -> None:
        self._engine.send("url", url=address)

    def run(self, function: str, *arguments: Any) -> Any:
        told = self._engine.send(
            "execute/sync",
            script=f"return (async given => JSON.stringify(await ({function})(...JSON.parse(given))))(arguments[0])",
            args=[json.dumps(arguments)],
        )
        return json.loads(told) if told is not None else None

    def resize(self, width: int, height: int | None = None) -> None:
        self._engine.send("window/rect", x=0, y=0, width=width, height=height or self.window.height)
        self.wait("width => Math.abs(innerWidth - width) <= 1", width / self.window.zoom)

    def keys(self, *names: str) -> None:
        self._engine.send("actions", actions=pressed(names))

    def pointer(self, *steps: Step, touch: bool = False) -> None:
        assert not touch, WebKit.lacks["touch"]
        self._engine.send("actions", actions=pointed(steps, touch))

    def screenshot(self) -> bytes:
        return base64.b64decode(self._engine.get("screenshot"))

    def pdf(self, paper: Paper = A4) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "page.pdf")
            before = self._engine.told().count("PRINTED")
            self.run(ASK, {"print": str(path), "paper": paper})
            end = time.monotonic() + DEADLINE
            while self._engine.told().count("PRINTED") == before:
                assert time.monotonic() < end, self._engine.told()[-1000:]
                time.sleep(0.05)
            return path.read_bytes()

    def said(self) -> list[str]:
        told = [line.partition(" ") for line in self._engine.told()[self._from :].splitlines()]
        return [rest for kind, _, rest in told if kind in ("CONSOLE", "REQUEST")]

    def forget(self) -> None:
        self._from = len(self._engine.told())
