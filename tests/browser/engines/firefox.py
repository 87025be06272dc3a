"""Firefox, by WebDriver BiDi over its own web socket; no other program stands between.

What BiDi has no word for (dark, reduced motion, forced colours, the size of text, scroll bars) is a preference, and
preferences are read when the browser starts: each set of them has a browser, started when it is first asked for.
"""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import websocket

from tests.browser.engines.keyboard import pointed, pressed
from tests.browser.engines.page import Engine, Page, Step, Window
from tests.patience import DEADLINE

NAMES = ("firefox-esr", "firefox")
PREFERENCES: dict[str, Any] = {
    "app.update.auto": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "gfx.webrender.software": True,
    "intl.accept_languages": "en",
    "layout.css.prefers-color-scheme.content-override": 1,
    "ui.prefersReducedMotion": 0,
}


def executable() -> str | None:
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Firefox(Engine):
    lacks: dict[str, str] = {}  # noqa: RUF012

    def __init__(self) -> None:
        self._processes: dict[str, Process] = {}

    def open(self, address: str, window: Window) -> FirefoxPage:
        wanted = PREFERENCES | _preferences(window)
        process = self._processes.setdefault(json.dumps(wanted, sort_keys=True), Process(wanted))
        page = FirefoxPage(process, window)
        page.go(address)
        return page

    def close(self) -> None:
        for process in self._processes.values():
            process.close()


def _preferences(window: Window) -> dict[str, Any]:
    wanted: dict[str, Any] = {}
    if window.dark:
        wanted["layout.css.prefers-color-scheme.content-override"] = 0
    if window.still:
        wanted["ui.prefersReducedMotion"] = 1
    if window.forced_colours:
        wanted |= {"browser.display.document_color_use": 2}
    if window.text != 1:
        for script in ("x-western", "zh-CN", "x-unicode"):
            wanted[f"font.size.variable.{script}"] = round(16 * window.text)
    if window.bars:
        wanted |= {"widget.gtk.overlay-scrollbars.enabled": False, "ui.useOverlayScrollbars": 0}
    else:
        wanted |= {"widget.gtk.overlay-scrollbars.enabled": True, "ui.useOverlayScrollbars": 1}
    if not window.script:
        wanted["javascript.enabled"] = False
    return wanted


class Process:
    """A running Firefox; it is started when something is first asked of it."""

    def __init__(self, preferences: dict[str, Any]) -> None:
        self._preferences = preferences
        self._started = False
        self._count = 0
        self.events: list[dict[str, Any]] = []

    def start(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True)
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in self._preferences.items()]
        Path(self._folder.name, "user.js").write_text("\n".join(lines), encoding="utf-8")
        program = executable()
        assert program, "No Firefox is installed: the tests of the page need one (Debian: firefox-esr)."
        told = Path(self._folder.name, "told")
        arguments = ["--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", self._folder.name]
        with told.open("w") as output:
            self._process = subprocess.Popen([program, *arguments, "about:blank"], stderr=output, stdout=output)
        port = Path(self._folder.name, "WebDriverBiDiServer.json")
        end = time.monotonic() + DEADLINE
        while not port.exists() or not port.read_text():
            assert time.monotonic() < end and self._process.poll() is None, told.read_text()
            time.sleep(0.05)
        at = json.loads(port.read_text())
        self._socket = websocket.create_connection(
            f"ws://{at['ws_host']}:{at['ws_port']}/session", timeout=DEADLINE * 2, suppress_origin=True
        )
        self._started = True
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])

    def send(self, method: str, **parameters: Any) -> Any:
        """Sends a command and answers with its result; what happens meanwhile is kept in `events`."""
        if not self._started:
            self.start()
        self._count += 1
        self._socket.send(json.dumps({"id": self._count, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv())
            if message.get("id") == self._count:
                assert message["type"] == "success", message
                return message["result"]
            if message["type"] == "event":
                self.events.append(message)

    def close(self) -> None:
        if self._started:
            self.send("browser.close")
            self._socket.close()
            self._process.wait(DEADLINE)
            self._folder.cleanup()


class FirefoxPage(Page):
    def __init__(self, process: Process, window: Window) -> None:
        self.window = window
        self._process = process
        self._user = process.send("browser.createUserContext")["userContext"]
        self._context = process.send("browsingContext.create", type="tab", userContext=self._user)["context"]
        process.events.clear()
        self.resize(window.width, window.height)

    def _send(self, method: str, **parameters: Any) -> Any:
        return self._process.send(method, context=self._context, **parameters)

    def go(self, address: str) -> None:
        self._send("browsingContext.navigate", url=address, wait="complete")

    def run(self, function: str, *arguments: Any) -> Any:
        # Where the page has no script, none of its promises is ever kept.
        call, waits = ("async", "await") if self.window.script else ("", "")
        answer = self._process.send(
            "script.callFunction",
            functionDeclaration=f"{call} given => JSON.stringify({waits} ({function})(...JSON.parse(given)))",
            arguments=[{"type": "string", "value": json.dumps(arguments)}],
            target={"context": self._context},
            awaitPromise=self.window.script,
        )
        assert answer["type"] == "success", answer.get("exceptionDetails", answer)
        return json.loads(answer["result"].get("value", "null"))

    def resize(self, width: int, height: int | None = None) -> None:
        zoom = self.window.zoom
        self._send(
            "browsingContext.setViewport",
            viewport={"width": round(width / zoom), "height": round((height or self.window.height) / zoom)},
            devicePixelRatio=zoom,
        )

    def keys(self, *names: str) -> None:
        self._send("input.performActions", actions=pressed(names))

    def pointer(self, *steps: Step, touch: bool = False) -> None:
        self._send("input.performActions", actions=pointed(steps, touch))

    def screenshot(self) -> bytes:
        return base64.b64decode(self._send("browsingContext.captureScreenshot")["data"])

    def pdf(self) -> bytes:
        page = {"width": 21.0, "height": 29.7}
        return base64.b64decode(self._send("browsingContext.print", page=page, background=True)["data"])

    def said(self) -> list[str]:
        self._process.send("session.status")  # what came until now is told before this is answered
        said: list[str] = []
        for event in self._process.events:
            told = event["params"]
            if event["method"] == "log.entryAdded" and told["source"].get("context") == self._context:
                said.append(str(told["text"]))
            elif event["method"] == "network.beforeRequestSent" and told["context"] == self._context:
                said.append(told["request"]["url"])
        return said

    def forget(self) -> None:
        self._process.events.clear()

    def close(self) -> None:
        self._send("browsingContext.close")
        self._process.send("browser.removeUserContext", userContext=self._user)
