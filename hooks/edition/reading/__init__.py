"""YAML files to the model, all problems at once; JSON Schemas out of the model."""

from edition.model import ANNOTATIONS
from edition.reading.addresses import address_meant, is_address, no_address
from edition.reading.dates import MONTHS
from edition.reading.dialect import SNIPPET, Dialect, read_dialect
from edition.reading.disk import (  # fmt: skip
    PAGE_SUFFIXES,
    Unreadable,
    configuration_problem,
    folder_of_pages,
    setting_problem,
    unreadable_pages,
)
from edition.reading.folder import MANIFEST, read_edition
from edition.reading.front_matter import parts_of_file
from edition.reading.markdown_fields import MARKDOWN
from edition.reading.schemas import schema_files, schemas
from edition.reading.sections import ARTICLE, SectionFile, folder_of_article, html_of, read_sections
from edition.reading.settings import CONFIGURATIONS, settings_of
from edition.reading.values import as_id
from edition.reading.yaml_file import YamlPath, compose, decode, find, text_at

__all__ = [
    "ANNOTATIONS", "ARTICLE", "CONFIGURATIONS", "MANIFEST", "MARKDOWN", "MONTHS", "PAGE_SUFFIXES", "SNIPPET", "Dialect",
    "SectionFile", "Unreadable", "YamlPath",
    "address_meant", "as_id", "compose", "configuration_problem", "decode", "find", "folder_of_article",
    "folder_of_pages", "html_of", "is_address", "no_address", "parts_of_file", "read_dialect", "read_edition",
    "read_sections", "schema_files", "schemas", "setting_problem", "settings_of", "text_at", "unreadable_pages",
]  # fmt: skip
