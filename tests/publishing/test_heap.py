"""Memory that became free goes back to the system, where that can be asked for."""

from __future__ import annotations

import pytest

from edition_mkdocs.heap import give_back


def test_a_system_whose_library_cannot_be_asked_builds_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: None) -> None:
        raise OSError("not found")

    monkeypatch.setattr("ctypes.CDLL", missing)
    give_back()
