"""One value of a YAML file changed, added or removed; whatever else stands in the file stays as it is, byte for byte.

The file is never dumped anew: the parser's marks say where a value stands, and the new one is spliced in.
Every change is proved by reading the result: where it does not hold the old data with the one change, the next
way of writing it is tried, and where there is none left, the file is left to a person.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

import yaml

from edition.problems import Problem, SourceFile
from edition.reading import compose

Path: TypeAlias = tuple[str | int, ...]
"""Keys and indexes (from 0) from the root of the file to a value."""

Value: TypeAlias = str | Mapping[str, str]
"""What is written: a text, or a mapping of texts."""

_STR = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"
_HEADER = re.compile(r"(?P<style>[|>])(?P<indicators>[0-9+-]*)(?P<comment>[^\r\n]*)")
_COMMENT = re.compile(r"#[^\r\n]*")
_PLAIN_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


class CannotEdit(ValueError):  # noqa: N818 - it is an answer, not a fault
    """The file cannot be changed so without touching more than the one value; a person has to."""


class _Replacement(NamedTuple):
    start: int
    end: int
    text: str


def read(text: str) -> yaml.Node:
    """The root node of a file's text, marks and all; CannotEdit where it is no YAML that an edition takes."""
    problems: list[Problem] = []
    node = compose(SourceFile("", text), problems) if text else None
    if node is None:
        raise CannotEdit(f"it cannot be read: {problems[0].message if problems else 'it is empty'}")
    return node


def find(root: yaml.Node, path: Path) -> yaml.Node | None:
    """The node at the path; None where none is there."""
    node: yaml.Node | None = root
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
            node = node.value[step]
        else:
            return None
    return node


def assign(text: str, path: Path, value: Value | None) -> str:
    """The file's text with this value at the path: set, added where the key is missing, removed for None."""
    root = read(text)
    node = find(root, path)
    if node is None:
        mapping = find(root, path[:-1])
        if value is None:
            return text
        if not path or not isinstance(mapping, yaml.MappingNode):
            raise CannotEdit("there is no such place in the file")
        added = _with(root, path, value if isinstance(value, str) else [*value.items()])
        return _proved(text, _add(text, mapping, str(path[-1]), value), added, path)
    if value is None:
        parent = find(root, path[:-1])
        if not path or not isinstance(parent, yaml.MappingNode) or len(parent.value) < 2:
            raise CannotEdit("nothing would be left of the mapping")
        return _proved(text, _remove(text, parent, str(path[-1])), _with(root, path, None), path)
    if not isinstance(value, str):
        for key, part in value.items():
            text = assign(text, (*path, key), part)
        return text
    if not isinstance(node, yaml.ScalarNode):
        raise CannotEdit("a list or a mapping stands where a text is wanted")
    if node.value == value:
        return text
    return _proved(text, _set(text, node, value), _with(root, path, value), path, node.tag)


def assign_each(text: str, values: Mapping[Path, str]) -> str:
    """As `assign` of each text to what stands at its path, but written in the first way and proved once for all.

    CannotEdit where one of them has to be looked at by itself.
    """
    root = read(text)
    nodes = {path: node for path in values if isinstance(node := find(root, path), yaml.ScalarNode)}
    tags = {path: node.tag for path, node in nodes.items()}
    changed, end = [], 0
    for start, after, put in sorted(
        part for path, node in nodes.items() for part in next(_set(text, node, values[path]))
    ):
        changed += [text[end:start], put]
        end = after
    result = "".join([*changed, text[end:]])
    for path, node in nodes.items():
        node.value = values[path]
    written = read(result)
    are_texts = all(getattr(find(written, path), "tag", "") in {_STR, tag} - {_NULL} for path, tag in tags.items())
    if len(nodes) < len(values) or not are_texts or data(written) != data(root) or comments(result) != comments(text):
        raise CannotEdit("there is no way to write all at once that leaves the rest as it is")
    return result


def _proved(text: str, ways: Iterator[tuple[_Replacement, ...]], wanted: Any, path: Path, tag: str = _STR) -> str:
    """The first of the ways to change the text whose result holds the wanted data, and every comment."""
    said = comments(text)
    for splices in ways:
        changed = text
        for start, end, put in sorted(splices, reverse=True):
            changed = changed[:start] + put + changed[end:]
        try:
            root = read(changed)
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


def _with(node: yaml.Node, path: Path, value: Any) -> Any:
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


# -- set ---------------------------------------------------------------------------------------------------------------


def _set(text: str, node: yaml.ScalarNode, value: str) -> Iterator[tuple[_Replacement, ...]]:
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in ("|", ">"):
        for tail in (_tail(text, node), end):
            if written := _block(text, node, value):
                # A block that keeps its last line feeds ends where the next line begins.
                ends = written + _newline(text) if tail == end and text[end - 1 : end] == "\n" else written
                yield (_Replacement(start, tail, ends),)
        header = _HEADER.match(text, start)
        yield (_Replacement(start, _tail(text, node), _double(value) + (header["comment"] if header else "")),)
        return
    gap = " " if start == end and text[start - 1 : start] not in ("", " ", "[", "{") else ""
    if node.style == "'" and value.isprintable():
        yield (_Replacement(start, end, "'" + value.replace("'", "''") + "'"),)
    elif not node.style and value.strip() and "\n" not in value:
        yield (_Replacement(start, end, gap + value),)
    yield (_Replacement(start, end, gap + _double(value)),)


def _double(value: str) -> str:
    """A text in double quotes, on one line: what is not seen is escaped."""
    written = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def _block(text: str, node: yaml.ScalarNode, value: str) -> str:
    """A text as a block with the old one's header, indentation and, where it can, line ends; empty for none."""
    lines = re.split(r"\r?\n", text[node.start_mark.index : node.end_mark.index])
    header = _HEADER.match(lines[0])
    first = next((line for line in lines[1:] if line.strip()), None)
    body = value.rstrip("\n")
    if not header or first is None or not body:
        return ""
    indent = first[: len(first) - len(first.lstrip(" "))]
    ends = len(value) - len(body)
    # A clipped block always ends in one line feed, a stripped one in none.
    chomping = {0: "-", 1: ""}.get(ends, "+")
    indicators = re.sub("[+-]", "", header["indicators"]) + chomping
    if ends == 1 and "+" in header["indicators"]:
        indicators = header["indicators"]
    rows = body.replace("\n", "\n\n").split("\n") if header["style"] == ">" else body.split("\n")
    rows = [indent + row if row else "" for row in rows] + [""] * max(0, ends - 1)
    return _newline(text).join([f"{header['style']}{indicators}{header['comment']}", *rows])


# -- add and remove ----------------------------------------------------------------------------------------------------


def _written(value: Value) -> Iterator[str]:
    """A value on one line, as plain as it can be."""
    if not isinstance(value, str):
        yield f"{{{', '.join(f'{key}: {next(_written(part))}' for key, part in value.items())}}}"
        return
    if _PLAIN_WORD.fullmatch(value):
        yield value
    yield _double(value)


def _add(text: str, mapping: yaml.MappingNode, key: str, value: Value) -> Iterator[tuple[_Replacement, ...]]:
    for written in _written(value):
        pair = f"{key}: {written}"
        if not mapping.value:
            start = mapping.start_mark.index + 1
            yield (_Replacement(start, start, pair),)
            continue
        last = mapping.value[-1][1]
        if mapping.flow_style:
            yield (_Replacement(last.end_mark.index, last.end_mark.index, f", {pair}"),)
            continue
        indent = " " * int(mapping.value[0][0].start_mark.column)
        for end in (_line_end(text, _tail(text, last)), last.end_mark.index):
            if text[end - 1 : end] == "\n":
                yield (_Replacement(end, end, f"{indent}{pair}{_newline(text)}"),)
            else:
                yield (_Replacement(end, end, f"{_newline(text)}{indent}{pair}"),)


def _remove(text: str, mapping: yaml.MappingNode, name: str) -> Iterator[tuple[_Replacement, ...]]:
    number = next(index for index, (key, _) in enumerate(mapping.value) if key.value == name)
    key, value = mapping.value[number]
    start, end = key.start_mark.index, _tail(text, value)
    before = _tail(text, mapping.value[number - 1][1]) if number else start
    after = mapping.value[number + 1][0].start_mark.index if number + 1 < len(mapping.value) else end
    line_start = text.rfind("\n", 0, start) + 1
    if mapping.flow_style:
        if number and "#" not in text[before:start]:
            yield (_Replacement(before, end, ""),)
        if not number and "#" not in text[end:after]:
            yield (_Replacement(start, after, ""),)
        comma = text.find(",", end, after)
        if comma >= 0:  # a comment stands between: only the pair and a comma go
            behind = comma + 1 + len(text[comma + 1 :]) - len(text[comma + 1 :].lstrip(" "))
            # Before a comment there is space, or it is none to other readers of YAML.
            gap = " " if text[behind : behind + 1] == "#" and not text[start - 1].isspace() else ""
            yield (_Replacement(start, behind, gap),)
        if number:
            comma = text.find(",", before, start)
            yield (_Replacement(comma, comma + 1, ""), _Replacement(start, end, ""))
    elif not text[line_start:start].strip():
        if line_start and _line_end(text, end, past=True) == _line_end(text, end):
            # The last line of a file that ends without a line feed, and goes on doing so.
            yield (_Replacement(line_start - len(_newline(text)), len(text), ""),)
        yield (_Replacement(line_start, _line_end(text, end, past=True), ""),)
        # A comment stays, in the place of what it stood behind.
        if header := _HEADER.match(text, value.start_mark.index):
            yield (_Replacement(start, end, header["comment"].strip()),)
        yield (_Replacement(start, end + len(text[end:]) - len(text[end:].lstrip(" \t")), ""),)
    elif "#" not in text[_line_end(text, end) : after]:  # the key that stands beside the dash of its entry
        yield (_Replacement(start, after, ""),)


def _tail(text: str, node: yaml.Node) -> int:
    """Where a node's own words end: a block's end mark lies past the blank lines and comments behind it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _tail(text, last[1] if isinstance(last, tuple) else last)
    start, end = int(node.start_mark.index), int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return _line_end(text, start + len(text[start:end].rstrip()))
    return end


def _line_end(text: str, index: int, *, past: bool = False) -> int:
    """Where the line of the index ends: before its line feed, or (`past`) after it."""
    end = text.find("\n", index)
    if end < 0:
        return len(text)
    if past:
        return end + 1
    return end - 1 if text[end - 1 : end] == "\r" and end > index else end


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
