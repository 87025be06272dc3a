"""All notes to the places where they speak, in one pass over each section.

Quotes and terms go into one Aho-Corasick automaton, so that the time does not depend on how many
there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from edition.anchoring.proposals import difference, in_article_form, proposal
from edition.anchoring.quotes import Effort, Occurrence, Range, Selector, describe, match, spellings
from edition.anchoring.silent import silent_terms
from edition.model import Note, Target
from edition.problems import Place, Problem, did_you_mean, short
from edition.text import SectionText, is_whole, normalise

_SHOWN = 3
"""For so many of its places it is said how a quote that stands more than once is told from the others."""

_DEEP, _MOST_FOUND = 8, 3_000_000
"""So many terms and quotes may end with one another in any text, and more where they cannot be found oftener."""


def anchor(
    notes: Iterable[Note], texts: Sequence[SectionText], unread: tuple[str, ...] = ()
) -> tuple[list[Occurrence], list[Problem]]:
    """Every place where every note speaks, in the order of the text, and the quotes that have none.

    `unread` are paths of the article of which no text is known: what seems to stand nowhere rests on them.
    """
    wanted = list(notes)
    targets: list[tuple[Note, int, Target]] = []
    terms: dict[str, list[Note]] = defaultdict(list)
    for note in wanted:
        targets += [(note, number, target) for number, target in enumerate(note.all_targets) if target.exact]
        for term in note.all_terms:
            terms[normalise(term)].append(note)
    spelled = {selector: spellings(selector) for _, _, target in targets for selector in (_selector(target),)}
    patterns = sorted({*terms, *(words for items in spelled.values() for words, _ in items)} - {""})
    if nested := too_nested(patterns, texts):
        others = sum(map(nested.endswith, patterns)) - 1
        message = f"“{short(nested)}” ends with {others} other terms and quotes; so many are not looked for"
        of_terms = (note.at("terms") for note in terms.get(nested, ()))
        of_targets = (target.at("exact") for _, _, target in targets if nested in dict(spelled[_selector(target)]))
        place = next(chain(of_terms, of_targets))
        return [], [Problem(place, message, "Keep those that a reader needs, and delete the others.")]
    occurrences: list[Occurrence] = []
    places: dict[str, dict[str, list[int]]] = defaultdict(dict)  # by pattern and section, where it begins
    for text, found in find_all(patterns, texts):
        found_terms: list[tuple[int, int, str]] = []
        for pattern, starts in found.items():
            places[pattern][text.slug] = starts
            if pattern in terms:
                ends = ((start, start + len(pattern)) for start in starts)
                found_terms += [(start, end, pattern) for start, end in ends if is_whole(text.flat, start, end)]
        for start, end, pattern in _longest_first(found_terms, len(text.flat)):
            occurrences += [Occurrence(note.id, Range(text.slug, start, end)) for note in terms[pattern]]
    order = {text.slug: number for number, text in enumerate(texts)}
    effort = Effort()
    problems: list[Problem] = []
    known: dict[tuple[Selector, str], _Places] = {}
    for note, number, target in targets:
        key = (_selector(target), target.section)
        if key not in known:
            known[key] = _places(target, spelled[key[0]], places, order)
        if known[key].total == 1:
            occurrences.append(Occurrence(note.id, known[key].first[0], number))
        else:
            problems.append(_target_problem(target, known[key], texts, effort, unread))
    occurrences.sort(key=lambda item: (order[item.range.section], item.range.start, -item.range.end, item.note))
    problems += silent_terms(wanted, occurrences, texts, effort, unread)
    return occurrences, problems


def _selector(target: Target) -> Selector:
    return Selector(target.exact, target.prefix, target.suffix)


class _Places(NamedTuple):
    """Where a target fits: how often in each section, and the first few places."""

    in_section: Counter[str]
    first: list[Range]

    @property
    def total(self) -> int:
        return self.in_section.total()


def _places(
    target: Target,
    spelled: Sequence[tuple[str, int]],
    places: Mapping[str, Mapping[str, Sequence[int]]],
    order: Mapping[str, int],
) -> _Places:
    size = len(normalise(target.exact))
    found = _Places(Counter(), [])
    for words, lead in spelled:
        for slug, starts in places.get(words, {}).items():
            if target.section in ("", slug):
                found.in_section[slug] += len(starts)
                found.first.extend(Range(slug, start + lead, start + lead + size) for start in starts[:_SHOWN])
    return found._replace(first=sorted(found.first, key=lambda item: (order[item.section], item.start))[:_SHOWN])


def find_all(
    quotes: Iterable[str], texts: Iterable[SectionText]
) -> Iterator[tuple[SectionText, Mapping[str, list[int]]]]:
    """For each text, the normalised quotes that stand in it, each with all the offsets at which it begins."""
    patterns = list(quotes)
    automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard) if patterns else None
    for text in texts:
        found: dict[str, list[int]] = defaultdict(list)
        for index, start, _ in automaton.find_matches_as_indexes(text.flat, overlapping=True) if automaton else ():
            found[patterns[index]].append(start)
        yield text, found


def too_nested(patterns: Iterable[str], texts: Iterable[SectionText]) -> str:
    """The pattern with which most others end, where these could be found too often to be listed; else nothing.

    Of the patterns that end with one another a text may hold each at every sign.
    """
    longest = max((len(text.flat) for text in texts), default=0)
    within: list[str] = []  # each begins with the one before it, read backwards
    deepest: list[str] = []
    for word in sorted(pattern[::-1] for pattern in patterns):
        while within and not word.startswith(within[-1]):
            within.pop()
        within.append(word)
        if len(within) > len(deepest):
            deepest = [*within]
    too_often = len(deepest) > _DEEP and len(deepest) * longest > _MOST_FOUND
    return deepest[-1][::-1] if too_often else ""


def _longest_first(found: list[tuple[int, int, str]], length: int) -> list[tuple[int, int, str]]:
    """Matches that do not overlap, the longest chosen first, then the earliest."""
    taken = bytearray(length)
    chosen = []
    for start, end, pattern in sorted(found, key=lambda item: (item[0] - item[1], item[0])):
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            chosen.append((start, end, pattern))
    return chosen


def _target_problem(
    target: Target, found: _Places, texts: Sequence[SectionText], effort: Effort, unread: tuple[str, ...]
) -> Problem:
    exact = normalise(target.exact)
    slugs = [text.slug for text in texts]
    if target.section and target.section not in slugs:
        remedy = did_you_mean(target.section, slugs) or f"The sections are {', '.join(slugs)}."
        message = f"there is no section “{target.section}”"
        return Problem(target.at("section"), message, short(remedy, 1000), rests_on=unread)
    if found.total:
        return _ambiguous(target, found, texts, effort)
    within = [text for text in texts if target.section in ("", text.slug)]
    rests_on = () if target.section and within[0].text else unread
    bare = match(Selector(exact), texts)
    if bare and (target.prefix or target.suffix or target.section):
        place: Place = target.at("prefix" if target.prefix else "suffix" if target.suffix else "section")
        where = next(text for text in texts if text.slug == bare[0].section)
        around = where.flat[max(0, bare[0].start - 12) : bare[0].end + 12]
        message = f"the quote stands in section “{bare[0].section}”, but not with this prefix, suffix or section"
        remedy = f"There it reads “…{around}…”."
        whole = target.prefix + exact + target.suffix
        if not match(_selector(target), texts) and (alike := in_article_form(whole, [where])):
            own = where.flat[alike[0].start : alike[0].end]
            remedy = f"{difference(whole, own)}: there it reads “{own}”."
        return Problem(place, message, remedy, rests_on=rests_on)
    message = f"the quote is not in the article: “{short(exact)}”"
    return Problem(target.at("exact"), message, proposal(exact, "exact: ", texts, effort), rests_on=rests_on)


def _ambiguous(target: Target, found: _Places, texts: Sequence[SectionText], effort: Effort) -> Problem:
    by_slug: Mapping[str, SectionText] = {text.slug: text for text in texts}
    within = [text for text in texts if target.section in ("", text.slug)]
    proposals = []
    for item in found.first:
        if len(found.in_section) > 1 and found.in_section[item.section] == 1:
            proposals.append(f"section: {item.section}")
            continue
        selector = describe(by_slug[item.section], item.start, item.end, within) if effort.allows(within) else None
        if selector:
            parts = [f"section: {item.section}"] if len(found.in_section) > 1 else []
            parts += [
                f"{name}: “{value}”"
                for name, value in (("prefix", selector.prefix), ("suffix", selector.suffix))
                if value
            ]
            proposals.append(", ".join(parts))
    remedy = "Add " + "; or ".join(proposals) + "." if proposals else "Quote more of the passage."
    return Problem(
        target.at("exact"), f"the quote stands {found.total} times: “{short(normalise(target.exact))}”", remedy
    )
