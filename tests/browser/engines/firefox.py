"""Firefox, by WebDriver BiDi over its own web socket; no other program stands between.

What BiDi has no word for (dark, reduced motion, forced colours, size of text, scroll bars, no script) is a preference
of the browser. Preferences are set while it runs, by Marionette, which also opens the session that BiDi goes on with.
"""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import websocket

from tests.browser.engines.keyboard import pointed, pressed
from tests.browser.engines.page import A4, Engine, Page, Paper, RefusedError, Step, Window
from tests.patience import DEADLINE

NAMES = ("firefox-esr", "firefox")
AT_START: dict[str, Any] = {
    "accessibility.force_disabled": 1,
    "app.update.auto": False,
    "browser.cache.disk.enable": False,
    "browser.chrome.site_icons": False,
    "browser.formfill.enable": False,
    "browser.pagethumbnails.capturing_disabled": True,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.sessionstore.interval": 10_000_000,
    "browser.shell.checkDefaultBrowser": False,
    "browser.translations.enable": False,
    "datareporting.healthreport.uploadEnabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.ipc.processPrelaunch.enabled": False,  # a process kept ready for each next page takes a tenth of a test
    "fission.autostart": False,
    "gfx.webrender.software": True,
    "intl.accept_languages": "en",
    "marionette.port": 0,
    "network.http.speculative-parallel-limit": 0,
    "places.history.enabled": False,
    "reader.parse-on-load.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "signon.autofillForms": False,
    "signon.rememberSignons": False,
    "toolkit.cosmeticAnimations.enabled": False,
    "toolkit.legacyUserProfileCustomizations.stylesheets": True,
    "toolkit.telemetry.enabled": False,
}
"""A window alone: what it keeps, reports and looks up besides takes a third of each visit."""
BARE = "#navigator-toolbox, #statuspanel { display: none !important }"
"""Of the window only the page: its bars are drawn anew, by the processor, as each page comes."""
SET = """for (const [name, value] of Object.entries(arguments[0]))
  Services.prefs[`set${{boolean: "Bool", number: "Int", string: "String"}[typeof value]}Pref`](name, value)"""


def executable() -> str | None:
    """The path of the machine's own Firefox; None where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def preferences(window: Window) -> dict[str, Any]:
    """What makes Firefox show pages as the window wants them."""
    scripts = ("x-western", "zh-CN", "x-unicode")
    return {
        **{f"font.size.variable.{script}": round(16 * window.text) for script in scripts},
        **{f"font.minimum-size.{script}": window.least for script in scripts},
        "browser.display.document_color_use": 2 if window.forced_colours else 0,
        "javascript.enabled": window.script,
        "layout.css.prefers-color-scheme.content-override": 0 if window.dark else 1,
        "ui.prefersReducedMotion": int(window.still),
        "ui.useOverlayScrollbars": int(not window.bars),
    }


class Firefox(Engine):
    lacks: dict[str, str] = {}  # noqa: RUF012

    def __init__(self) -> None:
        program = executable()
        assert program, "No Firefox is installed: the tests of the page need one (Debian: firefox-esr)."
        self._count = 0
        self._set: dict[str, Any] = {}
        self.events: list[dict[str, Any]] = []
        with ExitStack() as started:
            folder = started.enter_context(tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True))
            lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in AT_START.items()]
            Path(folder, "user.js").write_text("\n".join(lines), encoding="utf-8")
            Path(folder, "chrome").mkdir()
            Path(folder, "chrome/userChrome.css").write_text(BARE, encoding="utf-8")
            arguments = ["--headless", "--no-remote", "--marionette", "--remote-debugging-port", "0",
                         "--remote-allow-system-access", "--profile", folder, "about:blank"]  # fmt: skip
            output = subprocess.DEVNULL
            process = started.enter_context(subprocess.Popen([program, *arguments], stdout=output, stderr=output))
            started.callback(process.terminate)
            port = Path(folder, "MarionetteActivePort")
            end = time.monotonic() + DEADLINE * 2
            while not port.exists() or not port.read_text():
                assert time.monotonic() < end and process.poll() is None, f"{program} did not start."
                time.sleep(0.05)
            marionette = started.enter_context(socket.create_connection(("127.0.0.1", int(port.read_text()))))
            self._marionette = started.enter_context(marionette.makefile("rwb"))
            self._heard()  # who it is
            at = self._command("WebDriver:NewSession", webSocketUrl=True)["capabilities"]["webSocketUrl"]
            self._command("Marionette:SetContext", value="chrome")
            self._bidi = websocket.create_connection(at, timeout=DEADLINE * 2, suppress_origin=True)
            started.callback(self._bidi.shutdown)
            self._started = started.pop_all()
        self.send("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        self._page = FirefoxPage(self)

    def _heard(self) -> Any:
        size = b""
        while (digit := self._marionette.read(1)) != b":":
            size += digit
        return json.loads(self._marionette.read(int(size)))

    def _command(self, name: str, **parameters: Any) -> Any:
        message = json.dumps([0, 0, name, parameters]).encode()
        self._marionette.write(b"%d:%s" % (len(message), message))
        self._marionette.flush()
        _, _, refused, result = self._heard()
        assert not refused, refused
        return result

    def send(self, method: str, **parameters: Any) -> Any:
        """Sends a command of BiDi and answers with its result; what happens meanwhile is kept in `events`."""
        self._count += 1
        self._bidi.send(json.dumps({"id": self._count, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._bidi.recv())
            if message.get("id") == self._count:
                if message["type"] != "success":
                    raise RefusedError(message)
                return message["result"]
            if message["type"] == "event":
                self.events.append(message)

    def open(self, address: str, window: Window) -> FirefoxPage:
        self._page.begin(address, window)
        return self._page

    def prefer(self, wanted: dict[str, Any]) -> bool:
        """Sets preferences; whether they were others."""
        if self._set == wanted:
            return False
        self._command("WebDriver:ExecuteScript", script=SET, args=[wanted])
        self._set = wanted
        return True

    def close(self) -> None:
        self._started.close()


class FirefoxPage(Page):
    def __init__(self, engine: Firefox) -> None:
        self._engine = engine
        self._context = engine.send("browsingContext.create", type="tab")["context"]

    def suit(self) -> None:
        if self._engine.prefer(preferences(self.window)):
            self.go("about:blank")  # an open page keeps some of the old: it has a script, or has none
        self.resize(self.window.width, self.window.height)

    def _send(self, method: str, **parameters: Any) -> Any:
        return self._engine.send(method, context=self._context, **parameters)

    def go(self, address: str) -> None:
        self._send("browsingContext.navigate", url=address, wait="complete")

    def run(self, function: str, *arguments: Any) -> Any:
        # Where the page has no script, none of its promises is ever kept.
        call, waits = ("async", "await") if self.window.script else ("", "")
        answer = self._engine.send(
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

    def pdf(self, paper: Paper = A4) -> bytes:
        page = {"width": paper[0] / 10, "height": paper[1] / 10}
        return base64.b64decode(self._send("browsingContext.print", page=page, background=True)["data"])

    def said(self) -> list[str]:
        self._engine.send("session.status")  # what came until now is told before this is answered
        said: list[str] = []
        for event in self._engine.events:
            told = event["params"]
            if event["method"] == "log.entryAdded" and told["source"].get("context") == self._context:
                said.append(str(told["text"]))
            elif event["method"] == "network.beforeRequestSent" and told["context"] == self._context:
                said.append(told["request"]["url"])
        return said

    def forget(self) -> None:
        self._engine.events.clear()
