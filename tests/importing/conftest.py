"""What an import hands on with an edition is made once: the engine does not change from test to test."""

from __future__ import annotations

from functools import cache

import pytest

from edition.commands import engine

_BUILT = cache(engine._built)


@pytest.fixture(autouse=True)
def wheel(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine's wheel, of which most of an import's time would go into another (tests/commands/test_engine.py)."""
    monkeypatch.setattr(engine, "_built", _BUILT)
