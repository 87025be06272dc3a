"""`edition schemas`: write the JSON Schemas that editors of YAML use."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace, _SubParsersAction

from edition import ANNOTATIONS, schemas


def add(words: _SubParsersAction[ArgumentParser]) -> None:
    parser = words.add_parser("schemas", help="write the JSON Schemas that editors of YAML use")
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    folder = arguments.root / ANNOTATIONS / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (folder / name).write_text(text, encoding="utf-8")
    return 0
