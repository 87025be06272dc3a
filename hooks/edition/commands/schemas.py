"""`edition schemas`: write the JSON Schemas that editors of YAML use."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace, _SubParsersAction

from edition.binding import ANNOTATIONS
from edition.commands.files import write
from edition.reading import schemas


def add(words: _SubParsersAction[ArgumentParser]) -> None:
    parser = words.add_parser("schemas", help="write the JSON Schemas that editors of YAML use")
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    write(
        arguments.root,
        {
            f"{ANNOTATIONS}/schemas/{name}": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
            for name, schema in schemas().items()
        },
    )
    return 0
