"""`edition schemas`: write the JSON Schemas that editors of YAML use."""

from __future__ import annotations

from argparse import Namespace

from edition.commands.files import write
from edition.reading import schema_files

WHAT = "write the JSON Schemas that editors of YAML use"
EXAMPLES = ("edition schemas",)


def run(arguments: Namespace) -> int:
    write(arguments.root, schema_files())
    return 0
