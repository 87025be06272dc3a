"""Cases as data: a file holds what goes in and what is to come out, and `pytest --update-goldens` writes what does.

A test marked `golden_test("../cases/room/*.yml")` runs once for each such file. `golden["key"]` is what goes in,
`found == golden.out["key"]` holds what comes out. (The plugin of that name does the same, but asks of pytest to put
into words every assertion that holds, in all tests: with whole pages in them that takes forty times as long.)
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml


class Golden:
    """One case."""

    def __init__(self, path: Path, *, is_updated: bool = False) -> None:
        self._values: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        self.out = _Out(path, self._values, is_updated)

    def __getitem__(self, key: str) -> Any:
        return self._values[key]

    def get(self, key: str, default: Any = None) -> Any:
        """What goes in under the key, which may be left out."""
        return self._values.get(key, default)


class _Out:
    def __init__(self, path: Path, values: dict[str, Any], is_updated: bool) -> None:
        self._path, self._values, self._is_updated = path, values, is_updated

    def __getitem__(self, key: str) -> Any:
        wanted = self._values.get(key)
        return _Updated(self._path, key, wanted) if self._is_updated else wanted


class _Updated:
    """Equal to whatever comes out, which is written into the file where it is not what stands there."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, path: Path, key: str, wanted: Any) -> None:
        self._path, self._key, self._wanted = path, key, wanted

    def __eq__(self, found: object) -> bool:
        if found != self._wanted:
            text = self._path.read_text(encoding="utf-8")
            written = yaml.dump({self._key: found}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
            place = re.compile(rf"^{re.escape(self._key)}:.*\n(?:(?![\w'\"]).*\n|\n)*", re.M)
            text = place.sub(lambda _: written, text, count=1) if place.search(text) else text + written
            self._path.write_text(text, encoding="utf-8")
        return True


class _Dumper(yaml.SafeDumper):
    pass


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
