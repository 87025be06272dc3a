"""The elements that Python puts around words and between them: written in a template as all HTML is."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from edition.publishing.compiled import COMPILED

_TEMPLATES = Path(__file__).parent / "templates"
_BLANK = "\ue000"
"""Stands for a value, which no text of a template holds."""


@lru_cache(maxsize=1 << 10, typed=True)
def around(name: str, *values: object) -> tuple[str, str]:
    """What stands before and after the words in the element of this name, a macro of `fragments.html`."""
    before, _, after = fragment(name, Markup(_BLANK), *values).partition(_BLANK)
    return before, after


def fragment(name: str, *values: object) -> str:
    """The element of this name, whole. The macro asks of a value nothing but whether there is one; 0 is none.

    So it is rendered once for each choice of those that there are: a section has hundreds of marks.
    """
    parts = _rendered(name, tuple(map(bool, values)))
    return "".join([part if isinstance(part, str) else escape(values[part]) for part in parts])


@cache
def _rendered(name: str, given: tuple[bool, ...]) -> Sequence[str | int]:
    """The element in parts: HTML, and the values by their number."""
    blanks = (f"{_BLANK}{number}{_BLANK}" if there else "" for number, there in enumerate(given))
    parts = str(getattr(_fragments(), name)(*blanks)).split(_BLANK)
    return [int(part) if index % 2 else part for index, part in enumerate(parts)]


class _Environment(Environment):
    """One whose templates all find the same, and share it: Jinja would put it together for each time one is filled."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals


def environment() -> Environment:
    """The templates, by the settings that all share."""
    return COMPILED.serve(
        _Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,  # a build does not look at each page whether its template has changed meanwhile
        )
    )


@cache
def _fragments() -> Any:
    return environment().get_template("fragments.html").module
