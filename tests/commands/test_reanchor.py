"""`edition reanchor` on whole editions: the publisher corrects the article, and the notes follow."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.command import command
from tests.commands.published import commit, git
from tests.hosts import EDITIONS, change

CORRECTIONS = {
    "docs/article/03-seven-years.md": [
        ("我想探索那些在 OpenAI 内部", "我要探索那些于 OpenAI 内部"),
        ("到今天也才成立不到十年", "到今日也才创立不足十年"),
    ],
    "docs/article/04-hearts.md": [("离的是一颗心", "离开是一颗心")],
}


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """The real edition, in a folder of its own."""
    for name in ("docs/article", "annotations"):
        shutil.copytree(root / name, tmp_path / "edition" / name)
    shutil.copy(root / "mkdocs.yml", tmp_path / "edition")
    return tmp_path / "edition"


def correct(copy: Path) -> None:
    for name, pairs in CORRECTIONS.items():
        for old, new in pairs:
            change(copy / name, old, new)


def lines(folder: Path) -> dict[str, list[str]]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8").split("\n")
        for path in folder.rglob("*.yml")
    }


def test_three_corrections_are_followed_and_the_edition_is_right(root: Path, copy: Path) -> None:
    correct(copy)
    assert command("check", root=copy).status == 1
    before = lines(copy / "annotations")
    words = ("reanchor", "--old", root)
    assert command(*words, root=copy).status == 0
    assert lines(copy / "annotations") == before
    article = {path: path.read_bytes() for path in (copy / "docs").rglob("*.md")}
    status, said, _ = command(*words, "--write", root=copy)
    assert status == 0
    assert "openai-age: carried (8" in said
    assert "new: OpenAI 到今日也才创立不足十年   (section seven-years)" in said
    assert "0 left to decide, " in said
    assert " to be looked at again.\nWhat they lean on has changed: " in said
    assert (checked := command("check", root=copy)).status == 0, checked.err
    after = lines(copy / "annotations")
    assert {path: path.read_bytes() for path in (copy / "docs").rglob("*.md")} == article
    marks = {name: [row for row in rows if row.lstrip().startswith("fuzzy: {was: ")] for name, rows in after.items()}
    assert all(len(marks[f"fact-checks/{name}.yml"]) == 1 for name in ("openai-age", "tworek-quote"))
    after = {name: [row for row in rows if row not in marks[name]] for name, rows in after.items()}
    changed = [
        (old, new) for name, rows in before.items() for old, new in zip(rows, after[name], strict=True) if old != new
    ]
    assert len(changed) >= 8
    assert told(copy, root) == []  # what is marked is marked once
    # One changed value is one changed line, and nothing else of the line has changed.
    for old, new in changed:
        assert old.partition(":")[0] == new.partition(":")[0]
        assert len(old) == len(new)
    assert command(*words, root=copy).status == 0


def told(copy: Path, old: str | Path) -> list[dict[str, object]]:
    answer: list[dict[str, object]] = json.loads(command("reanchor", "--old", old, "--format", "json", root=copy).out)
    return answer


def test_old_text_comes_out_of_git(copy: Path) -> None:
    git(copy.parent, "init", "--quiet")
    for words in (["reanchor", "--old", "HEAD"], ["check", "--since", "HEAD"]):
        status, _, said = command(*words, root=copy)
        assert status > 0
        assert "Nothing was committed here yet: " in said
    commit(copy.parent, "first")
    correct(copy)
    outcomes = {item["name"]: item["outcome"] for item in told(copy, "HEAD")}
    assert outcomes["openai-age"] == outcomes["tworek-quote"] == "carried"
    status, _, said = command("reanchor", "--old", "no-such-thing", root=copy)
    assert status == 2
    assert "There is no folder “no-such-thing”. Git knows no commit “no-such-thing” here." in said
    assert "In a shallow clone, first run: git fetch --unshallow" in said
    status, _, said = command("reanchor", "--old", "", "--write", root=copy)  # a variable that was never set
    assert status == 2
    assert "There is no folder “”. Git knows no commit “” here." in said
    assert command("reanchor", "--old=--output=x", root=copy).status == 2


def test_without_the_old_text_nothing_alike_is_written(copy: Path) -> None:
    correct(copy)
    status, said, _ = command("reanchor", "--write", root=copy)
    assert status == 1
    assert "openai-age: proposed" in said
    assert "--old" in said
    text = (copy / "annotations/fact-checks/openai-age.yml").read_text(encoding="utf-8")
    assert "OpenAI 到今天也才成立不到十年" in text
    assert command("reanchor", "--accept", "openai-age", root=copy).status == 1
    text = (copy / "annotations/fact-checks/openai-age.yml").read_text(encoding="utf-8")
    assert "OpenAI 到今日也才创立不足十年" in text


def test_what_is_marked_already_is_counted_until_somebody_has_looked(root: Path, copy: Path) -> None:
    correct(copy)
    words = ("reanchor", "--old", root)
    first = command(*words, "--write", root=copy).out.rpartition(" left to decide, ")[2]
    status, again, _ = command(*words, root=copy)
    assert (status, "nothing to do" in again) == (0, False)
    assert first.split()[0] == again.rpartition(" left to decide, ")[2].split()[0] != "0"


def test_unknown_name_is_not_taken_silently() -> None:
    said = command("reanchor", "--accept", "nobody", root=EDITIONS / "chinese")
    assert (said.status, "nothing is proposed for “nobody”" in said.err) == (1, True)


def test_empty_edition_is_answered(tmp_path: Path) -> None:
    (tmp_path / "annotations").mkdir()
    said = command("reanchor", root=tmp_path)
    assert (said.status, "the article has no sections" in said.err) == (1, True)
