"""YAML files to the model, all problems at once; JSON Schemas out of the model."""

from edition.reading.disk import (
    Unreadable,
    configuration_problem,
    folder_of_pages,
    look_into,
    setting_problem,
    settings_of,
    unreadable_pages,
)
from edition.reading.folder import FOLDERS, MANIFEST, read_edition
from edition.reading.schemas import schemas
from edition.reading.values import as_id
from edition.reading.yaml_file import compose, decode

__all__ = [
    "FOLDERS", "MANIFEST", "Unreadable", "as_id", "compose", "configuration_problem", "decode", "folder_of_pages",
    "look_into", "read_edition", "schemas", "setting_problem", "settings_of", "unreadable_pages",
]  # fmt: skip
