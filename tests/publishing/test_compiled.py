"""Compiled templates are kept on the disk, rest on all that they are made of, and are nothing that a build needs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from jinja2.nodes import Const, Filter

from edition.concordance import Concordance
from edition.model import Edition
from edition.publishing.compiled import CompiledTemplates
from edition.publishing.render import Renderer


def rendered(folder: Path, text: str = "{{ 1 + 1 }}", **settings: Any) -> tuple[str, bool]:
    """What a later process makes of a template, and whether it had to compile it."""
    compiled = CompiledTemplates()
    compiled.directory = str(folder)
    environment = Environment(loader=DictLoader({"x.html": text}), bytecode_cache=compiled, **settings)
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
    assert rendered(tmp_path, text, trim_blocks=True) == ("1", True)
    assert rendered(tmp_path, text) == ("\n1", True)
    assert rendered(tmp_path, text, extensions=["jinja2.ext.do"]) == ("\n1", True)
    assert rendered(tmp_path, "2") == ("2", True)


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


def test_no_filter_of_ours_is_worked_out_when_a_template_is_compiled(root: Path) -> None:
    environment = Renderer(Concordance(Edition(), (), {}, {}, {})).environment
    ours = {
        name for name, made in environment.filters.items()
        if name not in Environment().filters and not hasattr(made, "jinja_pass_arg")
    }  # fmt: skip
    for path in (root / "hooks/edition/publishing/templates").rglob("*.html"):
        for asked in environment.parse(path.read_text(encoding="utf-8")).find_all(Filter):
            known = [asked.node, *asked.args]
            assert asked.name not in ours or not all(isinstance(value, Const) for value in known), f"{path}: {asked}"
