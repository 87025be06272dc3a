"""The elements that are put around words while these are cut and joined: written in a template as all HTML is."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"
_WORDS = Markup("\ue000")
"""Stands for the words within, which no text of a template holds."""


@lru_cache(maxsize=1024)
def around(name: str, *values: str) -> tuple[str, str]:
    """What stands before and after the words in the element of this name, a macro of `fragments.html`."""
    before, _, after = str(getattr(_fragments(), name)(_WORDS, *values)).strip().partition(_WORDS)
    return before, after


@cache
def _fragments() -> Any:
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("fragments.html").module
