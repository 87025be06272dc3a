"""The words and signs in which readers are told: of verdicts, stances, kinds of bios, corrections; and of how many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from edition.model import BioKind, CorrectionKind, FactCheck, Note, Rating, Stance, kinds
from edition.publishing.fragments import fragment


class RatingWords(NamedTuple):
    """How a rating is shown: its sign (never colour alone), its name, and what it takes to be given."""

    sign: str
    label: str
    meaning: str


RATING_WORDS: Mapping[Rating, RatingWords] = {
    "accurate": RatingWords("✓", "Accurate", "The sources bear the statement out as it stands, small words included."),
    "mostly-accurate": RatingWords("≈", "Mostly accurate", "The core holds; a detail is off, and the note says which."),
    "misleading": RatingWords(
        "◐", "Misleading", "Not false word by word, but it leaves out or suggests what changes the picture."
    ),
    "inaccurate": RatingWords("✕", "Inaccurate", "The sources contradict the statement in what it mainly says."),
    "unverifiable": RatingWords("?", "Unverifiable", "No public source settles it; the note says where we looked."),
    "opinion": RatingWords("❝", "Opinion", "A judgement, not a fact; the note says what it rests on."),
}

STANCES: Mapping[Stance, tuple[str, str]] = {
    "supports": ("+", "Supports"),
    "contradicts": ("−", "Contradicts"),
    "context": ("·", "Context"),
}

BIO_KINDS: Mapping[BioKind, str] = {
    "person": "People",
    "organization": "Organisations",
    "product": "Products and models",
    "concept": "Ideas and terms",
}


CORRECTIONS: Mapping[CorrectionKind, str] = {
    "verdict": "Verdict changed",
    "fact": "Corrected",
    "clarification": "Made clearer",
    "withdrawn": "Withdrawn",
}
"""What a notice calls each kind of correction."""


def counted() -> list[type[Note]]:
    """The kinds of notes in the order in which a reader is told of them: what was checked comes first."""
    return sorted(kinds(), key=lambda kind: kind is not FactCheck)


def count_words(counts: Mapping[str, int]) -> dict[str, str]:
    """Counts by folder in words, as `2 checks`, by the kind's class; kinds with none are left out."""
    parts = [(kind.css_class, counts.get(kind.folder, 0), kind.reader_nouns) for kind in counted()]
    return {css_class: f"{count} {nouns[count != 1]}" for css_class, count, nouns in parts if count}


def sign_of(note: Note, element: str, *, linked: bool = True) -> str:
    """The sign that closes the words of a note, as HTML, with the verdict as its accessible name; empty where the words
    are a link instead.

    It leads to the note's `element`, unless it stands in a link and so is not `linked`. The stylesheet draws it: as
    text it would stand between words that a search in the page looks for, or an image across which WebKit's search
    would find none.
    """
    if note.rating:
        words = RATING_WORDS[note.rating]
        return fragment("sign", note.rating, words.sign, f"{words.label}: {note.title}", element, linked)
    character, label = note.sign
    return fragment("sign", note.css_class, character, label, element, linked) if character else ""
