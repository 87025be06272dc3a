"""What a reader meets in every engine: each behaviour is written once.

How it is written, and which of its cases run where, stands in `tests/browser/engines/__init__.py`.
"""

from __future__ import annotations

import pytest

needs = pytest.mark.needs
"""`@needs("touch")`: what the engine's driver must be able to do; where it cannot, the test is skipped and says why."""
only = pytest.mark.only
"""`@only("chromium")`: runs there alone, for it is slow and the same everywhere."""
further = pytest.mark.further
"""`@further`: its further cases run in Chromium each time, for they are no mere other place or width."""
sweep = pytest.mark.sweep
"""`@sweep("firefox", "webkit")`: was not yet seen to hold in these engines in each run, or shows there what another
shows, and is left to `make sweep`, though it is a first case or one of `@further`."""
