"""One value of a YAML file changed, added or removed; whatever else stands in the file stays as it is, byte for byte.

The file is never dumped anew: the parser's marks say where a value stands, and the new one is spliced in.
Every change is proved by reading the result: where it does not hold the old data with the one change, the next
way of writing it is tried, and where there is none left, the file is left to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from edition.editing.yaml_ways import Value, Way, additions, removals, settings
from edition.problems import Problem, SourceFile
from edition.reading import YamlPath, compose, find

_STR = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"
_COMMENT = re.compile(r"#[^\r\n]*")


class CannotEdit(ValueError):  # noqa: N818 - it is an answer, not a fault
    """The file cannot be changed so without touching more than the one value; a person has to."""


def tree_of(text: str) -> yaml.Node:
    """The root node of a file's text, marks and all; CannotEdit where it is no YAML that an edition takes."""
    problems: list[Problem] = []
    node = compose(SourceFile("", text), problems) if text else None
    if node is None:
        raise CannotEdit(f"it cannot be read: {problems[0].message if problems else 'it is empty'}")
    return node


def assign(text: str, path: YamlPath, value: Value | None) -> str:
    """The file's text with this value at the path: set, added where the key is missing, removed for None."""
    root = tree_of(text)
    node = find(root, path)
    if node is None:
        mapping = find(root, path[:-1])
        if value is None:
            return text
        if not path or not isinstance(mapping, yaml.MappingNode):
            raise CannotEdit("there is no such place in the file")
        added = _with(root, path, value if isinstance(value, str) else [*value.items()])
        return _proved(text, additions(text, mapping, str(path[-1]), value), added, path)
    if value is None:
        parent = find(root, path[:-1])
        if not path or not isinstance(parent, yaml.MappingNode) or len(parent.value) < 2:
            raise CannotEdit("nothing would be left of the mapping")
        return _proved(text, removals(text, parent, str(path[-1])), _with(root, path, None), path)
    if not isinstance(value, str):
        for key, part in value.items():
            text = assign(text, (*path, key), part)
        return text
    if not isinstance(node, yaml.ScalarNode):
        raise CannotEdit("a list or a mapping stands where a text is wanted")
    if node.value == value:
        return text
    return _proved(text, settings(text, node, value), _with(root, path, value), path, node.tag)


def assign_each(text: str, values: Mapping[YamlPath, str]) -> str:
    """As `assign` of each text to what stands at its path, but written in the first way and proved once for all.

    CannotEdit where one of them has to be looked at by itself.
    """
    root = tree_of(text)
    nodes = {path: node for path in values if isinstance(node := find(root, path), yaml.ScalarNode)}
    tags = {path: node.tag for path, node in nodes.items()}
    changed, end = [], 0
    for start, after, put in sorted(
        part for path, node in nodes.items() for part in next(settings(text, node, values[path]))
    ):
        changed += [text[end:start], put]
        end = after
    result = "".join([*changed, text[end:]])
    for path, node in nodes.items():
        node.value = values[path]
    written = tree_of(result)
    are_texts = all(getattr(find(written, path), "tag", "") in {_STR, tag} - {_NULL} for path, tag in tags.items())
    if len(nodes) < len(values) or not are_texts or data(written) != data(root) or comments(result) != comments(text):
        raise CannotEdit("there is no way to write all at once that leaves the rest as it is")
    return result


def _proved(text: str, ways: Iterator[Way], wanted: Any, path: YamlPath, tag: str = _STR) -> str:
    """The first of the ways to change the text whose result holds the wanted data, and every comment."""
    said = comments(text)
    for splices in ways:
        changed = text
        for start, end, put in sorted(splices, reverse=True):
            changed = changed[:start] + put + changed[end:]
        try:
            root = tree_of(changed)
        except CannotEdit:
            continue
        node = find(root, path)
        # A text stays a text: what YAML would take for a number or a truth value is quoted.
        is_text = not isinstance(node, yaml.ScalarNode) or node.tag == _STR or (node.tag == tag != _NULL)
        if is_text and data(root) == wanted and comments(changed) == said:
            return changed
    raise CannotEdit("there is no way to write it that leaves the rest as it is")


def comments(text: str) -> list[str]:
    """Every comment of a file, in order: what stands behind a `#` between two tokens, or in the head of a block."""
    found, end = [], 0
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        found += _COMMENT.findall(text[end : token.start_mark.index])
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            head = text[token.start_mark.index : token.end_mark.index].partition("\n")[0]
            found += _COMMENT.findall(head)
        end = max(end, token.end_mark.index)
    return [comment.rstrip() for comment in [*found, *_COMMENT.findall(text[end:])]]


def data(node: yaml.Node) -> Any:
    """What a file says, as its reader takes it: scalars as texts, keys in their order."""
    if isinstance(node, yaml.MappingNode):
        return [(_key(key), data(value)) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return {"items": [data(item) for item in node.value]}
    return str(node.value)


def _key(node: yaml.Node) -> Any:
    """A key as it is compared; one that is a list or a mapping, which YAML knows, by what stands in it."""
    return node.value if isinstance(node, yaml.ScalarNode) else data(node)


def _with(node: yaml.Node, path: YamlPath, value: Any) -> Any:
    """The node's data with the value at the path set, added at the end or (None) taken out."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(node, yaml.SequenceNode):
        items = [_with(item, rest, value) if number == step else data(item) for number, item in enumerate(node.value)]
        return {"items": items}
    pairs, there = [], False
    for key, item in node.value:
        if there or key.value != step:  # of a key that stands twice, `find` takes the first
            pairs.append((_key(key), data(item)))
            continue
        there = True
        if rest or value is not None:
            pairs.append((_key(key), _with(item, rest, value)))
    if not there and not rest and value is not None:
        pairs.append((step, value))
    return pairs
