"""Keys and pointers as W3C WebDriver and WebDriver BiDi have them: the same actions for both."""

from __future__ import annotations

from typing import Any

from tests.browser.engines.page import Step

_KEYS = {
    "Backspace": "\ue003", "Tab": "\ue004", "Enter": "\ue007", "Shift": "\ue008", "Control": "\ue009", "Alt": "\ue00a",
    "Escape": "\ue00c", "Space": " ", "PageUp": "\ue00e", "PageDown": "\ue00f", "End": "\ue010", "Home": "\ue011",
    "ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015", "Delete": "\ue017",
}  # fmt: skip


def pressed(names: tuple[str, ...]) -> list[dict[str, Any]]:
    """One source of actions: each name's keys go down in order, and up again."""
    actions: list[dict[str, Any]] = []
    for name in names:
        parts = [name] if len(name) == 1 else name.split("+")
        values = [_KEYS.get(part, part) for part in parts]
        actions += [{"type": "keyDown", "value": value} for value in values]
        actions += [{"type": "keyUp", "value": value} for value in reversed(values)]
    return [{"type": "key", "id": "keyboard", "actions": actions}]


def pointed(steps: tuple[Step, ...], touch: bool) -> list[dict[str, Any]]:
    """One source of actions: a mouse, or a finger."""
    actions: list[dict[str, Any]] = []
    for step in steps:
        if step[0] == "move":
            x, y = step[1]
            actions.append({"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0, "origin": "viewport"})
        else:
            actions.append({"type": "pointerDown" if step[0] == "down" else "pointerUp", "button": 0})
    kind = "touch" if touch else "mouse"
    return [{"type": "pointer", "id": kind, "parameters": {"pointerType": kind}, "actions": actions}]
