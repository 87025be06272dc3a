"""Whose code it is in which a build has failed."""

from __future__ import annotations

import os
from pathlib import Path
from traceback import extract_tb


def raised_in(error: Exception) -> str:
    """Where an error comes from: the last place that is not Python's own, from the folder of its package."""
    steps = extract_tb(error.__traceback__)
    python = f"{Path(os.__file__).parent}{os.sep}"
    own = [step for step in steps if "site-packages" in step.filename or not step.filename.startswith(python)]
    where = (own or steps)[-1]
    return f"{'/'.join(Path(where.filename).parts[-2:])}:{where.lineno}"
