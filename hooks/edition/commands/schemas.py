"""`edition schemas`: write the JSON Schemas that editors of YAML use."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace, _SubParsersAction

from edition.commands.files import write
from edition.commands.parsing import word
from edition.reading import ANNOTATIONS, schemas


def add(words: _SubParsersAction[ArgumentParser]) -> None:
    parser = word(words, "schemas", "write the JSON Schemas that editors of YAML use", ["edition schemas"])
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    write(arguments.root, schema_files())
    return 0


def schema_files() -> dict[str, str]:
    """The schemas' files, by their paths in an edition."""
    return {
        f"{ANNOTATIONS}/schemas/{name}": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas().items()
    }
