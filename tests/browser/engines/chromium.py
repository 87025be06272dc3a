"""Chromium, by Playwright: the machine's own or the one that Playwright downloaded."""

from __future__ import annotations

import os
from typing import Any

from playwright.sync_api import Browser, Error

from edition.commands.browser import executable
from tests.browser.engines.page import A4, Engine, Page, Paper, RefusedError, Step, Window
from tests.patience import DEADLINE


class Chromium(Engine):
    lacks: dict[str, str] = {}  # noqa: RUF012

    def __init__(self, browser: Browser) -> None:
        self._first = browser
        self._others: dict[tuple[float, bool, int], Browser] = {}
        self._pages: dict[tuple[float | bool, ...], ChromiumPage] = {}

    def _browser(self, window: Window) -> Browser:
        """The sizes of text and the scroll bars are settled when a Chromium starts."""
        wanted = (window.text, window.bars, window.least)
        if wanted == (1, False, 0):
            return self._first
        if wanted not in self._others:
            self._others[wanted] = self._first.browser_type.launch(
                executable_path=executable(),
                args=[
                    "--no-sandbox",
                    "--disable-gpu",
                    f"--blink-settings=defaultFontSize={round(16 * window.text)},minimumFontSize={window.least}",
                ],
                ignore_default_args=["--hide-scrollbars"] if window.bars else [],
            )
        return self._others[wanted]

    def open(self, address: str, window: Window) -> ChromiumPage:
        # What a page has for good.
        kind = (window.text, window.bars, window.least, window.zoom, window.touch, window.script)
        if kind not in self._pages:
            self._pages[kind] = ChromiumPage(self._browser(window), window)
        self._pages[kind].begin(address, window)
        return self._pages[kind]

    def close(self) -> None:
        for page in self._pages.values():
            page.end()
        for browser in self._others.values():
            browser.close()


class ChromiumPage(Page):
    def __init__(self, browser: Browser, window: Window) -> None:
        self._context = browser.new_context(
            device_scale_factor=window.zoom, has_touch=window.touch, java_script_enabled=window.script
        )
        self._context.set_default_timeout(DEADLINE * 1000)
        self._page = self._context.new_page()
        protocol = self._context.new_cdp_session(self._page)
        self._protocol = protocol
        # Its own pointer lies at the top left of its screen: see tests/browser/conftest.py.
        number = protocol.send("Browser.getWindowForTarget")["windowId"]
        protocol.send("Browser.setWindowBounds", {"windowId": number, "bounds": {"left": 100, "top": 100}})
        if slowed := os.environ.get("SLOWED"):
            protocol.send("Emulation.setCPUThrottlingRate", {"rate": float(slowed)})
        self._said: list[str] = []
        self._page.on("console", lambda message: self._said.append(message.text))
        self._page.on("pageerror", lambda error: self._said.append(str(error)))
        self._page.on("request", lambda request: self._said.append(request.url))

    def suit(self) -> None:
        self.resize(self.window.width, self.window.height)
        self._page.emulate_media(
            color_scheme="dark" if self.window.dark else "light",
            reduced_motion="reduce" if self.window.still else "no-preference",
            forced_colors="active" if self.window.forced_colours else "none",
        )

    def go(self, address: str) -> None:
        self._page.goto(address)

    def run(self, function: str, *arguments: Any) -> Any:
        try:
            return self._page.evaluate(f"given => ({function})(...given)", list(arguments))
        except Error as error:
            gone = any(part in error.message for part in ("navigat", "context", "detached"))
            raise (RefusedError if gone else AssertionError)(error.message) from None

    def resize(self, width: int, height: int | None = None) -> None:
        zoom = self.window.zoom
        self._page.set_viewport_size(
            {"width": round(width / zoom), "height": round((height or self.window.height) / zoom)}
        )

    def keys(self, *names: str) -> None:
        keyboard = self._page.keyboard
        for name in names:
            if name.isascii():
                keyboard.press(name)
            else:
                keyboard.insert_text(name)

    def pointer(self, *steps: Step, touch: bool = False) -> None:
        mouse = self._page.mouse
        if touch:
            self._touch(*steps)
            return
        for step in steps:
            if step[0] == "move":
                mouse.move(*step[1])
            elif step[0] == "down":
                mouse.down()
            else:
                mouse.up()

    def _touch(self, *steps: Step) -> None:
        at: dict[str, float] = {}
        down = False
        for step in steps:
            if step[0] == "move":
                at = {"x": step[1][0], "y": step[1][1]}
                if not down:
                    continue
                kind = "touchMove"
            else:
                down = step[0] == "down"
                kind = "touchStart" if down else "touchEnd"
            points = [at] if down else []
            self._protocol.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def screenshot(self) -> bytes:
        return self._page.screenshot()

    def pdf(self, paper: Paper = A4) -> bytes:
        width, height = (f"{length}mm" for length in paper)
        return self._page.pdf(width=width, height=height, print_background=True)

    def said(self) -> list[str]:
        return list(self._said)

    def forget(self) -> None:
        self._said.clear()

    def end(self) -> None:
        """Closes the window itself."""
        self._context.close()
