"""The small edition in Chinese as a site, and what stands on its pages."""

from __future__ import annotations

from pathlib import Path

from edition import Host, open_project
from edition.binding import Bound, bind
from edition.problems import errors
from edition.reading import html_of
from tests.html import parse

CHINESE = Path(__file__).parent.parent / "editions" / "chinese"
HEART = "annotations/fact-checks/heart.yml"


def made(project: Path, known: Host | None = None) -> Bound:
    bound = bind(open_project(project), html_of, lambda section: f"article/{section.slug}/", known)
    assert not errors(bound.problems), bound.problems
    return bound


def words(html: str) -> str:
    return " ".join("".join(parse(html).itertext()).split())


def page(bound: Bound, kind: str, address: str) -> str:
    return next(page.html for page in bound.site.notes[kind] if page.address == address)
