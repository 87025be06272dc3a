"""The docs say what there is, and name nothing that is gone: commands, options, fields, words of `make`, events."""

from __future__ import annotations

import ast
import re
from argparse import SUPPRESS, ArgumentParser, _SubParsersAction
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from edition.commands.main import whole
from edition.reading import schemas

PAGES = (
    "README.md",
    *(f"docs/{name}.md" for name in ("contributing", "editing", "files", "publishing", "reference")),
    "hooks/edition/README.md",
)
OF_OTHERS = {"--root", "--help", "--strict", "--update-goldens"}
"""The options of no command, or of others' programs."""


def rows(root: Path, heading: str) -> dict[str, str]:
    """The table under a heading of the reference: what the first column has in code, and the second column."""
    text = (root / "docs/reference.md").read_text(encoding="utf-8")
    part = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return {row[0]: row[1] for row in re.findall(r"^\| `([^`]+)` \| (.*) \|$", part, re.M)}


def options() -> dict[str, set[str]]:
    """Each command with its options, or with the words under it and theirs."""
    (words,) = (action for action in whole()._actions if isinstance(action, _SubParsersAction))
    return {name: set(_options(parser)) for name, parser in words.choices.items()}


def _options(parser: ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            for name, below in action.choices.items():
                yield name
                yield from _options(below)
        elif action.help != SUPPRESS and "--help" not in action.option_strings:
            yield from [max(action.option_strings, key=len)] if action.option_strings else []


def fields(schema: Mapping[str, Any], within: str) -> Iterator[tuple[str, str]]:
    """Each field of a schema, after what has it: the kind, or the field that holds the part."""
    for name, value in schema.get("properties", {}).items():
        yield within, name
        yield from fields(value, name)
    for below in ("items", "additionalProperties"):
        if isinstance(schema.get(below), dict):
            yield from fields(schema[below], within)
    for one in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        yield from fields(one, within)


def make_words(root: Path) -> set[str]:
    return {*re.findall(r"^([a-z]+):.*##", (root / "Makefile").read_text(encoding="utf-8"), re.M)}


def events(root: Path) -> set[str]:
    tree = ast.parse((root / "hooks/mkdocs_hooks.py").read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("on_")}


def test_every_command_and_option_is_told_and_no_other(root: Path) -> None:
    told = {name: {*re.findall(r"`([^`]+)`", row)} for name, row in rows(root, "The command `edition`").items()}
    assert told == options()


def test_every_field_is_told_and_no_other(root: Path) -> None:
    found: dict[str, set[str]] = {}
    for file, schema in schemas().items():
        for within, name in fields(schema, file.removesuffix(".json")):
            found.setdefault({"targets": "target"}.get(within, within), set()).add(name)
    assert {name: {*re.findall(r"`([^`]+)`", row)} for name, row in rows(root, "Fields").items()} == found


def test_every_word_of_make_and_every_event_is_told_and_no_other(root: Path) -> None:
    assert rows(root, "The words of `make`").keys() == make_words(root)
    assert rows(root, "The host’s events").keys() == events(root)


def gone(text: str, root: Path) -> set[str]:
    """What a page's code names that there is not."""
    text = re.sub(r"^```(?:yaml|toml|mermaid)\n.*?^```", "", text, flags=re.S | re.M)  # what is no command
    code = "\n".join([*re.findall(r"```(?:sh|text)?\n(.*?)```", text, re.S), *re.findall(r"`([^`\n]+)`", text)])
    known = options()
    found = {
        f"make {word}" for word in re.findall(r"(?:^|&& )make ([a-z]+)", code, re.M) if word not in make_words(root)
    }
    found |= {*re.findall(r"\bon_[a-z_]+", code)} - events(root)
    for command, rest in re.findall(r"(?:^|[/ ])edition ([a-z-]+)(.*)$", code, re.M):
        asked = {*re.findall(r"(?<!\S)--[a-z-]+", rest)}
        found |= {f"edition {command}"} if command not in known else asked - known[command]
    everything = {option for these in known.values() for option in these} | OF_OTHERS
    return (found | {*re.findall(r"(?:^|\s)(--[a-z-]+)", code, re.M)} - everything) - OF_OTHERS


@pytest.mark.parametrize("page", PAGES)
def test_no_page_names_what_is_gone(page: str, root: Path) -> None:
    assert gone((root / page).read_text(encoding="utf-8"), root) == set()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Say `make fuzz`.", {"make fuzz"}),
        ("```sh\nmake check && make fuzz\n```", {"make fuzz"}),
        ("`.venv/bin/edition draw --to x`", {"edition draw"}),
        ("`edition check --since HEAD --old x`", {"--old"}),
        ("it takes `--speed 3`", {"--speed"}),
        ("at `on_page_read_source`", {"on_page_read_source"}),
        ("`edition check --fix`, `make test`, `on_env`, `--write`", set()),
    ],
)
def test_a_page_that_names_what_is_gone_is_found(text: str, named: set[str], root: Path) -> None:
    assert gone(text, root) == named
