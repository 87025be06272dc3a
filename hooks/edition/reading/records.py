"""YAML nodes to the model's records: strict, and with all problems at once.

The records' own type hints and field documentation say what is read, so that a new field is one line
in the model. Each reader takes a node and answers with the value, or with None where it has reported
a problem. A record of which something could not be read is answered all the same, and says what: so that all that is
wrong in it is told at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml

from edition.model import FOLDERS, Record, Row, is_required
from edition.problems import Place, Places, all_of, short
from edition.reading.full_width import parts_of_list, wide_colon
from edition.reading.keys import Field, hyphen_for_each, keys_of, needed, no_keys, shape, unknown
from edition.reading.values import ID, NULL, SCALARS, Context, Reader, choice_reader, id_reader, read_bool, shown
from edition.reading.yaml_file import span_of

_NOTHING: frozenset[str] = frozenset()


def read_record(record: type[Record], context: Context, node: yaml.Node, **given: Any) -> Any:
    """A record of the class from a mapping node, with problems and `unread` where it is not of its form; None if no
    mapping.

    `given` are values that do not stand in the file, such as the note's id.
    """
    known = _fields_of(record)  # type: ignore[arg-type]  # mypy takes the hash of an instance for the class's
    if not isinstance(node, yaml.MappingNode):
        if slip := wide_colon(context.file, node.start_mark.line + 1):
            context.problems.append(slip)
        else:
            context.report(node, *no_keys(context, known, node))
        return None
    here = frozenset(keys_of(node))
    if is_other := _other_form(record, context, node, known, here, is_whole_file=bool(given)):
        context.report(*is_other)
        return None
    file = context.file
    values: dict[str, Any] = given
    places: dict[str, tuple[int, int, int]] = {}
    unread: set[str] = set()
    meant: set[str] = set()
    for number, (key_node, value_node) in enumerate(node.value):
        key = key_node.value
        entry = known.get(key) if isinstance(key_node, yaml.ScalarNode) else None
        if entry is None:
            message, remedy = unknown(context, key_node, value_node, node, number, known, here)
            meant.update(key for key in known if f"“{key}”" in message + remedy or f"{key}：" in shown(key_node))
            context.report(key_node, message, remedy)
            unread.add("")
            continue
        if entry.attribute in places:
            context.report(key_node, f"the key “{key}” stands twice", "Delete one of the two.")
            unread.add(entry.attribute)
            continue
        places[entry.attribute] = span_of(value_node)
        items = value_node.value if entry.is_list and isinstance(value_node, yaml.SequenceNode) else ()
        places |= {f"{entry.attribute}.{index}": span_of(item) for index, item in enumerate(items)}
        value = entry.read(context, value_node, key)
        if not is_complete(value):
            unread.add(entry.attribute)
        nothing = () if value is None and entry.is_list else entry.nothing
        values[entry.attribute] = _as_far_as_read(value, nothing)
    absent = {key: entry for key, entry in known.items() if entry.required and entry.attribute not in places}
    if missing := [key for key in absent if key not in meant]:
        lacking = f"the keys {all_of(missing)} are" if len(missing) > 1 else f"the key {missing[0]} is"
        context.report(node, f"{lacking} missing", "\n".join(f"{key}: {known[key].doc}" for key in missing))
    for entry in absent.values():
        values[entry.attribute] = () if entry.is_list else entry.nothing
    unread |= {entry.attribute for entry in absent.values()} | {known[key].attribute for key in meant}
    place = Place(file, *span_of(node)[:2])
    return record(place=place, places=Places(file, places), unread=frozenset(unread) if unread else _NOTHING, **values)


def _other_form(
    record: type[Record],
    context: Context,
    node: yaml.MappingNode,
    known: Mapping[str, Field],
    here: AbstractSet[str],
    *,
    is_whole_file: bool,
) -> tuple[yaml.Node, str, str] | None:
    """Where, the message and the remedy for keys that are those of anything else; None for what may be the record."""
    if here & known.keys():
        return None
    if len(node.value) == 1 and fits(record, node.value[0][1]):
        key = node.value[0][0]
        return (
            key,
            f"all keys stand under another, “{shown(key)}”",
            "Delete this line, and begin the others in its column.",
        )
    if here and not is_whole_file and len(here) < len(needed(known)) and all(map(ID.fullmatch, here)):
        return node, *no_keys(context, known, node)
    return None


def read_row(record: type[Row], context: Context, node: yaml.Node) -> Any:
    """A record of the class from a list of its values in their order; None, and a problem, where there is none."""
    known = _fields_of(record)  # type: ignore[arg-type]
    least = sum(entry.required for entry in known.values())
    wanted = f"[{', '.join(known)}]"
    if not isinstance(node, yaml.SequenceNode):
        found = "keys" if isinstance(node, yaml.MappingNode) else f"“{shown(node)}”"
        parts = parts_of_list(shown(node)) if isinstance(node, yaml.ScalarNode) else []
        whole = f"[{', '.join(parts)}]" if least <= len(parts) <= len(known) else wanted
        context.report(node, f"here a row {wanted} is wanted; found {found}", f"Write it in brackets: {whole}")
        return None
    if not least <= len(node.value) <= len(known):
        some = f"{least} or {len(known)}" if least < len(known) else str(least)
        remedy = "A text that holds a comma stands in straight double quotes."
        parts = [part for item in node.value for part in parts_of_list(shown(item))]
        if len(node.value) < least <= len(parts) <= len(known):
            remedy = f"Between two values stands the ASCII comma “,”: [{', '.join(parts)}]"
        elif len(node.value) < least:
            remedy = "\n".join(f"{key}: {entry.doc}" for key, entry in list(known.items())[len(node.value) :])
        context.report(node, f"a row {wanted} has {some} values; this has {len(node.value)}", remedy)
        return None
    values: dict[str, Any] = {}
    places: dict[str, tuple[int, int, int]] = {}
    unread: set[str] = set()
    for (key, entry), item in zip(known.items(), node.value, strict=False):
        places[entry.attribute] = span_of(item)
        is_empty = isinstance(item, yaml.ScalarNode) and not item.value
        value = "" if entry.may_be_empty and is_empty else entry.read(context, item, key)
        if value is None:
            unread.add(entry.attribute)
        values[entry.attribute] = _as_far_as_read(value, entry.nothing)
    place = Place(context.file, *span_of(node)[:2])
    return record(
        place=place, places=Places(context.file, places), unread=frozenset(unread) if unread else _NOTHING, **values
    )


def fits(record: type[Record], node: yaml.Node) -> bool:
    """Whether a node has keys, and the record has each of them."""
    keys = keys_of(node)
    return bool(keys) and known_keys(record, node) == len(keys)


def known_keys(record: type[Record], node: yaml.Node) -> int:
    """How many of a node's keys the record has."""
    known = _fields_of(record)  # type: ignore[arg-type]
    return sum(key in known for key in keys_of(node))


def is_complete(value: Any) -> bool:
    """Whether all of the value could be read."""
    if isinstance(value, tuple):
        return all(map(is_complete, value))
    return not value.unread if isinstance(value, Record) else value is not None


def read_list(record: type[Record], context: Context, node: yaml.Node) -> tuple[Any, ...] | None:
    """A tuple of records from a sequence node, those left out that are no mappings; None where it is no sequence."""
    if not isinstance(node, yaml.SequenceNode):
        context.report(node, "here a list is wanted", "Begin each entry with “- ”.")
        return None
    if slip := hyphen_for_each(context.file, _fields_of(record), node):  # type: ignore[arg-type]
        context.problems.append(slip)
        return None
    items = [read_record(record, context, item) for item in node.value]
    return tuple(item for item in items if item is not None)


@cache
def _fields_of(record: type[Record]) -> Mapping[str, Field]:
    hints = get_type_hints(record, include_extras=True)
    table = {}
    for item in fields(record):
        if not item.metadata.get("internal"):
            hint = hints[item.name]
            needed = is_required(item.default, item.default_factory)
            is_list = get_origin(hint) is tuple
            table[item.metadata.get("key", item.name)] = Field(
                item.name,
                needed,
                _reader(hint),
                is_list,
                item.metadata["doc"],
                _nothing(hint),
                "empty" in item.metadata,
                _parts(hint),
            )
    return table


def _parts(hint: Any) -> tuple[str, ...]:
    inner = next((_parts(part) for part in get_args(hint) if _parts(part)), ())
    return tuple(_fields_of(hint)) if _is_record(hint) else inner


def _is_record(hint: Any) -> bool:
    """Whether a type hint of the model is a record that stands as keys, and no row."""
    return isinstance(hint, type) and issubclass(hint, Record) and not issubclass(hint, Row)


def _nothing(hint: Any) -> Any:
    """What stands for a value of a type hint of the model that could not be read; for a list, what for its items."""
    if get_origin(hint) is tuple:
        return _nothing(get_args(hint)[0])
    return False if hint is bool else "" if get_origin(hint) in (Annotated, Literal) else None


def _as_far_as_read(value: Any, nothing: Any) -> Any:
    if isinstance(value, tuple):  # the items keep their numbers, by which their places are known
        return tuple(nothing if item is None else item for item in value if item is not None or nothing is not None)
    return nothing if value is None else value


def _reader(hint: Any) -> Reader:
    """The reader for a type hint of the model."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):  # only `X | None`
        return _reader(next(argument for argument in arguments if argument is not type(None)))
    if origin is tuple:
        return _list_reader(_reader(arguments[0]), arguments[0])
    if origin is Literal:
        return choice_reader(arguments)
    if origin is Annotated:
        return id_reader(FOLDERS[arguments[2]]) if arguments[1] == "id" else SCALARS[arguments[1]]
    if hint is bool:
        return read_bool
    if issubclass(hint, Row):
        return lambda context, node, _name: read_row(hint, context, node)
    return lambda context, node, _name: read_record(hint, context, node)


def _list_reader(read: Reader, entry: Any) -> Reader:
    is_record = _is_record(entry)

    def read_items(context: Context, node: yaml.Node, name: str) -> tuple[Any, ...] | None:
        if not isinstance(node, yaml.SequenceNode):
            if isinstance(node, yaml.ScalarNode) and node.tag == NULL:
                return ()
            remedy = "Write “- ” before its first line, and two spaces more before the others."
            if isinstance(node, yaml.MappingNode) and node.flow_style:
                written = context.file.text[node.start_mark.index : node.end_mark.index]
                remedy = f"Write {name}: [{short(written, 200)}]."
            elif isinstance(node, yaml.ScalarNode):
                parts = [shape(context, _fields_of(entry), node)] if is_record else parts_of_list(shown(node))
                remedy = f"Write {name}: [{', '.join(parts)}]."
            context.report(node, f"“{name}” takes a list", remedy)
            return None
        if is_record and (slip := hyphen_for_each(context.file, _fields_of(entry), node)):
            context.problems.append(slip)
            return None
        return tuple(read(context, item, name) for item in node.value)

    return read_items
