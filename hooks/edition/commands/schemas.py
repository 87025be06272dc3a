"""`edition schemas`: write the JSON Schemas that editors of YAML use."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, _SubParsersAction

from edition.commands.files import write
from edition.commands.parsing import word
from edition.reading import schema_files


def add(words: _SubParsersAction[ArgumentParser]) -> None:
    parser = word(words, "schemas", "write the JSON Schemas that editors of YAML use", ["edition schemas"])
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    write(arguments.root, schema_files())
    return 0
