"""On how many examples a property is tried: a quarter of them each time, the others too with `make sweep`."""

from __future__ import annotations

from hypothesis import settings


def tried_on(number: int) -> settings:
    """So many examples in the sweep, whose profile (tests/conftest.py) has Hypothesis's own hundred; else a share."""
    return settings(max_examples=number * settings().max_examples // 100)
