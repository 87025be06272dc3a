"""What a reader meets in every engine: each behaviour is written once and runs in Chromium, Firefox and WebKit."""

from __future__ import annotations

from typing import Any

import pytest

needs = pytest.mark.needs
"""`@needs("touch")`: what the engine's driver must be able to do; where it cannot, the test is skipped and says why."""
only = pytest.mark.only
"""`@only("chromium")`: runs there alone, for it is slow and the same everywhere."""
sweep = pytest.mark.sweep
"""`@sweep("firefox", "webkit")`: takes minutes in these engines, or was not yet seen to hold there in each run, and is
left to `make sweep`."""


def same(*values: object) -> Any:
    """A case that the other engines leave to `make sweep`: they run another case of the behaviour each time."""
    return pytest.param(*values, marks=sweep("firefox", "webkit"))
