"""After a change of the text: every quote to where it stands now, or to what is most like it.

With the old text at hand a global alignment says where a passage has gone. That is certain where it has no rival: no
other passage that is new, or that is gone, is nearly as like. Search only proposes, and only what belongs to no other
passage of the old text. A quote of under six characters is found exactly or not at all: too much is like it.
Whatever leans on words, or on a paragraph, that are otherwise now is marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rapidfuzz import fuzz

from edition.anchoring import (
    Candidate,
    Range,
    Selector,
    anchor,
    describe,
    in_section,
    match,
    nearest,
    text_of,
    words_of,
)
from edition.editing.difference import Carried, Difference
from edition.editing.fuzzy import earlier, mark
from edition.editing.outcomes import Change, Outcome, OutcomeKind
from edition.editing.paragraphs import realign
from edition.editing.quoted import QuoteInFile, quotes_of
from edition.model import Edition, Target
from edition.text import SectionText, article_hash

CERTAIN = 0.6
"""From this similarity the diff carries a passage over by itself."""
RIVAL = 5.0
"""A passage that is at most so much less like (of 100) than the best may be meant as well."""
SHORTEST = 6
"""A quote of fewer characters is only found exactly."""


_UNREAD = "some notes cannot be read, and nobody knows whether they lean on changed words; mend them first"
_UNSEEN = "without the text of which the old hash was taken (--old) nobody knows which notes lean on changed words"


class _Texts(NamedTuple):
    """The article as it is and, where it is known, as it was; else `old` is empty, and nothing is carried over."""

    new: Sequence[SectionText]
    old: Sequence[SectionText]
    difference: Difference


def reanchor(
    edition: Edition, new: Sequence[SectionText], old: Sequence[SectionText], *, whole: bool = True
) -> list[Outcome]:
    """What became of every quote, every paragraph's opening words and the checksum; what still holds is left out.

    `whole`: whether the edition holds all the notes that there are, none that cannot be read.
    """
    texts = _Texts(new, old, Difference(old, new))
    outcomes = [outcome for quote in quotes_of(edition) if (outcome := _one(quote, texts)) is not None]
    outcomes += _hidden(edition, texts)
    outcomes += realign(edition.translations, *texts)
    outcomes += realign(edition.interlinear, *texts)
    manifest, found = edition.manifest, article_hash(new)
    if manifest and manifest.sha256 != found:
        # Once it is written nothing tells any more that the text was changed, so what was must have been marked.
        change = Change(("sha256",), found)
        outcome = Outcome("edition.sha256", "moved", manifest.at("sha256"), manifest.sha256, found, changes=(change,))
        remark = _UNSEEN if article_hash(old) != manifest.sha256 else "" if whole else _UNREAD
        outcomes.append(replace(outcome, kind="proposed", remark=remark) if remark else outcome)
    return outcomes


def _hidden(edition: Edition, texts: _Texts) -> Iterator[Outcome]:
    """Each note that its terms alone showed in the old text, and that shows nowhere in the new one."""
    by_terms = [note for note in edition.notes if not note.all_targets]
    now, before = (
        {item.note: item.range for item in reversed(anchor(by_terms, part).occurrences)} for part in texts[:2]
    )
    for note in by_terms:
        if note.id in before and note.id not in now:
            was = before[note.id]
            remark = "none of its terms stands in the article now, and it shows nowhere"
            if carried := texts.difference.carry(was):
                there = words_of(carried.range, texts.new)
                remark += f"; in the place of these words now stands “{there}” (section {carried.range.section})"
            yield Outcome(note.id, "lost", note.at("terms"), words_of(was, texts.old), remark=remark)


def _one(quote: QuoteInFile, texts: _Texts) -> Outcome | None:
    here = match(quote.selector, in_section(quote.section, texts.new))
    stands = bool(here) if quote.is_claim else len(here) == 1
    before = match(quote.selector, in_section(quote.section, texts.old))
    if not before or (len(before) > 1 and not quote.is_claim):
        return None if stands else _searched(quote, texts)
    standing = []
    for was in before:
        carried = texts.difference.carry(was)
        if not carried or words_of(carried.range, texts.new) != quote.exact:
            continue
        if not (stands and carried.range in here):
            if carried.certain:
                return _settled(quote, "moved", carried.range, texts, was)
        else:  # what stands around the words settles which of two they are
            standing.append(_settled(quote, "changed", carried.range, texts, was))
    if standing:  # a claim that stands several times leans on any of them
        return next((outcome for outcome in standing if not outcome.changes), standing[0]).if_telling
    return _followed(quote, before[0], texts)


def _followed(quote: QuoteInFile, was: Range, texts: _Texts) -> Outcome | None:
    """What became of words that no longer stand where they stood."""
    difference = texts.difference
    exact = match(Selector(quote.exact), texts.new)
    free = [found for found in exact if not difference.is_taken(found, was)]
    if free and _may_be_moved(quote, was, free, texts):
        here = match(quote.selector, in_section(quote.section, texts.new))
        return _settled(quote, "changed" if here == free else "moved", free[0], texts, was).if_telling
    carried = difference.carry(was)
    if carried and not free and words_of(carried.range, texts.new) == quote.exact:
        return _choose(quote, [carried.range], texts, was)
    if carried and difference.is_taken(carried.range, was):
        carried = None
    is_long = len(quote.exact) >= SHORTEST
    if carried and is_long and not free and _has_no_rival(quote, was, carried, texts):
        return _settled(quote, "carried", carried.range, texts, was, 100 * carried.similarity)
    if free:
        return _choose(quote, free, texts, was)
    if not is_long:
        return _short(quote, carried, texts.new)
    found = [item for item in nearest(quote.exact, difference.free(was)) if not difference.is_taken(item.range, was)]
    likest = found[0].score if found else 100 * CERTAIN
    if carried and 100 * carried.similarity >= likest:
        found = [Candidate(carried.range, "", 100 * carried.similarity)]
    if not found:
        remark = "the words are gone, and nothing that is new in the article is like them"
        return Outcome(quote.name, "lost", quote.place, quote.exact, remark=remark)
    return _settled(quote, "proposed", _trimmed(found[0].range, texts.new), texts, was, found[0].score)


def _may_be_moved(quote: QuoteInFile, was: Range, free: Sequence[Range], texts: _Texts) -> bool:
    """Whether words that stand elsewhere now can only be these: they are there once, and none like them is gone."""
    rivals = [found for found in match(Selector(quote.exact), texts.old) if found != was]
    gone = [found for found in rivals if not _is_kept(found, quote, texts)]
    if len(free) > 1 or gone:
        return False
    if len(quote.exact) >= SHORTEST:
        return True
    around, now = (_around(found, part) for found, part in ((was, texts.old), (free[0], texts.new)))
    return fuzz.ratio(around, now) >= 100 * CERTAIN


def _is_kept(found: Range, quote: QuoteInFile, texts: _Texts) -> bool:
    carried = texts.difference.carry(found)
    return carried is not None and carried.certain and words_of(carried.range, texts.new) == quote.exact


def _has_no_rival(quote: QuoteInFile, was: Range, carried: Carried, texts: _Texts) -> bool:
    """Whether nothing else that is new is nearly as like the words, and nothing else that is gone like what came."""
    if not carried.certain or carried.similarity < CERTAIN:
        return False
    words = words_of(carried.range, texts.new)
    if len(match(Selector(words), texts.old)) >= len(match(Selector(words), texts.new)):
        return False  # they stood there before, and so are not these words' successors
    least = 100 * carried.similarity
    rivals = nearest(quote.exact, texts.difference.free(was, carried.range))
    rivals += nearest(words, texts.difference.gone(carried.range, was))
    # Two passages came in its place where a part of them is far more like it than the whole.
    parts = nearest(quote.exact, texts.difference.free(was))
    return all(item.score < least - RIVAL for item in rivals) and all(item.score <= least + 4 * RIVAL for item in parts)


def _searched(quote: QuoteInFile, texts: _Texts) -> Outcome:
    """Without the old text: only the very words between the same words are certain, in whatever section."""
    fitting = match(quote.selector, texts.new)
    if len(fitting) == 1 or (fitting and quote.is_claim):
        return _settled(quote, "moved", fitting[0], texts)
    if exact := match(Selector(quote.exact), texts.new):
        return _choose(quote, exact, texts)
    if len(quote.exact) < SHORTEST:
        return _short(quote, None, texts.new)
    found = nearest(quote.exact, texts.new, limit=1)
    if not found:
        return Outcome(quote.name, "lost", quote.place, quote.exact, remark="nothing in the article is like it")
    return _settled(quote, "proposed", _trimmed(found[0].range, texts.new), texts, score=found[0].score)


def _short(quote: QuoteInFile, carried: Carried | None, new: Sequence[SectionText]) -> Outcome:
    remark = f"under {SHORTEST} characters, so only the very words would do"
    if carried:
        remark += f"; in their place now stands “{words_of(carried.range, new)}” (section {carried.range.section})"
    return Outcome(quote.name, "lost", quote.place, quote.exact, remark=remark)


def _choose(quote: QuoteInFile, exact: Sequence[Range], texts: _Texts, was: Range | None = None) -> Outcome:
    """One of several places where the words stand: the one in the old section and surroundings."""
    by_slug = {text.slug: text for text in texts.new}

    def likeness(found: Range) -> float:
        flat = by_slug[found.section].flat
        before = flat[max(0, found.start - len(quote.prefix) - 1) : found.start]
        after = flat[found.end : found.end + len(quote.suffix) + 1]
        around = fuzz.ratio(quote.prefix, before) * bool(quote.prefix)
        return around + fuzz.ratio(quote.suffix, after) * bool(quote.suffix) + (found.section == quote.section)

    best = sorted(exact, key=likeness, reverse=True)
    remark = f"the words stand {len(exact)} times, and nothing tells which is meant"
    if len(exact) == 1:
        remark = "the words stand there, but not between those that stood around them; look whether they are meant"
    return _settled(quote, "proposed", best[0], texts, was, None, remark)


def _settled(
    quote: QuoteInFile,
    kind: OutcomeKind,
    found: Range,
    texts: _Texts,
    was: Range | None = None,
    score: float | None = None,
    remark: str = "",
) -> Outcome:
    """The outcome with the changes that make the quote fit only this range, and mark what leans on changed words."""
    words = words_of(found, texts.new)
    changes = []
    if words != quote.exact:
        changes.append(Change((*quote.path, quote.key), words))
    section, selector = found.section if quote.section else "", Selector(words, quote.prefix, quote.suffix)
    if isinstance(quote.target, Target):
        section, selector = _selector(quote, found, texts.new)
    for key, stood, value in (
        ("section", quote.section, section),
        ("prefix", quote.prefix, selector.prefix),
        ("suffix", quote.suffix, selector.suffix),
    ):
        if stood != value:
            changes.append(Change((*quote.path, key), value or None))
    if isinstance(quote.target, Target) and match(selector, in_section(section, texts.new)) != [found]:
        remark = "nothing around these words tells them from the same words elsewhere"
        return Outcome(quote.name, "lost", quote.place, quote.exact, words, found.section, score, remark)
    before, after = _leant_on(quote, found, texts, was)
    changes += mark(quote.record, quote.holder, before, after)
    if kind == "changed":
        before, after = earlier(before, after), earlier(after, before)
        return Outcome(quote.name, kind, quote.place, before, after, found.section, changes=tuple(changes))
    return Outcome(quote.name, kind, quote.place, quote.exact, words, found.section, score, remark, tuple(changes))


def _leant_on(quote: QuoteInFile, found: Range, texts: _Texts, was: Range | None) -> tuple[str, str]:
    """The words that a note leans on, as they were and as they are: its own or, where these are the same, theirs."""
    words = words_of(found, texts.new)
    if words != quote.exact:
        return quote.exact, words
    if was is not None:
        return _paragraphs(was, texts.old), _paragraphs(found, texts.new)
    if match(quote.selector, texts.new):
        return words, words
    return f"{quote.prefix}{words}{quote.suffix}", words


def _paragraphs(found: Range, texts: Sequence[SectionText]) -> str:
    """The whole of the paragraphs in which the range stands."""
    return "\n".join(text_of(found, texts).paragraphs(found.start, found.end))


def _around(found: Range, texts: Sequence[SectionText]) -> str:
    return text_of(found, texts).flat[max(0, found.start - 2 * SHORTEST) : found.end + 2 * SHORTEST]


def _selector(quote: QuoteInFile, found: Range, new: Sequence[SectionText]) -> tuple[str, Selector]:
    """The section (where one is needed) and the selector that fit only this range, as like the old ones as can be."""
    words = words_of(found, new)
    kept = Selector(words, quote.prefix, quote.suffix)
    sections = [found.section] if quote.section else ["", found.section]
    for section in sections:
        if match(kept, in_section(section, new)) == [found]:
            return section, kept
    for section in sections:
        if match(Selector(words), in_section(section, new)) == [found]:
            return section, Selector(words)
    for section in sections:
        if described := describe(text_of(found, new), found.start, found.end, in_section(section, new)):
            return section, described
    return found.section, Selector(words)


def _trimmed(found: Range, texts: Sequence[SectionText]) -> Range:
    words = words_of(found, texts)
    start = found.start + len(words) - len(words.lstrip())
    return Range(found.section, start, start + len(words.strip()))
