"""Which cases of the tests `make test` runs each time, and which are left to `make sweep`.

Of each test that opens a browser the first case runs each time, in each engine: it is the one most likely to break. Its
further cases, which say the same of another width, section, edition or kind of page, run with `make sweep`, which
GitHub runs beside `make test` for each pull request. The two marks are what departs from this.
"""

from __future__ import annotations

import pytest

further = pytest.mark.further
"""`@further`: its further cases run each time (in Chromium, where there are engines), for they test another thing."""
sweep = pytest.mark.sweep
"""`@sweep("firefox", "webkit")`: was not yet seen to hold in these engines in each run, or shows there what another
shows, and is left to `make sweep`, though it is a first case or one of `@further`. `@sweep()`: everywhere."""


def mark_swept(items: list[pytest.Item]) -> None:
    """Marks as `swept` what is left to `make sweep`."""
    met = set()
    for item in items:
        case = getattr(item, "callspec", None)
        engine = case.params.get("engine") if case else None
        behaviour = item.nodeid.partition("[")[0], engine
        is_kept = item.get_closest_marker("further") and engine in (None, "chromium")
        is_further = behaviour in met and not is_kept and "browser" in getattr(item, "fixturenames", ())
        if is_further or any(engine in mark.args or not mark.args for mark in item.iter_markers("sweep")):
            item.add_marker("swept")
        met.add(behaviour)
