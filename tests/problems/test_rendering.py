"""A problem is shown so that the eye falls on the place, whatever stands in the line."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from unicodedata import east_asian_width

import pytest

from edition.problems import (
    Place,
    Problem,
    SourceFile,
    did_you_mean,
    folded,
    in_order,
    render,
    render_all,
    render_each,
    unreadable,
    visible,
    within,
)


def columns(text: str) -> int:
    """How many columns a terminal gives the text."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("name: Sam", "Sam"),
        ("terms: [奥特曼, 又双叒叕]", "又双叒叕"),
        ("全角，。！: ｗｉｄｅ x", "x"),
        ("\t\ttab: x", "x"),
        ("𠮷𠮷: 𠮷野", "𠮷野"),
        ("走 (走): 的", "的"),
        ("hidden\u200b\u202e: x", "x"),
        ("奥特曼" * 40 + "王座" + "说" * 80, "王座"),
        ("a" * 300 + "!", "!"),
    ],
)
def test_caret_stands_under_the_place(line: str, found: str) -> None:
    place = Place(SourceFile("f.yml", f"first\n{line}\nlast"), 2, line.index(found) + 1, len(found))
    _, shown, caret = render(Problem(place, "wrong")).split("\n")
    before, _, _ = shown.partition(visible(found)) if found != "x" else shown.rpartition("x")
    marks = caret.lstrip(" \u3000")
    assert columns(caret[: -len(marks)]) == columns(before)
    assert columns(marks) == columns(found)
    assert len(shown) < 120


def test_combining_marks_take_no_column() -> None:
    line = "pinyin: zo\u030cu x"
    place = Place(SourceFile("f.yml", line), 1, line.index("x") + 1)
    assert render(Problem(place, "wrong")).split("\n")[2] == " " * (4 + len("pinyin: zou ")) + "^"


@pytest.mark.parametrize(
    ("line", "column", "width", "caret"),
    [("ab", 3, 1, "^"), ("ab", 40, 9, "^"), ("ab", 2, 99, "^"), ("ab", 1, 0, "^")],
)
def test_place_beyond_the_line_does_no_harm(line: str, column: int, width: int, caret: str) -> None:
    shown = render(Problem(Place(SourceFile("f.yml", line), 1, column, width), "wrong")).split("\n")[2]
    assert shown.strip() == caret


def test_file_without_lines_has_only_its_message() -> None:
    assert render(Problem(Place(SourceFile("f.yml")), "missing", "Write it.")) == (
        "f.yml:1:1: error: missing\n    Write it."
    )


def test_what_would_upset_a_terminal_is_named() -> None:
    problem = Problem(Place(SourceFile("a\x1b]0;x\x07.yml", "\x1b[31mred")), "“\u202e\u200b\ud800”", "one\x85\ntwo\x00")
    shown = render(problem)
    assert shown.replace("\n", "").isprintable()
    assert shown.split("\n") == [
        "a<U+001B>]0;x<U+0007>.yml:1:1: error: “<U+202E><U+200B><U+D800>”",
        "    <U+001B>[31mred",
        "    ^^^^^^^^",
        "    one ",
        "    two<U+0000>",
    ]


def test_emoji_are_left_whole() -> None:
    assert visible("👩‍🚀 走！") == "👩‍🚀 走！"


def test_problems_come_in_order_once_and_counted() -> None:
    a, b = SourceFile("a.yml", "x: y"), SourceFile("b.yml", "x: y")
    found = [Problem(Place(b), "b"), Problem(Place(a, 1, 4), "a4"), Problem(Place(a), "a", "", "warning")]
    assert [problem.message for problem in in_order([*found, *found])] == ["a", "a4", "b"]
    assert render_all(found).endswith("\n\n2 errors, 1 warning")
    assert render_all(found[:1]).endswith("\n\n1 error")
    assert render_all([]) == ""


def test_snippet_is_found_from_the_place_on() -> None:
    file = SourceFile("f.yml", "x: b\nbody: |\n  a b\n  b\n")
    assert within(Place(file, 2, 7), "b") == Place(file, 3, 5, 1)
    assert within(Place(file, 4, 1), "nowhere") == Place(file, 4, 1)
    assert within(Place(file, 4, 1), "") == Place(file, 4, 1)


def test_near_words_are_proposed() -> None:
    assert did_you_mean("litteral", ["literal", "meaning"]) == "Did you mean “literal”?"
    assert did_you_mean("colour", ["literal", "meaning"]) == ""


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("openai-o3", "Did you mean “willison-o3-2025”?"),
        ("willison-o4-2025", "Did you mean “willison-o3-2025”?"),
        ("reuters", "Did you mean “reuters-sora-2024” or “reuters-yuan-2025”?"),
        ("openai-lp", "Did you mean “openai-lp-2019”?"),
        ("nobody-2025", ""),
    ],
)
def test_an_id_is_near_that_shares_a_part_which_few_have(found: str, meant: str) -> None:
    ids = ["openai-lp-2019", "openai-ads-2025", "openai-agi-2025", "openai-tv-2025", "reuters-sora-2024",
           "reuters-yuan-2025", "willison-o3-2025"]  # fmt: skip
    assert did_you_mean(found, ids) == meant


def many(path: str, count: int, message: str = "unknown key “{}”") -> list[Problem]:
    file = SourceFile(path, "x: y\n" * count)
    return [Problem(Place(file, number), message.format(f"key{number}")) for number in range(1, count + 1)]


def test_many_that_are_alike_are_counted_by_file() -> None:
    shown = render_each([*many("a.yml", 100), *many("b.yml", 5), *many("c.yml", 6)])
    assert len(shown) == 15
    assert shown[4].endswith("\n    … and 95 more like this")
    assert shown[14].endswith("\n    … and 1 more like this")
    assert sum("more like this" in text for text in shown) == 2
    assert render_all(many("a.yml", 100)).endswith("… and 95 more like this\n\n100 errors")


def test_what_differs_in_more_than_what_it_quotes_is_not_alike() -> None:
    found = [*many("a.yml", 4), *many("a.yml", 4, "the key “{}” stands twice")]
    assert [more for _, more in folded(found)] == [0] * 8


def test_colour_is_added_and_nothing_else() -> None:
    problem = Problem(Place(SourceFile("a.yml", "x: 走\x1b[0m"), 1, 4), "wrong", "Mend it.\nSo.")
    painted = render(problem, colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == render(problem)
    assert painted.startswith("\x1b[1ma.yml:1:4:\x1b[0m \x1b[1;31merror:\x1b[0m wrong\n")
    assert "\x1b[1;31m＾\x1b[0m" in painted
    assert painted.count("\x1b[0m") == 5  # the file's own was made visible
    assert "\x1b[1;33mwarning:" in render(Problem(problem.place, "poor", "", "warning"), colour=True)


def _missing(folder: Path) -> None:
    (folder / "gone").read_bytes()


def _folder(folder: Path) -> None:
    folder.read_bytes()


def _circle(folder: Path) -> None:
    (folder / "loop").symlink_to("loop")
    (folder / "loop").read_bytes()


def _below_a_file(folder: Path) -> None:
    (folder / "file").write_text("")
    (folder / "file" / "under").write_text("")


def _long_name(folder: Path) -> None:
    (folder / ("x" * 300)).write_text("")


def _full(_: Path) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "site/index.html")


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    shutil.copyfile(folder / "pipe", folder / "copy")


def _moved(_: Path) -> None:
    raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), "a.yml", None, "b.yml")


@pytest.mark.parametrize(
    ("fail", "told"),
    [
        (_missing, "“gone” could not be read or written: it is not there."),
        (_folder, "could not be read or written: it is a folder, where a file is wanted."),
        (_circle, "“loop” could not be read or written: its links lead in a circle."),
        (_below_a_file, "“file/under” could not be read or written: a file stands where a folder is wanted."),
        (_long_name, f"“{'x' * 300}” could not be read or written: its name is too long."),
        (_full, "“site/index.html” could not be read or written: the disk is full."),
        (_pipe, "is a named pipe."),
        (_moved, "“a.yml” to “b.yml” could not be read or written: Invalid cross-device link."),
    ],
)
def test_what_the_machine_refuses_is_one_sentence(
    fail: Callable[[Path], None], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OSError) as found:
        fail(tmp_path)
    assert unreadable(found.value).endswith(told)
    assert "\n" not in unreadable(found.value) and "Errno" not in unreadable(found.value)
