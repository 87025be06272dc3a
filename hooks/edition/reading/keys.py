"""What is said of the keys that a record does not have, and of what stands where keys are wanted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import yaml

from edition.problems import Problem, SourceFile, all_of, did_you_mean
from edition.reading.full_width import ASCII_COLON, strange_indentation, unmarked
from edition.reading.values import NULL, Context, Reader, shown
from edition.reading.yaml_file import place_of


class Field(NamedTuple):
    """A field of a record as it stands in a file."""

    attribute: str
    required: bool
    read: Reader
    is_list: bool
    doc: str
    nothing: Any
    """What stands for a value, or for an item of a list, that could not be read."""
    may_be_empty: bool
    parts: tuple[str, ...]
    """The keys of the records that stand in it."""


def no_keys(context: Context, known: Mapping[str, Field], node: yaml.Node) -> tuple[str, str]:
    """Message and remedy for what is no mapping, or has none of a record's keys, where a record is wanted."""
    keys = needed(known)
    wanted = f"the keys {all_of(keys)} are" if len(keys) > 1 else f"the key {keys[0]} is"
    is_list = isinstance(node, yaml.SequenceNode)
    remedy = f"Write {shape(context, known, node)}."
    if is_list and any(isinstance(item, yaml.MappingNode) for item in node.value):
        remedy = "Take away the “- ” before its keys."
    elif node.start_mark.column == 0:
        remedy = "Write lines of “key: value”, with a space after the colon."
    found = "a list" if is_list else f"“{shown(node.value[0][0] if isinstance(node, yaml.MappingNode) else node)}”"
    return f"here {wanted} wanted; found {found}", remedy


def needed(known: Mapping[str, Field]) -> list[str]:
    """The keys that a record may not lack."""
    return [key for key, entry in known.items() if entry.required]


def shape(context: Context, known: Mapping[str, Field], node: yaml.Node) -> str:
    """How a record is written that has no more than it needs; with the text of a node where it needs but one."""
    keys = needed(known)
    texts = node.value if isinstance(node, yaml.SequenceNode) else [node]
    aside = Context(context.file, [])
    if len(keys) == len(texts) == 1 and known[keys[0]].read(aside, texts[0], keys[0]) is not None:
        return f'{{{keys[0]}: "{shown(texts[0])}"}}'
    return f"{{{', '.join(f'{key}: …' for key in keys)}}}"


def keys_of(node: yaml.Node) -> list[str]:
    """The keys of a node, each that is no text as an empty one; none of what is no mapping."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return [key.value if isinstance(key, yaml.ScalarNode) else "" for key, _ in pairs]


def unknown(
    context: Context,
    key_node: yaml.Node,
    value_node: yaml.Node,
    node: yaml.MappingNode,
    number: int,
    known: Mapping[str, Field],
    here: Collection[str],
) -> tuple[str, str]:
    """Message and remedy for a key that the record does not have: often a slip in what stands around it.

    `here` are all keys of the node.
    """
    key = shown(key_node)
    if slip := strange_indentation(context.file, key_node.start_mark.line + 1):
        return f"before “{key}” {slip.message}", slip.remedy
    before, wide, _ = key.partition("：")
    if wide and before.strip() in known:
        remedy = ASCII_COLON + (" Between two entries stands the ASCII comma “,”." if "，" in key else "")
        return f"after the key “{before.strip()}” stands a full-width colon “：”", remedy
    if unmarked(key) in known:
        return f"the key “{unmarked(key)}” stands in quotation marks", "Write it without them."
    is_bare = isinstance(value_node, yaml.ScalarNode) and value_node.tag == NULL and not value_node.value
    if node.flow_style and is_bare and number and isinstance(node.value[number - 1][1], yaml.ScalarNode):
        last_key, last = node.value[number - 1]
        whole = context.file.text[last.start_mark.index : key_node.end_mark.index].replace('"', '\\"')
        remedy = (
            f'Within {{ }} a text that holds a comma stands in straight double quotes: {shown(last_key)}: "{whole}"'
        )
        return f"a comma ends the text before this, and “{key}” is no key", remedy
    holders = [name for name, entry in known.items() if key in entry.parts]
    if holder := next((name for name in holders if name in here), ""):
        remedy = f"It stands within “{holder}”: indent it under that key, or write it within its brackets."
        return f"“{key}” is no key at this place", remedy
    remedy = did_you_mean(key, [name for name in known if name not in here])
    if holders and key not in remedy:
        remedy = ""
    lacking = [name for name in needed(known) if name not in here]
    if not remedy and len(node.value) - sum(name in here for name in known) == len(lacking) == 1:
        remedy = f"Did you mean “{lacking[0]}”?"
    return f"unknown key “{key}”", remedy or f"The keys here are {', '.join(known)}."


def hyphen_for_each(file: SourceFile, known: Mapping[str, Field], node: yaml.SequenceNode) -> Problem | None:
    """The problem of a list in which every key of an entry has a hyphen of its own."""
    ones = [keys_of(item) for item in node.value]
    needs_more = len(needed(known)) > 1
    if not needs_more or len(ones) < 2 or any(len(keys) != 1 or keys[0] not in known for keys in ones):
        return None
    second = node.value[1]
    message = "a hyphen begins an entry, and here each key has one"
    remedy = f"Write two spaces in place of the “- ” before “{ones[1][0]}”, and so in each entry."
    return Problem(place_of(file, second), message, remedy)
