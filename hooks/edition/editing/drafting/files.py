"""The file that is begun: its name and its bytes, and what its writer is told to do next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from edition.concordance import Concordance
from edition.editing.drafting.begin import Draft
from edition.editing.drafting.request import RefusalError
from edition.editing.drafting.spelling import propose_id
from edition.model import NOT_FOUND, PLACEHOLDER, Note, SectionEntries, kinds
from edition.problems import Problem, render_each, short
from edition.reading import MANIFEST, as_id
from edition.text import normalise


def new_file(draft: Draft, wished: str | None, folder: Path, *, is_chinese: bool) -> tuple[Path, bytes]:
    """The draft's file in the folder of notes: under the id that was wished for, or one that nobody has; its lines end
    as those of the edition's own description do, be it with an editor on Windows."""
    notes = [kind.folder for kind in kinds()]
    together = notes if draft.kind.folder in notes else [draft.kind.folder]
    owners = {path.stem: path for kind in together for path in (folder / kind).glob("*.yml")}
    of_section = issubclass(draft.kind, SectionEntries)
    name = draft.words if of_section else wished or propose_id(draft.words, owners, is_chinese=is_chinese)
    if not name and wished is None:
        told = f"“{short(draft.words)}” is written in letters that give no one spelling in Latin ones."
        raise RefusalError(f"{told} Choose the file's name: add --id WORD, such as the word's sound or its sense.")
    if not name or as_id(name) != name:
        near = f" Perhaps “{as_id(name)}”." if as_id(name) else ""
        raise RefusalError(f"“{name}” is no id, which has small letters, digits and single hyphens.{near}")
    if name in owners:
        raise RefusalError(f"{owners[name]} is there already.")
    manifest = folder / MANIFEST
    end = "\r\n" if manifest.is_file() and b"\r\n" in manifest.read_bytes() else "\n"
    return folder / draft.kind.folder / f"{name}.yml", draft.text.replace("\n", end).encode()


def next_steps(path: Path, draft: Draft, concordance: Concordance, problems: Sequence[Problem]) -> Iterator[str]:
    """What is still to be written in the file, and what `edition check` says of it, in lines."""
    if unwritten := draft.text.count(NOT_FOUND):
        is_unread = f", {NOT_FOUND}, " in draft.text
        each = "how each word is read, what it says" if is_unread else "what each word says"
        yield f"  {unwritten} × {NOT_FOUND}: write {each} in its sentence, and what renders it."
        proposed = "Forms and readings were proposed by a program: check them."
        guessed = "The forms were guessed: join or cut them first, as a dictionary has them."
        yield f"  {proposed if concordance.edition.is_chinese else guessed}"
    for what, (first, *others) in _to_write(draft.text).items():
        yield f"  line {first}{f' and {len(others)} more' if others else ''}: {what}"
    written = concordance.notes.get(path.stem)
    if written and written.folder == path.parent.name:
        for words, note in _of_same_words(concordance, written):
            at = note.place.file.path
            yield f"“{words}” has a {note.noun()} already: {at}. Mend that one, unless both are needed here."
    name = f"{concordance.edition.folder}/{path.parent.name}/{path.name}"
    if found := [problem for problem in problems if problem.place.file.path == name]:
        yield "`edition check` will say:"
        yield from render_each(found)


def _to_write(text: str) -> dict[str, list[int]]:
    """What is to be written or checked, and in which lines."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        within = re.search(rf'([\w-]+): "{PLACEHOLDER}: ', line)  # of a record in one line the part that is meant
        key, _, rest = line[within.start() if within else 0 :].strip().partition(": ")
        if PLACEHOLDER in rest:
            what = rest.rpartition(f"{PLACEHOLDER}: ")[2].rstrip('"}]')
            found.setdefault(f"{key} – {what}", []).append(number)
        elif "  # check: " in rest:
            found.setdefault(f"{key} – check it; {rest.rpartition('  # check: ')[2]}", []).append(number)
    return found


def _of_same_words(concordance: Concordance, new: Note) -> Iterator[tuple[str, Note]]:
    """Each other note of the same words, with the words: the same term or name, or a target at the same place. One of
    the two may be too many."""
    places = {(place.range, type(new)) for place in concordance.places.get(new.id, ()) if place.target is not None}
    for note in concordance.notes.values():
        if note.id == new.id:
            continue
        if shared := _words(note).keys() & _words(new).keys():
            yield _words(new)[min(shared)], note
        elif any((place.range, type(note)) in places for place in concordance.places.get(note.id, ())):
            yield new.all_targets[0].exact, note


def _words(note: Note) -> dict[str, str]:
    """The words by which a note is known, as they are compared and as they are written."""
    return {normalise(word).casefold(): word for word in note.called if not word.startswith(PLACEHOLDER)}
