"""What was made before, with all that it was made of: while an edition is served, most of it does not change.

One memory serves every room. Whoever makes something that takes time says of what (`of`); where that is the same as
when it was last made, it is not made again. A build that is not repeated keeps nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, MutableMapping
from typing import Any, TypeVar, cast

from edition.model import Record

Made = TypeVar("Made")

_KEPT = 2
"""Through so many builds that do not ask for it something is kept: one that fails midway asks for little."""


class Memory:
    """Keeps what is made in the `store`, which the host holds from build to build; without one, nothing.

    What is made is shared by all later builds: nobody may change it.
    """

    def __init__(self, store: MutableMapping[Any, Any] | None = None) -> None:
        self._store = store
        if store is not None:
            last = max((turn for turn, _, _ in store.values()), default=0)
            for key in [key for key, (turn, _, _) in store.items() if turn <= last - _KEPT]:
                del store[key]
            self._turn = last + 1

    @property
    def keeps(self) -> bool:
        """Whether anything is kept: where nothing is, nobody need look what a thing is made of."""
        return self._store is not None

    def made(self, key: Hashable, of: object, make: Callable[[], Made]) -> Made:
        """What `make` makes of what stands in `of`: what it made last under this key, where that was of the same."""
        if self._store is None:
            return make()
        before = self._store.get(key)
        _, known, made = before if before and _is_same(before[1], of) else (0, of, make())
        self._store[key] = (self._turn, known, made)
        return cast("Made", made)


def _is_same(one: object, other: object) -> bool:
    """Whether nothing that is made of the one can differ from what is made of the other.

    Records compare without their places, and what is told of them has places: only the very same will do.
    """
    if one is other:
        return True
    if type(one) is not type(other) or isinstance(one, Record):
        return False
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return len(one) == len(other) and all(map(_is_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return [*one] == [*other] and all(map(_is_same, one.values(), other.values()))
    return one == other
