"""A window of a browser with a page in it: what each engine's driver does, and what follows from that for all.

One file, though long: it is one class, and what an engine has to bring stands beside what is made of it.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urljoin

from tests.patience import DEADLINE
from tests.serving import EMPTY

Point = tuple[float, float]
Paper = tuple[float, float]
"""Its width and height in millimetres."""
A4: Paper = (210, 297)
Step = tuple[Literal["move"], Point] | tuple[Literal["down"]] | tuple[Literal["up"]]

PLACE = """(selector, nth) => {
  const shown = [...document.querySelectorAll(selector)].filter(one => one.getClientRects().length)
  const element = shown.at(nth)
  if (!element) return null
  const seen = () => {
    const box = element.getClientRects()[0]
    return [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  }
  let [x, y] = seen()
  if (y < 60 || y > innerHeight - 60 || x < 0 || x > innerWidth) {
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" })
    ;[x, y] = seen()
  }
  return [x, y]
}"""

# Where the words stand on the screen: the middle of the first character and of the last.
ENDS = """(words, root) => {
  const texts = [], walker = document.createTreeWalker(document.querySelector(root), NodeFilter.SHOW_TEXT)
  while (walker.nextNode())
    if (!walker.currentNode.parentElement.closest("[data-apparatus]")) texts.push(walker.currentNode)
  const from = texts.map(text => text.data).join("").indexOf(words)
  if (from < 0) return null
  const character = index => {
    for (const text of texts) {
      if (index < text.length) {
        const range = document.createRange()
        range.setStart(text, index)
        range.setEnd(text, index + 1)
        return range
      }
      index -= text.length
    }
  }
  const first = character(from), last = character(from + words.length - 1)
  first.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" })
  const a = first.getBoundingClientRect(), b = last.getBoundingClientRect()
  return [[a.left + 1, (a.top + a.bottom) / 2], [b.right - 1, (b.top + b.bottom) / 2]]
}"""

AT_REST = """async scripted => {
  if (document.readyState !== "complete" || (scripted && document.querySelector(".edition:not([data-placed])")))
    return false
  const frame = () => new Promise(requestAnimationFrame)
  const places = () => [document.documentElement, ...document.querySelectorAll(".words, .note, .sheet")].map(one => {
    const { left, top, width, height } = one.getBoundingClientRect()
    return [left, top, width, height].map(Math.round).join()
  }).join()
  await document.fonts.ready
  await new Promise(resolve => setTimeout(resolve)) // what was to come at once after loading has come
  for (let calm = 0, last = ""; calm < 2; ) {
    await frame()
    const now = places()
    calm = now === last ? calm + 1 : 0
    last = now
  }
  const ends = animation => animation.effect.getComputedTiming().endTime < Infinity
  const left = document.getAnimations().filter(ends)
  const longest = Math.max(0, ...left.map(animation => animation.effect.getComputedTiming().endTime))
  // The clock of animations may stand still, as WebKit's does after printing.
  const over = new Promise(resolve => setTimeout(resolve, longest + 3000))
  await Promise.race([Promise.allSettled(left.map(animation => animation.finished)), over])
  return true
}"""
"""True when the page has arrived, the fonts are there and nothing moves: no note, no scroll, no transition."""
SUITED = """(dark, still) => matchMedia("(prefers-color-scheme: dark)").matches === dark
  && matchMedia("(prefers-reduced-motion: reduce)").matches === still"""
ARRIVED = "() => document.readyState === 'complete'"
"""The same of a page without script, whose frames and promises stand still as well."""


class RefusedError(AssertionError):
    """The driver could not ask the page, as while it goes from one address to another."""


@dataclass(frozen=True)
class Window:
    """How the page is to be seen. What an engine's driver cannot do of it stands in the engine's LACKS."""

    width: int = 1440
    """Of the window, in its own pixels: at a zoom of 1.25 the page has four fifths of them."""
    height: int = 900
    zoom: float = 1
    text: float = 1
    """Times the size that the reader's browser has for text."""
    least: int = 0
    """The size in pixels below which the reader's browser draws no letter."""
    dark: bool = False
    still: bool = False
    """Reduced motion."""
    forced_colours: bool = False
    bars: bool = False
    """A classic scroll bar, which takes room."""
    touch: bool = False
    script: bool = True

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in the page's own pixels."""
        return round(self.width / self.zoom), round(self.height / self.zoom)


class Page(ABC):
    """What a reader can do with an open page, and what a test can ask of it."""

    window: Window

    # What each engine does its own way.

    @abstractmethod
    def suit(self) -> None:
        """Makes the open window as `window` wants it, before a page comes into it."""

    @abstractmethod
    def go(self, address: str) -> None:
        """Goes to the address and waits until it is loaded."""

    @abstractmethod
    def run(self, function: str, *arguments: Any) -> Any:
        """Calls the function of JavaScript in the page, awaits what it promises, and answers with it as JSON."""

    @abstractmethod
    def resize(self, width: int, height: int | None = None) -> None:
        """Makes the open window so large."""

    @abstractmethod
    def keys(self, *names: str) -> None:
        """Presses keys one after the other, as `Tab`, `Shift+Tab`, `Control+c`, `]`."""

    @abstractmethod
    def pointer(self, *steps: Step, touch: bool = False) -> None:
        """Moves, presses and lets go the mouse, or a finger."""

    @abstractmethod
    def screenshot(self) -> bytes:
        """What is seen, as PNG."""

    @abstractmethod
    def pdf(self, paper: Paper = A4) -> bytes:
        """What is printed on such paper."""

    @abstractmethod
    def said(self) -> list[str]:
        """What the console has said, and which addresses were asked for, as far as the driver tells."""

    @abstractmethod
    def forget(self) -> None:
        """Lets what was said until now pass."""

    # What follows from that.

    def begin(self, address: str, window: Window) -> None:
        """Goes to the address in this window, which is as if nobody had used it before (see `close`)."""
        self.window = window
        self.suit()
        self.wait(SUITED, window.dark, window.still)
        self.forget()
        self.go(address)

    def close(self) -> None:
        """Leaves the window empty to the next visit: to begin a new one takes longer than most pages do."""
        self.go(urljoin(self.run("() => location.href"), EMPTY))
        self.run("() => { localStorage.clear(); sessionStorage.clear() }")

    def wait(self, function: str, *arguments: Any) -> Any:
        """Calls the function until its answer is true, and answers with it."""
        end = time.monotonic() + DEADLINE
        call, waits = ("async", "await") if self.window.script else ("", "")
        found_it = f"const found = {waits} ({function})(...given); return found ? [found] : null"
        asked = f"{call} (...given) => {{ {found_it} }}"
        while True:
            with suppress(RefusedError):
                if found := self.run(asked, *arguments):  # what is true, such as an element, may be nothing as JSON
                    return found[0]
            assert time.monotonic() < end, f"Never true, with {arguments}: {function}"
            time.sleep(0.02)

    def becomes(self, wanted: Any, function: str, *arguments: Any) -> None:
        """Waits until the function's answer is what is wanted; the failure tells what it was."""
        end = time.monotonic() + DEADLINE
        while True:
            with suppress(RefusedError):
                if (found := self.run(function, *arguments)) == wanted:
                    return
                assert time.monotonic() < end, f"{found}, and not {wanted}: {function}"
            assert time.monotonic() < end, function
            time.sleep(0.02)

    def rest(self) -> None:
        """Waits until the page has arrived and stands still."""
        self.wait(AT_REST if self.window.script else ARRIVED, self.window.script)

    def visible(self, selector: str) -> bool:
        """Whether something of this kind has a box."""
        shown: bool = self.run(
            "selector => [...document.querySelectorAll(selector)].some(one => one.checkVisibility"
            " ? one.checkVisibility({visibilityProperty: true}) : one.getClientRects().length)",
            selector,
        )
        return bool(shown)

    def still(self, function: str, *arguments: Any) -> Any:
        """The function's answer once it is the same twice: what is scrolled to smoothly moves for a while."""
        end = time.monotonic() + DEADLINE
        found, last = self.wait(function, *arguments), None
        while found != last:
            assert time.monotonic() < end, f"Never at rest, with {arguments}: {function}"
            time.sleep(0.05)
            found, last = self.wait(function, *arguments), found
        return found

    def place(self, selector: str, nth: int = 0) -> Point:
        """The middle of (the first line of) what is shown of the selector, which is scrolled into view."""
        x, y = self.still(PLACE, selector, nth)
        return x, y

    def hover(self, selector: str, nth: int = 0) -> None:
        self.pointer(("move", self.place(selector, nth)))

    def click(self, selector: str, nth: int = 0) -> None:
        """Moves the mouse there and clicks, as a hand does: what lies above gets the click."""
        self.pointer(("move", self.place(selector, nth)), ("down",), ("up",))

    def switch(self, name: str) -> None:
        """Presses the switch of this name, which stands behind a press of its own."""
        self.rest()  # a page that still scrolls takes the place from under the pointer
        if not self.visible(f"[data-show={name}]"):
            self.click(".more-switches")
        self.click(f"[data-show={name}]")

    def tap(self, selector: str, nth: int = 0) -> None:
        self.pointer(("move", self.place(selector, nth)), ("down",), ("up",), touch=True)

    def drag(self, points: Sequence[Point]) -> None:
        """Presses the mouse at the first point, moves over the others and lets go at the last."""
        moves: list[Step] = [("move", point) for point in points[1:]]
        self.pointer(("move", points[0]), ("down",), *moves, ("up",))

    def choose(self, words: str, root: str = ".edition") -> None:
        """Drags over these words of the text."""
        first, last = self.ends(words, root)
        self.drag([first, ((first[0] + last[0]) / 2, (first[1] + last[1]) / 2), last])

    def ends(self, words: str, root: str = ".edition") -> tuple[Point, Point]:
        """The beginning and the end of these words of the text on the screen."""
        found = self.still(ENDS, words, root)
        return (found[0][0], found[0][1]), (found[1][0], found[1][1])

    def type(self, text: str) -> None:
        self.keys(*text)

    def finds(self, words: str) -> bool:
        """Whether the search in the page (Ctrl+F) finds the words."""
        code = "words => { getSelection().removeAllRanges(); scrollTo(0, 0); return find(words) }"
        return bool(self.run(code, words))

    def focused(self, selector: str) -> bool:
        """Whether the focus is on such a thing, or within it."""
        return bool(self.run("selector => !!document.activeElement?.closest(selector)", selector))

    def wait_focus(self, selector: str) -> None:
        self.wait("selector => document.hasFocus() && !!document.activeElement?.closest(selector)", selector)

    def copied(self) -> str:
        """Copies what is chosen, as a reader does, and answers with what a plain field gets of it when it is pasted."""
        self.keys("Control+c")
        self.run(
            "() => { const field = document.createElement('textarea'); field.id = 'pasted'; field.style ="
            " 'position: fixed; top: 0'; document.body.append(field); field.focus({preventScroll: true}) }"
        )
        self.keys("Control+v")
        self.wait("() => document.getElementById('pasted').value")
        text: str = self.run(
            "() => { const field = document.getElementById('pasted'); field.remove(); return field.value }"
        )
        return text

    def back(self) -> None:
        self.run("() => { setTimeout(() => history.back()) }")

    def forward(self) -> None:
        self.run("() => { setTimeout(() => history.forward()) }")


class Engine(ABC):
    """A browser that was started; a visit finds nothing there of the visits before."""

    lacks: dict[str, str]
    """What its driver cannot do, by the name that a behaviour gives in `needs`, and why."""

    @abstractmethod
    def open(self, address: str, window: Window) -> Page:
        """A window with the page at this address."""

    @abstractmethod
    def close(self) -> None: ...
