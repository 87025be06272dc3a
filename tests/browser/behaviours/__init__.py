"""What a reader meets in every engine: each behaviour is written once.

How it is written, and which of its cases run where, stands in `tests/browser/engines/__init__.py`.
"""

from __future__ import annotations

import pytest

needs = pytest.mark.needs
"""`@needs("touch")`: what the engine's driver must be able to do; where it cannot, the test is skipped and says why."""
only = pytest.mark.only
"""`@only("chromium")`: runs there alone, for it is slow and the same everywhere."""
