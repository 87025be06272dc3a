"""What a new file is asked for with, and why it may be refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


class RefusalError(Exception):
    """Why nothing can be written, and what would mend it."""


@dataclass(slots=True)
class Request:
    """What is given of a file that is begun, whatever its kind; what is not given is empty, or None."""

    today: date
    name: str = ""
    term: list[str] | None = None
    """The forms of a name in the article."""
    bio_kind: str | None = None
    quote: str = ""
    section: str | None = None
    nth: int | None = None
    """Which of the places of the quote, from 1."""
    claim: str | None = None
    source: list[str] = field(default_factory=list)
    """The ids of sources."""
    address: str = ""
    title: str | None = None
    page: Mapping[str, object] = field(default_factory=dict)
    """What a page that was saved says of itself, by the fields of a source."""
