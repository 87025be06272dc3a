"""A section's front matter, where MkDocs finds it, and the Markdown under it.

MkDocs takes more for front matter than editors mean as such, and leaves it out of the page: what would be lost so is
an error here, since the file holds the article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

import yaml

from edition.problems import Place, Problem, SourceFile, did_you_mean, short
from edition.reading.values import Context, read_text
from edition.reading.yaml_file import compose

_YAML = re.compile(r"-{3}[ \t]*\n(?P<fields>.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.S)
_OPENING = re.compile(r"-{3}[ \t]*(?:\n|\Z)")
_ALMOST = re.compile(r"\s*[-–—―－]{2,}[ \t]*\n\s*[\w-]+\s*[:：].*\n")
_KEY = re.compile(r"[ ]{0,3}(?P<key>[A-Za-z0-9_-]+):\s*.*")
_TEXTS = frozenset(["title", "description"])
"""What of it MkDocs and its themes print."""
_LONGEST_SLIP = len("tittle")
"""A longer key, such as `subtitle`, is another."""
_HOW = "Begin the file with a line of three hyphens, “title: …”, and another line of three hyphens."


class FileParts(NamedTuple):
    """A section's file in two: the plain values of its front matter, and the Markdown, which begins on a `line`."""

    fields: Mapping[str, str]
    markdown: str
    line: int


def parts_of_file(file: SourceFile, problems: list[Problem]) -> FileParts | None:
    """The two parts of a section's file; None, with a problem, where MkDocs would read it otherwise than it looks."""
    before = len(problems)
    matched = _YAML.match(file.text)
    if matched:
        fields = _fields(SourceFile(file.path, "\n" + matched["fields"]), file, problems)
        text = file.text[matched.end() :]
    elif _OPENING.match(file.text):
        message = "the front matter that begins here is not closed"
        problems.append(Problem(Place(file), message, f"{_HOW} A rule across the page is written * * *."))
        return None
    elif _ALMOST.match(file.text):
        problems.append(Problem(Place(file), "MkDocs takes the front matter for a part of the text", _HOW))
        return None
    else:
        fields, text = {}, file.text
        _refuse_keys(file, problems)
    if len(problems) > before:
        return None
    markdown = text.lstrip("\n")
    return FileParts(fields, markdown, file.text.count("\n", 0, len(file.text) - len(markdown)) + 1)


def _fields(head: SourceFile, file: SourceFile, problems: list[Problem]) -> dict[str, str]:
    """The values; a problem where the front matter is none, since MkDocs then shows it as part of the text.

    The line of dashes is left empty in `head`, so that places are those of the whole file.
    """
    said = "".join(line.partition("#")[0] for line in head.text.split("\n")).strip()
    node = compose(head, problems) if said else None
    if not said or (node is not None and not isinstance(node, yaml.MappingNode)):
        message = "the front matter holds no “key: value”, so that MkDocs takes it for a part of the text"
        problems.append(Problem(Place(file), message, _HOW))
    if not isinstance(node, yaml.MappingNode):
        return {}
    if trouble := _unreadable_value(node, head.text):
        line, reason = trouble
        message = f"a value here cannot be read, so that MkDocs takes it all for text: {short(reason)}"
        problems.append(Problem(Place(file, line), message, "Put the value in quotation marks."))
    else:
        _refuse_other_than_text(node, Context(file, problems))
    return {str(key.value): value.value for key, value in node.value if isinstance(value, yaml.ScalarNode)}


def _refuse_other_than_text(node: yaml.MappingNode, context: Context) -> None:
    """A title that is a list, empty or `no` would be printed as Python writes it: “None”, “False”."""
    seen: set[str] = set()
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            continue
        if key.value in seen:
            context.report(key, f"the key “{key.value}” stands twice", "Delete one of the two.")
        seen.add(key.value)
        if key.value in _TEXTS and read_text(context, value, key.value) is not None:
            taken = str(yaml.CSafeLoader("").construct_object(value))
            if taken.strip() != value.value.strip():
                message = f"MkDocs reads this “{key.value}” as “{short(taken)}”"
                context.report(value, message, "Put the text in straight double quotes.")
    for key, _ in node.value:
        if "title" not in seen and len(key.value) <= _LONGEST_SLIP and did_you_mean(str(key.value).lower(), ["title"]):
            context.report(key, f"unknown key “{key.value}”", "Did you mean “title”?")


def _unreadable_value(node: yaml.MappingNode, text: str) -> tuple[int, str] | None:
    """The line of a value that is well-formed and yet none, such as the 31st of February, and why."""
    loader = yaml.CSafeLoader("")
    line = 2
    try:
        for _, value in node.value:
            line = value.start_mark.line + 1
            loader.construct_object(value, deep=True)
        line = 2
        yaml.load(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, TypeError) as error:
        return line, str(error)
    return None


def _refuse_keys(file: SourceFile, problems: list[Problem]) -> None:
    """A first line such as `Update: …` is a key to MkDocs, and its words would not be in the page."""
    first = file.text.partition("\n")[0]
    if found := _KEY.fullmatch(first):
        key = found["key"]
        message = f"MkDocs takes the first line for front matter, since it begins with “{key}:”, and leaves it out"
        place = Place(file, 1, first.index(key) + 1, len(key) + 1)
        problems.append(Problem(place, message, f"{_HOW} Then the article’s words."))
