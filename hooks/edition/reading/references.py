"""What one file says of another: that ids are unique, and that whatever is named exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from edition.model import Bio, Claim, Edition, Event, Note, Variant
from edition.problems import Problem, did_you_mean, short, within

_NOTE_LINK = re.compile(r"(?:\]\(\s*<?|<)note:([^)>\s]*)")
_NOTE_FOLDERS = ("bios", "fact-checks", "glosses", "variants")


def check_references(edition: Edition, folder: Path) -> Iterator[Problem]:
    """A problem for every id that is taken twice, and for every one that is named and does not exist.

    A file that is there but cannot be read has its own problem: it is not reported as missing as well.
    """
    yield from _taken_twice(edition)
    sources = _stems(folder / "sources") | set(edition.sources)
    bios = _stems(folder / "bios") | set(edition.bios)
    checks = _stems(folder / "fact-checks") | set(edition.fact_checks)
    notes = {note.id for note in edition.notes}.union(*(_stems(folder / kind) for kind in _NOTE_FOLDERS))
    for note in edition.notes:
        for source, place in note.cited():
            if source not in sources:
                remedy = did_you_mean(source, sources) or (
                    f"Write {folder.name}/sources/{source}.yml; `edition new source ADDRESS --id {source}` begins it."
                )
                yield Problem(place, f"there is no source “{source}”", remedy)
        for name in ("body", "explanation", "note"):
            for other in _NOTE_LINK.findall(getattr(note, name, "")):
                if other not in notes:
                    place = within(note.at(name), f"note:{other}")
                    yield Problem(place, f"a link goes to no note: “{short(other)}”", did_you_mean(other, notes))
        if isinstance(note, Bio):
            for number, other in enumerate(note.related):
                if other not in bios:
                    yield Problem(note.at(f"related.{number}"), f"there is no bio “{other}”", did_you_mean(other, bios))
            for event in note.events:
                yield from _moves(event, bios)
        if isinstance(note, Variant):
            yield from _readings(note, edition, folder)
    for claim in edition.claims:
        yield from _decision(claim, checks)


def _taken_twice(edition: Edition) -> Iterator[Problem]:
    seen: dict[str, Note] = {}
    for note in edition.notes:
        if note.id in seen:
            message = f"the id “{note.id}” is taken by {seen[note.id].place.file.path}"
            yield Problem(note.place, message, "Rename one of the two files.")
        seen.setdefault(note.id, note)


def _moves(event: Event, bios: set[str]) -> Iterator[Problem]:
    """A problem for a move from or to what has no bio, and for one whose end is named twice."""
    for name, other in (("left", event.left), ("joined", event.joined), ("member_of", event.member_of)):
        if other and other not in bios:
            remedy = did_you_mean(other, bios)
            if not remedy and name == "joined":
                remedy = "What has no bio goes under “joined_name”, in words."
            yield Problem(event.at(name), f"there is no bio “{other}”", remedy)
    if event.joined and event.joined_name:
        message = "an event has either “joined”, the id of a bio, or “joined_name”, a name in words; this has both"
        yield Problem(event.at("joined_name"), message, "Delete one of the two.")


def _readings(variant: Variant, edition: Edition, folder: Path) -> Iterator[Problem]:
    sigla = [witness.siglum for witness in edition.manifest.witnesses] if edition.manifest else None
    for reading in variant.readings:
        if sigla is not None and reading.witness not in sigla:
            message = f"{folder.name}/edition.yml names no witness “{reading.witness}”"
            yield Problem(
                reading.at("witness"),
                message,
                did_you_mean(reading.witness, sigla) or f"It names {', '.join(sigla) or 'none'}.",
            )
        if bool(reading.text) == reading.omits:
            found = "has both" if reading.text else "lacks both"
            yield Problem(reading.place, f"a reading has either “text” or “omits: true”; this {found}")


def _decision(claim: Claim, checks: set[str]) -> Iterator[Problem]:
    if bool(claim.check) == bool(claim.reason):
        found = "has both" if claim.check else "lacks both"
        yield Problem(claim.place, f"a claim has either a “check” or a “reason” why there is none; this {found}")
    elif claim.check and claim.check not in checks:
        yield Problem(claim.at("check"), f"there is no fact check “{claim.check}”", did_you_mean(claim.check, checks))


def _stems(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.yml")}
