"""Whatever stands in the files gets an answer (invariant 4): reading never raises, and comes to an end."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from edition import SectionFile, open_project, render_all
from tests.examples import tried_on
from tests.hosts import SMALL, Known

FILES = {path.relative_to(SMALL).as_posix(): path.read_text(encoding="utf-8") for path in SMALL.rglob("*.*")}


def answers(write: Callable[[Path], None], *, to_the_end: bool = False) -> None:
    """Whatever was written, reading, joining and telling the problems comes to an end without raising."""
    with TemporaryDirectory() as name:
        root = Path(name)
        write(root)
        project = open_project(root)
        problems = project.joined(Known(made=html_of))[1]
        if to_the_end:
            told = {one for one in problems if "docs/article" not in one.rests_on}  # the host shows other words
            assert told <= {*project.bind(Known(made=html_of)).problems}
        assert problems
        for problem in problems:
            place = problem.place
            assert problem.message
            assert 1 <= place.column <= len(place.file.line(place.line)) + 1
        assert "\x1b" not in render_all(problems)


def html_of(section: SectionFile) -> str:
    return f"<p>{escape(section.markdown)}</p>"


PATHS = ("edition.yml", "claims.yml", "bios/a.yml", "fact-checks/b.yml", "glosses/c.yml", "sources/d.yml",
         "translations/begin.yml", "variants/e.yml")  # fmt: skip
KEYS = sorted({key for text in FILES.values() for key in re.findall(r"([a-z_]+):", text)})
scalars = st.one_of(
    st.text(max_size=12), st.sampled_from(["x", "no", "~", "2026-02-30", "../x"]), st.none(), st.booleans()
)
values = st.recursive(
    scalars | st.integers() | st.floats() | st.binary(max_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=16,
)
SIGNS = ["-", "- ", ":", ": ", "?", "? ", "[", "]", "{", "}", ",", "|", ">", "|-\n", "&a", "*a", "!", "!!str ", "#",
         "'", '"', "\n", "\n  ", "\n    ", "\t", "---\n", "...\n", "%YAML 1.1\n", "%", "@", "`", "\r",
         "\\x00", "<<: ", "name: "]  # fmt: skip
fragments = st.lists(st.sampled_from(SIGNS) | st.text(max_size=3), max_size=40).map("".join)


def _put(root: Path, path: str, data: bytes) -> None:
    for name in ("docs/article/01-begin.md", f"annotations/{path}"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)


@given(
    st.sampled_from(PATHS), st.binary(max_size=200) | fragments.map(lambda text: text.encode("utf-8", "surrogatepass"))
)
@tried_on(300)
def test_any_bytes_get_an_answer(path: str, data: bytes) -> None:
    answers(lambda root: _put(root, path, data))


@given(st.sampled_from(PATHS), values, st.booleans())
@tried_on(200)
def test_any_yaml_gets_an_answer(path: str, value: Any, in_flow: bool) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=in_flow)
    answers(lambda root: _put(root, path, text.encode()))


@given(
    st.sampled_from(sorted(FILES)),
    st.integers(0, 800),
    st.integers(0, 30),
    st.sampled_from(SIGNS) | st.text(max_size=3),
)
@tried_on(60)
def test_any_slip_gets_an_answer(name: str, position: int, length: int, slip: str) -> None:
    at = position % len(FILES[name])
    changed = FILES[name][:at] + slip + FILES[name][at + length :]

    def write(root: Path) -> None:
        for path, text in FILES.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes((changed if path == name else text).encode("utf-8", "surrogatepass"))

    answers(write, to_the_end=True)


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"{' ' * depth}a:\n" for depth in range(600)),
        "".join(f"{' ' * depth}-\n" for depth in range(600)),
        "a: " * 60_000,
        "- " * 90_000,
        "? " * 90_000,
        "[" * 190_000,
        "{a: " * 40_000,
        '"' + "\\x41" * 45_000,
        "a: b\n" * 8_000,
        f"{'x' * 190_000}: y\n",
        f"rating: {'x' * 190_000}\n",
        f"explanation: {'<b>' * 60_000}\n",
        f"explanation: {'[' * 190_000}\n",
        f"explanation: '{'[a](' * 45_000}'\n",
        f"explanation: '{'*a_' * 60_000}'\n",
        f"explanation: '{'`a``' * 45_000}'\n",
        f"explanation: '{'<a ' * 60_000}'\n",
        f"body: {'![' * 90_000}\n",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_no_file_takes_for_ever(text: str) -> None:
    """Small enough to be read, made to be slow: the test would not come to an end."""

    def write(root: Path) -> None:
        for path in PATHS:
            _put(root, path, text.encode())

    answers(write)
