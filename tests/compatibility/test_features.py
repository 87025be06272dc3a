"""Each declaration and each call is in every browser that we support, or the table says what is there without it.

Programs that are not ours tell what some browser lacks (lint.js), and MDN's data who lacks it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
import yaml

import edition_mkdocs
from edition.publishing.site import ASSETS

HERE = Path(__file__).parent
NPM = Path(sys.prefix) / "npm"
NODE = Path(sys.executable).with_name("node")
TABLE: list[dict[str, Any]] = yaml.safe_load((HERE / "features.yml").read_text(encoding="utf-8"))
BROWSERS = {"chrome": "chrome", "firefox": "firefox", "safari": "safari", "ios_saf": "safari_ios"}
"""Browserslist's names and MDN's."""
FLOORS = {
    BROWSERS[name]: float(version)
    for name, version in (
        query.split(" >= ")
        for query in json.loads((HERE.parent / "npm/package.json").read_text(encoding="utf-8"))["browserslist"]
    )
}
TWINS = {
    'Prefix "-webkit-text-decoration"': "a { text-decoration: underline dotted; }",
    'Prefix "-webkit-user-select"': "a { user-select: none; }",
    "css3-attr": "a { order: attr(data-n type(<integer>), 1); }",
    'Selector "details-content"': "a::details-content { color: red; }",
    'Property "content-visibility"': "a { content-visibility: hidden; }",
    'Property "anchor-name"': "a { anchor-name: --a; }",
    'Property "interpolate-size"': "a { interpolate-size: allow-keywords; }",
    'At-rule "@starting-style"': "@starting-style { a { color: red; } }",
    'Function "light-dark"': "a { color: light-dark(red, blue); }",
    'Selector "popover-open"': "a:popover-open { color: red; }",
    "popover": "document.body.showPopover()",
    "check-visibility": "document.body.checkVisibility()",
    "set-methods": "new Set([1]).union(new Set([2]))",
    "view-transitions": "document.startViewTransition(() => {})",
    "closewatcher": "new CloseWatcher()",
    'Attribute "blocking"': "<script blocking=render></script>",
}
"""What must be told, and what it is told of."""
TEMPLATES = Path(edition_mkdocs.__file__).with_name("templates")
ALL_TEMPLATES = [*TEMPLATES.rglob("*.html"), *(ASSETS[0].parents[1] / "templates").rglob("*.html")]
_OF_TEMPLATES = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.S)
_INLINE = re.compile(r"<(script|style)(?: type=\"module\")?>(.*?)</\1>", re.S)
GUARDED = """
@supports (anchor-name: --a) { a { anchor-name: --a; } }
a { -webkit-user-select: none; user-select: none; }
"""


def told(paths: Iterable[Path]) -> set[tuple[str, str]]:
    """What the programs tell of the files, and of which."""
    command = [str(NODE), str(HERE / "lint.js"), str(NPM), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {(item["told"], item["file"]) for item in json.loads(done.stdout)}


class Attributes(HTMLParser):
    """Which attributes the elements of a template have that some browser lacks."""

    def __init__(self) -> None:
        super().__init__()
        self.told: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = compatibility()["html"]
        for name, _ in attrs:
            of_tag = "__compat" in known["elements"].get(tag, {}).get(name, {})
            feature = f"elements.{tag}.{name}" if of_tag else f"global_attributes.{name}"
            if (of_tag or name in known["global_attributes"]) and lacks(f"html.{feature}"):
                self.told.add(f'Attribute "{name}"')


def lacking_attributes(paths: Iterable[Path]) -> set[tuple[str, str]]:
    """The attributes in these templates that some browser lacks, and in which."""
    found: set[tuple[str, str]] = set()
    for path in paths:
        parser = Attributes()
        parser.feed(_OF_TEMPLATES.sub("", path.read_text(encoding="utf-8")))
        found |= {(name, path.name) for name in parser.told}
    return found


def inline() -> dict[str, str]:
    """The scripts and styles that the templates write into pages, each under a name as a file of its own."""
    return {
        f"{path.stem}-{number}.{'js' if kind == 'script' else 'css'}": text
        for path in sorted(TEMPLATES.rglob("*.html"))
        for number, (kind, text) in enumerate(_INLINE.findall(_OF_TEMPLATES.sub("", path.read_text(encoding="utf-8"))))
    }


@cache
def compatibility() -> Any:
    """What MDN knows."""
    return json.loads((NPM / "node_modules/@mdn/browser-compat-data/data.json").read_bytes())


def lacks(feature: str) -> list[str]:
    """The browsers that lack it, or have it in part or by another name, at the oldest version that we support."""
    found = compatibility()
    for part in feature.split("."):
        found = found[part]
    support = found["__compat"]["support"]
    return [browser for browser, floor in FLOORS.items() if not _has(support[browser], floor)]


def _has(support: Any, floor: float) -> bool:
    statements = support if isinstance(support, list) else [support]
    parts = ("prefix", "alternative_name", "flags", "partial_implementation")
    whole = [item for item in statements if not any(item.get(part) for part in parts)]
    return any(_number(item["version_added"]) <= floor < _number(item.get("version_removed")) for item in whole)


def _number(version: Any) -> float:
    return float(version.lstrip("≤")) if isinstance(version, str) and re.search(r"\d", version) else float("inf")


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Of each that must be told a file that has it, and one in which all is guarded or prefixed."""
    folder = tmp_path_factory.mktemp("twins")
    files = {"guarded": folder / "guarded.css"}
    files["guarded"].write_text(GUARDED, encoding="utf-8")
    for number, (name, text) in enumerate(TWINS.items()):
        kind = "html" if text.startswith("<") else "js" if "{" not in text or "=>" in text else "css"
        files[name] = folder / f"{number}.{kind}"
        files[name].write_text(text, encoding="utf-8")
    return files


@pytest.fixture(scope="module")
def found(twins: dict[str, Path]) -> set[tuple[str, str]]:
    """What is told of these and of the page's own, in one run and folder: the programs take long to start."""
    folder = twins["guarded"].parent
    copies = [Path(copy(path, folder)) for path in ASSETS if path.suffix in (".css", ".js")]
    for name, text in inline().items():
        copies.append(folder / name)
        copies[-1].write_text(text, encoding="utf-8")
    scripted = [path for path in twins.values() if path.suffix != ".html"]
    pages = [path for path in twins.values() if path.suffix == ".html"]
    return told([*copies, *scripted]) | lacking_attributes([*ALL_TEMPLATES, *pages])


def test_what_some_browser_lacks_stands_in_the_table(twins: dict[str, Path], found: set[tuple[str, str]]) -> None:
    known = {(name, file) for entry in TABLE for name in entry["told"] for file in entry["where"]}
    made = {path.name for path in twins.values()}
    found = {(name, file) for name, file in found if file not in made}
    assert found - known == set(), "Give it a fallback or a guard, or a line in features.yml that says what is lost."
    assert {name for name, _ in known} - {name for name, _ in found} == set(), "No longer used: features.yml loses it."


def test_what_stands_in_the_pages_is_held_against_it_as_well() -> None:
    assert {"early-0.js", "colours-0.js", "folder-0.js", "announce-0.js", "base-0.css"} <= set(inline())


@pytest.mark.parametrize("entry", TABLE, ids=lambda entry: str(entry["feature"]))
def test_the_table_says_who_lacks_it(entry: dict[str, Any]) -> None:
    assert lacks(entry["feature"]) == entry["lacks"]
    assert set(entry) == {"feature", "lacks", "told", "where", "without"}
    assert entry["without"].endswith(".")


def test_what_some_browser_lacks_is_told_when_it_is_written(
    twins: dict[str, Path], found: set[tuple[str, str]]
) -> None:
    assert [name for name in TWINS if (name, twins[name].name) not in found] == []


def test_what_is_guarded_or_prefixed_is_let_pass(twins: dict[str, Path], found: set[tuple[str, str]]) -> None:
    assert {name for name, file in found if file == twins["guarded"].name} <= {'Property "user-select"'}


def test_the_readme_names_the_browsers(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    assert f"Firefox {FLOORS['firefox']:.0f}" in text
    assert f"Safari {FLOORS['safari']:.0f}" in text
    assert f"Chromium {FLOORS['chrome']:.0f}" in text
