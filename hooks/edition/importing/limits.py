"""How much an import takes; whatever is larger is refused, or set aside, in a sentence that says these numbers."""

from __future__ import annotations

MAX_BYTES = 8_000_000
"""Of a file."""
