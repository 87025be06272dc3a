"""One YAML file to a tree of nodes with marks, or to problems that say what is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from edition.problems import Place, Problem, SourceFile

MAX_BYTES = 200_000
"""A note is a few hundred words; what is larger is no note (and a 10 MB file would take minutes)."""

MAX_NESTING = 40

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_NAMES = {
    "\ufeff": "a byte order mark",
    **dict.fromkeys(
        "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "an invisible direction mark"
    ),
    **dict.fromkeys("\u2028\u2029", "an invisible line separator"),
}
_REMEDIES = (
    (r"'\\t'", "Indent with spaces: YAML allows no tabs."),
    (r"mapping values are not allowed", "A text that holds “: ” must stand in double quotes."),
    (r"^expected <block end>", "Check that the line is indented like its neighbours, or quote the text."),
    (r"could not find expected ':'", "Every line is “key: value”; a longer text goes on indented below “key: |”."),
    (r"while scanning a quoted scalar|unexpected end of stream", "A quotation mark or bracket is not closed."),
    (r"'[@`%]'|cannot start any token", "A text that begins with a special sign must stand in double quotes."),
    (r"expected ',' or ']'|expected ',' or '}'", "A bracket is not closed, or a comma is missing."),
)


def decode(path: Path, name: str, problems: list[Problem], limit: int = MAX_BYTES) -> SourceFile | None:
    """The text of the file at `path`, shown in messages as `name`; None, with a problem, where it cannot be read."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= limit else b""
    except OSError as error:
        reason = "is a folder, where a file is wanted" if path.is_dir() else f"cannot be read: {error.strerror}"
        problems.append(Problem(Place(SourceFile(name)), f"this {reason}"))
        return None
    if size > limit:
        message = f"the file has {size:,} bytes; at most {limit:,} are read"
        problems.append(Problem(Place(SourceFile(name)), message, "Split it into smaller files."))
        return None
    try:
        return SourceFile(name, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        file = SourceFile(name, data.decode("utf-8", "replace"))
        place = Place(file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        problems.append(Problem(place, message, "Save the file in the encoding UTF-8."))
        return None


def compose(file: SourceFile, problems: list[Problem]) -> yaml.Node | None:
    """The root node of the one document in the file; None, with a problem, where there is none."""
    if found := _FORBIDDEN.search(file.text):
        character = found.group()
        name = _NAMES.get(character, "a control character")
        place = _place_of_index(file, found.start())
        problems.append(Problem(place, f"here stands {name} (U+{ord(character):04X})", "Delete it."))
        return None
    if re.search(r"^(<{7}|={7}|>{7})( |$)", file.text, re.M):
        index = re.search(r"^(<{7}|={7}|>{7})( |$)", file.text, re.M).start()  # type: ignore[union-attr]
        remedy = "Keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>."
        problems.append(Problem(_place_of_index(file, index, 7), "a merge conflict is left in the file", remedy))
        return None
    try:
        if _needs_a_guard(file.text) and not _guard(file, problems):
            return None
        loader = yaml.CSafeLoader(file.text)
        try:
            node: yaml.Node | None = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        problems.append(_syntax_problem(file, error))
        return None
    except yaml.YAMLError as error:
        problems.append(Problem(Place(file), f"this is not valid YAML: {' '.join(str(error).split())}"))
        return None
    if node is None:
        problems.append(Problem(Place(file), "the file is empty", "Fill it in, or delete it."))
    return node


def _needs_a_guard(text: str) -> bool:
    """Whether the file may hold anchors, aliases, tags or deep nesting (a quick test, right for most files)."""
    return bool(re.search(r"(?:^|[\s\[{,:-])[&*!][^\s*]", text)) or sum(map(text.count, "[{?")) + text.count("- ") > 60


def _guard(file: SourceFile, problems: list[Problem]) -> bool:
    """Refuse what makes small files large (aliases) or recursion deep, by events, which need neither."""
    depth = 0
    for event in yaml.parse(file.text, Loader=yaml.CSafeLoader):
        mark = event.start_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            message = "anchors (&) and aliases (*) are not used here"
            problems.append(Problem(place, message, "Write the value out; quote a text that begins with & or *."))
            return False
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            problems.append(Problem(place, f"tags are not used here; found “{event.tag}”", "Delete it."))
            return False
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_NESTING:
            problems.append(Problem(place, f"lists and mappings are nested more than {MAX_NESTING} deep"))
            return False
    return True


def _syntax_problem(file: SourceFile, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    said = f"{error.context or ''} {error.problem or ''}".strip()
    if "but found another document" in said or "expected a single document" in said:
        return Problem(place, "a second document begins here; one file holds one note", "Delete the line ---.")
    remedy = next(
        (text for pattern, text in _REMEDIES if re.search(pattern, said) or re.search(pattern, error.problem or "")), ""
    )
    line = file.line(place.line)
    if ":" in line:  # a full-width colon looks right and is not
        pass
    elif "：" in line:
        remedy = "The colon after a key is the ASCII one, with a space after it."
    return Problem(place, f"this is not valid YAML: {said}", remedy)


def _place_of_index(file: SourceFile, index: int, width: int = 1) -> Place:
    before = file.text[:index]
    return Place(file, before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1, width)
