"""Of each test in a browser the first case runs each time, in each engine, and what is not of that kind says so."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sweeping import further, mark_swept, sweep

Mark = pytest.MarkDecorator


class Case:
    """As much of a collected test as the rule reads."""

    def __init__(
        self, nodeid: str, *marks: pytest.MarkDecorator, engine: str | None = None, opens: bool = True
    ) -> None:
        self.nodeid = nodeid
        self.fixturenames = ["browser"] if opens else []
        self.callspec = type("callspec", (), {"params": {"engine": engine}})
        self._marks = [mark.mark for mark in marks]
        self.is_swept = False

    def get_closest_marker(self, name: str) -> pytest.Mark | None:
        return next(self.iter_markers(name), None)

    def iter_markers(self, name: str) -> Any:
        return (mark for mark in self._marks if mark.name == name)

    def add_marker(self, name: str) -> None:
        self.is_swept = name == "swept"


def kept(*cases: Any) -> list[bool]:
    mark_swept([*cases])
    return [not case.is_swept for case in cases]


def test_the_first_case_of_each_test_in_each_engine_runs_each_time() -> None:
    assert kept(*(Case(f"a[{width}]") for width in (1440, 390)), Case("b[1440]")) == [True, False, True]
    cases = [Case(f"a[{engine}-{width}]", engine=engine) for engine in ("chromium", "webkit") for width in (1440, 390)]
    assert kept(*cases) == [True, False, True, False]


def test_further_cases_that_test_another_thing_run_each_time_in_chromium() -> None:
    assert kept(Case("a[1]", further), Case("a[2]", further)) == [True, True]
    cases = [Case(f"a[{engine}-{n}]", further, engine=engine) for engine in ("chromium", "firefox") for n in (1, 2)]
    assert kept(*cases) == [True, True, True, False]


def test_what_is_left_to_the_sweep_is_so_where_it_is_said() -> None:
    assert kept(Case("a[1]", sweep(), further), Case("b")) == [False, True]
    assert kept(*(Case("a[1]", sweep("firefox"), engine=engine) for engine in ("chromium", "firefox"))) == [True, False]


def test_what_opens_no_browser_runs_each_time_unless_it_says_so() -> None:
    assert kept(Case("a[1]", opens=False), Case("a[2]", opens=False)) == [True, True]
    assert kept(Case("a[1]", opens=False), Case("a[2]", sweep(), opens=False)) == [True, False]


def test_make_sweep_runs_all_of_it(root: Any) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    assert '$(BIN)/pytest $(SHARED_OUT) -m "swept or hypothesis" --hypothesis-profile further\n' in makefile
    assert '$(BIN)/pytest $(SHARED_OUT) -m "not swept"\n' in makefile
