"""YAML files to the model, all problems at once; JSON Schemas out of the model."""

from edition.reading.dialect import Dialect, read_dialect
from edition.reading.folder import FOLDERS, MANIFEST, read_edition
from edition.reading.front_matter import cut
from edition.reading.schemas import schemas
from edition.reading.values import as_id
from edition.reading.yaml_file import compose, decode

__all__ = [
    "FOLDERS", "MANIFEST", "Dialect",
    "as_id", "compose", "cut", "decode", "read_dialect", "read_edition", "schemas",
]  # fmt: skip
