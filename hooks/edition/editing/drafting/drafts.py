"""The text of new files: every field that a kind needs, filled in or marked as still to be written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from edition.model import PLACEHOLDER, Document, Translation


class Plain(str):
    """A word that needs no quotes: an id, a date, one of a scale."""

    __slots__ = ()


def draft(kind: type[Document], values: Mapping[str, Any], remarks: Mapping[str, str], also: Sequence[str] = ()) -> str:
    """A file of the kind with the values by their keys; where one is None, what the model says of the field.

    `remarks` are comments after a value, `also` the fields that stand as a comment, to be taken in where they apply.
    """
    said = {item.metadata.get("key", item.name): item.metadata.get("doc", "") for item in fields(kind)}
    lines = [head(kind)]
    for key, value in values.items():
        remark = f"  # {remarks[key]}" if key in remarks else ""
        if isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
            lines += [f"{key}:{remark}", *(f"  - {in_flow_style(item)}" for item in value)]
            continue
        text = in_flow_style(f"{PLACEHOLDER}: {said[key]}" if value is None else value)
        lines.append(f"{key}: {text}{remark}")
    lines += [f"# {key}: {said[key]}" for key in also]
    return "\n".join([*lines, f"status: draft  # {said['status']}", ""])


def translation_file(paragraphs: Iterable[str]) -> str:
    """A translation file: an entry for the opening words of each paragraph."""
    lines = [head(Translation)]
    for begins in paragraphs:
        lines += [f"- begins: {in_flow_style(begins)}", f"  text: {in_flow_style(f'{PLACEHOLDER}: The English.')}"]
    return "\n".join([*lines, ""])


def head(kind: type[Document]) -> str:
    """The first line: where editors find the kind's JSON Schema."""
    return f"# yaml-language-server: $schema=../schemas/{kind.folder}.json"


def in_flow_style(value: str | Sequence[Any] | Mapping[str, Any]) -> str:
    """A value on one line. Texts stand in straight double quotes, so that nothing in them is taken for YAML."""
    if isinstance(value, Plain):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {in_flow_style(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(map(in_flow_style, value)) + "]"
