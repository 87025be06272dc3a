"""A page that its publisher corrected, imported into the edition that was made of it."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edition.commands import main
from tests.commands.published import commit, git

BODY = "He lit the lamp that night, as he had on every night since 1987, and on the night after, and nobody told him."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>The lighthouse</title></head>
<body><article><h1>The lighthouse</h1>
<p>When the council of Skerry voted in 2019 to switch off its lighthouse, it saved £11,400 a year. {BODY}</p>
<p>Angus Rae read about it in the paper, three months later, in the kitchen under the stairs, over a cup of tea.</p>
<h2>A letter that never came</h2><p>The decision stands in the minutes, between a bench and a complaint. {BODY}</p>
<p>For six years the board paid for the oil, since nobody had told it to stop, and it paid £68,000 in all.</p>
</article></body></html>"""
Again = Callable[[str], int]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An edition of the page, committed; its editor gave a section another title."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    project = tmp_path / "an edition"
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    assert main(["import", str(page), "--into", str(project)]) == 0
    lede = project / "docs/article/01-lede.md"
    lede.write_text(lede.read_text("utf-8").replace('title: "The lede"', "title: The keeper"), "utf-8")
    example = (project / "annotations/glosses/example-gloss.yml").read_text("utf-8")
    note = re.sub("^target: .*$", "target: {exact: the council of Skerry voted in 2019}", example, flags=re.M)
    (project / "annotations/glosses/vote.yml").write_text(note, "utf-8")
    git(project, "init", "--quiet")
    commit(project, "Import the article")
    return project


@pytest.fixture
def again(project: Path, tmp_path: Path) -> Again:
    """Imports the page as corrected."""

    def run(page: str) -> int:
        (tmp_path / "corrected.html").write_text(page, encoding="utf-8")
        return main(["import", str(tmp_path / "corrected.html"), "--into", str(project), "--again"])

    return run


def test_where_one_stands_in_the_edition_one_need_not_go_there(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "corrected.html").write_text(PAGE.replace("voted in 2019", "voted in 2018"), encoding="utf-8")
    monkeypatch.chdir(project)
    assert main(["import", "../corrected.html", "--again"]) == 0
    assert "with git diff, then: .venv/bin/edition reanchor --old HEAD" in capsys.readouterr().out


def files(project: Path) -> dict[str, str]:
    return {
        path.relative_to(project).as_posix(): path.read_text("utf-8")
        for path in [*project.glob("docs/**/*.md"), *project.glob("annotations/**/*.yml"), project / "mkdocs.yml"]
    }


def test_a_corrected_page_is_imported_and_the_notes_follow_its_words(
    project: Path, again: Again, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(project)
    corrected = PAGE.replace("council of Skerry voted in 2019", "island council of Skerry voted in June 2019")
    corrected = corrected.replace("A letter that never came", "A letter that came late")
    corrected = corrected.replace("<p>For six", "<p>The paper was old by then, and so was the keeper.</p><p>For six")
    assert again(corrected) == 0
    assert f"then: cd '{project}' && .venv/bin/edition reanchor --old HEAD" in capsys.readouterr().out
    after = files(project)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"docs/article/01-lede.md", "docs/article/02-letter-that-never-came.md"}
    assert after["docs/article/01-lede.md"].startswith("---\ntitle: The keeper\n---\n\nWhen the island council")
    assert "# A letter that came late\n" in after["docs/article/02-letter-that-never-came.md"]
    assert main(["--root", str(project), "check"]) == 1  # the notes quote what was changed, and the checksum is old
    assert main(["--root", str(project), "reanchor", "--old", "HEAD", "--write"]) == 0
    assert main(["--root", str(project), "check"]) == 0
    assert "exact: the island council of Skerry voted in June 2019}" in files(project)["annotations/glosses/vote.yml"]


def test_what_was_not_changed_is_not_written(project: Path, again: Again, capsys: pytest.CaptureFixture[str]) -> None:
    lede = project / "docs/article/01-lede.md"
    lede.write_text(lede.read_text("utf-8").replace("Angus Rae", "Angus&#32;Rae"), "utf-8")
    before = files(project)
    assert again(PAGE) == 0
    assert "no word was changed" in capsys.readouterr().out
    assert files(project) == before


def test_a_page_with_other_sections_is_refused_and_nothing_is_changed(
    project: Path, again: Again, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(project)
    assert again(PAGE.replace("<p>For six", "<h2>The oil</h2><p>For six")) == 1
    told = capsys.readouterr().err
    assert "3 sections" in told
    assert "has 2" in told
    assert files(project) == before


def test_where_there_is_no_edition_nothing_can_be_imported_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    assert main(["import", str(page), "--into", str(tmp_path / "nowhere"), "--again"]) == 1
    assert "no edition" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()


LEDE = "docs/article/01-lede.md"
CORRECTED = PAGE.replace("switch off its lighthouse", "switch off its only lighthouse")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"\n---\n\n", b"\n--- \n\n"),  # a space, as editors leave it
        (b"\n---\n\n", b"\n---\t \n"),
        (b"\n---\n\n", b"\n---\n\n\n\n"),
        (b"---\ntitle: The keeper", b"--- \ntitle: The keeper\ndescription: Two --- three"),
        (b"\n", b"\r\n"),
        (b"---\ntitle: The keeper\n---\n\n", b""),
    ],
)
def test_the_article_stands_once_however_its_front_matter_is_closed(
    old: bytes, new: bytes, project: Path, again: Again, capsys: pytest.CaptureFixture[str]
) -> None:
    lede = project / LEDE
    lede.write_bytes(lede.read_bytes().replace(old, new))
    before = lede.read_bytes()
    assert again(CORRECTED) == 0
    after = lede.read_bytes()
    assert after.count(b"switch off its only lighthouse") == 1
    assert after.count(b"Angus Rae") == 1
    head = before[: before.index(b"When the council")].rstrip()
    assert after.startswith(head)
    assert (b"\r\n" in after) == (b"\r\n" in before)
    told = capsys.readouterr().out
    assert again(CORRECTED) == 0
    assert lede.read_bytes() == after
    assert "no word was changed" in capsys.readouterr().out.replace(told, "")


@pytest.mark.parametrize(("old", "new"), [(b"\n---\n", b"\n...\n"), (b"---\ntitle", b"\xef\xbb\xbf---\ntitle")])
def test_front_matter_of_another_form_is_kept_or_nothing_is_changed(
    old: bytes, new: bytes, project: Path, again: Again
) -> None:
    lede = project / LEDE
    lede.write_bytes(lede.read_bytes().replace(old, new))
    before = lede.read_bytes()
    status = again(CORRECTED)
    after = lede.read_bytes()
    assert after.startswith(before[: before.index(b"When the council")])
    assert after.count(b"Angus Rae") == 1
    assert (b"only lighthouse" in after) == (status == 0)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda lede: lede.write_bytes(lede.read_bytes() + b"\xff"),
        lambda lede: lede.write_bytes(lede.read_bytes().replace(b"title: The keeper", b"title: [The keeper")),
        lambda lede: (lede.unlink(), lede.mkdir()),
        lambda lede: lede.rename(lede.with_name("Lede.md")),
        lambda lede: (lede.rename(lede.with_suffix(".txt")), lede.symlink_to(lede.with_suffix(".txt"))),
    ],
)
def test_a_section_that_cannot_be_read_is_told_and_nothing_is_changed(
    spoil: Callable[[Path], object], project: Path, again: Again, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(project / LEDE)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert again(CORRECTED) == 1
    assert "Nothing was changed" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_where_a_file_cannot_be_written_none_is(
    project: Path, again: Again, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    both = CORRECTED.replace("a bench and a complaint", "a bench and two complaints")
    before = files(project)
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    opened = Path.open

    def open_(path: Path, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        if "x" in mode and path.parent == project / "docs/article" and len(list(path.parent.glob(".*"))) == 1:
            raise full
        return opened(path, mode, *arguments, **named)

    monkeypatch.setattr(Path, "open", open_)
    assert again(both) == 1
    assert "Nothing was written" in capsys.readouterr().err
    assert files(project) == before
    assert not list(project.rglob(".*.tmp"))
