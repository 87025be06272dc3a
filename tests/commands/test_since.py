"""`edition check --since`: a verdict that changed says so, told out of a real repository.

One file, though long: all of it is told out of one repository and what is changed in it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from edition.checking.outlived import Verdict, verdict_in
from edition.commands import main

SMALL = Path(__file__).parent.parent / "reading" / "edition"
CHECK = "annotations/fact-checks/more-leave.yml"
NEEDED = """corrections:
      - {date: 2026-11-23, kind: verdict, from: accurate, to: mostly-accurate, text: …}"""


def git(folder: Path, *arguments: str, day: str = "2026-11-20") -> None:
    stamp = f"{day}T12:00:00Z"
    who = {"NAME": "Lin Yi", "EMAIL": "lin@example.org", "DATE": stamp}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {f"GIT_{role}_{name}": value for role in ("AUTHOR", "COMMITTER") for name, value in who.items()}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True)


def commit(folder: Path, subject: str, day: str = "2026-11-20") -> None:
    git(folder, "add", "--all", day=day)
    git(folder, "commit", "--quiet", "--message", subject, day=day)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small edition, committed in a folder of a repository of its own, and published as `v1`."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "repository" / "edition"
    shutil.copytree(SMALL, folder)
    git(folder.parent, "init", "--quiet")
    commit(folder, "Begin")
    git(folder, "tag", "v1")
    return folder


def change(folder: Path, old: str, new: str, path: str = CHECK) -> None:
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")


def since(folder: Path, capsys: pytest.CaptureFixture[str], reference: str = "v1") -> tuple[int, str]:
    capsys.readouterr()
    status = main(["--root", str(folder), "check", "--since", reference, "--format", "text", "--warnings",
                   "--today", "2026-11-24"])  # fmt: skip
    return status, capsys.readouterr().err


def test_what_did_not_change_is_right(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert since(project, capsys) == (0, "")
    change(project, "three left in a year", "three went in a year")
    commit(project, "Mend a sentence")
    assert since(project, capsys) == (0, "")


@pytest.mark.parametrize("committed", [False, True])
def test_a_changed_verdict_without_its_entry_fails(
    project: Path, capsys: pytest.CaptureFixture[str], committed: bool
) -> None:
    change(project, "rating: accurate", "rating: mostly-accurate")
    if committed:
        commit(project, "Change a verdict")
    status, said = since(project, capsys)
    assert status == 1
    assert said.startswith(f"{CHECK}:3:9: error: the verdict was accurate, and no correction says that it changed\n")
    assert f"Add, with the day and what was wrong:\n    {NEEDED}\n" in said


def test_the_remedy_mends_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project, "rating: accurate", "rating: mostly-accurate")
    with (project / CHECK).open("a", encoding="utf-8") as file:
        file.write(NEEDED.replace("\n    ", "\n") + "\n")
    assert since(project, capsys) == (0, "")


def test_an_entry_of_an_earlier_change_does_not_serve(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = "corrections:\n  - {date: 2026-11-21, kind: verdict, from: opinion, to: accurate, text: One.}\n"
    with (project / CHECK).open("a", encoding="utf-8") as file:
        file.write(first)
    commit(project, "Correct once")
    second = "  - {date: 2026-11-22, kind: verdict, from: unverifiable, to: mostly-accurate, text: Two.}\n"
    change(project, "rating: accurate", "rating: mostly-accurate")
    with (project / CHECK).open("a", encoding="utf-8") as file:
        file.write(second)
    status, said = since(project, capsys, "HEAD")
    assert status == 1
    assert "the verdict was accurate; the new correction starts from unverifiable" in said
    assert "Add to the end of “corrections”" in said
    change(project, "from: unverifiable", "from: accurate")
    assert since(project, capsys, "HEAD") == (0, "")


def test_a_correction_cannot_be_taken_out_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (project / CHECK).open("a", encoding="utf-8") as file:
        file.write("corrections:\n  - {date: 2026-11-21, kind: verdict, from: opinion, to: accurate, text: One.}\n")
    commit(project, "Correct once")
    change(project, "date: 2026-11-21, kind: verdict, from: opinion", "date: 2026-11-22, kind: verdict, from: opinion")
    status, said = since(project, capsys, "HEAD")
    assert status == 1
    assert "the correction of 2026-11-21, from opinion to accurate, is gone or was changed" in said


def test_a_renamed_check_is_followed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project, "rating: accurate", "rating: mostly-accurate")
    new = CHECK.replace("more-leave", "many-leave")
    change(project, "check: more-leave", "check: many-leave", "annotations/claims.yml")
    (project / CHECK).rename(project / new)
    commit(project, "Rename a check")
    status, said = since(project, capsys)
    assert status == 1
    assert said.startswith(f"{new}:3:9: error: the verdict was accurate, and no correction")


def test_a_deleted_check_is_warned_of(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / CHECK).unlink()
    change(project, "check: more-leave", "reason: rhetoric", "annotations/claims.yml")
    status, said = since(project, capsys)
    assert status == 0
    assert f"{CHECK}:1:1: warning: this fact check is gone; its verdict was accurate\n" in said
    assert "kind: withdrawn" in said


@pytest.mark.parametrize("reference", ["nowhere", "--help", "v1:annotations", ""])
def test_an_unknown_commit_is_answered(project: Path, capsys: pytest.CaptureFixture[str], reference: str) -> None:
    capsys.readouterr()
    status = main(["--root", str(project), "check", f"--since={reference}", "--format", "text"])
    assert (status, capsys.readouterr().err) == (
        2,
        f"Git knows no commit “{reference}” here. "
        "Is it spelt so? In a shallow clone, first run: git fetch --unshallow\n",
    )


def test_a_folder_without_git_is_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(SMALL, tmp_path / "edition")
    monkeypatch.setenv("GIT_DIR", os.devnull)
    status, said = since(tmp_path / "edition", capsys)
    assert status == 2
    assert said.startswith("Git knows no commit “v1” here.")
    assert "not a git repository" in said


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("rating: accurate\nnobody: knows\n", Verdict("accurate")),
        (
            "rating: opinion\ncorrections:\n- {date: 2026-11-02, kind: verdict, from: accurate, to: opinion}\n"
            "- {kind: fact, text: x}\n",
            Verdict("opinion", (("2026-11-02", "accurate", "opinion"),)),
        ),
        ("rating: opinion\ncorrections: none\n", Verdict("opinion")),
        ("rating: opinion\ncorrections: [none, [a]]\n", Verdict("opinion")),
        ("rating: [a]\n", None),
        ("- rating: accurate\n", None),
        ("rating: [", None),
        ("", None),
    ],
)
def test_a_verdict_is_read_out_of_a_file_of_any_age(text: str, verdict: Verdict | None) -> None:
    assert verdict_in(text) == verdict


# -- a verdict that stayed while its paragraph changed -----------------------------------------------------------------


def test_a_check_whose_paragraph_changed_is_marked_or_looked_at_again(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    section = next((project / "docs/article").glob("*-end.md")).relative_to(project).as_posix()
    change(project, "离职的人越来越多,", "离职的人越来越多,人们说,", section)
    status, said = since(project, capsys)
    assert status == 1
    message = "its paragraph has changed since v1, and nobody has looked at the check: it was “离职的人越来越多,"
    assert message in said
    assert "Say `edition reanchor --old v1 --write`, which marks it for readers; or look at it again" in said
    # The hash alone, written by hand, settles nothing.
    wanted = said.partition("and writes sha256: ")[2].split()[0]
    manifest = project / "annotations/edition.yml"
    old = next(line for line in manifest.read_text(encoding="utf-8").splitlines() if line.startswith("sha256: "))
    change(project, old, f"sha256: {wanted}", "annotations/edition.yml")
    assert since(project, capsys)[0] == 1
    # It was looked at again: nothing more is to be said.
    day = next(
        line for line in (project / CHECK).read_text(encoding="utf-8").splitlines() if line.startswith("checked:")
    )
    change(project, day, "checked: 2026-11-24")
    assert message not in since(project, capsys)[1]
    # Or it is marked, and readers see it.
    change(project, "checked: 2026-11-24", f"{day}\nfuzzy: {{was: x, {day}}}")
    assert message not in since(project, capsys)[1]


def test_reanchoring_marks_what_ci_would_ask_for(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    section = next((project / "docs/article").glob("*-end.md")).relative_to(project).as_posix()
    change(project, "离职的人越来越多,", "离职的人越来越多,人们说,", section)
    main(["--root", str(project), "reanchor", "--old", "v1", "--write"])
    status, said = since(project, capsys)
    assert status == 0
    assert "the words have changed since this was checked; they were “离职的人越来越多" in said
    assert "nobody has looked" not in said


def test_a_paragraph_that_only_moved_asks_nobody_to_look(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    section = next((project / "docs/article").glob("*-end.md")).relative_to(project).as_posix()
    text = (project / section).read_text(encoding="utf-8")
    moved = next(part for part in text.split("\n\n") if "离职的人越来越多" in part)
    change(project, moved, "", section)
    first = next((project / "docs/article").glob("01-*.md"))
    first.write_text(f"{first.read_text(encoding='utf-8').rstrip()}\n\n{moved.strip()}\n", encoding="utf-8")
    status, said = since(project, capsys)
    assert status == 1  # the hash, the section of the quote
    assert "nobody has looked" not in said


def article(project: Path, name: str) -> str:
    """The path of the section's file."""
    return next((project / "docs/article").glob(f"*-{name}.md")).relative_to(project).as_posix()


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
    project: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, is_told: bool
) -> None:
    change(project, "离职的人越来越多,", "离职的人越来越多,人们说,", article(project, "end"))
    if old != new:
        change(project, old, new)
    said = since(project, capsys)[1]
    assert ("nobody has looked at the check" in said) == is_told
    if is_told:
        assert (
            "If it is that day still, what you change in the check tells it, be it “checked_by” or “reviewed”" in said
        )


HEART = "annotations/variants/heart.yml:1:1"
SAYING = "annotations/claims.yml:3:3"
OPENING = "annotations/translations/end.yml:3:3"
UNCHANGED = "warning: its paragraph has changed since v1, and this has not"


def test_what_has_no_verdict_is_warned_of_where_its_paragraph_changed_and_it_did_not(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project, "走人了。奥特曼说", "走人了。奥特曼不说", article(project, "begin"))
    change(project, "离职的人越来越多,", "离职的人越来越多,人们说,", article(project, "end"))
    said = since(project, capsys)[1]
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
    said = since(project, capsys)[1]
    assert [place for place in (HEART, SAYING, OPENING) if f"{place}: {UNCHANGED}\n" in said] == [OPENING]
    # What is marked is told by its mark.
    main(["--root", str(project), "reanchor", "--old", "v1", "--write"])
    said = since(project, capsys)[1]
    assert UNCHANGED not in said
    assert "the words have changed since this was written" in said


def test_a_gloss_of_a_phrase_is_warned_of_and_one_that_is_new_is_not(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, phrase = "annotations/glosses/you-shuang-ruo-zhuo.yml", "target: {exact: 又双叒叕}"
    change(project, "terms: [又双叒叕]", phrase, path)
    commit(project, "Gloss the one place")
    git(project, "tag", "--force", "v1")
    change(project, "走人了。奥特曼说", "走人了。奥特曼不说", article(project, "begin"))
    other = (project / path).read_text(encoding="utf-8").replace(phrase, "target: {exact: 奥特曼不说}")
    (project / "annotations/glosses/other.yml").write_text(other, encoding="utf-8")
    said = since(project, capsys)[1]
    assert f"{path}:1:1: {UNCHANGED}\n" in said
    assert "other.yml" not in said


def test_an_article_in_another_folder_is_compared_as_well(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs").rename(project / "pages")
    (project / "mkdocs.yml").write_text("site_name: x\ndocs_dir: pages\n", encoding="utf-8")
    commit(project, "Move the pages")
    git(project, "tag", "--force", "v1")
    assert since(project, capsys)[0] == 0
    change(project, "离职的人越来越多,", "离职的人越来越多,人们说,", "pages/article/02-end.md")
    assert "nobody has looked at the check" in since(project, capsys)[1]


def test_a_cell_leans_on_its_row(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = "\n\n| Who | How many |\n|---|---|\n| Anna | five points |\n| Berta | seven points |\n"
    path = project / article(project, "end")
    path.write_text(path.read_text(encoding="utf-8").rstrip() + table, encoding="utf-8")
    change(project, "exact: 离职的人越来越多", "exact: seven points")
    commit(project, "Add a table")
    git(project, "tag", "--force", "v1")
    change(project, "| Anna |", "| Anne |", article(project, "end"))
    assert "nobody has looked" not in since(project, capsys)[1]
    change(project, "| Berta |", "| Bertha |", article(project, "end"))
    assert "nobody has looked at the check: it was “Berta seven points”" in since(project, capsys)[1]
