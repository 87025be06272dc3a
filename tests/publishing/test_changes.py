"""What Git knows, as a reader meets it: on the page of a note, and on that of changes."""

from __future__ import annotations

from typing import Any

import pytest

from edition.history import read_log
from edition.publishing.pages.changes import latest
from tests.history.test_history import commit
from tests.hosts import Known
from tests.html import parse
from tests.publishing.chinese import CHINESE, HEART, made, page, words


def log(*commits: str, repository: str = "") -> Known:
    return Known("Ours", repo_url=repository, log="".join(commits))


def test_a_notes_page_says_when_and_by_whom_it_was_written_and_what_changed() -> None:
    known = log(
        commit("b", f"M\t{HEART}", day="2026-11-24", author="Max <Muster>"),
        commit("a", f"A\t{HEART}", day="2026-11-02"),
        repository="https://github.com/someone/edition/",
    )
    html = page(made(CHINESE, known), "fact-checks", "fact-checks/heart/")
    told = words(html)
    assert "Written 2 November 2026 by Lin Yi; last changed 24 November 2026 by Max <Muster>." in told
    assert told.index("Commit b") < told.index("Commit a")
    assert f'href="https://github.com/someone/edition/commit/{"b" * 40}"' in html
    assert "/commit/" not in page(made(CHINESE, log(commit("a", f"A\t{HEART}"))), "fact-checks", "fact-checks/heart/")


def test_a_shallow_clone_is_said_to_be_one() -> None:
    known = log(commit("b", f"M\t{HEART}"), commit("a", f"A\t{HEART}", decoration="grafted"))
    told = words(page(made(CHINESE, known), "fact-checks", "fact-checks/heart/"))
    assert "shallow copy" in told
    assert "Written" not in told
    assert "Last changed 24 November 2026 by Lin Yi." in told
    assert "shallow copy" in words(made(CHINESE, known).indexes["changes/"])


def test_what_is_not_to_be_seen_in_a_name_is_named() -> None:
    known = log(commit("a", f"A\t{HEART}", author="Lin \u202eYi"))
    assert "Lin <U+202E>Yi" in words(page(made(CHINESE, known), "fact-checks", "fact-checks/heart/"))


@pytest.fixture(scope="module")
def concordance() -> Any:
    return made(CHINESE).concordance


GLOSS, BIO, GONE = "annotations/glosses/throne.yml", "annotations/bios/gpt.yml", "annotations/bios/gone.yml"


def told(concordance: Any, *commits: str, **limits: int) -> tuple[list[tuple[str, list[tuple[str, str, bool]]]], int]:
    """The commits by their letters, each with its notes, and how many more there are."""
    found, more = latest(concordance, read_log(log(*commits).log), **limits)
    return [
        (group.commit.subject[-1], [(each.id, each.action, each.note is not None) for each in group.notes])
        for group in found
    ], more


def test_each_commit_has_the_notes_that_it_touched_newest_first(concordance: Any) -> None:
    source = "M\tannotations/sources/note-2026.yml"
    commits = (
        commit("d", f"D\t{GONE}", f"M\t{HEART}", source),
        commit("c", source),  # it touched no note, and is not listed
        commit("b", f"M\t{HEART}", f"A\t{GONE}", f"A\t{GLOSS}", day="2026-11-25"),  # the clocks differ: as Git has it
        commit("a", f"A\t{HEART}", day="2026-11-02"),
    )
    assert told(concordance, *commits) == (
        [
            ("d", [("gone", "removed", False), ("heart", "changed", True)]),
            ("b", [("gone", "added", False), ("heart", "changed", True), ("throne", "added", True)]),
            ("a", [("heart", "added", True)]),
        ],
        0,
    )


def test_there_are_so_many_commits_and_no_more(concordance: Any) -> None:
    commits = [commit(letter, f"M\t{HEART}") for letter in "fedcb"]
    found, more = told(concordance, *commits, commit("a", f"A\t{HEART}"), limit=2)
    assert [letter for letter, _ in found] == ["f", "e"]
    assert more == 4


def test_a_renamed_note_is_told_by_its_name_now(concordance: Any) -> None:
    old = "annotations/fact-checks/soul.yml"
    found, _ = told(concordance, commit("b", f"R100\t{old}\t{HEART}"), commit("a", f"A\t{old}"))
    assert found == [("b", [("heart", "renamed", True)]), ("a", [("heart", "added", True)])]


def changes(*commits: str, repository: str = "") -> str:
    return made(CHINESE, log(*commits, repository=repository)).indexes["changes/"]


def test_a_commit_is_told_with_day_subject_and_author_and_leads_to_it() -> None:
    known = commit("b", f"M\t{HEART}", author="Max <Muster>")
    html = changes(known, repository="https://github.com/someone/edition")
    assert "Commit b 24 November 2026 · Max <Muster> Changed The heart has stayed." in words(html)
    assert f'href="https://github.com/someone/edition/commit/{"b" * 40}"' in html
    assert "<details" not in html
    assert "/commit/" not in changes(known)


def test_many_notes_of_a_commit_are_folded_and_very_many_counted() -> None:
    rows = [f"A\tannotations/glosses/g{number:03}.yml" for number in range(200)]
    page = parse(changes(commit("b", *rows, f"M\t{HEART}")))
    (folded,) = page.iter("details")
    assert folded.get("open") is None
    assert "".join(folded.find("summary").itertext()) == "201 notes: 200 added, 1 changed"
    listed = list(folded.iter("li"))
    assert len(listed) == 40
    assert "And 161 more." in "".join(folded.itertext())


def test_what_is_not_listed_is_counted_and_to_be_found_in_the_repository() -> None:
    commits = [commit(f"{number:02}", f"M\t{HEART}") for number in range(30)]
    address = "https://github.com/someone/edition"
    html = changes(*commits, repository=address)
    assert "10 more commits changed notes" in words(html)
    assert f'href="{address}/commits/main/annotations"' in html
    assert "/commits/" not in changes(*commits)
    assert "10 more commits changed notes" in words(changes(*commits))
    assert "more commits" not in words(changes(*commits[:3], repository=address))
    assert len(html) < 60_000
