"""Where no edition can be made, `edition import` says why in a sentence, and leaves the disk as it was."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from edition.commands import main
from tests.importing.test_command import ARTICLES


@pytest.mark.parametrize(
    ("name", "text", "answer"),
    [
        ("missing.txt", None, "there is no such file"),
        ("empty.txt", "", "no article was found"),
        ("blank.html", "<html><body> </body></html>", "no article was found"),
        ("nothing.html", "", "no article was found"),
        ("buttons.txt", "分享\n\n举报\n", "no article was found"),
    ],
)
def test_where_there_is_no_article_it_says_so(
    name: str, text: str | None, answer: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["import", str(tmp_path / name), "--into", str(tmp_path / "new")]) == 1
    assert answer in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["import", str(ARTICLES / "clock.txt"), "--into", str(tmp_path)]) == 1
    assert "nothing is overwritten" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def _folder(path: Path) -> None:
    path.mkdir()


def _circle(path: Path) -> None:
    path.symlink_to(path.name)


def _dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def _shut(path: Path) -> None:
    path.write_text("words")
    path.chmod(0)


@pytest.mark.parametrize(
    ("make", "answer"),
    [
        (_folder, "this is a folder"),
        (os.mkfifo, "a pipe or a device"),
        (_circle, "lead in a circle"),
        (_dangling, "not there"),
        pytest.param(_shut, "permissions", marks=pytest.mark.skipif(os.geteuid() == 0, reason="root may read all")),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(
    make: Callable[[Path], None], answer: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path / "article.html")
    assert main(["import", str(tmp_path / "article.html"), "--into", str(tmp_path / "new")]) == 1
    said = capsys.readouterr().err
    assert answer in said
    assert "article.html" in said
    assert "Traceback" not in said
    assert not (tmp_path / "new").exists()


def _file(path: Path) -> Path:
    path.write_text("mine")
    return path


def _under_a_file(path: Path) -> Path:
    return _file(path) / "new"


def _full(path: Path) -> Path:
    path.mkdir()
    (path / ".hidden").write_text("mine")
    return path


def _loop(path: Path) -> Path:
    path.symlink_to(path.name)
    return path


def _long(path: Path) -> Path:
    return path / ("x" * 300)


@pytest.mark.parametrize("again", [[], ["--again"]])
@pytest.mark.parametrize("make", [_file, _under_a_file, _full, _loop, _long])
def test_where_nothing_can_be_written_nothing_is(
    make: Callable[[Path], Path], again: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = make(tmp_path / "target")
    before = sorted(tmp_path.rglob("*"))
    assert main(["import", str(ARTICLES / "clock.txt"), "--into", str(into), *again]) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_a_disk_that_fills_up_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written = Path.write_bytes

    def write(path: Path, data: bytes) -> int:
        if path.name == "edition.yml":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return written(path, data)

    monkeypatch.setattr(Path, "write_bytes", write)
    assert main(["import", str(ARTICLES / "clock.txt"), "--into", str(tmp_path / "deep/new")]) == 1
    assert "Nothing was written" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_a_pipe_gives_is_to_be_saved_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "-"]) == 1
    assert "-: what a pipe gives is not read. Save it" in capsys.readouterr().err
