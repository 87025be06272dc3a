"""Files that may not be read: the tests may run as a user who may read everything, and what they try then may not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence

import pytest

_SETPRIV = shutil.which("setpriv")
OBEYING: Sequence[str] = (
    (_SETPRIV or "", "--bounding-set", "-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
)
"""What a command begins with that is to heed the permissions of files."""
heeds_permissions = pytest.mark.skipif(bool(OBEYING) and not _SETPRIV, reason="root may read all, and has no setpriv")
