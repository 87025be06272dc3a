"""What was made before is taken again where nothing of it changed, and only there."""

from __future__ import annotations

from typing import Any

import pytest

from edition.memory import Memory
from edition.model import Claim
from edition.problems import Place, SourceFile


def claim(line: int) -> Claim:
    return Claim(quote="words", place=Place(SourceFile("claims.yml"), line), places={})


ONE = claim(1)


@pytest.mark.parametrize(
    ("before", "now", "is_same"),
    [
        ("text", "text", True),
        ("text", "other", False),
        ((ONE, ["a"], {"b": ONE}), (ONE, ["a"], {"b": ONE}), True),
        ((ONE,), (ONE, ONE), False),
        ([ONE], (ONE,), False),
        (1, True, False),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, False),  # in another order it may be shown in another
        (ONE, claim(1), False),  # it was read anew: whatever is told of it is told at other places
        ([ONE], [claim(2)], False),
    ],
)
def test_what_is_made_of_the_same_is_made_once(before: object, now: object, is_same: bool) -> None:
    store: dict[Any, Any] = {}
    first = Memory(store).made("key", before, object)
    assert (Memory(store).made("key", now, object) is first) == is_same


def test_without_a_store_all_is_made_anew() -> None:
    memory = Memory()
    assert memory.made("key", "text", object) is not memory.made("key", "text", object)


def test_what_nobody_asks_for_any_more_is_let_go() -> None:
    store: dict[Any, Any] = {}
    Memory(store).made("gone", "text", object)
    for _ in range(4):
        Memory(store).made("kept", "text", object)
    assert [*store] == ["kept"]


def test_a_build_that_fails_loses_nothing() -> None:
    store: dict[Any, Any] = {}
    first = Memory(store).made("key", "text", object)
    Memory(store).made("read", "text", object)  # and no further
    assert Memory(store).made("key", "text", object) is first
