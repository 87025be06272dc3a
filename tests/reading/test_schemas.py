"""The JSON Schemas are those of the model, every file keeps to its own, and names it in its first line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from edition.reading import schemas
from tests.command import command

ANNOTATIONS = Path(__file__).parent.parent.parent / "annotations"
FILES = sorted(path for path in ANNOTATIONS.rglob("*.yml"))


class _Loader(yaml.CSafeLoader):
    """As editors read: a date is text."""


_Loader.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for key, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def schema_of(path: Path) -> str:
    """The name of the schema for a file: its folder's, or its own where it stands alone."""
    return f"{path.parent.name if path.parent != ANNOTATIONS else path.stem}.json"


def test_schemas_are_written_as_the_model_has_them(tmp_path: Path) -> None:
    (tmp_path / "annotations").mkdir()
    assert command("schemas", root=tmp_path).status == 0
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "annotations/schemas").iterdir()}
    stored = {path.name: path.read_text(encoding="utf-8") for path in (ANNOTATIONS / "schemas").iterdir()}
    assert written == stored, "run: edition schemas"
    assert {name: json.loads(text) for name, text in stored.items()} == schemas()


@pytest.mark.parametrize("name", schemas())
def test_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(schemas()[name])


def test_every_file_keeps_to_its_schema_and_names_it() -> None:
    validators = {name: Draft202012Validator(schema) for name, schema in schemas().items()}
    wrong = []
    for path in FILES:
        name, text = schema_of(path), path.read_text(encoding="utf-8")
        up = "" if path.parent == ANNOTATIONS else "../"
        if not text.startswith(f"# yaml-language-server: $schema={up}schemas/{name}\n"):
            wrong.append(f"{path.name}: the first line does not name {name}")
        found: list[ValidationError] = list(validators[name].iter_errors(yaml.load(text, Loader=_Loader)))
        wrong += [f"{path.name}: {error.message}" for error in found]
    assert FILES
    assert not wrong


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("bios.json", {"name": "x"}),
        ("claims.json", [{"quote": "x", "colour": "red"}]),
        ("sources.json", {"type": "webpage", "title": "x", "URL": "javascript:alert(1)"}),
        ("sources.json", {"type": "webpage", "title": "x", "issued": "5 January 2026"}),
        ("sources.json", {"type": "rumour", "title": "x"}),
        ("glosses.json", {"terms": "x", "literal": "x", "meaning": "x", "register": "idiom"}),
        ("glosses.json", {"literal": "x", "meaning": "x", "register": "idiom", "sources": ["Not An Id"]}),
        ("interlinear.json", [{"begins": "x", "words": [["x", "x"]]}]),
        ("interlinear.json", [{"begins": "x", "words": [["x", "x", "x", "x", "x"]]}]),
        ("interlinear.json", [{"begins": "x", "words": [{"form": "x", "reading": "x", "gloss": "x"}]}]),
    ],
)
def test_schema_refuses_what_the_reader_refuses(name: str, value: object) -> None:
    assert list(Draft202012Validator(schemas()[name]).iter_errors(value))


def test_every_key_is_described() -> None:
    def keys(schema: dict[str, object]) -> list[object]:
        properties = schema.get("properties", {})
        assert isinstance(properties, dict)
        in_rows = schema.get("prefixItems", [])
        assert isinstance(in_rows, list)
        named = [*properties.values(), *in_rows]
        inner = [*named, *([schema["items"]] if schema.get("items") else [])]
        return [*named, *(key for item in inner for key in keys(item))]

    for schema in schemas().values():
        assert keys(schema)
        assert all(isinstance(key, dict) and key["description"] for key in keys(schema))
