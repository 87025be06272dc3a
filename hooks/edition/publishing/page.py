"""A page as a value, and what several pages ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from edition.concordance import Concordance, Section
from edition.model import RATINGS, Edition, FactCheck
from edition.publishing.render import Renderer


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address from the site's root, its title, a line about it (both are texts), and its content.

    Of a page that the host has written, the title is the host's.
    """

    address: str
    title: str = ""
    description: str = ""
    html: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)
    """Those of the host's ids in it that have another name here, with that name."""
    is_empty: bool = False
    """Whether nothing stands on it as yet, so that a navigation had better not list it."""


class Index(NamedTuple):
    """A generated page that the navigation lists: what it is called is known before its content can be made."""

    address: str
    title: str
    description: str
    html: Callable[[Renderer], str]
    made_of: Callable[[Renderer], object] | None = None
    """What its content depends on. None: on more than is worth a look, so that it is made anew each time."""
    holds: Callable[[Edition], object] = bool
    """What stands on it, or whether anything does."""


def rating_counts(concordance: Concordance) -> dict[str, int]:
    """How often each rating was given, in their order."""
    counts = Counter(check.rating for check in concordance.edition.fact_checks.values())
    return {rating: counts[rating] for rating in RATINGS if counts[rating]}


def checks_in_order(concordance: Concordance) -> list[tuple[Section, list[FactCheck]]]:
    """Every check where the text first speaks of it, by section; sections without one are left out."""
    seen: set[str] = set()
    groups = []
    for section in concordance.sections:
        ids = [note for note in section.notes if note in concordance.edition.fact_checks and note not in seen]
        seen.update(ids)
        if ids:
            groups.append((section, [concordance.edition.fact_checks[note] for note in ids]))
    return groups
