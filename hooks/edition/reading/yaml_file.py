"""One YAML file to a tree of nodes with marks, or to problems that say what is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path
from stat import S_IFDIR, S_IFLNK, S_IFMT, S_ISLNK, S_ISREG
from unicodedata import name as name_of_character

import yaml

from edition.problems import Place, Problem, SourceFile, reason
from edition.reading.syntax import syntax_problem

MAX_BYTES = 200_000
"""A note is a few hundred words; what is larger is no note (and a 10 MB file would take minutes)."""

MAX_NESTING = 40

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( .*)?$", re.M)


def decode(path: Path, name: str, problems: list[Problem], limit: int = MAX_BYTES) -> SourceFile | None:
    """The text of the file at `path`, shown in messages as `name`; None, with a problem, where it cannot be read."""
    try:
        status = path.lstat()
        # A link could lead anywhere, and a device or a pipe has no end.
        if not S_ISREG(status.st_mode):
            found = {S_IFLNK: "a symbolic link", S_IFDIR: "a folder"}.get(S_IFMT(status.st_mode), "no file")
            remedy = "Put the file itself here." if S_ISLNK(status.st_mode) else "Move it elsewhere or delete it."
            problems.append(Problem(Place(SourceFile(name)), f"this is {found}, where a file is wanted", remedy))
            return None
        size = status.st_size
        data = path.read_bytes() if size <= limit else b""
    except OSError as error:
        problems.append(Problem(Place(SourceFile(name)), f"this cannot be read: {reason(error)}"))
        return None
    if size > limit:
        message = f"the file has {size:,} bytes; at most {limit:,} are read"
        problems.append(Problem(Place(SourceFile(name)), message, "Split it into smaller files."))
        return None
    try:
        return SourceFile(name, data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n"))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        file = SourceFile(name, data.decode("utf-8", "replace"))
        place = Place(file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        problems.append(Problem(place, message, f"{_likely_encoding(data)}Save the file in the encoding UTF-8."))
        return None


def _likely_encoding(data: bytes) -> str:
    """What a file seems to be that is not UTF-8, as a sentence; empty where there is no telling."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "It seems to be UTF-16. "
    try:
        return "It seems to be GB 18030. " if re.search("[\u4e00-\u9fff]", data.decode("gb18030")) else ""
    except UnicodeDecodeError:
        return ""


def compose(file: SourceFile, problems: list[Problem]) -> yaml.Node | None:
    """The root node of the one document in the file; None, with a problem, where there is none."""
    if found := FORBIDDEN.search(file.text):
        place = _place_of_index(file, found.start())
        problems.append(Problem(place, f"here stands {describe_character(found.group())}", "Delete it."))
        return None
    if found := _CONFLICT.search(file.text):
        remedy = "Keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>."
        place = _place_of_index(file, found.start(), len(found[1]))
        problems.append(Problem(place, "a merge conflict is left in the file", remedy))
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
        problems.append(syntax_problem(file, error))
        return None
    except yaml.YAMLError as error:
        problems.append(Problem(Place(file), f"this is not valid YAML: {' '.join(str(error).split())}"))
        return None
    if node is None:
        message = "nothing but comments stands in the file" if file.text.strip() else "the file is empty"
        problems.append(Problem(Place(file), message, "Fill it in, or delete it."))
    return node


def describe_character(character: str) -> str:
    """What an invisible character is called."""
    kind = "a control character"
    if character == "\ufeff":
        kind = "a byte order mark"
    elif character in "\u2028\u2029":
        kind = "an invisible line separator"
    elif character > "\u2000":
        kind = "an invisible direction mark"
    called = name_of_character(character, "")
    return f"{kind} (U+{ord(character):04X}{f', {called}' if called else ''})"


def _needs_a_guard(text: str) -> bool:
    """Whether the file may hold anchors, aliases, tags or deep nesting (a quick test, right for most files)."""
    if re.search(rf"(?:^|[\s\[{{,:-])[&*!][^\s*]|^ {{{MAX_NESTING}}}", text, re.M):
        return True
    return sum(map(text.count, "[{?")) + text.count("- ") > 60


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
            shown = event.tag.replace("tag:yaml.org,2002:", "!!")
            problems.append(Problem(place, f"tags are not used here; found “{shown}”", "Delete it."))
            return False
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_NESTING:
            problems.append(Problem(place, f"lists and mappings are nested more than {MAX_NESTING} deep"))
            return False
    return True


def _place_of_index(file: SourceFile, index: int, width: int = 1) -> Place:
    before = file.text[:index]
    return Place(file, before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1, width)
