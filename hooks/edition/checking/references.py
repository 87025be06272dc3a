"""What one file says of another: that ids are unique, and that whatever is named exists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from edition.model import Bio, Claim, Edition, FactCheck, Note, Source, Variant, kinds, values_in
from edition.problems import Place, Problem, did_you_mean, short, within
from edition.reading import as_id

_NOTE_LINK = re.compile(r"(?:\]\(\s*<?|<)note:([^)>\s]*)")
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.S)


def check_references(edition: Edition) -> Iterator[Problem]:
    """A problem for every id that is named and does not exist.

    A file that is there but cannot be read has its own problems: it is not reported as missing as well.
    """
    folder = edition.folder
    stems = _stems(edition)
    sources = frozenset({*edition.sources, *stems[Source.folder]})
    bios = frozenset({*edition.bios, *stems[Bio.folder]})
    checks = frozenset({*edition.fact_checks, *stems[FactCheck.folder]})
    folders = [kind.folder for kind in kinds()]
    notes = frozenset({note.id for note in edition.notes}.union(*(stems[name] for name in folders)))
    for note in edition.every_note:
        for source, place in note.cited():
            if source not in sources:
                remedy = did_you_mean(source, sources) or (
                    f"Write {folder}/{Source.folder}/{source}.yml; "
                    f"`edition new source ADDRESS --id {source}` begins it."
                )
                yield _missing(place, f"there is no source “{source}”", remedy, folder, Source.folder)
        yield from _links(note, notes, sources, folder)
        if isinstance(note, Bio):
            yield from _of_bio(note)
        yield from _named_bios(note, bios, folder)
        if isinstance(note, Variant):
            yield from _readings(note, edition, folder)
    for claim in edition.every_claim:
        yield from _decision(claim, checks, folder)


def _links(note: Note, notes: Collection[str], sources: Collection[str], folder: str) -> Iterator[Problem]:
    """A problem for every link in a note's Markdown that leads to none."""
    for text, place in values_in(note, "markdown"):
        for other in _NOTE_LINK.findall(_CODE.sub("", text)):
            if other in notes:
                continue
            remedy = did_you_mean(other, notes)
            if other in sources:
                remedy = "That is a source: name it as such in the note, whose list of sources leads to it."
            remedy = remedy or "Name a note’s id, which is its file’s name without “.yml”, or take the link out."
            message = f"a link goes to no note: “{short(other)}”"
            yield _missing(within(place, f"note:{other}"), message, remedy, folder, *(kind.folder for kind in kinds()))


def _of_bio(note: Bio) -> Iterator[Problem]:
    """A problem where a bio names itself, and where an event names twice what was joined."""
    for number, bio in enumerate(note.related):
        if bio == note.id:
            place = note.at(f"related.{number}")
            yield Problem(place, f"the bio names itself, “{bio}”", "Name another, or delete it here.")
    for event in note.events:
        if event.joined and event.joined_name:
            message = "an event has either “joined”, the id of a bio, or “joined_name”, a name in words; this has both"
            yield Problem(event.at("joined_name"), message, "Delete one of the two.")


def _named_bios(note: Note, bios: Collection[str], folder: str) -> Iterator[Problem]:
    """A problem for every bio that a note names and that does not exist."""
    events = note.events if isinstance(note, Bio) else ()
    joined = {event.at("joined") for event in events if event.joined}
    for bio, place in values_in(note, "id", Bio.folder):
        if bio not in bios:
            remedy = did_you_mean(bio, bios)
            if not remedy and place in joined:
                remedy = "What has no bio goes under “joined_name”, in words."
            yield _missing(place, f"there is no bio “{bio}”", remedy, folder, Bio.folder)


def _missing(place: Place, message: str, remedy: str, folder: str, *kinds: str) -> Problem:
    """The problem of an id that is named and has no file in the folders of its kind; it rests on what stands there."""
    return Problem(place, message, remedy, rests_on=tuple(f"{folder}/{kind}" for kind in kinds))


def check_ids(edition: Edition) -> Iterator[Problem]:
    """A problem for every id that is taken twice."""
    seen: dict[str, Note] = {}
    for note in edition.every_note:
        if note.id in seen:
            message = f"the id “{note.id}” is taken by {seen[note.id].place.file.path}"
            yield Problem(note.place, message, "Rename one of the two files.")
        seen.setdefault(note.id, note)


def _readings(variant: Variant, edition: Edition, folder: str) -> Iterator[Problem]:
    vouched = edition.vouched
    sigla = [witness.siglum for witness in vouched.witnesses] if vouched else []
    all_known = vouched is not None and all(sigla) and (bool(sigla) or "witnesses" not in vouched.unread)
    for reading in variant.readings:
        if all_known and reading.witness and reading.witness not in sigla:
            message = f"{folder}/edition.yml names no witness “{reading.witness}”"
            yield Problem(
                reading.at("witness"),
                message,
                did_you_mean(reading.witness, sigla) or f"It names {', '.join(sigla) or 'none'}.",
                rests_on=(f"{folder}/edition.yml",),
            )
        if not reading.unread & {"", "text", "omits"} and bool(reading.text) == reading.omits:
            found = "has both" if reading.text else "lacks both"
            yield Problem(reading.place, f"a reading has either “text” or “omits: true”; this {found}")


def _decision(claim: Claim, checks: frozenset[str], folder: str) -> Iterator[Problem]:
    if not claim.unread & {"", "check", "reason"} and bool(claim.check) == bool(claim.reason):
        found = "has both" if claim.check else "lacks both"
        yield Problem(claim.place, f"a claim has either a “check” or a “reason” why there is none; this {found}")
    elif claim.check and claim.check not in checks:
        message, remedy = f"there is no fact check “{claim.check}”", did_you_mean(claim.check, checks)
        yield _missing(claim.at("check"), message, remedy, folder, FactCheck.folder)


def _stems(edition: Edition) -> dict[str, set[str]]:
    """By folder, the ids of the files that have problems: they are there, or would be under their right name."""
    stems: dict[str, set[str]] = defaultdict(set)
    for path in edition.unread:
        above, _, folder = path.rpartition("/")[0].rpartition("/")
        if above == edition.folder:
            stems[folder] |= {PurePosixPath(path).stem, as_id(PurePosixPath(path).stem)}
    return stems
