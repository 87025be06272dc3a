"""YAML files to the model, all problems at once; JSON Schemas out of the model."""

from edition.reading.folder import FOLDERS, MANIFEST, read_edition
from edition.reading.schemas import schemas
from edition.reading.values import as_id
from edition.reading.yaml_file import check_characters, compose, decode, listed

__all__ = ["FOLDERS", "MANIFEST", "as_id", "check_characters", "compose", "decode", "listed", "read_edition", "schemas"]
