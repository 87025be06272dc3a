"""How long the tests wait for what comes in its own time: long enough for any machine, since only a hang takes it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TypeVar

DEADLINE = float(os.environ.get("PATIENCE", "60"))
"""Seconds; fewer are for whoever mends a test and would see it fail at once."""
Read = TypeVar("Read")


def becomes(read: Callable[[], Read], wanted: Read) -> None:
    """Reads again until it is what is wanted; where it never is, the failure tells the one and the other."""
    end = time.monotonic() + DEADLINE
    while (found := read()) != wanted and time.monotonic() < end:
        time.sleep(0.05)
    assert found == wanted
