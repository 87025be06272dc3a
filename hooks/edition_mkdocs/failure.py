"""What a build failed at, in a sentence."""

from __future__ import annotations

import os
from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateNotFound
from jinja2 import TemplateSyntaxError as Unparsed

import edition
from edition import unreadable

_OWN_CODE = (Path(__file__).parent, Path(edition.__file__).parent)


def told_of(error: Exception) -> str:
    """A template that is none, what the machine refuses, and what others' code raises."""
    if told := _of_template(error):
        return told
    if isinstance(error, OSError) and error.errno:  # a network's errors have none
        return unreadable(error)
    return f"A plugin, a hook or the engine cannot go on: {type(error).__name__}: {error} ({_raised_in(error)})."


def _of_template(error: Exception) -> str:
    """What is wrong with the template that raised this, as a sentence; empty where no template did."""
    if isinstance(error, Unparsed):
        return f"{_from_here(error.filename or error.name or '')}:{error.lineno}: this is no template: {error.message}"
    steps = extract_tb(error.__traceback__)
    # Jinja puts its templates' own names and lines into the traceback.
    filled_in = [step for step in steps if Path(step.filename).suffix in (".html", ".xml")]
    if not filled_in and isinstance(error, TemplateNotFound):
        return f"There is no template “{error.name}”, which a page's front matter or a setting names."
    if not filled_in or any(
        Path(step.filename).is_relative_to(folder) for folder in _OWN_CODE for step in steps if step not in filled_in
    ):
        return ""
    here = f"{_from_here(filled_in[-1].filename)}:{filled_in[-1].lineno}"
    if isinstance(error, TemplateNotFound):
        return f"{here}: there is no template “{error.name}”, which is named here"
    if isinstance(error, RecursionError):
        return f"{here}: this template takes in itself, or one that does"
    return f"{here}: this template cannot be filled in: {error}"


def _from_here(path: str) -> str:
    return Path(path).relative_to(Path.cwd()).as_posix() if Path(path).is_relative_to(Path.cwd()) else path


def _raised_in(error: Exception) -> str:
    """Where an error comes from: the last place that is not Python's own, from the folder of its package."""
    steps = extract_tb(error.__traceback__)
    python = f"{Path(os.__file__).parent}{os.sep}"
    own = [step for step in steps if "site-packages" in step.filename or not step.filename.startswith(python)]
    where = (own or steps)[-1]
    return f"{'/'.join(Path(where.filename).parts[-2:])}:{where.lineno}"
