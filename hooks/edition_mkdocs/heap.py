"""The memory of a build's process, of which ten thousand notes take as much as they can get."""

from __future__ import annotations

import ctypes
import gc
from contextlib import suppress

LONG = 500_000
"""Characters of a page of which a build had better hold no copy, and behind which much lies free."""


def keep_for_good() -> None:
    """What is there now stays to the end of a build: Python need not look through it for what is no longer used."""
    gc.freeze()
    give_back()


def give_back() -> None:
    """Return to the system what lies free between that which stays, where its library of C can: as glibc's does."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
