"""The small edition in Chinese as a site, and what stands on its pages."""

from __future__ import annotations

from pathlib import Path

from edition import Site, open_project
from edition.problems import errors
from tests.hosts import Known
from tests.html import parse

CHINESE = Path(__file__).parent.parent / "editions" / "chinese"
HEART = "annotations/fact-checks/heart.yml"


def made(project: Path, known: Known | None = None) -> Site:
    bound = open_project(project).bind(known or Known())
    assert not errors(bound.problems), bound.problems
    return bound


def words(html: str) -> str:
    return " ".join("".join(parse(html).itertext()).split())


def page(bound: Site, kind: str, address: str) -> str:
    return next(page.html for page in bound.notes[kind] if page.address == address)
