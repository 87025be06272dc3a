"""`edition check` says what is wrong on the error stream, what is covered on the other, and how it ended."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from edition.commands import main

SMALL = Path(__file__).parent.parent / "reading" / "edition"


def test_coverage_is_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(SMALL), "check"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.splitlines() == [
        "section  translated  named     checked",
        "begin    0/5 0%      1/1 100%  0/0",
        "end      3/3 100%    0/0       1/1 100%",
        "notes without a source, glosses aside: none",
    ]


def test_empty_folder_is_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "check"]) == 1
    said = capsys.readouterr().err
    assert "annotations/edition.yml:1:1: error: the file is missing" in said
    assert "docs/article:1:1: error: the article has no sections" in said


@pytest.mark.parametrize("arguments", [[], ["chekc"], ["check", "--colour"]])
def test_wrong_words_end_with_status_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: edition" in capsys.readouterr().err


def test_terminal_without_chinese_letters_gets_an_answer(
    write_files: Callable[[Mapping[str, str]], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_files(
        {"docs/article/01-begin.md": "奥特曼\n", "annotations/claims.yml": "- {quote: 奥特曼, check: x}\n"}
    )
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii", write_through=True))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(written, encoding="ascii", write_through=True))
    assert main(["--root", str(root), "check"]) == 1
    assert b"\\u5965\\u7279\\u66fc" in written.getvalue()
