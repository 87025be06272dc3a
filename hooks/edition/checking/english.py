"""Whether the English that a target names stands in the translation; and what is wrong in notes that show nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from edition.anchoring import Occurrence, anchor
from edition.checking.targets import of_targets
from edition.checking.terms import of_terms
from edition.concordance import Concordance
from edition.model import FactCheck, Note, Translation
from edition.problems import Problem, short
from edition.text import unquoted


def check_english(concordance: Concordance) -> Iterator[Problem]:
    """A problem for each target whose English does not stand once in the translation of its paragraph."""
    yield from _of_occurrences(concordance.occurrences, concordance.notes, concordance)


def check_hidden(concordance: Concordance) -> Iterator[Problem]:
    """What else is wrong in notes that are shown nowhere: they are incomplete, or have an id that is taken."""
    hidden = [note for note in concordance.edition.every_note if concordance.notes.get(note.id) is not note]
    for note in hidden:  # one by one, since two may have the same id
        occurrences, unplaced, nested = anchor([note], concordance.texts)
        yield from of_targets(unplaced, nested, concordance)
        if not nested:
            yield from of_terms([note], occurrences, concordance)
        yield from _of_occurrences(occurrences, {note.id: note}, concordance)


def _of_occurrences(
    occurrences: Iterable[Occurrence], notes: Mapping[str, Note], concordance: Concordance
) -> Iterator[Problem]:
    """Where the translation of the paragraph is not known, the problem rests on that file."""
    for occurrence in occurrences:
        note = notes[occurrence.note]
        if occurrence.target is None or not isinstance(note, FactCheck):
            continue
        target, slug = note.all_targets[occurrence.target], occurrence.range.section
        entries = concordance.aligned.get(slug, ())
        leaf = concordance.by_slug[slug].text.leaf_at(occurrence.range.end - 1)
        entry = entries[leaf] if leaf < len(entries) else None
        said, translation = target.english, entry.text if entry else ""
        if said and translation.count(said) != 1:
            often = "is not in" if said not in translation else "stands more than once in"
            message = f"“{short(said)}” {often} the translation of the paragraph"
            remedy = f"Copy words from it that stand there once: “{short(translation)}”" if translation else ""
            if len(own := re.findall(re.escape(unquoted(said) or said), translation, re.I)) == 1:
                remedy = f"It reads there: {own[0]}"
            rests_on = () if entry else (f"{concordance.edition.folder}/{Translation.folder}/{slug}.yml",)
            yield Problem(target.at("english"), message, remedy, rests_on=rests_on)
