"""JSON Schemas (draft 2020-12) out of the model, so that editors complete and check the YAML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from edition.model import ANNOTATIONS, FOLDERS, LONGEST, Claim, Manifest, Record, Row, SectionEntries, is_required
from edition.reading.values import DOI, ID

_SCALARS: Mapping[str, Mapping[str, Any]] = {
    "text": {"type": ["string", "number"], "maxLength": LONGEST["text"]},  # a title such as 2015 needs no quotes
    "quote": {"type": ["string", "number"], "maxLength": LONGEST["quote"]},
    "markdown": {"type": "string", "maxLength": LONGEST["markdown"]},
    "id": {"type": "string", "pattern": f"^{ID.pattern}$"},
    "url": {"type": "string", "pattern": "^https?://"},
    "language": {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$"},
    "doi": {"type": "string", "pattern": f"^{DOI.pattern}$"},
    "date": {"type": ["string", "integer"], "pattern": r"^[0-9]{4}(-[0-9]{2}){0,2}$"},
    "day": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
}


def schemas() -> dict[str, dict[str, Any]]:
    """File name to schema, for every kind of file under annotations/."""
    result = {
        "edition.json": _document(Manifest, _mapping(Manifest)),
        "claims.json": _document(Claim, _list(_mapping(Claim))),
    }
    for folder, record in FOLDERS.items():
        shape = _list(_mapping(record.entry)) if issubclass(record, SectionEntries) else _mapping(record)
        result[f"{folder}.json"] = _document(record, shape)
    return result


def schema_files() -> dict[str, str]:
    """The schemas' files, by their paths in an edition."""
    return {
        f"{ANNOTATIONS}/schemas/{name}": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas().items()
    }


def _document(record: type[Record], shape: dict[str, Any]) -> dict[str, Any]:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": record.__name__}
    return {**head, **shape}


def _mapping(record: type[Record]) -> dict[str, Any]:
    hints = get_type_hints(record, include_extras=True)
    properties: dict[str, Any] = {}
    required: list[str] = []
    for item in fields(record):
        if item.metadata.get("internal"):
            continue
        key = item.metadata.get("key", item.name)
        properties[key] = {"description": item.metadata["doc"], **_shape(hints[item.name])}
        if is_required(item.default, item.default_factory):
            required.append(key)
    shape = {"type": "object", "properties": properties, "additionalProperties": False}
    description = (record.__doc__ or "").strip().split("\n")[0]
    return {"description": description, **shape, **({"required": required} if required else {})}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _shape(hint: Any) -> dict[str, Any]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _shape(next(argument for argument in arguments if argument is not type(None)))
    if origin is tuple:
        return _list(_shape(arguments[0]))
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is Annotated:
        return dict(_SCALARS[arguments[1]])
    if hint is bool:
        return {"type": "boolean"}
    return _row(hint) if issubclass(hint, Row) else _mapping(hint)


def _row(record: type[Row]) -> dict[str, Any]:
    """A list with the values of the fields in their order; those that are not required may be left out at its end."""
    mapping = _mapping(record)
    items = [{"title": key, **shape} for key, shape in mapping["properties"].items()]
    return {
        "description": mapping["description"],
        "type": "array",
        "prefixItems": items,
        "items": False,
        "minItems": len(mapping["required"]),
    }
