"""What a note says of its own trust: that its corrections lead to what stands now, and that another person read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from edition.model import RATINGS, Correction, Edition, FactCheck, Note
from edition.problems import Problem, did_you_mean, one_of, short


def check_trust(edition: Edition) -> Iterator[Problem]:
    """A problem for each correction that does not hold together with its note, and for a review by its own writer."""
    for note in edition.every_note:
        yield from _of_note(note)


def _of_note(note: Note) -> Iterator[Problem]:
    for correction in note.corrections:
        yield from _correction(note, correction)
    for earlier, later in pairwise(note.corrections):
        if earlier.date and later.date and later.date < earlier.date:
            message = f"this correction is of {later.date}, and the one before it of {earlier.date}"
            yield Problem(later.at("date"), message, "Corrections stand in the order of their days, the newest last.")
    if isinstance(note, FactCheck) and "corrections" not in note.unread:
        verdicts = [item for item in note.corrections if item.kind == "verdict" and {item.from_, item.to} <= {*RATINGS}]
        yield from _chain(note, verdicts)
    yield from _review(note)
    if isinstance(note, FactCheck) and note.fuzzy and not note.fuzzy.checked:
        remedy = f"checked: {note.checked}, the day of the check when the words changed; a later check ends the mark."
        yield Problem(note.fuzzy.place, "the mark of a fact check needs “checked”", remedy)


def _correction(note: Note, correction: Correction) -> Iterator[Problem]:
    if correction.kind == "verdict" and isinstance(note, FactCheck):
        yield from _corrected_verdict(correction)
    elif correction.kind == "verdict":
        remedy = "A note without a rating is corrected by kind: fact, clarification or withdrawn."
        yield Problem(correction.at("kind"), "only a fact check has a verdict to correct", remedy)
    elif correction.kind in ("clarification", "withdrawn"):  # one without a kind could not be read
        for key, value in (("from_", correction.from_), ("to", correction.to)):
            if value:
                message = f"a correction of the kind {correction.kind} has no “{key.rstrip('_')}”"
                yield Problem(correction.at(key), message, "Say in “text” what changed, and delete this.")


def _corrected_verdict(correction: Correction) -> Iterator[Problem]:
    for key, value in (("from_", correction.from_), ("to", correction.to)):
        name = key.rstrip("_")
        if not value and key in correction.places:
            continue  # it is there, and could not be read
        if not value:
            remedy = f"{name}: the rating that it {'was' if name == 'from' else 'became'}, {one_of(RATINGS)}."
            yield Problem(correction.place, f"a corrected verdict needs “{name}”", remedy)
        elif value not in RATINGS:
            message = f"“{short(value)}” is no rating; wanted is one of {one_of(RATINGS)}"
            yield Problem(correction.at(key), message, did_you_mean(value.lower(), RATINGS))
    if correction.from_ and correction.from_ == correction.to:
        remedy = "Where the rating stayed and its reasons changed, write kind: fact or kind: clarification."
        yield Problem(correction.at("to"), f"the verdict was {correction.to} before, and so did not change", remedy)


def _chain(check: FactCheck, verdicts: Sequence[Correction]) -> Iterator[Problem]:
    """Each verdict takes up where the one before it ended, and the newest ends at what stands now."""
    for earlier, later in pairwise(verdicts):
        if later.from_ != earlier.to:
            message = f"the correction before this one ended at {earlier.to}; this one starts from {later.from_}"
            remedy = f"Write from: {earlier.to}, or add the correction that is missing."
            yield Problem(later.at("from_"), message, remedy)
    if not verdicts:
        return
    newest = verdicts[-1]
    if check.rating and newest.to != check.rating:
        message = f"the newest correction made the verdict {newest.to}, and the rating is {check.rating}"
        remedy = (
            "Set the rating to what the correction says, or add a correction that says when and why it changed again."
        )
        yield Problem(newest.at("to"), message, remedy)
    if check.checked and newest.date > check.checked:
        message = f"the verdict was corrected on {newest.date}, after the claim was last checked"
        yield Problem(check.at("checked"), message, f"Write checked: {newest.date}.")


def _review(note: Note) -> Iterator[Problem]:
    if note.reviewed is None or note.reviewed.unread:
        return
    if "status" in note.places and note.status == "draft":
        yield Problem(note.at("status"), "the note is called a draft, and was reviewed", "Write status: reviewed.")
    if not note.reviewed.by:
        return
    reader = _person(note.reviewed.by)
    writer = note.checked_by if isinstance(note, FactCheck) else ""
    alone = len(note.contributors) == 1 and not writer and _person(note.contributors[0]) == reader
    if alone or (writer and _person(writer) == reader):
        did = "checked" if writer else "wrote"
        message = f"“{short(note.reviewed.by)}” {did} this note; a second reading is by another person"
        yield Problem(note.reviewed.at("by"), message, "Delete “reviewed” until somebody else has read it.")


def _person(name: str) -> str:
    """A name without what does not tell people apart: case and spaces."""
    return "".join(name.casefold().split())
