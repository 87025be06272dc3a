"""What a host reads besides the notes: its settings, and the files and folders among which its pages are."""

from __future__ import annotations

import os
from collections.abc import Mapping
from errno import EACCES
from pathlib import Path

import pytest

from edition.problems import Problem
from edition.reading import decode, folder_of_pages, settings_of, unreadable_pages
from tests.hosts import Write


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        ({}, "docs"),
        ({"mkdocs.yml": "site_name: x\n"}, "docs"),
        ({"mkdocs.yml": "docs_dir: text\n"}, "text"),
        ({"mkdocs.yml": "docs_dir: 'a b/text'\nplugins: !!python/name:x.y ''\n"}, "a b/text"),
        ({"mkdocs.yml": "docs_dir: !ENV PAGES_OF_NO_ONE\n"}, "docs"),
        ({"mkdocs.yml": "docs_dir: !ENV [PAGES_OF_NO_ONE, text]\n"}, "text"),
        ({"mkdocs.yml": "docs_dir: !ENV [PAGES_OF_NO_ONE, PAGES, text]\n"}, "from the environment"),
        ({"mkdocs.yml": "INHERIT: base/all.yml\n", "base/all.yml": "docs_dir: text\n"}, "text"),
        ({"mkdocs.yml": "INHERIT: all.yml\ndocs_dir: own\n", "all.yml": "docs_dir: text\n"}, "own"),
        ({"mkdocs.yml": "INHERIT: all.yml\n", "all.yml": "INHERIT: mkdocs.yml\n"}, "docs"),
        ({"mkdocs.yml": "INHERIT: gone.yml\n"}, "docs"),
        ({"mkdocs.yml": "docs_dir: [text\n"}, "docs"),
        ({"mkdocs.yml": "- docs_dir\n"}, "docs"),
        ({"mkdocs.yml": "\ufeffdocs_dir: text\n"}, "text"),
        ({"mkdocs.yml": "x: " + "[" * 5000}, "docs"),
    ],
)
def test_the_folder_of_pages_is_the_one_that_the_settings_name(
    write_files: Write, files: Mapping[str, str], wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGES", "from the environment")
    assert folder_of_pages(write_files(files)) == wanted


def test_settings_that_are_none_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").mkdir()
    assert settings_of(tmp_path) == {}


def told(folder: Path) -> list[tuple[str, str, bool]]:
    return [
        (str(one.problem.place.file.path), one.problem.message, one.is_endless)
        for one in unreadable_pages(folder, "docs")
    ]


def test_what_can_be_read_is_not_told(write_files: Write) -> None:
    folder = write_files(
        {"index.md": "一", "article/01-a.md": "一", "assets/a.css": "", "x/y/z.md": "", ".hidden/a": ""}
    )
    (folder / "again.md").symlink_to("index.md")
    (folder / "pictures").symlink_to("assets")
    (folder / ".#lock").symlink_to("nowhere")
    assert told(folder) == []


def test_each_that_cannot_be_read_is_told(write_files: Write) -> None:
    folder = write_files({"index.md": "", "a/b/c.md": ""})
    (folder / "old.md").write_bytes("离职".encode("gb18030"))
    (folder / "gone.png").symlink_to("nowhere")
    (folder / "loop.md").symlink_to("loop.md")
    os.mkfifo(folder / "pipe.md")
    os.mkfifo(folder / "a/pipe")
    assert told(folder) == [
        ("docs/a/pipe", "this is no file", False),
        ("docs/gone.png", "this cannot be read: it is not there", False),
        ("docs/loop.md", "this cannot be read: its links lead in a circle", False),
        ("docs/old.md", "byte 0xc0 is not UTF-8", False),
        ("docs/pipe.md", "this is no file", False),
    ]


@pytest.mark.parametrize("target", [".", "..", "../..", "/", "../a"])
def test_links_without_an_end_are_told_and_not_followed(write_files: Write, target: str) -> None:
    folder = write_files({"index.md": "", "a/b.md": ""})
    for name in ("one", "two", "three"):
        (folder / "a" / name).symlink_to(target)
    found = told(folder)
    assert [(path, endless) for path, _, endless in found] == [
        (f"docs/a/{name}", True) for name in ("one", "three", "two")
    ]
    assert all(message.startswith("this link leads back to “") for _, message, _ in found)


def test_of_a_file_that_may_not_be_read_the_way_out_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(EACCES, "")

    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    problems: list[Problem] = []
    assert decode(tmp_path / "mkdocs.yml", "mkdocs.yml", problems) is None
    assert [problem.remedy for problem in problems] == ["Give yourself the right to read it (chmod u+r)."]
