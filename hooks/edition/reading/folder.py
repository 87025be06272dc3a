"""The folder `annotations/` to the model: all files, all problems at once.

What stands in one file is checked by `records`; what one file says of another is a rule of `checking`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import yaml

from edition.memory import Memory
from edition.model import ANNOTATIONS, FOLDERS, Claim, Document, Edition, Manifest, Note, Record, SectionEntries
from edition.problems import Problem, did_you_mean
from edition.reading.disk import is_passed_over, look_into, no_folder
from edition.reading.records import fits, is_complete, known_keys, read_list, read_record
from edition.reading.values import ID, Context, as_id, id_rule
from edition.reading.yaml_file import compose, decode, place_of

MANIFEST = "edition.yml"
CLAIMS = "claims.yml"
_WORDS = {"terms", "target", "targets"}
"""The fields by which a note speaks of words of the article."""
_ALLOWED_BESIDE = {"schemas", MANIFEST, CLAIMS, "README.md"}

_MEANT = re.compile(r"(.+?)\.ya?ml(?:\.te?xt)?", re.I)
"""A name whose end is nearly right: editors of plain text add their own."""

AnyRecord = TypeVar("AnyRecord", bound=Record)
Made = TypeVar("Made")


def read_edition(folder: Path, memory: Memory | None = None) -> tuple[Edition, list[Problem]]:
    """Everything under `folder` (usually `annotations/`), and what is wrong with it.

    What cannot be read is left out, so that the rest can still be shown. A file that says what it said before is not
    read into a record again, as far as the `memory` goes.
    """
    reader = _Reader(folder, memory or Memory())
    edition = Edition(
        manifest=reader.manifest(),
        documents={kind: reader.documents(folder / name, kind) for name, kind in FOLDERS.items()},
        claims=reader.claims(),
        folder=folder.name,
    )
    problems = [*reader.problems, *_layout(folder, reader.there)]
    unread = frozenset(problem.place.file.path for problem in problems)
    return replace(edition, incomplete=tuple(reader.incomplete), unread=unread), problems


class _Reader:
    """Reads what lies in the folder, and keeps what is wrong with it and the records that are not whole."""

    def __init__(self, folder: Path, memory: Memory) -> None:
        self.folder, self.memory = folder, memory
        self.problems: list[Problem] = []
        self.incomplete: list[Record] = []
        self.there = look_into(folder, folder.name, self.problems)

    def manifest(self) -> Manifest | None:
        if self.folder / MANIFEST not in self.there:
            message = "the file is missing; it says which article this is"
            remedy = "Write it: title, publisher, issued, language, rights, sha256."
            name = f"{self.folder.name}/{MANIFEST}"
            self.problems.append(Problem.at(name, message, remedy, rests_on=(self.folder.name,)))
            return None
        return self._whole(self._made_of(self.folder / MANIFEST, self.problems, partial(read_record, Manifest)))

    def claims(self) -> tuple[Claim, ...]:
        path = self.folder / CLAIMS
        read = self._made_of(path, self.problems, _claims) if path in self.there else None
        claims, are_all = read or ((), True)
        if not are_all:  # nobody knows the number of an entry behind one that is none
            self.incomplete += claims
            return ()
        return tuple(filter(self._whole, claims))

    def documents(self, folder: Path, kind: type[AnyRecord]) -> dict[str, AnyRecord]:
        found: dict[str, AnyRecord] = {}
        shown = f"{self.folder.name}/{folder.name}"
        if folder in self.there and folder.is_symlink():
            self.problems.append(no_folder(shown))
        elif folder in self.there:
            for path in look_into(folder, shown, self.problems):
                if is_passed_over(path.name) or path.name == "README.md":
                    continue
                if not _is_well_named(path, f"{shown}/{path.name}", self.problems):
                    continue
                wrong: list[Problem] = []
                value = self._whole(self._made_of(path, wrong, partial(_read_one, kind, path.stem)))
                if issubclass(kind, SectionEntries):  # what is not known of it, the checks of its section wait for
                    wrong = [replace(problem, spoils=f"{shown}/{path.name}") for problem in wrong]
                self.problems += wrong
                if value:
                    found[path.stem] = value
        return found

    def _whole(self, record: AnyRecord | None) -> AnyRecord | None:
        """The record if it is whole; one that is not is put aside."""
        if record is None or is_complete(record):
            return record
        self.incomplete.append(record)
        return None

    def _made_of(
        self, path: Path, problems: list[Problem], make: Callable[[Context, yaml.Node], Made | None]
    ) -> Made | None:
        """What is made of the node of the file; None where it has none."""
        file = decode(path, path.relative_to(self.folder.parent).as_posix(), problems)
        if file is None:
            return None

        def read() -> tuple[Made | None, Sequence[Problem]]:
            wrong: list[Problem] = []
            node = compose(file, wrong)
            return make(Context(file, wrong), node) if node else None, wrong

        value, told = self.memory.made(("record", file.path), file.text, read)
        problems += told
        return value


def _claims(context: Context, node: yaml.Node) -> tuple[tuple[Claim, ...], bool]:
    """The claims, and whether all entries are some."""
    claims = read_list(Claim, context, node) or ()
    return claims, len(claims) == len(node.value)


def _read_one(record: type[AnyRecord], stem: str, context: Context, node: yaml.Node) -> AnyRecord | None:
    value: AnyRecord | None
    if issubclass(record, SectionEntries):
        paragraphs = read_list(record.entry, context, node)
        if paragraphs is None:
            return None
        whole = is_complete(paragraphs) and len(paragraphs) == len(node.value)
        unread = frozenset() if whole else frozenset(["paragraphs"])
        place = place_of(context.file, node)
        return record(section=stem, paragraphs=paragraphs, place=place, places={}, unread=unread)
    if kind := _kind_meant(record, node):
        message = f"these are the keys of a {kind.noun()}, and this is the folder of another kind"
        context.report(node, message, f"Move the file to {ANNOTATIONS}/{kind.folder}/.")
        return None
    value = read_record(record, context, node, id=stem)
    if value is None:
        return None
    if not isinstance(value, Note) or value.unread & _WORDS or value.all_terms or value.all_targets:
        return value
    wanted, remedy = value.wants
    context.problems.append(Problem(value.at("terms"), f"a {value.noun()} {wanted}", remedy))
    return replace(value, unread=value.unread | {"terms"})


def _kind_meant(record: type[Record], node: yaml.Node) -> type[Document] | None:
    """The other kind to which far more keys of a file belong than to its folder's."""
    if fits(record, node):
        return None
    kinds = [kind for kind in FOLDERS.values() if not issubclass(kind, SectionEntries)]
    best, second = sorted(kinds, key=lambda kind: known_keys(kind, node), reverse=True)[:2]
    least = max(known_keys(record, node) + 2, known_keys(second, node) + 1)
    return best if best is not record and known_keys(best, node) >= least else None


def _is_well_named(path: Path, name: str, problems: list[Problem]) -> bool:
    if path.suffix == ".yml" and ID.fullmatch(path.stem):
        return True
    meant = None if path.suffix == ".yml" or path.is_dir() else _MEANT.fullmatch(path.name)
    if meant:
        message, remedy = "files here end in .yml", _rename(path, f"{as_id(meant[1]) or meant[1]}.yml")
    elif path.suffix != ".yml":
        found = "a folder stands here" if path.is_dir() else "this is no .yml file"
        message = f"{found}; in {path.parent.name}/ there are .yml files only"
        remedy = "Move it elsewhere or delete it; a note is named ID.yml."
    else:
        wanted = as_id(path.stem)
        message = f"the file's name is the note's id, and “{path.stem}” is none: {id_rule(path.stem)}"
        remedy = _rename(path, f"{wanted}.yml") if wanted else "Name it in Latin letters, such as openai.yml."
    problems.append(Problem.at(name, message, remedy))
    return False


def _rename(path: Path, name: str) -> str:
    """How a file comes to its name: not over another that has it."""
    if path.with_name(name).exists():
        return f"{name} is there already: keep one of the two, or give this another name."
    return f"Rename it to {name}."


def _layout(folder: Path, there: list[Path]) -> Iterator[Problem]:
    known = {*FOLDERS, *_ALLOWED_BESIDE}
    for path in there:
        if path.name not in known and not is_passed_over(path.name):
            remedy = did_you_mean(path.name, known) or f"Notes stand in {', '.join(FOLDERS)}."
            yield Problem.at(f"{folder.name}/{path.name}", "nothing reads this", remedy)
