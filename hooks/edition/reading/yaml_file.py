"""One YAML file to a tree of nodes with marks, or to problems that say what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from stat import S_IFDIR, S_IFLNK, S_IFMT, S_ISLNK, S_ISREG
from typing import TypeAlias, cast
from unicodedata import category
from unicodedata import name as name_of_character

import yaml

from edition.problems import Place, Problem, SourceFile, reason
from edition.reading.syntax import syntax_problem

MAX_BYTES = 200_000
"""A note is a few hundred words; what is larger is no note (and a 10 MB file would take minutes)."""

MAX_NESTING = 40

YamlPath: TypeAlias = tuple[str | int, ...]
"""Keys and indexes (from 0) from the root of the file to a value."""

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_NO_TEXT = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff" + _NONCHARACTERS
"""What no text has: controls, halves of characters, and what Unicode says is none (The Unicode Standard, 23.7)."""
NO_CHARACTER = re.compile(f"[{_NO_TEXT}\u202d\u202e]")
"""That, and what lets words be read in another order than that in which they stand."""
FORBIDDEN = re.compile(f"[{_NO_TEXT}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""What moreover nobody sees, though it changes what is seen; an article may need some of it, a note does not."""
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}))")
_PROPERTY = re.compile(rf"(?:^|[\s\[{{,:-])[&*!][^\s*]|^ {{{MAX_NESTING}}}", re.M)
"""An anchor, an alias or a tag; or deep nesting."""


class _Loader(yaml.CSafeLoader):
    """Without the tags that a path of keys may give to a value, of which there are none."""

    def descend_resolver(self, *_: object) -> None: ...

    def ascend_resolver(self) -> None: ...


def decode(path: Path, name: str, problems: list[Problem], limit: int = MAX_BYTES) -> SourceFile | None:
    """The text of the file at `path`, shown in messages as `name`; None, with a problem, where it cannot be read.

    A byte order mark at its beginning, which some editors write, is none of its text.
    """
    try:
        status = path.lstat()
        # A link could lead anywhere, and a device or a pipe has no end.
        if not S_ISREG(status.st_mode):
            found = {S_IFLNK: "a symbolic link", S_IFDIR: "a folder"}.get(S_IFMT(status.st_mode), "no file")
            remedy = "Put the file itself here." if S_ISLNK(status.st_mode) else "Move it elsewhere or delete it."
            problems.append(Problem.at(name, f"this is {found}, where a file is wanted", remedy))
            return None
        size = status.st_size
        data = path.read_bytes() if size <= limit else b""
    except OSError as error:
        remedy = "Give yourself the right to read it (chmod u+r)." if isinstance(error, PermissionError) else ""
        problems.append(Problem.at(name, f"this cannot be read: {reason(error)}", remedy))
        return None
    if size > limit:
        message = f"the file has {size:,} bytes; at most {limit:,} are read"
        problems.append(Problem.at(name, message, "Split it into smaller files."))
        return None
    try:
        return SourceFile(name, data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        place = SourceFile(name, data.decode("utf-8", "replace")).place(len(before))
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        problems.append(Problem(place, message, f"{_likely_encoding(data)}Save the file in the encoding UTF-8."))
        return None


def _likely_encoding(data: bytes) -> str:
    """What a file seems to be that is not UTF-8, as a sentence; empty where there is no telling."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "It seems to be UTF-16. "
    if any(len(run) % 2 for run in re.findall(rb"[\x80-\xff]+", data)):
        return ""  # a letter with an accent is one byte, a Chinese character two
    try:
        return "It seems to be GB 18030. " if re.search("[\u4e00-\u9fff]", data.decode("gb18030")) else ""
    except UnicodeDecodeError:
        return ""


def compose(file: SourceFile, problems: list[Problem]) -> yaml.Node | None:
    """The root node of the one document in the file; None, with a problem, where there is none."""
    text = file.text
    if found := FORBIDDEN.search(text):
        place = file.place(found.start())
        problems.append(Problem(place, f"here stands {describe_character(found.group())}", "Delete it."))
        return None
    problems += _lost_characters(file)
    if left := conflicts(file, "<=>"):
        problems += left
        return None
    try:
        if _needs_a_guard(text) and not _guard(file, problems):
            return None
        loader = _Loader(text)
        try:
            node: yaml.Node | None = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        problems.append(syntax_problem(file, error))
        return None
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value and not node.style):
        node = None
        message = "nothing but comments stands in the file" if text.strip("-. \n") else "the file is empty"
        problems.append(Problem(Place(file), message, "Fill it in, or delete it."))
    elif "\\" in text:  # only an escape makes what the file itself does not hold
        problems += escaped(file, node)
    return node


def conflicts(file: SourceFile, signs: str = "<>") -> list[Problem]:
    """The merge conflict that is left in a file: its first line of one of the signs. In Markdown `=` draws a line."""
    found = any(sign * 7 in file.text for sign in signs) and re.search(rf"^([{signs}])\1{{6}}(?= |$)", file.text, re.M)
    if not found:
        return []
    remedy = "Keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>."
    return [Problem(file.place(found.start(), len(found[0])), "a merge conflict is left in the file", remedy)]


def place_of(file: SourceFile, node: yaml.Node | yaml.ScalarEvent) -> Place:
    """The place of a node: as wide as it is on its first line."""
    return Place(file, *span_of(node))


def span_of(node: yaml.Node | yaml.ScalarEvent) -> tuple[int, int, int]:
    """The line, the column and the width of a node's place."""
    start, end = cast("tuple[yaml.Mark, yaml.Mark]", (node.start_mark, node.end_mark))
    width = end.column - start.column if end.line == start.line else 1
    return start.line + 1, start.column + 1, max(1, width)


def escaped(
    file: SourceFile, node: yaml.Node | yaml.ScalarEvent, forbidden: re.Pattern[str] = FORBIDDEN
) -> Iterator[Problem]:
    """A problem for each text, be it a key or a value, in which an escape makes what is `forbidden`."""
    if isinstance(node, yaml.ScalarNode | yaml.ScalarEvent):
        if node.style == '"' and (found := forbidden.search(node.value)):
            message = f"an escape in this text makes {describe_character(found.group())}"
            yield Problem(place_of(file, node), message, "Delete it.")
        return
    for item in node.value:
        for part in item if isinstance(item, tuple) else (item,):
            yield from escaped(file, part, forbidden)


def find(root: yaml.Node | None, path: YamlPath) -> yaml.Node | None:
    """The node at the path; None where none is there."""
    node = root
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
            node = node.value[step]
        else:
            return None
    return node


def text_at(root: yaml.Node | None, path: YamlPath) -> str:
    """The text at the path; empty where none is there."""
    node = find(root, path)
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def _lost_characters(file: SourceFile) -> Iterator[Problem]:
    """A warning at the first sign that stands where a program could not read a character."""
    at = file.text.find("\ufffd")
    if at >= 0:
        message = "here stands the sign � (U+FFFD), by which programs say that they could not read a character"
        remedy = "Write what stands in the original; leave it only where the original has it."
        yield Problem.warning(file.place(at), "lost character", message, remedy)


def check_characters(file: SourceFile, problems: list[Problem], references: bool = True) -> bool:
    """Whether something in a page is no character, as it stands or by a reference; the first is reported."""
    problems += _lost_characters(file)
    for found in NO_CHARACTER.finditer(file.text):
        message = f"here stands {describe_character(found.group())}"
        problems.append(Problem(file.place(found.start()), message, "Delete it."))
        return True
    for found in _REFERENCE.finditer(file.text if references else ""):
        code = int(found[1], 16) if found[1] else int(found[2])
        if code > 0x10FFFF or NO_CHARACTER.fullmatch(chr(code)):
            place = file.place(found.start(), len(found[0]))
            named, remedy = "no character", "Write the character itself."
            if code in (0x202D, 0x202E):
                named, remedy = describe_character(chr(code)), "Delete it."
            problems.append(Problem(place, f"“{found[0]}” names {named}", remedy))
            return True
    return False


def describe_character(character: str) -> str:
    """What an invisible character is called."""
    kind = "a control character"
    if category(character) == "Cs":
        kind = "half of a character"
    elif category(character) == "Cn":
        kind = "what is no character"
    elif character == "\ufeff":
        kind = "a byte order mark"
    elif character in "\u2028\u2029":
        kind = "an invisible line separator"
    elif character > "\u2000":
        kind = "an invisible direction mark"
    called = name_of_character(character, "")
    return f"{kind} (U+{ord(character):04X}{f', {called}' if called else ''})"


def _needs_a_guard(text: str) -> bool:
    """Whether the file may hold anchors, aliases, tags or deep nesting (a quick test, right for most files)."""
    if any(sign in text for sign in ("&", "*", "!", " " * MAX_NESTING)) and _PROPERTY.search(text):
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
            problems.append(Problem(place, f"tags are not used here; found “{shown}”",
                                    "Delete it; quote a text that begins with !."))  # fmt: skip
            return False
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_NESTING:
            problems.append(Problem(place, f"lists and mappings are nested more than {MAX_NESTING} deep"))
            return False
    return True
