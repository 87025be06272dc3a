"""`edition check --since`: what stayed as it was while its paragraph changed is told, out of a real repository."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.command import command
from tests.commands.published import CHECK, change, commit, git, published, since

project = published


def article(project: Path, name: str) -> str:
    """The path of the section's file."""
    return next((project / "docs/article").glob(f"*-{name}.md")).relative_to(project).as_posix()


def test_a_check_whose_paragraph_changed_is_marked_or_looked_at_again(project: Path) -> None:
    section = article(project, "end")
    change(project, "离职的人越来越多,", "离职的人越来越多,人们说,", section)
    status, said = since(project)
    assert status == 1
    message = "its paragraph has changed since v1, and nobody has looked at the check: it was “离职的人越来越多,"
    assert message in said
    assert "Say `edition reanchor --old v1 --write`, which marks it for readers; or look at it again" in said
    # The hash alone, written by hand, settles nothing.
    wanted = said.partition("and writes sha256: ")[2].split()[0]
    manifest = project / "annotations/edition.yml"
    old = next(line for line in manifest.read_text(encoding="utf-8").splitlines() if line.startswith("sha256: "))
    change(project, old, f"sha256: {wanted}", "annotations/edition.yml")
    assert since(project)[0] == 1
    # It was looked at again: nothing more is to be said.
    day = next(
        line for line in (project / CHECK).read_text(encoding="utf-8").splitlines() if line.startswith("checked:")
    )
    change(project, day, "checked: 2026-11-24")
    assert message not in since(project)[1]
    # Or it is marked, and readers see it.
    change(project, "checked: 2026-11-24", f"{day}\nfuzzy: {{was: x, {day}}}")
    assert message not in since(project)[1]


def test_reanchoring_marks_what_ci_would_ask_for(project: Path) -> None:
    section = article(project, "end")
    change(project, "离职的人越来越多,", "离职的人越来越多,人们说,", section)
    command("reanchor", "--old", "v1", "--write", root=project)
    status, said = since(project)
    assert status == 0
    assert "the words have changed since this was checked; they were “离职的人越来越多" in said
    assert "nobody has looked" not in said


def test_a_paragraph_that_only_moved_asks_nobody_to_look(project: Path) -> None:
    section = article(project, "end")
    text = (project / section).read_text(encoding="utf-8")
    moved = next(part for part in text.split("\n\n") if "离职的人越来越多" in part)
    change(project, moved, "", section)
    first = next((project / "docs/article").glob("01-*.md"))
    first.write_text(f"{first.read_text(encoding='utf-8').rstrip()}\n\n{moved.strip()}\n", encoding="utf-8")
    status, said = since(project)
    assert status == 1  # the hash, the section of the quote
    assert "nobody has looked" not in said


@pytest.mark.parametrize(
    ("old", "new", "is_told"),
    [
        ("more-leave", "more-leave", True),  # nothing
        ("rating: accurate", "rating:  accurate  # yes", True),  # nothing that is said
        ("target: {exact: 离职的人越来越多}", "target: {exact: 离职的人}", True),
        ("claim: More and more", "status: reviewed\nclaim: More and more", True),
        ("three left in a year", "three left within a year", False),
        ("claim: More and more", "checked_by: Lin Yi\nclaim: More and more", False),
        ("claim: More and more", "reviewed: {date: 2026-11-23, by: Lin Yi}\nclaim: More and more", False),
        ("- {source: note-2026, stance: supports}", "- {source: note-2026, stance: context}", False),
    ],
)
def test_on_the_very_day_of_the_check_only_what_it_says_tells_that_somebody_looked(
    project: Path, old: str, new: str, is_told: bool
) -> None:
    change(project, "离职的人越来越多,", "离职的人越来越多,人们说,", article(project, "end"))
    if old != new:
        change(project, old, new)
    said = since(project)[1]
    assert ("nobody has looked at the check" in said) == is_told
    if is_told:
        assert (
            "If it is that day still, what you change in the check tells it, be it “checked_by” or “reviewed”" in said
        )


HEART = "annotations/variants/heart.yml:1:1"
SAYING = "annotations/claims.yml:3:3"
OPENING = "annotations/translations/end.yml:3:3"
UNCHANGED = "warning: its paragraph has changed since v1, and this has not"


def test_what_has_no_verdict_is_warned_of_where_its_paragraph_changed_and_it_did_not(project: Path) -> None:
    change(project, "走人了。奥特曼说", "走人了。奥特曼不说", article(project, "begin"))
    change(project, "离职的人越来越多,", "离职的人越来越多,人们说,", article(project, "end"))
    said = since(project)[1]
    assert [place for place in (HEART, SAYING, OPENING) if f"{place}: {UNCHANGED}\n" in said] == [
        HEART,
        SAYING,
        OPENING,
    ]
    assert said.count(UNCHANGED) == 3  # the check has its own error, its claim none, the heading did not change
    assert "Look whether it still holds; if it does, there is nothing to do." in said
    # What is said anew was looked at; what only stands elsewhere was not.
    change(project, "text: 心不在", "text: 心已不在", "annotations/variants/heart.yml")
    change(project, "reason: An opinion.", "reason: A figure of speech.", "annotations/claims.yml")
    change(project, "begins: 离职的人", "begins: 离职的人越来越多", "annotations/translations/end.yml")
    said = since(project)[1]
    assert [place for place in (HEART, SAYING, OPENING) if f"{place}: {UNCHANGED}\n" in said] == [OPENING]
    # What is marked is told by its mark.
    command("reanchor", "--old", "v1", "--write", root=project)
    said = since(project)[1]
    assert UNCHANGED not in said
    assert "the words have changed since this was written" in said


def test_a_gloss_of_a_phrase_is_warned_of_and_one_that_is_new_is_not(project: Path) -> None:
    path, phrase = "annotations/glosses/you-shuang-ruo-zhuo.yml", "target: {exact: 又双叒叕}"
    change(project, "terms: [又双叒叕]", phrase, path)
    commit(project, "Gloss the one place")
    git(project, "tag", "--force", "v1")
    change(project, "走人了。奥特曼说", "走人了。奥特曼不说", article(project, "begin"))
    other = (project / path).read_text(encoding="utf-8").replace(phrase, "target: {exact: 奥特曼不说}")
    other = re.sub(r"reading: .*", "reading: Àotèmàn bù shuō", other)
    (project / "annotations/glosses/other.yml").write_text(other, encoding="utf-8")
    said = since(project)[1]
    assert f"{path}:1:1: {UNCHANGED}\n" in said
    assert "other.yml" not in said


def test_an_article_in_another_folder_is_compared_as_well(project: Path) -> None:
    (project / "docs").rename(project / "pages")
    (project / "mkdocs.yml").write_text("site_name: x\ndocs_dir: pages\n", encoding="utf-8")
    commit(project, "Move the pages")
    git(project, "tag", "--force", "v1")
    assert since(project)[0] == 0
    change(project, "离职的人越来越多,", "离职的人越来越多,人们说,", "pages/article/02-end.md")
    assert "nobody has looked at the check" in since(project)[1]


def test_a_cell_leans_on_its_row(project: Path) -> None:
    table = "\n\n| Who | How many |\n|---|---|\n| Anna | five points |\n| Berta | seven points |\n"
    path = project / article(project, "end")
    path.write_text(path.read_text(encoding="utf-8").rstrip() + table, encoding="utf-8")
    change(project, "exact: 离职的人越来越多", "exact: seven points")
    commit(project, "Add a table")
    git(project, "tag", "--force", "v1")
    change(project, "| Anna |", "| Anne |", article(project, "end"))
    assert "nobody has looked" not in since(project)[1]
    change(project, "| Berta |", "| Bertha |", article(project, "end"))
    assert "nobody has looked at the check: it was “Berta seven points”" in since(project)[1]
