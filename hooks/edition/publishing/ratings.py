"""The scale of verdicts, the stances of evidence and the kinds of notes: their words and signs, each once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from edition.model import BioKind, Rating, Stance


class RatingWords(NamedTuple):
    """How a rating is shown: its sign (never colour alone), its name, and what it takes to be given."""

    sign: str
    label: str
    meaning: str


RATINGS: Mapping[Rating, RatingWords] = {
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

NOUNS: Mapping[str, tuple[str, str]] = {
    "fact-checks": ("check", "checks"),
    "bios": ("name", "names"),
    "glosses": ("word", "words"),
    "variants": ("variant", "variants"),
}
"""What a reader calls one and several notes of a kind, in the order in which they are counted."""


def count_words(counts: Mapping[str, int]) -> str:
    """Counts by kind, as `2 checks · 1 name`; kinds with none are left out."""
    parts = [f"{counts[kind]} {nouns[counts[kind] != 1]}" for kind, nouns in NOUNS.items() if counts.get(kind)]
    return " · ".join(parts)
