"""Compiled templates are kept on the disk, rest on all that they are made of, and are nothing that a build needs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DebugUndefined, DictLoader, Environment, Undefined, pass_context
from jinja2.ext import Extension

from edition.publishing.compiled import CompiledTemplates


class Shouted(Extension):
    """An extension of somebody's."""


def rendered(
    folder: Path,
    text: str = "{{ 1 + 1 }}",
    extensions: Sequence[str | type[Extension]] = (),
    *,
    trimmed: bool = True,
    finalize: Callable[..., str] | None = None,
    **filters: Callable[..., str],
) -> tuple[str, bool]:
    """What a later process makes of a template, and whether it had to compile it."""
    compiled = CompiledTemplates()
    compiled.directory = str(folder)
    loader = DictLoader({"x.html": text})
    made = Environment(loader=loader, extensions=extensions, trim_blocks=trimmed, finalize=finalize)
    environment = compiled.serve(made)
    environment.filters |= filters
    html = environment.get_template("x.html").render()
    return html, bool(compiled._code)


@pytest.fixture(autouse=True)
def _is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_a_later_process_finds_what_was_compiled(tmp_path: Path) -> None:
    assert rendered(tmp_path) == ("2", True)
    assert rendered(tmp_path) == ("2", False)


def test_another_text_and_other_settings_are_compiled_anew(tmp_path: Path) -> None:
    text = "{% if true %}\n1{% endif %}"
    assert rendered(tmp_path, text) == ("1", True)
    assert rendered(tmp_path, text, trimmed=False) == ("\n1", True)
    assert rendered(tmp_path, "2") == ("2", True)


def test_how_a_host_fills_in_stays_as_it_is(tmp_path: Path) -> None:
    assert rendered(tmp_path) == ("2", True)
    assert rendered(tmp_path, finalize=lambda value: f"<{value}>") == ("<2>", True)
    assert rendered(tmp_path, finalize=pass_context(lambda _, value: f"[{value}]")) == ("[2]", True)


def test_a_spoilt_file_is_compiled_anew(tmp_path: Path) -> None:
    rendered(tmp_path)
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    for length in range(0, len(whole), 7):
        kept.write_bytes(whole[:length])
        assert rendered(tmp_path) == ("2", True)


def test_where_nothing_can_be_written_nothing_is(tmp_path: Path) -> None:
    assert rendered(tmp_path / "none") == ("2", True)
    assert not [*tmp_path.iterdir()]


def test_where_python_keeps_nothing_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(tmp_path) == ("2", True)
    assert not [*tmp_path.iterdir()]


def test_nothing_that_a_filter_says_is_kept(tmp_path: Path) -> None:
    def said(made: Callable[..., str], *extensions: str) -> tuple[str, bool]:
        return rendered(tmp_path, "{{ 'a' | sign }}{{ 'b' is upper }}", extensions, sign=made)

    assert said(lambda words: f"{words}!") == ("a!False", True)
    assert said(lambda words: f"{words}?") == ("a?False", False)
    assert said(pass_context(lambda _, words: f"{words}.")) == ("a.False", True)


def test_what_another_extension_reads_is_compiled_anew(tmp_path: Path) -> None:
    for extension, found in (("jinja2.ext.i18n", [True, False]), (Shouted, [True, True])):
        assert [rendered(tmp_path, "a", [extension])[1] for _ in range(2)] == found


@pytest.mark.parametrize("undefined", [Undefined, DebugUndefined])
@pytest.mark.parametrize("autoescape", [True, False])
def test_what_is_said_under_a_condition_is_what_jinja_says(undefined: type[Undefined], autoescape: bool) -> None:
    text = (
        "{{ '<b>' if a }}{{ 'c' if b }}{{ 'd' if b else '<e>' if a }}"
        "{{ ('f' if b) | default('g') }}{{ ('h' if b) is defined }}"
    )
    settings: dict[str, Any] = {
        "undefined": undefined,
        "autoescape": autoescape,
        "loader": DictLoader({"x.html": text}),
    }
    theirs, ours = Environment(**settings), CompiledTemplates().serve(Environment(**settings))
    for given in ({"a": True}, {"b": True}):
        assert ours.get_template("x.html").render(given) == theirs.get_template("x.html").render(given)
