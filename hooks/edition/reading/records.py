"""YAML nodes to the model's records: strict, and with all problems at once.

The records' own type hints and field documentation say what is read, so that a new field is one line
in the model. Each reader takes a node and answers with the value, or with None where it has reported
a problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints
from unicodedata import normalize

import yaml

from edition.model import Record, is_required
from edition.problems import Place, Problem, SourceFile, did_you_mean, one_of

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_URL = re.compile(r"https?://[^\s/?#<>\"]+\.?[^\s<>\"]*", re.ASCII | re.I)
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
_NULL = "tag:yaml.org,2002:null"


class Context(NamedTuple):
    """What every reader needs: the file for places, the list that takes problems."""

    file: SourceFile
    problems: list[Problem]

    def report(self, node: yaml.Node, message: str, remedy: str = "") -> None:
        """Add a problem at the node."""
        self.problems.append(Problem(place_of(self.file, node), message, remedy))


Reader = Callable[[Context, yaml.Node, str], Any]
"""Takes the context, a node and the field's name for messages."""


class _Field(NamedTuple):
    attribute: str
    required: bool
    read: Reader
    is_list: bool


def place_of(file: SourceFile, node: yaml.Node) -> Place:
    """The place of a node: as wide as it is on its first line."""
    start, end = node.start_mark, node.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return Place(file, start.line + 1, start.column + 1, max(1, width))


def read_record(record: type[Record], context: Context, node: yaml.Node, **given: Any) -> Any:
    """A record of the class from a mapping node; None, with problems, where it is not of its form.

    `given` are values that do not stand in the file, such as the note's id.
    """
    known = _fields_of(record)  # type: ignore[arg-type]  # mypy takes the hash of an instance for the class's
    if not isinstance(node, yaml.MappingNode):
        keys = [key for key, item in known.items() if item.required]
        context.report(node, f"here a mapping is wanted, with the keys {one_of(keys)}", "Write “key: value” lines.")
        return None
    file = context.file
    values: dict[str, Any] = given
    places: dict[str, Place] = {}
    complete = True
    for key_node, value_node in node.value:
        key = key_node.value
        entry = known.get(key) if isinstance(key_node, yaml.ScalarNode) else None
        if entry is None:
            remedy = did_you_mean(str(key), known) or f"The keys here are {', '.join(known)}."
            if "：" in str(key):
                remedy = "The colon after a key is the ASCII one, with a space after it."
            context.report(key_node, f"unknown key “{_shown(key_node)}”", remedy)
            complete = False
            continue
        if entry.attribute in places:
            context.report(key_node, f"the key “{key}” stands twice", "Delete one of the two.")
            complete = False
            continue
        places[entry.attribute] = place_of(file, value_node)
        if entry.is_list and isinstance(value_node, yaml.SequenceNode):
            for number, item in enumerate(value_node.value):
                places[f"{entry.attribute}.{number}"] = place_of(file, item)
        value = entry.read(context, value_node, key)
        if value is None:
            complete = False
        values[entry.attribute] = value
    missing = [key for key, entry in known.items() if entry.required and entry.attribute not in places]
    if missing:
        wanted = "the keys " + ", ".join(missing) if len(missing) > 1 else f"the key {missing[0]}"
        context.report(node, f"{wanted} must be given here")
        complete = False
    if not complete:
        return None
    return record(place=place_of(file, node)._replace(width=1), places=places, **values)


def read_list(record: type[Record], context: Context, node: yaml.Node) -> tuple[Any, ...] | None:
    """A tuple of records from a sequence node; None where any of them, or the node, is not of its form."""
    if not isinstance(node, yaml.SequenceNode):
        context.report(node, "here a list is wanted", "Begin each entry with “- ”.")
        return None
    items = [read_record(record, context, item) for item in node.value]
    return None if any(item is None for item in items) else tuple(items)


@cache
def _fields_of(record: type[Record]) -> Mapping[str, _Field]:
    hints = get_type_hints(record, include_extras=True)
    table = {}
    for item in fields(record):
        if not item.metadata.get("internal"):
            hint = hints[item.name]
            needed = is_required(item.default, item.default_factory)
            is_list = get_origin(hint) is tuple
            table[item.metadata.get("key", item.name)] = _Field(item.name, needed, _reader(hint), is_list)
    return table


def _reader(hint: Any) -> Reader:
    """The reader for a type hint of the model."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):  # only `X | None`
        return _reader(next(argument for argument in arguments if argument is not type(None)))
    if origin is tuple:
        return _list_reader(_reader(arguments[0]))
    if origin is Literal:
        return _choice_reader(arguments)
    if origin is Annotated:
        return _SCALARS[arguments[1]]
    if hint is bool:
        return _read_bool
    return lambda context, node, _name: read_record(hint, context, node)


def _list_reader(read: Reader) -> Reader:
    def read_items(context: Context, node: yaml.Node, name: str) -> tuple[Any, ...] | None:
        if not isinstance(node, yaml.SequenceNode):
            if isinstance(node, yaml.ScalarNode) and node.tag == _NULL:
                return ()
            context.report(node, f"“{name}” takes a list", f"Write {name}: [{_shown(node)}].")
            return None
        items = [read(context, item, name) for item in node.value]
        return None if any(item is None for item in items) else tuple(items)

    return read_items


def _choice_reader(choices: tuple[str, ...]) -> Reader:
    def read(context: Context, node: yaml.Node, name: str) -> str | None:
        text = _read_text(context, node, name)
        if text is not None and text not in choices:
            message = f"“{text}” is no {name}; wanted is one of {one_of(choices)}"
            context.report(node, message, did_you_mean(text.lower(), choices))
            return None
        return text

    return read


def _read_text(context: Context, node: yaml.Node, name: str) -> str | None:
    if not isinstance(node, yaml.ScalarNode):
        found = "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"
        remedy = "A text that begins with [ or { or holds “: ” must stand in double quotes."
        context.report(node, f"“{name}” takes text; found {found}", remedy)
        return None
    text: str = node.value if node.value.isascii() else normalize("NFC", node.value)
    if not text.strip() or (node.style is None and node.tag == _NULL):
        context.report(node, f"“{name}” is empty", "Fill it in, or delete the line if it may be left out.")
        return None
    return text.rstrip("\n")


def _read_id(context: Context, node: yaml.Node, name: str) -> str | None:
    text = _read_text(context, node, name)
    if text is not None and not ID.fullmatch(text):
        message = f"“{text}” is no id: small letters a–z, digits and single hyphens"
        context.report(node, message, f"Write “{as_id(text)}”." if as_id(text) else "")
        return None
    return text


def _read_url(context: Context, node: yaml.Node, name: str) -> str | None:
    text = _read_text(context, node, name)
    if text is not None and not _URL.fullmatch(text):
        context.report(node, f"“{text}” is no address that begins with http:// or https://", "Give the whole address.")
        return None
    return text


def _read_date(context: Context, node: yaml.Node, name: str) -> str | None:
    return _read_iso(context, node, name, "2026-01-05, 2026-01 or 2026")


def _read_day(context: Context, node: yaml.Node, name: str) -> str | None:
    return _read_iso(context, node, name, "2026-01-05")


def _read_iso(context: Context, node: yaml.Node, name: str, wanted: str) -> str | None:
    text = _read_text(context, node, name)
    if text is None:
        return None
    parts = _DATE.fullmatch(text)
    if not parts or (wanted == "2026-01-05" and not parts[3]):
        context.report(node, f"“{text}” is no date; wanted is {wanted}")
        return None
    try:
        date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    except ValueError:
        context.report(node, f"there is no day {text} in the calendar")
        return None
    return text


def _read_bool(context: Context, node: yaml.Node, name: str) -> bool | None:
    if isinstance(node, yaml.ScalarNode) and node.value in ("true", "false"):
        return bool(node.value == "true")
    context.report(node, f"“{name}” takes true or false; found “{_shown(node)}”")
    return None


_SCALARS: Mapping[str, Reader] = {
    "text": _read_text,
    "markdown": _read_text,
    "id": _read_id,
    "url": _read_url,
    "date": _read_date,
    "day": _read_day,
}


def as_id(text: str) -> str:
    """The id nearest to a text: `GPT-4 (2023)` gives `gpt-4-2023`."""
    return "-".join(re.findall(r"[a-z0-9]+", normalize("NFKD", text).encode("ascii", "ignore").decode().lower()))


def _shown(node: yaml.Node) -> str:
    return str(node.value)[:60] if isinstance(node, yaml.ScalarNode) else "…"
