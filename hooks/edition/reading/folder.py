"""The folder `annotations/` to the model: all files, all problems at once.

What stands in one file is checked by `records`; here is checked what needs several: that ids are
unique and that what is named exists.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import yaml

from edition.model import (
    Bio,
    Edition,
    FactCheck,
    Gloss,
    Manifest,
    Note,
    Record,
    Source,
    TranslatedParagraph,
    Translation,
    Variant,
)
from edition.problems import Place, Problem, SourceFile, did_you_mean
from edition.reading.records import ID, Context, as_id, place_of, read_list, read_record
from edition.reading.yaml_file import compose, read_source

FOLDERS: Mapping[str, type[Record]] = {
    "bios": Bio,
    "fact-checks": FactCheck,
    "glosses": Gloss,
    "translations": Translation,
    "variants": Variant,
    "sources": Source,
}
MANIFEST = "edition.yml"
_ALLOWED_BESIDE = {"schemas", MANIFEST, "claims.yml", "README.md"}

AnyRecord = TypeVar("AnyRecord", bound=Record)


def read_edition(folder: Path) -> tuple[Edition, list[Problem]]:
    """Everything under `folder` (usually `annotations/`), and what is wrong with it.

    What cannot be read is left out, so that the rest can still be shown.
    """
    problems: list[Problem] = []
    read = {name: _read_folder(folder, name, record, problems) for name, record in FOLDERS.items()}
    edition = Edition(
        manifest=_read_manifest(folder, problems),
        bios=read["bios"],
        fact_checks=read["fact-checks"],
        glosses=read["glosses"],
        variants=read["variants"],
        translations=read["translations"],
        sources=read["sources"],
    )
    _check_layout(folder, problems)
    _check_references(edition, folder, problems)
    return edition, problems


def _read_manifest(folder: Path, problems: list[Problem]) -> Manifest | None:
    name = f"{folder.name}/{MANIFEST}"
    if not (folder / MANIFEST).exists():
        problems.append(Problem(Place(SourceFile(name)), "the file is missing; it says which article this is"))
        return None
    file = read_source(folder / MANIFEST, name, problems)
    node = compose(file, problems) if file else None
    if file is None or node is None:
        return None
    manifest: Manifest | None = read_record(Manifest, Context(file, problems), node)
    return manifest


def _read_folder(folder: Path, kind: str, record: type[Record], problems: list[Problem]) -> dict[str, object]:
    found: dict[str, object] = {}
    directory = folder / kind
    if not directory.is_dir():
        return found
    for path in sorted(directory.iterdir(), key=lambda path: path.name):
        if path.name.startswith(".") or path.name == "README.md":
            continue
        name = f"{folder.name}/{kind}/{path.name}"
        if not _is_well_named(path, name, problems):
            continue
        file = read_source(path, name, problems)
        node = compose(file, problems) if file else None
        if file is None or node is None:
            continue
        value = _read_one(record, Context(file, problems), node, path.stem)
        if value is not None:
            found[path.stem] = value
    return found


def _read_one(record: type[Record], context: Context, node: yaml.Node, stem: str) -> object | None:
    if record is Translation:
        paragraphs = read_list(TranslatedParagraph, context, node)
        place = place_of(context.file, node)
        return paragraphs and Translation(section=stem, paragraphs=paragraphs, place=place, places={})
    value: Record | None = read_record(record, context, node, id=stem)
    if isinstance(value, Gloss) and not value.terms and not value.all_targets:
        context.report(node, "a gloss needs “terms”, or a “target” for a phrase in one place")
        return None
    if isinstance(value, FactCheck) and not value.all_targets:
        context.report(node, "a fact check needs a “target”: the words that make the claim")
        return None
    return value


def _is_well_named(path: Path, name: str, problems: list[Problem]) -> bool:
    place = Place(SourceFile(name))
    if path.suffix == ".yml" and ID.fullmatch(path.stem):
        return True
    if path.suffix == ".yaml":
        problems.append(Problem(place, "files here end in .yml", f"Rename it to {path.stem}.yml."))
    elif path.suffix != ".yml":
        problems.append(Problem(place, "only .yml files stand here", "Move it elsewhere or delete it."))
    else:
        wanted = as_id(path.stem)
        message = f"the file's name is the note's id; “{path.stem}” is none: small letters a–z, digits, single hyphens"
        problems.append(Problem(place, message, f"Rename it to {wanted}.yml." if wanted else ""))
    return False


def _check_layout(folder: Path, problems: list[Problem]) -> None:
    if not folder.is_dir():
        return
    known = {*FOLDERS, *_ALLOWED_BESIDE}
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name not in known and not path.name.startswith("."):
            remedy = did_you_mean(path.name, known) or f"Notes stand in {', '.join(FOLDERS)}."
            problems.append(Problem(Place(SourceFile(f"{folder.name}/{path.name}")), "nothing reads this", remedy))


def _check_references(edition: Edition, folder: Path, problems: list[Problem]) -> None:
    seen: dict[str, Note] = {}
    for note in edition.notes:
        if note.id in seen:
            message = f"the id “{note.id}” is taken by {seen[note.id].place.file.path}"
            problems.append(Problem(note.place, message, "Rename one of the two files."))
        seen.setdefault(note.id, note)

    # A file that exists but cannot be read has its own problem: it is not reported as missing as well.
    sources = _stems(folder / "sources") | set(edition.sources)
    bios = _stems(folder / "bios") | set(edition.bios)
    notes = set(seen).union(*(_stems(folder / kind) for kind in ("bios", "fact-checks", "glosses", "variants")))
    for note in edition.notes:
        for source, place in note.cited():
            if source not in sources:
                remedy = did_you_mean(source, sources) or f"Write {folder.name}/sources/{source}.yml."
                problems.append(Problem(place, f"there is no source “{source}”", remedy))
        if isinstance(note, Bio):
            for number, other in enumerate(note.related):
                if other not in bios:
                    place = note.at(f"related.{number}")
                    problems.append(Problem(place, f"there is no bio “{other}”", did_you_mean(other, bios)))
        for name in ("body", "explanation", "note"):
            for other in re.findall(r"\]\(note:([^)\s]*)", getattr(note, name, "")):
                if other not in notes:
                    problems.append(Problem(note.at(name), f"a link goes to no note: “{other}”", did_you_mean(other, notes)))
        if isinstance(note, Variant) and edition.manifest:
            sigla = [witness.siglum for witness in edition.manifest.witnesses]
            for reading in note.readings:
                if reading.witness not in sigla:
                    message = f"{folder.name}/{MANIFEST} names no witness “{reading.witness}”"
                    problems.append(Problem(reading.at("witness"), message, did_you_mean(reading.witness, sigla)))
                if bool(reading.text) == reading.omits:
                    problems.append(Problem(reading.place, "a reading has either “text” or “omits: true”"))


def _stems(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.yml")}
