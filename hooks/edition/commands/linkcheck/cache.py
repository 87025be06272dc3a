"""What `edition links` found lately, kept outside the repository, so that nobody is asked twice for nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path

from edition.commands.files import write_files
from edition.commands.linkcheck.states import STATES, LinkFinding, LinkState

KEPT: dict[LinkState, timedelta] = {"ok": timedelta(days=6), "moved": timedelta(days=6), "blocked": timedelta(days=1)}
"""How long a finding holds. What is broken is asked anew each time: it may be mended by now."""


def default_path(environment: Mapping[str, str]) -> Path:
    """Where such files belong (XDG Base Directory Specification)."""
    named = Path(environment.get("XDG_CACHE_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".cache") / "annotated-edition" / "links.json"


class Cache:
    """The findings of earlier runs by address. A file that cannot be read counts as empty."""

    def __init__(self, path: Path, now: datetime) -> None:
        self._path, self._now = path, now
        self._entries: dict[str, tuple[datetime, LinkFinding]] = {}
        try:
            for entry in json.loads(path.read_text(encoding="utf-8")):
                moment = datetime.fromisoformat(entry.pop("asked"))
                finding = LinkFinding(**entry)
                if finding.state in STATES and moment.tzinfo:
                    self._entries[finding.address] = (moment, finding)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return

    def get(self, address: str) -> LinkFinding | None:
        """What is known of the address and still holds."""
        moment, finding = self._entries.get(address, (None, None))
        if moment is None or finding is None or finding.state not in KEPT:
            return None
        return finding if timedelta() <= self._now - moment < KEPT[finding.state] else None

    def put(self, finding: LinkFinding) -> None:
        """Remember what was found now."""
        self._entries[finding.address] = (self._now, finding)

    def save(self) -> None:
        """Write the file, whole or not at all; NotWritten where it cannot be written."""
        entries = [{"asked": moment.isoformat(), **asdict(finding)} for moment, finding in self._entries.values()]
        write_files({self._path: json.dumps(entries, indent=1).encode()})
