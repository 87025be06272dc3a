"""The edition that stands here is whole: every sentence in English, every name known, every claim weighed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from edition import Problem, open_project
from edition.checking import coverage, warnings, without_source
from edition.concordance import Concordance
from edition.problems import errors


@pytest.fixture(scope="module")
def checked(root: Path) -> tuple[Concordance, list[Problem]]:
    return open_project(root).joined()


def test_nothing_is_wrong(checked: tuple[Concordance, list[Problem]]) -> None:
    assert errors(checked[1]) == []


def test_everything_is_covered(checked: tuple[Concordance, list[Problem]]) -> None:
    for item in coverage(checked[0]):
        assert item.sentences.total
        assert item.sentences.done == item.sentences.total, item.section
        assert (item.names.done, item.names.missing) == (item.names.total, ()), item.section
        assert (item.claims.done, item.claims.missing) == (item.claims.total, ()), item.section
        assert item.words.done == item.words.total, item.section
        assert item.paragraphs.done == item.paragraphs.total, item.section
        assert item.rendered.done >= 0.85 * item.rendered.total, item.section


def test_every_note_has_a_source(checked: tuple[Concordance, list[Problem]]) -> None:
    assert without_source(checked[0]) == []


def test_every_check_settles_a_claim_and_every_source_is_used(checked: tuple[Concordance, list[Problem]]) -> None:
    edition = checked[0].edition
    assert set(edition.fact_checks) <= {claim.check for claim in edition.claims}
    assert set(edition.sources) <= set(checked[0].cited_by)


def test_nothing_is_poor(checked: tuple[Concordance, list[Problem]]) -> None:
    last_checked = max(check.checked for check in checked[0].edition.fact_checks.values())
    assert warnings(checked[0], date.fromisoformat(last_checked)) == []
