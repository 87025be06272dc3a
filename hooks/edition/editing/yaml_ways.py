"""The ways in which a change of one value can be written in a YAML file: the one that its writer would take first.

None of them is proved here; `yaml_edit` takes the first whose result reads as it should.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

import yaml

Value: TypeAlias = str | Mapping[str, str]
"""What is written: a text, or a mapping of texts."""

_HEADER = re.compile(r"(?P<style>[|>])(?P<indicators>[0-9+-]*)(?P<comment>[^\r\n]*)")
_PLAIN_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


class Replacement(NamedTuple):
    """What comes to stand from one offset of the file to another."""

    start: int
    end: int
    text: str


Way: TypeAlias = tuple[Replacement, ...]


def settings(text: str, node: yaml.ScalarNode, value: str) -> Iterator[Way]:
    """The ways to put another value in the place of the node's."""
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in ("|", ">"):
        for tail in (_tail(text, node), end):
            if written := _block(text, node, value):
                # A block that keeps its last line feeds ends where the next line begins.
                ends = written + _newline(text) if tail == end and text[end - 1 : end] == "\n" else written
                yield (Replacement(start, tail, ends),)
        header = _HEADER.match(text, start)
        yield (Replacement(start, _tail(text, node), _double(value) + (header["comment"] if header else "")),)
        return
    gap = " " if start == end and text[start - 1 : start] not in ("", " ", "[", "{") else ""
    if node.style == "'" and value.isprintable():
        yield (Replacement(start, end, "'" + value.replace("'", "''") + "'"),)
    elif not node.style and value.strip() and "\n" not in value:
        yield (Replacement(start, end, gap + value),)
    yield (Replacement(start, end, gap + _double(value)),)


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


def _written(value: Value) -> Iterator[str]:
    """A value on one line, as plain as it can be."""
    if not isinstance(value, str):
        yield f"{{{', '.join(f'{key}: {next(_written(part))}' for key, part in value.items())}}}"
        return
    if _PLAIN_WORD.fullmatch(value):
        yield value
    yield _double(value)


def additions(text: str, mapping: yaml.MappingNode, key: str, value: Value) -> Iterator[Way]:
    """The ways to add a key behind all others."""
    for written in _written(value):
        pair = f"{key}: {written}"
        if not mapping.value:
            start = mapping.start_mark.index + 1
            yield (Replacement(start, start, pair),)
            continue
        last = mapping.value[-1][1]
        if mapping.flow_style:
            yield (Replacement(last.end_mark.index, last.end_mark.index, f", {pair}"),)
            continue
        indent = " " * int(mapping.value[0][0].start_mark.column)
        for end in (_line_end(text, _tail(text, last)), last.end_mark.index):
            if text[end - 1 : end] == "\n":
                yield (Replacement(end, end, f"{indent}{pair}{_newline(text)}"),)
            else:
                yield (Replacement(end, end, f"{_newline(text)}{indent}{pair}"),)


def removals(text: str, mapping: yaml.MappingNode, name: str) -> Iterator[Way]:
    """The ways to take a key out with its value."""
    number = next(index for index, (key, _) in enumerate(mapping.value) if key.value == name)
    key, value = mapping.value[number]
    start, end = key.start_mark.index, _tail(text, value)
    before = _tail(text, mapping.value[number - 1][1]) if number else start
    after = mapping.value[number + 1][0].start_mark.index if number + 1 < len(mapping.value) else end
    line_start = text.rfind("\n", 0, start) + 1
    if mapping.flow_style:
        if number and "#" not in text[before:start]:
            yield (Replacement(before, end, ""),)
        if not number and "#" not in text[end:after]:
            yield (Replacement(start, after, ""),)
        comma = text.find(",", end, after)
        if comma >= 0:  # a comment stands between: only the pair and a comma go
            behind = comma + 1 + len(text[comma + 1 :]) - len(text[comma + 1 :].lstrip(" "))
            # Before a comment there is space, or it is none to other readers of YAML.
            gap = " " if text[behind : behind + 1] == "#" and not text[start - 1].isspace() else ""
            yield (Replacement(start, behind, gap),)
        if number:
            comma = text.find(",", before, start)
            yield (Replacement(comma, comma + 1, ""), Replacement(start, end, ""))
    elif not text[line_start:start].strip():
        if line_start and _line_end(text, end, past=True) == _line_end(text, end):
            # The last line of a file that ends without a line feed, and goes on doing so.
            yield (Replacement(line_start - len(_newline(text)), len(text), ""),)
        yield (Replacement(line_start, _line_end(text, end, past=True), ""),)
        # A comment stays, in the place of what it stood behind.
        if header := _HEADER.match(text, value.start_mark.index):
            yield (Replacement(start, end, header["comment"].strip()),)
        yield (Replacement(start, end + len(text[end:]) - len(text[end:].lstrip(" \t")), ""),)
    elif "#" not in text[_line_end(text, end) : after]:  # the key that stands beside the dash of its entry
        yield (Replacement(start, after, ""),)


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
