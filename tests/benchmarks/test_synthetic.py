"""The benchmark compares like with like: its notes are valid, and stand by hand where the engine puts them."""

from __future__ import annotations

import re
from pathlib import Path

from edition import open_project
from tests.benchmarks.synthetic import FORMS, write
from tests.hosts import build

SECTIONS = 8


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_synthetic_edition_is_the_same_each_time(tmp_path: Path) -> None:
    for form in FORMS:
        write(tmp_path / "once" / form, form, SECTIONS)
        write(tmp_path / "again" / form, form, SECTIONS)
    assert contents(tmp_path / "once") == contents(tmp_path / "again")


def test_the_synthetic_edition_is_valid_and_has_ten_notes_a_section(tmp_path: Path) -> None:
    write(tmp_path, "edition", SECTIONS)
    concordance, problems = open_project(tmp_path).joined()
    assert problems == []
    kinds = concordance.edition
    assert (len(kinds.bios), len(kinds.fact_checks), len(kinds.glosses)) == (12, 28, 40)


def test_the_synthetic_edition_builds(tmp_path: Path) -> None:
    write(tmp_path / "edition", "edition", 2)
    done = build(tmp_path / "edition", tmp_path / "site")
    assert done.returncode == 0, done.stderr


def test_the_footnotes_are_the_notes_of_the_margin(tmp_path: Path) -> None:
    write(tmp_path / "edition", "edition", SECTIONS)
    write(tmp_path / "footnotes", "footnotes", SECTIONS)
    concordance, _ = open_project(tmp_path / "edition").joined()
    for section in concordance.sections:
        page = (tmp_path / "footnotes" / section.source.path).read_text(encoding="utf-8")
        references = re.findall(r"\[\^([a-z0-9-]+)\](?!:)", page)
        assert references == [entry.note for entry in section.entries]
        assert sorted(references) == sorted(re.findall(r"^\[\^([a-z0-9-]+)\]:", page, re.M))
    assert any(len(section.entries) > 10 for section in concordance.sections)  # names that come again
