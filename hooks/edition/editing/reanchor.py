"""After a change of the text: every quote to where it stands now, or to what is most like it.

With the old text at hand a global diff says where a passage has gone, and from a similarity of 0.6 that is taken
for certain. Search only proposes. A quote of under six characters is found exactly or not at all: too much is like it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from edition.anchoring import Passage, Range, SectionText, Selector, describe, match, nearest, normalise
from edition.concordance import article_hash
from edition.editing.difference import Difference
from edition.editing.outcomes import Change, Kind, Outcome
from edition.editing.paragraphs import realign
from edition.editing.yaml_edit import Path
from edition.model import Claim, Edition, FactCheck, Gloss, Note, Target
from edition.problems import Place

CERTAIN = 0.6
"""From this similarity the diff carries a passage over by itself."""
SHORTEST = 6
"""A quote of fewer characters is only found exactly."""


@dataclass(frozen=True, slots=True)
class _Quote:
    """A quote in a file: a note's target or a claim (which may stand more than once)."""

    name: str
    path: Path
    """Of the mapping that holds it."""
    key: str
    place: Place
    target: Target | Claim
    exact: str
    section: str
    prefix: str = ""
    suffix: str = ""

    @property
    def selector(self) -> Selector:
        return Selector(self.exact, self.prefix, self.suffix)


def reanchor(edition: Edition, new: Sequence[SectionText], old: Sequence[SectionText] = ()) -> list[Outcome]:
    """What became of every quote, every paragraph's opening words and the checksum; what still holds is left out."""
    difference = Difference(old, new) if old else None
    outcomes = [outcome for quote in _quotes(edition) if (outcome := _one(quote, new, old, difference)) is not None]
    outcomes += realign(edition.translations, new, old, difference)
    manifest, found = edition.manifest, article_hash(new)
    if manifest and manifest.sha256 != found:
        change = Change(("sha256",), found)
        outcomes.append(
            Outcome("edition.sha256", "moved", manifest.at("sha256"), manifest.sha256, found, changes=(change,))
        )
    return outcomes


def _quotes(edition: Edition) -> Iterator[_Quote]:
    for note in edition.notes:
        yield from _of_note(note)
    for number, claim in enumerate(edition.claims):
        name = f"claims.{number + 1}"
        exact = normalise(claim.quote)
        yield _Quote(name, (number,), "quote", claim.at("quote"), claim, exact, claim.section)


def _of_note(note: Note) -> Iterator[_Quote]:
    single = 0 if isinstance(note, FactCheck | Gloss) and note.target is None else 1
    for number, target in enumerate(note.all_targets):
        path: Path = ("target",) if number < single else ("targets", number - single)
        name = note.id if len(note.all_targets) == 1 else f"{note.id}.{number + 1}"
        exact, prefix, suffix = normalise(target.exact), normalise(target.prefix), normalise(target.suffix)
        yield _Quote(name, path, "exact", target.at("exact"), target, exact, target.section, prefix, suffix)


def _one(
    quote: _Quote, new: Sequence[SectionText], old: Sequence[SectionText], difference: Difference | None
) -> Outcome | None:
    here = match(quote.selector, _within(quote.section, new))
    stands = bool(here) if isinstance(quote.target, Claim) else len(here) == 1
    before = match(quote.selector, _within(quote.section, old))
    if isinstance(quote.target, Claim):
        before = before[:1]
    carried = difference.carry(before[0]) if difference and len(before) == 1 else None
    if carried:
        words = _words(carried.range, new)
        if words == quote.exact:
            return None if stands and carried.range in here else _settled(quote, "moved", carried.range, new)
    if stands:
        return None
    # The words themselves, moved elsewhere, are better than words like them where they stood.
    exact = match(Selector(quote.exact), new)
    if len(exact) == 1:
        return _settled(quote, "moved", exact[0], new)
    if carried and carried.similarity >= CERTAIN and len(quote.exact) >= SHORTEST:
        return _settled(quote, "carried", carried.range, new, 100 * carried.similarity)
    if exact:
        return _choose(quote, exact, new)
    if len(quote.exact) < SHORTEST:
        remark = f"under {SHORTEST} characters, so only the very words would do"
        if carried:
            remark += f"; in their place now stands “{_words(carried.range, new)}” (section {carried.range.section})"
        return Outcome(quote.name, "lost", quote.place, quote.exact, remark=remark)
    found = nearest(quote.exact, new, limit=1)
    if carried and (not found or found[0].score < 100 * carried.similarity):
        found = [Passage(carried.range, _words(carried.range, new), 100 * carried.similarity)]
    if not found:
        return Outcome(quote.name, "lost", quote.place, quote.exact, remark="nothing in the article is like it")
    return _settled(quote, "proposed", _trimmed(found[0].range, new), new, found[0].score)


def _choose(quote: _Quote, exact: Sequence[Range], new: Sequence[SectionText]) -> Outcome | None:
    """One of several places where the words stand: the one in the old section and surroundings."""
    if isinstance(quote.target, Claim):
        return _settled(quote, "moved", exact[0], new)
    by_slug = {text.slug: text for text in new}

    def likeness(found: Range) -> float:
        flat = by_slug[found.section].flat
        before = flat[max(0, found.start - len(quote.prefix) - 1) : found.start]
        after = flat[found.end : found.end + len(quote.suffix) + 1]
        around = fuzz.ratio(quote.prefix, before) * bool(quote.prefix)
        return around + fuzz.ratio(quote.suffix, after) * bool(quote.suffix) + (found.section == quote.section)

    best = sorted(exact, key=likeness, reverse=True)
    remark = f"the words stand {len(exact)} times, and nothing tells which is meant"
    return _settled(quote, "proposed", best[0], new, None, remark)


def _settled(
    quote: _Quote, kind: Kind, found: Range, new: Sequence[SectionText], score: float | None = None, remark: str = ""
) -> Outcome:
    """The outcome with the changes that make the quote fit only this range."""
    text = next(item for item in new if item.slug == found.section)
    words = _words(found, new)
    changes = []
    if words != quote.exact:
        changes.append(Change((*quote.path, quote.key), words))
    section, selector = found.section if quote.section else "", Selector(words, quote.prefix, quote.suffix)
    if isinstance(quote.target, Target):
        section, selector = _selector(quote, text, found, new)
    for key, was, value in (
        ("section", quote.section, section),
        ("prefix", quote.prefix, selector.prefix),
        ("suffix", quote.suffix, selector.suffix),
    ):
        if was != value:
            changes.append(Change((*quote.path, key), value or None))
    if isinstance(quote.target, Target) and match(selector, _within(section, new)) != [found]:
        remark, kind = "nothing around these words tells them from the same words elsewhere", "lost"
        changes = []
    return Outcome(quote.name, kind, quote.place, quote.exact, words, found.section, score, remark, tuple(changes))


def _selector(quote: _Quote, text: SectionText, found: Range, new: Sequence[SectionText]) -> tuple[str, Selector]:
    """The section (where one is needed) and the selector that fit only this range, as like the old ones as can be."""
    words = text.flat[found.start : found.end]
    kept = Selector(words, quote.prefix, quote.suffix)
    sections = [found.section] if quote.section else ["", found.section]
    for section in sections:
        if match(kept, _within(section, new)) == [found]:
            return section, kept
    for section in sections:
        if match(Selector(words), _within(section, new)) == [found]:
            return section, Selector(words)
    for section in sections:
        if described := describe(text, found.start, found.end, _within(section, new)):
            return section, described
    return found.section, Selector(words)


def _within(section: str, texts: Sequence[SectionText]) -> list[SectionText]:
    return [text for text in texts if section in ("", text.slug)]


def _words(found: Range, texts: Sequence[SectionText]) -> str:
    text = next(item for item in texts if item.slug == found.section)
    return text.flat[found.start : found.end]


def _trimmed(found: Range, texts: Sequence[SectionText]) -> Range:
    words = _words(found, texts)
    start = found.start + len(words) - len(words.lstrip())
    return Range(found.section, start, start + len(words.strip()))
