"""`edition check` says what is wrong on the error stream, what is covered on the other, and how it ended."""

from __future__ import annotations

import io
import json
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from edition.commands import main
from tests.command import command
from tests.hosts import SMALL, Write


def test_coverage_is_a_table() -> None:
    status, out, err = command("check", root=SMALL)
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "section  translated  named     checked",
        "begin    0/5 0%      1/1 100%  0/0",
        "end      3/3 100%    0/0       1/1 100%",
        "notes without a source, glosses aside: none",
        "Checked: 1 bio, 1 fact check, 1 gloss, 1 variant, 1 source, 2 sections, 4 paragraphs.",
        "No problems.",
    ]


def test_what_is_wrong_or_poor_is_not_called_right(poor: Path) -> None:
    assert command("check", root=poor).out.endswith(
        "Checked: 0 bios, 0 fact checks, 0 glosses, 0 variants, 1 source, 1 section, 1 paragraph.\n"
    )


def test_github_gets_no_such_lines() -> None:
    said = command("check", "--format", "github", root=SMALL)
    assert said.status == 0
    assert "No problems" not in said.out + said.err and "Checked" not in said.out + said.err


def test_empty_edition_is_answered(tmp_path: Path) -> None:
    (tmp_path / "annotations").mkdir()
    status, _, said = command("check", root=tmp_path)
    assert status == 1
    assert "annotations/edition.yml:1:1: error: the file is missing" in said
    assert "docs/article:1:1: error: the article has no sections" in said


@pytest.mark.parametrize(
    "arguments", [[], ["chekc"], ["check", "--colour"], ["check", "--today", "soon"], ["check", "--format", "xml"]]
)
def test_wrong_words_end_with_status_two(arguments: list[str]) -> None:
    said = command(*arguments)
    assert (said.status, "usage: edition" in said.err) == (2, True)


def test_terminal_without_chinese_letters_gets_an_answer(write_files: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_files(
        {"docs/article/01-begin.md": "奥特曼\n", "annotations/claims.yml": "- {quote: 奥特曼, check: x}\n"}
    )
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii", write_through=True))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(written, encoding="ascii", write_through=True))
    assert main(["--root", str(root), "check"]) == 1
    assert b"\\u5965\\u7279\\u66fc" in written.getvalue()


FINE = {
    "docs/article/01-begin.md": "他走了。\n",
    "annotations/edition.yml": (
        "{title: x, publisher: x, issued: 2026, language: zh, rights: x,\n sha256: 25a0fd7d5a6b5d5bcaeb7a2f4d5a0d0a}\n"
    ),
    "annotations/sources/s.yml": "{type: webpage, title: x, issued: 2026}\n",
}


@pytest.fixture
def poor(write_files: Write) -> Path:
    """An edition with nothing but a warning: a source that no note names."""
    root = write_files(FINE)
    manifest = root / "annotations/edition.yml"
    manifest.write_text(manifest.read_text().replace("25a0fd7d5a6b5d5bcaeb7a2f4d5a0d0a", article_hash_of("他走了。")))
    return root


def article_hash_of(text: str) -> str:
    return sha256(f"p\n\t{text}\n\n".encode()).hexdigest()


def test_warnings_do_not_fail(poor: Path) -> None:
    said = command("check", root=poor)
    assert said.status == 0
    assert said.err.endswith("  1 × unused source: annotations/sources/s.yml\n\n0 errors, 1 warning\n")
    said = command("check", "--warnings", root=poor)
    assert said.status == 0
    assert said.err.startswith("annotations/sources/s.yml:1:1: warning: no note names this source\n")


def test_where_notes_cannot_be_read_no_source_is_called_unused(poor: Path) -> None:
    note = poor / "annotations/bios/he.yml"
    note.parent.mkdir()
    note.write_text("{name: He, kind: person, terms: [他], summery: x, sources: [s]}\n", encoding="utf-8")
    said = command("check", root=poor)
    assert (said.status, "unused source" in said.err) == (1, False)


def test_today_decides_what_is_old() -> None:
    assert command("check", "--today", "2027-11-23", root=SMALL).err == ""
    assert "1 × check older than a year" in command("check", "--today", "2027-11-24", root=SMALL).err


def test_json_is_all_that_is_printed(poor: Path) -> None:
    said = command("check", "--format", "json", root=poor)
    assert (said.status, said.err) == (0, "")
    assert [(item["file"], item["severity"]) for item in json.loads(said.out)] == [
        ("annotations/sources/s.yml", "warning")
    ]


def test_github_gets_annotations_by_itself_and_strangers_lines_command_nothing(
    poor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (poor / "annotations/sources/t.yml").write_text("::add-mask::x\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(poor.parent))
    status, out, _ = command("check", root=poor)
    assert status == 1
    lines = out.splitlines()
    begin = next(number for number, line in enumerate(lines) if line.startswith("::stop-commands::"))
    end = lines.index(f"::{lines[begin].removeprefix('::stop-commands::')}::")
    annotated = [line for line in lines[:begin] if line.startswith("::")]
    assert [line.partition(",")[0] for line in annotated] == [f"::error file={poor.name}/annotations/sources/t.yml"]
    assert any(line.strip() == "::add-mask::x" for line in lines[begin:end])
    assert not any(line.strip().startswith("::") for line in lines[end + 1 :])


@pytest.fixture
def elsewhere(project: Path) -> Path:
    """The small edition, its pages in a folder of another name."""
    (project / "docs").rename(project / "text")
    (project / "mkdocs.yml").write_text("docs_dir: text\n", encoding="utf-8")
    return project


def test_pages_may_lie_in_a_folder_of_another_name(elsewhere: Path) -> None:
    assert command("check", root=elsewhere).status == 0
    section = elsewhere / "text/article/02-end.md"
    section.write_text(section.read_text(encoding="utf-8") + "\n又走了一个。\n", encoding="utf-8")
    said = command("check", root=elsewhere)
    assert (said.status, "`git diff text/article/` shows" in said.err) == (1, True)


@pytest.mark.parametrize(
    ("first", "status"),
    [
        ("article/01-begin.md", 0),
        ("./article/01-begin.md", 0),
        ("article//01-begin.md", 0),
        ("article/./01-begin.md", 0),
        ("The beginning: article/01-begin.md", 0),
        ("The article: [{One: ./article/01-begin.md}]", 0),
        ("old-article/01-begin.md", 1),
        ("https://example.org/article/01-begin.md", 1),
        ("other.md # no longer article/01-begin.md", 1),
        ("other.md\nnot_in_nav: |\n  /article/01*\n", 0),
    ],
)
def test_a_section_is_named_in_the_navigation_in_any_spelling(elsewhere: Path, first: str, status: int) -> None:
    (elsewhere / "mkdocs.yml").write_text(
        f"docs_dir: text\nnav:\n  - ./article/02-end.md\n  - {first}\n", encoding="utf-8"
    )
    said = command("check", root=elsewhere)
    assert said.status == status
    assert ("text/article/01-begin.md:1:1: error: the navigation lacks this section" in said.err) == (status == 1)
