"""Every quote of the article that stands in a note or in the list of claims, with what leans on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.anchoring import Selector
from edition.model import Claim, Edition, Note, Target
from edition.problems import Place
from edition.reading import YamlPath
from edition.text import normalise


@dataclass(frozen=True, slots=True)
class QuoteInFile:
    """A quote in a file: a note's target or a claim (which may stand more than once)."""

    name: str
    path: YamlPath
    """Of the mapping that holds it."""
    key: str
    place: Place
    record: Note | Claim
    """What leans on the words, and `holder`, the path of its mapping."""
    holder: YamlPath
    target: Target | Claim
    exact: str
    section: str
    prefix: str = ""
    suffix: str = ""

    @property
    def is_claim(self) -> bool:
        return isinstance(self.target, Claim)

    @property
    def selector(self) -> Selector:
        return Selector(self.exact, self.prefix, self.suffix)


def quotes_of(edition: Edition) -> Iterator[QuoteInFile]:
    """The quotes of the edition's notes, and of its claims."""
    for note in edition.notes:
        yield from _of_note(note)
    for number, claim in edition.numbered_claims:
        name = f"claims.{number + 1}"
        exact = normalise(claim.quote)
        yield QuoteInFile(name, (number,), "quote", claim.at("quote"), claim, (number,), claim, exact, claim.section)


def _of_note(note: Note) -> Iterator[QuoteInFile]:
    single = 0 if getattr(note, "target", None) is None else 1
    for number, target in enumerate(note.all_targets):
        path: YamlPath = ("target",) if number < single else ("targets", number - single)
        name = note.id if len(note.all_targets) == 1 else f"{note.id}.{number + 1}"
        exact, prefix, suffix = normalise(target.exact), normalise(target.prefix), normalise(target.suffix)
        place = target.at("exact")
        yield QuoteInFile(name, path, "exact", place, note, (), target, exact, target.section, prefix, suffix)
